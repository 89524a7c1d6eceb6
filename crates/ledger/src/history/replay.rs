//! The history, gone through from its beginning, in memory.

use std::collections::{BTreeMap, HashMap};

use super::{Stored, read};
use crate::state::{Rows, Subject, latest_row};
use crate::store::{Tx, Value};
use crate::viewer::Sight;
use crate::{Entity, EntityRef, Kind, LedgerError};

/// Every entry as the history left it.
#[derive(Default)]
pub(crate) struct Replay {
    entries: BTreeMap<EntityRef, Held>,
    scores: HashMap<String, Vec<String>>,
}

/// An entry.
pub(crate) struct Held {
    pub(crate) seq: i64,
    pub(crate) version: i64,
    pub(crate) delegation: Option<i64>,
    /// `None` if its body is not at hand.
    pub(crate) entity: Option<Entity>,
    latest: Vec<Value>,
}

impl Replay {
    /// Goes through the whole history of a database.
    pub(crate) async fn of(tx: &mut Tx) -> Result<Replay, LedgerError> {
        let mut replay = Replay::default();
        let mut after = 0;
        loop {
            let page = read::page(tx, Sight::CUSTODIAN, after).await?;
            let Some(last) = page.last() else {
                return Ok(replay);
            };
            after = last.link.seq;
            for stored in &page {
                let entity = stored.open()?.map(|o| o.entity);
                replay.add(stored, entity)?;
            }
        }
    }

    /// Takes the next revision.
    pub(crate) fn add(
        &mut self,
        stored: &Stored,
        entity: Option<Entity>,
    ) -> Result<(), LedgerError> {
        let kind = stored.kind()?;
        let id = stored.link.id.clone();
        if let (Some(Entity::Score(score)), 1) = (&entity, stored.link.version) {
            self.scores
                .entry(score.commitment.clone())
                .or_default()
                .push(id.clone());
        }
        let held = Held {
            seq: stored.link.seq,
            version: stored.link.version,
            delegation: stored.link.delegation,
            latest: latest_row(stored, entity.as_ref()),
            entity,
        };
        self.entries.insert(EntityRef { kind, id }, held);
        Ok(())
    }

    pub(crate) fn get(&self, entry: &EntityRef) -> Option<&Held> {
        self.entries.get(entry)
    }

    /// What an entry refers to, as far as a sight reaches, and the consultations of the agenda entries
    /// among these.
    pub(crate) fn known(&self, entity: &Entity, sight: Sight) -> HashMap<EntityRef, Entity> {
        let mut known = HashMap::new();
        let mut wanted = entity.references();
        while let Some(reference) = wanted.pop() {
            let Some(found) = self.get(&reference).and_then(|held| held.entity.as_ref()) else {
                continue;
            };
            if sight.opens(found.delegation()) && !known.contains_key(&reference) {
                wanted.extend(second_step(found));
                known.insert(reference, found.clone());
            }
        }
        known
    }

    pub(crate) fn latest_rows(&self) -> Vec<Vec<Value>> {
        self.entries
            .values()
            .map(|held| held.latest.clone())
            .collect()
    }

    /// Rows of the state's other tables.
    pub(crate) fn rows(&self) -> Rows {
        let mut rows = Rows::default();
        for held in self.entries.values() {
            if let Some(Entity::Commitment(commitment)) = &held.entity {
                let ids = self.scores.get(&commitment.id).into_iter().flatten();
                let subject = Subject {
                    commitment,
                    mechanism: self.mechanism(commitment),
                    scores: ids.filter_map(|id| self.score(id)).collect(),
                };
                subject.add_to(&mut rows);
            }
        }
        rows
    }

    fn mechanism<'r>(&'r self, commitment: &'r crate::Commitment) -> Option<&'r str> {
        commitment.mechanism.as_deref().or_else(|| {
            let (kind, id) = (Kind::Consultation, commitment.consultation.clone()?);
            self.get(&EntityRef { kind, id })?.entity.as_ref()?.parent()
        })
    }

    fn score(&self, id: &str) -> Option<(i64, &crate::Score)> {
        let (kind, id) = (Kind::Score, id.to_owned());
        let held = self.get(&EntityRef { kind, id })?;
        match &held.entity {
            Some(Entity::Score(score)) => Some((held.seq, score)),
            _ => None,
        }
    }
}

/// What must be known beside what is referred to: an agenda entry's consultation.
pub(crate) fn second_step(found: &Entity) -> Vec<EntityRef> {
    match found {
        Entity::AgendaEntry(entry) => vec![EntityRef {
            kind: Kind::Consultation,
            id: entry.consultation.clone(),
        }],
        _ => Vec::new(),
    }
}
