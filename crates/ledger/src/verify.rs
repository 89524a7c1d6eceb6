//! Whether the history is whole, and the state what it says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::history::chain::{GENESIS, sha256};
use crate::history::replay::Replay;
use crate::history::{Head, Stored, read};
use crate::state::{COMPLIANCE, LATEST, OWED, STANDING, Table};
use crate::store::{Tx, Value};
use crate::viewer::Sight;
use crate::{Custodian, Entity, EntityRef, LedgerError, documents};

/// Something that is not as the ledger wrote it. Nothing of what a delegation wrote is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Finding {
    /// Rows are missing.
    Missing {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// A row does not follow the one before: one of them was altered, replaced or moved.
    Unlinked {
        /// Its number.
        seq: i64,
    },
    /// A row's hash is not its own: what is chained of it was altered.
    Altered {
        /// Its number.
        seq: i64,
    },
    /// A row's body is not the one that was chained.
    BodyAltered {
        /// Its number.
        seq: i64,
    },
    /// A row goes back in time, or is not the next version of its entry.
    OutOfOrder {
        /// Its number.
        seq: i64,
    },
    /// A row is not an entry as the ledger writes them.
    Unreadable {
        /// Its number.
        seq: i64,
    },
    /// The head is not the last row: rows were cut off, or the head altered.
    Head {
        /// The head.
        head: Head,
        /// The last row.
        last: Head,
    },
    /// A row that was known from elsewhere is not there, or not the same.
    NotAsKnown {
        /// The row as known.
        known: Head,
    },
    /// A row of the state is not what the history says, is missing, or should not be there.
    State {
        /// The table.
        table: &'static str,
        /// The row's key.
        key: String,
    },
    /// The content of a document is not what was attached.
    Content {
        /// The document.
        document: String,
        /// Whether it is missing.
        missing: bool,
    },
    /// A content that belongs to no document is not what its checksum says.
    StrayContent,
}

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Rows of the history.
    pub revisions: i64,
    /// Rows whose bodies are not in this database: other delegations' own, from an import.
    pub sealed: i64,
    /// Contents of documents.
    pub documents: i64,
    /// The last row.
    pub head: Head,
    /// What is not as the ledger wrote it; nothing if all is well.
    pub findings: Vec<Finding>,
}

/// A walk along the history.
struct Walk {
    replay: Replay,
    last: Head,
    last_time: String,
    rows: i64,
    sealed: i64,
    /// Of every checksum the documents that have it.
    documents: BTreeMap<String, BTreeSet<String>>,
    findings: Vec<Finding>,
}

impl Custodian<'_> {
    /// Goes through the whole history, state and documents.
    ///
    /// `known` are rows kept elsewhere, such as the head of an earlier export: only by them is it
    /// found out if the end was cut off together with the head, or everything rewritten.
    ///
    /// # Errors
    /// If the database cannot be read. What it holds is no error but a [`Finding`].
    pub async fn verify(&self, known: &[Head]) -> Result<Verification, LedgerError> {
        let mut tx = self.ledger.pool.read().await?;
        let mut walk = Walk {
            replay: Replay::default(),
            last: Head {
                seq: 0,
                hash: GENESIS.to_owned(),
            },
            last_time: String::new(),
            rows: 0,
            sealed: 0,
            documents: BTreeMap::new(),
            findings: Vec::new(),
        };
        let mut unseen: Vec<&Head> = known.iter().filter(|head| head.seq > 0).collect();
        loop {
            let page = read::page(&mut tx, Sight::CUSTODIAN, walk.last.seq).await?;
            if page.is_empty() {
                break;
            }
            for stored in page {
                unseen.retain(|head| (head.seq, &head.hash) != (stored.link.seq, &stored.hash));
                walk.row(&stored);
            }
        }
        for head in unseen {
            walk.findings.push(Finding::NotAsKnown {
                known: head.clone(),
            });
        }
        let (head, _) = read::head(&mut tx).await?;
        if head != walk.last {
            let last = walk.last.clone();
            walk.findings.push(Finding::Head { head, last });
        }
        walk.state(&mut tx).await?;
        let documents = walk.contents(&mut tx).await?;
        Ok(Verification {
            revisions: walk.rows,
            sealed: walk.sealed,
            documents,
            head: walk.last,
            findings: walk.findings,
        })
    }
}

impl Walk {
    fn row(&mut self, stored: &Stored) {
        let link = &stored.link;
        let seq = link.seq;
        let expected = self.last.seq + 1;
        if seq > expected {
            let (from, to) = (expected, seq - 1);
            self.findings.push(Finding::Missing { from, to });
        } else if link.prev_hash != self.last.hash {
            self.findings.push(Finding::Unlinked { seq });
        }
        if link.hash() != stored.hash {
            self.findings.push(Finding::Altered { seq });
        }
        match stored.content_holds() {
            Some(false) => self.findings.push(Finding::BodyAltered { seq }),
            Some(true) => {}
            None => self.sealed += 1,
        }
        if !self.in_order(stored) {
            self.findings.push(Finding::OutOfOrder { seq });
        }
        self.enter(stored);
        self.rows += 1;
        self.last = Head {
            seq,
            hash: stored.hash.clone(),
        };
        self.last_time.clone_from(&link.time);
    }

    fn in_order(&self, stored: &Stored) -> bool {
        let Ok(kind) = stored.kind() else {
            return true;
        };
        let id = stored.link.id.clone();
        let held = self.replay.get(&EntityRef { kind, id });
        stored.link.time >= self.last_time
            && stored.link.version == held.map_or(1, |h| h.version + 1)
            && stored.link.previous == held.map(|h| h.seq)
    }

    fn enter(&mut self, stored: &Stored) {
        let seq = stored.link.seq;
        let entity = match stored.open() {
            Ok(opened) => opened.map(|o| o.entity),
            Err(_) => {
                self.findings.push(Finding::Unreadable { seq });
                return;
            }
        };
        if let Some(Entity::Document(document)) = &entity {
            let ids = self.documents.entry(document.sha256.clone()).or_default();
            ids.insert(document.id.clone());
        }
        // Its kind was read when it was opened.
        if self.replay.add(stored, entity).is_err() {
            self.findings.push(Finding::Unreadable { seq });
        }
    }

    async fn state(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let rows = self.replay.rows();
        let expected = [
            (LATEST, self.replay.latest_rows()),
            (OWED, rows.owed),
            (STANDING, rows.standing),
            (COMPLIANCE, rows.compliance),
        ];
        for (table, expected) in expected {
            let found = by_key(&table, table.all(tx).await?);
            let expected = by_key(&table, expected);
            let keys: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
            for key in keys {
                if found.get(key) != expected.get(key) {
                    let key = key.clone();
                    let table = table.name;
                    self.findings.push(Finding::State { table, key });
                }
            }
        }
        Ok(())
    }

    async fn contents(&mut self, tx: &mut Tx) -> Result<i64, LedgerError> {
        let stored = documents::digests(tx).await?;
        let number = stored.len() as i64;
        for digest in &stored {
            let content = documents::load(tx, digest).await?;
            if content.is_some_and(|content| sha256(&content) == *digest) {
                continue;
            }
            match self.documents.get(digest) {
                None => self.findings.push(Finding::StrayContent),
                Some(ids) => self.findings.extend(ids.iter().map(|id| Finding::Content {
                    document: id.clone(),
                    missing: false,
                })),
            }
        }
        for (_, ids) in self
            .documents
            .iter()
            .filter(|(digest, _)| !stored.contains(digest))
        {
            self.findings.extend(ids.iter().map(|id| Finding::Content {
                document: id.clone(),
                missing: true,
            }));
        }
        Ok(number)
    }
}

fn by_key(table: &Table, rows: Vec<Vec<Value>>) -> BTreeMap<String, Vec<Value>> {
    rows.into_iter().map(|row| (table.key(&row), row)).collect()
}
