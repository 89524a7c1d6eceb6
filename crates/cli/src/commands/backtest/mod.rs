//! `entente backtest`

use std::time::Duration;

use entente_assessment::{Backtest, IssueScores, Notes, SESSIONS_OF_ERRORS, Scores, backtest};
use entente_brief::Lang;
use entente_evidence::{AsOf, EvidenceError, RollCall, RollCallIssue, TableId, TableUse, Vote};
use entente_measures::IssueFilter;
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::{BacktestArgs, ChartFormat, EvidenceArgs};
use crate::failure::Failure;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &BacktestArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let (from, to) = (options.from, options.to);
    if from > to {
        return Err(Failure::usage(format!(
            "--from {from} lies after --to {to}"
        )));
    }
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let every: Vec<IssueFilter> = IssueFilter::every().collect();
    let sets = options.selection.selectors(&every)?;
    options.selection.check(&sets, &as_of)?;
    let last = as_of
        .roll_calls()?
        .last()
        .map_or(0, |v| v.roll_call.session);
    if to > last {
        return Err(Failure::usage(format!(
            "session {to} is not on record as of {date}; the last is {last}"
        )));
    }
    let bar = bar(u64::from(to - from + 1 + SESSIONS_OF_ERRORS.min(from - 2)));
    let found = backtest(from..=to, &as_of, &sets, &|| bar.inc(1))?;
    bar.finish_and_clear();
    let head = Head::of(reading, tables(&as_of)?, &as_of, Lang::default().words())?;
    if matches!(options.format, ChartFormat::Csv | ChartFormat::Svg) {
        head.beside();
    }
    let written = match options.format {
        ChartFormat::Csv => output::csv(&found.rows)?,
        ChartFormat::Json => json(&found, &head)?,
        ChartFormat::Svg => entente_brief::charts::backtest(&found)
            .map_err(|e| Failure::failed(e.to_string()))?
            .into_bytes(),
        ChartFormat::Table => head.page(page(&found, from, to)),
    };
    output::write(options.output.as_deref(), &written)
}

/// Progress on a terminal; nothing elsewhere.
fn bar(sessions: u64) -> ProgressBar {
    let bar = ProgressBar::new(sessions);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} sessions, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

fn tables(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<RollCallIssue>()?,
    ])
}

fn json(found: &Backtest, head: &Head) -> Result<Vec<u8>, Failure> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        "pairs with five joint votes or more in a session and set",
        "each session forecast from what was known on the day before it opened; `gain` is how far the error lies below the best baseline's on the same cells",
        "Cells of one session share its agenda, and cells of one state its votes: they are many, but not as many independent trials.",
    );
    let mut object = output::object(&head.envelope(notes.finish()), "rows", &found.rows)?;
    for (name, value) in [
        ("issues", serde_json::to_value(&found.issues)?),
        ("sessions", serde_json::to_value(&found.sessions)?),
        ("votes", serde_json::to_value(&found.votes)?),
        ("reliability", serde_json::to_value(&found.reliability)?),
    ] {
        object.insert(name.to_owned(), value);
    }
    output::pretty(object)
}

fn page(found: &Backtest, from: u16, to: u16) -> String {
    let sessions = if from == to {
        format!("session {from}")
    } else {
        format!("sessions {from}-{to}")
    };
    let mut text = format!(
        "Forecasts of {sessions}, each from what was known on the day before it opened\n\nVoting coincidence, pairs with five joint votes or more\n{}",
        issues(&found.issues)
    );
    text.push_str(&output::wrapped(
        "Error: mean absolute error of the expected coincidence; CRPS on the same scale; 50% and 90%: share of cells within the interval. Gain: how far the error lies below the best baseline's.",
    ));
    text.push_str("\nSingle votes on questions that came back\n");
    text.push_str(&votes(found));
    text.push_str("\nBy session, every cell\n");
    let lines = found.sessions.iter().map(|s| {
        let mut line = vec![s.session.to_string(), s.year.to_string()];
        line.extend(scores(&s.scores));
        line
    });
    let header = [
        "session",
        "year",
        "cells",
        "error",
        "CRPS",
        "50%",
        "90%",
        "best baseline",
        "its error",
        "gain",
    ];
    text.push_str(&output::table(
        &header,
        &[0, 1, 2, 3, 4, 5, 6, 8, 9],
        lines.collect(),
    ));
    text
}

fn issues(issues: &[IssueScores]) -> String {
    let lines = issues.iter().map(|i| {
        let mut line = vec![i.issue.clone()];
        line.extend(scores(&i.scores));
        line
    });
    let header = [
        "issue",
        "cells",
        "error",
        "CRPS",
        "50%",
        "90%",
        "best baseline",
        "its error",
        "gain",
    ];
    output::table(&header, &[1, 2, 3, 4, 5, 7, 8], lines.collect())
}

fn scores(scores: &Scores) -> Vec<String> {
    let error = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.4}"));
    let percent =
        |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{:.1}%", 100.0 * v));
    let best = scores
        .baselines
        .iter()
        .find(|b| Some(b.baseline) == scores.best_baseline);
    vec![
        scores.cells.to_string(),
        error(scores.mae),
        error(scores.crps),
        percent(scores.coverage_50),
        percent(scores.coverage_90),
        best.map_or("-".to_owned(), |b| b.baseline.title().to_owned()),
        error(best.map(|b| b.mae)),
        percent(scores.gain),
    ]
}

fn votes(found: &Backtest) -> String {
    let votes = &found.votes;
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.4}"));
    let mut lines = vec![vec![
        "forecast".to_owned(),
        number(votes.log_loss),
        number(votes.brier),
    ]];
    for baseline in &votes.baselines {
        lines.push(vec![
            baseline.baseline.replace('_', " "),
            number(baseline.log_loss),
            number(baseline.brier),
        ]);
    }
    let gain = votes
        .gain
        .map_or("-".to_owned(), |g| format!("{:.1}%", 100.0 * g));
    format!(
        "{}{} votes; log loss {gain} below the best baseline\n",
        output::table(&["", "log loss", "Brier"], &[1, 2], lines),
        votes.votes
    )
}
