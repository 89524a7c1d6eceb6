//! From votes to ideal points: the two estimators, on one scale.

use rayon::prelude::*;

use super::diagnostics::{Mixing, mixing};
use super::em::{self, Standing};
use super::gibbs::Chain;
use super::item::Item;
use super::panel::{Panel, StateSession};
use super::start::start;
use super::{EmOptions, GibbsOptions, Prior, uncertainty};
use entente_states::Ccode;
use serde::{Deserialize, Serialize};

/// The United States, which stand above
const UNITED_STATES: Ccode = Ccode(2);
/// the Soviet Union and Russia.
const RUSSIA: Ccode = Ccode(365);
/// The standard normal's 0.95 quantile.
const Z95: f64 = 1.644_853_626_951_472_2;

/// Votes that no ideal points can be estimated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooThin {
    /// Nothing divides the states.
    #[error("no roll call of the selection divides those who voted")]
    NoItems,
    /// Too few states.
    #[error(
        "{0} states voted on the roll calls of the selection that divide them; ideal points need three"
    )]
    FewStates(usize),
}

/// Where a state stood in a session.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdealPoint {
    /// State and session.
    pub at: StateSession,
    /// Votes behind it, on roll calls that divide.
    pub votes: usize,
    /// Posterior mean. Over all state-sessions these have mean 0 and variance 1.
    pub ideal_point: f64,
    /// Posterior standard deviation.
    pub sd: f64,
    /// Posterior quantile 0.05.
    pub q05: f64,
    /// Posterior quantile 0.95.
    pub q95: f64,
}

/// How the sign of the scale was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// The United States above the Soviet Union and Russia, on average over their sessions.
    UnitedStatesAboveRussia,
    /// The United States above the mean: Russia cast no vote.
    UnitedStatesAboveMean,
    /// Russia below the mean: the United States cast no vote.
    RussiaBelowMean,
    /// Neither voted: the sign means nothing.
    Arbitrary,
}

/// How the estimator ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "lowercase")]
pub enum Ending {
    /// Expectation-maximisation.
    Em {
        /// Plain steps taken, those of extrapolation included.
        steps: usize,
        /// The farthest that a position moved in the last plain step.
        change: f64,
        /// Whether that is within the tolerance.
        converged: bool,
    },
    /// The Gibbs sampler.
    Gibbs {
        /// Chains.
        chains: usize,
        /// Draws kept of each.
        draws: usize,
        /// Share of proposals for items that were taken.
        acceptance: f64,
        /// The largest R-hat of a position.
        r_hat_max: f64,
        /// The share of positions with R-hat above 1.01.
        r_hat_above: f64,
        /// The smallest bulk effective sample size of a position.
        ess_min: f64,
        /// The median one.
        ess_median: f64,
    },
}

/// Ideal points of all states in all sessions of a panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// By session, then COW number.
    pub points: Vec<IdealPoint>,
    /// Parameters of each item of the panel, on the same scale.
    pub items: Vec<Item>,
    /// Which way is up.
    pub orientation: Orientation,
    /// How it ended.
    pub ending: Ending,
}

/// Draws from the joint posterior of all positions, each on the common scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draws {
    /// Chain by chain, draw by draw: positions in the order of the panel's state-sessions.
    pub chains: Vec<Vec<Vec<f32>>>,
}

/// Ideal points by expectation-maximisation.
///
/// `progress` is told the step and how far positions still move. The result depends on nothing but
/// the arguments.
///
/// # Errors
/// If fewer than three states cast votes that divide.
pub fn em(
    panel: &Panel,
    prior: &Prior,
    options: &EmOptions,
    progress: &(dyn Fn(usize, f64) + Sync),
) -> Result<Estimates, TooThin> {
    enough(panel)?;
    let (mut standing, ending) = em::iterate(panel, prior, options, start(panel), progress);
    standing.variance = uncertainty::variances(panel, prior, &standing);
    let scale = Scale::of(panel, &standing.position);
    let points = panel.state_sessions().iter().enumerate().map(|(k, at)| {
        let ideal_point = scale.position(standing.position[k]);
        let sd = standing.variance[k].sqrt() / scale.spread;
        IdealPoint {
            at: *at,
            votes: panel.votes(k),
            ideal_point,
            sd,
            q05: ideal_point - Z95 * sd,
            q95: ideal_point + Z95 * sd,
        }
    });
    Ok(Estimates {
        points: points.collect(),
        items: standing.items.iter().map(|i| scale.item(i)).collect(),
        orientation: orientation(panel),
        ending: Ending::Em {
            steps: ending.steps,
            change: ending.change,
            converged: ending.change < options.tolerance,
        },
    })
}

/// Ideal points by the Gibbs sampler, and the draws.
///
/// Chains begin about the points of expectation-maximisation, scattered by twice its standard
/// errors, and run side by side. `progress` is told each sweep that is done, of chains × (warm-up +
/// sweeps). The same panel, options and seed give the same draws.
///
/// # Errors
/// If fewer than three states cast votes that divide.
pub fn gibbs(
    panel: &Panel,
    prior: &Prior,
    options: &GibbsOptions,
    progress: &(dyn Fn() + Sync),
) -> Result<(Estimates, Draws), TooThin> {
    enough(panel)?;
    let (mut standing, _) = em::iterate(
        panel,
        prior,
        &EmOptions::default(),
        start(panel),
        &|_, _| {},
    );
    standing.variance = uncertainty::variances(panel, prior, &standing);
    let runs: Vec<Run> = (0..options.chains)
        .into_par_iter()
        .with_max_len(1)
        .map(|number| Run::of(panel, prior, options, &standing, number as u64, progress))
        .collect();
    Ok(summary(panel, options, runs))
}

/// One chain's outcome.
struct Run {
    draws: Vec<Vec<f32>>,
    items: Vec<Item>,
    acceptance: f64,
}

impl Run {
    fn of(
        panel: &Panel,
        prior: &Prior,
        options: &GibbsOptions,
        standing: &Standing,
        number: u64,
        progress: &(dyn Fn() + Sync),
    ) -> Self {
        let mut chain = Chain::new(panel, prior, standing, options.seed, number);
        for _ in 0..options.warmup {
            chain.sweep(true);
            progress();
        }
        let mut draws = Vec::with_capacity(options.sweeps / options.thin);
        let mut sums = vec![[0.0; 3]; standing.items.len()];
        for sweep in 1..=options.sweeps {
            chain.sweep(false);
            progress();
            if sweep % options.thin != 0 {
                continue;
            }
            let scale = Scale::of(panel, chain.position());
            let positions = chain.position().iter().map(|p| scale.position(*p) as f32);
            draws.push(positions.collect());
            for (sum, item) in sums.iter_mut().zip(chain.items()) {
                let item = scale.item(item);
                sum[0] += item.slope;
                sum[1] += item.lower;
                sum[2] += item.upper;
            }
        }
        let count = draws.len() as f64;
        let items = sums.iter().map(|[slope, lower, upper]| Item {
            slope: slope / count,
            lower: lower / count,
            upper: upper / count,
        });
        Run {
            items: items.collect(),
            draws,
            acceptance: chain.acceptance(),
        }
    }
}

fn summary(panel: &Panel, options: &GibbsOptions, runs: Vec<Run>) -> (Estimates, Draws) {
    let described: Vec<(IdealPoint, Mixing)> = panel
        .state_sessions()
        .par_iter()
        .enumerate()
        .map(|(k, at)| {
            let chains: Vec<Vec<f64>> = runs
                .iter()
                .map(|run| run.draws.iter().map(|d| f64::from(d[k])).collect())
                .collect();
            (described(*at, panel.votes(k), &chains), mixing(&chains))
        })
        .collect();
    let n = described.len();
    let mut sizes: Vec<f64> = described.iter().map(|(_, m)| m.ess).collect();
    sizes.sort_by(f64::total_cmp);
    let r_hats = || described.iter().map(|(_, m)| m.r_hat);
    let chains = runs.len() as f64;
    let items = (0..panel.items().len()).map(|j| {
        let mean = |f: fn(&Item) -> f64| runs.iter().map(|r| f(&r.items[j])).sum::<f64>() / chains;
        Item {
            slope: mean(|i| i.slope),
            lower: mean(|i| i.lower),
            upper: mean(|i| i.upper),
        }
    });
    let estimates = Estimates {
        items: items.collect(),
        orientation: orientation(panel),
        ending: Ending::Gibbs {
            chains: runs.len(),
            draws: options.sweeps / options.thin,
            acceptance: runs.iter().map(|r| r.acceptance).sum::<f64>() / chains,
            r_hat_max: r_hats().fold(0.0, f64::max),
            r_hat_above: r_hats().filter(|r| *r > 1.01).count() as f64 / n as f64,
            ess_min: sizes[0],
            ess_median: sizes[n / 2],
        },
        points: described.into_iter().map(|(point, _)| point).collect(),
    };
    let draws = Draws {
        chains: runs.into_iter().map(|r| r.draws).collect(),
    };
    (estimates, draws)
}

fn described(at: StateSession, votes: usize, chains: &[Vec<f64>]) -> IdealPoint {
    let mut all: Vec<f64> = chains.concat();
    all.sort_by(f64::total_cmp);
    let n = all.len() as f64;
    let mean = all.iter().sum::<f64>() / n;
    let variance = all.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0);
    // Between the order statistics on either side, as R's default (Hyndman and Fan 1996, type 7).
    let quantile = |p: f64| {
        let place = p * (n - 1.0);
        let (low, share) = (place.floor() as usize, place.fract());
        all[low] + share * (all[(low + 1).min(all.len() - 1)] - all[low])
    };
    IdealPoint {
        at,
        votes,
        ideal_point: mean,
        sd: variance.sqrt(),
        q05: quantile(0.05),
        q95: quantile(0.95),
    }
}

fn enough(panel: &Panel) -> Result<(), TooThin> {
    if panel.items().is_empty() {
        return Err(TooThin::NoItems);
    }
    match panel.paths.len() {
        few @ 0..=2 => Err(TooThin::FewStates(few)),
        _ => Ok(()),
    }
}

/// What brings positions to mean 0 and variance 1, the United States above.
struct Scale {
    mean: f64,
    /// Never negative.
    spread: f64,
    sign: f64,
}

impl Scale {
    fn of(panel: &Panel, position: &[f64]) -> Self {
        let n = position.len() as f64;
        let mean = position.iter().sum::<f64>() / n;
        let variance = position.iter().map(|p| (p - mean).powi(2)).sum::<f64>() / n;
        let average = |state: Ccode| {
            let own = panel.paths.iter().find(|p| p.state == state)?;
            let sum: f64 = own.knots.iter().map(|k| position[*k as usize] - mean).sum();
            Some(sum / own.knots.len() as f64)
        };
        let upward = average(UNITED_STATES).unwrap_or(0.0) - average(RUSSIA).unwrap_or(0.0);
        Scale {
            mean,
            spread: variance.sqrt(),
            sign: if upward < 0.0 { -1.0 } else { 1.0 },
        }
    }

    fn position(&self, raw: f64) -> f64 {
        self.sign * (raw - self.mean) / self.spread
    }

    fn item(&self, raw: &Item) -> Item {
        let shift = raw.slope * self.mean;
        Item {
            slope: self.sign * raw.slope * self.spread,
            lower: raw.lower - shift,
            upper: raw.upper - shift,
        }
    }
}

fn orientation(panel: &Panel) -> Orientation {
    let votes = |state: Ccode| panel.paths.iter().any(|p| p.state == state);
    match (votes(UNITED_STATES), votes(RUSSIA)) {
        (true, true) => Orientation::UnitedStatesAboveRussia,
        (true, false) => Orientation::UnitedStatesAboveMean,
        (false, true) => Orientation::RussiaBelowMean,
        (false, false) => Orientation::Arbitrary,
    }
}

#[cfg(test)]
mod tests {
    use super::super::simulated::simulated;
    use super::*;

    fn correlation(a: &[f64], b: &[f64]) -> f64 {
        let n = a.len() as f64;
        let (ma, mb) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
        let sum = |f: &dyn Fn(f64, f64) -> f64| {
            a.iter().zip(b).map(|(a, b)| f(a - ma, b - mb)).sum::<f64>()
        };
        sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
    }

    fn means(estimates: &Estimates) -> Vec<f64> {
        estimates.points.iter().map(|p| p.ideal_point).collect()
    }

    fn quick() -> GibbsOptions {
        GibbsOptions {
            chains: 2,
            warmup: 200,
            sweeps: 1_000,
            thin: 2,
            seed: 7,
        }
    }

    #[test]
    fn em_finds_positions_that_votes_were_drawn_from() {
        let (panel, truth) = simulated(40, 8, 40, 1);
        let found = em(&panel, &Prior::default(), &EmOptions::default(), &|_, _| {}).unwrap();
        let means = means(&found);
        assert!(correlation(&means, &truth) > 0.97);
        let n = means.len() as f64;
        let mean = means.iter().sum::<f64>() / n;
        assert!(mean.abs() < 1e-9);
        assert!((means.iter().map(|m| m * m).sum::<f64>() / n - 1.0).abs() < 1e-9);
        assert!(matches!(
            found.ending,
            Ending::Em {
                converged: true,
                ..
            }
        ));
        assert_eq!(found.orientation, Orientation::UnitedStatesAboveRussia);
        assert!(found.points[0].ideal_point > found.points[1].ideal_point);
    }

    /// The two estimators of one model agree: within a standard deviation everywhere, and EM's
    /// standard errors are within a quarter of the sampler's on the median.
    #[test]
    fn the_sampler_agrees_with_em() {
        let (panel, truth) = simulated(30, 5, 30, 2);
        let prior = Prior::default();
        let by_em = em(&panel, &prior, &EmOptions::default(), &|_, _| {}).unwrap();
        let (by_gibbs, _) = gibbs(&panel, &prior, &quick(), &|| {}).unwrap();
        assert!(correlation(&means(&by_gibbs), &truth) > 0.95);
        let mut ratios = Vec::new();
        for (a, b) in by_em.points.iter().zip(&by_gibbs.points) {
            assert!((a.ideal_point - b.ideal_point).abs() < b.sd, "{a:?} {b:?}");
            ratios.push(a.sd / b.sd);
        }
        ratios.sort_by(f64::total_cmp);
        let median = ratios[ratios.len() / 2];
        assert!((0.8..1.25).contains(&median), "{median}");
        let inside = by_gibbs
            .points
            .iter()
            .zip(standardised(&truth))
            .filter(|(p, t)| p.q05 < *t && *t < p.q95);
        assert!(inside.count() as f64 > 0.75 * truth.len() as f64);
    }

    fn standardised(x: &[f64]) -> Vec<f64> {
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        let sd = (x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt();
        x.iter().map(|v| (v - mean) / sd).collect()
    }

    #[test]
    fn the_same_seed_draws_the_same_whatever_the_threads() {
        let (panel, _) = simulated(12, 4, 10, 3);
        let options = GibbsOptions {
            sweeps: 40,
            warmup: 10,
            ..quick()
        };
        let draw = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| {
                gibbs(&panel, &Prior::default(), &options, &|| {})
                    .unwrap()
                    .1
            })
        };
        assert_eq!(draw(1), draw(2));
        let other = GibbsOptions { seed: 8, ..options };
        assert_ne!(
            draw(1),
            gibbs(&panel, &Prior::default(), &other, &|| {}).unwrap().1
        );
    }

    #[test]
    fn nothing_that_divides_is_an_error() {
        assert_eq!(
            em(
                &Panel::default(),
                &Prior::default(),
                &EmOptions::default(),
                &|_, _| {}
            )
            .unwrap_err(),
            TooThin::NoItems
        );
        let (panel, _) = simulated(2, 2, 20, 4);
        assert_eq!(
            em(&panel, &Prior::default(), &EmOptions::default(), &|_, _| {}).unwrap_err(),
            TooThin::FewStates(2)
        );
    }
}
