//! Whether a commitment was kept.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::party;

/// How far a party has kept a commitment, as the G20 Research Group scores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub enum Compliance {
    /// −1: nothing was done, or the contrary.
    None,
    /// 0: in part, or in progress.
    Partial,
    /// +1: fully, or nearly.
    Full,
}

/// A number that is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0} is no score; scores are -1 (no or contrary action), 0 (partial or in progress) and 1 (full)"
)]
pub struct NotAScore(i8);

impl TryFrom<i8> for Compliance {
    type Error = NotAScore;

    fn try_from(number: i8) -> Result<Self, NotAScore> {
        match number {
            -1 => Ok(Compliance::None),
            0 => Ok(Compliance::Partial),
            1 => Ok(Compliance::Full),
            other => Err(NotAScore(other)),
        }
    }
}

impl From<Compliance> for i8 {
    fn from(score: Compliance) -> i8 {
        match score {
            Compliance::None => -1,
            Compliance::Partial => 0,
            Compliance::Full => 1,
        }
    }
}

/// Whether the last word is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// On the way; a final score of the same assessor takes its place.
    Interim,
    /// At the end.
    Final,
}

/// What an assessor says of one party and one commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// The commitment. It never changes.
    pub commitment: String,
    /// The party, one of those that made the commitment. It never changes.
    #[serde(deserialize_with = "party::one")]
    pub party: Ccode,
    /// How far it has kept it.
    pub score: Compliance,
    /// Whether that is the last word.
    pub stage: Stage,
    /// Who says so: a body, or an office. It never changes.
    pub assessor: String,
    /// The day of the assessment.
    pub date: Date,
    /// What it rests on.
    pub evidence: String,
    /// Where the evidence can be read, beginning with `http://` or `https://`.
    pub address: String,
    /// Why it was taken back, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
