//! What not to raise.

use entente_states::Ccode;
use jiff::ToSpan;
use serde::Serialize;

use super::desk::Desk;
use super::stand::Point;
use crate::shortlist::{Basis, ItemCriterion};

/// Room for an agreement of less than this is none.
const NO_ROOM: f64 = 0.05;
/// A veto player of ours at this stance or below rules an item out.
const STRONGLY_AGAINST: f64 = -1.0;
/// Below this, votes on an item are opposed rather than apart.
const OPPOSED: f64 = 0.25;
/// Unfriendly acts are remembered so long.
const YEARS_REMEMBERED: i64 = 2;

/// An item not to raise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Avoided {
    /// Id of the agenda item.
    pub item: String,
    /// Its place on the shortlist.
    pub place: usize,
    /// Why.
    pub reasons: Vec<AvoidReason>,
    /// The other parties that put it high: they may raise it.
    pub raised_by: Vec<Ccode>,
}

/// Why an item is not to be raised.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AvoidReason {
    /// Nothing that both sides would accept is in sight.
    NoRoom {
        /// The room left, 0 to 1.
        room: f64,
        /// The parties that have declared themselves against it.
        against: Vec<Ccode>,
        /// Ids of the constraints that stand against it, those with a veto first.
        constraints: Vec<String>,
    },
    /// A veto player of our own stands against it.
    OwnVeto {
        /// Id of the constraint.
        constraint: String,
    },
    /// The parties vote against each other on it.
    VotesOpposed {
        /// Coincidence of votes, 0 to 1.
        coincidence: f64,
    },
}

pub(super) fn avoided(points: &[Point<'_>], desk: &Desk<'_, '_>) -> Vec<Avoided> {
    let avoided = |point: &Point<'_>| {
        let reasons: Vec<AvoidReason> = [
            no_room(point, desk),
            own_veto(point, desk),
            votes_opposed(point),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!reasons.is_empty()).then(|| Avoided {
            item: point.item.id.clone(),
            place: point.row.place,
            reasons,
            raised_by: desk.others().filter(|o| point.is_high_for(*o)).collect(),
        })
    };
    points.iter().filter_map(avoided).collect()
}

fn no_room(point: &Point<'_>, desk: &Desk<'_, '_>) -> Option<AvoidReason> {
    let room = point.row.by(ItemCriterion::Acceptance)?.value;
    let mut bearing: Vec<_> = (desk.parties.iter())
        .flat_map(|p| desk.constraints(p.ccode, &point.item.id))
        .filter(|c| c.stance < 0.0 && !c.items.is_empty())
        .collect();
    bearing.sort_by(|a, b| b.veto.cmp(&a.veto).then(a.stance.total_cmp(&b.stance)));
    (room < NO_ROOM).then(|| AvoidReason::NoRoom {
        room,
        against: (desk.parties.iter().map(|p| p.ccode))
            .filter(|party| point.leans(*party) < 0)
            .collect(),
        constraints: bearing.into_iter().map(|c| c.id.clone()).collect(),
    })
}

fn own_veto(point: &Point<'_>, desk: &Desk<'_, '_>) -> Option<AvoidReason> {
    let own = desk.constraints(desk.party, &point.item.id);
    let veto = (own.into_iter()).find(|c| c.veto && c.stance <= STRONGLY_AGAINST)?;
    Some(AvoidReason::OwnVeto {
        constraint: veto.id.clone(),
    })
}

fn votes_opposed(point: &Point<'_>) -> Option<AvoidReason> {
    let value = point.row.by(ItemCriterion::Coincidence)?;
    let voted = matches!(value.basis, Basis::Votes | Basis::Forecast);
    (voted && value.value < OPPOSED).then_some(AvoidReason::VotesOpposed {
        coincidence: value.value,
    })
}

/// Our unfriendly acts of the last two years, by their place in the agenda's list.
pub(super) fn own_acts(desk: &Desk<'_, '_>) -> Vec<usize> {
    let since = desk.date.saturating_sub(YEARS_REMEMBERED.years());
    let acts = desk.agenda.iter().flat_map(|a| &a.acts).enumerate();
    acts.filter(|(_, act)| act.party == desk.party && act.weight < 0.0 && act.date >= since)
        .map(|(place, _)| place)
        .collect()
}
