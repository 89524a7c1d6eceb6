//! `entente ledger postpone`

use entente_ledger::{Change, Consultation, ConsultationStatus, Days};

use super::{Room, receipt};
use crate::args::{PostponeArgs, RoomArgs};
use crate::failure::Failure;

pub fn run(options: &PostponeArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = room.get::<Consultation>(&options.id)?;
    let mut put_off = found.entry;
    let lasting = put_off.planned.map(|days| days.end - days.start);
    put_off.status = ConsultationStatus::Postponed;
    put_off.reason = Some(options.reason.clone());
    put_off.actual = None;
    put_off.planned = options.to.map(|start| Days {
        start,
        end: options
            .end
            .unwrap_or_else(|| lasting.map_or(start, |lasting| start.saturating_add(lasting))),
    });
    let recorded = room.change(Change::Revision {
        from: found.version,
        entity: put_off.into(),
    })?;
    receipt::give(&room, &recorded, &options.written)
}
