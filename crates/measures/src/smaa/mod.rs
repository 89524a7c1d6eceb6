//! Stochastic multicriteria acceptability analysis: what a ranking can bear when neither the weights
//! of its criteria nor their values are known.
//!
//! SMAA-2 (Lahdelma and Salminen 2001, "SMAA-2: Stochastic multicriteria acceptability analysis for
//! group decision making", Operations Research 49(3)); the names are those of the survey by Tervonen
//! and Figueira (2008, Journal of Multi-Criteria Decision Analysis 15). An alternative's value is
//! u = Σ wⱼ xⱼ, with xⱼ its partial utility by criterion j. Both x and w are drawn at random, and the
//! shares of the draws in which an alternative comes first, second, ... are its acceptabilities.
//!
//! Checked against the published results of the R package smaa for its two cases (see
//! `tests/smaa.rs`), an independent computation in numpy, and values worked by hand.

mod acceptability;
mod confidence;
mod draws;
mod feasible;
mod sampler;
mod weights;
mod words;

pub use acceptability::{Acceptability, Standing, smaa2};
pub use draws::{Draws, DrawsError};
pub use weights::{Weights, WeightsError};

#[cfg(test)]
mod tests;
