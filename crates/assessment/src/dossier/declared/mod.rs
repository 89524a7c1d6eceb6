//! How dossiers are declared in TOML: one file per kind of entry.
//!
//! The doc comments of these types are the descriptions in the published JSON Schema.

mod circumstance;
mod claim;
mod constraint;
mod item;
mod known;
mod mechanism;
mod source;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::told::{Told, each, two_or_more, words};
use super::{Dossier, DossierError};
use known::Known;

pub(super) fn read(text: &str) -> Result<Dossier, DossierError> {
    let file: File = toml::from_str(text).map_err(DossierError::of_toml)?;
    file.dossier()
}

pub(super) fn schema() -> Schema {
    let mut schema = schema_for!(File);
    schema.insert(
        "title".to_owned(),
        "A dossier of Entente: the declared part of a relationship".into(),
    );
    schema
}

/// The declared part of the relationship of two or more states.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct File {
    /// The relationship, in a line.
    title: Told<String>,
    /// The states that it is about, two or more: names or codes.
    parties: Told<Vec<Told<String>>>,
    /// Public sources, to which all entries refer by id.
    #[serde(default)]
    source: Vec<source::DeclaredSource>,
    /// Standing arrangements with a cadence.
    #[serde(default)]
    mechanism: Vec<mechanism::DeclaredMechanism>,
    /// What a consultation could take up.
    #[serde(default)]
    item: Vec<item::DeclaredItem>,
    /// What stands in the way at home.
    #[serde(default)]
    constraint: Vec<constraint::DeclaredConstraint>,
    /// Risks, opportunities and precedents.
    #[serde(default)]
    circumstance: Vec<circumstance::DeclaredCircumstance>,
    /// Goodwill and unfriendly acts.
    #[serde(default)]
    act: Vec<circumstance::DeclaredAct>,
    /// What a source claims and evidence can test.
    #[serde(default)]
    claim: Vec<claim::DeclaredClaim>,
}

impl File {
    fn dossier(self) -> Result<Dossier, DossierError> {
        let mut known = Known::of(two_or_more(self.parties)?);
        let sources = each(self.source, |s| s.source(&mut known))?;
        known.sources.clone_from(&sources);
        let mechanisms = each(self.mechanism, |m| m.mechanism(&mut known))?;
        let items = each(self.item, |i| i.item(&mut known))?;
        Ok(Dossier {
            title: words(self.title)?,
            constraints: each(self.constraint, |c| c.constraint(&mut known))?,
            circumstances: each(self.circumstance, |c| c.circumstance(&mut known))?,
            acts: each(self.act, |a| a.act(&known))?,
            claims: each(self.claim, |c| c.claim(&mut known))?,
            parties: known.parties,
            sources,
            mechanisms,
            items,
        })
    }
}
