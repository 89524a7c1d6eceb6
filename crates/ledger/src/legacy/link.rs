//! How a history of format 1 was chained.
//!
//! The hash of a revision is SHA-256, in lower-case hexadecimal, over the UTF-8 bytes of one JSON array
//! without blanks:
//!
//! ```text
//! ["entente-ledger-revision-1",seq,kind,id,version,previous,author,delegation,time,content,prev_hash]
//! ```
//!
//! `seq` counted all rows, whosever they were.

use serde_json::json;

use crate::history::Secret;
use crate::history::chain::{private_content, public_content, sha256};

/// A row of such a history.
#[derive(Clone, Debug)]
pub(crate) struct OldRow {
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) version: i64,
    pub(crate) previous: Option<i64>,
    pub(crate) author: Option<String>,
    pub(crate) delegation: Option<i64>,
    pub(crate) time: String,
    pub(crate) content: String,
    pub(crate) prev_hash: String,
    pub(crate) hash: String,
    pub(crate) body: Option<String>,
    pub(crate) secret: Option<Secret>,
}

impl OldRow {
    /// Whether its hash is that of what was chained.
    pub(super) fn hash_holds(&self) -> bool {
        let array = json!([
            "entente-ledger-revision-1",
            self.seq,
            self.kind,
            self.id,
            self.version,
            self.previous,
            self.author,
            self.delegation,
            self.time,
            self.content,
            self.prev_hash,
        ]);
        sha256(array.to_string().as_bytes()) == self.hash
    }

    /// Whether the content hash is that of the body, where that is at hand.
    pub(super) fn content_holds(&self) -> bool {
        match (&self.body, &self.secret) {
            (Some(body), _) => public_content(body) == self.content,
            (None, Some(secret)) => {
                private_content(&secret.salt, &secret.body).as_ref() == Some(&self.content)
            }
            (None, None) => true,
        }
    }
}
