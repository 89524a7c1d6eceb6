//! Bodies that vote by shares: who elects in them, and whose vote decides.

mod coalition;
mod declared;
mod shares;
mod view;

use std::ops::Range;
use std::sync::LazyLock;

use entente_states::Ccode;
use jiff::civil::Date;

pub use coalition::{Coalition, GroupAlone, Lacking, MemberPower, Quorum, Side, Verdict};
pub use entente_measures::voting_power::GameError;

/// A body whose members vote by shares, as declared in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct VotingBody {
    /// What it is called.
    pub title: String,
    /// What is decided.
    pub decision: String,
    /// The day on which the shares hold.
    pub as_of: Option<Date>,
    /// Decimal places of a share: shares are held in units of 10^−places.
    pub places: u32,
    /// Groups of members, at least one.
    pub groups: Vec<Group>,
    /// Members, in the order of the file.
    pub members: Vec<ShareHolder>,
    /// When a decision is taken.
    pub rule: Threshold,
    /// Who must be present, where that is declared.
    pub quorum: Option<Threshold>,
    /// Sources in words, each under its key.
    pub sources: Vec<(String, String)>,
}

/// Members that the file takes together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its key in the file.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether the rule counts its members.
    pub counted: bool,
    /// The published share of all its members, in units; needed where one member's is not known.
    pub total: Option<u64>,
}

/// A member of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareHolder {
    /// The state.
    pub ccode: Ccode,
    /// Its ISO 3166 code.
    pub iso3: String,
    /// Its name.
    pub name: String,
    /// The place of its group.
    pub group: usize,
    /// Its share in units; `None` where it was not found.
    pub share: Option<u64>,
    /// The key of its source.
    pub source: Option<String>,
    /// What it has declared.
    pub position: Option<Position>,
}

/// For or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// For the candidate or proposal.
    For,
    /// Against it.
    Against,
}

/// What must be reached, in per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// Share of the voting power.
    pub share: Bound,
    /// Share of the counted members, where they are counted.
    pub counted: Option<Bound>,
    /// Share of all members, where they are counted.
    pub members: Option<Bound>,
    /// What the counted members are called.
    pub counted_name: String,
    /// Where it is laid down.
    pub source: Option<String>,
}

/// A per cent to reach or to pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// More than this.
    Above(f64),
    /// This or more.
    AtLeast(f64),
}

impl Bound {
    /// The least whole number out of a total that satisfies it.
    pub fn of(self, total: u64) -> u64 {
        // Per cents are declared with few places: a millionth is rounding, not a difference.
        let exact = |per_cent: f64| per_cent * total as f64 / 100.0;
        match self {
            Bound::Above(p) => (exact(p) + 1e-6).floor() as u64 + 1,
            Bound::AtLeast(p) => (exact(p) - 1e-6).ceil() as u64,
        }
    }
}

/// A body that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BodyError {
    /// What is wrong.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl VotingBody {
    /// Reads a body from TOML.
    ///
    /// # Errors
    /// If it is not TOML or holds a key that does not exist; names a state, a source or a threshold
    /// that is none; gives a state twice; or leaves a share open in a group without a total that
    /// could hold it.
    pub fn read(text: &str) -> Result<Self, BodyError> {
        declared::read(text)
    }

    /// Reads a body from CSV: `state` and `share`, and where wanted `counted` (yes or no) and `position`
    /// (for or against). More than half of the shares decide, and of the counted members if there are.
    ///
    /// # Errors
    /// If a column is unknown or missing, or a value is none; the message says which.
    pub fn read_csv(text: &str, title: &str) -> Result<Self, BodyError> {
        shares::read(text, title)
    }

    /// The bodies that come with the program, each under its name.
    pub fn shipped() -> &'static [(&'static str, VotingBody)] {
        static ALL: LazyLock<Vec<(&str, VotingBody)>> = LazyLock::new(|| {
            SHIPPED
                .iter()
                .filter_map(|(name, text)| Some((*name, VotingBody::read(text).ok()?)))
                .collect()
        });
        &ALL
    }

    /// The sum of what is published: every known share, and every group's total.
    pub fn total(&self) -> u64 {
        (0..self.groups.len()).map(|g| self.group_total(g)).sum()
    }

    /// The share of a group in units.
    pub fn group_total(&self, group: usize) -> u64 {
        let known: u64 = self.of_group(group).filter_map(|m| m.share).sum();
        match self.groups[group].total {
            // Where every share is known, the sum is: published totals are rounded too.
            Some(total) if self.of_group(group).any(|m| m.share.is_none()) => total,
            _ => known,
        }
    }

    /// What the members of a group hold together whose own shares are not known.
    pub fn remainder(&self, group: usize) -> u64 {
        let known: u64 = self.of_group(group).filter_map(|m| m.share).sum();
        self.group_total(group).saturating_sub(known)
    }

    fn of_group(&self, group: usize) -> impl Iterator<Item = &ShareHolder> {
        self.members.iter().filter(move |m| m.group == group)
    }
}

const SHIPPED: [(&str, &str); 1] = [(
    "idb-2020",
    include_str!("../../../../data/bodies/idb-2020.toml"),
)];

#[cfg(test)]
mod tests;
