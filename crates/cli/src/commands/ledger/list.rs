//! `entente ledger list`

use entente_ledger::Versioned;

use super::Room;
use super::kinds::of_kind;
use super::summary::{self, Summary, Told};
use crate::args::{ListArgs, RoomArgs, TableFormat};
use crate::failure::Failure;
use crate::output;

/// Letters of the last column.
const TEXT: usize = 60;

pub fn run(options: &ListArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let bytes = of_kind!(options.kind, Entry => write::<Entry>(&room, options)?);
    output::write_private(options.written.output.as_deref(), &bytes)
}

fn write<T: Told>(room: &Room, options: &ListArgs) -> Result<Vec<u8>, Failure> {
    let view = room.view();
    let rows: Vec<Versioned<T>> = match &options.of {
        Some(parent) => room.ledger.wait(view.of(parent))?,
        None => room.ledger.wait(view.all())?,
    };
    let summaries = || rows.iter().map(summary::of).collect::<Vec<Summary>>();
    let kind = options.kind;
    Ok(match options.written.format {
        TableFormat::Json => output::json(&room.answer(None, Vec::new())?, "entries", &rows)?,
        TableFormat::Csv if rows.is_empty() => {
            b"id,version,day,until,parties,status,text\n".to_vec()
        }
        TableFormat::Csv => output::csv(&summaries())?,
        TableFormat::Table if rows.is_empty() => output::page(format!("No {kind}.\n")),
        TableFormat::Table => output::page(summary::table(&summaries(), TEXT)),
    })
}
