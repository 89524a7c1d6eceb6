//! Consultations: meetings of a mechanism, planned and held.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Days, Source, party};

/// Who meets, the highest first; the words are a dossier's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Heads of state or government.
    Leader,
    /// Ministers.
    Minister,
    /// Officials below them.
    Official,
}

/// What became of a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsultationStatus {
    /// It is to be held on the planned days.
    Planned,
    /// It was held on the actual days.
    Held,
    /// It was put off; the planned days are the new ones, if there are any.
    Postponed,
    /// It will not be held.
    Cancelled,
}

/// Who takes part, by office: never by name alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// For which party.
    #[serde(deserialize_with = "party::one")]
    pub party: Ccode,
    /// In which office, such as `Secretary of Foreign Affairs`.
    pub office: String,
}

/// A meeting of a mechanism.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// The mechanism, by its id in a dossier. It never changes: a commitment counts for it.
    pub mechanism: String,
    /// In a line.
    pub title: String,
    /// The parties, two or more.
    #[serde(deserialize_with = "party::many")]
    pub parties: Vec<Ccode>,
    /// Who meets.
    pub level: Level,
    /// When it is to be held. Needed while it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Days>,
    /// When it was held. Needed if it was, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Days>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// What became of it.
    pub status: ConsultationStatus,
    /// Why it was postponed or cancelled. Needed if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where all this is from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

impl Consultation {
    /// The first day that counts: the actual one if it was held, else the planned one.
    pub fn day(&self) -> Option<Date> {
        self.actual.or(self.planned).map(|days| days.start)
    }
}
