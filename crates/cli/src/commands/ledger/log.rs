//! `entente ledger log`

use entente_ledger::{Entity, LogFilter, Revision};
use entente_states::Ccode;
use jiff::Timestamp;
use serde::Serialize;

use super::kinds::find;
use super::room::seconds;
use super::summary::Told;
use super::{Room, names};
use crate::args::{LogArgs, RoomArgs, TableFormat};
use crate::failure::Failure;
use crate::output;

/// Letters of the last column.
const TEXT: usize = 40;

/// A revision on a line.
#[derive(Serialize)]
struct FlatRow<'r> {
    seq: i64,
    time: Timestamp,
    author: &'r str,
    kind: &'static str,
    id: &'r str,
    version: i64,
    delegation: Option<Ccode>,
    hash: &'r str,
}

pub fn run(options: &LogArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let entry = options
        .id
        .as_deref()
        .map(|id| find(&room, id))
        .transpose()?;
    let filter = LogFilter {
        kind: entry.as_ref().map(|entry| entry.kind).or(options.kind),
        id: entry.map(|entry| entry.id),
        since: options.since.map(|moment| moment.begins()),
        until: options.until.map(|moment| moment.ends()),
        after: None,
        last: options.last,
    };
    let rows = room.ledger.wait(room.view().log(&filter))?;
    let bytes = match options.written.format {
        TableFormat::Json => output::json(&room.answer(None, Vec::new())?, "revisions", &rows)?,
        TableFormat::Csv if rows.is_empty() => {
            b"seq,time,author,kind,id,version,delegation,hash\n".to_vec()
        }
        TableFormat::Csv => output::csv(&rows.iter().map(flat).collect::<Vec<_>>())?,
        TableFormat::Table if rows.is_empty() => b"No revision.\n".to_vec(),
        TableFormat::Table => output::page(page(&rows)),
    };
    output::write_private(options.written.output.as_deref(), &bytes)
}

fn flat(row: &Revision) -> FlatRow<'_> {
    FlatRow {
        seq: row.seq,
        time: row.time,
        author: &row.author,
        kind: row.kind.as_str(),
        id: &row.id,
        version: row.version,
        delegation: row.delegation,
        hash: &row.hash,
    }
}

fn page(rows: &[Revision]) -> String {
    let line = |row: &Revision| {
        // What is a delegation's own is counted apart.
        let number = match row.delegation {
            None => row.seq.to_string(),
            Some(delegation) => format!("{} {}", names::code(delegation), row.seq),
        };
        vec![
            number,
            seconds(row.time),
            row.author.clone(),
            format!("{}/{}", row.kind, row.id),
            row.version.to_string(),
            output::shortened(&text(&row.entity), TEXT),
        ]
    };
    output::table(
        &["", "UTC", "author", "entry", "version", ""],
        &[0, 4],
        rows.iter().map(line).collect(),
    )
}

fn text(entity: &Entity) -> String {
    let summary = match entity {
        Entity::Consultation(it) => it.summary(),
        Entity::AgendaEntry(it) => it.summary(),
        Entity::Position(it) => it.summary(),
        Entity::Outcome(it) => it.summary(),
        Entity::Commitment(it) => it.summary(),
        Entity::Score(it) => it.summary(),
        Entity::Act(it) => it.summary(),
        Entity::Document(it) => it.summary(),
    };
    format!("{}: {}", summary.status, summary.text)
}
