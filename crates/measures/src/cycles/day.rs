//! The day on which a rule falls in a year.

use entente_states::terms::{DayRule, Nth};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The day on which a rule falls in a year.
///
/// `None` only outside the years of the calendar (−9999 to 9999).
pub fn day_in(rule: DayRule, year: i16) -> Option<Date> {
    match rule {
        DayRule::Fixed { month, day } => Date::new(year, month, day).ok(),
        DayRule::Nth {
            nth,
            weekday,
            month,
        } => nth_of(nth, weekday, year, month),
        DayRule::After {
            weekday,
            nth,
            follows,
            month,
        } => on_or_after(nth_of(nth, follows, year, month)?.tomorrow().ok()?, weekday),
        DayRule::OnOrAfter {
            weekday,
            month,
            day,
        } => on_or_after(Date::new(year, month, day).ok()?, weekday),
        DayRule::WorkingWeek {
            weekday,
            week,
            month,
        } => {
            let first = Date::new(year, month, 1).ok()?;
            // The first working day: the day itself, or the Monday after a weekend.
            let working = match first.weekday() {
                Weekday::Saturday | Weekday::Sunday => on_or_after(first, Weekday::Monday)?,
                _ => first,
            };
            let back = i64::from(working.weekday().to_monday_zero_offset());
            let monday = working.checked_sub(back.days()).ok()?;
            let ahead = i64::from(week - 1) * 7 + i64::from(weekday.to_monday_zero_offset());
            monday.checked_add(ahead.days()).ok()
        }
    }
}

fn nth_of(nth: Nth, weekday: Weekday, year: i16, month: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let nth = match nth {
        Nth::From(n) => n,
        Nth::Last => -1,
    };
    first.nth_weekday_of_month(nth, weekday).ok()
}

fn on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i64::from(day.weekday().until(weekday));
    day.checked_add(ahead.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn on(rule: &str, year: i16) -> Date {
        day_in(rule.parse().unwrap(), year).unwrap()
    }

    #[test]
    fn days_on_record() {
        let us = "Tuesday after the 1st Monday of November";
        assert_eq!(on(us, 2016), date(2016, 11, 8));
        assert_eq!(on(us, 2022), date(2022, 11, 8));
        assert_eq!(on("1st Sunday of June", 2024), date(2024, 6, 2));
        assert_eq!(on("last Sunday of May", 2022), date(2022, 5, 29));
        assert_eq!(on("3rd Monday of October", 2019), date(2019, 10, 21));
        let liberia = "Monday on or after 16 January";
        assert_eq!(on(liberia, 2006), date(2006, 1, 16));
        assert_eq!(on(liberia, 2018), date(2018, 1, 22));
        assert_eq!(on("20 January", 2025), date(2025, 1, 20));
    }

    /// The session of 2018 opened on the 18th: 1 September was a Saturday, and its week does not count.
    /// That of 2017 opened on the 12th: 1 September was a Friday, and its week does.
    #[test]
    fn weeks_count_from_the_first_with_a_working_day() {
        let third = "Tuesday of working week 3 of September";
        assert_eq!(on(third, 2017), date(2017, 9, 12));
        assert_eq!(on(third, 2018), date(2018, 9, 18));
        assert_eq!(on(third, 2020), date(2020, 9, 15));
        let second = "Tuesday of working week 2 of September";
        assert_eq!(on(second, 2023), date(2023, 9, 5));
        assert_eq!(on(second, 2024), date(2024, 9, 10));
    }

    #[test]
    fn every_session_on_record_opened_by_the_rule() {
        for session in entente_states::assembly::sessions() {
            let week = if session.session < 78 { 3 } else { 2 };
            let rule = format!("Tuesday of working week {week} of September");
            assert_eq!(on(&rule, session.opened.year()), session.opened);
        }
    }

    fn weekday() -> impl Strategy<Value = Weekday> {
        (1i8..=7).prop_map(|n| Weekday::from_monday_one_offset(n).unwrap())
    }

    proptest! {
        /// Against going through the days of the year one by one.
        #[test]
        fn as_counted_day_by_day(year in 1850i16..2150, month in 1i8..=12, n in 1i8..=4, a in weekday(), b in weekday()) {
            let days: Vec<Date> = date(year, month, 1).series(1.day()).take(60).collect();
            let in_month = |d: &&Date| d.month() == month && d.weekday() == a;
            let nth = days.iter().filter(in_month).nth(usize::try_from(n - 1).unwrap()).copied();
            let rule = |nth| DayRule::Nth { nth, weekday: a, month };
            prop_assert_eq!(day_in(rule(Nth::From(n)), year), nth);
            let last = days.iter().rev().find(in_month).copied();
            prop_assert_eq!(day_in(rule(Nth::Last), year), last);
            let after = DayRule::After { weekday: b, nth: Nth::From(n), follows: a, month };
            let then = days.iter().find(|d| Some(**d) > nth && d.weekday() == b).copied();
            prop_assert_eq!(day_in(after, year), then);
            let working: Vec<&Date> = days.iter()
                .skip_while(|d| matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday))
                .collect();
            // Weeks begin on Mondays: the Mondays after the first working day separate them.
            let first_week_ends = working.iter().skip(1).position(|d| d.weekday() == Weekday::Monday).unwrap() + 1;
            let later = &working[first_week_ends..];
            let week = DayRule::WorkingWeek { weekday: a, week: n, month };
            if n > 1 {
                let found = later.iter().filter(|d| d.weekday() == a).nth(usize::try_from(n - 2).unwrap());
                prop_assert_eq!(day_in(week, year), found.map(|d| **d));
            }
        }
    }
}
