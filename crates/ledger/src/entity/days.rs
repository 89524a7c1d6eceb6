//! A run of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl Days {
    /// One day.
    pub fn one(day: Date) -> Self {
        Days {
            start: day,
            end: day,
        }
    }
}
