//! One series of meetings, and how alive it is.

use entente_measures::contact::{ChangePoint, Status, Traction};
use jiff::civil::Date;
use serde::Serialize;

use super::meetings::Meeting;
use crate::dossier::Level;
use crate::parties::Pair;

/// Where a series of meetings comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesKind {
    /// A mechanism that a dossier declares.
    Mechanism,
    /// The contact of a pair at one level.
    Contact,
}

/// A mechanism, or the contact of a pair at one level, as of a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MechanismRow {
    /// The pair asked about.
    #[serde(flatten)]
    pub pair: Pair,
    /// A short name: the dossier's, or `leader-contact`, `minister-contact`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where the series comes from.
    pub series: SeriesKind,
    /// Three-letter codes of all that take part.
    pub parties: Vec<String>,
    /// Who meets.
    pub level: Level,
    /// The declared cadence, ISO 8601; empty for contact, whose cadence is its own.
    pub cadence: Option<String>,
    /// The cadence in days: declared, or the mean of the last ten intervals and at least half a
    /// year. Empty with fewer than three intervals.
    pub cadence_days: Option<f64>,
    /// From this day it exists.
    pub founded: Option<Date>,
    /// The day on which it was replaced or given up, if that was by the date.
    pub ended: Option<Date>,
    /// What it deals with.
    pub mandate: Vec<String>,
    /// What the dossier says a reader must know.
    pub note: Option<String>,
    /// Where the declaration is from.
    pub sources: Vec<String>,
    /// First day from which a meeting would be on record; empty without a record.
    pub covered_from: Option<Date>,
    /// Last such day, the date of reading at the latest.
    pub covered_to: Option<Date>,
    /// Whether the record ends before the date of reading.
    pub record_ends: bool,
    /// Against the cadence; empty without a cadence or a record, and where it is not known on the date.
    pub status: Option<Status>,
    /// The last covered day, where more than one cadence lies between it and the date: more than one
    /// meeting has been due since, and the record tells of none.
    pub not_known_since: Option<Date>,
    /// The status on that day.
    pub status_then: Option<Status>,
    /// Meetings missed in a row.
    pub missed: Option<u32>,
    /// The last day of the last meeting.
    pub last: Option<Date>,
    /// Covered days since.
    pub gap_days: Option<i64>,
    /// The same in cadences.
    pub gap_cadences: Option<f64>,
    /// When the next was or is due.
    pub due: Option<Date>,
    /// When to expect it.
    pub expected_next: Option<Date>,
    /// Meetings a year of late.
    pub recent_rate: Option<f64>,
    /// Meetings a year over the covered time.
    pub history_rate: Option<f64>,
    /// Recent over history.
    pub rate_ratio: Option<f64>,
    /// Whether its rate has changed within the last 25 years; empty with fewer than five covered.
    pub fraying: Option<ChangePoint>,
    /// Its meetings, the earliest first.
    pub meetings: Vec<Meeting>,
}

impl MechanismRow {
    /// The row with its traction, which is that of the last covered day, read on a date.
    pub(super) fn with(mut self, traction: Option<Traction>, date: Date) -> Self {
        if let Some(found) = traction {
            self.not_known_since = self.silent_since(date);
            match self.not_known_since {
                Some(_) => self.status_then = Some(found.status),
                None => self.status = Some(found.status),
            }
            self.missed = found.missed;
            self.last = found.last;
            self.gap_days = found.gap_days;
            self.gap_cadences = found.gap_cadences;
            self.due = found.due;
            self.expected_next = found.expected_next;
            self.recent_rate = found.recent_rate;
            self.history_rate = found.history_rate;
            self.rate_ratio = found.rate_ratio;
        }
        self
    }

    /// The last covered day, if more than one cadence lies between it and a date.
    fn silent_since(&self, date: Date) -> Option<Date> {
        let ended = self.covered_to?;
        let silent = f64::from((date - ended).get_days());
        (silent > self.cadence_days?).then_some(ended)
    }
}
