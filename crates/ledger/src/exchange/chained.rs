//! Taking over a history, row by row.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;

use super::fault::{ImportError, ImportFault};
use super::import::Imported;
use crate::history::chain::{GENESIS, sha256};
use crate::history::replay::Replay;
use crate::history::write::{insert, set_head};
use crate::history::{Head, Stored, private, read, stamped, unstamped};
use crate::store::Tx;
use crate::validate::{Context, check};
use crate::view::View;
use crate::viewer::Sight;
use crate::{Entity, EntityRef, Kind, Ledger, LedgerError, documents, state};

/// Rows written at once.
const BATCH: usize = 500;

/// A history on its way into a database.
pub(super) struct Chained<'c> {
    tx: &'c mut Tx,
    sight: Sight,
    /// The database's own rows, of which the history must be a continuation, or the beginning.
    own: Vec<Stored>,
    replay: Replay,
    last: Head,
    last_time: String,
    new: Vec<Stored>,
    unsealed: Vec<Stored>,
    documents: BTreeMap<String, String>,
    stored: HashSet<String>,
    counted: Imported,
}

impl<'c> Chained<'c> {
    pub(super) async fn into(tx: &'c mut Tx, sight: Sight) -> Result<Self, LedgerError> {
        let (head, _) = read::head_to_write(tx).await?;
        let mut own: Vec<Stored> = Vec::new();
        loop {
            let page = read::page(tx, Sight::CUSTODIAN, own.len() as i64).await?;
            if page.is_empty() {
                break;
            }
            own.extend(page);
        }
        if own.last().map_or(0, |last| last.link.seq) != head.seq || own.len() as i64 != head.seq {
            return Err(LedgerError::Unreadable {
                what: "the history".to_owned(),
                why: "rows are missing".to_owned(),
            });
        }
        let stored = documents::digests(tx).await?.into_iter().collect();
        Ok(Chained {
            tx,
            sight,
            own,
            replay: Replay::default(),
            last: Head {
                seq: 0,
                hash: GENESIS.to_owned(),
            },
            last_time: String::new(),
            new: Vec::new(),
            unsealed: Vec::new(),
            documents: BTreeMap::new(),
            stored,
            counted: Imported::default(),
        })
    }

    /// The last row taken.
    pub(super) fn last(&self) -> &Head {
        &self.last
    }

    /// Takes the next row.
    pub(super) fn row(&mut self, mut stored: Stored) -> Result<(), ImportFault> {
        self.chained(&stored)?;
        let seq = stored.link.seq;
        let own = usize::try_from(seq - 1)
            .ok()
            .and_then(|place| self.own.get(place));
        if let Some(own) = own {
            if own.hash != stored.hash {
                return Err(ImportFault::Diverged(seq));
            }
            match (&own.secret, &stored.secret) {
                (Some(known), None) => stored.secret = Some(known.clone()),
                (None, Some(_)) => self.unsealed.push(stored.clone()),
                _ => {}
            }
        } else {
            self.new.push(stored.clone());
        }
        let entity = self.entity(&stored)?;
        if let Some(Entity::Document(document)) = &entity {
            self.documents
                .insert(document.sha256.clone(), document.id.clone());
        }
        self.last = Head {
            seq,
            hash: stored.hash.clone(),
        };
        self.last_time.clone_from(&stored.link.time);
        let unreadable =
            |_| ImportFault::Line(format!("revision {seq} is not as the ledger writes it"));
        self.replay.add(&stored, entity).map_err(unreadable)
    }

    /// Whether a row follows the one before it.
    fn chained(&self, stored: &Stored) -> Result<(), ImportFault> {
        let link = &stored.link;
        let (found, expected) = (link.seq, self.last.seq + 1);
        if found != expected {
            return Err(ImportFault::Gap { found, expected });
        }
        if link.prev_hash != self.last.hash {
            return Err(ImportFault::Unlinked(found));
        }
        if link.hash() != stored.hash {
            return Err(ImportFault::Altered(found));
        }
        if stored.content_holds() == Some(false) {
            return Err(ImportFault::Content(found));
        }
        let out_of_order = |field, why| ImportFault::OutOfOrder {
            seq: found,
            field,
            why,
        };
        let time = unstamped(&link.time)
            .ok()
            .filter(|time| stamped(*time) == link.time);
        if time.is_none() || link.time < self.last_time {
            return Err(out_of_order("time", "goes back in time, or has none"));
        }
        let Ok(kind) = stored.kind() else {
            return Err(out_of_order("kind", "is of no kind that there is"));
        };
        let id = link.id.clone();
        let held = self.replay.get(&EntityRef { kind, id });
        if link.version != held.map_or(1, |h| h.version + 1) || link.previous != held.map(|h| h.seq)
        {
            return Err(out_of_order(
                "version",
                "is not the next version of its entry",
            ));
        }
        if held.is_some_and(|h| h.delegation != link.delegation) {
            return Err(out_of_order(
                "delegation",
                "is not of the delegation whose own the entry is",
            ));
        }
        Ok(())
    }

    /// What is in a row, checked; `None` if it is sealed.
    fn entity(&self, stored: &Stored) -> Result<Option<Entity>, ImportFault> {
        let seq = stored.link.seq;
        let (kind, delegation) = match (stored.kind(), stored.delegation()) {
            (Ok(kind), Ok(delegation)) => (kind, delegation),
            _ => {
                return Err(ImportFault::Line(format!(
                    "revision {seq} is of no kind or delegation that there is"
                )));
            }
        };
        if let Some(body) = &stored.body {
            Entity::read(kind, body)
                .map_err(|error| ImportFault::Line(format!("body: {error}")))?;
        }
        let sealed = || match delegation {
            Some(_) => ImportFault::PrivateInvalid(seq),
            None => ImportFault::Line(format!("revision {seq} is not as the ledger writes it")),
        };
        let Some(opened) = stored.open().map_err(|_| sealed())? else {
            return match kind {
                Kind::Position | Kind::Document => Ok(None),
                _ => Err(sealed()),
            };
        };
        let entity = opened.entity;
        let id = entity.id().to_owned();
        let held = self.replay.get(&EntityRef { kind, id });
        let known = self.replay.known(&entity, Sight::CUSTODIAN);
        let context = Context {
            before: held.and_then(|h| h.entity.as_ref()),
            known: &known,
            time: unstamped(&stored.link.time).map_err(|_| sealed())?,
        };
        match check(&entity, &context) {
            Ok(()) => Ok(Some(entity)),
            Err(_) if !self.sight.opens(delegation) => Err(sealed()),
            Err(invalid) => Err(ImportFault::Invalid(invalid)),
        }
    }

    /// Takes the content of a document; the rows come first.
    pub(super) async fn content(
        &mut self,
        digest: String,
        content: Vec<u8>,
    ) -> Result<Result<(), ImportFault>, LedgerError> {
        if sha256(&content) != digest {
            return Ok(Err(ImportFault::DocumentAltered(digest)));
        }
        if !self.documents.contains_key(&digest) {
            return Ok(Err(ImportFault::DocumentStray(digest)));
        }
        if self.stored.insert(digest.clone()) {
            documents::store(self.tx, &digest, content).await?;
            self.counted.documents += 1;
        }
        Ok(Ok(()))
    }

    /// Writes rows that are waiting, if there are many.
    pub(super) async fn flush(&mut self, all: bool) -> Result<(), LedgerError> {
        if all || self.new.len() >= BATCH {
            insert(self.tx, &self.new).await?;
            self.counted.revisions += self.new.len() as i64;
            self.new.clear();
        }
        Ok(())
    }

    /// Writes the rest, and makes the state anew.
    pub(super) async fn finish(mut self) -> Result<Result<Imported, ImportFault>, LedgerError> {
        // What the database has beyond the history that was taken.
        let taken = self.last.seq as usize;
        let rest = self.own.get(taken..).unwrap_or_default().to_vec();
        for stored in rest {
            if let Err(fault) = self.row(stored) {
                return Ok(Err(fault));
            }
        }
        if let Some((_, id)) = self
            .documents
            .iter()
            .find(|(digest, _)| !self.stored.contains(*digest))
        {
            return Ok(Err(ImportFault::DocumentMissing(id.clone())));
        }
        self.flush(true).await?;
        private::keep(self.tx, &self.unsealed).await?;
        set_head(self.tx, &self.last, &self.last_time).await?;
        state::rebuild(self.tx, &self.replay).await?;
        self.counted.unsealed = self.unsealed.len() as i64;
        self.counted.head = Some(self.last);
        Ok(Ok(self.counted))
    }
}

/// Writes a history, as a viewer sees it and up to a time, into an empty ledger.
pub(crate) async fn restore(
    from: &View<'_>,
    until: Option<Timestamp>,
    into: &Ledger,
) -> Result<(), LedgerError> {
    let mut source = from.read().await?;
    let mut target = into.pool.write().await?;
    let (head, _) = read::head(&mut target).await?;
    if head.seq > 0 {
        return Err(LedgerError::NotEmpty(head.seq));
    }
    let sight = from.sight();
    let mut chained = Chained::into(&mut target, sight).await?;
    let until = until.map(stamped);
    'pages: loop {
        let page = read::page(&mut source, sight, chained.last().seq).await?;
        if page.is_empty() {
            break;
        }
        for stored in page {
            if until
                .as_ref()
                .is_some_and(|until| stored.link.time > *until)
            {
                break 'pages;
            }
            chained.row(stored).map_err(elsewhere)?;
        }
        chained.flush(false).await?;
    }
    let digests: Vec<String> = chained.documents.keys().cloned().collect();
    for digest in digests {
        if let Some(content) = documents::load(&mut source, &digest).await? {
            chained.content(digest, content).await?.map_err(elsewhere)?;
        }
    }
    chained.finish().await?.map_err(elsewhere)?;
    target.commit().await
}

/// A fault in a history that came from another ledger.
fn elsewhere(fault: ImportFault) -> LedgerError {
    LedgerError::from(ImportError {
        file: String::new(),
        line: 0,
        column: None,
        fault,
    })
}
