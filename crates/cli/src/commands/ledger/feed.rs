//! What a ledger adds to a dossier: its held consultations as meetings of their mechanisms, and its acts.

use entente_assessment::{Cited, Dossier, EnteredAct, EnteredMeeting};
use entente_ledger::{Act, Consultation, ConsultationStatus, Source};

use super::Room;
use crate::args::RoomArgs;
use crate::commands::dossier::Chosen;
use crate::failure::Failure;

/// A dossier that may have been found, with what a ledger adds to it, if one is named.
pub fn fed(found: Option<Chosen>, database: Option<&str>) -> Result<Option<Chosen>, Failure> {
    match (found, database) {
        (None, Some(_)) => Err(Failure::usage(
            "a ledger's consultations are meetings of a dossier's mechanisms, and there is no dossier for these states",
        )
        .help("--dossier FILE names one")),
        (found, database) => found.map(|chosen| with_ledger(chosen, database)).transpose(),
    }
}

/// A dossier with what a ledger adds to it, if one is named.
pub fn with_ledger(chosen: Chosen, database: Option<&str>) -> Result<Chosen, Failure> {
    let Some(database) = database else {
        return Ok(chosen);
    };
    fed_by(&Room::to_read(&RoomArgs::joint(database))?, chosen)
}

/// A dossier with what an open ledger adds to it.
pub fn fed_by(room: &Room, chosen: Chosen) -> Result<Chosen, Failure> {
    let meetings = meetings(room, &chosen.dossier)?;
    let acts = acts(room)?;
    Ok(Chosen {
        dossier: chosen.dossier.with_meetings(&meetings).with_acts(&acts),
        name: chosen.name,
    })
}

/// Consultations that were held, of mechanisms of the dossier in which all their parties take part.
fn meetings(room: &Room, dossier: &Dossier) -> Result<Vec<(String, EnteredMeeting)>, Failure> {
    let all = room.ledger.wait(room.view().all::<Consultation>())?;
    let held = all.into_iter().map(|found| found.entry).filter(|it| {
        let mechanism = dossier.mechanism(&it.mechanism);
        it.status == ConsultationStatus::Held
            && mechanism.is_some_and(|m| it.parties.iter().all(|p| m.parties.contains(p)))
    });
    let meeting = |it: Consultation| {
        let days = it.actual?;
        let meeting = EnteredMeeting {
            start: days.start,
            end: days.end,
            place: it.place.unwrap_or_default(),
            source: Cited {
                work: match it.sources.first() {
                    Some(source) => format!("{} (ledger, {})", source.citation, it.id),
                    None => format!("ledger, {}", it.id),
                },
                place: None,
            },
        };
        Some((it.mechanism, meeting))
    };
    Ok(held.filter_map(meeting).collect())
}

fn acts(room: &Room) -> Result<Vec<EnteredAct>, Failure> {
    let all = room.ledger.wait(room.view().all::<Act>())?;
    let standing = all.into_iter().map(|found| found.entry);
    let standing = standing.filter(|act| act.withdrawn.is_none());
    let source = |source: Source| (source.citation, source.address);
    Ok(standing
        .map(|act| EnteredAct {
            id: act.id,
            date: act.date,
            party: act.party,
            weight: act.weight,
            text: act.text,
            sources: act.sources.into_iter().map(source).collect(),
        })
        .collect())
}
