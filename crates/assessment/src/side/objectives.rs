//! What to obtain.

use std::cmp::Reverse;

use serde::Serialize;

use super::desk::Desk;
use super::limits::Avoided;
use super::stand::{Point, ToldPosition, ToldPriority};
use crate::shortlist::SuggestedCarrier;

/// Objectives of one meeting; more are none.
const MOST: usize = 6;
/// Items among the first so many of the shortlist are worth taking up without a priority of our own.
const FIRST: usize = 5;

/// Something to obtain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Objective {
    /// Id of the agenda item.
    pub item: String,
    /// Its place on the shortlist, 1 the first.
    pub place: usize,
    /// Whether to conclude or to prepare.
    pub aim: Aim,
    /// How high we put it, if we said so.
    pub priority: Option<ToldPriority>,
    /// Where we stand, if we said so.
    pub position: Option<ToldPosition>,
    /// The first step, as the dossier declares.
    pub next_step: Option<String>,
    /// What could carry it, and when.
    pub carrier: Option<SuggestedCarrier>,
    /// The rank that it reaches or betters in 5 per cent of the draws.
    pub rank_q05: usize,
    /// The rank that it reaches or betters in 95 per cent.
    pub rank_q95: usize,
    /// Probability of one of the first three ranks, 0 to 1.
    pub top_three: f64,
}

/// What a meeting can do for an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// Its first step can be agreed: it stands in the first half of the shortlist.
    Obtain,
    /// It can be prepared.
    Prepare,
}

/// Items that we put high, or are for and that are among the first of the shortlist; not those that we
/// are against or had better not raise. Our own priorities first, then the order of the shortlist.
pub(super) fn objectives(
    points: &[Point<'_>],
    avoided: &[Avoided],
    desk: &Desk<'_, '_>,
) -> Vec<Objective> {
    let own = desk.party;
    let mut wanted: Vec<&Point<'_>> = points
        .iter()
        .filter(|p| avoided.iter().all(|a| a.item != p.item.id) && p.leans(own) >= 0)
        .filter(|p| p.is_high_for(own) || (p.row.place <= FIRST && p.leans(own) > 0))
        .collect();
    wanted.sort_by_key(|p| (Reverse(p.level(own).unwrap_or(0)), p.row.place));
    let objective = |p: &Point<'_>| Objective {
        item: p.item.id.clone(),
        place: p.row.place,
        aim: match p.row.place * 2 <= points.len() {
            true => Aim::Obtain,
            false => Aim::Prepare,
        },
        priority: p.told_priority(own),
        position: p.told_position(own),
        next_step: p.row.next_step.clone(),
        carrier: p.row.carrier.clone(),
        rank_q05: p.row.rank_q05,
        rank_q95: p.row.rank_q95,
        top_three: p.row.top_three,
    };
    wanted.into_iter().take(MOST).map(objective).collect()
}
