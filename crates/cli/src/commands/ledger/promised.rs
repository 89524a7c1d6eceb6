//! The ledger's commitments with their scores, as an assessment takes them.

use std::collections::BTreeMap;

use entente_assessment::{ClosedAs, CommitmentRecord, DueDayMoved, ScoreRecord};
use entente_ledger::{Commitment, CommitmentStatus, Consultation, Score, Versioned};
use entente_states::Ccode;

use super::Room;
use crate::args::RoomArgs;
use crate::failure::Failure;

/// The commitments of a ledger, if one is named.
pub fn promised(database: Option<&str>) -> Result<Option<Vec<CommitmentRecord>>, Failure> {
    let Some(database) = database else {
        return Ok(None);
    };
    records(&Room::to_read(&RoomArgs::joint(database))?).map(Some)
}

/// All commitments of an open ledger.
pub fn records(room: &Room) -> Result<Vec<CommitmentRecord>, Failure> {
    let (ledger, view) = (&room.ledger, room.view());
    let mut scores: BTreeMap<String, Vec<Versioned<Score>>> = BTreeMap::new();
    for score in ledger.wait(view.all::<Score>())? {
        let of = scores.entry(score.entry.commitment.clone()).or_default();
        of.push(score);
    }
    let consultations: BTreeMap<String, Consultation> =
        (ledger.wait(view.all::<Consultation>())?.into_iter())
            .map(|found| (found.entry.id.clone(), found.entry))
            .collect();
    let all = ledger.wait(view.all::<Commitment>())?.into_iter();
    Ok(all
        .map(|found| {
            let of = scores.remove(&found.entry.id).unwrap_or_default();
            record(found.entry, of, &consultations)
        })
        .collect())
}

fn record(
    it: Commitment,
    mut scores: Vec<Versioned<Score>>,
    consultations: &BTreeMap<String, Consultation>,
) -> CommitmentRecord {
    let at = it
        .consultation
        .as_ref()
        .and_then(|id| consultations.get(id));
    let mut among: Vec<Ccode> = it.by.clone();
    among.extend(at.iter().flat_map(|c| &c.parties));
    among.sort_unstable();
    among.dedup();
    let closed = match it.status {
        CommitmentStatus::Open => None,
        CommitmentStatus::Done => Some(ClosedAs::Done),
        CommitmentStatus::Superseded | CommitmentStatus::Split => Some(ClosedAs::Replaced),
        CommitmentStatus::Withdrawn => Some(ClosedAs::GivenUp),
    };
    // In the order in which they were recorded: of two of one day the later stands.
    scores.sort_by_key(|score| score.seq);
    CommitmentRecord {
        id: it.id,
        text: it.text,
        among,
        made: it.made,
        due: it.due,
        moved: (it.extensions.into_iter())
            .map(|moved| DueDayMoved {
                decided: moved.decided,
                from: moved.from,
            })
            .collect(),
        closed: it.closed.zip(closed),
        verification: it.verification,
        consultation: at.map(|c| match c.day() {
            Some(day) => format!("{}, {day}", c.title),
            None => c.title.clone(),
        }),
        mechanism: it.mechanism.or_else(|| at.map(|c| c.mechanism.clone())),
        item: it.item.map(|link| link.to_string()),
        source: it.source.citation,
        address: it.source.address,
        scores: (scores.into_iter().map(|found| found.entry))
            .filter(|score| score.withdrawn.is_none())
            .map(|score| ScoreRecord {
                party: score.party,
                score: score.score.into(),
                last_word: score.stage == entente_ledger::Stage::Final,
                assessor: score.assessor,
                date: score.date,
                evidence: score.evidence,
                address: score.address,
            })
            .collect(),
        by: it.by,
    }
}
