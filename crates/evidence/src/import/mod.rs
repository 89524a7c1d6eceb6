//! Importers: each reads one publisher's file in the publisher's own format.
//!
//! An import is all or nothing: the first value that cannot be read ends it with an
//! [`ImportError`] that names file, line, column and value, and nothing is kept; unless who imports asks for
//! what is sound ([`import_sound`]), and is given the list of what is not. Texts are the
//! publisher's, except for what no text may hold ([`entente_doors::text`]); the bundle's tables hold that too,
//! and it is taken out whenever they are read.

mod code_and_name;
pub mod csv_table;
mod date_order;
mod form;
mod intake;
mod json_items;
mod layout;
mod layouts;
pub(crate) mod located;

pub(crate) mod archigos;
mod contacts;
mod council;
pub(crate) mod dates;
mod events;
pub(crate) mod factbook;
pub mod issue_codes;
mod kind;
pub mod library;
mod plain;
pub(crate) mod readers;
pub(crate) mod reign;
mod rows;
pub(crate) mod state_codes;
mod unga;
mod unga_users;
mod unxml;

pub use csv_table::MOST_OF_A_FILE;
pub use date_order::DateOrder;
pub use intake::Named;
pub use kind::{Import, Kind, import, import_sound, read};
pub use located::{Cell, ImportError};
pub use unxml::Repair;
