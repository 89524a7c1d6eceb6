//! How far past outlooks missed, and so how sure the next one is.
//!
//! An error is told in units of the pair's spread, (observed − expected) / spread, over all pairs of the
//! last sessions; its quantiles then give the next outlook's. This is conformal prediction with
//! normalised errors (Lei and others 2018, "Distribution-free predictive inference for regression",
//! section 5.2), rolled on session by session, with both tails apart.

use serde::{Deserialize, Serialize};

use super::PairOutlook;

/// Levels at which the distribution is scored: the middles of twenty equal parts.
pub const LEVELS: [f64; 20] = {
    let mut levels = [0.0; 20];
    let mut k = 0;
    while k < 20 {
        levels[k] = (k as f64 + 0.5) / 20.0;
        k += 1;
    }
    levels
};

/// Quantiles of a voting coincidence, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Quantile 0.05.
    pub q05: f64,
    /// Quantile 0.25.
    pub q25: f64,
    /// Quantile 0.75.
    pub q75: f64,
    /// Quantile 0.95.
    pub q95: f64,
}

/// Four quantiles of past errors, in units of spread: all that an interval needs of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Margins {
    /// Quantiles 0.05, 0.25, 0.75 and 0.95.
    quantiles: [f64; 4],
}

/// Errors of past outlooks on one set of roll calls, in units of spread, smallest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastErrors {
    errors: Vec<f32>,
}

impl PastErrors {
    /// From what was expected and what came; the order does not matter.
    pub fn of(told: impl IntoIterator<Item = (PairOutlook, f32)>) -> Self {
        let mut errors: Vec<f32> = told
            .into_iter()
            .map(|(outlook, observed)| (observed - outlook.expected) / outlook.spread)
            .filter(|e| e.is_finite())
            .collect();
        errors.sort_unstable_by(f32::total_cmp);
        PastErrors { errors }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.errors.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The quantile of the errors at a level between 0 and 1, linear between neighbours; `None` if there are
    /// none.
    pub fn quantile(&self, level: f64) -> Option<f64> {
        let last = self.errors.len().checked_sub(1)?;
        let place = level.clamp(0.0, 1.0) * last as f64;
        let below = place.floor() as usize;
        let above = (below + 1).min(last);
        let (below, above) = (self.errors[below], self.errors[above]);
        Some(f64::from(below) + place.fract() * f64::from(above - below))
    }

    /// The margins about an outlook; `None` if there are no errors.
    pub fn margins(&self) -> Option<Margins> {
        Some(Margins {
            quantiles: [
                self.quantile(0.05)?,
                self.quantile(0.25)?,
                self.quantile(0.75)?,
                self.quantile(0.95)?,
            ],
        })
    }
}

impl Margins {
    /// The quantiles 0.05, 0.25, 0.75 and 0.95 of past errors, in units of spread.
    pub fn quantiles(&self) -> [f64; 4] {
        self.quantiles
    }

    /// The interval about an outlook.
    pub fn interval(&self, outlook: &PairOutlook) -> Interval {
        let [q05, q25, q75, q95] = self.quantiles.map(|error| about(outlook, error));
        Interval { q05, q25, q75, q95 }
    }
}

/// The coincidence that lies so many spreads from the expected, within 0 and 1.
pub(super) fn about(outlook: &PairOutlook, error: f64) -> f64 {
    (f64::from(outlook.expected) + error * f64::from(outlook.spread)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn outlook(expected: f32, spread: f32) -> PairOutlook {
        PairOutlook {
            expected,
            spread,
            votes: 50.0,
        }
    }

    #[test]
    fn errors_in_spreads_give_the_interval() {
        let told = [0.4, 0.5, 0.6, 0.7, 0.8].map(|came| (outlook(0.6, 0.1), came));
        let past = PastErrors::of(told);
        assert!(past.quantile(0.5).unwrap().abs() < 1e-6);
        let interval = past.margins().unwrap().interval(&outlook(0.9, 0.05));
        assert!((interval.q25 - 0.85).abs() < 1e-6, "{interval:?}");
        assert!((interval.q95 - 0.99).abs() < 1e-6, "{interval:?}");
        assert_eq!(PastErrors::default().margins(), None);
    }

    proptest! {
        #[test]
        fn intervals_are_ordered_and_within_bounds(
            told in prop::collection::vec((0f32..=1.0, 0.01f32..0.3, 0f32..=1.0), 1..50),
            expected in 0f32..=1.0,
        ) {
            let past = PastErrors::of(told.iter().map(|(m, s, y)| (outlook(*m, *s), *y)));
            let i = past.margins().unwrap().interval(&outlook(expected, 0.1));
            prop_assert!(0.0 <= i.q05 && i.q05 <= i.q25 && i.q25 <= i.q75 && i.q75 <= i.q95 && i.q95 <= 1.0);
        }
    }
}
