//! The history: an append-only chain of revisions.

pub(crate) mod chain;
pub(crate) mod private;
pub(crate) mod read;
pub(crate) mod replay;
mod revision;
mod time;
pub(crate) mod write;

pub use revision::{Head, LogFilter, Recorded, Revision, RevisionRef, Versioned};
pub(crate) use revision::{Opened, Secret, Stored};
pub(crate) use time::{stamped, unstamped};
