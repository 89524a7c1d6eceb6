//! Persons displaced from somewhere to a party: each table read once.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, AsylumApplication, EvidenceError, Population};
use entente_states::Ccode;

use crate::parties::Party;
use crate::persons::{HostedCount, Places, counts_once};

/// Persons by year and origin, for each party.
#[derive(Default)]
pub(super) struct People(BTreeMap<Ccode, BTreeMap<u16, BTreeMap<Ccode, u32>>>);

impl People {
    /// New asylum applications lodged with the parties, persons and cases added.
    pub fn applying(parties: &[Party], as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut people = People::default();
        let mut places = Places::default();
        for row in as_of
            .rows::<AsylumApplication>()?
            .filter(|row| counts_once(row))
        {
            if let Some(host) = host(places.state(row.asylum), parties) {
                people.add(
                    host,
                    row.year,
                    places.state(row.origin),
                    row.applied.unwrap_or(0),
                );
            }
        }
        Ok(people)
    }

    /// Persons whom the parties host at the end of a year.
    pub fn hosted(parties: &[Party], as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut people = People::default();
        let mut places = Places::default();
        for row in as_of.rows::<Population>()? {
            if let Some(host) = host(places.state(row.asylum), parties) {
                let total = HostedCount::of(&row).total();
                people.add(host, row.year, places.state(row.origin), total);
            }
        }
        Ok(people)
    }

    fn add(&mut self, host: Ccode, year: u16, origin: Option<Ccode>, persons: u32) {
        // A year is on record if anybody is, from wherever.
        let year = self.0.entry(host).or_default().entry(year).or_default();
        if let Some(origin) = origin {
            *year.entry(origin).or_default() += persons;
        }
    }

    /// The last year on record of a party, and the persons of some origins in it.
    pub fn last(&self, host: Ccode, origins: &[Ccode]) -> Option<(u16, u32)> {
        let (year, by_origin) = self.0.get(&host)?.last_key_value()?;
        Some((*year, origins.iter().filter_map(|o| by_origin.get(o)).sum()))
    }
}

fn host(asylum: Option<Ccode>, parties: &[Party]) -> Option<Ccode> {
    asylum.filter(|code| parties.iter().any(|p| p.ccode == *code))
}
