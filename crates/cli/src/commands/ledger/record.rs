//! `entente ledger record`

use std::path::Path;

use entente_ledger::{Change, Entity, NotEntries, SHIPPED_CASES, read_entries, read_toml_entries};

use super::{Room, receipt};
use crate::args::{RecordArgs, RoomArgs};
use crate::failure::Failure;
use crate::input;

/// Largest file of entries that is read: 256 MiB, a million entries and more.
const MOST: u64 = 256 << 20;

pub fn run(options: &RecordArgs, room: &RoomArgs) -> Result<(), Failure> {
    let entries = match (&options.shipped, &options.file) {
        (Some(name), _) => shipped(name)?,
        (None, Some(file)) => from_file(file)?,
        (None, None) => Vec::new(),
    };
    let room = Room::to_write(room)?;
    let changes = entries.into_iter().map(Change::New).collect();
    let recorded = room.changes(changes)?;
    receipt::give(&room, &recorded, &options.written)
}

fn shipped(name: &str) -> Result<Vec<Entity>, Failure> {
    let found = SHIPPED_CASES.iter().find(|(shipped, _)| *shipped == name);
    let (_, text) = found.ok_or_else(|| Failure::usage(format!("there is no case {name}")))?;
    read_toml_entries(name, text).map_err(|fault| Failure::failed(fault.to_string()))
}

/// The entries of a file, JSON Lines or TOML by its ending.
pub fn from_file(file: &Path) -> Result<Vec<Entity>, Failure> {
    let cannot = |why: &dyn std::fmt::Display| {
        Failure::usage(format!("cannot read {}: {why}", file.display()))
    };
    let bytes = input::bytes(file, MOST).map_err(|error| cannot(&error))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| cannot(&format!("it is not text in UTF-8 ({})", error.utf8_error())))?;
    let name = file.display().to_string();
    let toml = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let read = match toml {
        true => read_toml_entries(&name, &text),
        false => read_entries(&name, &text),
    };
    read.map_err(|fault| in_file(file, text, *fault))
}

/// A fault with its place in the text.
fn in_file(file: &Path, text: String, fault: NotEntries) -> Failure {
    let before: usize = text
        .split_inclusive('\n')
        .take(fault.line - 1)
        .map(str::len)
        .sum();
    let mut at = (before + fault.column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let end = text[at..]
        .char_indices()
        .find(|(_, c)| matches!(c, ' ' | '\n' | ',' | '='))
        .map_or(text.len(), |(i, _)| at + i.max(1));
    let end = (at..=end.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(at);
    Failure::in_text(
        file,
        text,
        at..end,
        fault.message,
        Some("Nothing was recorded.".to_owned()),
    )
}
