//! `entente ledger cancel`

use entente_ledger::{Change, Consultation, ConsultationStatus};

use super::{Room, receipt};
use crate::args::{CancelArgs, RoomArgs};
use crate::failure::Failure;

pub fn run(options: &CancelArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = room.get::<Consultation>(&options.id)?;
    let mut cancelled = found.entry;
    cancelled.status = ConsultationStatus::Cancelled;
    cancelled.reason = Some(options.reason.clone());
    cancelled.actual = None;
    let recorded = room.change(Change::Revision {
        from: found.version,
        entity: cancelled.into(),
    })?;
    receipt::give(&room, &recorded, &options.written)
}
