//! Interdependence and asymmetry of a pair: shares, ratios, ranks, and what passes through both.
//!
//! *Asymmetry* is the natural logarithm of a ratio: 0 where the two are equal, the same size with
//! the other sign when the two states change places. A ratio is not: 9 and 1/9 are the same
//! inequality, and their mean is not 1.

use serde::Serialize;

/// A part of a whole, 0 to 1; `None` where the whole is empty.
///
/// A part greater than its whole, which no count can be, is cut to 1.
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| (part as f64 / whole as f64).min(1.0))
}

/// First over second, above 0 or 0; `None` where the second is not positive, or the first negative.
pub fn ratio(first: f64, second: f64) -> Option<f64> {
    let ratio = (second > 0.0 && first >= 0.0).then(|| first / second)?;
    ratio.is_finite().then_some(ratio)
}

/// ln(first / second): 0 is equality, positive says that the first is greater; `None` unless both
/// are positive.
pub fn asymmetry(first: f64, second: f64) -> Option<f64> {
    let both = first > 0.0 && second > 0.0 && first.is_finite() && second.is_finite();
    // The difference of logarithms only changes its sign when the two change places.
    both.then(|| first.ln() - second.ln())
}

/// The place of a count among others, 1 the greatest; equal counts share the better place.
///
/// `all` may hold the count itself: only greater ones push it down.
pub fn rank(own: u16, all: impl IntoIterator<Item = u16>) -> u32 {
    let ahead = all.into_iter().filter(|other| *other > own).count();
    u32::try_from(ahead + 1).unwrap_or(u32::MAX)
}

/// What two states hold of the same origins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Common {
    /// Origins of which both hold some.
    pub origins: u32,
    /// The sum over these origins of the lesser of the two numbers.
    pub shared: u64,
}

impl Common {
    /// From the numbers that the two states hold of each origin.
    pub fn of(held: impl IntoIterator<Item = (u64, u64)>) -> Self {
        held.into_iter()
            .map(|(first, second)| first.min(second))
            .filter(|lesser| *lesser > 0)
            .fold(Common::default(), |sum, lesser| Common {
                origins: sum.origins + 1,
                shared: sum.shared + lesser,
            })
    }
}

/// Counts of events by quad class (Schrodt 2012, CAMEO; ICEWS has the same four).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quad<T> {
    /// Statements of cooperation: to consult, to promise, to agree.
    pub verbal_cooperation: T,
    /// Acts of cooperation: aid, trade, joint operations.
    pub material_cooperation: T,
    /// Statements of conflict: to demand, to accuse, to threaten.
    pub verbal_conflict: T,
    /// Acts of conflict: arrests, sanctions, force.
    pub material_conflict: T,
}

impl<T: Copy> Quad<T> {
    /// The four by name, in the publisher's order.
    pub fn named(&self) -> [(&'static str, T); 4] {
        [
            ("verbal_cooperation", self.verbal_cooperation),
            ("material_cooperation", self.material_cooperation),
            ("verbal_conflict", self.verbal_conflict),
            ("material_conflict", self.material_conflict),
        ]
    }

    /// The same of each class.
    pub fn map<U>(self, f: impl Fn(T) -> U) -> Quad<U> {
        Quad {
            verbal_cooperation: f(self.verbal_cooperation),
            material_cooperation: f(self.material_cooperation),
            verbal_conflict: f(self.verbal_conflict),
            material_conflict: f(self.material_conflict),
        }
    }
}

impl Quad<u32> {
    /// Events of all four classes.
    pub fn total(&self) -> u64 {
        self.named()
            .iter()
            .map(|(_, count)| u64::from(*count))
            .sum()
    }
}

/// Events of a source towards a target in a year, beside all that the source did.
///
/// How many events are coded depends on how much news was read. A thinner stream thins a source's
/// events towards all targets, so their shares of the source's total stay.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Directed {
    /// Counts.
    pub counts: Quad<u32>,
    /// All events of the source in the year, towards any target.
    pub source_total: u64,
    /// Each class as a share of all events of the source, 0 to 1; empty where it has none.
    pub of_source: Quad<Option<f64>>,
    /// Each class as a share of the source's events towards this target, 0 to 1; the four sum to 1;
    /// empty where there are none.
    pub of_pair: Quad<Option<f64>>,
}

impl Directed {
    /// From the counts, and all events of the source.
    pub fn of(counts: Quad<u32>, source_total: u64) -> Self {
        let total = counts.total();
        Directed {
            counts,
            source_total,
            of_source: counts.map(|n| share(n.into(), source_total)),
            of_pair: counts.map(|n| share(n.into(), total)),
        }
    }

    /// The source's events towards the target as a share of all its events, 0 to 1.
    pub fn attention(&self) -> Option<f64> {
        share(self.counts.total(), self.source_total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 3 of 12 is a quarter; 9 over 3 is 3, and ln 3 = 1.0986 one way and −1.0986 the other.
    #[test]
    fn hand_worked() {
        assert_eq!(share(3, 12), Some(0.25));
        assert_eq!(share(0, 0), None);
        assert_eq!(share(0, 5), Some(0.0));
        assert_eq!(ratio(9.0, 3.0), Some(3.0));
        assert_eq!(ratio(0.0, 3.0), Some(0.0));
        assert_eq!(ratio(3.0, 0.0), None);
        let there = asymmetry(9.0, 3.0).unwrap();
        assert!((there - 1.098_612_288_668_11).abs() < 1e-12);
        assert_eq!(asymmetry(3.0, 9.0), Some(-there));
        assert_eq!(asymmetry(0.0, 9.0), None);
    }

    /// 60 among 70, 60, 60, 12: one is ahead, so second, and so is the other 60; 12 is fourth.
    #[test]
    fn equal_counts_share_the_better_place() {
        let all = [70, 60, 60, 12];
        assert_eq!(rank(70, all), 1);
        assert_eq!(rank(60, all), 2);
        assert_eq!(rank(12, all), 4);
    }

    /// Lesser numbers 10, 4 and 0: two origins, 14 persons.
    #[test]
    fn what_passes_through_both() {
        let common = Common::of([(10, 300), (9, 4), (0, 7)]);
        assert_eq!(
            common,
            Common {
                origins: 2,
                shared: 14
            }
        );
    }

    /// 6, 2, 1 and 1 of 10 between the two, 100 in all: a tenth of the source's events.
    #[test]
    fn events_beside_all_events() {
        let directed = Directed::of(
            Quad {
                verbal_cooperation: 6,
                material_cooperation: 2,
                verbal_conflict: 1,
                material_conflict: 1,
            },
            100,
        );
        assert_eq!(directed.attention(), Some(0.1));
        assert_eq!(directed.of_source.verbal_cooperation, Some(0.06));
        assert_eq!(directed.of_pair.verbal_cooperation, Some(0.6));
        assert_eq!(
            Directed::of(Quad::default(), 100).of_pair.verbal_conflict,
            None
        );
    }

    fn quad() -> impl Strategy<Value = Quad<u32>> {
        (0u32..5_000, 0u32..500, 0u32..500, 0u32..500).prop_map(|(a, b, c, d)| Quad {
            verbal_cooperation: a,
            material_cooperation: b,
            verbal_conflict: c,
            material_conflict: d,
        })
    }

    proptest! {
        #[test]
        fn shares_are_bounded(part in any::<u64>(), whole in any::<u64>()) {
            if let Some(share) = share(part, whole) {
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }

        #[test]
        fn swapping_inverts(a in 1e-6f64..1e6, b in 1e-6f64..1e6) {
            let (there, back) = (ratio(a, b).unwrap(), ratio(b, a).unwrap());
            prop_assert!((there * back - 1.0).abs() < 1e-12);
            prop_assert_eq!(asymmetry(a, b).unwrap(), -asymmetry(b, a).unwrap());
            prop_assert!((asymmetry(a, b).unwrap().exp() - there).abs() <= 1e-9 * there);
        }

        #[test]
        fn ranks_are_bounded_and_follow_the_counts(all in prop::collection::vec(0u16..80, 1..200)) {
            for (own, other) in all.iter().zip(all.iter().rev()) {
                let place = rank(*own, all.iter().copied());
                prop_assert!((1..=all.len()).contains(&(place as usize)));
                prop_assert_eq!(own.cmp(other), rank(*other, all.iter().copied()).cmp(&place));
            }
        }

        #[test]
        fn what_is_common_is_the_same_both_ways(held in prop::collection::vec((0u64..9_000, 0u64..9_000), 0..60)) {
            let common = Common::of(held.iter().copied());
            prop_assert_eq!(common, Common::of(held.iter().map(|(a, b)| (*b, *a))));
            for side in [held.iter().map(|h| h.0).sum::<u64>(), held.iter().map(|h| h.1).sum()] {
                prop_assert!(common.shared <= side);
            }
        }

        /// Half the news read, with every count and total halved, leaves every share as it was.
        #[test]
        fn a_thinner_stream_is_not_a_cooling(counts in quad(), elsewhere in 1u64..100_000, times in 2u32..9) {
            let total = counts.total() + elsewhere;
            let thin = Directed::of(counts, total);
            let thick = Directed::of(counts.map(|n| n * times), total * u64::from(times));
            for ((_, a), (_, b)) in thin.of_source.named().into_iter().zip(thick.of_source.named()) {
                prop_assert!((a.unwrap() - b.unwrap()).abs() < 1e-12);
            }
            let parts: f64 = thin.of_source.named().iter().filter_map(|(_, s)| *s).sum();
            prop_assert!((parts - thin.attention().unwrap()).abs() < 1e-12);
            let mix: f64 = thin.of_pair.named().iter().filter_map(|(_, s)| *s).sum();
            prop_assert!(counts.total() == 0 || (mix - 1.0).abs() < 1e-12);
        }
    }
}
