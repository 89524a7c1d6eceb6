//! Asylum applications of each state's people in the other, beside all that each receives and all
//! that its people lodge.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, AsylumApplication, EvidenceError};
use entente_measures::interdependence::share;
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;
use crate::persons::{Applied, Places, counts_once};

/// New applications for asylum of the people of one state (the origin) in the other (the host).
///
/// Applications are counted as lodged: those of persons and those of cases added, a case as one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AsylumTie {
    /// Applications of the origin's people in the host.
    pub applications: Option<u64>,
    /// Those among them that were reported as cases, of one or more persons.
    pub cases: Option<u64>,
    /// All applications in the host, whatever the origin.
    pub host_total: Option<u64>,
    /// All applications of the origin's people, wherever lodged.
    pub origin_total: Option<u64>,
    /// Share of the host's applications that come from the origin, 0 to 1.
    pub share_of_host: Option<f64>,
    /// Share of the applications of the origin's people that are lodged in the host, 0 to 1.
    pub share_of_origin: Option<f64>,
}

pub(super) struct Asylum {
    coverage: Coverage,
    /// By year, origin and host.
    between: BTreeMap<(u16, Ccode, Ccode), Applied>,
    in_host: BTreeMap<(u16, Ccode), Applied>,
    of_origin: BTreeMap<(u16, Ccode), Applied>,
}

impl Asylum {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut asylum = Asylum {
            coverage: Coverage::of("asylum applications"),
            between: BTreeMap::new(),
            in_host: BTreeMap::new(),
            of_origin: BTreeMap::new(),
        };
        let mut places = Places::default();
        for row in as_of.rows::<AsylumApplication>()? {
            asylum.coverage.reach(row.year, row.year);
            let of_pair = |state: Option<Ccode>| state.filter(|code| pair.holds(*code));
            let origin = of_pair(places.state(row.origin));
            let host = of_pair(places.state(row.asylum));
            if (origin.is_none() && host.is_none()) || !counts_once(&row) {
                continue;
            }
            let (year, applied) = (row.year, Applied::of(&row));
            if let Some(host) = host {
                asylum.in_host.entry((year, host)).or_default().add(applied);
            }
            if let Some(origin) = origin {
                let all = asylum.of_origin.entry((year, origin)).or_default();
                all.add(applied);
            }
            if let Some((origin, host)) = origin.zip(host) {
                let between = asylum.between.entry((year, origin, host)).or_default();
                between.add(applied);
            }
        }
        Ok(asylum)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// Applications of the second state's people in the first, then of the first's in the second.
    pub(super) fn in_year(
        &self,
        pair: &Pair,
        year: u16,
        missing: &mut Vec<String>,
    ) -> [AsylumTie; 2] {
        if let Some(reason) = self.coverage.silence(year) {
            missing.push(reason);
            return [AsylumTie::default(); 2];
        }
        pair.directions().map(|(host, origin)| {
            let found = self.between.get(&(year, origin.0, host.0)).copied();
            if found.is_none() {
                missing.push(format!(
                    "asylum applications (no row for people of {} in {})",
                    origin.1, host.1
                ));
            }
            AsylumTie::of(
                found,
                self.in_host.get(&(year, host.0)).copied(),
                self.of_origin.get(&(year, origin.0)).copied(),
            )
        })
    }
}

impl AsylumTie {
    fn of(between: Option<Applied>, host: Option<Applied>, origin: Option<Applied>) -> Self {
        let applications = between.map(lodged);
        let (host_total, origin_total) = (host.map(lodged), origin.map(lodged));
        let of = |whole: Option<u64>| share(applications?, whole?);
        AsylumTie {
            applications,
            cases: between.map(|a| a.cases.unwrap_or(0).into()),
            host_total,
            origin_total,
            share_of_host: of(host_total),
            share_of_origin: of(origin_total),
        }
    }
}

fn lodged(applied: Applied) -> u64 {
    u64::from(applied.persons.unwrap_or(0)) + u64::from(applied.cases.unwrap_or(0))
}
