//! Risks, opportunities and precedents; goodwill and unfriendly acts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{Day, Told, each, one_of, spell, within, words};
use super::super::{Act, Circumstance, CircumstanceKind, DossierError};
use super::known::Known;

/// A risk, an opportunity or a precedent, as a source judges.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredCircumstance {
    /// A short name without blanks.
    id: Told<String>,
    /// risk, opportunity or precedent.
    kind: Told<String>,
    /// On whose side; left out where on both or neither.
    party: Option<Told<String>>,
    /// In a sentence.
    text: Told<String>,
    /// Ids of the agenda items that it bears on; all of them where this is left out.
    #[serde(default)]
    items: Vec<Told<String>>,
    /// From this day.
    from: Day,
    /// To this day.
    until: Option<Day>,
    /// Ids of sources, with the place in them.
    sources: Told<Vec<Told<String>>>,
}

/// A goodwill or an unfriendly act of a party.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredAct {
    /// The day.
    date: Day,
    /// Whose act.
    party: Told<String>,
    /// From -1, most unfriendly, to 1, most friendly.
    weight: Told<f64>,
    /// What was done, in a sentence.
    text: Told<String>,
    /// Ids of sources, with the place in them.
    sources: Told<Vec<Told<String>>>,
}

impl DeclaredCircumstance {
    pub(super) fn circumstance(self, known: &mut Known) -> Result<Circumstance, DossierError> {
        let (from, until) = spell(&self.from, self.until.as_ref())?;
        Ok(Circumstance {
            id: known.new_id("circumstance", &self.id)?,
            kind: one_of(&self.kind, "kind of circumstance", &CircumstanceKind::WORDS)?,
            party: self.party.map(|told| known.party(&told)).transpose()?,
            text: words(self.text)?,
            items: each(self.items, |told| known.item(&told))?,
            from,
            until,
            sources: known.sources(&self.sources)?,
        })
    }
}

impl DeclaredAct {
    pub(super) fn act(self, known: &Known) -> Result<Act, DossierError> {
        Ok(Act {
            date: self.date.read()?,
            party: known.party(&self.party)?,
            weight: within(&self.weight, (-1.0, 1.0), "weight")?,
            text: words(self.text)?,
            sources: known.sources(&self.sources)?,
        })
    }
}
