//! The votes on each roll call of a record, side by side.

use std::collections::{BTreeSet, HashMap};

use entente_states::Ccode;

use super::RecordOf;
use crate::tables::Vote;

/// Every state that voted in either record, in order.
pub(super) fn states(known: &[Vote], new: &[Vote]) -> Vec<Ccode> {
    let all: BTreeSet<Ccode> = known.iter().chain(new).map(|v| v.ccode).collect();
    all.into_iter().collect()
}

/// A row of votes for each roll call: 1 yes, 2 abstain, 3 no, 0 none.
pub(super) struct Ballots {
    states: Vec<Ccode>,
    votes: Vec<u8>,
}

impl Ballots {
    pub fn new(record: RecordOf<'_>, states: &[Ccode]) -> Self {
        let places: HashMap<u32, usize> = record
            .roll_calls
            .iter()
            .enumerate()
            .map(|(place, call)| (call.rcid, place))
            .collect();
        let columns: HashMap<Ccode, usize> =
            states.iter().enumerate().map(|(i, c)| (*c, i)).collect();
        let mut votes = vec![0; record.roll_calls.len() * states.len()];
        for vote in record.votes.iter().filter(|v| v.vote <= 3) {
            if let (Some(place), Some(column)) = (places.get(&vote.rcid), columns.get(&vote.ccode))
            {
                votes[place * states.len() + column] = vote.vote;
            }
        }
        Ballots {
            states: states.to_vec(),
            votes,
        }
    }

    pub fn states(&self) -> &[Ccode] {
        &self.states
    }

    pub fn of(&self, place: usize) -> Ballot<'_> {
        let width = self.states.len();
        Ballot(&self.votes[place * width..(place + 1) * width])
    }
}

/// The votes on one roll call, one for each state of the records.
#[derive(Clone, Copy)]
pub(super) struct Ballot<'b>(&'b [u8]);

/// How two lists compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Compared {
    /// States that voted in both.
    pub joint: usize,
    /// Those of them that voted differently.
    pub different: usize,
    /// States that voted in one of them only.
    pub alone: usize,
}

impl Compared {
    /// The share of equal votes, of states that voted in both; `None` where none did.
    pub fn share(self) -> Option<f64> {
        (self.joint > 0).then(|| 1.0 - self.different as f64 / self.joint as f64)
    }

    /// Votes that one list has and the other has not.
    pub fn apart(self) -> usize {
        self.different + self.alone
    }
}

impl Ballot<'_> {
    pub fn compare(self, other: Ballot<'_>) -> Compared {
        let mut compared = Compared::default();
        for (a, b) in self.0.iter().zip(other.0) {
            match (a, b) {
                (0, 0) => {}
                (0, _) | (_, 0) => compared.alone += 1,
                (a, b) => {
                    compared.joint += 1;
                    compared.different += usize::from(a != b);
                }
            }
        }
        compared
    }

    /// The states whose votes differ, with both votes; 8 stands for none.
    pub fn differences<'s>(
        self,
        other: Ballot<'s>,
        states: &'s [Ccode],
    ) -> impl Iterator<Item = (Ccode, u8, u8)> {
        let cast = |vote: u8| if vote == 0 { 8 } else { vote };
        self.0
            .iter()
            .zip(other.0)
            .zip(states)
            .filter(|((a, b), _)| a != b)
            .map(move |((a, b), state)| (*state, cast(*a), cast(*b)))
    }
}
