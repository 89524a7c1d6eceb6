//! How far commitments were kept.
//!
//! The scale is the G20 Research Group's (University of Toronto, compliance reports): one assessor
//! gives a party, for one commitment, −1 (no action, or the contrary), 0 (in part, or in progress) or
//! +1 (in full). Assessors count alike; what nobody has assessed is in no mean.

use serde::Serialize;

/// Compliance over pairs of a commitment and a party that made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Compliance {
    /// Pairs of a commitment and a party.
    pub pairs: usize,
    /// Those of them that were assessed.
    pub assessed: usize,
    /// Assessed as +1.
    pub full: usize,
    /// Assessed as between −1 and +1.
    pub partial: usize,
    /// Assessed as −1.
    pub none: usize,
    /// The mean score S over the pairs assessed, from −1 to +1; `None` if none was.
    pub score: Option<f64>,
    /// The same as a percentage, from 0 to 100.
    pub percent: Option<f64>,
}

impl Compliance {
    /// Over pairs, each with its score from −1 to +1, or `None` where nobody has assessed it.
    pub fn over(pairs: impl IntoIterator<Item = Option<f64>>) -> Self {
        let mut found = Compliance::default();
        let mut sum = 0.0;
        for score in pairs {
            found.pairs += 1;
            let Some(score) = score else {
                continue;
            };
            found.assessed += 1;
            sum += score;
            if score >= 1.0 {
                found.full += 1;
            } else if score <= -1.0 {
                found.none += 1;
            } else {
                found.partial += 1;
            }
        }
        found.score = (found.assessed > 0).then(|| sum / found.assessed as f64);
        found.percent = found.score.map(percent);
        found
    }
}

/// A score S from −1 to +1 as a percentage: 50·(S + 1).
pub fn percent(score: f64) -> f64 {
    50.0 * (score + 1.0)
}

/// What assessors who count alike say together: the mean of their scores, `None` without any.
pub fn combined(scores: &[i8]) -> Option<f64> {
    let sum: i64 = scores.iter().map(|s| i64::from(*s)).sum();
    (!scores.is_empty()).then(|| sum as f64 / scores.len() as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Three of four pairs assessed, as +1, +1 and −1: S = 1/3, 50·(1/3 + 1) = 66.7%.
    #[test]
    fn unassessed_is_not_zero() {
        let found = Compliance::over([Some(1.0), None, Some(1.0), Some(-1.0)]);
        assert_eq!((found.pairs, found.assessed), (4, 3));
        assert_eq!((found.full, found.partial, found.none), (2, 0, 1));
        assert_eq!(found.score, Some(1.0 / 3.0));
        assert!((found.percent.unwrap() - 200.0 / 3.0).abs() < 1e-12);
        assert_eq!(Compliance::over([None]).percent, None);
    }

    #[test]
    fn assessors_count_alike() {
        assert_eq!(combined(&[]), None);
        assert_eq!(combined(&[0]), Some(0.0));
        assert_eq!(combined(&[1, 1, -1]), Some(1.0 / 3.0));
    }

    proptest! {
        /// A percentage is between 0 and 100, whatever the pairs, and more of none changes no mean.
        #[test]
        fn bounds(scores in prop::collection::vec(prop::option::of(-1.0f64..=1.0), 0..40)) {
            let found = Compliance::over(scores.iter().copied());
            prop_assert_eq!(found.full + found.partial + found.none, found.assessed);
            prop_assert!(found.percent.is_none_or(|p| (0.0..=100.0).contains(&p)));
            let more = scores.iter().copied().chain([None, None]);
            prop_assert_eq!(Compliance::over(more).score, found.score);
        }
    }
}
