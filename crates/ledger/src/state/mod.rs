//! The state as the history has made it: tables that answer questions quickly.
//!
//! What a change does to them is computed by one function, [`Subject::rows`], whether the change is
//! being written, the tables are made anew, or they are compared with the history.

mod expected;
mod rows;
mod tables;
mod update;

pub(crate) use expected::Pages;
pub(crate) use rows::{SCORE_UNIT, latest_row};
pub(crate) use tables::{COMPLIANCE, LATEST, OWED, STANDING, Table};
pub(crate) use update::{rebuild, update};
