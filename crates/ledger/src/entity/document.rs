//! Documents attached to other entries.

use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use super::{EntityRef, party};

/// A document, found by the checksum of its content; the content itself is stored once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A short name without blanks; assigned if left empty, and always if it is one delegation's.
    #[serde(default)]
    pub id: String,
    /// What it is called, such as the name of its file.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// SHA-256 of its content, in hexadecimal. Filled in by the ledger; it never changes.
    #[serde(default)]
    pub sha256: String,
    /// Length of its content in bytes. Filled in by the ledger.
    #[serde(default)]
    pub size: u64,
    /// What it is attached to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attached_to: Vec<EntityRef>,
    /// The delegation whose own it is; none if everybody sees it. It never changes.
    #[serde(
        default,
        deserialize_with = "party::maybe",
        skip_serializing_if = "Option::is_none"
    )]
    pub delegation: Option<Ccode>,
    /// Why it was taken back, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
