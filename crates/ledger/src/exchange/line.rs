//! The lines of an export.

use entente_states::{Ccode, system};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::fault::ImportFault;
use crate::history::chain::Link;
use crate::history::{Head, SealedBody, Secret, Stored};
use crate::part::Part;
use crate::seal::Envelope;

/// The version of the format that this program writes, and the latest that it reads.
pub(super) const FORMAT: u32 = 2;

/// Any line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    Ledger(Header),
    Revision(Box<RevisionLine>),
    Document(DocumentLine),
    End(End),
}

/// The first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) format: u32,
    /// As whom it was made, for readers.
    pub(super) viewer: String,
    /// What is everybody's, and then what is delegations' own.
    pub(super) parts: Vec<PartLine>,
    pub(super) documents: i64,
}

/// A part, and how far its history goes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartLine {
    /// `null` for what is everybody's.
    pub(super) delegation: Option<i64>,
    /// The last row.
    pub(super) head: Head,
    /// The sealed key, where the part is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seal: Option<Envelope>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RevisionLine {
    delegation: Option<i64>,
    seq: i64,
    kind: String,
    id: String,
    version: i64,
    previous: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    joint: Option<i64>,
    time: String,
    content: String,
    prev_hash: String,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    private: Option<PrivateLine>,
    /// The private body, sealed, in base 64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrivateLine {
    salt: String,
    body: Box<RawValue>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentLine {
    pub(super) delegation: Option<i64>,
    pub(super) sha256: String,
    pub(super) bytes: String,
    /// Whether the bytes are sealed, and the checksum is a name that only the key makes of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) sealed: bool,
    /// Whether the content is not there, and the bytes are empty; only of what is everybody's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) absent: bool,
}

/// The last.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct End {
    pub(super) lines: u64,
    pub(super) sha256: String,
}

/// The number of a part on a line.
pub(super) fn number(part: Part) -> Option<i64> {
    part.delegation().map(|delegation| i64::from(delegation.0))
}

/// The part of a number on a line.
pub(super) fn part(number: Option<i64>) -> Result<Part, ImportFault> {
    let Some(number) = number else {
        return Ok(Part::JOINT);
    };
    let party = u16::try_from(number).ok().map(Ccode);
    match party.filter(|party| system().get(*party).is_some()) {
        Some(party) => Ok(Part::of(Some(party))),
        None => Err(ImportFault::Line(format!(
            "delegation: no state has the number {number}; what is everybody's has null there, and what is a \
             delegation's own the COW number of the state"
        ))),
    }
}

impl Header {
    /// What it says of a part; an error if it does not announce it.
    pub(super) fn part(&self, part: Part) -> Result<&PartLine, ImportFault> {
        let number = number(part);
        let found = self.parts.iter().find(|it| it.delegation == number);
        found.ok_or_else(|| {
            let why = "delegation: the header announces nothing of that delegation's own";
            ImportFault::Line(why.to_owned())
        })
    }

    /// Whether something may be sealed in a part: it is a delegation's own, and its key is there.
    pub(super) fn seals(&self, part: Part) -> Result<(), ImportFault> {
        never_everybodys(part, "sealed")?;
        match self.part(part)?.seal.is_some() {
            true => Ok(()),
            false => Err(ImportFault::Line(
                "sealed: the header has no key for what is sealed here".to_owned(),
            )),
        }
    }
}

/// What is everybody's is not sealed.
pub(super) fn never_everybodys(part: Part, field: &str) -> Result<(), ImportFault> {
    match part.is_joint() {
        true => Err(ImportFault::Line(format!(
            "{field}: what is everybody's is never sealed"
        ))),
        false => Ok(()),
    }
}

impl End {
    /// Whether these are the bytes of its line, the line's end included.
    pub(super) fn writes(&self, bytes: &[u8]) -> bool {
        let End { lines, sha256 } = self;
        let line = format!("{{\"end\":{{\"lines\":{lines},\"sha256\":\"{sha256}\"}}}}\n");
        line.as_bytes() == bytes
    }
}

impl RevisionLine {
    /// The line of a row; `None` if a body is not JSON on one line. What is kept sealed stays sealed.
    pub(super) fn of(stored: Stored) -> Option<Self> {
        let Stored {
            link,
            hash,
            body,
            secret,
            sealed,
        } = stored;
        let raw = |body: String| match body.contains('\n') {
            true => None,
            false => RawValue::from_string(body).ok(),
        };
        let private = match secret.filter(|_| sealed.is_none()) {
            Some(Secret { salt, body }) => Some(PrivateLine {
                salt,
                body: raw(body)?,
            }),
            None => None,
        };
        let body = match body {
            Some(body) => Some(raw(body)?),
            None => None,
        };
        Some(RevisionLine {
            delegation: number(link.part),
            seq: link.seq,
            kind: link.kind,
            id: link.id,
            version: link.version,
            previous: link.previous,
            author: link.author,
            joint: link.joint,
            time: link.time,
            content: link.content,
            prev_hash: link.prev_hash,
            hash,
            body,
            private,
            sealed: sealed.map(|sealed| sealed.text),
        })
    }

    /// The row of a line.
    pub(super) fn stored(self) -> Result<Stored, ImportFault> {
        let text = |raw: Box<RawValue>| String::from(Box::<str>::from(raw));
        Ok(Stored {
            link: Link {
                part: part(self.delegation)?,
                seq: self.seq,
                kind: self.kind,
                id: self.id,
                version: self.version,
                previous: self.previous,
                author: self.author,
                joint: self.joint,
                time: self.time,
                content: self.content,
                prev_hash: self.prev_hash,
            },
            hash: self.hash,
            body: self.body.map(text),
            secret: self.private.map(|private| Secret {
                salt: private.salt,
                body: text(private.body),
            }),
            sealed: self.sealed.map(|text| SealedBody { text, locked: true }),
        })
    }
}
