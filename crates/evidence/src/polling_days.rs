//! Polling days as the World Factbook writes them.
//!
//! Its words are free ("next to be held no later than 28 January 2025", "10/2/2022", "4-7 June 2026"). What is
//! not plainly a day, a month, a year or a deadline is not read: a guess is never an answer.

use jiff::ToSpan;
use jiff::civil::Date;

/// When a vote was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// On a day.
    On(Date),
    /// Within a time, from its first to its last day: a month or a year.
    Within(Date, Date),
    /// On a day or before it.
    By(Date),
}

/// The days of a vote that was held: the last of its first round, and that of the second where there was one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The polling day: of several the last.
    pub day: Date,
    /// The day of the second round.
    pub runoff: Option<Date>,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What announces the day: the longest first.
const ANNOUNCED: [&str; 14] = [
    "next election to be held",
    "next election scheduled for",
    "next elections to be held",
    "next expected to be held",
    "next scheduled to be held",
    "next to be held",
    "next scheduled for",
    "next scheduled in",
    "next expected in",
    "next election held",
    "next election",
    "snap election to be held",
    "scheduled for",
    "next",
];

/// What makes the day a deadline.
const DEADLINES: [&str; 5] = [
    "no later than",
    "not later than",
    "on or before",
    "before",
    "by",
];

/// What may follow the day and changes nothing in it: a second round, and which seats are at stake.
const CONTINUED: [&str; 7] = [
    "with a runoff",
    "with runoff",
    "and a runoff",
    "a runoff",
    "with a second round",
    "first round",
    "for ",
];

/// When the next vote was expected, if the words say so plainly.
pub fn expected(words: &str) -> Option<Expected> {
    let words = words.to_lowercase();
    let mut rest = words.trim();
    if let Some(after) = ANNOUNCED.iter().find_map(|a| rest.strip_prefix(a)) {
        rest = after.trim_start();
    }
    let deadline = DEADLINES.iter().find_map(|d| strip_word(rest, d));
    let by = deadline.is_some();
    rest = deadline.unwrap_or(rest);
    for article in ["on", "in"] {
        rest = strip_word(rest, article).unwrap_or(rest);
    }
    let (time, rest) = time(rest)?;
    let rest = rest.trim_start_matches([',', ' ', '(', ';']);
    let latest = rest.starts_with("at the latest");
    if !(rest.is_empty() || latest || CONTINUED.iter().any(|c| rest.starts_with(c))) {
        return None;
    }
    Some(match time {
        Time::Day(day) if by || latest => Expected::By(day),
        Time::Day(day) => Expected::On(day),
        Time::Span(_, last) if by || latest => Expected::By(last),
        Time::Span(first, last) => Expected::Within(first, last),
    })
}

/// The days of the last vote, if the words say so plainly and its day is named.
pub fn held(words: &str) -> Option<Held> {
    let words = words.to_lowercase();
    let mut rest = words.trim();
    for opening in ["early", "on", "held"] {
        rest = strip_word(rest, opening).unwrap_or(rest);
    }
    let (day, rest) = polling_day(rest)?;
    let rest = rest.trim_start_matches([',', ' ', '(']);
    let second = ["with", "and", "a", "the"]
        .iter()
        .fold(rest, |rest, word| strip_word(rest, word).unwrap_or(rest));
    let second = ["runoff", "run-off", "second round"]
        .iter()
        .find_map(|word| second.strip_prefix(word));
    let runoff = second.and_then(|rest| {
        let rest = ["held", "scheduled for", "scheduled", "to be held", "on"]
            .iter()
            .fold(rest.trim_start(), |rest, word| {
                strip_word(rest, word).unwrap_or(rest)
            });
        polling_day(rest).map(|(day, _)| day)
    });
    Some(Held {
        day,
        runoff: runoff.filter(|second| *second > day),
    })
}

/// A day or a span of days: of several the last. `"4-7 June 2026"`, `"8 and 10 May 2024"`.
fn polling_day(words: &str) -> Option<(Date, &str)> {
    if let Some((Time::Day(first), rest)) = time(words) {
        let to =
            strip_word(rest.trim_start(), "to").or_else(|| rest.trim_start().strip_prefix('-'));
        return match to.and_then(|to| time(to.trim_start())) {
            Some((Time::Day(last), rest)) if last > first => Some((last, rest)),
            _ => Some((first, rest)),
        };
    }
    // "4-7 June 2026": the first number stands alone.
    let (_, rest) = whole_number(words, 2)?;
    let rest = rest.trim_start();
    let rest = ["-", "–", "and", "to"]
        .iter()
        .find_map(|between| rest.strip_prefix(between))?;
    match time(rest.trim_start())? {
        (Time::Day(day), rest) => Some((day, rest)),
        (Time::Span(..), _) => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Day(Date),
    Span(Date, Date),
}

/// A day, a month or a year at the head of some words, in lower case, and what follows.
fn time(words: &str) -> Option<(Time, &str)> {
    slashed(words)
        .or_else(|| day_month_year(words))
        .or_else(|| month_year(words))
        .or_else(|| year_alone(words))
}

/// `"10/2/2022"`: the month first.
fn slashed(words: &str) -> Option<(Time, &str)> {
    let (month, rest) = whole_number(words, 2)?;
    let (day, rest) = whole_number(rest.strip_prefix('/')?, 2)?;
    let (year, rest) = year(rest.strip_prefix('/')?)?;
    Some((Time::Day(date_of(year, month, day)?), rest))
}

fn day_month_year(words: &str) -> Option<(Time, &str)> {
    let (day, rest) = whole_number(words, 2)?;
    let (month, rest) = month(rest.trim_start())?;
    let (year, rest) = year(rest.trim_start())?;
    Some((Time::Day(date_of(year, month, day)?), rest))
}

fn month_year(words: &str) -> Option<(Time, &str)> {
    let (month, rest) = month(words)?;
    let (year, rest) = year(rest.trim_start())?;
    let first = date_of(year, month, 1)?;
    Some((Time::Span(first, first.last_of_month()), rest))
}

fn year_alone(words: &str) -> Option<(Time, &str)> {
    let (year, rest) = year(words)?;
    let first = date_of(year, 1, 1)?;
    let last = first.checked_add(1.year()).ok()?.yesterday().ok()?;
    Some((Time::Span(first, last), rest))
}

fn date_of(year: u16, month: u16, day: u16) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A month by its English name or its first three letters, as a number from 1.
fn month(words: &str) -> Option<(u16, &str)> {
    let end = words
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(words.len());
    let (name, rest) = words.split_at(end);
    let short = |whole: &str| name.len() == 3 && whole.starts_with(name);
    let place = MONTHS.iter().position(|m| *m == name || short(m))?;
    Some((u16::try_from(place + 1).ok()?, rest))
}

/// A year of four figures.
fn year(words: &str) -> Option<(u16, &str)> {
    let (year, rest) = whole_number(words, 4)?;
    (1900..2100).contains(&year).then_some((year, rest))
}

/// A number of at most so many figures, at the head of some words.
fn whole_number(words: &str, most: usize) -> Option<(u16, &str)> {
    let end = words
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(words.len());
    let (digits, rest) = words.split_at(end);
    (1..=most).contains(&digits.len()).then_some(())?;
    Some((digits.parse().ok()?, rest))
}

/// What follows a word at the head of some words.
fn strip_word<'w>(words: &'w str, word: &str) -> Option<&'w str> {
    words
        .strip_prefix(word)
        .filter(|rest| rest.starts_with(' '))
        .map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn plain_days_months_years_and_deadlines_are_read() {
        let cases = [
            (
                "next to be held on 5 November 2024",
                Expected::On(date(2024, 11, 5)),
            ),
            (
                "next to be held 4 July 2024",
                Expected::On(date(2024, 7, 4)),
            ),
            ("4 October 2026", Expected::On(date(2026, 10, 4))),
            (
                "next to be held on 2 October 2022 for one-third of the Senate",
                Expected::On(date(2022, 10, 2)),
            ),
            (
                "next to be held on 1 March 2026 with runoff if needed on 8 March",
                Expected::On(date(2026, 3, 1)),
            ),
            (
                "June 2027",
                Expected::Within(date(2027, 6, 1), date(2027, 6, 30)),
            ),
            (
                "next to be held in 2030",
                Expected::Within(date(2030, 1, 1), date(2030, 12, 31)),
            ),
            (
                "next to be held no later than 28 January 2025",
                Expected::By(date(2025, 1, 28)),
            ),
            (
                "next to be held on or before 20 October 2025",
                Expected::By(date(2025, 10, 20)),
            ),
            (
                "next to be held in September 2025 at the latest",
                Expected::By(date(2025, 9, 30)),
            ),
            ("next to be held by 2026", Expected::By(date(2026, 12, 31))),
        ];
        for (words, right) in cases {
            assert_eq!(expected(words), Some(right), "{words}");
        }
    }

    #[test]
    fn what_is_not_plain_is_not_read() {
        for words in [
            "",
            "next to be held NA",
            "next to be held after the Bundestag elections in 2021",
            "next originally scheduled for 5 June 2021, but postponed to 21 June 2021",
            "next scheduled for June 2023 but postponed indefinitely",
            "president: February 2027",
            "next to be held in spring 2025",
            "rescheduled from 11 April to 16 May 2021 due to COVID-19 pandemic",
            "31 June 2025",
        ] {
            assert_eq!(expected(words), None, "{words}");
        }
        for words in [
            "2018",
            "May 2021",
            "president: 13 February 2022 chancellor: 6 May 2025",
            "for appointed members in May 2021",
        ] {
            assert_eq!(held(words), None, "{words}");
        }
    }

    #[test]
    fn days_of_votes_are_read_with_their_second_round() {
        let cases = [
            ("10/2/2022", date(2022, 10, 2), None),
            ("4/13/2015 to 4/16/2015", date(2015, 4, 16), None),
            (
                "7 October 2018 with runoff on 28 October 2018",
                date(2018, 10, 7),
                Some(date(2018, 10, 28)),
            ),
            (
                "2 October 2022, with a runoff held on 30 October 2022",
                date(2022, 10, 2),
                Some(date(2022, 10, 30)),
            ),
            (
                "23 March 2021; the Knesset was dissolved on 30 June 2022",
                date(2021, 3, 23),
                None,
            ),
            ("14-15 April 2024", date(2024, 4, 15), None),
            ("21 and 22 May 2023", date(2023, 5, 22), None),
            ("early on 8-9 May 2021", date(2021, 5, 9), None),
        ];
        for (words, day, runoff) in cases {
            assert_eq!(held(words), Some(Held { day, runoff }), "{words}");
        }
    }
}
