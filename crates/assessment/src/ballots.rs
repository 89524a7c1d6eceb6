//! What states did on single roll calls, in words.

use entente_evidence::VoteCast;
use entente_measures::{Mask, Tally, VotePlanes};
use entente_states::Ccode;

use crate::parties::Pair;

/// What a state did on a roll call, given by its place: yes, abstain, no, absent, or `not a member`.
pub(crate) fn cast(planes: &VotePlanes, state: Ccode, place: usize) -> &'static str {
    let Some(seat) = planes.place(state) else {
        return "not a member";
    };
    match planes.vote(seat, place) {
        Some(code) => VoteCast::from_code(code).map_or("absent", VoteCast::as_str),
        None if planes.is_member(seat, place) => "absent",
        None => "not a member",
    }
}

/// The tally of a pair over some roll calls; a state without any vote on record was absent throughout.
pub(crate) fn tally(planes: &VotePlanes, pair: &Pair, mask: &Mask) -> Tally {
    match (planes.place(pair.ccode1), planes.place(pair.ccode2)) {
        (Some(a), Some(b)) => planes.tally(a, b, mask),
        _ => Tally {
            absent: mask.len(),
            ..Tally::default()
        },
    }
}

/// What a roll call counts as between two states: same, partial, opposite or absent.
pub(crate) fn class(planes: &VotePlanes, pair: &Pair, place: usize) -> &'static str {
    let tally = tally(planes, pair, &Mask::of([place]));
    match tally {
        Tally { same: 1, .. } => "same",
        Tally { partial: 1, .. } => "partial",
        Tally { opposite: 1, .. } => "opposite",
        _ => "absent",
    }
}
