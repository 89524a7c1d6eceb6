//! Who does what by when.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ItemLink, Source, party};

/// What became of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentStatus {
    /// It is owed.
    Open,
    /// It was done.
    Done,
    /// Others took its place: they count, it does not.
    Superseded,
    /// It was split into others: they count, it does not.
    Split,
    /// The parties gave it up.
    Withdrawn,
}

impl CommitmentStatus {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            CommitmentStatus::Open => "open",
            CommitmentStatus::Done => "done",
            CommitmentStatus::Superseded => "superseded",
            CommitmentStatus::Split => "split",
            CommitmentStatus::Withdrawn => "withdrawn",
        }
    }
}

/// A day that was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The day on which that was decided.
    pub decided: Date,
    /// It was due on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// It is due on this day.
    pub to: Date,
    /// Why.
    pub reason: String,
}

/// A promise with a name on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// What is to be done, in a sentence.
    pub text: String,
    /// By whom: one party or more.
    #[serde(deserialize_with = "party::many")]
    pub by: Vec<Ccode>,
    /// The day on which it was made.
    pub made: Date,
    /// The last day by which it is to be done; none if no day was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How it would be verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<String>,
    /// Where it was made: citation, address, and its own words.
    pub source: Source,
    /// The consultation at which it was made. It never changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultation: Option<String>,
    /// The mechanism for which it counts; the consultation's, if it has one. It never changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mechanism: Option<String>,
    /// The dossier's item that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemLink>,
    /// What became of it.
    pub status: CommitmentStatus,
    /// The day on which it ceased to be open. Needed if it did, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Date>,
    /// Why it was withdrawn, split or superseded. Needed if it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The commitments of which it takes the place or is a part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// How its day was moved, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
