//! What writers say that they have done, and whether a ledger holds it.

use std::collections::BTreeMap;

use entente_ledger::{
    Database, Entity, Head, Ledger, LedgerError, LogFilter, Recorded, Revision, Viewer,
};
use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use crate::deeds::{Plan, VIEWERS, sha256, with_id};
use crate::place::open;
use crate::sample::*;

/// What a writer says.
#[derive(Debug, Serialize, Deserialize)]
pub enum Word {
    Open,
    /// It is about to make a change.
    Tries {
        viewer: Viewer,
        entities: Vec<Entity>,
        content: Option<String>,
    },
    /// The change was acknowledged: ids, versions and numbers.
    Made(Vec<(String, i64, i64)>),
    /// The change was refused; perhaps it was made all the same.
    Refused {
        in_doubt: bool,
        why: String,
    },
}

impl Word {
    pub fn tries(plan: &Plan) -> Word {
        Word::Tries {
            viewer: plan.viewer,
            entities: plan.entities(),
            content: plan.content.as_deref().map(sha256),
        }
    }

    pub fn made(recorded: &[Recorded]) -> Word {
        let made = recorded.iter().map(|r| (r.id.clone(), r.version, r.seq));
        Word::Made(made.collect())
    }

    pub fn refused(error: &LedgerError) -> Word {
        Word::Refused {
            in_doubt: matches!(error, LedgerError::InDoubt(_)),
            why: error.to_string(),
        }
    }
}

/// A change of which a writer has spoken.
pub struct Spoken {
    viewer: Viewer,
    entities: Vec<Entity>,
    content: Option<String>,
    fate: Fate,
}

#[derive(Debug)]
enum Fate {
    Made(Vec<(String, i64, i64)>),
    Refused,
    InDoubt,
}

/// What a writer has said, change by change.
pub fn spoken(words: Vec<Word>) -> Vec<Spoken> {
    let mut all: Vec<Spoken> = Vec::new();
    for word in words {
        match word {
            Word::Open => {}
            Word::Tries {
                viewer,
                entities,
                content,
            } => all.push(Spoken {
                viewer,
                entities,
                content,
                // What it was doing when it was killed.
                fate: Fate::InDoubt,
            }),
            Word::Made(made) => all.last_mut().unwrap().fate = Fate::Made(made),
            Word::Refused { in_doubt: true, .. } => {}
            Word::Refused { .. } => all.last_mut().unwrap().fate = Fate::Refused,
        }
    }
    all
}

/// What the test has seen.
#[derive(Default)]
pub struct Seen {
    pub acknowledged: usize,
    pub beyond: usize,
    pub refused: usize,
    pub crashes: usize,
    later: Vec<Spoken>,
}

impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} acknowledged, {} in flight and made, {} refused, {} crashes",
            self.acknowledged, self.beyond, self.refused, self.crashes
        )
    }
}

/// A row: whose own it is, and its number there.
type Place = (Option<Ccode>, i64);

/// The rows that were not there before, each as who may see it sees it.
async fn new_rows(ledger: &Ledger, before: &Heads) -> BTreeMap<Place, Revision> {
    let mut rows = BTreeMap::new();
    for viewer in VIEWERS {
        let log = ledger.as_seen_by(viewer).log(&LogFilter::default()).await;
        for revision in log.unwrap() {
            let known = before.get(&revision.delegation).map_or(0, |head| head.seq);
            if revision.seq > known {
                rows.insert((revision.delegation, revision.seq), revision);
            }
        }
    }
    rows
}

/// The last row of each part, by the delegation whose own it is.
pub type Heads = BTreeMap<Option<Ccode>, Head>;

async fn heads_of(ledger: &Ledger) -> Heads {
    let mut heads = Heads::from([(None, ledger.head().await.unwrap())]);
    for viewer in VIEWERS {
        if let Some(head) = ledger.as_seen_by(viewer).own_head().await.unwrap() {
            heads.insert(viewer.delegation(), head);
        }
    }
    heads
}

impl Seen {
    /// The ledger holds what was acknowledged, at most what was in flight beyond, and is sound.
    pub async fn look(&mut self, ledger: &Ledger, heads: &mut Heads, all: Vec<Spoken>) {
        let all: Vec<Spoken> = self.later.drain(..).chain(all).collect();
        let known: Vec<Head> = heads.values().cloned().collect();
        let verification = ledger.custodian().verify(&known).await.unwrap();
        assert_eq!(verification.findings, []);
        let mut rows = new_rows(ledger, heads).await;
        let before: i64 = heads.values().map(|head| head.seq).sum();
        assert_eq!(rows.len() as i64, verification.revisions - before);
        *heads = heads_of(ledger).await;
        for it in &all {
            let Fate::Made(made) = &it.fate else { continue };
            assert_eq!(made.len(), it.entities.len());
            self.acknowledged += 1;
            for ((id, version, seq), entity) in made.iter().zip(&it.entities) {
                let found = rows.remove(&(entity.delegation(), *seq));
                let found = found.unwrap_or_else(|| panic!("acknowledged and lost: {entity:?}"));
                assert_eq!((&found.id, found.version), (id, *version));
                let found = found.entity;
                assert_eq!(found, as_recorded(entity, &found));
                if let Some(content) = &it.content {
                    let view = ledger.as_seen_by(it.viewer);
                    assert_eq!(&sha256(&view.content(id).await.unwrap()), content);
                }
            }
        }
        for it in &all {
            match it.fate {
                Fate::Made(_) => {}
                Fate::Refused => self.refused += 1,
                Fate::InDoubt => self.beyond(&mut rows, it),
            }
        }
        assert!(rows.is_empty(), "nobody made {rows:?}");
    }

    /// Keeps in mind what was said, until the ledger can be looked at.
    pub fn later(&mut self, all: Vec<Spoken>) {
        self.later.extend(all);
    }

    /// Of a change in flight all is there, or nothing.
    fn beyond(&mut self, rows: &mut BTreeMap<Place, Revision>, it: &Spoken) {
        let matches = |(revision, entity): (&Revision, &Entity)| {
            revision.entity == as_recorded(entity, &revision.entity)
        };
        let number = it.entities.len();
        let starts: Vec<Place> = rows.keys().copied().collect();
        for (part, start) in starts {
            let range = (part, start)..(part, start + number as i64);
            let some: Vec<&Revision> = rows.range(range.clone()).map(|(_, row)| row).collect();
            if some.len() == number && some.into_iter().zip(&it.entities).all(matches) {
                rows.retain(|seq, _| !range.contains(seq));
                self.beyond += 1;
                return;
            }
        }
    }
}

/// An entry of which a writer has spoken, with what the ledger fills in.
fn as_recorded(entity: &Entity, found: &Entity) -> Entity {
    let mut entity = entity.clone();
    if let (Entity::Document(entity), Entity::Document(found)) = (&mut entity, found) {
        entity.sha256.clone_from(&found.sha256);
        entity.size = found.size;
    }
    if entity.id().is_empty() {
        return with_id(entity, found.id(), None);
    }
    entity
}

/// The state is what the history makes elsewhere.
pub async fn same_elsewhere(ledger: &Ledger) {
    let other = open(&Database::Memory).await;
    let text = export(ledger, Viewer::Joint).await;
    import(&other, Viewer::Joint, &text).await.unwrap();
    let there = other.as_seen_by(Viewer::Joint);
    let here = ledger.as_seen_by(Viewer::Joint);
    let filter = entente_ledger::DueFilter {
        until: entente_ledger::Until::Always,
        ..Default::default()
    };
    let on = day("2026-11-25");
    assert_eq!(
        here.due(on, &filter).await.unwrap(),
        there.due(on, &filter).await.unwrap()
    );
    assert_eq!(
        here.scorecard(&Default::default()).await.unwrap(),
        there.scorecard(&Default::default()).await.unwrap()
    );
}
