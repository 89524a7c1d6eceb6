//! What is believed of a number between 0 and 1, and drawing from it.

use rand::RngExt;
use rand_distr::{Beta, Distribution, Gamma, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::quantiles::between;

/// A number between 0 and 1 that is not known exactly.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Belief {
    /// Nothing is known: anything from 0 to 1.
    Unknown,
    /// The quantiles 0.05, 0.25, 0.5, 0.75 and 0.95 of a forecast.
    Quantiles([f64; 5]),
    /// A share of so many favourable and so many unfavourable trials, under Jeffreys' prior.
    Share {
        /// Favourable, in trials.
        favourable: f64,
        /// Unfavourable.
        unfavourable: f64,
    },
    /// About a value, with this standard deviation; cut to 0 and 1.
    About {
        /// The value.
        value: f64,
        /// The standard deviation.
        sd: f64,
    },
    /// That at least one of the events of a Poisson process comes within a time: 1 − exp(−λ t), where λ
    /// is Gamma(events + ½, years).
    Within {
        /// Events on record, weighted.
        events: f64,
        /// In so many years.
        years: f64,
        /// The time ahead, in years.
        ahead: f64,
    },
    /// The mean of others.
    Mean(Vec<Belief>),
}

impl Belief {
    /// A number at random.
    pub(super) fn draw(&self, rng: &mut Xoshiro256PlusPlus) -> f64 {
        match self {
            Belief::Unknown => rng.random(),
            Belief::Quantiles(quantiles) => between(quantiles, rng.random()),
            Belief::Share {
                favourable,
                unfavourable,
            } => {
                Beta::new(favourable + 0.5, unfavourable + 0.5).map_or(0.5, |beta| beta.sample(rng))
            }
            Belief::About { value, sd } => {
                let noise: f64 = StandardNormal.sample(rng);
                (value + sd * noise).clamp(0.0, 1.0)
            }
            Belief::Within {
                events,
                years,
                ahead,
            } => Gamma::new(events + 0.5, 1.0 / years.max(0.01))
                .map_or(0.5, |rate| 1.0 - (-rate.sample(rng) * ahead).exp()),
            Belief::Mean(parts) => {
                let sum: f64 = parts.iter().map(|p| p.draw(rng)).sum();
                sum / parts.len().max(1) as f64
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;

    use super::*;

    fn mean(belief: &Belief) -> f64 {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        (0..20_000).map(|_| belief.draw(&mut rng)).sum::<f64>() / 20_000.0
    }

    /// Beta(3.5, 1.5) has mean 0.7. With λ ~ Gamma(n + ½, rate t), E[1 − exp(−λ h)] is
    /// 1 − (t / (t + h))^(n + ½): 1 − (4/5)^2.5 = 0.42757.
    #[test]
    fn means_by_hand() {
        let share = Belief::Share {
            favourable: 3.0,
            unfavourable: 1.0,
        };
        assert!((mean(&share) - 0.7).abs() < 0.005);
        let within = Belief::Within {
            events: 2.0,
            years: 4.0,
            ahead: 1.0,
        };
        assert!((mean(&within) - 0.427_57).abs() < 0.005);
        let both = Belief::Mean(vec![share, within]);
        assert!((mean(&both) - (0.7 + 0.427_57) / 2.0).abs() < 0.005);
    }

    proptest! {
        #[test]
        fn within_bounds(value in -1.0f64..2.0, sd in 0.0f64..1.0, seed in 0u64..1000) {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
            let drawn = Belief::About { value, sd }.draw(&mut rng);
            prop_assert!((0.0..=1.0).contains(&drawn));
        }
    }
}
