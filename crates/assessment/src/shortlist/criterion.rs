//! The five criteria, and what an item has by each.

use serde::Serialize;

use super::belief::Belief;
use crate::note::Message;

/// What speaks for taking an item up now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemCriterion {
    /// How far the parties coincide: votes and declared positions.
    Coincidence,
    /// What is at stake for the party to which least is.
    Stake,
    /// How likely something that can carry it meets within the horizon.
    Carrier,
    /// How good the moment is: how soon the carrier meets, and what the calendar of terms, elections,
    /// seats and summits says of the horizon.
    Window,
    /// How much room both sides' veto players leave.
    Acceptance,
}

impl ItemCriterion {
    /// All, in the order in which they are shown.
    pub const ALL: [ItemCriterion; 5] = [
        ItemCriterion::Coincidence,
        ItemCriterion::Stake,
        ItemCriterion::Carrier,
        ItemCriterion::Window,
        ItemCriterion::Acceptance,
    ];

    /// The word for it in weights and columns.
    pub fn as_str(self) -> &'static str {
        match self {
            ItemCriterion::Coincidence => "coincidence",
            ItemCriterion::Stake => "stake",
            ItemCriterion::Carrier => "carrier",
            ItemCriterion::Window => "window",
            ItemCriterion::Acceptance => "acceptance",
        }
    }
}

/// What an item has by one criterion: a belief to draw from, and the words for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scored {
    pub belief: Belief,
    /// What it rests on.
    pub basis: Basis,
    pub message: Message,
}

/// What a criterion's value rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A forecast of recorded votes.
    Forecast,
    /// Recorded votes.
    Votes,
    /// What parties have declared.
    Declared,
    /// Votes and what parties have declared.
    VotesAndDeclared,
    /// Other evidence.
    Evidence,
    /// Nothing: it was drawn from anything that is possible.
    Nothing,
}
