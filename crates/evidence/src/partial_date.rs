//! A date of which the publisher may give the year or the month only.

use std::fmt;
use std::str::FromStr;

use arrow_array::{Array, StringArray};
use arrow_schema::DataType;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cell::Cell;
use crate::known::{end_of_month, end_of_year};

/// A day, a month or a year, as lists of treaties and of persons give it: `2018-11-30`, `2018-11`, `2018`.
///
/// A `?` at the end says that the publisher is not sure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    /// 0 where only the year is given.
    month: i8,
    /// 0 where no day is given.
    day: i8,
    sure: bool,
}

/// A text that is no such date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY")]
pub struct PartialDateError(String);

impl PartialDate {
    /// The last day of what is given: by then it has come.
    pub fn last(self) -> Date {
        let first = Date::new(self.year, self.month.max(1), self.day.max(1)).unwrap_or(Date::MAX);
        match (self.month, self.day) {
            (0, _) => end_of_year(u16::try_from(self.year).unwrap_or(u16::MAX)),
            (_, 0) => end_of_month(first),
            _ => first,
        }
    }

    /// The day, where the publisher gives one.
    pub fn day(self) -> Option<Date> {
        (self.day > 0).then(|| self.last())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Whether the publisher is sure of it.
    pub fn is_sure(self) -> bool {
        self.sure
    }
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        let refused = || PartialDateError(text.to_owned());
        let (plain, sure) = match text.strip_suffix('?') {
            Some(plain) => (plain, false),
            None => (text, true),
        };
        let mut parts = plain.split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) => Some(part)
                .filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|part| part.parse::<i16>().ok())
                .map(Some)
                .ok_or_else(refused),
        };
        let year = part(4)?.ok_or_else(refused)?;
        let (month, day) = (part(2)?, part(2)?);
        let small = |n: Option<i16>| i8::try_from(n.unwrap_or(0)).map_err(|_| refused());
        let date = PartialDate {
            year,
            month: small(month)?,
            day: small(day)?,
            sure,
        };
        let given = Date::new(year, small(month.or(Some(1)))?, small(day.or(Some(1)))?);
        let whole = parts.next().is_none() && (1000..3000).contains(&year);
        match given {
            Ok(_) if whole => Ok(date),
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PartialDate {
            year, month, day, ..
        } = self;
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        f.pad(&(text + if self.sure { "" } else { "?" }))
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = PartialDateError;

    fn try_from(text: String) -> Result<Self, PartialDateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

const HOLDS: &str = "date, month or year";

impl Cell for PartialDate {
    type Array = StringArray;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn holds() -> &'static str {
        HOLDS
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|date| Some(date.to_string())).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        array.value(i).parse().ok()
    }
}

impl Cell for Option<PartialDate> {
    type Array = StringArray;
    const NULLABLE: bool = true;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn holds() -> &'static str {
        HOLDS
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|date| date.map(|d| d.to_string())).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        match array.is_null(i) {
            true => Some(None),
            false => array.value(i).parse().ok().map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn read(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_given_has_come_by_its_last_day() {
        assert_eq!(read("2018-11-30").last(), date(2018, 11, 30));
        assert_eq!(read("2020-02").last(), date(2020, 2, 29));
        assert_eq!(read("2018").last(), date(2018, 12, 31));
        assert_eq!(read("2018-11-30").day(), Some(date(2018, 11, 30)));
        assert_eq!(read("2018-11").day(), None);
        assert!(!read("2018-11?").is_sure());
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "18",
            "2018-",
            "2018-13",
            "2018-02-30",
            "2018-11-30-",
            "2018-XX-16",
            "0014-02",
            "2018-11-30??",
            "+018",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_date_reads_back_as_it_is_written(text in "[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?\\??") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
