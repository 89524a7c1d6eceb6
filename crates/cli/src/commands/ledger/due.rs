//! `entente ledger due`

use std::collections::BTreeMap;

use entente_ledger::{DueFilter, Owed, Stage, Standing, Until};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::names::{code, codes};
use super::room::states;
use super::summary::signed;
use super::{Room, scorecard};
use crate::args::{DueArgs, RoomArgs, TableFormat};
use crate::clock::today;
use crate::commands::windows::filled;
use crate::failure::Failure;
use crate::output;

/// An open commitment, and how it stands with each party.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    owed: Owed,
    /// Three-letter codes.
    iso3: Vec<String>,
    /// The scores that stand.
    standing: Vec<Standing>,
}

/// The same on a line.
#[derive(Serialize)]
struct FlatRow<'r> {
    commitment: &'r str,
    due: Option<Date>,
    days_late: Option<i32>,
    ccode: &'r [Ccode],
    iso3: &'r [String],
    made: Date,
    mechanism: Option<&'r str>,
    consultation: Option<&'r str>,
    item: Option<&'r str>,
    extensions: i64,
    scores: Vec<String>,
    text: &'r str,
}

const HEADER: &[u8] = b"commitment,due,days_late,ccode,iso3,made,mechanism,consultation,item,extensions,scores,text\n";

pub fn run(options: &DueArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let on = options.on.unwrap_or_else(today);
    let rows = rows(&room, options, on)?;
    let bytes = match options.written.format {
        TableFormat::Json => {
            let answer = room.answer(Some(on), scorecard::notes())?;
            output::json(&answer, "due", &rows)?
        }
        TableFormat::Csv if rows.is_empty() => HEADER.to_vec(),
        TableFormat::Csv => output::csv(&rows.iter().map(flat).collect::<Vec<_>>())?,
        TableFormat::Table => output::page(page(&rows, on, options)),
    };
    output::write_private(options.written.output.as_deref(), &bytes)
}

fn rows(room: &Room, options: &DueArgs, on: Date) -> Result<Vec<Row>, Failure> {
    let filter = DueFilter {
        until: match (options.all, options.until) {
            (true, _) => Until::Always,
            (false, Some(day)) => Until::Day(day),
            (false, None) => Until::Today,
        },
        parties: states(&options.states)?,
        mechanism: options.mechanism.clone(),
        consultation: options.consultation.clone(),
        item: options.item.as_ref().map(ToString::to_string),
        first: None,
    };
    let owed = room.ledger.wait(room.view().due(on, &filter))?;
    let mut standing: BTreeMap<String, Vec<Standing>> = BTreeMap::new();
    for one in room.ledger.wait(room.view().standing(None))? {
        standing
            .entry(one.commitment.clone())
            .or_default()
            .push(one);
    }
    let row = |owed: Owed| Row {
        iso3: codes(&owed.by),
        standing: standing.remove(&owed.commitment).unwrap_or_default(),
        owed,
    };
    Ok(owed.into_iter().map(row).collect())
}

fn flat(row: &Row) -> FlatRow<'_> {
    let owed = &row.owed;
    FlatRow {
        commitment: &owed.commitment,
        due: owed.due,
        days_late: owed.days_late,
        ccode: &owed.by,
        iso3: &row.iso3,
        made: owed.made,
        mechanism: owed.mechanism.as_deref(),
        consultation: owed.consultation.as_deref(),
        item: owed.item.as_deref(),
        extensions: owed.extensions,
        scores: scores(row),
        text: &owed.text,
    }
}

/// "MEX 0 final", of each party and assessor.
fn scores(row: &Row) -> Vec<String> {
    let one = |it: &Standing| {
        let stage = match it.stage {
            Stage::Interim => "interim",
            Stage::Final => "final",
        };
        format!("{} {} {stage}", code(it.party), signed(it.score))
    };
    let mut scores: Vec<String> = row.standing.iter().map(one).collect();
    scores.sort();
    scores
}

fn page(rows: &[Row], on: Date, options: &DueArgs) -> String {
    let of = match options.states.is_empty() {
        true => String::new(),
        false => format!(" by {}", options.states.join(", ")),
    };
    let late = rows
        .iter()
        .filter(|row| row.owed.days_late.is_some_and(|days| days > 0))
        .count();
    let mut text = match rows.len() {
        0 => format!("Nothing is owed{of} on {on}.\n"),
        all => format!("Owed{of} on {on}: {all}, of which {late} late.\n"),
    };
    for row in rows {
        text.push('\n');
        text.push_str(&lines(row));
    }
    text
}

fn lines(row: &Row) -> String {
    let owed = &row.owed;
    let due = owed.due.map_or("no day".to_owned(), |day| day.to_string());
    let late = match owed.days_late {
        Some(0) => "due today".to_owned(),
        Some(days) if days > 0 => format!("{} late", span(days)),
        Some(days) => format!("in {}", span(-days)),
        None => String::new(),
    };
    let moved = match owed.extensions {
        0 => String::new(),
        1 => ", moved once".to_owned(),
        times => format!(", moved {times} times"),
    };
    let mut text = format!(
        "{due:10}  {late:18}  {:11}  {}{moved}\n",
        row.iso3.join(" "),
        owed.commitment
    );
    let indent = " ".repeat(12);
    text.push_str(&filled(&indent, &owed.text));
    let scores = match row.standing.is_empty() {
        true => "not assessed".to_owned(),
        false => scores(row).join(", "),
    };
    text.push_str(&filled(&indent, &format!("[{scores}]")));
    text
}

/// Days in the words that fit them: "40 days", "7 months", "3.5 years".
fn span(days: i32) -> String {
    match days {
        1 => "1 day".to_owned(),
        ..=89 => format!("{days} days"),
        90..=729 => format!("{:.0} months", f64::from(days) / 30.4375),
        _ => format!("{:.1} years", f64::from(days) / 365.25),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        let told = [1, 40, 329, 3982].map(span);
        assert_eq!(told, ["1 day", "40 days", "11 months", "10.9 years"]);
    }
}
