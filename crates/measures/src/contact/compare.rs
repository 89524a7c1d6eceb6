//! Rates of meetings in two periods.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Gamma};
use statrs::function::beta::beta_reg;

use super::change_point::Rate;

/// Shape of the prior of a rate (Jeffreys).
const SHAPE: f64 = 0.5;
/// The tails left out of an interval.
const TAIL: f64 = 0.025;

/// Meetings in some covered time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Held {
    /// How many.
    pub meetings: u32,
    /// In how many covered years, above 0.
    pub years: f64,
}

/// The rates of two periods.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RateChange {
    /// Of the first, meetings a year.
    pub first: Rate,
    /// Of the second.
    pub second: Rate,
    /// The probability that the rate of the second is the lower, 0 to 1.
    pub probability_lower: f64,
}

/// Compares two Poisson rates.
///
/// With Jeffreys' prior the rate of n meetings in t years is Gamma(n + ½, t). For λ₁ ~ Gamma(a₁, b₁) and
/// λ₂ ~ Gamma(a₂, b₂), P(λ₂ < λ₁) = I_x(a₂, a₁) with x = b₂ / (b₁ + b₂), the regularised incomplete beta
/// function.
///
/// `None` if a period has no covered time.
pub fn rate_change(first: Held, second: Held) -> Option<RateChange> {
    let shape = |held: Held| f64::from(held.meetings) + SHAPE;
    let share = second.years / (first.years + second.years);
    Some(RateChange {
        first: rate(first)?,
        second: rate(second)?,
        probability_lower: beta_reg(shape(second), shape(first), share),
    })
}

fn rate(held: Held) -> Option<Rate> {
    if held.years <= 0.0 {
        return None;
    }
    let shape = f64::from(held.meetings) + SHAPE;
    let posterior = Gamma::new(shape, held.years).ok()?;
    Some(Rate {
        mean: shape / held.years,
        low: posterior.inverse_cdf(TAIL),
        high: posterior.inverse_cdf(1.0 - TAIL),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn held(meetings: u32, years: f64) -> Held {
        Held { meetings, years }
    }

    /// None in one year against none in another: alike, ½ by symmetry. With x = ½ and one meeting before,
    /// I_½(½, 3⁄2) = ½ + 1/π = 0.818310.
    #[test]
    fn by_hand() {
        let none = rate_change(held(0, 1.0), held(0, 1.0)).unwrap();
        assert!((none.probability_lower - 0.5).abs() < 1e-9);
        let one = rate_change(held(1, 1.0), held(0, 1.0)).unwrap();
        assert!((one.probability_lower - 0.818_310).abs() < 1e-6);
        assert_eq!(rate_change(held(1, 0.0), held(0, 1.0)), None);
    }

    proptest! {
        /// Turned round, lower is higher; another meeting in the first makes the second surer to be lower.
        #[test]
        fn orders(a in 0u32..40, b in 0u32..40, s in 0.1f64..30.0, t in 0.1f64..30.0) {
            let there = rate_change(held(a, s), held(b, t)).unwrap().probability_lower;
            let back = rate_change(held(b, t), held(a, s)).unwrap().probability_lower;
            prop_assert!((there + back - 1.0).abs() < 1e-9);
            let more = rate_change(held(a + 1, s), held(b, t)).unwrap().probability_lower;
            prop_assert!(more >= there - 1e-12);
        }
    }
}
