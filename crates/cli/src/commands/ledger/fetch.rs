//! `entente ledger fetch`

use entente_ledger::Document;

use super::Room;
use crate::args::{FetchArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &FetchArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let document = room.get::<Document>(&options.id)?.entry;
    let content = room.ledger.wait(room.view().content(&document.id))?;
    output::write_private(options.output.as_deref(), &content)
}
