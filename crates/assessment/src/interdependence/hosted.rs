//! Displacement between the two and through them: whom both host.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError, Place, Population};
use entente_measures::interdependence::{Common, share};
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;
use crate::persons::{HostedCount, Places, is_one_origin, name_of};

/// Origins that are named.
const NAMED: usize = 3;

/// Whom the two host at the end of a year: refugees, asylum-seekers with a case pending, and others
/// in need of international protection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostedTie {
    /// People of the second state in the first.
    pub from_2_in_1: Option<u64>,
    /// People of the first state in the second.
    pub from_1_in_2: Option<u64>,
    /// All in the first from outside the pair, of unknown origin and stateless included.
    pub third_in_1: Option<u64>,
    /// All in the second from outside the pair.
    pub third_in_2: Option<u64>,
    /// Origins outside the pair whose people both host.
    pub origins: Option<u32>,
    /// The sum over these origins of the lesser of the two numbers.
    pub shared: Option<u64>,
    /// That sum as a share of all in the first from outside the pair, 0 to 1.
    pub share_of_1: Option<f64>,
    /// The same for the second.
    pub share_of_2: Option<f64>,
    /// The three origins with the greatest lesser number, by name, the greatest first.
    pub top: Option<Vec<String>>,
}

pub(super) struct Hosted {
    coverage: Coverage,
    /// By year and host, then by origin.
    people: BTreeMap<(u16, Ccode), BTreeMap<Place, u64>>,
    places: Places,
}

impl Hosted {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut hosted = Hosted {
            coverage: Coverage::of("population figures"),
            people: BTreeMap::new(),
            places: Places::default(),
        };
        for row in as_of.rows::<Population>()? {
            hosted.coverage.reach(row.year, row.year);
            let host = hosted.places.state(row.asylum);
            // The state's own people in it are internally displaced, and nobody's guests.
            let own = host.is_some() && hosted.places.state(row.origin) == host;
            if let Some(host) = host.filter(|code| pair.holds(*code) && !own) {
                let people = hosted.people.entry((row.year, host)).or_default();
                *people.entry(row.origin).or_default() += u64::from(HostedCount::of(&row).total());
            }
        }
        Ok(hosted)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    pub(super) fn in_year(&self, pair: &Pair, year: u16, missing: &mut Vec<String>) -> HostedTie {
        if let Some(reason) = self.coverage.silence(year) {
            missing.push(reason);
            return HostedTie::default();
        }
        let [first, second] =
            [(pair.ccode1, &pair.iso3_1), (pair.ccode2, &pair.iso3_2)].map(|(host, iso3)| {
                let people = self.people.get(&(year, host));
                if people.is_none() {
                    missing.push(format!("population figures (no row for {iso3} as host)"));
                }
                people
            });
        let third = [first, second].map(|p| p.map(|p| self.outsiders(pair, p)));
        let mut from_other = [None; 2];
        for (i, (host, origin)) in pair.directions().into_iter().enumerate() {
            let Some(people) = [first, second][i] else {
                continue;
            };
            from_other[i] = self.people_of(people, origin.0);
            if from_other[i].is_none() {
                missing.push(format!(
                    "population figures (no row for people of {} in {})",
                    origin.1, host.1
                ));
            }
            if third[i] == Some(0) {
                missing.push(format!(
                    "population figures (none from outside the pair in {})",
                    host.1
                ));
            }
        }
        let [third_in_1, third_in_2] = third;
        let [from_2_in_1, from_1_in_2] = from_other;
        let mut tie = HostedTie {
            from_2_in_1,
            from_1_in_2,
            third_in_1,
            third_in_2,
            ..HostedTie::default()
        };
        if let (Some(first), Some(second)) = (first, second) {
            let both = self.of_both(pair, first, second);
            let common = Common::of(both.iter().map(|(_, a, b)| (*a, *b)));
            tie.origins = Some(common.origins);
            tie.shared = Some(common.shared);
            tie.share_of_1 = third_in_1.and_then(|all| share(common.shared, all));
            tie.share_of_2 = third_in_2.and_then(|all| share(common.shared, all));
            tie.top = Some(top(both));
        }
        tie
    }

    fn people_of(&self, people: &BTreeMap<Place, u64>, origin: Ccode) -> Option<u64> {
        people
            .iter()
            .filter(|(place, _)| self.places.known(**place) == Some(origin))
            .map(|(_, n)| *n)
            .reduce(|a, b| a + b)
    }

    fn outside(&self, pair: &Pair, place: Place) -> bool {
        !self
            .places
            .known(place)
            .is_some_and(|code| pair.holds(code))
    }

    fn outsiders(&self, pair: &Pair, people: &BTreeMap<Place, u64>) -> u64 {
        people
            .iter()
            .filter(|(place, _)| self.outside(pair, **place))
            .map(|(_, n)| n)
            .sum()
    }

    /// Origins outside the pair that are on record in both, with both numbers.
    fn of_both(
        &self,
        pair: &Pair,
        first: &BTreeMap<Place, u64>,
        second: &BTreeMap<Place, u64>,
    ) -> Vec<(Place, u64, u64)> {
        first
            .iter()
            .filter(|(place, _)| is_one_origin(**place) && self.outside(pair, **place))
            .filter_map(|(place, a)| Some((*place, *a, *second.get(place)?)))
            .collect()
    }
}

fn top(mut both: Vec<(Place, u64, u64)>) -> Vec<String> {
    both.sort_by_key(|(place, a, b)| (std::cmp::Reverse(*a.min(b)), *place));
    both.into_iter()
        .filter(|(_, a, b)| a.min(b) > &0)
        .take(NAMED)
        .map(|(place, _, _)| name_of(place))
        .collect()
}
