//! Goodwill and unfriendly acts.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Source, party};

/// A goodwill or an unfriendly act of a party; the shape is a dossier's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// The day.
    pub date: Date,
    /// Whose act.
    #[serde(deserialize_with = "party::one")]
    pub party: Ccode,
    /// From −1, most unfriendly, to 1, most friendly.
    pub weight: f64,
    /// What was done, in a sentence.
    pub text: String,
    /// Where it is from: one source or more.
    pub sources: Vec<Source>,
    /// Why it was taken back, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
