//! What stands in the way at home, and what surrounds the relationship.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::Citation;

/// A domestic constraint: somebody who must agree, or who makes agreeing dear.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// On whose side.
    pub party: Ccode,
    /// Who: a legislature, a court, a ministry, an industry, a public.
    pub actor: String,
    /// By what means: ratification, appropriation, a law, opinion.
    pub instrument: String,
    /// From −2, strongly against, to 2, strongly for.
    pub stance: f64,
    /// Whether nothing passes without this actor.
    pub veto: bool,
    /// Ids of the agenda items that it bears on; empty for all of them.
    pub items: Vec<String>,
    /// What a reader must know.
    pub note: Option<String>,
    /// From this day.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Where it is from.
    pub sources: Vec<Citation>,
}

/// What a circumstance is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CircumstanceKind {
    /// Something that could spoil it.
    Risk,
    /// Something that could help.
    Opportunity,
    /// Something that was done before.
    Precedent,
}

/// A risk, an opportunity or a precedent, as a source judges.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstance {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// What it is.
    pub kind: CircumstanceKind,
    /// On whose side; empty where on both or neither.
    pub party: Option<Ccode>,
    /// In a sentence.
    pub text: String,
    /// Ids of the agenda items that it bears on; empty for all of them.
    pub items: Vec<String>,
    /// From this day.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Whose judgement it is.
    pub sources: Vec<Citation>,
}

/// A goodwill or an unfriendly act of a party.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The day.
    pub date: Date,
    /// Whose act.
    pub party: Ccode,
    /// From −1, most unfriendly, to 1, most friendly.
    pub weight: f64,
    /// What was done, in a sentence.
    pub text: String,
    /// Where it is from.
    pub sources: Vec<Citation>,
}

impl CircumstanceKind {
    pub(super) const WORDS: [(&'static str, CircumstanceKind); 3] = [
        ("risk", CircumstanceKind::Risk),
        ("opportunity", CircumstanceKind::Opportunity),
        ("precedent", CircumstanceKind::Precedent),
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            CircumstanceKind::Risk => "risk",
            CircumstanceKind::Opportunity => "opportunity",
            CircumstanceKind::Precedent => "precedent",
        }
    }
}
