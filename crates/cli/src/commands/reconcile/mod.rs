//! `entente reconcile`

mod calls;
mod page;
mod reasons;

use entente_assessment::{Note, Notes, Pair, Reconciliation};
use entente_evidence::{AsOf, RollCall, RollCallIssue, TableId, Vote};
use entente_measures::Period;

use crate::args::{EvidenceArgs, ReconcileArgs, SelectionArgs, TableFormat};
use crate::failure::Failure;
use crate::named;
use crate::output::{self, Envelope};

pub fn run(options: &ReconcileArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let pair = pair(&options.states)?;
    let selection = SelectionArgs {
        baskets: options.baskets.clone(),
        ..SelectionArgs::default()
    };
    let baskets = selection.all_baskets()?;
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
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
    let written = match options.format {
        TableFormat::Json => json(&found, &as_of)?,
        TableFormat::Csv if options.roll_calls => output::csv(&found.roll_calls)?,
        TableFormat::Csv => output::csv(&found.sets)?,
        TableFormat::Table => {
            output::page(page::page(&found, &pair, period, options.every_roll_call))
        }
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

fn json(found: &Reconciliation, as_of: &AsOf<'_>) -> Result<Vec<u8>, Failure> {
    let envelope = Envelope {
        as_of: Some(as_of.date()),
        evidence: vec![
            as_of.table_use::<Vote>()?,
            as_of.table_use::<RollCall>()?,
            as_of.table_use::<RollCallIssue>()?,
        ],
        notes: notes(as_of),
    };
    let mut object = output::object(&envelope, "rows", &found.sets)?;
    object.insert(
        "roll_calls".to_owned(),
        serde_json::to_value(&found.roll_calls)?,
    );
    output::pretty(object)
}

fn notes(as_of: &AsOf<'_>) -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        format!("recorded General Assembly roll calls known on {}", as_of.date()),
        "voting coincidence by each formula that the U.S. Department of State has used, over each set; per roll call 1 same, ½ partial, 0 opposite, empty left out",
        "`official` marks the formula and set of the Department's report on the period: from session 38 to 2016 every plenary vote of a session, from 2017 final votes of a calendar year, and always with the United States. Its table may still differ where it counts a vote that this record misses or a late correction. A vote that nobody flagged as amendment or paragraph counts as final, one that nobody flagged as important is not.",
    );
    notes.finish()
}
