//! Draws from a normal distribution cut off on one side or on both.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

/// A draw of the standard normal given that it lies above `low`.
///
/// Far out an exponential is proposed (Robert 1995, "Simulation of truncated normal variables",
/// Statistics and Computing 5), elsewhere the normal itself.
#[inline]
pub fn above(low: f64, rng: &mut impl Rng) -> f64 {
    const FAR: f64 = 0.45;
    if low < FAR {
        loop {
            let x: f64 = StandardNormal.sample(rng);
            if x > low {
                return x;
            }
        }
    }
    let rate = 0.5 * (low + (low * low + 4.0).sqrt());
    loop {
        let x = low - (1.0 - rng.random::<f64>()).ln() / rate;
        if rng.random::<f64>() <= (-0.5 * (x - rate) * (x - rate)).exp() {
            return x;
        }
    }
}

/// A draw of the standard normal given that it lies between `low` and `high`.
///
/// Where the interval is wide, the normal or an exponential is proposed, elsewhere the uniform
/// (Robert 1995).
#[inline]
pub fn between(low: f64, high: f64, rng: &mut impl Rng) -> f64 {
    if low + high < 0.0 {
        return -between_right(-high, -low, rng);
    }
    between_right(low, high, rng)
}

/// The same, for an interval of which more lies above zero.
fn between_right(low: f64, high: f64, rng: &mut impl Rng) -> f64 {
    const WIDE: f64 = 1.5;
    if high - low > WIDE {
        loop {
            let x = above(low, rng);
            if x < high {
                return x;
            }
        }
    }
    let nearest = low.max(0.0);
    loop {
        let x = low + (high - low) * rng.random::<f64>();
        if rng.random::<f64>() <= (0.5 * (nearest * nearest - x * x)).exp() {
            return x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    const DRAWS: usize = 200_000;

    fn density(x: f64) -> f64 {
        (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt()
    }

    fn cdf(x: f64) -> f64 {
        0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
    }

    fn mean(draw: impl FnMut() -> f64) -> f64 {
        std::iter::repeat_with(draw).take(DRAWS).sum::<f64>() / DRAWS as f64
    }

    /// The mean of the standard normal above a is φ(a) / (1 − Φ(a)).
    #[test]
    fn means_above() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        for low in [-3.0, -0.5, 0.0, 0.44, 0.46, 1.5, 4.0, 8.0] {
            let expected = density(low) / cdf(-low);
            let found = mean(|| {
                let x = above(low, &mut rng);
                assert!(x >= low);
                x
            });
            assert!((found - expected).abs() < 0.01, "{low}: {found} {expected}");
        }
    }

    /// The mean between a and b is (φ(a) − φ(b)) / (Φ(b) − Φ(a)).
    #[test]
    fn means_between() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(2);
        for (low, high) in [
            (-1.0, 1.0),
            (-0.2, 0.1),
            (0.5, 0.9),
            (-4.0, 0.5),
            (1.0, 5.0),
            (-3.0, -2.0),
            (4.0, 4.5),
        ] {
            let expected = (density(low) - density(high)) / (cdf(high) - cdf(low));
            let found = mean(|| {
                let x = between(low, high, &mut rng);
                assert!((low..=high).contains(&x));
                x
            });
            assert!(
                (found - expected).abs() < 0.01,
                "{low} {high}: {found} {expected}"
            );
        }
    }
}
