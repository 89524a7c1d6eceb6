//! The clock of the machine. It is read here and nowhere else: all else is a function of what it is given.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The time now.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The day today, in UTC.
pub fn today() -> Date {
    day(now())
}

/// The day of a time in UTC.
pub fn day(time: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(time).date()
}
