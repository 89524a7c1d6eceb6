//! What to expect of the others to each objective, and what to answer.

use entente_states::Ccode;
use serde::Serialize;

use super::desk::Desk;
use super::objectives::Objective;
use super::stand::{LEANING, Point, ToldPosition, lean};
use crate::agenda::ToldConstraint;
use crate::dossier::CircumstanceKind;
use crate::shortlist::SuggestedCarrier;

/// What to expect of one other party to an objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Response {
    /// Id of the agenda item.
    pub item: String,
    /// Whose response.
    pub party: Ccode,
    /// Of what kind.
    pub expected: Expected,
    /// Where it has said that it stands.
    pub position: Option<ToldPosition>,
    /// Ids of its constraints that bear on the item: against it, or with a veto, these first.
    pub constraints: Vec<String>,
    /// What to answer, the strongest first.
    pub answers: Vec<Answer>,
}

/// A kind of response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    /// It is for it, and nobody at home against.
    Welcome,
    /// It is for it, and somebody at home against.
    Reserved,
    /// It is neither for nor against, or has declared nothing while somebody at home is against.
    Hesitant,
    /// It is against it, or somebody without whom nothing passes is.
    Refusal,
    /// Nothing is declared, and nobody at home is known to be against.
    Unknown,
}

/// What to answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Answer {
    /// What could help, by its id in the dossier.
    Opportunity {
        /// The id.
        circumstance: String,
    },
    /// What was done before, by its id in the dossier.
    Precedent {
        /// The id.
        circumstance: String,
    },
    /// A lesser step: to take it up there, and to agree on nothing else yet.
    TakeUp {
        /// Where.
        carrier: SuggestedCarrier,
    },
}

pub(super) fn responses(
    objectives: &[Objective],
    points: &[Point<'_>],
    desk: &Desk<'_, '_>,
) -> Vec<Response> {
    let mut found = Vec::new();
    for objective in objectives {
        let point = points.iter().find(|p| p.item.id == objective.item);
        if let Some(point) = point {
            found.extend(desk.others().map(|party| response(point, party, desk)));
        }
    }
    found
}

fn response(point: &Point<'_>, party: Ccode, desk: &Desk<'_, '_>) -> Response {
    let mut bearing: Vec<&ToldConstraint> = (desk.constraints(party, &point.item.id).into_iter())
        .filter(|c| c.veto || c.stance < 0.0)
        .collect();
    bearing.sort_by(|a, b| b.veto.cmp(&a.veto).then(a.stance.total_cmp(&b.stance)));
    Response {
        item: point.item.id.clone(),
        party,
        expected: expected(point.stance(party), &bearing),
        position: point.told_position(party),
        constraints: bearing.iter().map(|c| c.id.clone()).collect(),
        answers: answers(point, desk),
    }
}

fn expected(stance: Option<f64>, bearing: &[&ToldConstraint]) -> Expected {
    let barred = bearing.iter().any(|c| c.veto && c.stance < -LEANING);
    let opposed = bearing.iter().any(|c| c.stance < 0.0);
    match stance.map(lean) {
        _ if barred => Expected::Refusal,
        Some(-1) => Expected::Refusal,
        Some(1) if opposed => Expected::Reserved,
        Some(1) => Expected::Welcome,
        Some(_) => Expected::Hesitant,
        None if opposed => Expected::Hesitant,
        None => Expected::Unknown,
    }
}

/// Opportunities that name the item, else precedents that do, else the lesser step.
fn answers(point: &Point<'_>, desk: &Desk<'_, '_>) -> Vec<Answer> {
    let ids = |kind| -> Vec<String> {
        let told = desk.circumstances(kind, &point.item.id);
        told.map(|c| c.id.clone()).collect()
    };
    let opportunities = ids(CircumstanceKind::Opportunity).into_iter();
    let precedents = ids(CircumstanceKind::Precedent).into_iter();
    let mut found: Vec<Answer> = opportunities
        .map(|circumstance| Answer::Opportunity { circumstance })
        .collect();
    if found.is_empty() {
        found.extend(precedents.map(|circumstance| Answer::Precedent { circumstance }));
    }
    if found.is_empty() {
        let carrier = point.row.carrier.clone();
        found.extend(carrier.map(|carrier| Answer::TakeUp { carrier }));
    }
    found
}
