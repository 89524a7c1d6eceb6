//! `entente ledger supersede`

use entente_ledger::{Commitment, CommitmentStatus};

use super::add::source;
use super::room::states;
use super::{Room, receipt};
use crate::args::{RoomArgs, SupersedeArgs};
use crate::failure::Failure;

pub fn run(options: &SupersedeArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let old = room.get::<Commitment>(&options.id)?;
    let new = successor(&old.entry, options)?;
    let stamp = room.stamp()?;
    let recorded = room.ledger.wait(room.view().supersede(
        &options.id,
        old.version,
        vec![new],
        options.made,
        options.reason.clone(),
        &stamp,
    ))?;
    receipt::give(&room, &recorded, &options.written)
}

/// The new commitment: what is not said anew is as before.
fn successor(old: &Commitment, options: &SupersedeArgs) -> Result<Commitment, Failure> {
    Ok(Commitment {
        id: options.new_id.clone(),
        text: options.text.clone(),
        by: match options.by.is_empty() {
            true => old.by.clone(),
            false => states(&options.by)?,
        },
        made: options.made,
        due: options.due,
        verification: old.verification.clone(),
        source: source(&options.source),
        consultation: options.consultation.clone(),
        mechanism: match options.consultation {
            Some(_) => None,
            None => old.mechanism.clone(),
        },
        item: old.item.clone(),
        status: CommitmentStatus::Open,
        closed: None,
        reason: None,
        from: Vec::new(),
        extensions: Vec::new(),
        note: None,
    })
}
