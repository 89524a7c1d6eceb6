//! `entente reconcile`

mod calls;
mod page;
mod reasons;

use entente_assessment::{Note, Notes, Pair, Reconciliation};
use entente_brief::Lang;
use entente_evidence::{AsOf, EvidenceError, RollCall, RollCallIssue, TableId, TableUse, Vote};
use entente_measures::Period;
use jiff::civil::Date;

use crate::args::{EvidenceArgs, ReconcileArgs, SelectionArgs, TableFormat};
use crate::failure::Failure;
use crate::named;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &ReconcileArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let pair = pair(&options.states)?;
    let selection = SelectionArgs {
        baskets: options.baskets.clone(),
        ..SelectionArgs::default()
    };
    let baskets = selection.all_baskets()?;
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let period = match (options.session, options.year) {
        (Some(session), _) => Period::Session(session),
        (None, year) => Period::Year(year.unwrap_or(0)),
    };
    let found = Reconciliation::of(&pair, period, &baskets, &as_of)?;
    if found.roll_calls.is_empty() {
        let (Period::Session(n) | Period::Year(n)) = period;
        let noun = noun(period);
        return Err(Failure::failed(format!(
            "no roll call on record in {noun} {n}, as of {date}"
        ))
        .help("`entente evidence list` shows what the record covers"));
    }
    let head = Head::of(reading, tables(&as_of)?, &as_of, Lang::default().words())?;
    if options.format == TableFormat::Csv {
        head.beside();
    }
    let written = match options.format {
        TableFormat::Json => json(&found, &head, date)?,
        TableFormat::Csv if options.roll_calls => output::csv(&found.roll_calls)?,
        TableFormat::Csv => output::csv(&found.sets)?,
        TableFormat::Table => head.page(page::page(&found, &pair, period, options.every_roll_call)),
    };
    output::write(options.output.as_deref(), &written)
}

fn pair(names: &[String]) -> Result<Pair, Failure> {
    let parties = names
        .iter()
        .map(|name| named::over_the_record(name))
        .collect::<Result<Vec<_>, Failure>>()?;
    match parties.as_slice() {
        [a, b] if a.ccode != b.ccode => Ok(Pair::of(a, b)),
        _ => Err(Failure::usage("reconcile is of two different states")),
    }
}

fn noun(period: Period) -> &'static str {
    match period {
        Period::Session(_) => "session",
        Period::Year(_) => "year",
    }
}

fn tables(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<RollCallIssue>()?,
    ])
}

fn json(found: &Reconciliation, head: &Head, date: Date) -> Result<Vec<u8>, Failure> {
    let mut object = output::object(&head.envelope(notes(date)), "rows", &found.sets)?;
    object.insert(
        "roll_calls".to_owned(),
        serde_json::to_value(&found.roll_calls)?,
    );
    output::pretty(object)
}

fn notes(date: Date) -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        format!("recorded General Assembly roll calls known on {date}"),
        "voting coincidence by each formula that the U.S. Department of State has used, over each set; per roll call 1 same, ½ partial, 0 opposite, empty left out",
        "`official` marks the formula and set of the Department's report on the period: from session 38 to 2016 every plenary vote of a session, from 2017 final votes of a calendar year, and always with the United States. Its table may still differ where it counts a vote that this record misses or a late correction. A vote that nobody flagged as amendment or paragraph counts as final, one that nobody flagged as important is not.",
    );
    notes.finish()
}
