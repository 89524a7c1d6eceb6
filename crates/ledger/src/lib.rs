//! The ledger: consultations held, commitments made, and whether they were kept.
//!
//! A ledger is a database, SQLite or PostgreSQL, with append-only histories: one of what is everybody's, and
//! one of what is each delegation's own. Every change is a revision with author and time, chained by hashes,
//! and nothing is deleted. What is asked of it is asked as somebody ([`Ledger::as_seen_by`]): as a
//! delegation, which sees its own positions and nobody else's, or as everybody at the table.
//!
//! ```
//! use entente_ledger::{Blocking, Change, Commitment, Stamp, Viewer};
//!
//! let ledger = Blocking::open(&"sqlite::memory:".parse()?, &Default::default())?;
//! let commitment: Commitment = serde_json::from_str(r#"{
//!     "text": "Half of the region's power from clean sources by 2025",
//!     "by": ["CAN", "MEX", "USA"], "made": "2016-06-29", "due": "2025-12-31",
//!     "mechanism": "nals", "status": "open",
//!     "source": {"citation": "Leaders' statement of 29 June 2016"}
//! }"#)?;
//! let stamp = Stamp { author: "Planning".into(), time: "2026-11-25T12:00:00Z".parse()? };
//! let joint = ledger.as_seen_by(Viewer::Joint);
//! ledger.wait(joint.record(Change::New(commitment.into()), &stamp))?;
//! let due = ledger.wait(joint.due("2026-11-25".parse()?, &Default::default()))?;
//! assert_eq!((due[0].days_late, due[0].by.len()), (Some(329), 3));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it does not do
//!
//! - **It encrypts only what is sealed** ([`View::seal`]). Otherwise who can read the database file can read every
//!   delegation's notes there, and so can who holds a [`Custodian`]'s copy. What is handed to others is an
//!   export made as they may see it.
//! - **It has no clock**: who makes a change says when.
//! - **A chain proves order and wholeness, not truth or authorship.** Somebody who rewrites the whole
//!   database writes a whole chain: keep a [`Head`] elsewhere and give it to [`Custodian::verify`].
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod backup;
mod blocking;
mod change;
mod database;
mod documents;
mod entity;
mod error;
mod exchange;
mod history;
mod ledger;
mod legacy;
mod migrations;
mod open;
mod part;
mod query;
mod roles;
mod seal;
mod state;
mod store;
mod validate;
mod verify;
mod view;
mod viewer;
mod written;

pub use blocking::Blocking;
pub use change::Change;
pub use database::{Database, NotADatabase};
pub use documents::LARGEST_DOCUMENT;
pub use entity::{
    Act, AgendaEntry, Commitment, CommitmentStatus, Compliance, Consultation, ConsultationStatus,
    Days, Document, Entity, EntityRef, Entry, Extension, ItemLink, Kind, Lead, Level, NotAKind,
    NotAScore, Outcome, Participant, Position, Score, Source, Stage,
};
pub use error::{Conflict, ContentFault, LedgerError, Stamp};
pub use exchange::{ImportError, ImportFault, Imported, NotEntries, read_entries};
pub use history::{Head, LogFilter, Recorded, Revision, RevisionRef, Versioned};
pub use ledger::{Custodian, Ledger};
pub use migrations::SCHEMA_VERSION;
pub use open::{Opening, TakenOver};
pub use query::{
    Agreement, DueFilter, Line, Owed, Scorecard, ScorecardFilter, Standing, Tally, Until,
};
pub use roles::Role;
pub use seal::{Passphrase, Sealed, ShortPassphrase};
pub use validate::{Fault, Invalid};
pub use verify::{Finding, Found, Verification};
pub use view::View;
pub use viewer::Viewer;
pub use written::{SHIPPED_CASES, read_toml_entries};
