//! Displacement between the parties, and through them.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{AsOf, AsylumApplication, EvidenceError, Place, Population, TableId};
use entente_states::Ccode;
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::Party;
use crate::persons::{Applied, HostedCount, counts_once, is_one_origin, name_of, state_at};

/// Years of applications that are listed.
const YEARS: u16 = 5;
/// Origins that are listed.
const ORIGINS: usize = 6;

/// Displacement between and through the parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DisplacementSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The last year of population figures on record.
    pub year: Option<u16>,
    /// The last year of asylum applications on record.
    pub application_year: Option<u16>,
    /// From each party to each other one.
    pub between: Vec<Exchange>,
    /// Origins outside the parties whose people all parties host, by the smallest of the parties' counts.
    pub through: Vec<Origin>,
}

/// People from one party in another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exchange {
    /// Where they come from.
    pub origin: Ccode,
    /// Its three-letter code.
    pub origin_iso3: String,
    /// Where they stay.
    pub asylum: Ccode,
    /// Its three-letter code.
    pub asylum_iso3: String,
    /// At the end of the last year; empty where there is no record.
    pub hosted: Option<HostedCount>,
    /// New applications for asylum, year by year; empty where there is no record.
    pub applications: Vec<AppliedYear>,
}

/// New applications for asylum in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AppliedYear {
    /// The year.
    pub year: u16,
    /// Empty where there is no record.
    pub applied: Option<Applied>,
}

/// An origin whose people all parties host.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Origin {
    /// ISO code, or UNHCR's for what is not a state.
    pub origin: Place,
    /// Its name in English, where it is a state.
    pub name: String,
    /// What each party hosts at the end of the last year, in the order of the parties.
    pub hosted: Vec<HostedCount>,
    /// New applications in each party in the last year, in the order of the parties; empty where there is no record.
    pub applications: Vec<Option<Applied>>,
}

/// What the parties host, by origin; and the places that stand for each state of origin.
pub(crate) struct Record {
    /// The rows of the last year, of people in the parties.
    pub(crate) population: Vec<Population>,
    /// The rows of the years that are listed, of new applications in the parties.
    pub(crate) applied: Vec<AsylumApplication>,
    hosted: BTreeMap<(Place, Ccode), HostedCount>,
    applications: BTreeMap<(u16, Place, Ccode), Applied>,
    places: BTreeMap<Ccode, BTreeSet<Place>>,
    year: Option<u16>,
    application_year: Option<u16>,
}

impl Record {
    pub(crate) fn read(parties: &[Party], as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut asylums: BTreeMap<Place, Option<Ccode>> = BTreeMap::new();
        let mut party_at = |place: Place| {
            *asylums.entry(place).or_insert_with(|| {
                state_at(place).filter(|code| parties.iter().any(|p| p.ccode == *code))
            })
        };
        let year = as_of.rows::<Population>()?.map(|p| p.year).max();
        let mut hosted: BTreeMap<(Place, Ccode), HostedCount> = BTreeMap::new();
        let mut population = Vec::new();
        for row in as_of.rows::<Population>()?.filter(|p| Some(p.year) == year) {
            if let Some(asylum) = party_at(row.asylum) {
                hosted
                    .entry((row.origin, asylum))
                    .or_default()
                    .add(HostedCount::of(&row));
                population.push(row.into_owned());
            }
        }
        let application_year = as_of.rows::<AsylumApplication>()?.map(|a| a.year).max();
        let from = application_year.unwrap_or(0).saturating_sub(YEARS - 1);
        let mut applications: BTreeMap<(u16, Place, Ccode), Applied> = BTreeMap::new();
        let mut applied = Vec::new();
        for row in as_of
            .rows::<AsylumApplication>()?
            .filter(|a| a.year >= from && counts_once(a))
        {
            if let Some(asylum) = party_at(row.asylum) {
                applications
                    .entry((row.year, row.origin, asylum))
                    .or_default()
                    .add(Applied::of(&row));
                applied.push(row.into_owned());
            }
        }
        let origins = hosted
            .keys()
            .map(|(p, _)| *p)
            .chain(applications.keys().map(|(_, p, _)| *p));
        let mut places: BTreeMap<Ccode, BTreeSet<Place>> = BTreeMap::new();
        for place in origins.collect::<BTreeSet<_>>() {
            if let Some(code) = state_at(place) {
                places.entry(code).or_default().insert(place);
            }
        }
        Ok(Record {
            population,
            applied,
            hosted,
            applications,
            places,
            year,
            application_year,
        })
    }

    fn places(&self, state: Ccode) -> impl Iterator<Item = Place> + '_ {
        self.places.get(&state).into_iter().flatten().copied()
    }

    fn people_of(&self, origin: Ccode, asylum: Ccode) -> Option<HostedCount> {
        self.places(origin)
            .filter_map(|place| self.hosted.get(&(place, asylum)))
            .copied()
            .reduce(|mut a, b| {
                a.add(b);
                a
            })
    }

    fn applied(&self, year: u16, origin: Ccode, asylum: Ccode) -> Option<Applied> {
        self.places(origin)
            .filter_map(|place| self.applications.get(&(year, place, asylum)))
            .copied()
            .reduce(|mut a, b| {
                a.add(b);
                a
            })
    }
}

impl DisplacementSection {
    pub(crate) fn of(
        parties: &[Party],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let record = Record::read(parties, as_of)?;
        let hosted = notes.add(
            &[TableId::Population],
            match record.year {
                Some(year) => format!("persons at the end of {year}, by origin and asylum"),
                None => "no year on record by the date".to_owned(),
            },
            "refugees, asylum-seekers with a case pending, and others in need of international protection",
            "no row means that none were recorded. UNHCR rounds small counts to multiples of 5 in some years. A year's figures are read as known from its 31 December, though they are published in the course of the next year.",
        );
        notes.last_is(Message::new("note-hosted").with_year("year", record.year));
        let applied = notes.add(
            &[TableId::AsylumApplication],
            match record.application_year {
                Some(year) => format!("{}-{year}: new applications (type N), reviews and appeals (levels AR, RA, JR) left out", year - (YEARS - 1)),
                None => "no year on record by the date".to_owned(),
            },
            "sums over procedures and levels, persons and cases apart as reported (a case can be a family)",
            "the table begins in 2000. The United States reports applications to its immigration courts in persons and those to its asylum office in cases, in most years.",
        );
        notes.last_is(
            Message::new("note-applications")
                .with_year("year", record.application_year)
                .with_year("first", record.application_year.map(|y| y - (YEARS - 1))),
        );
        Ok(DisplacementSection {
            notes: vec![hosted, applied],
            year: record.year,
            application_year: record.application_year,
            between: between(parties, &record),
            through: through(parties, &record),
        })
    }
}

fn between(parties: &[Party], record: &Record) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    for origin in parties {
        for asylum in parties.iter().filter(|a| a.ccode != origin.ccode) {
            let years = record
                .application_year
                .map(|last| last.saturating_sub(YEARS - 1)..=last);
            exchanges.push(Exchange {
                origin: origin.ccode,
                origin_iso3: origin.iso3.clone(),
                asylum: asylum.ccode,
                asylum_iso3: asylum.iso3.clone(),
                hosted: record.people_of(origin.ccode, asylum.ccode),
                applications: years
                    .into_iter()
                    .flatten()
                    .map(|year| AppliedYear {
                        year,
                        applied: record.applied(year, origin.ccode, asylum.ccode),
                    })
                    .collect(),
            });
        }
    }
    exchanges
}

fn through(parties: &[Party], record: &Record) -> Vec<Origin> {
    let mut origins: Vec<Place> = record.hosted.keys().map(|(place, _)| *place).collect();
    origins.dedup();
    let mut rows: Vec<(u32, Origin)> = origins
        .into_iter()
        .filter(|place| state_at(*place).is_none_or(|code| parties.iter().all(|p| p.ccode != code)))
        .filter(|place| is_one_origin(*place))
        .filter_map(|place| {
            let hosted: Vec<HostedCount> = parties
                .iter()
                .map(|p| record.hosted.get(&(place, p.ccode)).copied())
                .collect::<Option<_>>()?;
            let least = hosted
                .iter()
                .map(HostedCount::total)
                .min()
                .filter(|n| *n > 0)?;
            let year = record.application_year.unwrap_or(0);
            let applications = parties
                .iter()
                .map(|p| record.applications.get(&(year, place, p.ccode)).copied())
                .collect();
            let name = name_of(place);
            Some((
                least,
                Origin {
                    origin: place,
                    name,
                    hosted,
                    applications,
                },
            ))
        })
        .collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.origin.cmp(&b.1.origin)));
    rows.into_iter()
        .take(ORIGINS)
        .map(|(_, origin)| origin)
        .collect()
}
