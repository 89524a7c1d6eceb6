//! Kinds of entries, and references to them.

use std::fmt;
use std::str::FromStr;

use entente_doors::text::shown_on_a_line;
use serde::{Deserialize, Serialize};

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A meeting of a mechanism.
    Consultation,
    /// An entry of its agenda.
    AgendaEntry,
    /// A delegation's own notes on such an entry.
    Position,
    /// A result.
    Outcome,
    /// A promise.
    Commitment,
    /// Whether it was kept.
    Score,
    /// A goodwill or an unfriendly act.
    Act,
    /// A document.
    Document,
}

/// A word that is no kind of entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kind of entry; there are {kinds}", kinds = Kind::ALL.map(Kind::as_str).join(", "))]
pub struct NotAKind(String);

/// An entry, by kind and id. Written `kind/id`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityRef {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 8] = [
        Kind::Consultation,
        Kind::AgendaEntry,
        Kind::Position,
        Kind::Outcome,
        Kind::Commitment,
        Kind::Score,
        Kind::Act,
        Kind::Document,
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Consultation => "consultation",
            Kind::AgendaEntry => "agenda-entry",
            Kind::Position => "position",
            Kind::Outcome => "outcome",
            Kind::Commitment => "commitment",
            Kind::Score => "score",
            Kind::Act => "act",
            Kind::Document => "document",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(word: &str) -> Result<Self, NotAKind> {
        let found = Kind::ALL.into_iter().find(|kind| kind.as_str() == word);
        found.ok_or_else(|| NotAKind(word.to_owned()))
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An id from elsewhere may hold anything before it is checked.
        write!(f, "{}/{}", self.kind, shown_on_a_line(&self.id))
    }
}
