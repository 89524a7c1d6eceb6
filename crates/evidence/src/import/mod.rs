//! Importers: each reads one publisher's file in the publisher's own format.
//!
//! An import is all or nothing: the first value that cannot be read ends it with an
//! [`ImportError`] that names file, line, column and value, and nothing is kept.

pub mod csv_table;
mod located;

mod capabilities;
mod contacts;
mod displacement;
mod events;
mod geography;
mod institutions;
mod kind;
mod leaders;
mod unga;
mod unga_users;

pub use kind::{Kind, read};
pub use located::{Cell, ImportError};
