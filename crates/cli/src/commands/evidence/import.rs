//! `entente evidence import`

use std::path::Path;

use entente_evidence::identity::{Conflict, Identity, MatchedBy, SessionAgreement};
use entente_evidence::import::{self, Import, Kind, Repair};
use entente_states::{Lang, system};

use super::{cleaned_texts, issues, raw_file, read_file, waiting};
use crate::failure::Failure;
use crate::output;

/// Conflicts and repairs that are printed; all conflicts go to a file on request.
const PRINTED: usize = 10;

/// Files to which an import reports what does not fit on a screen.
pub struct Reports<'a> {
    /// Every vote that differs from the record.
    pub conflicts: Option<&'a Path>,
    /// How far the file agrees with the record, by session.
    pub by_session: Option<&'a Path>,
}

pub fn run(path: &Path, kind: Kind, into: &Path, to: &Reports<'_>) -> Result<(), Failure> {
    let bytes = read_file(path)?;
    let Import {
        tables,
        cleaned,
        repairs,
    } = import::import(kind, &path.display().to_string(), &bytes)?;
    let raw = raw_file(path, &bytes);
    drop(bytes);
    let added = entente_evidence::add_tables(
        into,
        tables,
        kind,
        &raw,
        || waiting(into),
        issues::code_import,
    )?;
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
        report(identity, to)?;
    }
    output::write(None, &output::page(text))
}

fn report(identity: &Identity, to: &Reports<'_>) -> Result<(), Failure> {
    if let Some(file) = to.conflicts {
        let rows: Vec<ConflictRow<'_>> = identity.conflicts.iter().map(ConflictRow::of).collect();
        output::write(Some(file), &output::csv(&rows)?)?;
    }
    if let Some(file) = to.by_session {
        let rows: Vec<SessionRow> = identity.by_session.iter().map(SessionRow::of).collect();
        output::write(Some(file), &output::csv(&rows)?)?;
    }
    Ok(())
}

/// A session of the file beside the record.
#[derive(serde::Serialize)]
struct SessionRow {
    session: u16,
    by_number: u32,
    by_symbol: u32,
    by_votes: u32,
    new: u32,
    votes_compared: u32,
    different: u32,
    in_one_only: u32,
}

impl SessionRow {
    fn of((session, found): (&u16, &SessionAgreement)) -> Self {
        SessionRow {
            session: *session,
            by_number: found.by_number,
            by_symbol: found.by_symbol,
            by_votes: found.by_votes,
            new: found.new,
            votes_compared: found.compared,
            different: found.different,
            in_one_only: found.in_one_only,
        }
    }
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
