//! Domestic constraints.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{Day, Told, each, spell, within, words};
use super::super::{Constraint, DossierError};
use super::known::Known;

/// A domestic constraint: somebody who must agree, or who makes agreeing dear.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredConstraint {
    /// A short name without blanks.
    id: Told<String>,
    /// On whose side.
    party: Told<String>,
    /// Who: a legislature, a court, a ministry, an industry, a public.
    actor: Told<String>,
    /// By what means: ratification, appropriation, a law, opinion.
    instrument: Told<String>,
    /// From -2, strongly against, to 2, strongly for.
    stance: Told<f64>,
    /// Whether nothing passes without this actor.
    veto: bool,
    /// Ids of the agenda items that it bears on; all of them where this is left out.
    #[serde(default)]
    items: Vec<Told<String>>,
    /// What a reader must know.
    note: Option<String>,
    /// From this day.
    from: Day,
    /// To this day.
    until: Option<Day>,
    /// Ids of sources, with the place in them.
    sources: Told<Vec<Told<String>>>,
}

impl DeclaredConstraint {
    pub(super) fn constraint(self, known: &mut Known) -> Result<Constraint, DossierError> {
        let (from, until) = spell(&self.from, self.until.as_ref())?;
        Ok(Constraint {
            id: known.new_id("constraint", &self.id)?,
            party: known.party(&self.party)?,
            actor: words(self.actor)?,
            instrument: words(self.instrument)?,
            stance: within(&self.stance, (-2.0, 2.0), "stance")?,
            veto: self.veto,
            items: each(self.items, |told| known.item(&told))?,
            note: self.note,
            from,
            until,
            sources: known.sources(&self.sources)?,
        })
    }
}
