//! One file per command.

pub mod backtest;
pub mod brief;
pub mod claims;
pub mod coalition;
mod codebook;
pub mod coincidence;
pub mod completions;
pub mod dossier;
pub mod evidence;
pub mod forecast;
pub mod ideal_points;
pub mod ledger;
pub mod machinery;
pub mod man;
pub mod partners;
pub mod reconcile;
pub mod shortlist;
pub mod states;
pub mod ties;
pub mod windows;
