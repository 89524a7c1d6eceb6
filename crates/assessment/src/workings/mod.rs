//! How the figures of a note were computed: the rows that they come from, and the formula with these
//! figures put in, so that an opponent could check them.
//!
//! One file per kind of note. The rows are picked by the functions that the sections themselves use.

mod agenda;
mod between;
mod commitments;
mod contacts;
mod displacement;
mod governments;
mod machinery;
mod movement;
mod outlook;
mod power;
mod side;
mod table;
mod ties;
mod votes;
mod windows;
mod worked;

use entente_evidence::{AsOf, EvidenceError};

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::fits::Fits;
use crate::note::Note;
use crate::parties::code;

pub use table::{Cell, WorkedTable};
pub use worked::{Formula, Worked};

/// How the figures of a note were computed.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Workings {
    /// The note: selection, method and caveat.
    pub note: Note,
    /// Formulas with this assessment's figures put in; empty where the figures are plain readings.
    pub formulas: Vec<Worked>,
    /// The rows behind them, the main ones first. Tables with one id hold rows of one kind, each of a
    /// part of them. Empty for a note that has no rows of its own.
    pub tables: Vec<WorkedTable>,
}

/// Why there are no workings.
#[derive(Debug, thiserror::Error)]
pub enum WorkingsError {
    /// A number that no note has.
    #[error("there is no note {number}: the notes of this brief are 1 to {last}")]
    NoSuchNote {
        /// The number asked for.
        number: usize,
        /// The number of the last note.
        last: usize,
    },
    /// The evidence cannot be read.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
}

/// What workings are made from: an assessment, and what it was made from.
struct Asked<'a, 'e> {
    assessment: &'a Assessment,
    /// The dossier, as it could be read on the date.
    dossier: Option<Dossier>,
    fits: &'a Fits,
    as_of: &'a AsOf<'e>,
}

/// Formulas and tables as they are collected.
#[derive(Default)]
struct Parts {
    formulas: Vec<Worked>,
    tables: Vec<WorkedTable>,
}

impl Workings {
    /// The workings of one note of an assessment. `dossier`, `fits` and `as_of` are those that the
    /// assessment was made from.
    ///
    /// # Errors
    /// A number that no note has; evidence that cannot be read.
    pub fn of(
        number: usize,
        assessment: &Assessment,
        dossier: Option<&Dossier>,
        fits: &Fits,
        as_of: &AsOf<'_>,
    ) -> Result<Self, WorkingsError> {
        let note = assessment.notes.iter().find(|n| n.number == number);
        let note = note.ok_or(WorkingsError::NoSuchNote {
            number,
            last: assessment.notes.len(),
        })?;
        let asked = Asked {
            assessment,
            dossier: dossier.map(|d| d.as_of(as_of.date())),
            fits,
            as_of,
        };
        let kind = note.message.as_ref().map_or("", |m| m.id);
        let Parts { formulas, tables } = asked.parts(kind)?;
        Ok(Workings {
            note: note.clone(),
            formulas,
            tables,
        })
    }

    /// The tables with the main rows.
    pub fn main(&self) -> impl Iterator<Item = &WorkedTable> {
        let first = self.tables.first().map(|t| t.id);
        self.tables.iter().filter(move |t| Some(t.id) == first)
    }
}

impl Asked<'_, '_> {
    /// By the kind of note; none for a kind that has no rows of its own.
    fn parts(&self, kind: &str) -> Result<Parts, EvidenceError> {
        Ok(match kind {
            "note-coincidence" => votes::coincidence(self)?,
            "note-days" => votes::days(self)?,
            "note-world" => votes::world(self)?,
            "note-contacts" => contacts::of(self)?,
            "note-hosted" => displacement::hosted(self)?,
            "note-applications" => displacement::applications(self)?,
            "note-power" => power::of(self)?,
            "note-igos" => ties::organisations(self)?,
            "note-pacts" => ties::pacts(self)?,
            "note-place" => ties::place(self)?,
            "note-missions" => between::missions(self)?,
            "note-partner-shares" => between::trade(self)?,
            "note-organisations-today" => between::organisations(self)?,
            "note-speeches" => between::speeches(self)?,
            "note-bodies" => ties::bodies(self),
            "note-council" => governments::council(self),
            "note-governments" => governments::of(self)?,
            "note-administrations" => governments::administrations(self),
            "note-outlook" => outlook::of(self)?,
            "note-movement" => movement::of(self)?,
            "note-meetings" => machinery::meetings(self)?,
            "note-third-places" => machinery::third_places(self),
            "note-status" => machinery::status(self),
            "note-change" => machinery::change(self),
            "note-declared-mechanisms" => machinery::declared(self),
            "note-window-lists" => windows::lists(self),
            "note-window-rules" => windows::rules(self),
            "note-window-bodies" => windows::bodies(self),
            "note-window-summits" => windows::summits(self),
            "note-window-opportunities" => windows::all(self),
            "note-shortlist" => agenda::shortlist(self),
            "note-claims" => agenda::claims(self),
            "note-declared" => agenda::declared(self),
            "note-commitments" => commitments::of(self),
            "note-side-objectives" => side::objectives(self),
            "note-side-arguments" => side::arguments(self),
            "note-side-limits" => side::limits(self),
            "note-side-arising" => side::arising(self),
            "note-side-press" => side::press(self),
            _ => Parts::default(),
        })
    }
}
