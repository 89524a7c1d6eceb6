//! One item of the shortlist.

use serde::Serialize;

use super::carrier::SuggestedCarrier;
use super::criterion::{Basis, ItemCriterion};
use crate::dossier::Reach;
use crate::note::Message;

/// An agenda item and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemRow {
    /// Place by expected rank, 1 the first.
    pub place: usize,
    /// Its id in the dossier.
    pub id: String,
    /// In a few words.
    pub name: String,
    /// How far it reaches.
    pub reach: Reach,
    /// Mean rank over the draws.
    pub expected_rank: f64,
    /// The rank that it reaches or betters in 5 per cent of the draws.
    pub rank_q05: usize,
    /// The rank that it reaches or betters in 95 per cent.
    pub rank_q95: usize,
    /// Probability of the first rank.
    pub first: f64,
    /// Probability of one of the first three.
    pub top_three: f64,
    /// The probability of the first rank with the weights that favour it most; empty if never first.
    pub confidence: Option<f64>,
    /// These weights, criterion by criterion.
    pub central_weights: Option<Vec<f64>>,
    /// The probability of every rank, the first at the front.
    pub ranks: Vec<f64>,
    /// The probability that both sides' veto players leave room for an agreement.
    pub overlap: f64,
    /// Criterion by criterion.
    pub criteria: Vec<CriterionValue>,
    /// The criterion in which it stands farthest above the middle of the items.
    pub strongest: Option<ItemCriterion>,
    /// The criterion in which it stands farthest below.
    pub weakest: Option<ItemCriterion>,
    /// What could carry it, and when.
    pub carrier: Option<SuggestedCarrier>,
    /// What doing it would mean first, as the dossier declares.
    pub next_step: Option<String>,
    /// Where the item is from.
    pub sources: Vec<String>,
}

/// What an item has by one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionValue {
    /// The criterion.
    pub criterion: ItemCriterion,
    /// Mean over the draws, 0 to 1.
    pub value: f64,
    /// Quantile 0.05 of the draws.
    pub low: f64,
    /// Quantile 0.95.
    pub high: f64,
    /// What it rests on.
    pub basis: Basis,
    /// The same to be told in words.
    pub message: Message,
}

impl ItemRow {
    /// What it has by a criterion.
    pub fn by(&self, criterion: ItemCriterion) -> Option<&CriterionValue> {
        self.criteria.iter().find(|c| c.criterion == criterion)
    }
}
