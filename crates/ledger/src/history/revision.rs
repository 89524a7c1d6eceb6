//! What a row of the history says.

use entente_states::Ccode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chain::{Link, private_content, public_content};
use super::unstamped;
use crate::viewer::Sight;
use crate::{Entity, Kind, LedgerError};

/// The last row of the history: who keeps it can tell later whether the history is still the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its number; 0 if there is none.
    pub seq: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// A row of the history, as a viewer sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Revision {
    /// Its number, from 1.
    pub seq: i64,
    /// The kind of the entry.
    pub kind: Kind,
    /// The id of the entry.
    pub id: String,
    /// The version of the entry that it makes, from 1.
    pub version: i64,
    /// Who made it; `None` if it is another delegation's own.
    pub author: Option<String>,
    /// The delegation whose own it is.
    pub delegation: Option<Ccode>,
    /// When.
    pub time: Timestamp,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The entry as of this revision; `None` if it is another delegation's own.
    pub entity: Option<Entity>,
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
    /// After the row with this number.
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
    /// The delegation whose own it is.
    pub(crate) fn delegation(&self) -> Result<Option<Ccode>, LedgerError> {
        let Some(number) = self.link.delegation else {
            return Ok(None);
        };
        let number =
            u16::try_from(number).map_err(|_| self.unreadable("no delegation has that number"))?;
        Ok(Some(Ccode(number)))
    }

    /// The kind of the entry.
    pub(crate) fn kind(&self) -> Result<Kind, LedgerError> {
        self.link
            .kind
            .parse()
            .map_err(|_| self.unreadable("there is no such kind of entry"))
    }

    /// What is in it; `None` if the private body is not at hand.
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
            (None, None, None) => return Ok(None),
            _ => return Err(self.unreadable("it is neither everybody's nor a delegation's own")),
        };
        if opened.entity.delegation() != self.delegation()? {
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

    /// The row as a viewer sees it.
    pub(crate) fn seen(&self, sight: Sight) -> Result<Revision, LedgerError> {
        let delegation = self.delegation()?;
        let opened = if sight.opens(delegation) {
            self.open()?
        } else {
            None
        };
        let (author, entity) = opened.map(|o| (o.author, o.entity)).unzip();
        Ok(Revision {
            seq: self.link.seq,
            kind: self.kind()?,
            id: self.link.id.clone(),
            version: self.link.version,
            author,
            delegation,
            time: unstamped(&self.link.time)?,
            hash: self.hash.clone(),
            entity,
        })
    }

    pub(crate) fn unreadable(&self, why: &str) -> LedgerError {
        LedgerError::Unreadable {
            what: format!("revision {}", self.link.seq),
            why: why.to_owned(),
        }
    }
}
