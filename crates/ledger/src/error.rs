//! What can go wrong.

use std::path::PathBuf;

use entente_states::{Ccode, system};
use jiff::Timestamp;

use crate::exchange::{ImportError, NotEntries};
use crate::history::RevisionRef;
use crate::seal::ShortPassphrase;
use crate::store::Refusal;
use crate::{EntityRef, Invalid, Viewer};

/// Why the ledger did not do what it was asked.
///
/// No error names anything of another delegation's own: an entry that a viewer may not see is unknown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// An entry that breaks a rule.
    #[error(transparent)]
    Invalid(#[from] Box<Invalid>),
    /// A change of a version that is no longer the latest.
    #[error(transparent)]
    Conflict(#[from] Box<Conflict>),
    /// A new entry with an id that is taken.
    #[error("there is already a {entry}, of version {version}; a change of it names that version")]
    Exists {
        /// The entry.
        entry: EntityRef,
        /// Its version.
        version: i64,
    },
    /// No such entry, or none that the viewer may see.
    #[error("there is no {0}")]
    Unknown(EntityRef),
    /// A change of a version that there never was.
    #[error("there is no version {version} of {entry}; the latest is {latest}")]
    NoSuchVersion {
        /// The entry.
        entry: EntityRef,
        /// The version that the change named.
        version: i64,
        /// The latest version.
        latest: i64,
    },
    /// A delegation's own entry, written as somebody else.
    #[error(
        "only the delegation itself writes what is its own: this is {owner}'s, written as {viewer}"
    )]
    NotYours {
        /// Whose it would be.
        owner: Ccode,
        /// As whom it was written.
        viewer: Viewer,
    },
    /// A change without an author.
    #[error(
        "a change needs an author; the author's name is empty, longer than 500 bytes, or holds what no name on a line may hold"
    )]
    NoAuthor,
    /// A history that cannot be imported.
    #[error(transparent)]
    Import(#[from] Box<ImportError>),
    /// A file of entries that cannot be read.
    #[error(transparent)]
    Entries(#[from] Box<NotEntries>),
    /// A database that another, newer program made.
    #[error(
        "the database has version {found} of the ledger's tables and this program knows {known}: it was written by a newer program; nothing was changed"
    )]
    Newer {
        /// The database's version.
        found: i64,
        /// The latest version that this program knows.
        known: i64,
    },
    /// A database of an older version that cannot be copied first.
    #[error(
        "the database has version {found} of the ledger's tables and must be brought to {known}; name a directory in which a copy of it is put first"
    )]
    NoPlaceForBackup {
        /// The database's version.
        found: i64,
        /// The version that it would be brought to.
        known: i64,
    },
    /// A database that holds something else.
    #[error("the database holds tables, and they are not a ledger's: nothing was changed")]
    NotALedger,
    /// A database into which nothing may be restored, since it holds a history.
    #[error("the database already holds a ledger that is not empty; name an empty one")]
    NotEmpty,
    /// A history whose last row lies well ahead of the clock.
    #[error(
        "the last entry of the ledger was written on {last}, and this clock says {now}: one of the two clocks is wrong"
    )]
    ClockBehind {
        /// When the last row says that it was written.
        last: Timestamp,
        /// What the clock says.
        now: Timestamp,
    },
    /// What is a delegation's own is sealed, and no passphrase was given.
    #[error("what is the own of {} is sealed with a passphrase", named(*.0))]
    Locked(Ccode),
    /// A passphrase that does not open what is a delegation's own.
    #[error("the passphrase does not open what is the own of {}", named(*.0))]
    WrongPassphrase(Ccode),
    /// A passphrase, for what is not sealed.
    #[error(
        "a passphrase was given, and what is the own of {} is not sealed: `seal` seals it", named(*.0)
    )]
    NotSealed(Ccode),
    /// A passphrase that somebody could guess.
    #[error(transparent)]
    ShortPassphrase(#[from] ShortPassphrase),
    /// Something that only a delegation can do, done as everybody.
    #[error("only what is a delegation's own is sealed, and this is done as everybody")]
    NotADelegation,
    /// A file that is in the way.
    #[error("{} is already there, and is not written over", .0.display())]
    InTheWay(PathBuf),
    /// A document whose stored content is not what was attached.
    #[error("the content of document {id} is {what}")]
    Content {
        /// The document.
        id: String,
        /// What is wrong.
        what: ContentFault,
    },
    /// Something in the database that the ledger did not write so.
    #[error("{what} cannot be read: {why}; `verify` says what else was altered")]
    Unreadable {
        /// What.
        what: String,
        /// Why.
        why: String,
    },
    /// The system gives no random numbers, without which a delegation's own cannot be sealed.
    #[error("the system gives no random numbers ({0})")]
    NoEntropy(String),
    /// A file that cannot be read or written.
    #[error("{}: {error}", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// There is no room left where the database is.
    #[error(
        "there is no room left where the database is ({0}): nothing was changed; make room, then do it again"
    )]
    Full(sqlx::Error),
    /// Others have used the database for longer than was waited.
    #[error("others are writing to the database ({0}): nothing was changed; do it again")]
    Busy(sqlx::Error),
    /// The database cannot be reached, or no longer.
    #[error("the database does not answer ({0}): nothing was changed; do it again when it does")]
    Lost(sqlx::Error),
    /// The database ceased to answer when it was told to make a change last.
    #[error(
        "the database ceased to answer while the change was being made ({0}): it was made whole or not at all; look which, before it is made again"
    )]
    InDoubt(sqlx::Error),
    /// A copy of the whole, by an account that does not see all of it.
    #[error(
        "this account sees what its role reads, and not all of the ledger: its copy would not be whole; the owner \
         of the tables makes it, and `export --as` writes what this account sees"
    )]
    NotAllSeen,
    /// Accounts, where there are none.
    #[error("a SQLite file has no accounts: whoever can open it reads all that is not sealed")]
    NoRoles,
    /// A role of that name that this ledger did not make.
    #[error(
        "the server has a role {0} already, which this ledger did not make: whoever has it would read what is a delegation's own; drop or rename it first"
    )]
    RoleTaken(String),
    /// What is sealed, without the key that was sealed beside it.
    #[error(
        "what is the own of {} is sealed, and the key that stood beside it is gone: somebody has altered the database; take a backup", named(*.0)
    )]
    SealLost(Ccode),
    /// The account may not do what it was asked to.
    #[error(
        "this account may not do that ({0}): it needs the role of the delegation, or the right to these tables; nothing was changed"
    )]
    Forbidden(sqlx::Error),
    /// The database refuses.
    #[error("the database says: {0}")]
    Database(sqlx::Error),
}

fn named(party: Ccode) -> String {
    match system().get(party) {
        Some(state) => format!("{} ({})", state.name_en, state.key3()),
        None => party.to_string(),
    }
}

/// What is wrong with the content of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentFault {
    /// It is not there.
    #[error("missing; import it again, or restore a backup")]
    Missing,
    /// It has another checksum than what was attached.
    #[error("altered; import it again, or restore a backup")]
    Altered,
    /// It was not there when the document came in, from an older ledger or a file.
    #[error(
        "absent: it was not there when the document came in; who has the file attaches it again"
    )]
    Absent,
}

/// Two changes of one version of an entry: the second was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{entry} has changed: this change was made from version {} (revision {}, {}, {}), and the latest is version {} (revision {}, {}, {}); look at that, then change it",
    .from.version, .from.seq, .from.author, .from.time,
    .latest.version, .latest.seq, .latest.author, .latest.time
)]
pub struct Conflict {
    /// The entry.
    pub entry: EntityRef,
    /// What the change was made from.
    pub from: RevisionRef,
    /// What it is now.
    pub latest: RevisionRef,
}

impl From<sqlx::Error> for LedgerError {
    fn from(error: sqlx::Error) -> Self {
        match Refusal::of(&error) {
            Refusal::Full => LedgerError::Full(error),
            Refusal::Busy => LedgerError::Busy(error),
            Refusal::Lost => LedgerError::Lost(error),
            Refusal::Forbidden => LedgerError::Forbidden(error),
            Refusal::Unclear | Refusal::Other => LedgerError::Database(error),
        }
    }
}

impl LedgerError {
    /// Why a transaction that was to last was not acknowledged.
    pub(crate) fn unacknowledged(error: sqlx::Error) -> Self {
        match Refusal::of(&error) {
            Refusal::Lost | Refusal::Unclear => LedgerError::InDoubt(error),
            _ => LedgerError::from(error),
        }
    }
}

impl From<Invalid> for LedgerError {
    fn from(invalid: Invalid) -> Self {
        LedgerError::Invalid(Box::new(invalid))
    }
}

impl From<ImportError> for LedgerError {
    fn from(error: ImportError) -> Self {
        LedgerError::Import(Box::new(error))
    }
}

/// Who makes a change, and when. The ledger has no clock of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub author: String,
    /// When. The history never goes back in time: a change made by a clock that is a little behind the last
    /// one's gets the time of the last one, and one made by a clock that is well behind is refused.
    pub time: Timestamp,
}
