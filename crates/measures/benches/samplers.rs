//! Effective draws a second: the Gibbs sampler of this crate beside a plain one of the same model.
//!
//! `cargo bench -p entente-measures --bench samplers`. The plain sampler is the usual
//! Metropolis-within-Gibbs for ordinal data (Johnson and Albert 1999, chapter 4; the scheme of Bailey,
//! Strezhnev and Voeten): positions one by one, small random steps of the cut points, slopes given
//! latent votes. Both run on one core, from the same start, on the full record.
//!
//! `-- published` runs instead the scheme of the authors' code on the same panel, from the same start,
//! and prints how its means compare with what they published.

#![allow(missing_docs)]

#[path = "samplers/plain.rs"]
mod plain;
mod record;

use std::collections::BTreeMap;
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
    if std::env::args().any(|a| a == "published") {
        return published(&panel, &prior, &start);
    }
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
    let mut chain = plain::Chain::new(panel, prior, start, plain::Scheme::Model, 1);
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

/// The authors' scheme against their estimates: correlations, and where the United States stand.
fn published(panel: &Panel, prior: &Prior, start: &Estimates) {
    const SWEEPS: usize = 2_400;
    let mut chain = plain::Chain::new(panel, prior, start, plain::Scheme::Published, 1);
    let mut means = vec![0.0; start.points.len()];
    for sweep in 0..SWEEPS {
        chain.sweep();
        if sweep >= SWEEPS / 2 {
            for (mean, position) in means.iter_mut().zip(chain.position()) {
                *mean += position / (SWEEPS - SWEEPS / 2) as f64;
            }
        }
    }
    let there = record::published();
    let mut of_session: BTreeMap<u16, Vec<(f64, f64)>> = BTreeMap::new();
    for (knot, mean) in panel.state_sessions().iter().zip(&means) {
        if let Some(other) = there.get(&(knot.session, knot.state.0)) {
            of_session
                .entry(knot.session)
                .or_default()
                .push((*mean, *other));
            if knot.state.0 == 2 && knot.session % 20 == 0 {
                println!(
                    "United States, session {}: {mean:.2}, published {other:.2}",
                    knot.session
                );
            }
        }
    }
    let mut within: Vec<f64> = of_session
        .values()
        .filter(|s| s.len() >= 20)
        .map(|s| correlation(s))
        .collect();
    within.sort_by(f64::total_cmp);
    let all: Vec<(f64, f64)> = of_session.into_values().flatten().collect();
    println!(
        "within sessions: median {:.5}, lowest {:.4}; over all {:.4}",
        within[within.len() / 2],
        within[0],
        correlation(&all)
    );
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (x, y) = pairs
        .iter()
        .fold((0.0, 0.0), |(x, y), p| (x + p.0 / n, y + p.1 / n));
    let sum = |f: fn(f64, f64) -> f64| pairs.iter().map(|p| f(p.0 - x, p.1 - y)).sum::<f64>();
    sum(|a, b| a * b) / (sum(|a, _| a * a) * sum(|_, b| b * b)).sqrt()
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
