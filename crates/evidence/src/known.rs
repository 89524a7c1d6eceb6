//! From which day on a record can be read.
//!
//! A record counts as known from the last day of the period that it speaks of: a roll call from
//! its day (or the last day of its month, where the day is not recorded), a yearly figure from
//! 31 December of its year, a visit from its last day. The publishers issued many figures later
//! than that, and revised some; which edition a reader held on a given day is not on record.

use jiff::civil::{Date, date};

/// 31 December of a year.
///
/// Years outside jiff's range (−9999 to 9999) do not occur: `u16` years come from importers that
/// accept 1000–2999.
pub fn end_of_year(year: u16) -> Date {
    date(i16::try_from(year).unwrap_or(9999).min(9999), 12, 31)
}

/// The last day of the month in which a date lies.
pub fn end_of_month(day: Date) -> Date {
    day.last_of_month()
}
