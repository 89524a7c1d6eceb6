//! Taking rows over from elsewhere. What enters here passes the rules by which it would be recorded.

mod checks;
mod restore;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;

use super::fault::ImportFault;
use super::import::Imported;
use crate::history::chain::sha256;
use crate::history::replay::Replay;
use crate::history::write::insert;
use crate::history::{Head, Stored, Tip, read};
use crate::part::Part;
use crate::seal::{Envelope, Key};
use crate::store::Tx;
use crate::viewer::Sight;
use crate::{Entity, LedgerError, Passphrase, Viewer, documents, seal, state};
use checks::{is_hash, locked_outside, opened};
pub(crate) use restore::restore;

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
    /// The contents of everybody's documents that are said not to be there.
    absent: BTreeSet<String>,
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
            absent: BTreeSet::new(),
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

    /// Takes a part's seal over: into a ledger that has nothing of the part, as it is; into one that is sealed
    /// otherwise, what comes is sealed as the ledger seals the part. What was sealed is never kept open. The key
    /// that opens what comes, or none for who keeps the ledger.
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
        let empty = self.own.get(&part).is_none_or(|own| own.rows == 0);
        if let (None, false, Some(owner)) = (&known, empty, part.delegation()) {
            return Err(ImportFault::NotSealedHere(owner).into());
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
        if known.is_none() {
            seal::adopt(self.tx, part, envelope, key.as_ref()).await?;
        }
        Ok(key)
    }

    /// Takes the next row.
    pub(super) async fn row(&mut self, stored: Stored) -> Result<(), Stop> {
        let part = stored.link.part;
        self.hand.brings(part)?;
        self.chained(&stored)?;
        if let Some(sealed) = stored.sealed.as_ref().filter(|_| stored.is_locked()) {
            locked_outside(&stored, &sealed.text)?;
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

    /// Takes word that the content of a document of everybody's is not there; the rows come first. Who has the
    /// content attaches it.
    pub(super) async fn absent(&mut self, digest: String) -> Result<(), Stop> {
        if !self.documents.contains_key(&(Part::JOINT, digest.clone())) {
            return Err(ImportFault::DocumentStray(digest).into());
        }
        if !documents::holds(self.tx, Part::JOINT, &digest).await? {
            documents::note_absent(self.tx, &digest).await?;
            self.counted.absent += 1;
        }
        self.absent.insert(digest);
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
        if !is_hash(name) {
            return Err(ImportFault::DocumentStray(name.to_owned()).into());
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
    pub(super) async fn finish(mut self) -> Result<Imported, Stop> {
        for ((part, digest), (id, _)) in &self.documents {
            let absent = part.is_joint() && self.absent.contains(digest);
            if !absent && !documents::holds(self.tx, *part, digest).await? {
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
