//! `entente ledger export`

use super::Room;
use crate::args::{ExportArgs, RoomArgs};
use crate::failure::Failure;
use crate::output::{self, Target};

pub fn run(options: &ExportArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let mut target = Target::private(options.file.as_deref())?;
    let head = room.ledger.wait(room.view().export(&mut target))?;
    target.finish()?;
    if options.file.is_some() {
        output::tell(format!(
            "{} revisions; head {}:{}",
            head.seq, head.seq, head.hash
        ));
    }
    Ok(())
}
