//! What a consultation takes up, in order.

use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use super::party;

/// An agenda item of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemLink {
    /// The dossier's short name, such as `usa-mexico`.
    pub dossier: String,
    /// The item's id in it.
    pub item: String,
}

impl std::fmt::Display for ItemLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.dossier, self.item)
    }
}

/// Who leads on an entry for one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// For which party.
    #[serde(deserialize_with = "party::one")]
    pub party: Ccode,
    /// In which office.
    pub office: String,
}

/// An entry of a consultation's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaEntry {
    /// A short name without blanks; assigned if left empty.
    #[serde(default)]
    pub id: String,
    /// The consultation. It never changes: what was not reached is carried over by a new entry.
    pub consultation: String,
    /// Its place in the order, from 1; entries with one place are in the order of their ids.
    pub order: u32,
    /// The dossier's item that it takes up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemLink>,
    /// Its own title. Needed if it takes up no item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who leads on each side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Lead>,
    /// The entry of an earlier consultation that it carries over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<String>,
    /// Whether it was reached; not known before the consultation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<bool>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was taken off, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}
