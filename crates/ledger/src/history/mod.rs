//! The history: for each part an append-only chain of revisions.

pub(crate) mod admit;
pub(crate) mod chain;
pub(crate) mod private;
pub(crate) mod read;
pub(crate) mod replay;
mod revision;
mod time;
pub(crate) mod walk;
pub(crate) mod write;

pub(crate) use read::Tip;
pub(crate) use revision::{Envelope, Opened, SealedBody, Secret, Stored};
pub use revision::{Head, LogFilter, Recorded, Revision, RevisionRef, Versioned};
pub(crate) use time::{stamped, unstamped};
