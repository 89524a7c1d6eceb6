//! Agreement between the votes of two states, by every index in use.
//!
//! All indices come from one [`PairCounts`]: the table of the two states' votes on a selection of
//! roll calls, the roll calls on which the Assembly was divided, and the same weighed by how far it
//! was divided. They differ in what they do with abstentions, absences, chance and unanimity; the
//! book's page on agreement says which to use when.

mod all_pairs;
mod counts;
mod formula;
mod index;
mod indices;
mod packed;
mod sums;

pub use all_pairs::{CellPairs, PairRow};
pub use counts::{Contested, JointVotes, PairCounts, Weighted};
pub use formula::Formula;
pub use index::Index;
pub use indices::Indices;
