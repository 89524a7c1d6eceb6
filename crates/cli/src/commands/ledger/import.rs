//! `entente ledger import`

use std::fs::File;
use std::io::BufReader;

use super::Room;
use crate::args::{ImportArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &ImportArgs, room: &RoomArgs) -> Result<(), Failure> {
    let file = &options.file;
    let opened = File::open(file)
        .map_err(|error| Failure::usage(format!("cannot read {}: {error}", file.display())))?;
    let room = Room::to_write(room)?;
    let name = file.display().to_string();
    let mut reader = BufReader::new(opened);
    let taken = room.ledger.wait(room.view().import(&name, &mut reader))?;
    let mut text = format!(
        "{} revisions and {} documents that were not there",
        taken.revisions, taken.documents
    );
    if taken.unsealed > 0 {
        text.push_str(&format!("; {} unsealed", taken.unsealed));
    }
    if let Some(head) = taken.head {
        text.push_str(&format!("; head {}:{}", head.seq, head.hash));
    }
    text.push('\n');
    output::write(None, &output::page(text))
}
