//! `entente ledger extend`

use entente_ledger::Commitment;

use super::{Room, receipt};
use crate::args::{ExtendArgs, RoomArgs};
use crate::clock::today;
use crate::failure::Failure;

pub fn run(options: &ExtendArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let version = room.get::<Commitment>(&options.id)?.version;
    let decided = options.decided.unwrap_or_else(today);
    let recorded = room.ledger.wait(room.view().extend(
        &options.id,
        version,
        options.to,
        decided,
        options.reason.clone(),
        &room.stamp()?,
    ))?;
    receipt::give(&room, &[recorded], &options.written)
}
