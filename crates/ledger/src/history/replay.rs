//! What the entries were at some place of the history, in memory: for what is checked against them.

use std::collections::{BTreeSet, HashMap};

use super::Stored;
use crate::part::Part;
use crate::{Entity, EntityRef, Kind, LedgerError, Position};

/// Every entry as the rows that were taken left it. Bodies are kept as text, which is a tenth of the size
/// of what they say.
#[derive(Default)]
pub(crate) struct Replay {
    entries: HashMap<(Part, EntityRef), Held>,
    /// The positions of a delegation on an agenda entry that are not given up.
    positions: HashMap<(Part, String), BTreeSet<String>>,
}

/// An entry.
pub(crate) struct Held {
    pub(crate) seq: i64,
    pub(crate) version: i64,
    body: Box<str>,
}

impl Replay {
    /// Takes the next revision, of which this is the entry.
    pub(crate) fn add(&mut self, stored: &Stored, entity: &Entity) -> Result<(), LedgerError> {
        let body = entity
            .to_value()
            .map_err(|_| stored.unreadable("it cannot be written as JSON"))?
            .to_string();
        self.hold(stored, entity.kind(), body);
        let part = stored.link.part;
        if let Entity::Position(position) = entity {
            let key = (part, position.entry.clone());
            let standing = self.positions.entry(key).or_default();
            match position.withdrawn {
                None => standing.insert(position.id.clone()),
                Some(_) => standing.remove(&position.id),
            };
        }
        Ok(())
    }

    /// Takes the next revision, of which the entry cannot be read.
    pub(crate) fn add_locked(&mut self, stored: &Stored) -> Result<(), LedgerError> {
        self.hold(stored, stored.kind()?, String::new());
        Ok(())
    }

    fn hold(&mut self, stored: &Stored, kind: Kind, body: String) {
        let held = Held {
            seq: stored.link.seq,
            version: stored.link.version,
            body: body.into(),
        };
        let id = stored.link.id.clone();
        let entry = EntityRef { kind, id };
        self.entries.insert((stored.link.part, entry), held);
    }

    pub(crate) fn get(&self, part: Part, entry: &EntityRef) -> Option<&Held> {
        self.entries.get(&(part, entry.clone()))
    }

    /// Whether a delegation has another position on the same agenda entry that is not given up.
    pub(crate) fn has_another(&self, part: Part, position: &Position) -> bool {
        let key = (part, position.entry.clone());
        let mut standing = self.positions.get(&key).into_iter().flatten();
        standing.any(|id| *id != position.id)
    }

    /// What an entry refers to, as far as its part sees it, and the consultations of the agenda entries
    /// among these.
    pub(crate) fn known(&self, entity: &Entity) -> HashMap<EntityRef, Entity> {
        let part = Part::of(entity.delegation());
        let mut known = HashMap::new();
        let mut wanted = entity.references();
        while let Some(reference) = wanted.pop() {
            if known.contains_key(&reference) {
                continue;
            }
            let held = self
                .get(part, &reference)
                .or_else(|| self.get(Part::JOINT, &reference));
            if let Some(found) = held.and_then(|held| held.entity(reference.kind)) {
                wanted.extend(second_step(&found));
                known.insert(reference, found);
            }
        }
        known
    }
}

impl Held {
    /// What it says; `None` if that cannot be read.
    pub(crate) fn entity(&self, kind: Kind) -> Option<Entity> {
        Entity::read(kind, &self.body).ok()
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
