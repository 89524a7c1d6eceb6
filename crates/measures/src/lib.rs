//! Pure functions from evidence to numbers.
//!
//! This crate opens no file, reads no clock and prints nothing.

pub mod agreement;
mod coincidence;
pub mod compliance;
pub mod contact;
pub mod cycles;
mod difference;
pub mod forecast;
pub mod ideal_points;
pub mod interdependence;
pub mod issue_coder;
mod planes;
mod selection;
pub mod smaa;
pub mod voting_power;

pub use agreement::{
    CellPairs, Contested, Formula, Index, Indices, JointVotes, PairCounts, PairRow, Weighted,
};
pub use coincidence::{Coincidence, Tally};
pub use difference::Difference;
pub use planes::{Mask, VotePlanes};
pub use selection::{
    Admits, Basket, BasketError, Criteria, IssueFilter, Period, Phrase, Selection, Selector,
};
