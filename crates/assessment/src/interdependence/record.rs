//! All that is on record of a pair, gathered once, and its rows.

use std::ops::RangeInclusive;

use entente_evidence::{
    Alliance, AsOf, AsylumApplication, Capability, Contiguity, Distance, EventCount, EventPanel,
    EvidenceError, JointIgo, Population, TableUse, end_of_year,
};

use super::asylum::Asylum;
use super::coverage::{Coverage, existed_in};
use super::events::Events;
use super::hosted::Hosted;
use super::organisations::Organisations;
use super::pacts::Pacts;
use super::place::Places;
use super::power::Power;
use super::row::TiesRow;
use crate::parties::Pair;

/// Every measure of a pair, year by year, for the years asked for.
///
/// Rows begin with the first year that some table covers and in which both states existed, and end
/// with the last that some table covers; a year asked for beyond that, and over by the date, has
/// its row too, with nothing in it but the reasons. A year that is not over by the date has none.
///
/// # Errors
/// If a table cannot be read.
pub fn ties_rows(
    pair: &Pair,
    as_of: &AsOf<'_>,
    from: Option<u16>,
    to: Option<u16>,
) -> Result<Vec<TiesRow>, EvidenceError> {
    let record = PairRecord::read(pair, as_of)?;
    Ok(record
        .years(pair, as_of, from, to)
        .map(|year| record.row(pair, year))
        .collect())
}

/// The tables behind the rows.
///
/// # Errors
/// If a table cannot be read.
pub fn ties_evidence(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Capability>()?,
        as_of.table_use::<AsylumApplication>()?,
        as_of.table_use::<Population>()?,
        as_of.table_use::<JointIgo>()?,
        as_of.table_use::<Alliance>()?,
        as_of.table_use::<Contiguity>()?,
        as_of.table_use::<Distance>()?,
        as_of.table_use::<EventCount>()?,
        as_of.table_use::<EventPanel>()?,
    ])
}

/// A span that holds no year.
const NO_YEARS: RangeInclusive<u16> = RangeInclusive::new(1, 0);

struct PairRecord {
    power: Power,
    asylum: Asylum,
    hosted: Hosted,
    organisations: Organisations,
    pacts: Pacts,
    places: Places,
    events: Events,
}

impl PairRecord {
    /// Decoding is most of the work: the tables are read in two halves of like length, side by side.
    fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let people = || -> Result<_, EvidenceError> {
            Ok((
                Asylum::read(pair, as_of)?,
                Hosted::read(pair, as_of)?,
                Events::read(pair, as_of)?,
            ))
        };
        let structure = || -> Result<_, EvidenceError> {
            Ok((
                Organisations::read(pair, as_of)?,
                Power::read(pair, as_of)?,
                Pacts::read(pair, as_of)?,
                Places::read(pair, as_of)?,
            ))
        };
        let (people, structure) = rayon::join(people, structure);
        let (asylum, hosted, events) = people?;
        let (organisations, power, pacts, places) = structure?;
        Ok(PairRecord {
            power,
            asylum,
            hosted,
            organisations,
            pacts,
            places,
            events,
        })
    }

    fn coverages(&self) -> impl Iterator<Item = (u16, u16)> {
        let [borders, distances] = self.places.coverages();
        [
            self.power.coverage(),
            self.asylum.coverage(),
            self.hosted.coverage(),
            self.organisations.coverage(),
            self.pacts.coverage(),
            borders,
            distances,
            self.events.coverage(),
        ]
        .into_iter()
        .filter_map(Coverage::years)
    }

    fn years(
        &self,
        pair: &Pair,
        as_of: &AsOf<'_>,
        from: Option<u16>,
        to: Option<u16>,
    ) -> RangeInclusive<u16> {
        let date = as_of.date();
        let this = u16::try_from(date.year()).unwrap_or(0);
        let over = if end_of_year(this) <= date {
            this
        } else {
            this.saturating_sub(1)
        };
        let covered = self.coverages().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let Some((first, last)) = covered else {
            return NO_YEARS;
        };
        let both = |year: &u16| existed_in(pair.ccode1, *year) && existed_in(pair.ccode2, *year);
        let first = (first..=last).find(both).unwrap_or(u16::MAX);
        let last = to.unwrap_or(last).min(over);
        first.max(from.unwrap_or(first))..=last
    }

    fn row(&self, pair: &Pair, year: u16) -> TiesRow {
        let mut missing = Vec::new();
        let m = &mut missing;
        TiesRow {
            pair: pair.clone(),
            year,
            power: self.power.in_year(pair, year, m),
            asylum: self.asylum.in_year(pair, year, m),
            hosted: self.hosted.in_year(pair, year, m),
            organisations: self.organisations.in_year(pair, year, m),
            pacts: self.pacts.in_year(pair, year, m),
            place: self.places.in_year(pair, year, m),
            events: self.events.in_year(pair, year, m),
            missing,
        }
    }
}
