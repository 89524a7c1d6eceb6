//! The tables of a case.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use crate::{Compliance, ConsultationStatus, Level};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// The case, in a line.
    #[serde(rename = "title")]
    pub(super) _title: String,
    /// What each meeting is called.
    pub(super) meeting: String,
    /// The mechanism, by its id in the dossier.
    pub(super) mechanism: String,
    /// Who meets.
    pub(super) level: Level,
    /// The dossier that has the items.
    pub(super) dossier: String,
    #[serde(default)]
    pub(super) source: Vec<DeclaredSource>,
    #[serde(default)]
    pub(super) consultation: Vec<DeclaredConsultation>,
    #[serde(default)]
    pub(super) commitment: Vec<DeclaredCommitment>,
    #[serde(default)]
    pub(super) score: Vec<DeclaredScore>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredSource {
    pub(super) id: Spanned<String>,
    pub(super) citation: String,
    /// A day, month or year; it is in the citation too.
    #[serde(rename = "published")]
    pub(super) _published: String,
    pub(super) address: Option<String>,
    /// Whether its words were read.
    #[serde(rename = "opened")]
    pub(super) _opened: bool,
    /// How much of it was read, for who keeps the case.
    #[serde(rename = "note")]
    pub(super) _note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredConsultation {
    pub(super) id: Spanned<String>,
    pub(super) mechanism: Spanned<String>,
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) place: String,
    pub(super) parties: Vec<Party>,
    pub(super) status: ConsultationStatus,
    pub(super) source: Spanned<String>,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredCommitment {
    pub(super) id: Spanned<String>,
    pub(super) consultation: Spanned<String>,
    pub(super) parties: Vec<Party>,
    pub(super) text: String,
    pub(super) made: Date,
    pub(super) due: Option<Date>,
    pub(super) verification: String,
    pub(super) source: Spanned<String>,
    /// The place in the source.
    pub(super) place: String,
    /// Whether the words that bear it were read.
    pub(super) opened: bool,
    /// The reprint or the report in which they were read.
    pub(super) via: Option<Spanned<String>>,
    pub(super) item: String,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredScore {
    pub(super) commitment: Spanned<String>,
    pub(super) party: Spanned<Party>,
    pub(super) value: Compliance,
    pub(super) interim: bool,
    pub(super) assessor: String,
    pub(super) date: Date,
    pub(super) evidence: String,
    pub(super) source: Spanned<String>,
    pub(super) address: String,
}

/// A state, by what names one.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Party(pub(super) Ccode);

impl TryFrom<String> for Party {
    type Error = entente_states::Unresolved;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        entente_states::system()
            .resolve(&name)
            .map(|state| Party(state.ccode))
    }
}
