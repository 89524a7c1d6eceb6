//! What a roll call asks: one slope and two cut points.

use serde::{Deserialize, Serialize};

use super::panel::Zone;
use super::probit::Probit;

/// The parameters of an item: z = `slope` · θ + ε with ε standard normal, cut at `lower` and `upper`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// β: how sharply, and in which direction, the item divides states.
    pub slope: f64,
    /// The cut between no and abstention; the only cut where two kinds of vote were cast.
    pub lower: f64,
    /// The cut between abstention and yes; equal to `lower` where two kinds of vote were cast.
    pub upper: f64,
}

/// First and second derivatives of one vote's log probability by the two standardised bounds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slopes {
    /// By `lower`, by `upper`.
    pub(super) first: [f64; 2],
    /// Minus: by `lower` twice, by both, by `upper` twice.
    pub(super) second: [f64; 3],
}

impl Slopes {
    /// By the position on the latent scale, βθ: first, and minus second.
    #[inline]
    pub(super) fn by_position(&self) -> (f64, f64) {
        let [ll, lu, uu] = self.second;
        (-(self.first[0] + self.first[1]), ll + 2.0 * lu + uu)
    }
}

impl Item {
    /// The cuts: one where they are equal.
    pub(super) fn cuts(&self) -> impl Iterator<Item = f64> + Clone {
        let second = (self.upper > self.lower).then_some(self.upper);
        std::iter::once(self.lower).chain(second)
    }

    /// ln of the probability of a zone at a latent mean.
    #[inline]
    pub(super) fn log_probability(&self, probit: &Probit, zone: Zone, at: f64) -> f64 {
        match zone {
            Zone::Below => probit.log_cdf(self.lower - at),
            Zone::Above => probit.log_cdf(at - self.upper),
            Zone::Between => {
                let (low, high) = lower_tail(self.lower - at, self.upper - at);
                let top = probit.log_cdf(high);
                let ratio = (probit.log_cdf(low) - top).min(-SLIVER);
                top + one_less_exp(ratio).ln()
            }
        }
    }

    /// Derivatives of [`Item::log_probability`].
    #[inline]
    pub(super) fn slopes(&self, probit: &Probit, zone: Zone, at: f64) -> Slopes {
        match zone {
            Zone::Below => {
                let x = self.lower - at;
                let r = probit.hazard(x);
                Slopes {
                    first: [r, 0.0],
                    second: [r * (x + r), 0.0, 0.0],
                }
            }
            Zone::Above => {
                let x = at - self.upper;
                let r = probit.hazard(x);
                Slopes {
                    first: [0.0, -r],
                    second: [0.0, 0.0, r * (x + r)],
                }
            }
            Zone::Between => between(probit, self.lower - at, self.upper - at),
        }
    }
}

/// Least log ratio of the two tails that is told apart: a gap of cuts below it counts as this.
const SLIVER: f64 = 1e-9;

/// An interval, or its mirror image if more of it lies above zero: differences of Φ lose no
/// digits in the lower tail.
#[inline]
fn lower_tail(low: f64, high: f64) -> (f64, f64) {
    if low + high > 0.0 {
        (-high, -low)
    } else {
        (low, high)
    }
}

/// 1 − eˣ for x below zero. The exponential is cheaper, and loses digits only near zero.
#[inline]
fn one_less_exp(x: f64) -> f64 {
    const NEAR: f64 = -1e-3;
    if x > NEAR { -x.exp_m1() } else { 1.0 - x.exp() }
}

/// With P = Φ(b) − Φ(a), A = φ(a)/P, B = φ(b)/P: ∂ln P/∂a = −A, ∂ln P/∂b = B, ∂²/∂a² = aA − A²,
/// ∂²/∂b² = −bB − B², ∂²/∂a∂b = AB.
#[inline]
fn between(probit: &Probit, a: f64, b: f64) -> Slopes {
    let (low, high) = lower_tail(a, b);
    let ratio = (probit.log_cdf(low) - probit.log_cdf(high)).min(-SLIVER);
    // φ(high)/P = r(high) / (1 − Φ(low)/Φ(high)); φ(low)/P likewise.
    let rest = one_less_exp(ratio);
    let share = 1.0 / rest;
    let of_high = probit.hazard(high) * share;
    let of_low = probit.hazard(low) * (1.0 - rest) * share;
    let (at_a, at_b) = if low == a {
        (of_low, of_high)
    } else {
        (of_high, of_low)
    };
    Slopes {
        first: [-at_a, at_b],
        second: [at_a * (at_a - a), -at_a * at_b, at_b * (at_b + b)],
    }
}

#[cfg(test)]
mod tests {
    use super::super::probit::probit;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn probabilities_sum_to_one(at in -4.0f64..4.0, lower in -3.0f64..3.0, gap in 0.01f64..2.0) {
            let item = Item { slope: 1.0, lower, upper: lower + gap };
            let total: f64 = Zone::ALL.iter().map(|r| item.log_probability(probit(), *r, at).exp()).sum();
            prop_assert!((total - 1.0).abs() < 1e-8);
        }

        #[test]
        fn slopes_are_those_of_the_probability(
            at in -4.0f64..4.0, lower in -3.0f64..3.0, gap in 0.05f64..2.0, which in 0usize..3,
        ) {
            let item = Item { slope: 1.0, lower, upper: lower + gap };
            let value = |l: f64, u: f64| {
                Item { slope: 1.0, lower: lower + l, upper: lower + gap + u }
                    .log_probability(probit(), Zone::ALL[which], at)
            };
            let h = 1e-3;
            let slopes = item.slopes(probit(), Zone::ALL[which], at);
            let first = [(value(h, 0.0) - value(-h, 0.0)) / (2.0 * h), (value(0.0, h) - value(0.0, -h)) / (2.0 * h)];
            let second = [
                (value(h, 0.0) - 2.0 * value(0.0, 0.0) + value(-h, 0.0)) / (h * h),
                (value(h, h) - value(h, -h) - value(-h, h) + value(-h, -h)) / (4.0 * h * h),
                (value(0.0, h) - 2.0 * value(0.0, 0.0) + value(0.0, -h)) / (h * h),
            ];
            for (exact, by_differences) in slopes.first.iter().zip(first) {
                prop_assert!((exact - by_differences).abs() < 1e-2 * (1.0 + by_differences.abs()));
            }
            for (exact, by_differences) in slopes.second.iter().zip(second) {
                prop_assert!((exact + by_differences).abs() < 2e-2 * (1.0 + by_differences.abs()), "{exact} {by_differences}");
            }
        }
    }
}
