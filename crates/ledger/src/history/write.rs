//! Adding to the history.

use std::collections::HashMap;

use jiff::Timestamp;

use super::chain::{Link, canonical, private_content, public_content};
use super::replay::second_step;
use super::{
    Envelope, Recorded, RevisionRef, Secret, Stored, Tip, admit, private, read, stamped, unstamped,
};
use crate::part::Part;
use crate::store::{Tx, Value};
use crate::validate::{Context, Fault, Invalid, check};
use crate::viewer::Sight;
use crate::{Change, Conflict, Entity, EntityRef, Kind, LedgerError, Stamp, Viewer, state};

const COLUMNS: [&str; 13] = [
    "part",
    "seq",
    "kind",
    "id",
    "version",
    "previous",
    "author",
    "joint",
    "time",
    "content",
    "body",
    "prev_hash",
    "hash",
];

/// Who writes, with the heads of the parts locked that may be written.
pub(crate) struct Writer<'w> {
    tx: &'w mut Tx,
    viewer: Viewer,
    author: String,
    now: Timestamp,
    joint: Tip,
    /// Of what is the delegation's own.
    own: Tip,
}

impl<'w> Writer<'w> {
    /// Locks the heads.
    pub(crate) async fn new(
        tx: &'w mut Tx,
        viewer: Viewer,
        stamp: &Stamp,
    ) -> Result<Self, LedgerError> {
        let author = admit::author(&stamp.author)?;
        let joint = read::tip_to_write(tx, Part::JOINT).await?;
        let own = match viewer {
            Viewer::Joint => Tip::none(),
            Viewer::Delegation(_) => read::tip_to_write(tx, Part::of(viewer.delegation())).await?,
        };
        admit::clock(&joint.time, stamp.time)?;
        admit::clock(&own.time, stamp.time)?;
        Ok(Writer {
            tx,
            viewer,
            author,
            now: stamp.time,
            joint,
            own,
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
        admit::owner(self.viewer, &entity)?;
        self.assign(&mut entity).await?;
        let entry = entry_of(&entity);
        let part = Part::of(entity.delegation());
        if let Some(stored) = read::latest_in(self.tx, part, &entry).await? {
            let version = stored.link.version;
            return Err(LedgerError::Exists { entry, version });
        }
        self.only_position(&entity, None).await?;
        self.check(&entity, None).await?;
        self.append(entity, None).await
    }

    async fn revision(&mut self, from: i64, entity: Entity) -> Result<Recorded, LedgerError> {
        admit::owner(self.viewer, &entity)?;
        let entry = entry_of(&entity);
        let part = Part::of(entity.delegation());
        let Some(latest) = read::latest_in(self.tx, part, &entry).await? else {
            return Err(LedgerError::Unknown(entry));
        };
        if latest.link.version != from {
            return Err(self.conflict(entry, from, &latest).await?);
        }
        let before = latest.open()?.map(|o| o.entity);
        self.only_position(&entity, before.as_ref()).await?;
        self.check(&entity, before.as_ref()).await?;
        self.append(entity, Some(&latest)).await
    }

    fn sight(&self) -> Sight {
        Sight::from(self.viewer)
    }

    /// An id for what has none: its kind and the number of the revision in its part, or the next one that
    /// is free, which says nothing to who does not see the part.
    async fn assign(&mut self, entity: &mut Entity) -> Result<(), LedgerError> {
        if !entity.id().is_empty() {
            return Ok(admit::chosen_id(entity)?);
        }
        let part = Part::of(entity.delegation());
        let mut number = self.tip(part).head.seq + 1;
        loop {
            entity.set_id(admit::assigned_id(entity.kind(), part, number));
            // Only the part itself is asked: a number left out because of another's would say so.
            let taken = read::latest_in(self.tx, part, &entry_of(entity)).await?;
            if taken.is_none() {
                return Ok(());
            }
            number += 1;
        }
    }

    fn tip(&self, part: Part) -> &Tip {
        match part.is_joint() {
            true => &self.joint,
            false => &self.own,
        }
    }

    /// The time of the next row of a part: the histories never go back in time.
    fn time(&self, part: Part) -> Result<Timestamp, LedgerError> {
        let mut time = self.now;
        for tip in [&self.joint, self.tip(part)] {
            if !tip.time.is_empty() {
                time = time.max(unstamped(&tip.time)?);
            }
        }
        Ok(time)
    }

    /// A party has one position on an agenda entry, also where it takes up again one that it had given up.
    async fn only_position(
        &mut self,
        entity: &Entity,
        before: Option<&Entity>,
    ) -> Result<(), LedgerError> {
        let Some(new) = admit::taken_up(entity, before) else {
            return Ok(());
        };
        let sight = self.sight();
        for stored in read::all_latest(self.tx, sight, Kind::Position, None).await? {
            if let Some(Entity::Position(old)) = stored.open()?.map(|o| o.entity)
                && old.entry == new.entry
                && old.id != new.id
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
            let sight = self.sight();
            let stored = read::latest(self.tx, sight, &reference).await?;
            if let Some(found) = stored.map(|s| s.open()).transpose()?.flatten() {
                wanted.extend(second_step(&found.entity));
                known.insert(reference, found.entity);
            }
        }
        let context = Context {
            before,
            known: &known,
            time: self.time(Part::of(entity.delegation()))?,
        };
        Ok(check(entity, &context)?)
    }

    async fn conflict(
        &mut self,
        entry: EntityRef,
        from: i64,
        latest: &Stored,
    ) -> Result<LedgerError, LedgerError> {
        let part = latest.link.part;
        let Some(made_from) = read::version(self.tx, part, &entry, from).await? else {
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
        let tip = Tip {
            head: stored.head(),
            time: stored.link.time.clone(),
        };
        let part = stored.link.part;
        read::set_tip(self.tx, part, &tip).await?;
        match part.is_joint() {
            true => self.joint = tip,
            false => self.own = tip,
        }
        Ok(Recorded {
            kind: entity.kind(),
            id: stored.link.id,
            version: stored.link.version,
            seq: stored.link.seq,
        })
    }

    /// The row for an entry.
    fn seal(&self, entity: &Entity, before: Option<&Stored>) -> Result<Stored, LedgerError> {
        let part = Part::of(entity.delegation());
        let written = Written::of(entity, &self.author, None)?;
        admit::length(entity, written.body())?;
        let tip = self.tip(part);
        let link = Link {
            part,
            seq: tip.head.seq + 1,
            kind: entity.kind().to_string(),
            id: entity.id().to_owned(),
            version: before.map_or(1, |b| b.link.version + 1),
            previous: before.map(|b| b.link.seq),
            author: written.author.clone(),
            joint: (!part.is_joint()).then_some(self.joint.head.seq),
            time: stamped(self.time(part)?),
            content: written.content.clone(),
            prev_hash: tip.head.hash.clone(),
        };
        Ok(written.row(link))
    }
}

/// What an entry is in the history: its body, and where it is everybody's its author.
pub(crate) struct Written {
    pub(crate) author: Option<String>,
    pub(crate) content: String,
    body: Option<String>,
    secret: Option<Secret>,
}

impl Written {
    /// Writes an entry; a delegation's own with a salt, a fresh one if none is given.
    pub(crate) fn of(
        entity: &Entity,
        author: &str,
        salt: Option<String>,
    ) -> Result<Written, LedgerError> {
        let unwritable = |error: serde_json::Error| LedgerError::Unreadable {
            what: entry_of(entity).to_string(),
            why: error.to_string(),
        };
        let entry = entity.to_value().map_err(unwritable)?;
        let author = author.to_owned();
        if entity.delegation().is_none() {
            let body = canonical(&entry);
            return Ok(Written {
                author: Some(author),
                content: public_content(&body),
                body: Some(body),
                secret: None,
            });
        }
        let envelope = Envelope {
            author,
            entity: entry,
        };
        let body = canonical(&serde_json::to_value(envelope).map_err(unwritable)?);
        let salt = match salt {
            Some(salt) => salt,
            None => private::salt()?,
        };
        let content = private_content(&salt, &body).ok_or_else(|| LedgerError::Unreadable {
            what: entry_of(entity).to_string(),
            why: "its salt is not 32 bytes in hexadecimal".to_owned(),
        })?;
        Ok(Written {
            author: None,
            content,
            body: None,
            secret: Some(Secret { salt, body }),
        })
    }

    /// The text of the body.
    pub(crate) fn body(&self) -> &str {
        let secret = self.secret.as_ref().map(|secret| &secret.body);
        self.body.as_ref().or(secret).map_or("", String::as_str)
    }

    /// The row with its place in the history.
    pub(crate) fn row(self, link: Link) -> Stored {
        let hash = link.hash();
        Stored {
            link,
            hash,
            body: self.body,
            secret: self.secret,
            sealed: None,
        }
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

/// Writes rows at the end of the history; the heads are not moved.
pub(crate) async fn insert(tx: &mut Tx, rows: &[Stored]) -> Result<(), LedgerError> {
    let values: Vec<Vec<Value>> = rows
        .iter()
        .map(
            |Stored {
                 link, hash, body, ..
             }| {
                vec![
                    link.part.number().into(),
                    link.seq.into(),
                    link.kind.as_str().into(),
                    link.id.as_str().into(),
                    link.version.into(),
                    link.previous.into(),
                    link.author.clone().into(),
                    link.joint.into(),
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
