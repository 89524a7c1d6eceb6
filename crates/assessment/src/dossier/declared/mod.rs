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

use entente_doors::declared::Declared;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::told::{Told, each, two_or_more, words};
use super::{Dossier, DossierError};
use known::Known;

/// Texts that may take more than one line; names, citations and all else are of one.
const LONG: [&str; 7] = [
    "description",
    "mandate",
    "next_step",
    "note",
    "text",
    "why",
    "words",
];

pub(super) fn read(text: &str) -> Result<Dossier, DossierError> {
    let declared = Declared::open(text, &LONG).map_err(DossierError::of_text)?;
    let file: Result<File, _> = toml::from_str(declared.text());
    file.map_err(DossierError::of_toml)
        .and_then(File::dossier)
        .map_err(|fault| fault.in_file(&declared))
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
