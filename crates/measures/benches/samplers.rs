//! Effective draws a second: the Gibbs sampler of this crate beside a plain one of the same model.
//!
//! `cargo bench -p entente-measures --bench samplers`. The plain sampler is the usual
//! Metropolis-within-Gibbs for ordinal data (Johnson and Albert 1999, chapter 4; the scheme of Bailey,
//! Strezhnev and Voeten): positions one by one, small random steps of the cut points, slopes given
//! latent votes. Both run on one core, from the same start, on the full record.

#![allow(missing_docs)]

#[path = "samplers/plain.rs"]
mod plain;
mod record;

use std::time::Instant;

use entente_measures::ideal_points::{
    EmOptions, Estimates, GibbsOptions, Panel, Prior, em, gibbs, mixing,
};

const WARMUP: usize = 200;
const SWEEPS: usize = 800;
const THIN: usize = 2;

fn main() {
    let panel = record::panel();
    let prior = Prior::default();
    let start = em(&panel, &prior, &EmOptions::default(), &|_, _| {}).expect("the record is wide");
    println!("load {}", load());
    println!("sampler  sweeps/min  ESS/s median  ESS/s lowest 1%  ESS/s least  R-hat > 1.05");
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let one_core = one_core.expect("a thread");
    report("gibbs", one_core.install(|| ours(&panel, &prior)));
    report("plain", one_core.install(|| plain(&panel, &prior, &start)));
    println!("load {}", load());
}

struct Timed {
    seconds: f64,
    /// Draw by draw, the positions on the common scale.
    draws: Vec<Vec<f32>>,
}

fn ours(panel: &Panel, prior: &Prior) -> Timed {
    let run = |sweeps: usize| {
        let options = GibbsOptions {
            chains: 1,
            warmup: WARMUP,
            sweeps,
            thin: THIN,
            seed: 1,
        };
        let begun = Instant::now();
        let (_, draws) = gibbs(panel, prior, &options, &|| {}).expect("the record is wide");
        (begun.elapsed().as_secs_f64(), draws)
    };
    // The difference of a short and a long run leaves out start and summary.
    let (short, _) = run(2 * THIN * 4);
    let (long, draws) = run(SWEEPS + 2 * THIN * 4);
    Timed {
        seconds: long - short,
        draws: draws
            .chains
            .into_iter()
            .flatten()
            .take(SWEEPS / THIN)
            .collect(),
    }
}

fn plain(panel: &Panel, prior: &Prior, start: &Estimates) -> Timed {
    let mut chain = plain::Chain::new(panel, prior, start, 1);
    for _ in 0..WARMUP {
        chain.sweep();
    }
    let begun = Instant::now();
    let mut draws = Vec::new();
    for sweep in 0..SWEEPS {
        chain.sweep();
        if sweep % THIN == 0 {
            draws.push(standardised(chain.position()));
        }
    }
    Timed {
        seconds: begun.elapsed().as_secs_f64(),
        draws,
    }
}

fn standardised(position: &[f64]) -> Vec<f32> {
    let n = position.len() as f64;
    let mean = position.iter().sum::<f64>() / n;
    let spread = (position.iter().map(|p| (p - mean).powi(2)).sum::<f64>() / n).sqrt();
    position
        .iter()
        .map(|p| ((p - mean) / spread) as f32)
        .collect()
}

fn report(name: &str, timed: Timed) {
    let mut sizes = Vec::new();
    let mut apart = 0;
    for place in 0..timed.draws[0].len() {
        let chain = timed.draws.iter().map(|d| f64::from(d[place])).collect();
        let found = mixing(&[chain]);
        sizes.push(found.ess / timed.seconds);
        apart += usize::from(found.r_hat > 1.05);
    }
    sizes.sort_by(f64::total_cmp);
    println!(
        "{name:7}  {:10.0}  {:12.2}  {:15.2}  {:11.2}  {:11.1}%",
        60.0 * SWEEPS as f64 / timed.seconds,
        sizes[sizes.len() / 2],
        sizes[sizes.len() / 100],
        sizes[0],
        100.0 * apart as f64 / sizes.len() as f64,
    );
}

fn load() -> String {
    std::fs::read_to_string("/proc/loadavg").unwrap_or_else(|_| "unknown".to_owned())
}
