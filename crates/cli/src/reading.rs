//! The date as of which the evidence is read, and how it came about.

use entente_assessment::DateOfReading;
use entente_evidence::{Evidence, EvidenceError};
use jiff::civil::Date;

use crate::clock;

/// The date of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date.
    pub date: Date,
    /// Whether it was asked for, is the last on record, or lies ahead.
    pub came_about: DateOfReading,
}

impl Reading {
    /// The date that was asked for, otherwise the last day of votes and contacts on record.
    pub fn of(asked: Option<Date>, evidence: &Evidence) -> Result<Self, EvidenceError> {
        let today = clock::today();
        Ok(match asked {
            Some(date) => Reading::asked(date),
            None => {
                let date = evidence.latest()?;
                let came_about = match date == today {
                    true => DateOfReading::AskedFor,
                    false => DateOfReading::LastOnRecord,
                };
                Reading { date, came_about }
            }
        })
    }

    /// A date that was asked for.
    pub fn asked(date: Date) -> Self {
        let came_about = match date > clock::today() {
            true => DateOfReading::Ahead,
            false => DateOfReading::AskedFor,
        };
        Reading { date, came_about }
    }
}
