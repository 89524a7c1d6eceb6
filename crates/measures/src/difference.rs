//! Differences between two means of votes, with intervals.
//!
//! Every roll call of a period is on record, so that a coincidence is a count without an error of
//! sampling. The intervals here answer another question: whether two periods differ by more than the
//! luck of what was put to the vote in each would make them differ, if votes alike had come up.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::coincidence::Tally;

/// The tails left out of an interval.
const TAIL: f64 = 0.025;

/// A difference of two means.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The second less the first.
    pub estimate: f64,
    /// Lower end of the 95% interval; empty where fewer than two roll calls stand on a side.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl Difference {
    /// The second tally's coincidence less the first's, with the interval for two samples of unequal
    /// variance (Welch 1947). `None` where one of them is empty.
    pub fn of(first: &Tally, second: &Tally) -> Option<Self> {
        let estimate = second.coincidence()? - first.coincidence()?;
        let spread = error(first).zip(error(second)).and_then(|(a, b)| {
            let variance = a.squared + b.squared;
            let freedom =
                variance.powi(2) / (a.squared.powi(2) / a.freedom + b.squared.powi(2) / b.freedom);
            half_width(variance.sqrt(), freedom)
        });
        Some(Difference::around(estimate, spread))
    }

    /// The mean of differences taken roll call by roll call, with Student's interval. `None` without
    /// any.
    pub fn paired(differences: &[f64]) -> Option<Self> {
        let n = differences.len() as f64;
        if differences.is_empty() {
            return None;
        }
        let mean = differences.iter().sum::<f64>() / n;
        let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
        let spread = (differences.len() > 1)
            .then(|| half_width((squares / (n - 1.0) / n).sqrt(), n - 1.0))
            .flatten();
        Some(Difference::around(mean, spread))
    }

    fn around(estimate: f64, half: Option<f64>) -> Self {
        Difference {
            estimate,
            low: half.map(|h| estimate - h),
            high: half.map(|h| estimate + h),
        }
    }

    /// Whether all of the interval lies above zero.
    pub fn surely_above(&self) -> bool {
        self.low.is_some_and(|low| low > 0.0)
    }

    /// Whether all of the interval lies below zero.
    pub fn surely_below(&self) -> bool {
        self.high.is_some_and(|high| high < 0.0)
    }
}

/// The error of a mean, squared, and its degrees of freedom.
struct StandardError {
    squared: f64,
    freedom: f64,
}

fn error(tally: &Tally) -> Option<StandardError> {
    let n = f64::from(tally.joint());
    let mean = tally.coincidence()?;
    let squares = f64::from(tally.same) * (1.0 - mean).powi(2)
        + f64::from(tally.partial) * (0.5 - mean).powi(2)
        + f64::from(tally.opposite) * mean.powi(2);
    (tally.joint() > 1).then(|| StandardError {
        squared: squares / (n - 1.0) / n,
        freedom: n - 1.0,
    })
}

/// Without any spread on either side the difference is what it is.
fn half_width(error: f64, freedom: f64) -> Option<f64> {
    if error == 0.0 {
        return Some(0.0);
    }
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some(error * student.inverse_cdf(1.0 - TAIL))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tally(same: u32, partial: u32, opposite: u32) -> Tally {
        Tally {
            same,
            partial,
            opposite,
            absent: 0,
        }
    }

    /// Scores 1, 1, 0, 0 and 1, 1, 1, ½: means 0.5 and 0.875, variances 1/3 and 1/16, squared errors
    /// 1/12 and 1/64, together 0.098958; degrees of freedom 0.098958² / ((1/12)²/3 + (1/64)²/3)
    /// = 4.0871; t(0.975; 4.0871) = 2.7523; half width 2.7523 · 0.31458 = 0.86582.
    #[test]
    fn welch_by_hand() {
        let found = Difference::of(&tally(2, 0, 2), &tally(3, 1, 0)).unwrap();
        assert!((found.estimate - 0.375).abs() < 1e-12);
        assert!(
            (found.high.unwrap() - 0.375 - 0.865_8).abs() < 2e-3,
            "{found:?}"
        );
        assert!(!found.surely_above() && !found.surely_below());
    }

    /// 1, 0, 1, 1: mean 0.75, standard error √(0.25 / 4) = 0.25, t(0.975; 3) = 3.18245.
    #[test]
    fn paired_by_hand() {
        let found = Difference::paired(&[1.0, 0.0, 1.0, 1.0]).unwrap();
        assert!((found.low.unwrap() - (0.75 - 0.25 * 3.182_446)).abs() < 1e-5);
        assert_eq!(Difference::paired(&[]), None);
        let alone = Difference::paired(&[0.5]).unwrap();
        assert_eq!((alone.estimate, alone.low), (0.5, None));
    }

    #[test]
    fn no_votes_no_difference() {
        assert_eq!(Difference::of(&tally(0, 0, 0), &tally(3, 0, 0)), None);
        let certain = Difference::of(&tally(0, 0, 5), &tally(7, 0, 0)).unwrap();
        assert_eq!((certain.low, certain.high), (Some(1.0), Some(1.0)));
    }

    proptest! {
        /// The other way round it is the same with the other sign.
        #[test]
        fn turned_round(a in (0u32..40, 0u32..40, 1u32..40), b in (0u32..40, 0u32..40, 1u32..40)) {
            let (a, b) = (tally(a.0, a.1, a.2), tally(b.0, b.1, b.2));
            let there = Difference::of(&a, &b).unwrap();
            let back = Difference::of(&b, &a).unwrap();
            prop_assert!((there.estimate + back.estimate).abs() < 1e-12);
            prop_assert_eq!(there.surely_above(), back.surely_below());
            if let (Some(low), Some(high)) = (there.low, there.high) {
                prop_assert!(low <= there.estimate && there.estimate <= high);
            }
        }
    }
}
