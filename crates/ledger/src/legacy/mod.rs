//! Ledgers of format 1, which had one history for everybody and every delegation together.
//!
//! Their databases are brought up to date, and their exports read: each row is put into the history of its
//! part, where it gets a new number and a new hash ([`rechain`]). The same rows always become the same
//! ones, so that two copies of a ledger that were one before are one after.
//!
//! Of another delegation's own a format-1 export has the outside of the row: kind, time and number. That is
//! left out.

mod copy;
mod line;
mod link;
mod rechain;
mod rows;

pub(crate) use copy::write_copy;
pub(crate) use line::{OldDocument, OldHeader, OldRevision};
pub(crate) use rechain::{OldFault, Rechain};
pub(crate) use rows::{Contents, take_over};
