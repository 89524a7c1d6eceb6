//! What verifying finds.

use entente_states::Ccode;
use serde::Serialize;

use crate::history::Head;

/// Something that is not as the ledger wrote it. Nothing of what a delegation wrote is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Finding {
    /// Rows are missing.
    Missing {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// A row does not follow the one before: one of them was altered, replaced or moved.
    Unlinked {
        /// Its number.
        seq: i64,
    },
    /// A row's hash is not its own: what is chained of it was altered.
    Altered {
        /// Its number.
        seq: i64,
    },
    /// A row's body is not the one that was chained, or is missing.
    BodyAltered {
        /// Its number.
        seq: i64,
    },
    /// A row goes back in time, or is not the next version of its entry.
    OutOfOrder {
        /// Its number.
        seq: i64,
    },
    /// A row is not an entry as the ledger writes them.
    Unreadable {
        /// Its number.
        seq: i64,
    },
    /// The head is not the last row: rows were cut off, or the head altered.
    Head {
        /// The head.
        head: Head,
        /// The last row.
        last: Head,
    },
    /// A row that was known from elsewhere is not there, or not the same.
    NotAsKnown {
        /// The row as known.
        known: Head,
    },
    /// A row of the state is not what the history says, is missing, or should not be there.
    State {
        /// The table.
        table: &'static str,
        /// The row's key.
        key: String,
    },
    /// The content of a document is not what was attached.
    Content {
        /// The document.
        document: String,
        /// Whether it is missing.
        missing: bool,
    },
    /// A content that belongs to no document is not what its checksum says.
    StrayContent,
    /// Something in what is another delegation's own is not as it was written. That delegation can see what.
    Elsewhere,
}

/// A finding, and the part of the ledger in which it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The delegation in whose own it is; `None` for what is everybody's.
    pub delegation: Option<Ccode>,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
}

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Rows of the history.
    pub revisions: i64,
    /// Rows that are sealed and were not opened: their chain was looked at, and not what is in them.
    pub sealed: i64,
    /// Contents of documents.
    pub documents: i64,
    /// The last row of what is everybody's.
    pub head: Head,
    /// The last row of what is the viewer's own, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_head: Option<Head>,
    /// Documents of everybody's of which the content is known not to be here: it was not there when the document
    /// came in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    /// What is not as the ledger wrote it; nothing if all is well.
    pub findings: Vec<Found>,
}
