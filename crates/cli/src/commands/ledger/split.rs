//! `entente ledger split`

use entente_ledger::{Commitment, CommitmentStatus, Entity};

use super::record::from_file;
use super::{Room, receipt};
use crate::args::{RoomArgs, SplitArgs};
use crate::clock::today;
use crate::failure::Failure;

pub fn run(options: &SplitArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let whole = room.get::<Commitment>(&options.id)?;
    let parts = match &options.parts {
        Some(file) => commitments(from_file(file)?)?,
        None => {
            let texts = options.part.iter();
            texts.map(|text| part(&whole.entry, text)).collect()
        }
    };
    if parts.len() < 2 {
        return Err(
            Failure::usage("a commitment is split into two parts or more")
                .help("--part TEXT for each, or --parts FILE"),
        );
    }
    let on = options.on.unwrap_or_else(today);
    let stamp = room.stamp()?;
    let view = room.view();
    let recorded = room
        .ledger
        .wait(view.split(&options.id, whole.version, parts, on, &stamp))?;
    receipt::give(&room, &recorded, &options.written)
}

fn part(whole: &Commitment, text: &str) -> Commitment {
    Commitment {
        id: String::new(),
        text: text.to_owned(),
        status: CommitmentStatus::Open,
        closed: None,
        reason: None,
        from: Vec::new(),
        extensions: Vec::new(),
        note: None,
        ..whole.clone()
    }
}

fn commitments(entries: Vec<Entity>) -> Result<Vec<Commitment>, Failure> {
    let only = |entity: Entity| match entity {
        Entity::Commitment(commitment) => Ok(commitment),
        other => Err(Failure::usage(format!(
            "the parts of a commitment are commitments; the file has a {}",
            other.kind()
        ))),
    };
    entries.into_iter().map(only).collect()
}
