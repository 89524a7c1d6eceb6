//! Who elects in a body, given who is for and who against.

use entente_measures::voting_power::{GameError, minimal_winning, need};
use entente_states::Ccode;
use serde::Serialize;

use super::view::View;
use super::{Position, VotingBody};

/// Minimal coalitions that are listed.
const LISTED: usize = 12;

/// How a vote stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coalition {
    /// Voting power of all members, in per cent as published.
    pub total: f64,
    /// The least share that decides.
    pub share_needed: f64,
    /// The least number of counted members, and how many there are; empty where none are counted.
    pub counted_needed: Option<(u64, u64)>,
    /// Whether those who are for elect.
    pub verdict: Verdict,
    /// Those who are for.
    pub side_for: Side,
    /// Those who are against.
    pub side_against: Side,
    /// All others.
    pub undecided: Side,
    /// What those who are for still need, with unknown shares split evenly; empty if all undecided
    /// members do not suffice.
    pub need: Option<Lacking>,
    /// The coalitions of undecided members that would elect with those who are for, and of which none
    /// can be spared: the smallest first, up to twelve; ISO codes.
    pub minimal: Vec<Vec<String>>,
    /// What each group could do on its own.
    pub groups: Vec<GroupAlone>,
    /// Presence, where it is declared.
    pub quorum: Option<Quorum>,
    /// Every member.
    pub members: Vec<MemberPower>,
}

/// Whether a side elects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It does.
    Elects,
    /// It does or not by shares that are not known.
    DependsOnUnknownShares,
    /// Not yet: the undecided can still make it.
    Open,
    /// Not even with all undecided.
    CannotElect,
}

/// Members taken together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// ISO codes.
    pub states: Vec<String>,
    /// Counted members among them.
    pub counted: u64,
    /// The least and the most that they can hold, in per cent: the same where every share is known.
    pub share: (f64, f64),
}

/// What is lacking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lacking {
    /// Share, in per cent.
    pub share: f64,
    /// Counted members.
    pub counted: u64,
    /// The fewest further members that suffice, ISO codes.
    pub fewest: Vec<String>,
    /// The least share of further members that suffices.
    pub least_share: f64,
}

/// What one group could do if all its members were for and all others against.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupAlone {
    /// Key of the group.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its members.
    pub members: u64,
    /// What they hold, in per cent.
    pub share: f64,
    /// Whether it elects.
    pub elects: bool,
    /// What it holds above what is needed, negative for what it lacks, in per cent.
    pub margin: f64,
    /// Whether it can keep all others from electing.
    pub blocks: bool,
    /// If it elects: its members of known share that it cannot spare.
    pub cannot_spare: Vec<String>,
    /// Its members whose share is not known: whether these can be spared cannot be said.
    pub unknown: u64,
}

/// Presence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quorum {
    /// The share that must be present, in per cent.
    pub share_needed: f64,
    /// The least share whose absence denies it.
    pub denied_by: f64,
    /// Counted members whose absence denies it, whatever they hold.
    pub denied_by_counted: Option<u64>,
    /// Members whose absence denies it, whatever they hold.
    pub denied_by_members: Option<u64>,
    /// Whether the absence of those who are against denies it.
    pub against_deny: Verdict,
    /// Further share of absent members that those against lack, if all of theirs stay away; 0 if none.
    pub against_lack: f64,
    /// The fewest members of known share that could deny it by staying away, those who are for aside.
    pub fewest: Vec<String>,
}

/// One member's power.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberPower {
    /// Correlates of War number.
    pub ccode: Ccode,
    /// ISO 3166 code.
    pub iso3: String,
    /// Name.
    pub name: String,
    /// Key of its group.
    pub group: String,
    /// Share in per cent; empty if not known.
    pub share: Option<f64>,
    /// Share that the indices are computed with: of those not known, the group's remainder evenly.
    pub share_used: f64,
    /// For, against or empty.
    pub position: Option<Position>,
    /// Absolute Banzhaf index, 0 to 1.
    pub banzhaf: f64,
    /// Its share of all members' sum, 0 to 1.
    pub banzhaf_share: f64,
    /// Shapley-Shubik index, 0 to 1.
    pub shapley_shubik: f64,
    /// The index if one member holds its group's whole remainder instead; empty where the own share is
    /// not known, the same where all are.
    pub shapley_shubik_lumped: Option<f64>,
    /// The probability to decide when those with a position keep to it and the other undecided vote
    /// with equal odds; empty of a member with a position.
    pub decides: Option<f64>,
    /// The source of its share, in words.
    pub source: Option<String>,
}

impl Coalition {
    /// How a vote stands in a body, by the positions that its members hold.
    ///
    /// # Errors
    /// [`GameError`] if the shares and the rule make no game.
    pub fn of(body: &VotingBody) -> Result<Self, GameError> {
        let view = View::of(body)?;
        let places = |position| -> Vec<usize> {
            let has = |p: &usize| body.members[*p].position == position;
            (0..body.members.len()).filter(has).collect()
        };
        let (ours, theirs) = (places(Some(Position::For)), places(Some(Position::Against)));
        let open = places(None);
        let codes = |places: &[usize]| view.codes(places);
        let lacking = need(&view.game, &ours, &open);
        let minimal = minimal_winning(&view.game, &ours, &open, LISTED);
        Ok(Coalition {
            total: view.per_cent(body.total()),
            share_needed: view.per_cent(view.game.rule().quota),
            counted_needed: body
                .rule
                .counted
                .is_some()
                .then(|| (view.game.rule().counted as u64, view.counted(&view.all()))),
            verdict: view.verdict(&ours, &open),
            side_for: view.side(&ours),
            side_against: view.side(&theirs),
            undecided: view.side(&open),
            need: lacking.map(|n| view.lacking(n)),
            minimal: minimal.iter().map(|c| codes(c)).collect(),
            groups: (0..body.groups.len()).map(|g| view.alone(g)).collect(),
            quorum: body.quorum.as_ref().map(|q| view.quorum(q, &ours, &theirs)),
            members: view.members(&ours, &open)?,
        })
    }
}
