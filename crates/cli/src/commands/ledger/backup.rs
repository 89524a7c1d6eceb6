//! `entente ledger backup`

use super::Room;
use crate::args::{BackupArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &BackupArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    room.ledger
        .wait(room.ledger.custodian().backup(&options.file))?;
    let said = format!(
        "A whole copy is in {}. It holds every delegation's own: keep it as you keep the ledger.\n",
        options.file.display()
    );
    output::write(None, &output::page(said))
}
