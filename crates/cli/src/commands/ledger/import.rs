//! `entente ledger import`

use std::fs::File;
use std::io::BufReader;

use super::Room;
use super::older::counted;
use crate::args::{ImportArgs, RoomArgs};
use crate::clock;
use crate::failure::Failure;
use crate::output;

pub fn run(options: &ImportArgs, room: &RoomArgs) -> Result<(), Failure> {
    let file = &options.file;
    let opened = File::open(file)
        .map_err(|error| Failure::usage(format!("cannot read {}: {error}", file.display())))?;
    let room = Room::to_write(room)?;
    let name = file.display().to_string();
    let mut reader = BufReader::new(opened);
    let now = clock::now();
    let taken = match options.whole {
        true => room
            .ledger
            .wait(room.ledger.custodian().import(&name, &mut reader, now)),
        false => room
            .ledger
            .wait(room.view().import(&name, &mut reader, now)),
    }?;
    let mut text = format!(
        "{} revisions and {} documents that were not there",
        taken.revisions, taken.documents
    );
    if taken.cleaned > 0 {
        text.push_str(&format!(
            "; in {} of them characters that no text may hold were replaced",
            taken.cleaned
        ));
    }
    if taken.absent > 0 {
        text.push_str(&format!(
            "; the content of {} is absent, as the file says: who has it attaches it again",
            counted(taken.absent, "document")
        ));
    }
    for (what, head) in [("head", taken.head), ("own head", taken.own_head)] {
        if let Some(head) = head {
            text.push_str(&format!("; {what} {}:{}", head.seq, head.hash));
        }
    }
    text.push('\n');
    output::write(None, &output::page(text))
}
