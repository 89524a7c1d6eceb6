//! Summits of leaders, held and announced.
//!
//! Series: G20, APEC, Summits of the Americas, G7, BRICS, NATO, Ibero-American Summits, EU-CELAC, the
//! Assembly of the African Union, ASEAN and the Commonwealth's Heads of Government Meetings.
//!
//! Compiled by hand from the bodies' own lists into `data/states/summits.csv`. A summit ahead is known
//! only since it was announced: first its host and year, later its days, each with its own date. Where
//! that date is not at hand, a summit is known from its first day, which is late rather than early. A
//! summit whose days are nowhere at hand has none, and is announced until its year is over.
//!
//! A summit that was moved has a row for each time it was announced: the earlier row is called off on
//! the day of the move, and the next is known from that day or a later one. So a reading shows what was
//! announced then, and never two days for one summit.

use std::sync::LazyLock;

use jiff::civil::{Date, date};

use crate::code::Ccode;
use crate::memberships;
use crate::table::{Row, Table, TableError, embedded};

/// A summit, as announced once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summit {
    /// The series: `G20`, `APEC`, `SOA` (Summit of the Americas), `G7`, `BRICS`, `NATO`, `IBERO`
    /// (Ibero-American Summit), `EU-CELAC`, `AU`, `ASEAN`, `CHOGM` (Commonwealth Heads of Government
    /// Meeting).
    pub series: String,
    /// The bodies whose members attend, as in [`memberships`].
    pub members: Vec<String>,
    /// Its name, with its number where it has one.
    pub name: String,
    /// The year for which it was announced.
    pub year: i16,
    /// First and last day; none where no days are at hand.
    pub days: Option<(Date, Date)>,
    /// Where; empty where it is not at hand.
    pub city: String,
    /// The host.
    pub host: Ccode,
    /// The day since which host and year are known.
    pub year_known: Date,
    /// The day since which the days are known; none where there are none.
    pub known_from: Option<Date>,
    /// The day on which it was called off, put off or moved to other days.
    pub cancelled: Option<Date>,
    /// Members that were not invited, or suspended.
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
    /// The summit, without what was not known: before its days were, it has neither days nor a city.
    pub summit: Summit,
    /// Who had announced it, and the list that it is in.
    pub sources: Vec<String>,
}

impl Summit {
    /// What was known of it on a day: nothing before its announcement, nothing once it was called off
    /// or moved, and who was not invited from its first day on. A summit without days is known until
    /// its year is over: whether it was held is on no list at hand.
    pub fn as_of(&self, date_of_reading: Date) -> Option<KnownSummit> {
        let off = self.cancelled.is_some_and(|day| day <= date_of_reading);
        let over = self.days.is_none() && self.year < date_of_reading.year();
        if self.year_known > date_of_reading || off || over {
            return None;
        }
        let mut summit = self.clone();
        summit.cancelled = None;
        // Who was left out, and what was particular, is on record with the summit only.
        if self.days.is_none_or(|(first, _)| date_of_reading < first) {
            summit.not_invited.clear();
            summit.note.clear();
        }
        if self.known_from.is_none_or(|day| date_of_reading < day) {
            summit.days = None;
            summit.city.clear();
            summit.known_source.clear();
            summit.known_from = None;
        }
        let sources = [&summit.year_source, &summit.known_source, &summit.source]
            .into_iter()
            .filter(|source| !source.is_empty())
            .cloned()
            .collect();
        Some(KnownSummit { summit, sources })
    }

    /// Whether a state takes part, by its membership on a day.
    pub fn takes_part(&self, ccode: Ccode, day: Date) -> bool {
        let member = |body: &String| memberships::members_on(body, day).contains(&ccode);
        !self.not_invited.contains(&ccode) && self.members.iter().any(member)
    }

    /// By first day; a summit without days comes at the end of its year.
    fn order(&self) -> (Date, &str) {
        let first = self
            .days
            .map_or(date(self.year, 12, 31), |(first, _)| first);
        (first, &self.series)
    }
}

static SUMMITS: LazyLock<Vec<Summit>> =
    LazyLock::new(|| embedded(read(include_str!("../../../data/states/summits.csv"))));

/// All summits, by first day; those without days at the end of their years.
pub fn summits() -> &'static [Summit] {
    &SUMMITS
}

fn read(text: &str) -> Result<Vec<Summit>, TableError> {
    let table = Table::parse("summits.csv", text)?;
    let mut summits = Vec::new();
    for row in table.rows() {
        summits.push(summit(&row)?);
    }
    summits.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(summits)
}

fn summit(row: &Row<'_>) -> Result<Summit, TableError> {
    let members = row.cell("members")?;
    let bodies: Vec<String> = members.text.split('|').map(str::to_owned).collect();
    if let Some(other) = bodies.iter().find(|b| memberships::body(b).is_none()) {
        return Err(members.error(format!("has {other:?}, which is no body of bodies.csv")));
    }
    let year_cell = row.cell("year")?;
    let year: i16 = year_cell
        .number()
        .ok()
        .filter(|y| (1945..=2100).contains(y))
        .ok_or_else(|| year_cell.error("is not a year from 1945 to 2100"))?;
    let days = days(row, year)?;
    let city = row.cell("city")?;
    if days.is_some() && city.text.is_empty() {
        return Err(city.error("is empty, although the days are given"));
    }
    let known_cell = row.cell("known")?;
    let known = known_cell.optional(|c| c.date())?;
    if days.is_none() && known.is_some() {
        return Err(known_cell.error("says since when days are known, and there are none"));
    }
    let known_from = known.or(days.map(|(first, _)| first));
    let year_known = row.cell("year_known")?;
    Ok(Summit {
        series: row.required("series")?.to_owned(),
        members: bodies,
        name: row.required("name")?.to_owned(),
        year,
        days,
        city: city.text.to_owned(),
        host: row.cell("host")?.ccode()?,
        year_known: year_known
            .optional(|c| c.date())?
            .or(known_from)
            .ok_or_else(|| year_known.error("is empty, and so are the days"))?,
        known_from,
        cancelled: row.cell("cancelled")?.optional(|c| c.date())?,
        not_invited: row.cell("not_invited")?.ccodes()?,
        source: row.required("source")?.to_owned(),
        year_source: row.text("year_source")?.to_owned(),
        known_source: row.text("known_source")?.to_owned(),
        note: row.text("note")?.to_owned(),
    })
}

/// First and last day: both or neither, in order, in the year of the summit.
fn days(row: &Row<'_>, year: i16) -> Result<Option<(Date, Date)>, TableError> {
    let (start, end) = (row.cell("start")?, row.cell("end")?);
    let first = start.optional(|c| c.date())?;
    let last = end.optional(|c| c.date())?;
    match (first, last) {
        (None, None) => Ok(None),
        (Some(first), _) if first.year() != year => Err(start.error("lies outside the year")),
        (Some(first), Some(last)) if first <= last => Ok(Some((first, last))),
        (Some(_), Some(_)) => Err(end.error("lies before the start")),
        (Some(_), None) => Err(end.error("is empty, although the start is given")),
        (None, Some(_)) => Err(start.error("is empty, although the end is given")),
    }
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

    /// All rows of a summit, in the order in which they were announced.
    fn rows_of(series: &str, name: &str) -> Vec<&'static Summit> {
        let rows = summits()
            .iter()
            .filter(|s| s.series == series && s.name == name);
        let mut rows: Vec<&Summit> = rows.collect();
        rows.sort_by_key(|s| s.year_known);
        rows
    }

    /// Every day from 2015 to 2027.
    fn every_day() -> impl Iterator<Item = Date> {
        let first = date(2015, 1, 1);
        std::iter::successors(Some(first), |day| day.tomorrow().ok())
            .take_while(|day| day.year() < 2028)
    }

    #[test]
    fn every_summit_has_its_host_among_its_members_and_is_known_in_order() {
        for summit in summits() {
            // Brussels, 2014: the European Union was the host.
            let by_union = summit.series == "G7" && summit.year == 2014;
            let day = summit.days.map_or(summit.year_known, |(first, _)| first);
            let among = summit.takes_part(summit.host, day);
            assert!(among != by_union, "{summit:?}");
            let Some((first, last)) = summit.days else {
                assert_eq!(summit.known_from, None, "{summit:?}");
                assert!(summit.year_known.year() <= summit.year, "{summit:?}");
                continue;
            };
            let known = summit.known_from.unwrap();
            assert!(summit.year_known <= known && known <= first, "{summit:?}");
            assert!(first <= last && first.year() == summit.year, "{summit:?}");
            assert!(
                summit.cancelled.is_none_or(|off| off <= first),
                "{summit:?}"
            );
        }
    }

    #[test]
    fn rome_is_announced_first_by_year_and_then_by_day() {
        let rome = g20_of(2021);
        assert_eq!(rome.as_of(date(2019, 6, 28)), None);
        let by_year = rome.as_of(date(2019, 6, 29)).unwrap();
        assert_eq!(
            (by_year.summit.year, by_year.summit.days),
            (2021, None),
            "host and year only"
        );
        assert_eq!(by_year.summit.city, "");
        assert_eq!(by_year.sources.len(), 2);
        assert_eq!(rome.as_of(date(2020, 11, 30)).unwrap(), by_year);
        let by_day = rome.as_of(date(2020, 12, 1)).unwrap();
        assert_eq!(
            by_day.summit.days,
            Some((date(2021, 10, 30), date(2021, 10, 31)))
        );
        assert_eq!(by_day.summit.city, "Rome");
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
                if summit.known_from.is_some_and(|known| known > day) {
                    let later = |d: Date| d.saturating_add(moved.days());
                    other.days = other.days.map(|(first, last)| (later(first), later(last)));
                    other.city = "elsewhere".to_owned();
                    other.known_source = "later".to_owned();
                }
                if summit.days.is_none_or(|(first, _)| first > day) {
                    other.note = "later".to_owned();
                    other.not_invited = vec![Ccode(2)];
                }
            }
            prop_assert_eq!(summit.as_of(day), other.as_of(day));
        }
    }

    /// Days and city are told from their announcement on, a summit without days to the end of its year.
    #[test]
    fn on_no_day_is_a_day_told_before_its_announcement() {
        let mut by_year_only = 0;
        for day in every_day() {
            for summit in summits() {
                let Some(known) = summit.as_of(day) else {
                    continue;
                };
                assert!(summit.year_known <= day, "{summit:?} on {day}");
                assert!(summit.cancelled.is_none_or(|off| day < off), "{summit:?}");
                match known.summit.days {
                    Some(days) => {
                        assert_eq!(Some(days), summit.days);
                        assert!(summit.known_from.unwrap() <= day, "{summit:?} on {day}");
                    }
                    None => {
                        by_year_only += 1;
                        assert!(known.summit.city.is_empty() && known.summit.note.is_empty());
                        assert!(day.year() <= summit.year, "{summit:?} on {day}");
                        assert!(
                            summit.days.is_none_or(|(first, _)| day < first),
                            "{summit:?} on {day}"
                        );
                    }
                }
            }
        }
        assert!(by_year_only > 10_000, "{by_year_only}");
    }

    #[test]
    fn a_moved_summit_is_never_told_twice() {
        for day in every_day() {
            let mut seen = std::collections::HashSet::new();
            for known in summits().iter().filter_map(|s| s.as_of(day)) {
                let name = (known.summit.series, known.summit.name);
                assert!(seen.insert(name.clone()), "{name:?} twice on {day}");
            }
        }
        let moved = rows_of("CHOGM", "26th Commonwealth Heads of Government Meeting");
        let told = |day| -> Vec<Option<i16>> {
            let rows = moved.iter().filter_map(|s| s.as_of(day));
            rows.map(|k| k.summit.days.map(|(first, _)| first.year()))
                .collect()
        };
        assert_eq!(told(date(2020, 4, 20)), [None], "2020, day not announced");
        assert_eq!(told(date(2020, 4, 21)), []);
        assert_eq!(told(date(2020, 9, 23)), [Some(2021)]);
        assert_eq!(told(date(2021, 5, 7)), []);
        assert_eq!(told(date(2022, 1, 31)), [Some(2022)]);
    }

    #[test]
    fn a_summit_put_off_is_known_until_then() {
        let [first, second] = rows_of("SOA", "10th Summit of the Americas")[..] else {
            panic!("the 10th Summit of the Americas was announced twice");
        };
        let before = first.as_of(date(2025, 11, 2)).unwrap();
        assert_eq!(before.summit.cancelled, None);
        assert_eq!(
            before.summit.days,
            Some((date(2025, 12, 4), date(2025, 12, 5)))
        );
        assert_eq!(first.as_of(date(2025, 11, 3)), None);
        assert_eq!(second.as_of(date(2025, 11, 2)), None);
        let after = second.as_of(date(2025, 11, 3)).unwrap();
        assert_eq!((after.summit.year, after.summit.days), (2026, None));
        assert!(second.as_of(date(2026, 12, 31)).is_some());
        assert_eq!(second.as_of(date(2027, 1, 1)), None);
    }

    #[test]
    fn cuba_was_invited_twice() {
        let with_cuba: Vec<i16> = summits()
            .iter()
            .filter(|s| s.series == "SOA")
            .filter(|s| s.days.is_some_and(|(day, _)| s.takes_part(Ccode(40), day)))
            .map(|s| s.year)
            .collect();
        assert_eq!(with_cuba, [2015, 2018]);
    }

    #[test]
    fn two_bodies_meet_at_one_summit() {
        let brussels = summits()
            .iter()
            .find(|s| s.series == "EU-CELAC" && s.year == 2023)
            .unwrap();
        let day = date(2023, 7, 17);
        // Mexico of CELAC and Germany of the Union take part, the United States do not.
        let there = [70, 255, 2].map(|code| brussels.takes_part(Ccode(code), day));
        assert_eq!(there, [true, true, false]);
    }

    #[test]
    fn a_broken_row_is_named() {
        let header = "series,members,name,year,start,end,city,host,year_known,year_source,known,known_source,cancelled,cancelled_source,not_invited,source,note\n";
        for (row, said) in [
            (
                "G20,G20|G21,x,2027,,,,200,2025-11-22,s,,,,,,s,",
                r#"line 2, column members: "G20|G21" has "G21", which is no body"#,
            ),
            (
                "G20,G20,x,2027,2027-06-01,,London,200,,,,,,,,s,",
                r#"column end: "" is empty, although the start is given"#,
            ),
            (
                "G20,G20,x,2027,,2027-06-01,London,200,,,,,,,,s,",
                r#"column start: "" is empty, although the end is given"#,
            ),
            (
                "G20,G20,x,2027,2027-06-02,2027-06-01,London,200,,,,,,,,s,",
                r#"column end: "2027-06-01" lies before the start"#,
            ),
            (
                "G20,G20,x,2027,2026-06-02,2026-06-03,London,200,,,,,,,,s,",
                r#"column start: "2026-06-02" lies outside the year"#,
            ),
            (
                "G20,G20,x,2027,2027-06-01,2027-06-01,,200,,,,,,,,s,",
                r#"column city: "" is empty, although the days are given"#,
            ),
            (
                "G20,G20,x,2027,,,,200,2025-11-22,s,2026-01-01,s,,,,s,",
                r#"column known: "2026-01-01" says since when days are known, and there are none"#,
            ),
            (
                "G20,G20,x,2027,,,,200,,,,,,,,s,",
                r#"column year_known: "" is empty, and so are the days"#,
            ),
        ] {
            let error = read(&format!("{header}{row}\n")).unwrap_err().to_string();
            assert!(
                error.starts_with("summits.csv, line 2") && error.contains(said),
                "{error}"
            );
        }
    }
}
