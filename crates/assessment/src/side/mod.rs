//! One side's brief: what its delegation wants, says, expects and keeps quiet about.
//!
//! The order is that of foreign ministries (the British standard of 1985: objectives, arguments, their
//! objectives, our response, press line, background). Everything is read from the same record for
//! whichever party: the brief of the other side is its mirror. What is here are ids of the dossier's
//! entries, figures and typed reasons; the words are the rendering's.

mod arguments;
mod arising;
mod case;
mod desk;
mod limits;
mod notes;
mod objectives;
mod press;
mod questions;
mod responses;
mod stand;
mod theirs;

use serde::Serialize;

use crate::note::Notes;
use crate::parties::Party;

pub use arguments::{Argument, ArgumentWeakness, PartyFigures, Reason, VoteOnItem};
pub use arising::{Arising, ArisingReason, Likelihood};
pub use case::{Case, CaseWeakness};
pub(crate) use desk::Desk;
pub use limits::{AvoidReason, Avoided};
pub use objectives::{Aim, Objective};
pub use press::{Occasion, Press};
pub use questions::{VoteQuestion, Wish};
pub use responses::{Answer, Expected, Response};
pub use stand::{Common, ToldPosition, ToldPriority};
pub use theirs::{TheirObjective, Theirs};

/// What is for the delegation of one party.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SideSection {
    /// Whose delegation.
    pub party: Party,
    /// The note on the objectives of both sides.
    pub objective_notes: Vec<usize>,
    /// The note on arguments, responses and answers.
    pub argument_notes: Vec<usize>,
    /// The note on what not to raise.
    pub limit_notes: Vec<usize>,
    /// The note on what is likely to arise.
    pub arising_notes: Vec<usize>,
    /// The note on the press line.
    pub press_notes: Vec<usize>,
    /// What to obtain, our own priorities first; empty without agenda items.
    pub objectives: Vec<Objective>,
    /// Questions of the General Assembly to settle or to use; only where there are no agenda items.
    pub questions: Vec<VoteQuestion>,
    /// Arguments, general ones first, then objective by objective.
    pub cases: Vec<Case>,
    /// What the others will want, party by party.
    pub theirs: Vec<Theirs>,
    /// What to expect of each other party to each objective, and what to answer.
    pub responses: Vec<Response>,
    /// What not to raise.
    pub avoided: Vec<Avoided>,
    /// Ids of the dossier's acts that can be held against us: positions in the agenda's list of acts.
    pub own_acts: Vec<usize>,
    /// How likely each agenda item is to come up.
    pub arising: Vec<Arising>,
    /// What can be said in public.
    pub press: Press,
}

impl SideSection {
    pub(crate) fn of(party: &Party, desk: &Desk<'_, '_>, notes: &mut Notes) -> Self {
        let points = desk.points();
        let avoided = limits::avoided(&points, desk);
        let objectives = objectives::objectives(&points, &avoided, desk);
        let numbers = notes::Numbers::add(notes);
        SideSection {
            party: party.clone(),
            objective_notes: vec![numbers.objectives],
            argument_notes: vec![numbers.arguments],
            limit_notes: vec![numbers.limits],
            arising_notes: vec![numbers.arising],
            press_notes: vec![numbers.press],
            questions: match points.is_empty() {
                true => questions::questions(desk),
                false => Vec::new(),
            },
            cases: case::cases(&objectives, &points, desk),
            theirs: theirs::theirs(&points, desk),
            responses: responses::responses(&objectives, &points, desk),
            own_acts: limits::own_acts(desk),
            arising: arising::arising(&points, desk),
            press: press::press(&points, &avoided, desk),
            objectives,
            avoided,
        }
    }
}

#[cfg(test)]
mod tests;
