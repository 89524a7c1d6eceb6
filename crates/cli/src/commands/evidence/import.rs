//! `entente evidence import`

use std::path::Path;

use entente_evidence::identity::{Conflict, Identity, MatchedBy};
use entente_evidence::import::{self, Import, Kind, Repair};
use entente_states::{Lang, system};

use super::{cleaned_texts, raw_file, read_file, waiting};
use crate::failure::Failure;
use crate::output;

/// Conflicts and repairs that are printed; all conflicts go to a file on request.
const PRINTED: usize = 10;

pub fn run(path: &Path, kind: Kind, into: &Path, conflicts: Option<&Path>) -> Result<(), Failure> {
    let bytes = read_file(path)?;
    let Import {
        tables,
        cleaned,
        repairs,
    } = import::import(kind, &path.display().to_string(), &bytes)?;
    let raw = raw_file(path, &bytes);
    drop(bytes);
    let added = entente_evidence::add_tables(into, tables, kind, &raw, || waiting(into))?;
    let mut text = String::new();
    for (table, new, total) in added.counts {
        text += &format!("{table}: {new} rows read, {total} in {}\n", into.display());
    }
    if cleaned > 0 {
        text += &format!("{}.\n", cleaned_texts(cleaned));
    }
    text += &repaired(&repairs);
    if let Some(identity) = &added.identity {
        text += &found(identity);
        if let Some(file) = conflicts {
            let rows: Vec<ConflictRow<'_>> =
                identity.conflicts.iter().map(ConflictRow::of).collect();
            output::write(Some(file), &output::csv(&rows)?)?;
        }
    }
    output::write(None, &output::page(text))
}

fn repaired(repairs: &[Repair]) -> String {
    if repairs.is_empty() {
        return String::new();
    }
    let mut text = format!("{} repairs of the publisher's slips:\n", repairs.len());
    for repair in repairs.iter().take(PRINTED) {
        text += &format!(
            "  line {}, {}: {}\n",
            repair.line, repair.symbol, repair.what
        );
    }
    text + &more(repairs.len())
}

/// Which roll calls were known, and how each was found.
fn found(identity: &Identity) -> String {
    let matched = |by| identity.matched(by);
    let mut text = format!(
        "{} roll calls: {} known by number, {} by symbol, {} by date and votes; {} new.\n",
        identity.same.len() + identity.new.len(),
        matched(MatchedBy::Number),
        matched(MatchedBy::Symbol),
        matched(MatchedBy::Votes),
        identity.new.len(),
    );
    if identity.conflicts.is_empty() {
        return text;
    }
    text += &format!(
        "{} votes differ from the record; on top of it the record's stand:\n",
        identity.conflicts.len()
    );
    for conflict in identity.conflicts.iter().take(PRINTED) {
        let row = ConflictRow::of(conflict);
        text += &format!(
            "  {} ({}), {}: {} on record, {} in this file\n",
            row.symbol.unwrap_or("no symbol"),
            row.date,
            row.state,
            row.kept,
            row.other
        );
    }
    text += &more(identity.conflicts.len());
    text
}

fn more(all: usize) -> String {
    match all.saturating_sub(PRINTED) {
        0 => String::new(),
        n => format!("  and {n} more\n"),
    }
}

#[derive(serde::Serialize)]
struct ConflictRow<'a> {
    rcid: u32,
    symbol: Option<&'a str>,
    date: jiff::civil::Date,
    ccode: u16,
    state: String,
    kept: &'static str,
    other: &'static str,
}

impl<'a> ConflictRow<'a> {
    fn of(conflict: &'a Conflict) -> Self {
        let word = |code| {
            entente_evidence::VoteCast::from_code(code).map_or("not a member", |vote| vote.as_str())
        };
        ConflictRow {
            rcid: conflict.rcid,
            symbol: conflict.symbol.as_deref(),
            date: conflict.date,
            ccode: conflict.ccode.0,
            state: system()
                .get(conflict.ccode)
                .map_or_else(String::new, |s| s.name(Lang::En).to_owned()),
            kept: word(conflict.kept),
            other: word(conflict.other),
        }
    }
}
