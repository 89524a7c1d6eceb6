//! What came out of a consultation.

use serde::{Deserialize, Serialize};

use super::Source;

/// A result of a consultation that is not a commitment: a statement, a decision, a launch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// The consultation. It never changes.
    pub consultation: String,
    /// The entry of its agenda that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// In a sentence.
    pub text: String,
    /// Where it is from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Why it was taken back, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
