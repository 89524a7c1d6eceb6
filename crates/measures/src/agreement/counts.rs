//! What is counted of a pair before any index is taken.

use serde::Serialize;

use crate::coincidence::Tally;

/// The votes of a pair on a selection of roll calls, as a table.
///
/// Votes are in the order yes, abstain, no. *Absent* is a member of the United Nations on the day of
/// the roll call without a vote on record; where one of the two was not a member, the roll call is
/// in no count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct JointVotes {
    /// Roll calls on which both voted: `both[a][b]`, with the first state's vote `a` and the
    /// second's `b`.
    pub both: [[u32; 3]; 3],
    /// Roll calls on which the first voted so and the second was absent.
    pub first_only: [u32; 3],
    /// Roll calls on which the second voted so and the first was absent.
    pub second_only: [u32; 3],
    /// Roll calls on which both were absent.
    pub neither: u32,
}

/// Roll calls on which both voted and not all votes cast in the Assembly were alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Contested {
    /// Both voted alike.
    pub same: u32,
    /// Exactly one of the two abstained.
    pub partial: u32,
    /// One voted yes and the other no.
    pub opposite: u32,
}

/// Roll calls on which both voted, each weighed by how far the Assembly was divided on it.
///
/// The weight of a roll call is the expected distance |v - v'|/2 of two of its votes drawn at random
/// with replacement (yes 1, abstain 2, no 3): (2·yes·no + yes·abstain + abstain·no) / cast². It is 0
/// where all votes are alike and ½, its most, where half vote yes and half no.
///
/// Weights are held in steps of 2⁻⁴⁰, so that sums do not depend on their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Weighted {
    /// Weight of the roll calls on which both voted alike.
    pub same: f64,
    /// Weight of those on which exactly one of the two abstained.
    pub partial: f64,
    /// Weight of all on which both voted.
    pub total: f64,
}

/// All that is counted of a pair on a selection of roll calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct PairCounts {
    /// The table of the two states' votes.
    pub joint: JointVotes,
    /// The part of it on which the Assembly was divided.
    pub contested: Contested,
    /// The same, weighed by how far.
    pub weighted: Weighted,
}

impl JointVotes {
    /// Roll calls on which both voted.
    pub fn voted(&self) -> u32 {
        self.both.iter().flatten().sum()
    }

    /// Roll calls on which both voted alike.
    pub fn same(&self) -> u32 {
        self.both[0][0] + self.both[1][1] + self.both[2][2]
    }

    /// Roll calls on which exactly one of the two abstained, both voting.
    pub fn partial(&self) -> u32 {
        self.both[0][1] + self.both[1][0] + self.both[1][2] + self.both[2][1]
    }

    /// Roll calls on which one voted yes and the other no.
    pub fn opposite(&self) -> u32 {
        self.both[0][2] + self.both[2][0]
    }

    /// Roll calls on which exactly one of the two was absent, both being members.
    pub fn one_absent(&self) -> u32 {
        self.first_only.iter().chain(&self.second_only).sum()
    }

    /// Roll calls on which both were members of the United Nations.
    pub fn seated(&self) -> u32 {
        self.voted() + self.one_absent() + self.neither
    }

    /// Same, partial, opposite and absent; here absent counts only days on which both were members.
    pub fn tally(&self) -> Tally {
        Tally {
            same: self.same(),
            partial: self.partial(),
            opposite: self.opposite(),
            absent: self.one_absent() + self.neither,
        }
    }
}

impl PairCounts {
    /// The counts with the two states' places exchanged.
    pub fn swapped(&self) -> Self {
        let both = self.joint.both;
        let mut swapped = *self;
        swapped.joint.both = std::array::from_fn(|a| std::array::from_fn(|b| both[b][a]));
        swapped.joint.first_only = self.joint.second_only;
        swapped.joint.second_only = self.joint.first_only;
        swapped
    }
}
