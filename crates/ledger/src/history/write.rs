//! Adding to the history.

use std::collections::HashMap;

use jiff::Timestamp;

use super::chain::{Link, canonical, private_content, public_content};
use super::replay::second_step;
use super::revision::{Envelope, Secret};
use super::{Head, Recorded, RevisionRef, Stored, private, read, stamped, unstamped};
use crate::store::{Tx, Value};
use crate::validate::{Context, Fault, Invalid, check};
use crate::viewer::Sight;
use crate::{Change, Conflict, Entity, EntityRef, Kind, LedgerError, Stamp, Viewer, state};

const COLUMNS: [&str; 12] = [
    "seq",
    "kind",
    "id",
    "version",
    "previous",
    "author",
    "delegation",
    "time",
    "content",
    "body",
    "prev_hash",
    "hash",
];

/// Who writes, with the head of the history locked.
pub(crate) struct Writer<'w> {
    tx: &'w mut Tx,
    viewer: Viewer,
    author: String,
    time: Timestamp,
    head: Head,
}

impl<'w> Writer<'w> {
    /// Locks the head.
    pub(crate) async fn new(
        tx: &'w mut Tx,
        viewer: Viewer,
        stamp: &Stamp,
    ) -> Result<Self, LedgerError> {
        let author = stamp.author.trim().to_owned();
        if author.is_empty() || author.contains(char::is_control) {
            return Err(LedgerError::NoAuthor);
        }
        let (head, last) = read::head_to_write(tx).await?;
        let time = stamp.after(&last)?;
        Ok(Writer {
            tx,
            viewer,
            author,
            time,
            head,
        })
    }

    /// Writes one change.
    pub(crate) async fn change(&mut self, change: Change) -> Result<Recorded, LedgerError> {
        match change {
            Change::New(Entity::Document(document)) => Err(LedgerError::from(Invalid {
                kind: Kind::Document,
                id: document.id,
                field: "sha256".to_owned(),
                fault: Fault::Needed("with the content itself: attach it"),
            })),
            Change::New(entity) => self.new_entry(entity).await,
            Change::Revision { from, entity } => self.revision(from, entity).await,
        }
    }

    /// Writes a document of which the content is stored.
    pub(crate) async fn document(
        &mut self,
        document: crate::Document,
    ) -> Result<Recorded, LedgerError> {
        self.new_entry(document.into()).await
    }

    async fn new_entry(&mut self, mut entity: Entity) -> Result<Recorded, LedgerError> {
        self.owner(&entity)?;
        self.assign(&mut entity)?;
        let entry = entry_of(&entity);
        if let Some(stored) = read::latest(self.tx, self.sight(), &entry).await? {
            let version = stored.link.version;
            return Err(LedgerError::Exists { entry, version });
        }
        if let Entity::Position(position) = &entity {
            self.only_position(position).await?;
        }
        self.check(&entity, None).await?;
        self.append(entity, None).await
    }

    async fn revision(&mut self, from: i64, entity: Entity) -> Result<Recorded, LedgerError> {
        self.owner(&entity)?;
        let entry = entry_of(&entity);
        let Some(latest) = self.visible(&entry).await? else {
            return Err(LedgerError::Unknown(entry));
        };
        if latest.link.version != from {
            return Err(self.conflict(entry, from, &latest).await?);
        }
        let before = latest.open()?.map(|o| o.entity);
        self.check(&entity, before.as_ref()).await?;
        self.append(entity, Some(&latest)).await
    }

    fn sight(&self) -> Sight {
        Sight::from(self.viewer)
    }

    /// What is a delegation's own is written by itself.
    fn owner(&self, entity: &Entity) -> Result<(), LedgerError> {
        match entity.delegation() {
            Some(owner) if self.viewer != Viewer::Delegation(owner) => Err(LedgerError::NotYours {
                owner,
                viewer: self.viewer,
            }),
            _ => Ok(()),
        }
    }

    /// An id for what has none: its kind and the number of the revision, which say nothing.
    fn assign(&self, entity: &mut Entity) -> Result<(), Invalid> {
        let kind = entity.kind();
        let id = entity.id().to_owned();
        let invalid = |fault| Invalid {
            kind,
            id: id.clone(),
            field: "id".to_owned(),
            fault,
        };
        if id.is_empty() {
            entity.set_id(format!("{kind}-{}", self.head.seq + 1));
            return Ok(());
        }
        if entity.delegation().is_some() {
            return Err(invalid(Fault::AssignedId));
        }
        let number = id
            .strip_prefix(kind.as_str())
            .and_then(|rest| rest.strip_prefix('-'));
        if number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) {
            return Err(invalid(Fault::ReservedId(id.clone())));
        }
        Ok(())
    }

    /// The latest revision of an entry, if there is one that the viewer may see.
    async fn visible(&mut self, entry: &EntityRef) -> Result<Option<Stored>, LedgerError> {
        let sight = self.sight();
        let Some(stored) = read::latest(self.tx, sight, entry).await? else {
            return Ok(None);
        };
        Ok(sight.opens(stored.delegation()?).then_some(stored))
    }

    /// A party has one position on an agenda entry.
    async fn only_position(&mut self, new: &crate::Position) -> Result<(), LedgerError> {
        let sight = self.sight();
        for stored in read::all_latest(self.tx, sight, Kind::Position, None).await? {
            if !sight.opens(stored.delegation()?) {
                continue;
            }
            if let Some(Entity::Position(old)) = stored.open()?.map(|o| o.entity)
                && old.entry == new.entry
                && old.withdrawn.is_none()
            {
                let (kind, id) = (Kind::Position, old.id);
                return Err(LedgerError::Exists {
                    entry: EntityRef { kind, id },
                    version: stored.link.version,
                });
            }
        }
        Ok(())
    }

    async fn check(&mut self, entity: &Entity, before: Option<&Entity>) -> Result<(), LedgerError> {
        let mut known = HashMap::new();
        let mut wanted = entity.references();
        while let Some(reference) = wanted.pop() {
            if known.contains_key(&reference) {
                continue;
            }
            let stored = self.visible(&reference).await?;
            if let Some(found) = stored.map(|s| s.open()).transpose()?.flatten() {
                wanted.extend(second_step(&found.entity));
                known.insert(reference, found.entity);
            }
        }
        let context = Context {
            before,
            known: &known,
            time: self.time,
        };
        Ok(check(entity, &context)?)
    }

    async fn conflict(
        &mut self,
        entry: EntityRef,
        from: i64,
        latest: &Stored,
    ) -> Result<LedgerError, LedgerError> {
        let sight = self.sight();
        let Some(made_from) = read::version(self.tx, sight, &entry, from).await? else {
            return Ok(LedgerError::NoSuchVersion {
                entry,
                version: from,
                latest: latest.link.version,
            });
        };
        Ok(LedgerError::Conflict(Box::new(Conflict {
            entry,
            from: named(&made_from)?,
            latest: named(latest)?,
        })))
    }

    async fn append(
        &mut self,
        entity: Entity,
        before: Option<&Stored>,
    ) -> Result<Recorded, LedgerError> {
        let stored = self.seal(&entity, before)?;
        insert(self.tx, std::slice::from_ref(&stored)).await?;
        state::update(self.tx, &stored, &entity).await?;
        self.head = Head {
            seq: stored.link.seq,
            hash: stored.hash.clone(),
        };
        set_head(self.tx, &self.head, &stored.link.time).await?;
        Ok(Recorded {
            kind: entity.kind(),
            id: stored.link.id,
            version: stored.link.version,
            seq: stored.link.seq,
        })
    }

    /// The row for an entry.
    fn seal(&self, entity: &Entity, before: Option<&Stored>) -> Result<Stored, LedgerError> {
        let unwritable = |error: serde_json::Error| LedgerError::Unreadable {
            what: entry_of(entity).to_string(),
            why: error.to_string(),
        };
        let entry = entity.to_value().map_err(unwritable)?;
        let delegation = entity.delegation().map(|d| i64::from(d.0));
        let (author, content, body, secret) = if delegation.is_some() {
            let author = self.author.clone();
            let envelope = Envelope {
                author,
                entity: entry,
            };
            let body = canonical(&serde_json::to_value(envelope).map_err(unwritable)?);
            let salt = private::salt()?;
            let content = private_content(&salt, &body).unwrap_or_default();
            (None, content, None, Some(Secret { salt, body }))
        } else {
            let body = canonical(&entry);
            (
                Some(self.author.clone()),
                public_content(&body),
                Some(body),
                None,
            )
        };
        let link = Link {
            seq: self.head.seq + 1,
            kind: entity.kind().to_string(),
            id: entity.id().to_owned(),
            version: before.map_or(1, |b| b.link.version + 1),
            previous: before.map(|b| b.link.seq),
            author,
            delegation,
            time: stamped(self.time),
            content,
            prev_hash: self.head.hash.clone(),
        };
        let hash = link.hash();
        Ok(Stored {
            link,
            hash,
            body,
            secret,
        })
    }
}

pub(crate) fn entry_of(entity: &Entity) -> EntityRef {
    EntityRef {
        kind: entity.kind(),
        id: entity.id().to_owned(),
    }
}

fn named(stored: &Stored) -> Result<RevisionRef, LedgerError> {
    Ok(RevisionRef {
        version: stored.link.version,
        seq: stored.link.seq,
        author: stored.open()?.map(|o| o.author).unwrap_or_default(),
        time: unstamped(&stored.link.time)?,
    })
}

/// Writes rows at the end of the history; the head is not moved.
pub(crate) async fn insert(tx: &mut Tx, rows: &[Stored]) -> Result<(), LedgerError> {
    let values: Vec<Vec<Value>> = rows
        .iter()
        .map(
            |Stored {
                 link, hash, body, ..
             }| {
                vec![
                    link.seq.into(),
                    link.kind.as_str().into(),
                    link.id.as_str().into(),
                    link.version.into(),
                    link.previous.into(),
                    link.author.clone().into(),
                    link.delegation.into(),
                    link.time.as_str().into(),
                    link.content.as_str().into(),
                    body.clone().into(),
                    link.prev_hash.as_str().into(),
                    hash.as_str().into(),
                ]
            },
        )
        .collect();
    tx.insert("revision", &COLUMNS, &values).await?;
    private::keep(tx, rows).await
}

/// Moves the head to the last row.
pub(crate) async fn set_head(tx: &mut Tx, head: &Head, time: &str) -> Result<(), LedgerError> {
    let sql = "UPDATE head SET seq = $1, hash = $2, time = $3 WHERE one = 1";
    let values = [head.seq.into(), head.hash.as_str().into(), time.into()];
    tx.run(sql, &values).await
}
