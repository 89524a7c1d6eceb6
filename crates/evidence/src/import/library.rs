//! The UN Digital Library's whole record of the General Assembly as gathered record by record: one CSV of
//! resolutions, one of votes. (The Library's own bulk file, which repeats the roll call on every vote, is
//! read by [`super::unga_users::digital_library`].)

use std::collections::HashMap;

use entente_states::Ccode;
use jiff::civil::Date;

use super::code_and_name::States;
use super::csv_table::{CsvTable, Row};
use super::unga::{Once, second_vote};
use super::unga_users::{session_on, vote_letter};
use super::{Cell, ImportError};
use crate::record::Tables;
use crate::symbol::Symbol;
use crate::tables::{Adoption, Organ, RecordSource, Resolution, RollCall, Vote};

/// Symbols that the Library misprints.
const MISPRINTS: [(&str, &str); 1] = [("A/RES/79/XX", "A/RES/79/290")];

/// Reads `undl_ga_resolutions`: the resolutions that were adopted by a recorded vote. Those of which the
/// Library has only totals are no roll calls here.
///
/// # Errors
/// A value that cannot be read, or a record that stands twice.
pub fn resolutions(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 5] = ["undl_id", "resolution", "date", "title", "recorded"];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut seen = Once::default();
    let mut tables = Tables::default();
    table.each(|row| {
        let rcid = row.cell("undl_id").number("a record's number")?;
        seen.insert(rcid, row, || format!("record {rcid}"))?;
        if row.cell("recorded").optional_flag()? == Some(true) {
            let call = roll_call(rcid, row)?;
            tables.resolutions.push(resolution(row, &call));
            tables.roll_calls.push(call);
        }
        Ok(())
    })?;
    Ok(tables)
}

fn roll_call(rcid: u32, row: &Row<'_>) -> Result<RollCall, ImportError> {
    let date = row.cell("date").date()?;
    let published = row.cell("resolution").required()?;
    let symbol = MISPRINTS
        .iter()
        .find(|(wrong, _)| *wrong == published)
        .map_or(published, |(_, right)| right);
    Ok(RollCall {
        symbol: Some(symbol.to_owned()),
        symbol_published: Some(published.to_owned()),
        // The Library lists adopted resolutions only.
        amendment: Some(false),
        paragraph: Some(false),
        title: row.cell("title").optional().map(str::to_owned),
        source: RecordSource::Library,
        ..RollCall::plain(rcid, session(symbol, date), date)
    })
}

/// The resolution, for its title and subjects.
fn resolution(row: &Row<'_>, call: &RollCall) -> Resolution {
    let text = |column| row.cell(column).optional().map(str::to_owned);
    Resolution {
        symbol: call.symbol.clone().unwrap_or_default(),
        organ: Organ::Assembly,
        date: call.date,
        session: Some(call.session),
        title: call.title.clone(),
        agenda_item: None,
        agenda_title: None,
        committee: None,
        subjects: text("subjects").map(|s| s.replace('|', " | ")),
        adoption: Adoption::Recorded,
        in_favour: None,
        against: None,
        abstaining: None,
        chapter_vii: None,
        draft: None,
        meeting: text("meeting"),
        rcid: Some(call.rcid),
        source: RecordSource::Library,
    }
}

/// The regular session: the symbol's, or the one under way on the day.
fn session(symbol: &str, date: Date) -> u16 {
    Symbol::parse(symbol)
        .filter(Symbol::is_of_a_regular_session)
        .map_or_else(|| session_on(date), |s| s.session())
}

/// States by the Library's codes.
pub(super) struct Members(States);

impl Default for Members {
    fn default() -> Self {
        Members(States::by_alpha3())
    }
}

impl Members {
    /// The state that held the seat on a day. `GER` is the Library's own code for the Federal Republic of
    /// Germany before 1990.
    pub(super) fn of(
        &mut self,
        code: Cell<'_>,
        name: Cell<'_>,
        on: Date,
    ) -> Result<Ccode, ImportError> {
        match code.text {
            "GER" => Ok(Ccode(260)),
            _ => self.0.of_seat(code, name, on),
        }
    }
}

/// Reads `undl_ga_votes`, given the days of its roll calls: who held a seat depends on the day.
///
/// # Errors
/// A value that cannot be read, a record that is not among `days`, or a second vote of one state on it.
pub fn votes(file: &str, bytes: &[u8], days: &HashMap<u32, Date>) -> Result<Tables, ImportError> {
    let table = CsvTable::open(file, bytes, b',', &["undl_id", "ms_code", "ms_vote"])?;
    let mut seen = Once::default();
    let mut states = Members::default();
    let mut votes = Vec::new();
    table.each(|row| {
        let cell = row.cell("undl_id");
        let rcid = cell.number("a record's number")?;
        let day = days.get(&rcid).ok_or_else(|| {
            cell.error("is no record of a recorded vote in the file of resolutions")
        })?;
        let code = row.cell("ms_code");
        if let Some(vote) = vote_letter(row.cell("ms_vote"))? {
            let ccode = states.of(code, row.cell("ms_name"), *day)?;
            seen.insert((rcid, ccode), row, || second_vote(code.text, rcid))?;
            votes.push(Vote {
                ccode,
                rcid,
                vote: vote as u8,
            });
        }
        Ok(())
    })?;
    Ok(Tables {
        votes,
        ..Tables::default()
    })
}
