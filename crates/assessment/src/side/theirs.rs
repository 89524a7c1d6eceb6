//! What the others will want.

use std::cmp::Reverse;

use entente_states::Ccode;
use serde::Serialize;

use super::desk::Desk;
use super::stand::{Common, Point, ToldPosition, ToldPriority};

/// What one other party will want.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Theirs {
    /// The party.
    pub party: Ccode,
    /// The items that it puts high, the highest first.
    pub objectives: Vec<TheirObjective>,
}

/// An item that another party puts high.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TheirObjective {
    /// Id of the agenda item.
    pub item: String,
    /// Its place on the shortlist.
    pub place: usize,
    /// How high it puts it.
    pub priority: Option<ToldPriority>,
    /// Where it stands, if it said so.
    pub position: Option<ToldPosition>,
    /// How far that coincides with what we want.
    pub common: Common,
}

pub(super) fn theirs(points: &[Point<'_>], desk: &Desk<'_, '_>) -> Vec<Theirs> {
    let of = |party| {
        let mut high: Vec<&Point<'_>> = points.iter().filter(|p| p.is_high_for(party)).collect();
        high.sort_by_key(|p| (Reverse(p.level(party)), p.row.place));
        let objective = |p: &Point<'_>| TheirObjective {
            item: p.item.id.clone(),
            place: p.row.place,
            priority: p.told_priority(party),
            position: p.told_position(party),
            common: p.common(desk.party, party),
        };
        Theirs {
            party,
            objectives: high.into_iter().map(objective).collect(),
        }
    };
    desk.others().map(of).collect()
}
