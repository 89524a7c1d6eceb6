//! `entente ledger scorecard`

use entente_assessment::{Note, Notes};
use entente_brief::charts;
use entente_ledger::{Agreement, Scorecard, ScorecardFilter, Tally};
use serde::Serialize;

use super::room::state;
use super::{Room, names};
use crate::args::{By, ChartFormat, RoomArgs, ScorecardArgs};
use crate::failure::Failure;
use crate::output;

/// A line: what it is about, and compliance.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The code, id or year; `none` where commitments name none.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Compliance.
    #[serde(flatten)]
    pub tally: Tally,
}

pub fn run(options: &ScorecardArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let filter = ScorecardFilter {
        party: options.party.as_deref().map(state).transpose()?,
        mechanism: options.mechanism.clone(),
        item: options.item.as_ref().map(ToString::to_string),
        from_year: options.from,
        to_year: options.to,
    };
    let scorecard = room.ledger.wait(room.view().scorecard(&filter))?;
    let agreement = room.ledger.wait(room.view().agreement(&filter))?;
    let rows = rows(&scorecard, options.by);
    let title = title(options)?;
    let bytes = match options.format {
        ChartFormat::Json => {
            let mut object = output::object(&room.answer(None, notes())?, "rows", &rows)?;
            object.insert(
                "overall".to_owned(),
                serde_json::to_value(scorecard.overall)?,
            );
            object.insert("agreement".to_owned(), serde_json::to_value(&agreement)?);
            output::pretty(object)?
        }
        ChartFormat::Csv if rows.is_empty() => {
            b"key,name,commitments,assessed,full,partial,none,score,percent\n".to_vec()
        }
        ChartFormat::Csv => output::csv(&rows)?,
        ChartFormat::Table => output::page(page(&title, &rows, &scorecard.overall, &agreement)),
        ChartFormat::Svg => chart(&title, &rows, &scorecard.overall)
            .map_err(|error| Failure::failed(error.to_string()))?
            .into_bytes(),
    };
    output::write_private(options.output.as_deref(), &bytes)
}

/// How compliance is reckoned.
pub fn notes() -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[],
        "pairs of a commitment and a party; of each assessor the final score, or the latest interim one; commitments that were split or superseded count through what took their place",
        "-1 no or contrary action, 0 partial or in progress, +1 full (G20 Research Group, University of Toronto); a score S is the mean over assessed pairs, each assessor counting alike; the percentage is 50 (S + 1)",
        "what was not assessed is counted and is in no mean; it is not 0. A mean over few pairs says little.",
    );
    notes.finish()
}

fn rows(scorecard: &Scorecard, by: By) -> Vec<Row> {
    let named = |key: &Option<String>, name: fn(&str) -> String| match key {
        Some(key) => (key.clone(), name(key)),
        None => ("none".to_owned(), "none named".to_owned()),
    };
    let row = |(key, name): (String, String), tally: Tally| Row { key, name, tally };
    match by {
        By::Party => {
            let lines = scorecard.by_party.iter();
            lines
                .map(|l| row((names::code(l.key), names::state(l.key)), l.tally))
                .collect()
        }
        By::Item => {
            let lines = scorecard.by_item.iter();
            lines
                .map(|l| row(named(&l.key, names::item), l.tally))
                .collect()
        }
        By::Mechanism => {
            let lines = scorecard.by_mechanism.iter();
            lines
                .map(|l| row(named(&l.key, names::mechanism), l.tally))
                .collect()
        }
        By::Year => {
            let lines = scorecard.by_year.iter();
            lines
                .map(|l| row((l.key.to_string(), l.key.to_string()), l.tally))
                .collect()
        }
    }
}

fn title(options: &ScorecardArgs) -> Result<String, Failure> {
    let mut parts = vec!["Compliance".to_owned()];
    parts.extend(options.mechanism.as_deref().map(names::mechanism));
    if let Some(party) = &options.party {
        parts.push(names::state(state(party)?));
    }
    parts.extend(options.item.as_ref().map(|i| names::item(&i.to_string())));
    match (options.from, options.to) {
        (Some(from), Some(to)) => parts.push(format!("made {from} to {to}")),
        (Some(from), None) => parts.push(format!("made {from} or later")),
        (None, Some(to)) => parts.push(format!("made {to} or earlier")),
        (None, None) => {}
    }
    Ok(parts.join(", "))
}

fn page(title: &str, rows: &[Row], overall: &Tally, agreement: &[Agreement]) -> String {
    let mut text = format!("{title}\n\n");
    if rows.is_empty() {
        text.push_str("No commitment.\n");
        return text;
    }
    let cells = |name: &str, tally: &Tally| {
        let unassessed = tally.commitments - tally.assessed;
        vec![
            output::shortened(name, 34),
            percent(tally),
            tally.score.map_or("-".to_owned(), |s| format!("{s:+.2}")),
            tally.assessed.to_string(),
            tally.full.to_string(),
            tally.partial.to_string(),
            tally.none.to_string(),
            unassessed.to_string(),
        ]
    };
    let mut lines: Vec<Vec<String>> = rows.iter().map(|r| cells(&r.name, &r.tally)).collect();
    if rows.len() > 1 {
        lines.push(cells("all", overall));
    }
    text.push_str(&output::table(
        &[
            "",
            "percent",
            "mean",
            "assessed",
            "+1",
            "0",
            "-1",
            "not assessed",
        ],
        &[1, 2, 3, 4, 5, 6, 7],
        lines,
    ));
    text.push('\n');
    text.push_str(&output::wrapped(
        "Counted are pairs of a commitment and a party. +1 full, 0 partial or in progress, -1 no or contrary action; percent is 50 (mean + 1). What was not assessed is in no mean.",
    ));
    text.push_str(&agreements(agreement));
    text
}

pub fn percent(tally: &Tally) -> String {
    tally
        .percent
        .map_or("-".to_owned(), |percent| format!("{percent:.0}%"))
}

fn agreements(agreement: &[Agreement]) -> String {
    if agreement.is_empty() {
        return output::wrapped(
            "No pair was scored by two assessors: how far they agree cannot be said.",
        );
    }
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.2}"));
    let lines = agreement
        .iter()
        .map(|a| {
            vec![
                output::shortened(&a.first, 24),
                output::shortened(&a.second, 24),
                a.both.to_string(),
                number(a.alike),
                number(a.kappa),
                number(a.kappa_linear),
            ]
        })
        .collect();
    let header = ["assessors", "", "both", "alike", "kappa", "linear kappa"];
    format!("\n{}", output::table(&header, &[2, 3, 4, 5], lines))
}

fn chart(title: &str, rows: &[Row], overall: &Tally) -> Result<String, charts::ChartError> {
    let mut said = String::new();
    let mut shown: Vec<charts::ScorecardRow> = rows.iter().map(charted).collect();
    if rows.len() > 1 {
        let row = Row {
            key: String::new(),
            name: "All".to_owned(),
            tally: *overall,
        };
        shown.push(charted(&row));
    }
    for row in &shown {
        said.push_str(&format!(" {}: {}.", row.label, row.figures));
    }
    charts::scorecard(&charts::Scorecard {
        told: charts::Told {
            title: title.to_owned(),
            description: format!("Compliance in per cent, 50 (mean score + 1).{said}"),
        },
        axis: charts::Axis::of(0.0, 25.0, 4, |v| format!("{v:.0}%"))
            .between("no or contrary action", "full"),
        words: charts::ScorecardWords {
            mean: "Compliance".to_owned(),
            pairs: "Shares of all commitments".to_owned(),
            full: "full".to_owned(),
            partial: "partial".to_owned(),
            none: "none".to_owned(),
            unassessed: "not assessed".to_owned(),
        },
        rows: shown,
    })
}

fn charted(row: &Row) -> charts::ScorecardRow {
    let tally = &row.tally;
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    charts::ScorecardRow {
        label: row.name.clone(),
        percent: tally.percent,
        full: count(tally.full),
        partial: count(tally.partial),
        none: count(tally.none),
        unassessed: count(tally.commitments - tally.assessed),
        figures: format!(
            "{} ({} of {})",
            percent(tally),
            tally.assessed,
            tally.commitments
        ),
    }
}
