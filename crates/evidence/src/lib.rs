//! Records of what states did, and when, with their provenance.
//!
//! Three doors lead in: the bundle embedded in the program, a directory of tables in the same
//! form, and importers of the publishers' own files ([`import`]). One door leads out:
//! [`Evidence::as_of`], which shows nothing that was not yet on the record on a given date.
//!
//! This crate holds no number that needs a model.

mod as_of;
mod assemble;
mod bundle;
mod cell;
mod codebook;
mod declare;
mod directory;
mod error;
mod guard;
pub mod identity;
pub mod import;
mod known;
mod layers;
mod numbers;
mod pages;
mod partial_date;
pub mod polling_days;
mod record;
mod rhythm;
mod seats;
mod snapshots;
mod sources;
mod symbol;
mod table_file;
mod tables;
mod write;

pub use as_of::{AsOf, RollCallView, TableUse, VoteMatrix};
pub use assemble::{Joined, join_assembly, join_council};
pub use bundle::{Bundle, BundleError, SoundTable, Verified, embedded_size, sha256};
pub use cell::{Code, Place};
pub use codebook::{Codebook, CodebookError, Page};
pub use directory::Directory;
pub use error::EvidenceError;
pub use guard::panic_is_an_error;
pub use known::{end_of_month, end_of_year};
pub use layers::{Evidence, MergeReport};
pub use partial_date::{PartialDate, PartialDateError};
pub use record::{Column, ForEachTable, Format, Plain, Record, TableId, Tables};
pub use rhythm::{Rhythm, RhythmError};
pub use sources::{RawFile, Source, Sources, SourcesError};
pub use symbol::Symbol;
pub use table_file::{parquet_bytes, parquet_rows};
pub use tables::*;
pub use write::{
    Added, Edition, add_edition, add_tables, copy_directory, remove_folder, switch_directory,
    withdraw, write_tables,
};
