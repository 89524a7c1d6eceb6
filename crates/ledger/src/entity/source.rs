//! Where a fact is from.

use serde::{Deserialize, Serialize};

/// A public source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Author, title, publisher, date, place in it.
    pub citation: String,
    /// Where it can be read, beginning with `http://` or `https://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
