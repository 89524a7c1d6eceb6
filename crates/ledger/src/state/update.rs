//! Bringing the tables of the state up to date.

use super::expected::Pages;
use super::rows::{Rows, Subject, latest_row};
use super::tables::{COMPLIANCE, LATEST, OWED, STANDING};
use crate::history::{Stored, read};
use crate::part::Part;
use crate::store::Tx;
use crate::viewer::Sight;
use crate::{Commitment, Entity, EntityRef, Kind, LedgerError, Score};

/// After a revision was written: what it changes.
pub(crate) async fn update(
    tx: &mut Tx,
    stored: &Stored,
    entity: &Entity,
) -> Result<(), LedgerError> {
    let sql = "DELETE FROM latest WHERE part = $1 AND kind = $2 AND id = $3";
    if stored.link.version > 1 {
        let key = [
            stored.link.part.number().into(),
            stored.link.kind.as_str().into(),
            stored.link.id.as_str().into(),
        ];
        tx.run(sql, &key).await?;
    }
    LATEST
        .insert(tx, &[latest_row(stored, Some(entity))])
        .await?;
    match entity {
        Entity::Commitment(commitment) => {
            let scores = match stored.link.version {
                1 => Vec::new(),
                _ => scores_of(tx, &commitment.id).await?,
            };
            write(tx, commitment, &scores).await
        }
        Entity::Score(score) => {
            let id = score.commitment.clone();
            let kind = Kind::Commitment;
            let found = open(tx, &EntityRef { kind, id }).await?;
            let Some(Entity::Commitment(commitment)) = found else {
                return Err(stored.unreadable("its commitment is not there"));
            };
            let scores = scores_of(tx, &commitment.id).await?;
            write(tx, &commitment, &scores).await
        }
        _ => Ok(()),
    }
}

async fn open(tx: &mut Tx, entry: &EntityRef) -> Result<Option<Entity>, LedgerError> {
    let stored = read::latest(tx, Sight::from(crate::Viewer::Joint), entry).await?;
    let opened = stored.map(|s| s.open()).transpose()?.flatten();
    Ok(opened.map(|o| o.entity))
}

async fn scores_of(tx: &mut Tx, commitment: &str) -> Result<Vec<(i64, Score)>, LedgerError> {
    let joint = Sight::from(crate::Viewer::Joint);
    let mut scores = Vec::new();
    for stored in read::all_latest(tx, joint, Kind::Score, Some(commitment)).await? {
        if let Some(Entity::Score(score)) = stored.open()?.map(|o| o.entity) {
            scores.push((stored.link.seq, score));
        }
    }
    Ok(scores)
}

async fn write(tx: &mut Tx, it: &Commitment, scores: &[(i64, Score)]) -> Result<(), LedgerError> {
    let consultation = match &it.consultation {
        Some(id) if it.mechanism.is_none() => {
            let (kind, id) = (Kind::Consultation, id.clone());
            open(tx, &EntityRef { kind, id }).await?
        }
        _ => None,
    };
    let of_consultation = consultation.as_ref().and_then(Entity::parent);
    let subject = Subject {
        commitment: it,
        mechanism: it.mechanism.as_deref().or(of_consultation),
        scores: scores.iter().map(|(seq, score)| (*seq, score)).collect(),
    };
    let rows = subject.rows();
    for table in [OWED, STANDING, COMPLIANCE] {
        table.clear(tx, &it.id).await?;
    }
    insert(tx, &rows).await
}

async fn insert(tx: &mut Tx, rows: &Rows) -> Result<(), LedgerError> {
    OWED.insert(tx, &rows.owed).await?;
    STANDING.insert(tx, &rows.standing).await?;
    COMPLIANCE.insert(tx, &rows.compliance).await
}

/// Makes the rows of some parts anew from the history, and where everybody's is among these, all tables.
pub(crate) async fn rebuild(tx: &mut Tx, parts: &[Part]) -> Result<(), LedgerError> {
    for part in parts {
        let sql = "DELETE FROM latest WHERE part = $1";
        tx.run(sql, &[part.number().into()]).await?;
        let mut after = 0;
        loop {
            let page = read::last_versions(tx, *part, after).await?;
            let Some(last) = page.last() else { break };
            after = last.link.seq;
            let mut rows = Vec::new();
            for stored in &page {
                let opened = stored.open()?;
                rows.push(latest_row(stored, opened.as_ref().map(|o| &o.entity)));
            }
            LATEST.insert(tx, &rows).await?;
        }
    }
    if !parts.contains(&Part::JOINT) {
        return Ok(());
    }
    for table in [OWED, STANDING, COMPLIANCE] {
        table.clear_all(tx).await?;
    }
    let mut pages = Pages::new();
    while let Some(page) = pages.next(tx).await? {
        insert(tx, &page.rows).await?;
    }
    Ok(())
}
