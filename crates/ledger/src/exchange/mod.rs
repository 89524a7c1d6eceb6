//! Ledgers as text: JSON Lines, the same from both databases.
//!
//! ```text
//! {"ledger":{"format":1,"viewer":"joint","revisions":2,"documents":1,"head":{"seq":2,"hash":"…"}}}
//! {"revision":{"seq":1,"kind":"act","id":"act-1","version":1,"previous":null,"author":"…","delegation":null,
//!              "time":"…","content":"…","prev_hash":"…","hash":"…","body":{…}}}
//! {"revision":{…,"delegation":70,…,"private":{"salt":"…","body":{…}}}}
//! {"document":{"sha256":"…","bytes":"…"}}
//! {"end":{"lines":4,"sha256":"…"}}
//! ```
//!
//! Of another delegation's own `private` is left out: the chain is whole without it. Bytes are in
//! base 64. The last line counts the lines before it and has the checksum of their bytes, line ends
//! included.

mod chained;
mod entries;
mod export;
mod fault;
mod import;
mod line;

pub(crate) use chained::restore;
pub use entries::{NotEntries, read_entries};
pub(crate) use export::export;
pub use fault::{ImportError, ImportFault};
pub use import::Imported;
