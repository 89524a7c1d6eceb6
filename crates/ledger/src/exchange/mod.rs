//! Ledgers as text: JSON Lines, the same from both databases.
//!
//! ```text
//! {"ledger":{"format":2,"viewer":"the delegation of Mexico","parts":[{"delegation":null,"head":{"seq":2,"hash":"…"}},
//!            {"delegation":70,"head":{"seq":1,"hash":"…"}}],"documents":1}}
//! {"revision":{"delegation":null,"seq":1,"kind":"act","id":"act-1","version":1,"previous":null,"author":"…",
//!              "time":"…","content":"…","prev_hash":"…","hash":"…","body":{…}}}
//! {"revision":{"delegation":70,"seq":1,…,"joint":1,…,"private":{"salt":"…","body":{…}}}}
//! {"document":{"delegation":null,"sha256":"…","bytes":"…"}}
//! {"end":{"lines":5,"sha256":"…"}}
//! ```
//!
//! Rows come in the order in which they were written: a delegation's own after everybody's that it knows
//! of (`joint`). A document of everybody's whose content the ledger lacks has `"bytes":"","absent":true`; it
//! came so from an older ledger, or from a file. Of another delegation's own there is nothing. Bytes are in base 64. The last line counts the
//! lines before it and has the checksum of their bytes, line ends included.
//!
//! Exports of format 1 are read too ([`legacy`](crate::legacy)).

mod entries;
mod export;
mod fault;
mod import;
mod intake;
mod line;
mod old;

pub use entries::{NotEntries, read_entries};
pub(crate) use export::export;
pub use fault::{ImportError, ImportFault};
pub use import::Imported;
pub(crate) use intake::{Hand, restore};
