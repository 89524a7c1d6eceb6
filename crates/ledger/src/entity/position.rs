//! A delegation's own notes on an agenda entry.

use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use super::party;

/// What one party wants of an agenda entry. No other party's reader ever sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Always assigned, so that it says nothing; leave it empty.
    #[serde(default)]
    pub id: String,
    /// Whose it is. It never changes.
    #[serde(deserialize_with = "party::one")]
    pub party: Ccode,
    /// The agenda entry, of a consultation in which the party takes part. It never changes.
    pub entry: String,
    /// What is aimed at.
    pub aim: String,
    /// What would do instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback: Option<String>,
    /// What cannot be given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub red_line: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was given up, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
