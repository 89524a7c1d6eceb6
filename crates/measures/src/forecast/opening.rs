//! When sessions open.

use jiff::civil::{Date, Weekday, date};

/// The day on which a regular session opens by rule 1 of the Assembly's rules of procedure: the third
/// Tuesday of September; from session 58 on (A/RES/57/301) the Tuesday of the third week of
/// September, counted from the first week with at least one working day.
///
/// `session` from 1. Early sessions met otherwise, and some openings were put off by days.
pub fn opens(session: u16) -> Date {
    const FIRST_OF_THE_NEW_RULE: u16 = 58;
    let year = i16::try_from(session).unwrap_or(i16::MAX / 2) + 1945;
    let first = date(year, 9, 1);
    let days_from_monday = first.weekday().to_monday_zero_offset();
    let first_tuesday = if session >= FIRST_OF_THE_NEW_RULE && days_from_monday <= 4 {
        // The week of 1 September counts, though its Tuesday may lie in August.
        1 - days_from_monday
    } else {
        let to_tuesday = Weekday::Tuesday.to_monday_zero_offset() - days_from_monday;
        to_tuesday.rem_euclid(7)
    };
    first.saturating_add(jiff::Span::new().days(i32::from(first_tuesday) + 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_as_they_were() {
        for (session, opened) in [
            (55, date(2000, 9, 19)),
            (58, date(2003, 9, 16)),
            (60, date(2005, 9, 13)),
            (64, date(2009, 9, 15)),
            (66, date(2011, 9, 13)),
            (72, date(2017, 9, 12)),
            (73, date(2018, 9, 18)),
            (74, date(2019, 9, 17)),
            (75, date(2020, 9, 15)),
        ] {
            assert_eq!(opens(session), opened, "{session}");
        }
    }
}
