//! `entente ledger carry`

use entente_ledger::{AgendaEntry, Change, Consultation};

use super::{Room, receipt};
use crate::args::{CarryArgs, RoomArgs};
use crate::failure::Failure;

pub fn run(options: &CarryArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let (from, to) = (&options.from, &options.to);
    room.get::<Consultation>(from)?;
    let later = room.get::<Consultation>(to)?.entry;
    let agenda = room.ledger.wait(room.view().of::<AgendaEntry>(from))?;
    let there = room.ledger.wait(room.view().of::<AgendaEntry>(to))?;
    let carried = |id: &String| {
        there
            .iter()
            .any(|e| e.entry.carried_from.as_ref() == Some(id))
    };
    let mut order = there.iter().map(|e| e.entry.order).max().unwrap_or(0);
    let mut left: Vec<AgendaEntry> = agenda.into_iter().map(|e| e.entry).collect();
    left.retain(|e| e.reached == Some(false) && e.withdrawn.is_none() && !carried(&e.id));
    left.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    if left.is_empty() {
        return Err(
            Failure::usage(format!("nothing of {from} is left to be carried over")).help(
                "`entente ledger hold --reached` says what was reached; the rest of the agenda was not",
            ),
        );
    }
    let changes = left.into_iter().map(|mut entry| {
        order = order.saturating_add(1);
        entry.carried_from = Some(std::mem::take(&mut entry.id));
        entry.consultation.clone_from(to);
        entry.order = order;
        entry.reached = None;
        entry
            .leads
            .retain(|lead| later.parties.contains(&lead.party));
        Change::New(entry.into())
    });
    let recorded = room.changes(changes.collect())?;
    receipt::give(&room, &recorded, &options.written)
}
