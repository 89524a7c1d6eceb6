//! Values, drawn where they are uncertain, as partial utilities.

use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, Gamma, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::criterion::{Criterion, Measured};
use super::rank::Value;
use crate::quantiles::between;

/// Draws from which a criterion's interval is read.
const INTERVAL_DRAWS: usize = 2_000;

/// From values to partial utilities: linear between the worst and the best of the candidates, on the
/// criterion's own scale.
pub(super) struct Scale {
    criterion: Criterion,
    worst: f64,
    best: f64,
    middle: Option<f64>,
    /// The partial utility of the candidates' median.
    pub(super) middle_utility: f64,
}

impl Scale {
    /// `None` where all candidates are alike, or none is known.
    pub(super) fn of<'m>(
        criterion: Criterion,
        all: impl Iterator<Item = &'m Measured>,
    ) -> Option<Self> {
        let spans: Vec<[f64; 3]> = all.filter_map(Measured::span).collect();
        let ends = || {
            spans
                .iter()
                .flat_map(|s| [s[0], s[2]])
                .map(|v| criterion.scaled(v))
        };
        let low = ends().reduce(f64::min)?;
        let high = ends().reduce(f64::max)?;
        if high - low < 1e-12 {
            return None;
        }
        let (worst, best) = if criterion.less_is_better() {
            (high, low)
        } else {
            (low, high)
        };
        let mut middles: Vec<f64> = spans.iter().map(|s| s[1]).collect();
        middles.sort_by(f64::total_cmp);
        let middle = middles.get(middles.len() / 2).copied();
        let mut scale = Scale {
            criterion,
            worst,
            best,
            middle,
            middle_utility: 0.5,
        };
        scale.middle_utility = middle.map_or(0.5, |m| scale.on(m));
        Some(scale)
    }

    fn on(&self, value: f64) -> f64 {
        let way = (self.criterion.scaled(value) - self.worst) / (self.best - self.worst);
        way.clamp(0.0, 1.0)
    }

    /// What is not known may be anything between the worst and the best.
    pub(super) fn utility(&self, drawn: Option<f64>, rng: &mut Xoshiro256PlusPlus) -> f64 {
        drawn.map_or_else(|| rng.random(), |value| self.on(value))
    }

    pub(super) fn value(&self, measured: &Measured) -> Value {
        let span = measured.span();
        Value {
            criterion: self.criterion,
            low: span.map(|s| s[0]),
            value: span.map(|s| s[1]),
            high: span.map(|s| s[2]),
            utility: span.map_or(0.5, |s| self.on(s[1])),
            middle: self.middle,
            missing: match measured {
                Measured::Missing(why) => Some(why.clone()),
                _ => None,
            },
        }
    }
}

impl Measured {
    /// A value at random; `None` if missing.
    pub(super) fn draw(&self, rng: &mut Xoshiro256PlusPlus) -> Option<f64> {
        match self {
            Measured::Exact(value) => Some(*value),
            Measured::Quantiles(q) => Some(between(q, rng.random())),
            Measured::Apart { difference, sd } => {
                let noise: f64 = StandardNormal.sample(rng);
                Some((difference + sd * noise).abs())
            }
            Measured::Rate { events, years } => {
                let rate = Gamma::new(f64::from(*events) + 0.5, 1.0 / years).ok()?;
                Some(rate.sample(rng))
            }
            Measured::Missing(_) => None,
        }
    }

    /// Quantiles 0.05, 0.5 and 0.95.
    fn span(&self) -> Option<[f64; 3]> {
        match self {
            Measured::Exact(value) => Some([*value; 3]),
            Measured::Quantiles(q) => Some([q[0], q[2], q[4]]),
            Measured::Missing(_) => None,
            Measured::Apart { .. } | Measured::Rate { .. } => {
                let mut rng = Xoshiro256PlusPlus::seed_from_u64(0);
                let mut drawn: Vec<f64> = (0..INTERVAL_DRAWS)
                    .filter_map(|_| self.draw(&mut rng))
                    .collect();
                drawn.sort_by(f64::total_cmp);
                let at = |p: f64| drawn.get((p * drawn.len() as f64) as usize).copied();
                Some([at(0.05)?, at(0.5)?, at(0.95)?])
            }
        }
    }
}
