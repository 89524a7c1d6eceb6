//! One file per command.

pub mod brief;
pub mod coincidence;
pub mod completions;
pub mod evidence;
pub mod ideal_points;
pub mod man;
pub mod reconcile;
pub mod states;
pub mod ties;
pub mod windows;
