//! A consultation and what surrounds it as somebody has recorded them, for one delegation or for all.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

/// A consultation, and what its pack is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PackRecord {
    /// The consultation.
    pub consultation: ConsultationRecord,
    /// The delegation whose positions are in it; empty in a joint pack, which has none.
    pub delegation: Option<Ccode>,
    /// Its agenda, in order.
    pub agenda: Vec<PackEntry>,
    /// What the last consultation before it did not reach, and this one does not take up.
    pub left: Vec<PackEntry>,
    /// The last consultation of the mechanism before it that was held.
    pub last: Option<ConsultationRecord>,
    /// What came out of that one.
    pub outcomes: Vec<OutcomeRecord>,
    /// The commitments made at it.
    pub commitments: Vec<OutcomeRecord>,
    /// The next consultation of the mechanism after it.
    pub next: Option<ConsultationRecord>,
    /// The cadence of the mechanism in days, where it has one.
    pub cadence_days: Option<f64>,
}

/// A consultation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConsultationRecord {
    /// Its id.
    pub id: String,
    /// In a line.
    pub title: String,
    /// The mechanism, by its id in a dossier.
    pub mechanism: String,
    /// First day, held or planned.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Whether it was held.
    pub held: bool,
    /// Where.
    pub place: Option<String>,
    /// Who takes part.
    pub participants: Vec<Office>,
    /// What a reader must know.
    pub note: Option<String>,
}

/// Somebody by office, never by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// The COW number of the party.
    pub ccode: Ccode,
    /// The office.
    pub office: String,
}

/// An entry of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct PackEntry {
    /// Its id.
    pub id: String,
    /// The item of a dossier that it takes up: the dossier's name, and the item's id in it.
    pub item: Option<(String, String)>,
    /// Its own title, where it has one.
    pub title: Option<String>,
    /// Who leads on each side.
    pub leads: Vec<Office>,
    /// Whether it was carried over from an earlier consultation.
    pub carried: bool,
    /// What a reader must know.
    pub note: Option<String>,
    /// The delegation's own position; always empty in a joint pack.
    pub position: Option<PackPosition>,
}

/// What a delegation wants of an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackPosition {
    /// What is aimed at.
    pub aim: String,
    /// What would do instead.
    pub fallback: Option<String>,
    /// What cannot be given up.
    pub red_line: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// A result of a consultation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeRecord {
    /// In a sentence.
    pub text: String,
    /// Where it is from.
    pub source: Option<String>,
    /// Where that can be read.
    pub address: Option<String>,
}
