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
}
