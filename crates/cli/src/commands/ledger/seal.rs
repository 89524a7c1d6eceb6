//! `entente ledger seal`

use super::{Room, passphrase};
use crate::args::{RoomArgs, SealArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &SealArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let party = room.delegation("what is sealed")?;
    let new = match &options.new_passphrase_file {
        Some(file) => passphrase::from_file(file)?,
        None => twice()?,
    };
    let sealed = room.ledger.wait(room.view().seal(&new))?;
    let whose = super::names::state(party);
    let mut text = match sealed.revisions + sealed.documents {
        0 => format!("What is the own of {whose} is sealed with this passphrase.\n"),
        _ => format!(
            "What is the own of {whose} is sealed: {} revisions and {} documents, and all that will be written.\n",
            sealed.revisions, sealed.documents
        ),
    };
    text.push_str(
        "A lost passphrase cannot be recovered. Copies and exports that were made before are not sealed.\n",
    );
    if !sealed.compacted {
        text.push_str(
            "What stood there before is still in the database's files: their owner runs VACUUM FULL.\n",
        );
    }
    output::write(None, &output::page(text))
}

/// A new passphrase, typed twice.
fn twice() -> Result<entente_ledger::Passphrase, Failure> {
    let ask = |prompt| {
        passphrase::asked(prompt)?.ok_or_else(|| {
            Failure::usage("a new passphrase is needed")
                .help("--new-passphrase-file FILE gives it; on a terminal it is asked for")
        })
    };
    let first = ask("New passphrase: ")?;
    match first == ask("The same again: ")? {
        true => Ok(first),
        false => Err(Failure::usage(
            "the two passphrases differ; nothing was changed",
        )),
    }
}
