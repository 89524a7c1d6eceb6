//! Dates as publishers and spreadsheets write them.
//!
//! `2021-12-06` and `2021-12-06T00:00:00` say which is the day and which the month; `12/6/2021` does not. Its
//! column does: a number above 12 is a day, wherever it stands.

use jiff::civil::Date;

/// Which comes first in the dates of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// No date of the column tells.
    #[default]
    Untold,
    /// The day, as in `31/12/2021`.
    DayFirst,
    /// The month, as in `12/31/2021`.
    MonthFirst,
    /// Some dates of the column have the one first, some the other.
    Mixed,
}

/// Why a text is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDate {
    /// It is none, or none of the calendar.
    Other,
    /// Day and month cannot be told apart.
    Untold,
    /// The column has dates of both orders.
    Mixed,
}

impl DateOrder {
    /// With one more date of the column.
    pub(super) fn and(self, text: &str) -> Self {
        let told = match numbers(text.trim()) {
            Some((first, second, _)) if first > 12 && second <= 12 => DateOrder::DayFirst,
            Some((first, second, _)) if second > 12 && first <= 12 => DateOrder::MonthFirst,
            _ => return self,
        };
        match self {
            DateOrder::Untold => told,
            same if same == told => same,
            _ => DateOrder::Mixed,
        }
    }
}

/// Whether a text is a date of three numbers, the year last.
pub(super) fn year_is_last(text: &str) -> bool {
    numbers(text.trim()).is_some()
}

/// A date of the years 1000 to 2999, in a column of this order.
pub(super) fn date(text: &str, order: DateOrder) -> Result<Date, NoDate> {
    let text = text.trim();
    let within = |date: &Date| (1000..3000).contains(&date.year());
    let Some((first, second, year)) = numbers(text) else {
        return iso(text).filter(within).ok_or(NoDate::Other);
    };
    let (day, month) = match order {
        DateOrder::Mixed => return Err(NoDate::Mixed),
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
        DateOrder::Untold if first == second => (first, second),
        DateOrder::Untold if first.max(second) > 12 => return Err(NoDate::Other),
        DateOrder::Untold => return Err(NoDate::Untold),
    };
    Date::new(year, month, day)
        .ok()
        .filter(within)
        .ok_or(NoDate::Other)
}

/// Year, month and day, with the time of day or without.
fn iso(text: &str) -> Option<Date> {
    let (day, time) = text.split_at_checked(10)?;
    let is_time = time.is_empty()
        || time.starts_with(['T', ' '])
            && time.len() > 4
            && time[1..]
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b':' | b'.' | b'Z'));
    is_time.then(|| day.replace('/', "-").parse().ok())?
}

/// The numbers of a date with the year last, between which one sign stands.
fn numbers(text: &str) -> Option<(i8, i8, i16)> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(sign, '/' | '.' | '-') {
        return None;
    }
    let mut parts = text.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len()) && digits(part);
    let whole = short(first) && short(second) && year.len() == 4 && digits(year);
    if !whole || parts.next().is_some() {
        return None;
    }
    Some((
        first.parse().ok()?,
        second.parse().ok()?,
        year.parse().ok()?,
    ))
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;
    use proptest::prelude::*;

    fn order(column: &[&str]) -> DateOrder {
        column
            .iter()
            .fold(DateOrder::Untold, |order, text| order.and(text))
    }

    #[test]
    fn the_column_tells_which_number_is_the_day() {
        assert_eq!(order(&["12/6/2021", "3/2/2022"]), DateOrder::Untold);
        assert_eq!(order(&["12/6/2021", "12/16/2021"]), DateOrder::MonthFirst);
        assert_eq!(order(&["06.12.2021", "16.12.2021"]), DateOrder::DayFirst);
        assert_eq!(order(&["16/12/2021", "12/16/2021"]), DateOrder::Mixed);
        let read = |order| date("12/6/2021", order);
        assert_eq!(read(DateOrder::MonthFirst), Ok(civil::date(2021, 12, 6)));
        assert_eq!(read(DateOrder::DayFirst), Ok(civil::date(2021, 6, 12)));
        assert_eq!(read(DateOrder::Untold), Err(NoDate::Untold));
        assert_eq!(read(DateOrder::Mixed), Err(NoDate::Mixed));
        assert_eq!(
            date("03/03/2022", DateOrder::Untold),
            Ok(civil::date(2022, 3, 3))
        );
    }

    #[test]
    fn a_day_with_its_time_is_the_day() {
        for text in [
            "2022-03-02",
            "2022-03-02T00:00:00",
            "2022-03-02 00:00:00",
            "2022-03-02T15:00Z",
            "2022/03/02",
        ] {
            assert_eq!(
                date(text, DateOrder::Untold),
                Ok(civil::date(2022, 3, 2)),
                "{text}"
            );
        }
        for text in [
            "2022-03-02T",
            "2022-03-02 noon",
            "2022-02-30",
            "2-3-22",
            "NA",
            "0999-01-01",
            "1/2/2022/3",
        ] {
            assert_eq!(date(text, DateOrder::Untold), Err(NoDate::Other), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_back(days in 0i32..700_000, sign in "[/.-]") {
            let day = civil::date(1000, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let (y, m, d) = (day.year(), day.month(), day.day());
            prop_assert_eq!(date(&day.to_string(), DateOrder::Untold), Ok(day));
            prop_assert_eq!(date(&format!("{d}{sign}{m}{sign}{y}"), DateOrder::DayFirst), Ok(day));
            prop_assert_eq!(date(&format!("{m:02}{sign}{d:02}{sign}{y}"), DateOrder::MonthFirst), Ok(day));
        }
    }
}
