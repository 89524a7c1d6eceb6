//! The lines of an export of format 1.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::link::OldRow;
use crate::history::{Head, Secret};

/// Any line, for writing.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum OldLine {
    Ledger(OldHeader),
    Revision(Box<OldRevision>),
    Document(OldDocument),
    End(OldEnd),
}

/// The last.
#[derive(Serialize)]
pub(super) struct OldEnd {
    pub(super) lines: u64,
    pub(super) sha256: String,
}

/// The first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OldHeader {
    pub(crate) format: u32,
    pub(crate) viewer: String,
    pub(crate) revisions: i64,
    pub(crate) documents: i64,
    pub(crate) head: Head,
}

/// A row of the history.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OldRevision {
    seq: i64,
    kind: String,
    id: String,
    version: i64,
    previous: Option<i64>,
    author: Option<String>,
    delegation: Option<i64>,
    time: String,
    content: String,
    prev_hash: String,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    private: Option<OldPrivate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OldPrivate {
    salt: String,
    body: Box<RawValue>,
}

/// The content of a document.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OldDocument {
    pub(crate) sha256: String,
    pub(crate) bytes: String,
}

impl OldRevision {
    /// The line of a row; `None` if a body is not JSON on one line.
    pub(super) fn of(row: OldRow) -> Option<Self> {
        let raw = |body: String| match body.contains('\n') {
            true => None,
            false => RawValue::from_string(body).ok(),
        };
        let private = match row.secret {
            Some(Secret { salt, body }) => Some(OldPrivate {
                salt,
                body: raw(body)?,
            }),
            None => None,
        };
        let body = match row.body {
            Some(body) => Some(raw(body)?),
            None => None,
        };
        Some(OldRevision {
            seq: row.seq,
            kind: row.kind,
            id: row.id,
            version: row.version,
            previous: row.previous,
            author: row.author,
            delegation: row.delegation,
            time: row.time,
            content: row.content,
            prev_hash: row.prev_hash,
            hash: row.hash,
            body,
            private,
        })
    }

    /// The row of a line.
    pub(crate) fn row(self) -> OldRow {
        let text = |raw: Box<RawValue>| String::from(Box::<str>::from(raw));
        OldRow {
            seq: self.seq,
            kind: self.kind,
            id: self.id,
            version: self.version,
            previous: self.previous,
            author: self.author,
            delegation: self.delegation,
            time: self.time,
            content: self.content,
            prev_hash: self.prev_hash,
            hash: self.hash,
            body: self.body.map(text),
            secret: self.private.map(|private| Secret {
                salt: private.salt,
                body: text(private.body),
            }),
        }
    }
}
