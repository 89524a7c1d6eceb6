//! What the next session is likely to bring, against the record.

use entente_assessment::{ForecastRow, PairOutlook, RecurringItem};

use super::coincidence::issue_name;
use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::figures;
use crate::sentence::Sentence;
use crate::words::{Words, say};

/// Questions that are named on each side.
const NAMED: usize = 3;

pub(crate) fn forecast(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.outlook;
    let Some(session) = section.session else {
        return Vec::new();
    };
    let data = match section.pairs.as_slice() {
        [pair] => of_one_pair(pair, session, brief),
        pairs => of_pairs(pairs, session, brief),
    };
    vec![figures::outlook(brief, session, data)]
}

/// Issue by issue, with the last session on record.
fn of_one_pair(pair: &PairOutlook, session: u16, brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let none = || say!(words, "no-record");
    let rows = pair.forecasts.iter().zip(&pair.last).map(|(row, last)| {
        vec![
            Cell::new(issue_name(&row.issue, words)),
            Cell::or_missing(row.expected.map(|e| words.share(e)), none()),
            Cell::or_missing(interval(row, words), none()),
            Cell::or_missing(last.map(|l| words.share(l.coincidence)), none()),
            Cell::or_missing(last.map(|l| l.session.to_string()), "–"),
        ]
    });
    let record = say!(words, "outlook-record");
    Table {
        caption: caption(session, words),
        notes: brief.assessment.outlook.notes.clone(),
        rows: rows.collect(),
        columns: vec![
            Column::words(say!(words, "column-issue")),
            Column::number(say!(words, "outlook-expected")),
            Column::number(say!(words, "outlook-interval")),
            Column::number(say!(words, "column-share")).under(&record),
            Column::number(say!(words, "column-session-number")).under(&record),
        ],
    }
}

/// Issue by issue, pair beside pair.
fn of_pairs(pairs: &[PairOutlook], session: u16, brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let none = || say!(words, "no-record");
    let issues = pairs.first().map_or(&[][..], |p| &p.forecasts);
    let rows = issues.iter().enumerate().map(|(place, issue)| {
        let cells = pairs.iter().flat_map(|pair| {
            let row = pair.forecasts.get(place);
            let expected = row.and_then(|r| r.expected).map(|e| words.share(e));
            [
                Cell::or_missing(expected, none()),
                Cell::or_missing(row.and_then(|r| interval(r, words)), none()),
            ]
        });
        std::iter::once(Cell::new(issue_name(&issue.issue, words)))
            .chain(cells)
            .collect()
    });
    let columns = pairs.iter().flat_map(|pair| {
        let codes = format!("{}–{}", pair.pair.iso3_1, pair.pair.iso3_2);
        [
            say!(words, "outlook-expected"),
            say!(words, "outlook-interval"),
        ]
        .map(|head| Column::number(head).under(&codes))
    });
    Table {
        caption: caption(session, words),
        notes: brief.assessment.outlook.notes.clone(),
        rows: rows.collect(),
        columns: std::iter::once(Column::words(say!(words, "column-issue")))
            .chain(columns)
            .collect(),
    }
}

fn caption(session: u16, words: &Words) -> String {
    say!(
        words,
        "outlook-caption",
        session = session,
        opens = session + 1945
    )
}

fn interval(row: &ForecastRow, words: &Words) -> Option<String> {
    let (low, high) = row.q05.zip(row.q95)?;
    Some(say!(
        words,
        "interval",
        low = words.share(low),
        high = words.share(high)
    ))
}

pub(crate) fn questions(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.outlook;
    let words = brief.words;
    let mut blocks = Vec::new();
    for pair in &section.pairs {
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        let told = &pair.questions;
        let fixing: Vec<&RecurringItem> = told
            .apart
            .iter()
            .filter(|q| one_step(q))
            .take(NAMED)
            .collect();
        let using: Vec<&RecurringItem> = told.alike.iter().take(NAMED).collect();
        for (items, some, none) in [
            (fixing, "questions-apart", "questions-apart-none"),
            (using, "questions-alike", "questions-alike-none"),
        ] {
            let lead = if items.is_empty() { none } else { some };
            blocks.push(Block::Paragraph(vec![Sentence::new(
                say!(words, lead),
                &section.notes,
            )]));
            if !items.is_empty() {
                let items = items
                    .iter()
                    .map(|q| Sentence::new(line(q, pair, brief), &[]));
                blocks.push(Block::List(items.collect()));
            }
        }
    }
    blocks
}

/// A difference of one step, where one abstains, is nearer to being mended than opposite votes.
fn one_step(item: &RecurringItem) -> bool {
    item.vote_1 == "abstain" || item.vote_2 == "abstain"
}

fn line(item: &RecurringItem, pair: &PairOutlook, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "questions-line",
        symbol = item.symbol.as_deref().unwrap_or("–"),
        title = &item.title,
        first = brief.name(pair.pair.ccode1),
        vote_1 = vote(item.vote_1, words),
        second = brief.name(pair.pair.ccode2),
        vote_2 = vote(item.vote_2, words),
        returns = words.chance(item.returns)
    )
}

pub(super) fn vote(word: &str, words: &Words) -> String {
    match word {
        "yes" => say!(words, "vote-yes"),
        "no" => say!(words, "vote-no"),
        _ => say!(words, "vote-abstain"),
    }
}
