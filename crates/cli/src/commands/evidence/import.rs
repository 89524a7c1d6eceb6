//! `entente evidence import`

use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use entente_evidence::identity::{Conflict, Identity, MatchedBy, SessionAgreement};
use entente_evidence::import::{self, Import, ImportError, Kind, Repair};
use entente_states::{Lang, system};

use super::{cleaned_texts, issues, raw_file, read_file, waiting};
use crate::failure::Failure;
use crate::output;

/// Conflicts and repairs that are printed; all conflicts go to a file on request.
const PRINTED: usize = 10;

/// Files to which an import reports what does not fit on a screen.
pub struct Reports<'a> {
    /// What was left out because it is faulty; without it, one fault ends the import.
    pub left_out: Option<PathBuf>,
    /// Every vote that differs from the record.
    pub conflicts: Option<&'a Path>,
    /// How far the file agrees with the record, by session.
    pub by_session: Option<&'a Path>,
}

/// Where the list of what was left out is written: beside the rest, in the directory of evidence.
pub fn list_of_left_out(file: &Path, into: &Path, asked: Option<&Path>) -> PathBuf {
    let packed = file
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("gz"));
    let plain = if packed {
        file.file_stem()
    } else {
        file.file_name()
    };
    let name = Path::new(plain.unwrap_or_default()).file_stem();
    let name = name.unwrap_or_default().to_string_lossy();
    let beside = || into.join(format!("left-out-{name}.csv"));
    asked.map_or_else(beside, Path::to_path_buf)
}

pub fn run(path: &Path, kind: Kind, into: &Path, to: &Reports<'_>) -> Result<(), Failure> {
    let bytes = read_file(path)?;
    let read = match to.left_out {
        Some(_) => import::import_sound,
        None => import::import,
    };
    let Import {
        tables,
        cleaned,
        repairs,
        left_out,
    } = read(kind, &path.display().to_string(), &bytes)
        .map_err(|error| advised(error, kind, to.left_out.is_some()))?;
    let raw = raw_file(path, &bytes);
    drop(bytes);
    // The list is there before the rest is: who finds the one without the other has lost nothing.
    if let Some(list) = &to.left_out {
        list_faults(list, into, &left_out)?;
    }
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
    if let Some(list) = &to.left_out {
        text += &faults(list, &left_out);
    }
    if cleaned > 0 {
        text += &format!("{}.\n", cleaned_texts(cleaned));
    }
    text += &repaired(&repairs);
    if let Some(identity) = &added.identity {
        text += &found(identity);
        report(identity, to)?;
    }
    text += &match added.coded {
        0 => String::new(),
        1 => "1 known roll call has got published codes of issues from this file.\n".to_owned(),
        n => format!("{n} known roll calls have got published codes of issues from this file.\n"),
    };
    output::write(None, &output::page(text))
}

/// A fault of a row, with what can be done if the row is to be left out.
fn advised(mut error: ImportError, kind: Kind, skipping: bool) -> ImportError {
    if error.line > 1 && !skipping && kind.can_leave_out() {
        let also = "`--skip-faulty` imports the rest and lists what it leaves out";
        error.hint = Some(match error.hint.take() {
            Some(hint) if hint.ends_with('?') => format!("{hint} {also}"),
            Some(hint) => format!("{hint}; {also}"),
            None => also.to_owned(),
        });
    }
    error
}

/// A fault as a row of the list.
#[derive(serde::Serialize)]
struct FaultRow<'a> {
    file: &'a str,
    line: Option<u64>,
    column: Option<&'a str>,
    value: Option<&'a str>,
    reason: String,
}

impl<'a> FaultRow<'a> {
    fn of(fault: &'a ImportError) -> Self {
        let hint = fault.hint.iter().map(|hint| format!("; {hint}"));
        FaultRow {
            file: &fault.file,
            line: (fault.line > 0).then_some(fault.line),
            column: fault.column.as_deref(),
            value: fault.value.as_deref(),
            reason: std::iter::once(fault.problem.clone()).chain(hint).collect(),
        }
    }
}

/// Writes the list, or takes an older one of the same file away where nothing was left out.
fn list_faults(list: &Path, into: &Path, left_out: &[ImportError]) -> Result<(), Failure> {
    if left_out.is_empty() {
        return match list.exists() && list.starts_with(into) {
            true => Ok(file::remove(list)?),
            false => Ok(()),
        };
    }
    if list.starts_with(into) {
        file::folder(into, Access::Usual)?;
    }
    let rows: Vec<FaultRow<'_>> = left_out.iter().map(FaultRow::of).collect();
    output::write(Some(list), &output::csv(&rows)?)
}

/// What was left out, in words.
fn faults(list: &Path, left_out: &[ImportError]) -> String {
    if left_out.is_empty() {
        return "Nothing is faulty: nothing was left out.\n".to_owned();
    }
    let mut text = format!(
        "{} left out; the list is in {}:\n",
        match left_out.len() {
            1 => "1 faulty row or roll call was".to_owned(),
            n => format!("{n} faulty rows and roll calls were"),
        },
        list.display()
    );
    for fault in left_out.iter().take(PRINTED) {
        let row = FaultRow::of(fault);
        let value = row.column.map(|column| match row.value {
            Some(value) => format!(", column {column}, value {value:?}"),
            None => format!(", column {column}"),
        });
        text += &format!(
            "  line {}{}: {}\n",
            fault.line,
            value.unwrap_or_default(),
            row.reason
        );
    }
    text + &more(left_out.len())
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
