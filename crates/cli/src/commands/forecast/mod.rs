//! `entente forecast`

mod page;

use entente_assessment::{
    Drivers, ForecastRow, Forecasts, Note, Notes, Pair, Party, ResolutionForecast, Scope,
    VotesReach, drivers, pairs, session_forecast,
};
use entente_brief::Lang;
use entente_evidence::{
    AsOf, EvidenceError, RollCall, RollCallIssue, Symbol, TableId, TableUse, Vote,
};
use entente_measures::forecast::opens;
use entente_measures::ideal_points::{EmOptions, Prior};
use entente_measures::{IssueFilter, Selector};
use jiff::ToSpan;

use crate::args::{EvidenceArgs, ForecastArgs, TableFormat};
use crate::failure::Failure;
use crate::fits;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &ForecastArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let parties = parties(options, date)?;
    let Some(session) = session_forecast(&as_of)? else {
        return Err(no_session(&as_of)?);
    };
    let head = Head::of(reading, tables(&as_of)?, &as_of, Lang::default().words())?;
    if options.format == TableFormat::Csv {
        head.beside();
    }
    if let Some(symbol) = &options.resolution {
        return resolution(symbol, &parties, session, options, (&as_of, &head));
    }
    let every: Vec<IssueFilter> = IssueFilter::every().collect();
    let sets = options.selection.selectors(&every)?;
    options.selection.check(&sets, &as_of)?;
    let forecasts = Forecasts::of(session, &as_of, &sets, &fits::kept())?;
    match parties.as_slice() {
        [party] => partners(party, &forecasts, options, (&as_of, &head)),
        _ => of_pairs(&parties, &forecasts, options, (&as_of, &head)),
    }
}

fn parties(options: &ForecastArgs, date: jiff::civil::Date) -> Result<Vec<Party>, Failure> {
    let one = options.states.len() == 1;
    if options.all && !one {
        return Err(Failure::usage("--all is of one state"));
    }
    if options.all {
        return Ok(vec![Party::named(&options.states[0], date)?]);
    }
    if one && options.resolution.is_some() {
        return Ok(vec![Party::named(&options.states[0], date)?]);
    }
    if one {
        return Err(
            Failure::usage("a forecast is of two or more states; one given")
                .help("--all forecasts every partner of one state"),
        );
    }
    Ok(Party::resolve(&options.states, date)?)
}

fn of_pairs(
    parties: &[Party],
    forecasts: &Forecasts<'_>,
    options: &ForecastArgs,
    (as_of, head): (&AsOf<'_>, &Head),
) -> Result<(), Failure> {
    let pairs = pairs(parties);
    let mut rows: Vec<ForecastRow> = pairs.iter().flat_map(|p| forecasts.of_pair(p)).collect();
    rows.retain(ForecastRow::expects_votes);
    let written = match options.format {
        TableFormat::Csv => output::csv(&rows)?,
        TableFormat::Json => {
            let told = told(&pairs, forecasts, as_of)?;
            let envelope = head.envelope(notes(forecasts.session(), as_of)?);
            let mut object = output::object(&envelope, "forecasts", &rows)?;
            object.insert("session".to_owned(), forecasts.session().into());
            object.insert("drivers".to_owned(), serde_json::to_value(&told)?);
            if parties.len() > 2 {
                let group = forecasts.of_group(&pairs);
                object.insert("group".to_owned(), serde_json::to_value(group)?);
            }
            output::pretty(object)?
        }
        TableFormat::Table => {
            let told = told(&pairs, forecasts, as_of)?;
            head.page(page::pairs(parties, &pairs, forecasts, &told, as_of)?)
        }
    };
    output::write(options.output.as_deref(), &written)
}

fn partners(
    party: &Party,
    forecasts: &Forecasts<'_>,
    options: &ForecastArgs,
    (as_of, head): (&AsOf<'_>, &Head),
) -> Result<(), Failure> {
    let mut rows = forecasts.of_partners(party, as_of);
    rows.retain(ForecastRow::expects_votes);
    let written = match options.format {
        TableFormat::Csv => output::csv(&rows)?,
        TableFormat::Json => {
            let envelope = head.envelope(notes(forecasts.session(), as_of)?);
            let mut object = output::object(&envelope, "forecasts", &rows)?;
            object.insert("session".to_owned(), forecasts.session().into());
            output::pretty(object)?
        }
        TableFormat::Table => head.page(page::partners(party, &rows, forecasts, as_of)?),
    };
    output::write(options.output.as_deref(), &written)
}

fn resolution(
    symbol: &Symbol,
    parties: &[Party],
    session: u16,
    options: &ForecastArgs,
    (as_of, head): (&AsOf<'_>, &Head),
) -> Result<(), Failure> {
    let forecasts = Forecasts::of_votes(session, as_of)?;
    let parties = match options.all {
        true => entente_states::memberships::members_on("UN", as_of.date())
            .iter()
            .filter_map(|code| entente_states::system().get(*code))
            .map(Party::of)
            .collect(),
        false => parties.to_vec(),
    };
    let Some(found) = forecasts.of_resolution(symbol, &parties, as_of)? else {
        return Err(Failure::failed(format!(
            "{symbol} is on no recorded vote of the six sessions before session {session}, nor is anything that it came back as"
        ))
        .help("most resolutions are adopted without a vote, and what has not come back for six sessions seldom does"));
    };
    let written = match options.format {
        TableFormat::Csv => output::csv(&found.states)?,
        TableFormat::Json => {
            let envelope = head.envelope(notes(session, as_of)?);
            let rows: &[ResolutionForecast] = std::slice::from_ref(&found);
            let mut object = output::object(&envelope, "forecasts", rows)?;
            object.insert("session".to_owned(), session.into());
            output::pretty(object)?
        }
        TableFormat::Table => head.page(page::resolution(&found, session, as_of)?),
    };
    output::write(options.output.as_deref(), &written)
}

/// What the forecasts rest on; ideal points are of all roll calls.
fn told(
    pairs: &[Pair],
    forecasts: &Forecasts<'_>,
    as_of: &AsOf<'_>,
) -> Result<Vec<Drivers>, Failure> {
    let scope = Scope {
        sessions: 0..=forecasts.session().saturating_sub(1),
        admits: &|_| true,
        issue: None,
        every_roll_call: false,
    };
    let panel = scope.panel(as_of)?;
    let estimator = entente_assessment::Estimator::Em(EmOptions::default());
    // A record too thin for ideal points has forecasts all the same.
    let estimates = fits::kept()
        .estimates(&panel, &Prior::default(), &estimator, &())
        .ok();
    pairs
        .iter()
        .map(|pair| Ok(drivers(pair, forecasts, estimates.as_ref())?))
        .collect()
}

fn tables(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<RollCallIssue>()?,
    ])
}

/// Why there is no session to forecast.
fn no_session(as_of: &AsOf<'_>) -> Result<Failure, EvidenceError> {
    let date = as_of.date();
    let VotesReach {
        last,
        session,
        under_way,
        ..
    } = VotesReach::on(as_of)?;
    let (Some(last), Some(session), Some(now)) = (last, session, under_way) else {
        return Ok(
            Failure::failed(format!("no roll call on record as of {date}"))
                .help("`entente evidence list` shows what the record covers"),
        );
    };
    let eve = opens(session + 2).saturating_sub(1.day());
    Ok(Failure::failed(format!(
        "no session to forecast as of {date}: the votes on record end on {last}, in session {session}, and session {now} is under way; how far a forecast misses is known only for the session that follows on the record"
    ))
    .help(format!(
        "--as-of {eve} is the last day with a forecast; `entente evidence import` reads later votes"
    )))
}

fn notes(session: u16, as_of: &AsOf<'_>) -> Result<Vec<Note>, Failure> {
    let mut notes = Notes::default();
    let silent = silence(session, as_of)?.unwrap_or_default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        format!("roll calls of the sessions before session {session} that were known on {} and before the session opened", as_of.date()),
        "series of roll calls on one question, how often such come back, every state's last vote on each; intervals from how far such forecasts missed the ten sessions before (methods, Forecasts); voting coincidence by the formula of 2017",
        format!("A forecast of recorded votes: what is adopted without a vote is not in it. {silent}").trim(),
    );
    Ok(notes.finish())
}

/// What must be said if the session forecast has opened, or sessions since are not on record.
fn silence(session: u16, as_of: &AsOf<'_>) -> Result<Option<String>, Failure> {
    let date = as_of.date();
    if opens(session) > date {
        return Ok(None);
    }
    let known = as_of
        .roll_calls()?
        .iter()
        .any(|v| v.roll_call.session == session);
    let opened = opens(session);
    Ok(Some(if known {
        format!(
            "Session {session} is under way since {opened}; what it has voted on so far is not used."
        )
    } else {
        format!(
            "Session {session} opened on {opened}, and the record has nothing of it: it is forecast as it stood before."
        )
    }))
}

/// The sets' titles, for the page.
fn titles(sets: &[Selector]) -> Vec<String> {
    sets.iter().map(Selector::title).collect()
}
