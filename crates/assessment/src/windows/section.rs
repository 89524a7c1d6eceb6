//! The windows ahead, for an assessment.

use entente_evidence::{AsOf, EvidenceError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{NEAR_MONTHS, PairCycles, Window, meetings, notes, windows};
use crate::dossier::Dossier;
use crate::note::Notes;
use crate::parties::Party;

/// How far ahead is looked.
const YEARS_AHEAD: i64 = 2;
/// How far ahead terms that begin together are looked for.
const CYCLE_YEARS_AHEAD: i64 = 25;

/// When: what is open, and what comes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WindowsSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The last day looked at.
    pub until: Date,
    /// Every window that is open on some day from the date to that day, by first day.
    pub windows: Vec<Window>,
    /// How the terms of every pair come round together in the next 25 years.
    pub cycles: Vec<PairCycles>,
}

impl WindowsSection {
    pub(crate) fn of(
        parties: &[Party],
        dossier: Option<&Dossier>,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let after = |years: i64| date.saturating_add(years.years());
        let until = after(YEARS_AHEAD);
        let meetings = match dossier {
            Some(dossier) => meetings(parties, dossier, as_of)?,
            None => Vec::new(),
        };
        let mut cycles = Vec::new();
        for (i, first) in parties.iter().enumerate() {
            for second in &parties[i + 1..] {
                let span = (date, after(CYCLE_YEARS_AHEAD));
                cycles.push(PairCycles::of(first, second, date, span, NEAR_MONTHS));
            }
        }
        Ok(WindowsSection {
            notes: notes::add(notes),
            until,
            windows: windows(parties, (date, until), as_of, meetings)?,
            cycles,
        })
    }
}
