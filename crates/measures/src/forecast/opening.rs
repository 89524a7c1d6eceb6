//! When sessions open.

use entente_states::assembly;
use jiff::civil::{Date, Weekday, date};

use crate::cycles::day_in;

/// The day on which a regular session opened, or opens by the latest rule ([`assembly`]); before session
/// 58 the third Tuesday of September, the rule of procedure of that time.
///
/// `session` from 1. Early sessions met otherwise, and some openings were put off by days.
pub fn opens(session: u16) -> Date {
    let held = assembly::sessions().iter().find(|s| s.session == session);
    if let Some(held) = held {
        return held.opened;
    }
    let year = i16::try_from(session).unwrap_or(i16::MAX / 4) + 1945;
    let rule = assembly::rule_on(Date::MAX).filter(|_| session >= FIRST_OF_THE_PRESENT_RULES);
    let by_rule = rule.and_then(|rule| day_in(rule.opens, year));
    let september = date(year.min(9998), 9, 1);
    by_rule
        .or(september.nth_weekday_of_month(3, Weekday::Tuesday).ok())
        .unwrap_or(september)
}

/// The regular session under way on a day, the last that had opened; `None` before the first.
pub fn session_on(day: Date) -> Option<u16> {
    let of_year = assembly::session_of(day.year())?;
    let session = match opens(of_year) <= day {
        true => of_year,
        false => of_year - 1,
    };
    (session > 0).then_some(session)
}

const FIRST_OF_THE_PRESENT_RULES: u16 = 58;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_as_they_were_and_as_they_will_be() {
        for (session, opened) in [
            (55, date(2000, 9, 19)),
            (58, date(2003, 9, 16)),
            (73, date(2018, 9, 18)),
            (75, date(2020, 9, 15)),
            (78, date(2023, 9, 5)),
            (82, date(2027, 9, 7)),
        ] {
            assert_eq!(opens(session), opened, "{session}");
        }
    }

    #[test]
    fn the_session_under_way() {
        for (day, session) in [
            (date(1946, 3, 1), None),
            (date(1946, 12, 1), Some(1)),
            (date(2021, 2, 1), Some(75)),
            (date(2026, 9, 7), Some(80)),
            (date(2026, 9, 8), Some(81)),
            (date(2026, 11, 29), Some(81)),
        ] {
            assert_eq!(session_on(day), session, "{day}");
        }
    }
}
