//! Taking rows over from elsewhere. What enters here passes the rules by which it would be recorded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;

use super::fault::{ImportError, ImportFault};
use super::import::Imported;
use crate::history::chain::{canonical, sha256};
use crate::history::replay::Replay;
use crate::history::walk::Walk;
use crate::history::write::{Written, insert};
use crate::history::{Head, Opened, Stored, Tip, admit, read, stamped, unstamped};
use crate::part::Part;
use crate::seal::{Envelope, Key};
use crate::store::Tx;
use crate::validate::{Context, check};
use crate::viewer::Sight;
use crate::{Entity, EntityRef, Ledger, LedgerError, Passphrase, Viewer, documents, seal, state};

/// Rows written at once.
const BATCH: usize = 500;

/// By whose hand rows come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// A viewer brings what is everybody's, and what is its own.
    Viewer(Viewer),
    /// Who keeps the ledger brings all of it, into an empty one.
    Custodian,
}

impl Hand {
    fn sight(self) -> Sight {
        match self {
            Hand::Viewer(viewer) => Sight::from(viewer),
            Hand::Custodian => Sight::CUSTODIAN,
        }
    }

    /// Whether it may bring a part.
    ///
    /// # Errors
    /// The fault, which names the delegation whose own it is.
    pub(super) fn brings(self, part: Part) -> Result<(), ImportFault> {
        match part.delegation() {
            Some(owner) if !self.sight().reaches(part) => Err(ImportFault::NotYours(owner)),
            _ => Ok(()),
        }
    }
}

/// Why nothing was taken: something in what is taken, or in the ledger.
pub(super) enum Stop {
    Fault(ImportFault),
    Ledger(LedgerError),
}

impl From<ImportFault> for Stop {
    fn from(fault: ImportFault) -> Self {
        Stop::Fault(fault)
    }
}

impl From<LedgerError> for Stop {
    fn from(error: LedgerError) -> Self {
        Stop::Ledger(error)
    }
}

/// Rows on their way into a ledger.
pub(super) struct Intake<'c> {
    tx: &'c mut Tx,
    hand: Hand,
    /// Rows from well after this time are not taken.
    now: Option<Timestamp>,
    /// The rows that the ledger has, of which those of each part must be a continuation, or the beginning.
    own: BTreeMap<Part, Own>,
    replay: Replay,
    tips: BTreeMap<Part, Tip>,
    new: Vec<Stored>,
    fresh: BTreeSet<Part>,
    documents: BTreeMap<(Part, String), (String, u64)>,
    counted: Imported,
}

/// What the ledger has of a part: how much, and the next hashes.
struct Own {
    rows: i64,
    next: VecDeque<(i64, String)>,
}

impl<'c> Intake<'c> {
    pub(super) async fn new(
        tx: &'c mut Tx,
        hand: Hand,
        now: Option<Timestamp>,
    ) -> Result<Self, LedgerError> {
        let mut own = BTreeMap::new();
        let sight = hand.sight();
        // Everybody's head is locked first.
        let mut parts: BTreeSet<Part> = BTreeSet::from([Part::JOINT]);
        parts.extend(read::parts(tx, sight).await?);
        for part in parts {
            let head = read::tip_to_write(tx, part).await?.head;
            if hand == Hand::Custodian && head.seq > 0 {
                return Err(LedgerError::NotEmpty);
            }
            if read::count(tx, part).await? != head.seq {
                return Err(LedgerError::Unreadable {
                    what: "the history".to_owned(),
                    why: "rows are missing".to_owned(),
                });
            }
            let rows = head.seq;
            let next = VecDeque::new();
            own.insert(part, Own { rows, next });
        }
        Ok(Intake {
            tx,
            hand,
            now,
            own,
            replay: Replay::default(),
            tips: BTreeMap::new(),
            new: Vec::new(),
            fresh: BTreeSet::new(),
            documents: BTreeMap::new(),
            counted: Imported::default(),
        })
    }

    /// The last row taken of a part.
    pub(super) fn last(&self, part: Part) -> Head {
        let tip = self.tips.get(&part);
        tip.map_or_else(Head::genesis, |tip| tip.head.clone())
    }

    /// So many entries had texts that were cleaned on the way.
    pub(super) fn cleaned(&mut self, number: i64) {
        self.counted.cleaned = number;
    }

    /// Takes a part's seal over: into a ledger that has nothing of the part, as it is; otherwise what comes is
    /// kept as the ledger keeps the part. The key that opens what comes, or none for who keeps the ledger.
    pub(super) async fn sealed(
        &mut self,
        part: Part,
        envelope: &Envelope,
    ) -> Result<Option<Key>, Stop> {
        let known = seal::envelope(self.tx, part).await?;
        if let (Some(known), Some(key)) = (&known, self.tx.keys().get(part))
            && known == envelope
        {
            return Ok(Some(key.as_ref().clone()));
        }
        let passphrases = self.tx.keys().passphrases();
        let opens = |passphrase: &Arc<Passphrase>| envelope.open(part, passphrase);
        let key = match self.hand {
            Hand::Custodian => None,
            Hand::Viewer(_) => match passphrases.iter().find_map(opens) {
                Some(key) => Some(key),
                None => return Err(ImportFault::Locked.into()),
            },
        };
        let empty = self.own.get(&part).is_none_or(|own| own.rows == 0);
        if empty && known.is_none() {
            seal::adopt(self.tx, part, envelope, key.as_ref()).await?;
        }
        Ok(key)
    }

    /// Takes the next row.
    pub(super) async fn row(&mut self, stored: Stored) -> Result<(), Stop> {
        let part = stored.link.part;
        self.hand.brings(part)?;
        self.chained(&stored)?;
        if stored.is_locked() {
            return self.locked_row(stored).await;
        }
        let entity = match self.known_hash(part, stored.link.seq).await? {
            Some(hash) if hash != stored.hash => {
                return Err(ImportFault::Diverged(stored.link.seq).into());
            }
            // It is in the ledger already, where it was checked when it came.
            Some(_) => opened(&stored)?.entity,
            None => {
                let entity = self.admitted(&stored)?;
                self.new.push(stored.clone());
                self.fresh.insert(part);
                entity
            }
        };
        if let Entity::Document(document) = &entity {
            let key = (part, document.sha256.clone());
            self.documents
                .insert(key, (document.id.clone(), document.size));
        }
        let tip = Tip {
            head: stored.head(),
            time: stored.link.time.clone(),
        };
        self.tips.insert(part, tip);
        self.replay.add(&stored, &entity)?;
        self.flush(false).await?;
        Ok(())
    }

    /// Takes a row that only its delegation could read, for who keeps the ledger.
    async fn locked_row(&mut self, stored: Stored) -> Result<(), Stop> {
        let part = stored.link.part;
        let tip = Tip {
            head: stored.head(),
            time: stored.link.time.clone(),
        };
        self.tips.insert(part, tip);
        self.replay.add_locked(&stored)?;
        self.fresh.insert(part);
        self.new.push(stored);
        self.flush(false).await?;
        Ok(())
    }

    /// The hash that the ledger has for a row.
    async fn known_hash(&mut self, part: Part, seq: i64) -> Result<Option<String>, LedgerError> {
        let Some(own) = self.own.get_mut(&part).filter(|own| seq <= own.rows) else {
            return Ok(None);
        };
        if own.next.is_empty() {
            own.next = read::hashes(self.tx, part, seq - 1).await?.into();
        }
        match own.next.pop_front() {
            Some((found, hash)) if found == seq => Ok(Some(hash)),
            _ => Err(LedgerError::Unreadable {
                what: format!("revision {seq}"),
                why: "it is missing".to_owned(),
            }),
        }
    }

    /// Whether a row follows the ones before it.
    fn chained(&self, stored: &Stored) -> Result<(), ImportFault> {
        let link = &stored.link;
        let last = self.last(link.part);
        let (found, expected) = (link.seq, last.seq + 1);
        if found != expected {
            return Err(ImportFault::Gap { found, expected });
        }
        if link.prev_hash != last.hash {
            return Err(ImportFault::Unlinked(found));
        }
        if link.hash() != stored.hash {
            return Err(ImportFault::Altered(found));
        }
        match stored.content_holds() {
            Some(true) => {}
            Some(false) => return Err(ImportFault::Content(found)),
            None if stored.is_locked() && self.hand == Hand::Custodian => {}
            None => return Err(ImportFault::Line("body: it is missing".to_owned())),
        }
        let out_of_order = |field, why| ImportFault::OutOfOrder {
            seq: found,
            field,
            why,
        };
        let Ok(kind) = stored.kind() else {
            return Err(out_of_order("kind", "is of no kind that there is"));
        };
        let id = link.id.clone();
        let held = self.replay.get(link.part, &EntityRef { kind, id });
        if link.version != held.map_or(1, |h| h.version + 1) || link.previous != held.map(|h| h.seq)
        {
            return Err(out_of_order(
                "version",
                "is not the next version of its entry",
            ));
        }
        // A delegation's own comes right after the last of everybody's that it knows of.
        let joint = self.last(Part::JOINT).seq;
        let anchor = (!link.part.is_joint()).then_some(joint);
        if link.joint != anchor {
            return Err(out_of_order(
                "joint",
                "does not stand after the revision that it names",
            ));
        }
        self.in_time(stored)
    }

    /// Whether a row's time is one, is not before those of the rows before it, and has come.
    fn in_time(&self, stored: &Stored) -> Result<(), ImportFault> {
        let (seq, text) = (stored.link.seq, &stored.link.time);
        let out_of_order = |why| ImportFault::OutOfOrder {
            seq,
            field: "time",
            why,
        };
        let time = unstamped(text).ok().filter(|time| stamped(*time) == *text);
        let Some(time) = time else {
            return Err(out_of_order("has no time as the ledger writes it"));
        };
        for part in [Part::JOINT, stored.link.part] {
            if self.tips.get(&part).is_some_and(|tip| *text < tip.time) {
                return Err(out_of_order("goes back in time"));
            }
        }
        match self.now {
            Some(now) if admit::ahead(time, now) => Err(ImportFault::Ahead { seq, time, now }),
            _ => Ok(()),
        }
    }

    /// What is in a row that the ledger does not have, if it may be recorded.
    fn admitted(&self, stored: &Stored) -> Result<Entity, ImportFault> {
        let checked = self.checked(stored);
        match (checked, self.hand) {
            (Err(_), Hand::Custodian) if !stored.link.part.is_joint() => {
                Err(ImportFault::PrivateInvalid(stored.link.seq))
            }
            (checked, _) => checked,
        }
    }

    fn checked(&self, stored: &Stored) -> Result<Entity, ImportFault> {
        let link = &stored.link;
        let seq = link.seq;
        as_written(stored)?;
        let Opened { author, entity } = opened(stored)?;
        if admit::author(&author).ok().as_ref() != Some(&author) {
            return Err(ImportFault::Author(seq));
        }
        let salt = stored.secret.as_ref().map(|secret| secret.salt.clone());
        let written = Written::of(&entity, &author, salt).map_err(|_| unreadable(seq))?;
        if written.content != link.content {
            return Err(ImportFault::Line(
                "body: it is not written as the ledger writes it, though it says the same"
                    .to_owned(),
            ));
        }
        if link.version == 1 {
            admit::brought_id(&entity, seq)?;
        }
        let (part, kind) = (link.part, entity.kind());
        if let (1, Entity::Position(new)) = (link.version, &entity)
            && self.replay.position(part, &new.entry).is_some()
        {
            return Err(ImportFault::OutOfOrder {
                seq,
                field: "entry",
                why: "is a second position on one agenda entry",
            });
        }
        let id = link.id.clone();
        let held = self.replay.get(part, &EntityRef { kind, id });
        let before = held.and_then(|held| held.entity(kind));
        let known = self.replay.known(&entity);
        let context = Context {
            before: before.as_ref(),
            known: &known,
            time: unstamped(&link.time).map_err(|_| unreadable(seq))?,
        };
        check(&entity, &context)?;
        Ok(entity)
    }

    /// Takes the content of a document; the rows come first.
    pub(super) async fn content(
        &mut self,
        part: Part,
        digest: String,
        content: Vec<u8>,
    ) -> Result<(), Stop> {
        self.hand.brings(part)?;
        if sha256(&content) != digest {
            return Err(ImportFault::DocumentAltered(digest).into());
        }
        let key = (part, digest);
        let Some((id, size)) = self.documents.get(&key) else {
            return Err(ImportFault::DocumentStray(key.1).into());
        };
        if *size != content.len() as u64 {
            let id = id.clone();
            return Err(ImportFault::DocumentSize(id).into());
        }
        if !documents::holds(self.tx, part, &key.1).await? {
            documents::store(self.tx, part, &key.1, content).await?;
            self.counted.documents += 1;
        }
        Ok(())
    }

    /// Takes a content that only its delegation could read, for who keeps the ledger.
    pub(super) async fn locked_content(
        &mut self,
        part: Part,
        name: &str,
        sealed: Vec<u8>,
    ) -> Result<(), Stop> {
        if self.hand != Hand::Custodian || part.is_joint() {
            return Err(ImportFault::Locked.into());
        }
        documents::store_sealed(self.tx, part, name, sealed).await?;
        self.counted.documents += 1;
        Ok(())
    }

    /// Writes rows that are waiting, if there are many.
    async fn flush(&mut self, all: bool) -> Result<(), LedgerError> {
        if all || self.new.len() >= BATCH {
            insert(self.tx, &self.new).await?;
            self.counted.revisions += self.new.len() as i64;
            self.new.clear();
        }
        Ok(())
    }

    /// Writes the rest, and makes the state anew. Documents whose contents are said to be absent may lack
    /// them.
    pub(super) async fn finish(
        mut self,
        absent: &BTreeSet<(Part, String)>,
    ) -> Result<Imported, Stop> {
        for (key, (id, _)) in &self.documents {
            let (part, digest) = key;
            if !absent.contains(key) && !documents::holds(self.tx, *part, digest).await? {
                return Err(ImportFault::DocumentMissing(id.clone()).into());
            }
        }
        self.flush(true).await?;
        let fresh: Vec<Part> = self.fresh.iter().copied().collect();
        for part in &fresh {
            if let Some(tip) = self.tips.get(part) {
                read::set_tip(self.tx, *part, tip).await?;
            }
        }
        state::rebuild(self.tx, &fresh).await?;
        let mut counted = self.counted;
        counted.head = Some(read::tip(self.tx, Part::JOINT).await?.head);
        if let Hand::Viewer(Viewer::Delegation(party)) = self.hand {
            let own = read::tip(self.tx, Part::of(Some(party))).await?.head;
            counted.own_head = (own.seq > 0).then_some(own);
        }
        Ok(counted)
    }
}

fn unreadable(seq: i64) -> ImportFault {
    ImportFault::Line(format!("revision {seq} is not as the ledger writes it"))
}

/// What is in a row.
fn opened(stored: &Stored) -> Result<Opened, ImportFault> {
    if let (Some(body), Ok(kind)) = (&stored.body, stored.kind()) {
        Entity::read(kind, body).map_err(|error| ImportFault::Line(format!("body: {error}")))?;
    }
    match stored.open() {
        Ok(Some(opened)) => Ok(opened),
        Ok(None) | Err(_) => Err(unreadable(stored.link.seq)),
    }
}

/// Whether the body is text as the ledger writes it, so that nobody reads something else in it.
fn as_written(stored: &Stored) -> Result<(), ImportFault> {
    let body = match (&stored.body, &stored.secret) {
        (Some(body), None) => body,
        (None, Some(secret)) => &secret.body,
        _ => return Err(unreadable(stored.link.seq)),
    };
    if body.len() > admit::LONGEST_ENTRY {
        return Err(ImportFault::Line(format!(
            "body: it has {} bytes, and {} are the most",
            body.len(),
            admit::LONGEST_ENTRY
        )));
    }
    let value = serde_json::from_str(body).map_err(|_| unreadable(stored.link.seq))?;
    match canonical(&value) == *body {
        true => Ok(()),
        false => Err(ImportFault::Line(
            "body: it is not JSON as the ledger writes it, without blanks and with sorted keys"
                .to_owned(),
        )),
    }
}

/// Writes a history, as far as a hand reaches and up to a time, into an empty ledger.
pub(crate) async fn restore(
    from: &Ledger,
    hand: Hand,
    until: Timestamp,
    into: &Ledger,
) -> Result<(), LedgerError> {
    let mut source = from.pool.read().await?;
    let mut target = into.pool.write().await?;
    for part in read::parts(&mut target, Sight::CUSTODIAN).await? {
        if read::tip(&mut target, part).await?.head.seq > 0 {
            return Err(LedgerError::NotEmpty);
        }
    }
    into.pool.keys().share(from.pool.keys());
    for part in read::parts(&mut source, hand.sight()).await? {
        if let Some(envelope) = seal::envelope(&mut source, part).await? {
            seal::adopt(&mut target, part, &envelope, None).await?;
        }
    }
    let mut intake = Intake::new(&mut target, hand, None).await?;
    let taken = take(&mut source, &mut intake, hand.sight(), &stamped(until)).await;
    let taken = match taken {
        Ok(()) => intake.finish(&BTreeSet::new()).await.map(drop),
        Err(stop) => Err(stop),
    };
    taken.map_err(|stop| match stop {
        Stop::Ledger(error) => error,
        Stop::Fault(fault) => LedgerError::from(ImportError {
            file: String::new(),
            line: 0,
            column: None,
            fault,
        }),
    })?;
    target.commit().await
}

async fn take(
    source: &mut Tx,
    intake: &mut Intake<'_>,
    sight: Sight,
    until: &str,
) -> Result<(), Stop> {
    let mut walk = Walk::new(source, sight).await?;
    while let Some((stored, _)) = walk.next(source).await? {
        if stored.link.time.as_str() <= until {
            intake.row(stored).await?;
        }
    }
    let named: Vec<(Part, String)> = intake.documents.keys().cloned().collect();
    for (part, digest) in named {
        if let Some(content) = documents::load(source, part, &digest).await? {
            intake.content(part, digest, content).await?;
        }
    }
    // What is locked goes as it is, to who keeps the ledger.
    for (part, name) in documents::names(source, sight).await? {
        let locked =
            source.keys().get(part).is_none() && seal::envelope(source, part).await?.is_some();
        if locked && let Some(sealed) = documents::load_stored(source, part, &name).await? {
            intake.locked_content(part, &name, sealed).await?;
        }
    }
    Ok(())
}
