//! Importers: each reads one publisher's file in the publisher's own format.
//!
//! An import is all or nothing: the first value that cannot be read ends it with an
//! [`ImportError`] that names file, line, column and value, and nothing is kept. Texts of publishers are kept
//! as they wrote them, except for what no text may hold ([`entente_doors::text`]).

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

pub use csv_table::MOST_OF_A_FILE;
pub use kind::{Import, Kind, import, read};
pub use located::{Cell, ImportError};
