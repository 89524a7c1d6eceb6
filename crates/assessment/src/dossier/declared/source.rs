//! Sources.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{DayOrMonth, Told, words};
use super::super::{DossierError, Source};
use super::known::Known;

/// A public source.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredSource {
    /// A short name without blanks.
    id: Told<String>,
    /// Author, title, publisher.
    citation: Told<String>,
    /// The day it came out, without quotes; or a month ("2021-01") or year ("2021") in quotes.
    published: DayOrMonth,
    /// Where it can be read.
    address: Option<Told<String>>,
    /// What a reader must know of it.
    note: Option<String>,
}

impl DeclaredSource {
    pub(super) fn source(self, known: &mut Known) -> Result<Source, DossierError> {
        let (day, published) = self.published.read()?;
        let address = match self.address {
            Some(told) if !told.get().starts_with("http") => {
                return Err(told
                    .fault("no address")
                    .hint("it begins with https:// or http://"));
            }
            told => told.map(Told::into_inner),
        };
        Ok(Source {
            id: known.new_id("source", &self.id)?,
            citation: words(self.citation)?,
            published,
            known: day,
            address,
            note: self.note,
        })
    }
}
