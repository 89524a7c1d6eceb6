//! What the history says the tables of the state should hold, a page of commitments at a time.

use std::collections::HashMap;

use super::rows::{Rows, Subject};
use crate::history::{Stored, read};
use crate::store::Tx;
use crate::{Commitment, Entity, EntityRef, Kind, LedgerError, Score, Viewer};

/// Pages, by the ids of the commitments.
pub(crate) struct Pages {
    after: String,
    /// Of every consultation the mechanism.
    mechanisms: HashMap<String, Option<String>>,
}

/// The rows for the commitments after one id and up to another.
pub(crate) struct Page {
    pub(crate) after: String,
    pub(crate) last: String,
    pub(crate) rows: Rows,
}

impl Pages {
    pub(crate) fn new() -> Pages {
        Pages {
            after: String::new(),
            mechanisms: HashMap::new(),
        }
    }

    /// The id up to which pages were taken.
    pub(crate) fn end(&self) -> &str {
        &self.after
    }

    /// The next page; none at the end. What cannot be read is left out.
    pub(crate) async fn next(&mut self, tx: &mut Tx) -> Result<Option<Page>, LedgerError> {
        let page = read::commitments(tx, &self.after).await?;
        let Some(last) = page.last().map(|stored| stored.link.id.clone()) else {
            return Ok(None);
        };
        let after = std::mem::replace(&mut self.after, last.clone());
        let mut scores: HashMap<String, Vec<(i64, Score)>> = HashMap::new();
        for stored in read::scores_between(tx, &after, &last).await? {
            if let Some(Entity::Score(score)) = opened(&stored) {
                let of = scores.entry(score.commitment.clone()).or_default();
                of.push((stored.link.seq, score));
            }
        }
        let mut rows = Rows::default();
        for stored in &page {
            let Some(Entity::Commitment(commitment)) = opened(stored) else {
                continue;
            };
            let mechanism = self.mechanism(tx, &commitment).await?;
            let own = scores.get(&commitment.id).map_or(&[][..], Vec::as_slice);
            let subject = Subject {
                commitment: &commitment,
                mechanism: mechanism.as_deref(),
                scores: own.iter().map(|(seq, score)| (*seq, score)).collect(),
            };
            subject.add_to(&mut rows);
        }
        Ok(Some(Page { after, last, rows }))
    }

    /// The mechanism for which a commitment counts.
    async fn mechanism(
        &mut self,
        tx: &mut Tx,
        commitment: &Commitment,
    ) -> Result<Option<String>, LedgerError> {
        let Some(id) = commitment
            .consultation
            .as_ref()
            .filter(|_| commitment.mechanism.is_none())
        else {
            return Ok(commitment.mechanism.clone());
        };
        if !self.mechanisms.contains_key(id) {
            let entry = EntityRef {
                kind: Kind::Consultation,
                id: id.clone(),
            };
            let found = read::latest(tx, Viewer::Joint.into(), &entry).await?;
            let entity = found.as_ref().and_then(opened);
            let mechanism = entity.as_ref().and_then(Entity::parent).map(str::to_owned);
            self.mechanisms.insert(id.clone(), mechanism);
        }
        Ok(self.mechanisms.get(id).cloned().flatten())
    }
}

fn opened(stored: &Stored) -> Option<Entity> {
    stored.open().ok().flatten().map(|opened| opened.entity)
}
