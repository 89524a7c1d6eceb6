//! One file per command.

pub mod brief;
pub mod coincidence;
pub mod completions;
pub mod evidence;
pub mod man;
pub mod states;
