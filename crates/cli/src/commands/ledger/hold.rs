//! `entente ledger hold`

use entente_ledger::{AgendaEntry, Change, Consultation, ConsultationStatus, Days};

use super::room::unknown;
use super::{Room, receipt};
use crate::args::{HoldArgs, RoomArgs};
use crate::failure::Failure;

pub fn run(options: &HoldArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = room.get::<Consultation>(&options.id)?;
    let mut held = found.entry;
    held.status = ConsultationStatus::Held;
    held.actual = Some(Days {
        start: options.start,
        end: options.end.unwrap_or(options.start),
    });
    held.place = options.place.clone().or(held.place);
    let mut changes = vec![Change::Revision {
        from: found.version,
        entity: held.into(),
    }];
    if !options.reached.is_empty() {
        changes.extend(reached(&room, options)?);
    }
    let recorded = room.changes(changes)?;
    receipt::give(&room, &recorded, &options.written)
}

/// The entries of the agenda, each with whether it was reached.
fn reached(room: &Room, options: &HoldArgs) -> Result<Vec<Change>, Failure> {
    let agenda = room
        .ledger
        .wait(room.view().of::<AgendaEntry>(&options.id))?;
    for id in &options.reached {
        if !agenda.iter().any(|e| e.entry.id == *id) {
            let ids = agenda.iter().map(|e| e.entry.id.clone()).collect();
            let what = format!("entry {id} on the agenda of {}", options.id);
            return Err(unknown(&what, id, ids, "agenda-entry"));
        }
    }
    let standing = agenda.into_iter().filter(|e| e.entry.withdrawn.is_none());
    let change = standing.map(|found| {
        let mut entry = found.entry;
        entry.reached = Some(options.reached.contains(&entry.id));
        Change::Revision {
            from: found.version,
            entity: entry.into(),
        }
    });
    Ok(change.collect())
}
