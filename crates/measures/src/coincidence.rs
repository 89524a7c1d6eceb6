//! Voting coincidence as the U.S. Department of State defines it.
//!
//! Source: U.S. Department of State, *Voting Practices in the United Nations*, reports on 2017 to
//! 2020: over the roll calls on which both states voted, a vote counts as the same (1) where both
//! voted alike, both abstaining included; as partial (½) where exactly one of the two abstained; as
//! opposite (0) where one voted yes and the other no.

use serde::Serialize;

/// How two states voted on the same roll calls.
///
/// Symmetric: the tally of (a, b) is that of (b, a).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Tally {
    /// Roll calls on which both voted alike.
    pub same: u32,
    /// Roll calls on which exactly one of the two abstained.
    pub partial: u32,
    /// Roll calls on which one voted yes and the other no.
    pub opposite: u32,
    /// Roll calls of the selection on which at least one of the two cast no vote on record.
    pub absent: u32,
}

/// A coincidence and the tally behind it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Coincidence {
    /// The tally.
    #[serde(flatten)]
    pub tally: Tally,
    /// (same + ½ partial) / both voted, 0 to 1; empty where they never both voted.
    pub coincidence: Option<f64>,
}

impl Tally {
    /// Counts vote by vote, in the codes of the record (1 yes, 2 abstain, 3 no, others no vote).
    ///
    /// The two slices are the two states' votes on the same roll calls; the shorter one decides how
    /// many are counted.
    pub fn count(a: &[u8], b: &[u8]) -> Self {
        let mut tally = Tally::default();
        for (&a, &b) in a.iter().zip(b) {
            let voted = |v: u8| (1..=3).contains(&v);
            match (voted(a) && voted(b), a.abs_diff(b)) {
                (false, _) => tally.absent += 1,
                (true, 0) => tally.same += 1,
                (true, 1) => tally.partial += 1,
                (true, _) => tally.opposite += 1,
            }
        }
        tally
    }

    /// Roll calls on which both voted.
    pub fn joint(&self) -> u32 {
        self.same + self.partial + self.opposite
    }

    /// (same + ½ partial) / both voted, 0 to 1; `None` where they never both voted.
    pub fn coincidence(&self) -> Option<f64> {
        let joint = self.joint();
        (joint > 0)
            .then(|| (f64::from(self.same) + 0.5 * f64::from(self.partial)) / f64::from(joint))
    }

    /// The tally with its coincidence.
    pub fn rated(self) -> Coincidence {
        Coincidence {
            tally: self,
            coincidence: self.coincidence(),
        }
    }
}

impl std::ops::Add for Tally {
    type Output = Tally;
    fn add(self, other: Tally) -> Tally {
        Tally {
            same: self.same + other.same,
            partial: self.partial + other.partial,
            opposite: self.opposite + other.opposite,
            absent: self.absent + other.absent,
        }
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |a, b| a + b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Yes/yes, abstain/abstain, no/no same; yes/abstain, no/abstain partial; yes/no opposite; the
    /// rest absent: (3 + ½·2) / 6 = 2/3.
    #[test]
    fn hand_worked() {
        let a = [1, 2, 3, 1, 3, 1, 0, 8, 1];
        let b = [1, 2, 3, 2, 2, 3, 1, 1, 0];
        let tally = Tally::count(&a, &b);
        assert_eq!(
            tally,
            Tally {
                same: 3,
                partial: 2,
                opposite: 1,
                absent: 3
            }
        );
        assert_eq!(tally.coincidence(), Some(4.0 / 6.0));
    }

    #[test]
    fn never_both_voting_is_no_number() {
        assert_eq!(Tally::count(&[1, 0], &[0, 3]).coincidence(), None);
    }

    fn votes() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(prop::sample::select(vec![0u8, 1, 2, 3, 8]), 0..80)
    }

    proptest! {
        #[test]
        fn symmetric_and_bounded(a in votes(), b in votes()) {
            let (ab, ba) = (Tally::count(&a, &b), Tally::count(&b, &a));
            prop_assert_eq!(ab, ba);
            prop_assert_eq!(ab.joint() + ab.absent, a.len().min(b.len()) as u32);
            if let Some(c) = ab.coincidence() {
                prop_assert!((0.0..=1.0).contains(&c));
            }
        }

        #[test]
        fn with_itself_one(a in votes()) {
            let voted = a.iter().any(|v| (1..=3).contains(v));
            prop_assert_eq!(Tally::count(&a, &a).coincidence(), voted.then_some(1.0));
        }

        #[test]
        fn swapping_yes_and_no_changes_nothing(a in votes(), b in votes()) {
            let swap = |v: &[u8]| v.iter().map(|&x| match x { 1 => 3, 3 => 1, x => x }).collect::<Vec<_>>();
            prop_assert_eq!(Tally::count(&a, &b), Tally::count(&swap(&a), &swap(&b)));
        }
    }
}
