//! Which states are a state's likeliest partners, by all measures at once.

mod candidates;
mod criterion;
mod gather;
mod notes;
mod rank;
mod scale;

use entente_evidence::{
    AsOf, AsylumApplication, Capability, Contact, Distance, Election, ElectionNotice,
    EvidenceError, JointIgo, Leader, OfficeHolder, RollCall, TableUse, Vote,
};
use entente_measures::smaa::WeightsError;
use serde::Serialize;

use crate::parties::Party;
use crate::tenures::without_unread;

pub use candidates::{CandidatesError, candidates};
pub use criterion::{Criterion, Measured};
pub use gather::{Gathered, gather};
pub use notes::partners_notes;
pub use rank::PartnerRow;

/// Draws of criteria and weights.
const DRAWS: usize = 10_000;
/// Seed of the random numbers.
const SEED: u64 = 2001;

/// Candidates ranked as partners of one state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Partners {
    /// The state whose partners they would be.
    pub state: Party,
    /// Criteria that tell the candidates apart.
    pub criteria: Vec<Criterion>,
    /// Criteria left out, since all candidates are alike in them or none is on record.
    pub left_out: Vec<Criterion>,
    /// How many draws.
    pub draws: usize,
    /// In the order of the expected rank.
    pub rows: Vec<PartnerRow>,
}

impl Partners {
    /// Ranks candidates from what was gathered; weights in words (see
    /// [`entente_measures::smaa::Weights::in_words`]), none if empty.
    ///
    /// # Errors
    /// [`WeightsError`] if the words are not understood or no weights keep to them.
    pub fn rank(gathered: Gathered, weights: &str) -> Result<Self, WeightsError> {
        rank::rank(gathered, weights, DRAWS, SEED)
    }
}

/// The tables behind the criteria.
///
/// # Errors
/// If a table cannot be read.
pub fn partners_evidence(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(without_unread(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<Contact>()?,
        as_of.table_use::<JointIgo>()?,
        as_of.table_use::<Distance>()?,
        as_of.table_use::<AsylumApplication>()?,
        as_of.table_use::<Capability>()?,
        as_of.table_use::<Leader>()?,
        as_of.table_use::<OfficeHolder>()?,
        as_of.table_use::<Election>()?,
        as_of.table_use::<ElectionNotice>()?,
    ]))
}

#[cfg(test)]
mod tests;
