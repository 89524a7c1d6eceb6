//! What a row of the history says.

use entente_states::Ccode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chain::{GENESIS, Link, private_content, public_content};
use super::unstamped;
use crate::{Entity, Kind, LedgerError};

/// The last row of a history, everybody's or a delegation's own: who keeps it can tell later whether that
/// history is still the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its number; 0 if there is none.
    pub seq: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

impl Head {
    /// Before the first row.
    pub(crate) fn genesis() -> Head {
        Head {
            seq: 0,
            hash: GENESIS.to_owned(),
        }
    }
}

/// A row of the history, as a viewer sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Revision {
    /// Its number, from 1, counted within what is everybody's or within what is the delegation's own.
    pub seq: i64,
    /// The kind of the entry.
    pub kind: Kind,
    /// The id of the entry.
    pub id: String,
    /// The version of the entry that it makes, from 1.
    pub version: i64,
    /// Who made it.
    pub author: String,
    /// The delegation whose own it is; `None` if it is everybody's.
    pub delegation: Option<Ccode>,
    /// When.
    pub time: Timestamp,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The entry as of this revision.
    pub entity: Entity,
}

/// A revision as an error names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevisionRef {
    /// The version that it made.
    pub version: i64,
    /// Its number in the history.
    pub seq: i64,
    /// Who made it.
    pub author: String,
    /// When.
    pub time: Timestamp,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recorded {
    /// The kind of the entry.
    pub kind: Kind,
    /// Its id, also if it was assigned.
    pub id: String,
    /// The version that was made.
    pub version: i64,
    /// Its number in the history.
    pub seq: i64,
}

/// An entry, and the version that it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Versioned<T> {
    /// The version, from 1: a change names it.
    pub version: i64,
    /// Its number in the history.
    pub seq: i64,
    /// The entry.
    pub entry: T,
}

/// Which rows of the history; those that meet all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Of one kind.
    pub kind: Option<Kind>,
    /// Of the entries with this id.
    pub id: Option<String>,
    /// Not before this time.
    pub since: Option<Timestamp>,
    /// Not after this time.
    pub until: Option<Timestamp>,
    /// Written after everybody's row with this number.
    pub after: Option<i64>,
    /// So many at most, the last ones.
    pub last: Option<u32>,
}

/// A row as it is stored, with the private body if it may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) link: Link,
    pub(crate) hash: String,
    pub(crate) body: Option<String>,
    pub(crate) secret: Option<Secret>,
    /// How the private body is kept, where it is sealed.
    pub(crate) sealed: Option<SealedBody>,
}

/// A private body as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SealedBody {
    /// In base 64.
    pub(crate) text: String,
    /// Whether there was no key to open it.
    pub(crate) locked: bool,
}

/// A delegation's own body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Secret {
    pub(crate) salt: String,
    pub(crate) body: String,
}

/// The text of a delegation's own body.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Envelope<E> {
    pub(crate) author: String,
    pub(crate) entity: E,
}

/// What is in a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    pub(crate) author: String,
    pub(crate) entity: Entity,
}

impl Stored {
    /// What its part's head is while it is the last row.
    pub(crate) fn head(&self) -> Head {
        Head {
            seq: self.link.seq,
            hash: self.hash.clone(),
        }
    }

    /// The kind of the entry.
    pub(crate) fn kind(&self) -> Result<Kind, LedgerError> {
        self.link
            .kind
            .parse()
            .map_err(|_| self.unreadable("there is no such kind of entry"))
    }

    /// Whether its body cannot be read for want of a key.
    pub(crate) fn is_locked(&self) -> bool {
        self.sealed.as_ref().is_some_and(|sealed| sealed.locked)
    }

    /// What is in it; `None` if the private body is missing, or locked.
    pub(crate) fn open(&self) -> Result<Option<Opened>, LedgerError> {
        let kind = self.kind()?;
        // What does not parse is not shown: it may be a delegation's own.
        let unreadable = |_| self.unreadable("its body is not an entry of its kind");
        let opened = match (&self.body, &self.secret, &self.link.author) {
            (Some(body), None, Some(author)) => Opened {
                author: author.clone(),
                entity: Entity::read(kind, body).map_err(unreadable)?,
            },
            (None, Some(secret), None) => {
                let envelope: Envelope<Box<serde_json::value::RawValue>> =
                    serde_json::from_str(&secret.body).map_err(unreadable)?;
                Opened {
                    author: envelope.author,
                    entity: Entity::read(kind, envelope.entity.get()).map_err(unreadable)?,
                }
            }
            (None, None, None) if self.sealed.is_some() && !self.is_locked() => {
                return Err(self.unreadable("it was not sealed with this key, or was altered"));
            }
            (None, None, None) => return Ok(None),
            _ => return Err(self.unreadable("it is neither everybody's nor a delegation's own")),
        };
        if opened.entity.delegation() != self.link.part.delegation() {
            return Err(self.unreadable("row and body name different delegations"));
        }
        if opened.entity.id() != self.link.id {
            return Err(self.unreadable("row and body name different entries"));
        }
        Ok(Some(opened))
    }

    /// Whether the content hash is that of the body; `None` if the body is not at hand.
    pub(crate) fn content_holds(&self) -> Option<bool> {
        match (&self.body, &self.secret) {
            (Some(body), _) => Some(public_content(body) == self.link.content),
            (None, Some(secret)) => {
                let content = private_content(&secret.salt, &secret.body);
                Some(content.as_deref() == Some(&self.link.content))
            }
            (None, None) => None,
        }
    }

    /// The row as its viewer sees it.
    pub(crate) fn seen(&self) -> Result<Revision, LedgerError> {
        let Some(Opened { author, entity }) = self.open()? else {
            return Err(self.unreadable("its body is missing"));
        };
        Ok(Revision {
            seq: self.link.seq,
            kind: self.kind()?,
            id: self.link.id.clone(),
            version: self.link.version,
            author,
            delegation: self.link.part.delegation(),
            time: unstamped(&self.link.time)?,
            hash: self.hash.clone(),
            entity,
        })
    }

    pub(crate) fn unreadable(&self, why: &str) -> LedgerError {
        LedgerError::Unreadable {
            what: match self.link.part.is_joint() {
                true => format!("revision {}", self.link.seq),
                false => format!("revision {} of a delegation's own", self.link.seq),
            },
            why: why.to_owned(),
        }
    }
}
