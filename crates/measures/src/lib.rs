//! Pure functions from evidence to numbers.
//!
//! This crate opens no file, reads no clock and prints nothing.

mod coincidence;
mod planes;
mod selection;

pub use coincidence::{Coincidence, Tally};
pub use planes::{Mask, VotePlanes};
pub use selection::{IssueFilter, Period, Selection};
