//! `entente ledger restore`

use super::Room;
use super::room::named;
use crate::args::{RestoreArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &RestoreArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let into = named(&options.into)?;
    let until = options.as_of.ends();
    let head = room.ledger.wait(async {
        let other = match options.whole {
            true => room.ledger.custodian().restore(until, &into).await?,
            false => room.view().restore(until, &into).await?,
        };
        let head = other.head().await;
        other.close().await;
        head
    })?;
    let said = format!(
        "{} of everybody's revisions are in {into}; head {}:{}\n",
        head.seq, head.seq, head.hash
    );
    output::write(None, &output::page(said))
}
