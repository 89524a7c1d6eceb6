//! What can go wrong when evidence is opened or read.

use std::path::PathBuf;

use crate::record::TableId;

/// An error in opening, reading or writing evidence.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A Parquet file is damaged or not one of ours.
    #[error("{place}: not a readable Parquet table: {reason}")]
    Parquet {
        /// The file, or the embedded table.
        place: String,
        /// What the reader said.
        reason: String,
    },
    /// A table's file is not the one that was written.
    #[error(
        "{}: not the {table} table that sources.toml describes: its checksum is {found}, sources.toml says {expected}",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The table.
        table: TableId,
        /// The checksum of the file.
        found: String,
        /// The checksum that it should have.
        expected: String,
    },
    /// A table lies in a directory whose `sources.toml` does not list it.
    #[error("{}: sources.toml beside it does not list this table", path.display())]
    NotListed {
        /// The file.
        path: PathBuf,
    },
    /// A table that `sources.toml` lists is not there.
    #[error("{}: sources.toml lists this table, and there is no such file", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// A table lacks a column, or a column has another type than it should.
    #[error("{table} table: column `{column}` {problem}")]
    Column {
        /// The table.
        table: TableId,
        /// The column.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A value in a table cannot be what its column means.
    #[error("{table} table, row {row}: column `{column}` holds a value that it cannot mean")]
    Value {
        /// The table.
        table: TableId,
        /// The column.
        column: String,
        /// The row, from 1.
        row: usize,
    },
    /// Somebody has changed a directory while a change to it was made ready.
    #[error("{}: somebody has changed this evidence in the meantime", path.display())]
    Changed {
        /// The directory.
        path: PathBuf,
    },
    /// The directory's list of sources is damaged.
    #[error(transparent)]
    Sources(#[from] crate::sources::SourcesError),
    /// The directory given as evidence holds none.
    #[error("{}: no evidence here: neither sources.toml nor a table of ours (such as votes.parquet)", path.display())]
    Empty {
        /// The directory.
        path: PathBuf,
    },
}
