//! Summits of leaders, held and announced: G20, APEC, Summits of the Americas, G7, BRICS.
//!
//! Compiled by hand from the bodies' own lists into `data/states/summits.csv`. A summit ahead is known
//! only since it was announced: first its host and year, later its days, each with its own date. Where
//! that date is not at hand, a summit is known from its first day, which is late rather than early.
//! APEC's meeting of 2019 (Santiago) was called off and is not entered.

use std::sync::LazyLock;

use jiff::civil::{Date, date};

use crate::code::Ccode;
use crate::memberships;
use crate::table::{Table, TableError, embedded};

/// A summit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summit {
    /// The series: `G20`, `APEC`, `SOA` (Summit of the Americas), `G7`, `BRICS`.
    pub series: String,
    /// The body whose members attend, as in [`memberships`].
    pub members: String,
    /// Its name, with its number.
    pub name: String,
    /// The year for which it was announced.
    pub year: i16,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Where.
    pub city: String,
    /// The host.
    pub host: Ccode,
    /// The day since which host and year are known.
    pub year_known: Date,
    /// The day since which the days are known.
    pub known_from: Date,
    /// The day on which it was called off or put off without a day.
    pub cancelled: Option<Date>,
    /// Members that were not invited.
    pub not_invited: Vec<Ccode>,
    /// The list that it is in.
    pub source: String,
    /// Who announced host and year; may be empty.
    pub year_source: String,
    /// Who announced the days; may be empty.
    pub known_source: String,
    /// What to know of it once it is held; may be empty.
    pub note: String,
}

/// A summit as it was known on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSummit {
    /// The summit, without what was not known.
    pub summit: Summit,
    /// Who had announced it, and the list that it is in.
    pub sources: Vec<String>,
    /// Whether its days and city are known; otherwise host and year are: the city is empty, and the days
    /// are those of the year.
    pub days_known: bool,
}

impl Summit {
    /// What was known of it on a day: nothing before its announcement, nothing once it was called off,
    /// and who was not invited from its first day on.
    pub fn as_of(&self, date_of_reading: Date) -> Option<KnownSummit> {
        let off = self.cancelled.is_some_and(|day| day <= date_of_reading);
        if self.year_known > date_of_reading || off {
            return None;
        }
        let mut summit = self.clone();
        summit.cancelled = None;
        // Who was left out, and what was particular, is on record with the summit only.
        if date_of_reading < self.start {
            summit.not_invited.clear();
            summit.note.clear();
        }
        let days_known = self.known_from <= date_of_reading;
        if !days_known {
            summit.known_source.clear();
            summit.city.clear();
            summit.start = date(self.year, 1, 1);
            summit.end = date(self.year, 12, 31);
            summit.known_from = Date::MAX;
        }
        let sources = [&summit.year_source, &summit.known_source, &summit.source]
            .into_iter()
            .filter(|source| !source.is_empty())
            .cloned()
            .collect();
        Some(KnownSummit {
            summit,
            sources,
            days_known,
        })
    }

    /// Whether a state takes part, by its membership on a day.
    pub fn takes_part(&self, ccode: Ccode, day: Date) -> bool {
        !self.not_invited.contains(&ccode)
            && memberships::members_on(&self.members, day).contains(&ccode)
    }
}

static SUMMITS: LazyLock<Vec<Summit>> =
    LazyLock::new(|| embedded(read(include_str!("../../../data/states/summits.csv"))));

/// All summits, by first day.
pub fn summits() -> &'static [Summit] {
    &SUMMITS
}

fn read(text: &str) -> Result<Vec<Summit>, TableError> {
    let table = Table::parse("summits.csv", text)?;
    let mut summits = Vec::new();
    for row in table.rows() {
        let members = row.cell("members")?;
        if memberships::body(members.text).is_none() {
            return Err(members.error("is no body of bodies.csv"));
        }
        let start = row.cell("start")?.date()?;
        let end = row.cell("end")?;
        let last = end.date()?;
        if last < start {
            return Err(end.error("lies before the start"));
        }
        let year = row.cell("year")?;
        let known = row.cell("known")?.optional(|c| c.date())?.unwrap_or(start);
        summits.push(Summit {
            series: row.required("series")?.to_owned(),
            members: members.text.to_owned(),
            name: row.required("name")?.to_owned(),
            year: year
                .number()
                .ok()
                .filter(|y| (1945..=2100).contains(y))
                .ok_or_else(|| year.error("is not a year from 1945 to 2100"))?,
            start,
            end: last,
            city: row.required("city")?.to_owned(),
            host: row.cell("host")?.ccode()?,
            year_known: row
                .cell("year_known")?
                .optional(|c| c.date())?
                .unwrap_or(known),
            known_from: known,
            cancelled: row.cell("cancelled")?.optional(|c| c.date())?,
            not_invited: row.cell("not_invited")?.ccodes()?,
            source: row.required("source")?.to_owned(),
            year_source: row.text("year_source")?.to_owned(),
            known_source: row.text("known_source")?.to_owned(),
            note: row.text("note")?.to_owned(),
        });
    }
    summits.sort_by(|a, b| (a.start, &a.series).cmp(&(b.start, &b.series)));
    Ok(summits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn g20_of(year: i16) -> &'static Summit {
        let found = summits()
            .iter()
            .find(|s| s.series == "G20" && s.year == year);
        found.unwrap()
    }

    #[test]
    fn every_summit_has_its_host_among_its_members_and_is_known_in_order() {
        for summit in summits() {
            // Brussels, 2014: the European Union was the host.
            let by_union = summit.series == "G7" && summit.year == 2014;
            let among = summit.takes_part(summit.host, summit.start);
            assert!(among != by_union, "{summit:?}");
            assert!(summit.year_known <= summit.known_from, "{summit:?}");
            assert!(summit.known_from <= summit.start, "{summit:?}");
            assert_eq!(summit.start.year(), summit.year, "{summit:?}");
        }
    }

    #[test]
    fn rome_is_announced_first_by_year_and_then_by_day() {
        let rome = g20_of(2021);
        assert_eq!(rome.as_of(date(2020, 11, 21)), None);
        let by_year = rome.as_of(date(2020, 11, 22)).unwrap();
        assert!(!by_year.days_known && by_year.sources.len() == 2);
        assert_eq!(
            (by_year.summit.start, by_year.summit.end),
            (date(2021, 1, 1), date(2021, 12, 31))
        );
        let by_day = rome.as_of(date(2020, 12, 1)).unwrap();
        assert_eq!(
            (by_day.summit.start, by_day.summit.end),
            (date(2021, 10, 30), date(2021, 10, 31))
        );
    }

    proptest! {
        /// What is known of a summit on a day stays the same whatever later announcements say.
        #[test]
        fn later_announcements_change_nothing(which in any::<prop::sample::Index>(), days in 0i32..19_000, moved in 0i32..300) {
            let day = date(1975, 1, 1).saturating_add(days.days());
            let summit = which.get(summits());
            let mut other = summit.clone();
            if summit.year_known <= day {
                if summit.cancelled.is_some_and(|off| off > day) {
                    other.cancelled = None;
                }
                if summit.known_from > day {
                    other.start = other.start.saturating_add(moved.days());
                    other.city = "elsewhere".to_owned();
                    other.known_source = "later".to_owned();
                }
                if summit.start > day {
                    other.note = "later".to_owned();
                    other.not_invited = vec![Ccode(2)];
                }
            }
            prop_assert_eq!(summit.as_of(day), other.as_of(day));
        }
    }

    #[test]
    fn a_summit_put_off_is_known_until_then() {
        let last = summits().iter().rfind(|s| s.series == "SOA").unwrap();
        let before = last.as_of(date(2025, 11, 2)).unwrap();
        assert_eq!(before.summit.cancelled, None);
        assert_eq!(last.as_of(date(2025, 11, 3)), None);
    }

    #[test]
    fn cuba_was_invited_twice() {
        let with_cuba: Vec<i16> = summits()
            .iter()
            .filter(|s| s.series == "SOA" && s.takes_part(Ccode(40), s.start))
            .map(|s| s.year)
            .collect();
        assert_eq!(with_cuba, [2015, 2018]);
    }
}
