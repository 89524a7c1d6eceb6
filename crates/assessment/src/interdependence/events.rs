//! Events between the two, beside all that each does.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{AsOf, EventCount, EventPanel, EvidenceError};
use entente_measures::interdependence::{Directed, Quad, asymmetry};
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;

/// Coded events between the two in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EventTie {
    /// Of the first towards the second; empty where the first is not covered.
    pub from_1: Option<Directed>,
    /// Of the second towards the first.
    pub from_2: Option<Directed>,
    /// ln(share of the first's events that go to the second / share of the second's that go to the
    /// first): negative says that the second attends more to the first than the first to it.
    pub asymmetry: Option<f64>,
}

pub(super) struct Events {
    coverage: Coverage,
    panel: BTreeSet<(Ccode, u16)>,
    towards: BTreeMap<(Ccode, u16), Quad<u32>>,
    totals: BTreeMap<(Ccode, u16), u64>,
}

impl Events {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut events = Events {
            coverage: Coverage::of("events"),
            panel: BTreeSet::new(),
            towards: BTreeMap::new(),
            totals: BTreeMap::new(),
        };
        for row in as_of.rows::<EventPanel>()? {
            events.coverage.reach(row.year, row.year);
            events.panel.insert((row.ccode, row.year));
        }
        for row in as_of.select::<EventCount>(|e| pair.holds(e.ccode1))? {
            let counts = Quad {
                verbal_cooperation: row.verbal_cooperation,
                material_cooperation: row.material_cooperation,
                verbal_conflict: row.verbal_conflict,
                material_conflict: row.material_conflict,
            };
            let key = (row.ccode1, row.year);
            *events.totals.entry(key).or_default() += counts.total();
            if pair.holds(row.ccode2) {
                events.towards.insert(key, counts);
            }
        }
        Ok(events)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    pub(super) fn in_year(&self, pair: &Pair, year: u16, missing: &mut Vec<String>) -> EventTie {
        if let Some(reason) = self.coverage.silence(year) {
            missing.push(reason);
            return EventTie::default();
        }
        let outside: Vec<&str> = [(pair.ccode1, &pair.iso3_1), (pair.ccode2, &pair.iso3_2)]
            .into_iter()
            .filter(|(state, _)| !self.panel.contains(&(*state, year)))
            .map(|(_, iso3)| iso3.as_str())
            .collect();
        if !outside.is_empty() {
            missing.push(format!("events ({} not covered)", outside.join(" and ")));
            return EventTie::default();
        }
        let [from_1, from_2] = [pair.ccode1, pair.ccode2].map(|state| self.of(state, year));
        for (directed, (source, target)) in [from_1, from_2].iter().zip(pair.directions()) {
            if directed.counts.total() == 0 {
                missing.push(format!(
                    "events (none from {} to {}: no shares of them)",
                    source.1, target.1
                ));
            }
        }
        let attention = from_1.attention().zip(from_2.attention());
        EventTie {
            from_1: Some(from_1),
            from_2: Some(from_2),
            asymmetry: attention.and_then(|(a, b)| asymmetry(a, b)),
        }
    }

    /// The panel is complete: covered states without a row had no event.
    fn of(&self, state: Ccode, year: u16) -> Directed {
        Directed::of(
            self.towards
                .get(&(state, year))
                .copied()
                .unwrap_or_default(),
            self.totals.get(&(state, year)).copied().unwrap_or(0),
        )
    }
}
