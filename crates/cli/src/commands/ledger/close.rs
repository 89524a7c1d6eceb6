//! `entente ledger close`

use entente_ledger::{Change, Commitment, CommitmentStatus};

use super::{Room, receipt};
use crate::args::{CloseArgs, Closing, RoomArgs};
use crate::clock::today;
use crate::failure::Failure;

pub fn run(options: &CloseArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = room.get::<Commitment>(&options.id)?;
    let mut closed = found.entry;
    closed.status = match options.closing {
        Closing::Done => CommitmentStatus::Done,
        Closing::Withdrawn => CommitmentStatus::Withdrawn,
    };
    closed.closed = Some(options.on.unwrap_or_else(today));
    closed.reason = options.reason.clone().or(closed.reason);
    let recorded = room.change(Change::Revision {
        from: found.version,
        entity: closed.into(),
    })?;
    receipt::give(&room, &recorded, &options.written)
}
