//! A day of the year as a law fixes it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Weekday;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// Which of the same weekdays of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// Counted from the beginning, from 1 to 4: every month has four of each weekday.
    From(i8),
    /// The last.
    Last,
}

/// A day of the year as a law fixes it. Months count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayRule {
    /// A day of a month: `20 January`. Never 29 February, so that every year has it.
    Fixed {
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
    /// A weekday of a month: `1st Sunday of June`, `last Sunday of May`.
    Nth {
        /// Which of them.
        nth: Nth,
        /// The weekday.
        weekday: Weekday,
        /// The month.
        month: i8,
    },
    /// The first such weekday after another: `Tuesday after the 1st Monday of November`.
    After {
        /// The weekday.
        weekday: Weekday,
        /// Which of the weekdays that it follows.
        nth: Nth,
        /// The weekday that it follows.
        follows: Weekday,
        /// The month of that.
        month: i8,
    },
    /// The first such weekday from a day on: `Monday on or after 16 January`.
    OnOrAfter {
        /// The weekday.
        weekday: Weekday,
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
    /// A weekday of a week of a month, the first week being the first with a working day (Monday to
    /// Friday) in the month: `Tuesday of working week 3 of September`.
    WorkingWeek {
        /// The weekday.
        weekday: Weekday,
        /// Which week, from 1 to 4.
        week: i8,
        /// The month.
        month: i8,
    },
}

/// A text that names no day of the year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no day of the year; write 20 January, 1st Sunday of June, last Sunday of May, Tuesday after the 1st Monday of November, Monday on or after 16 January, or Tuesday of working week 3 of September"
)]
pub struct NotADayRule(
    /// What was written.
    pub String,
);

impl FromStr for DayRule {
    type Err = NotADayRule;

    fn from_str(text: &str) -> Result<Self, NotADayRule> {
        let words: Vec<&str> = text.split_whitespace().collect();
        read(&words).ok_or_else(|| NotADayRule(text.to_owned()))
    }
}

fn read(words: &[&str]) -> Option<DayRule> {
    match *words {
        [day, name] => {
            let (month, day) = day_of(day, name)?;
            Some(DayRule::Fixed { month, day })
        }
        [which, day, "of", name] => Some(DayRule::Nth {
            nth: nth(which)?,
            weekday: weekday(day)?,
            month: month(name)?,
        }),
        [day, "after", "the", which, other, "of", name] => Some(DayRule::After {
            weekday: weekday(day)?,
            nth: nth(which)?,
            follows: weekday(other)?,
            month: month(name)?,
        }),
        [name_of_day, "on", "or", "after", day, name] => {
            let (month, day) = day_of(day, name)?;
            let weekday = weekday(name_of_day)?;
            Some(DayRule::OnOrAfter {
                weekday,
                month,
                day,
            })
        }
        [day, "of", "working", "week", week, "of", name] => Some(DayRule::WorkingWeek {
            weekday: weekday(day)?,
            week: week.parse().ok().filter(|w| (1..=4).contains(w))?,
            month: month(name)?,
        }),
        _ => None,
    }
}

fn month(name: &str) -> Option<i8> {
    let place = MONTHS.iter().position(|m| *m == name)?;
    i8::try_from(place + 1).ok()
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|w| w.0 == name).map(|w| w.1)
}

fn nth(word: &str) -> Option<Nth> {
    match word {
        "1st" => Some(Nth::From(1)),
        "2nd" => Some(Nth::From(2)),
        "3rd" => Some(Nth::From(3)),
        "4th" => Some(Nth::From(4)),
        "last" => Some(Nth::Last),
        _ => None,
    }
}

/// Month and day, if every year has it.
fn day_of(day: &str, name: &str) -> Option<(i8, i8)> {
    const ANY_YEAR_BUT_A_LEAP_YEAR: i16 = 2001;
    let (day, month) = (day.parse().ok()?, month(name)?);
    jiff::civil::Date::new(ANY_YEAR_BUT_A_LEAP_YEAR, month, day).ok()?;
    Some((month, day))
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Nth::From(1) => "1st",
            Nth::From(2) => "2nd",
            Nth::From(3) => "3rd",
            Nth::From(_) => "4th",
            Nth::Last => "last",
        })
    }
}

impl fmt::Display for DayRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |month: i8| {
            let place = usize::try_from(month - 1).unwrap_or(0);
            MONTHS.get(place).copied().unwrap_or_default()
        };
        let day_name = |day: Weekday| {
            let found = WEEKDAYS.iter().find(|w| w.1 == day);
            found.map_or("", |w| w.0)
        };
        match *self {
            DayRule::Fixed { month, day } => write!(f, "{day} {}", named(month)),
            DayRule::Nth {
                nth,
                weekday,
                month,
            } => write!(f, "{nth} {} of {}", day_name(weekday), named(month)),
            DayRule::After {
                weekday,
                nth,
                follows,
                month,
            } => {
                let (day, other) = (day_name(weekday), day_name(follows));
                write!(f, "{day} after the {nth} {other} of {}", named(month))
            }
            DayRule::OnOrAfter {
                weekday,
                month,
                day,
            } => {
                let name = day_name(weekday);
                write!(f, "{name} on or after {day} {}", named(month))
            }
            DayRule::WorkingWeek {
                weekday,
                week,
                month,
            } => {
                let name = day_name(weekday);
                write!(f, "{name} of working week {week} of {}", named(month))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_form_reads_back_as_itself() {
        for text in [
            "20 January",
            "1st Sunday of June",
            "last Sunday of May",
            "Tuesday after the 1st Monday of November",
            "Monday on or after 16 January",
            "Tuesday of working week 3 of September",
        ] {
            let rule: DayRule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "29 February",
            "31 June",
            "5th Sunday of June",
            "1st Sonntag of June",
            "Tuesday of working week 5 of September",
            "20 January 2021",
        ] {
            assert_eq!(
                text.parse::<DayRule>(),
                Err(NotADayRule(text.to_owned())),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_reads_back(text in "([0-9]{1,2}|last|1st|Tuesday|Sunday) ?(of|after the|on or after|June|working week)? ?([0-9]|4th|Monday)? ?(of)? ?(June|Monday|May)?") {
            if let Ok(rule) = text.parse::<DayRule>() {
                prop_assert_eq!(rule.to_string().parse::<DayRule>(), Ok(rule));
            }
        }
    }
}
