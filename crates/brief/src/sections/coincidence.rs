//! How the parties voted, overall and by issue.

use entente_assessment::{Assessment, IssueCoincidence, PairCoincidence};

use crate::dates;
use crate::document::{Block, Cell, Column, Table, Trend};
use crate::names::Names;
use crate::numbers::{change, counted, points, share, thousands};
use crate::sentence::{Sentence, listed};

/// Fewer joint votes than this are thin evidence.
pub(crate) const THIN: u32 = 5;

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let notes = &assessment.coincidence.notes;
    let mut blocks = Vec::new();
    for pair in &assessment.coincidence.pairs {
        if names.several_pairs() {
            blocks.push(Block::Subheading(names.pair(&pair.pair)));
        }
        let voted: Vec<&IssueCoincidence> =
            pair.issues.iter().filter(|i| i.session.is_some()).collect();
        if voted.is_empty() {
            let words = format!(
                "No roll call on which both {} voted is on record by {}.",
                names.the_pair(&pair.pair),
                dates::long(assessment.as_of)
            );
            blocks.push(Block::Paragraph(vec![Sentence::new(words, notes)]));
            continue;
        }
        blocks.push(Block::Table(table(&voted, notes)));
        let remarks = remarks(pair, notes);
        if !remarks.is_empty() {
            blocks.push(Block::Paragraph(remarks));
        }
        blocks.push(Block::Trend(trend(&voted, notes)));
    }
    blocks
}

/// The word for an issue: `all`, or the code's own subject, short enough for a column.
pub(crate) fn issue_name(issue: &IssueCoincidence) -> &'static str {
    match issue.issue.as_str() {
        "me" => "Palestinian conflict",
        "nu" => "Nuclear weapons",
        "di" => "Arms control",
        "hr" => "Human rights",
        "co" => "Colonialism",
        "ec" => "Economic development",
        _ => "All roll calls",
    }
}

fn table(issues: &[&IssueCoincidence], notes: &[usize]) -> Table {
    let group = |name: &str, columns: Vec<Column>| {
        let name = name.to_owned();
        columns.into_iter().map(move |c| c.under(name.clone()))
    };
    let rated = || vec![Column::number("share"), Column::number("calls")];
    let mut columns = vec![Column::words("Issue")];
    columns.extend(group(
        "latest session",
        [vec![Column::number("no.")], rated()].concat(),
    ));
    columns.extend(group("last five", rated()));
    columns.extend(group("ten before", rated()));
    columns.push(Column::number("change"));
    Table {
        caption: "Voting coincidence, 0 to 1, and the roll calls on which both voted: the latest session on \
                  record, the five sessions up to it pooled, the ten before those pooled; change from the ten \
                  to the five in points, from unrounded shares"
            .to_owned(),
        notes: notes.to_vec(),
        columns,
        rows: issues.iter().map(|issue| row(issue)).collect(),
    }
}

fn row(issue: &IssueCoincidence) -> Vec<Cell> {
    let mut cells = vec![Cell::new(issue_name(issue))];
    cells.push(Cell::or_missing(issue.session.map(|s| s.to_string()), "–"));
    for period in [&issue.latest, &issue.recent, &issue.before] {
        cells.push(Cell::or_missing(period.coincidence.map(share), "–"));
        cells.push(Cell::new(thousands(period.tally.joint().into())));
    }
    cells.push(moved(issue));
    cells
}

/// The change, unless it would rest on thin evidence at either end.
fn moved(issue: &IssueCoincidence) -> Cell {
    let (Some(now), Some(then)) = (issue.recent.coincidence, issue.before.coincidence) else {
        return Cell::missing("–");
    };
    let thin = [&issue.recent, &issue.before]
        .iter()
        .any(|period| period.tally.joint() < THIN);
    if thin {
        Cell::missing("thin")
    } else {
        Cell::new(change(points(now, then)))
    }
}

/// What the table cannot say with a number: thin and absent evidence, in words.
fn remarks(pair: &PairCoincidence, notes: &[usize]) -> Vec<Sentence> {
    let mut thin = Vec::new();
    for issue in &pair.issues {
        let periods = [
            (&issue.latest, "in the latest session"),
            (&issue.recent, "in the last five"),
            (&issue.before, "in the ten before"),
        ];
        for (period, when) in periods {
            let joint = period.tally.joint();
            if (1..THIN).contains(&joint) {
                thin.push(format!(
                    "{} on {} {when}",
                    counted(joint, "roll call"),
                    in_prose(issue)
                ));
            }
        }
    }
    let silent = |absent: fn(&IssueCoincidence) -> bool| {
        pair.issues
            .iter()
            .filter(|i| absent(i))
            .map(in_prose)
            .collect::<Vec<_>>()
    };
    let never = silent(|i| i.session.is_none());
    let not_before = silent(|i| i.session.is_some() && i.before.tally.joint() == 0);
    let mut remarks = Vec::new();
    if !thin.is_empty() {
        remarks.push(Sentence::new(format!("Thin: {}.", thin.join("; ")), notes));
    }
    if !not_before.is_empty() {
        let everywhere = not_before.len() + never.len() == pair.issues.len();
        let on = if everywhere {
            String::new()
        } else {
            format!(" on {}", listed(&not_before))
        };
        let words = format!("No joint votes are on record in the ten sessions before{on}.");
        remarks.push(Sentence::new(words, notes));
    }
    if !never.is_empty() {
        let words = format!(
            "No roll call on which both voted is on record on {}.",
            listed(&never)
        );
        remarks.push(Sentence::new(words, notes));
    }
    remarks
}

/// The same inside a sentence.
pub(crate) fn in_prose(issue: &IssueCoincidence) -> String {
    match issue_name(issue) {
        "Palestinian conflict" => "the Palestinian conflict".to_owned(),
        name => name.to_lowercase(),
    }
}

fn trend(issues: &[&IssueCoincidence], notes: &[usize]) -> Trend {
    Trend {
        caption: format!(
            "Session by session, on a scale from 0 to 1; blank where fewer than {} joint votes are on record",
            crate::numbers::in_words(THIN as usize)
        ),
        notes: notes.to_vec(),
        rows: issues
            .iter()
            .map(|i| (issue_name(i).to_owned(), i.series.clone()))
            .collect(),
    }
}
