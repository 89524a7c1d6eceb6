//! Why a history cannot be imported.

use entente_doors::text::shown_on_a_line;
use entente_states::{Ccode, system};
use jiff::Timestamp;

use crate::Invalid;

/// A history that cannot be imported: nothing of it was.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}{fault}", place(.file, .line, .column))]
pub struct ImportError {
    /// The file, as it was named; empty where the history came from another ledger.
    pub file: String,
    /// The line, from 1; 0 where it came from another ledger.
    pub line: usize,
    /// The column in bytes, from 1, where it is known.
    pub column: Option<usize>,
    /// What is wrong there.
    pub fault: ImportFault,
}

/// What is wrong with a history.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportFault {
    /// A line that is not what an export has there.
    #[error("{}", shown_on_a_line(.0))]
    Line(String),
    /// A file that does not begin as an export does.
    #[error("it does not begin with the header of a ledger's export")]
    NoHeader,
    /// An export of a newer program.
    #[error("it has format {0}, and this program reads formats up to {known}: it was written by a newer program", known = super::line::FORMAT)]
    NewerFormat(u32),
    /// A file that ends early.
    #[error("the file ends without its last line: it is truncated")]
    Truncated,
    /// A file that goes on after its end.
    #[error("the file goes on after its last line")]
    GoesOn,
    /// Lines lost or added.
    #[error("{what}: {found} found, {expected} announced")]
    Count {
        /// What was counted.
        what: &'static str,
        /// So many there are.
        found: u64,
        /// So many there should be.
        expected: u64,
    },
    /// Lines altered.
    #[error("the checksum of the lines is not the one on the last line: the file was altered")]
    Checksum,
    /// A revision out of its place.
    #[error("seq: revision {found} stands where revision {expected} should")]
    Gap {
        /// It is this one.
        found: i64,
        /// It should be this one.
        expected: i64,
    },
    /// A revision that does not follow the one before.
    #[error("prev_hash: revision {0} does not follow the one before it")]
    Unlinked(i64),
    /// A revision whose hash is not its own.
    #[error("hash: revision {0} was altered")]
    Altered(i64),
    /// A revision whose body is not the one that was chained.
    #[error("content: the body of revision {0} was altered")]
    Content(i64),
    /// A revision that does not follow from the ones before.
    #[error("{field}: revision {seq} {why}")]
    OutOfOrder {
        /// Its number.
        seq: i64,
        /// The field.
        field: &'static str,
        /// What is wrong.
        why: &'static str,
    },
    /// An entry that breaks a rule.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// A delegation's own entry that breaks a rule; which is not said to others.
    #[error("revision {0}, a delegation's own, breaks a rule")]
    PrivateInvalid(i64),
    /// What is another delegation's own.
    #[error("it holds what is the own of {}: only that delegation brings it in", named(*.0))]
    NotYours(Ccode),
    /// What is sealed, without the passphrase that opens it.
    #[error("what is a delegation's own is sealed in it: its passphrase opens it")]
    Locked,
    /// What is sealed, for a ledger in which the same delegation's own is not.
    #[error(
        "what is the own of {} is sealed in it, and is not sealed in this ledger, where it would lie open: seal it \
         here first (`seal`), with the passphrase of the file, and import the file then", named(*.0)
    )]
    NotSealedHere(Ccode),
    /// An author whose name cannot stand in the ledger.
    #[error("author: the author of revision {0} is empty, or holds what no name may hold")]
    Author(i64),
    /// A time that has not come.
    #[error(
        "time: revision {seq} was written on {time}, which has not come: this clock says {now}"
    )]
    Ahead {
        /// Its number.
        seq: i64,
        /// When it says that it was written.
        time: Timestamp,
        /// The time of the import.
        now: Timestamp,
    },
    /// A line that is too long.
    #[error("a line has more than {0} bytes, which is the most that an export has")]
    LongLine(u64),
    /// Two histories that part.
    #[error("the histories part at revision {0}: the database and the file have different ones")]
    Diverged(i64),
    /// A head that is not the last revision.
    #[error("head: the header announces another last revision than there is")]
    Head,
    /// A content that is not what its checksum says.
    #[error("bytes: the content of a document is not what its checksum {} says", shown_on_a_line(.0))]
    DocumentAltered(String),
    /// A content that belongs to no document.
    #[error("sha256: no document of the history has the checksum {}", shown_on_a_line(.0))]
    DocumentStray(String),
    /// A content whose length is not what the document says.
    #[error("bytes: the content of document {0} is not of the size that the document names")]
    DocumentSize(String),
    /// A document without its content.
    #[error("the content of document {0} is missing")]
    DocumentMissing(String),
}

fn named(party: Ccode) -> String {
    match system().get(party) {
        Some(state) => format!("{} ({})", state.name_en, state.key3()),
        None => party.to_string(),
    }
}

fn place(file: &str, line: &usize, column: &Option<usize>) -> String {
    match (line, column) {
        (0, _) => String::new(),
        (line, None) => format!("{}:{line}: ", shown_on_a_line(file)),
        (line, Some(column)) => format!("{}:{line}:{column}: ", shown_on_a_line(file)),
    }
}
