//! Who publishes evidence and where: asking whether there is more, and taking it in.
//!
//! This is the one room that uses the network, and only when it is asked to: [`check()`] asks, and changes
//! nothing; [`update()`] asks, fetches, tries what came in a layer of its own, and puts that in the place of the
//! layer that was there if nothing speaks against it. What goes wrong on the way is told, and leaves
//! everything as it was.
//!
//! Addresses are data (`data/publishers.toml`). How often a table's publisher brings out records, and under
//! which terms, stands with the table's source in `sources.toml`, and nowhere else.

mod check;
mod client;
mod difference;
mod digest;
mod downloads;
mod gates;
mod held;
mod list;
pub mod listing;
mod offer;
mod update;

pub use check::{Checked, CheckedFile, FileState, State, check};
pub use client::{AskError, Client, Reason};
pub use difference::{Difference, NewRollCall, TableChange};
pub use digest::{Digest, git_blob};
pub use downloads::{Downloads, DownloadsError};
pub use gates::{ChangedVote, Fault, Refusal};
pub use held::Held;
pub use list::{Embedded, Growth, Limits, ListError, Publication, Publishers, Way};
pub use update::{Finish, Outcome, Taken, Update, UpdateError, Wanted, update};
