//! Slots: weeks for a series of consultations, away from those that the calendar says are poor.
//!
//! A week is poor for some parties if one of them is in transition, from a vote that changes or may
//! change its leader to the day before the new term, or if it votes in that week. A consultation wanted
//! for such a week goes to the nearest good one, the later of two that are equally near, and never so far
//! that it would meet its neighbour in the series.

use entente_evidence::{AsOf, EvidenceError};
use entente_measures::contact::YEAR_DAYS;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::Serialize;

use crate::dossier::Cadence;
use crate::parties::Party;
use crate::windows::{Window, WindowKind, windows};

/// Most consultations of one series.
pub const MOST_SLOTS: usize = 100;
/// Weeks beyond which no slot is looked for, however slow the series.
const FARTHEST: i64 = 26;
/// Windows are computed up to this year.
const LAST_YEAR: i16 = 2200;

/// When consultations are wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The days wanted, each a cadence after the one before.
    pub wanted: Vec<Date>,
    /// How many weeks a slot may lie from the week wanted.
    pub reach: i64,
}

/// Why a series cannot be laid out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// A text that is no duration.
    #[error("{0:?} is no cadence: an ISO 8601 duration of years, months, weeks or days, as P6M")]
    NotACadence(String),
    /// A duration below a week.
    #[error("a consultation is planned for a week; the cadence {0} is shorter")]
    TooShort(String),
    /// A span that ends before it begins.
    #[error("nothing is wanted between {from} and {until}")]
    Nothing {
        /// Its beginning.
        from: Date,
        /// Its end.
        until: Date,
    },
    /// More than can be laid out.
    #[error("that is more than {MOST_SLOTS} consultations, or goes beyond {LAST_YEAR}")]
    TooMany,
}

/// A week for a consultation, from Monday to Friday.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Slot {
    /// The day on which it was wanted.
    pub wanted: Date,
    /// The Monday.
    pub start: Date,
    /// The Friday.
    pub end: Date,
    /// Weeks from the week wanted; negative if it is earlier.
    pub moved: i64,
    /// Whether the week is poor, since no good one is near.
    pub poor: bool,
    /// What makes the week wanted poor.
    pub why: Vec<Window>,
}

impl Series {
    /// A series from a day on, either up to another day, both included, or so many times.
    ///
    /// # Errors
    /// If the cadence is none or shorter than a week, or the series empty or too long.
    pub fn of(
        from: Date,
        cadence: &str,
        until: Option<Date>,
        times: Option<u16>,
    ) -> Result<Self, SeriesError> {
        let not_one = || SeriesError::NotACadence(cadence.to_owned());
        let days = Cadence::parse(cadence).ok_or_else(not_one)?.days;
        if days < 7.0 {
            return Err(SeriesError::TooShort(cadence.to_owned()));
        }
        let span: Span = cadence.parse().map_err(|_| not_one())?;
        let most = times.map_or(MOST_SLOTS + 1, usize::from);
        let mut wanted = Vec::new();
        for number in 0..most {
            let step = i64::try_from(number).unwrap_or(i64::MAX);
            let day = span
                .checked_mul(step)
                .and_then(|span| from.checked_add(span));
            let day = day.map_err(|_| SeriesError::TooMany)?;
            if until.is_some_and(|until| day > until) {
                break;
            }
            if day.year() >= LAST_YEAR {
                return Err(SeriesError::TooMany);
            }
            wanted.push(day);
        }
        match (wanted.len(), until) {
            (0, until) => Err(SeriesError::Nothing {
                from,
                until: until.unwrap_or(from),
            }),
            (number, _) if number > MOST_SLOTS => Err(SeriesError::TooMany),
            _ => Ok(Series {
                wanted,
                reach: reach(days),
            }),
        }
    }

    /// The slots of the series for some parties, by what was known of their calendar on a date.
    ///
    /// # Errors
    /// If leaders or elections cannot be read.
    pub fn slots(&self, parties: &[Party], as_of: &AsOf<'_>) -> Result<Vec<Slot>, EvidenceError> {
        let (Some(first), Some(last)) = (self.wanted.first(), self.wanted.last()) else {
            return Ok(Vec::new());
        };
        let margin = (7 * (self.reach + 1)).days();
        let span = (first.saturating_sub(margin), last.saturating_add(margin));
        Ok(slots(self, &windows(parties, span, as_of, Vec::new())?))
    }
}

/// Half a cadence less half a week, so that two consultations never meet.
fn reach(days: f64) -> i64 {
    let weeks = (days.min(4.0 * YEAR_DAYS) / 7.0).floor() as i64;
    ((weeks - 1) / 2).clamp(0, FARTHEST)
}

/// The slots of a series among windows.
pub fn slots(series: &Series, windows: &[Window]) -> Vec<Slot> {
    let poor: Vec<&Window> = windows.iter().filter(|w| is_poor(w)).collect();
    let earliest = series.wanted.first().map(|day| monday(*day));
    let slot = |wanted: &Date| {
        let week = monday(*wanted);
        let why = against(week, &poor);
        let good = offsets(series.reach).find(|weeks| {
            let start = later(week, *weeks);
            earliest.is_none_or(|earliest| start >= earliest) && against(start, &poor).is_empty()
        });
        let moved = good.unwrap_or(0);
        let start = later(week, moved);
        Slot {
            wanted: *wanted,
            start,
            end: start.saturating_add(4.days()),
            moved,
            poor: good.is_none(),
            why: why.into_iter().cloned().collect(),
        }
    };
    series.wanted.iter().map(slot).collect()
}

fn is_poor(window: &Window) -> bool {
    matches!(window.kind, WindowKind::Transition | WindowKind::Election)
}

/// Weeks from the one wanted, the nearest first and the later before the earlier.
fn offsets(reach: i64) -> impl Iterator<Item = i64> {
    std::iter::once(0).chain((1..=reach).flat_map(|weeks| [weeks, -weeks]))
}

/// The windows that make the week of a Monday poor. An election makes its whole week poor, a transition
/// its own days.
fn against<'w>(start: Date, poor: &[&'w Window]) -> Vec<&'w Window> {
    let (friday, sunday) = (
        start.saturating_add(4.days()),
        start.saturating_add(6.days()),
    );
    let last = |window: &Window| match window.kind {
        WindowKind::Election => sunday,
        _ => friday,
    };
    let touched = poor.iter().filter(|w| w.touches(start, last(w)));
    touched.copied().collect()
}

fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

fn later(monday: Date, weeks: i64) -> Date {
    monday.saturating_add((7 * weeks).days())
}

#[cfg(test)]
mod tests {
    use entente_evidence::Evidence;
    use jiff::civil::{Weekday, date};
    use proptest::prelude::*;

    use super::*;
    use crate::note::Message;
    use crate::windows::Certainty;

    fn window(kind: WindowKind, from: Date, to: Date) -> Window {
        let title = format!("{kind:?}");
        Window::of(
            kind,
            &[],
            title.clone(),
            (from, Some(to)),
            (title, Message::new("window-election")),
            Certainty::ByRule,
        )
    }

    #[test]
    fn a_series_counts_from_its_first_day() {
        let series = Series::of(date(2027, 1, 31), "P1M", None, Some(3)).unwrap();
        assert_eq!(
            series.wanted,
            [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
        );
        // Four whole weeks: one and a half on either side.
        assert_eq!(series.reach, 1);
        let year = Series::of(date(2027, 1, 1), "P6M", Some(date(2028, 1, 1)), None).unwrap();
        assert_eq!((year.wanted.len(), year.reach), (3, 12));
    }

    #[test]
    fn what_is_no_series() {
        let of = |cadence, until, times| Series::of(date(2027, 1, 1), cadence, until, times);
        let told = |found: Result<Series, SeriesError>| found.unwrap_err().to_string();
        assert!(told(of("monthly", None, Some(2))).contains("no cadence"));
        assert!(told(of("P3D", None, Some(2))).contains("shorter"));
        assert!(told(of("P1M", Some(date(2026, 1, 1)), None)).contains("nothing"));
        assert!(told(of("P1W", Some(date(2040, 1, 1)), None)).contains("100"));
        assert!(told(of("P100Y", None, Some(9))).contains("2200"));
    }

    /// Wanted for the week of 4 November 2024, in which the United States vote; the weeks after it, to 19
    /// January, are a transition, so that the week before is the nearest good one.
    #[test]
    fn a_slot_moves_to_the_nearest_good_week() {
        let windows = [
            window(WindowKind::Election, date(2024, 11, 5), date(2024, 11, 5)),
            window(WindowKind::Transition, date(2024, 11, 5), date(2025, 1, 19)),
            window(WindowKind::Term, date(2021, 1, 20), date(2025, 1, 19)),
        ];
        let mut series = Series::of(date(2024, 11, 6), "P6M", None, Some(1)).unwrap();
        let slot = slots(&series, &windows).remove(0);
        // No earlier than the first week wanted: so it goes beyond the transition.
        assert_eq!((slot.start, slot.moved), (date(2025, 1, 20), 11));
        series.wanted = vec![date(2024, 5, 6), date(2024, 11, 6)];
        let slot = slots(&series, &windows).remove(1);
        assert_eq!(
            (slot.start, slot.end, slot.moved, slot.poor),
            (date(2024, 10, 28), date(2024, 11, 1), -1, false)
        );
        assert_eq!(slot.why.len(), 2);
    }

    #[test]
    fn an_election_on_a_sunday_spoils_its_week() {
        let vote = window(WindowKind::Election, date(2024, 6, 2), date(2024, 6, 2));
        let ends = window(WindowKind::Transition, date(2024, 6, 2), date(2024, 6, 3));
        let series = Series::of(date(2024, 5, 27), "P2M", None, Some(1)).unwrap();
        assert_eq!(slots(&series, &[vote])[0].moved, 1);
        // A transition that begins on the Sunday leaves the days before it alone.
        assert_eq!(slots(&series, &[ends])[0].moved, 0);
    }

    #[test]
    fn where_no_week_is_good_the_wanted_one_stays() {
        let long = window(WindowKind::Transition, date(2024, 1, 1), date(2025, 12, 31));
        let series = Series::of(date(2024, 11, 6), "P6M", None, Some(1)).unwrap();
        let slot = &slots(&series, &[long])[0];
        assert!(slot.poor && slot.moved == 0 && slot.start == date(2024, 11, 4));
    }

    /// By rule Mexico votes on 2 June 2030 and its next term begins on 1 October.
    #[test]
    fn the_calendar_of_the_parties_is_read() {
        let parties =
            Party::resolve(&["USA".to_owned(), "MEX".to_owned()], date(2026, 11, 25)).unwrap();
        let evidence = Evidence::embedded().unwrap();
        let as_of = evidence.as_of(date(2026, 11, 25));
        let series = Series::of(date(2030, 3, 4), "P6M", None, Some(2)).unwrap();
        let found = series.slots(&parties, &as_of).unwrap();
        assert_eq!(found[0].moved, 0);
        assert_eq!(
            (found[1].wanted, found[1].start),
            (date(2030, 9, 4), date(2030, 10, 7))
        );
        assert!(
            found[1].why.iter().any(|w| w.title.contains("Mexico")),
            "{found:?}"
        );
    }

    proptest! {
        /// Slots are apart and in order, whole working weeks, and good unless they say otherwise.
        #[test]
        fn slots_are_apart_and_good(
            from in 0i64..3000,
            cadence in prop::sample::select(vec!["P1W", "P3W", "P1M", "P6M", "P1Y"]),
            times in 1u16..20,
            spans in prop::collection::vec((0i64..4000, 0i64..200, any::<bool>()), 0..30),
        ) {
            let base = date(2020, 1, 1);
            let day = |at: i64| base.saturating_add(at.days());
            let windows: Vec<Window> = spans
                .iter()
                .map(|(at, long, votes)| match votes {
                    true => window(WindowKind::Election, day(*at), day(*at)),
                    false => window(WindowKind::Transition, day(*at), day(at + long)),
                })
                .collect();
            let poor: Vec<&Window> = windows.iter().collect();
            let series = Series::of(day(from), cadence, None, Some(times)).unwrap();
            let found = slots(&series, &windows);
            prop_assert_eq!(found.len(), usize::from(times));
            for pair in found.windows(2) {
                prop_assert!(pair[0].end < pair[1].start);
            }
            for slot in &found {
                prop_assert_eq!(slot.start.weekday(), Weekday::Monday);
                prop_assert_eq!((slot.end - slot.start).get_days(), 4);
                prop_assert_eq!(slot.poor, !against(slot.start, &poor).is_empty());
                prop_assert!(slot.moved.abs() <= series.reach);
                prop_assert_eq!(slot.moved != 0 || slot.poor, !slot.why.is_empty());
                for nearer in -slot.moved.abs() + 1..slot.moved.abs() {
                    let start = later(monday(slot.wanted), nearer);
                    prop_assert!(start < monday(series.wanted[0]) || !against(start, &poor).is_empty());
                }
            }
        }
    }
}
