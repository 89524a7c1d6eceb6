//! What the next session is likely to bring, against the record.

use entente_assessment::{ForecastRow, PairOutlook};

use super::coincidence::{issue_in_prose, issue_name};
use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Shown, Table};
use crate::figures;
use crate::sentence::Sentence;
use crate::words::{Words, say};

pub(crate) fn forecast(brief: &Brief<'_>) -> Vec<Block> {
    let shown = match apart(brief) {
        true => Shown::Apart,
        false => Shown::Beside,
    };
    let Some((session, data)) = figures_of(brief) else {
        return too_far(brief).into_iter().collect();
    };
    let mut blocks = vec![figures::outlook(brief, session, data, shown)];
    blocks.extend(without_votes(brief));
    blocks
}

/// The figures of a drawing on the first pages, in the annex.
pub(crate) fn in_figures(brief: &Brief<'_>) -> Vec<Block> {
    let told = figures_of(brief).filter(|_| apart(brief));
    told.map(|(_, data)| Block::Table(data))
        .into_iter()
        .collect()
}

/// Why no session is forecast: the votes on record end more than one before the one under way.
fn too_far(brief: &Brief<'_>) -> Option<Block> {
    let words = brief.words;
    let votes = brief.assessment.reach.votes?;
    let text = say!(
        words,
        "outlook-too-far",
        session = votes.session?,
        now = votes.under_way?
    );
    Some(Block::Paragraph(vec![Sentence::new(text, &[])]))
}

/// Issues on which no vote is to be expected, which have no row.
fn without_votes(brief: &Brief<'_>) -> Option<Block> {
    let words = brief.words;
    let pair = brief.assessment.outlook.pairs.first()?;
    let silent = pair.forecasts.iter().filter(|row| !row.expects_votes());
    let silent: Vec<String> = silent.map(|r| issue_in_prose(&r.issue, words)).collect();
    let text = || say!(words, "outlook-no-votes", issues = words.listed(&silent));
    let notes = &brief.assessment.outlook.notes;
    (!silent.is_empty()).then(|| Block::Paragraph(vec![Sentence::new(text(), notes)]))
}

/// Whether the drawing stands on the first pages and its figures in the annex. What cannot draw has the
/// figures where the drawing would be, and in the brief of one side the annex holds both together.
fn apart(brief: &Brief<'_>) -> bool {
    brief.draws && brief.assessment.side.is_none()
}

/// The session forecast, and its figures.
fn figures_of(brief: &Brief<'_>) -> Option<(u16, Table)> {
    let section = &brief.assessment.outlook;
    let session = section.session?;
    let data = match section.pairs.as_slice() {
        [pair] => of_one_pair(pair, session, brief),
        pairs => of_pairs(pairs, session, brief),
    };
    Some((session, data))
}

/// Issue by issue, with the last session on record.
fn of_one_pair(pair: &PairOutlook, session: u16, brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let none = || say!(words, "no-record");
    let expected = (pair.forecasts.iter().zip(&pair.last)).filter(|(row, _)| row.expects_votes());
    let rows = expected.map(|(row, last)| {
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
        caption: caption(session, brief),
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
    let expected = issues
        .iter()
        .enumerate()
        .filter(|(_, row)| row.expects_votes());
    let rows = expected.map(|(place, issue)| {
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
        caption: caption(session, brief),
        notes: brief.assessment.outlook.notes.clone(),
        rows: rows.collect(),
        columns: std::iter::once(Column::words(say!(words, "column-issue")))
            .chain(columns)
            .collect(),
    }
}

fn caption(session: u16, brief: &Brief<'_>) -> String {
    let (words, assessment) = (brief.words, brief.assessment);
    let opens = assessment.outlook.opens.unwrap_or(assessment.as_of);
    let recorded = assessment.reach.votes.and_then(|v| v.session);
    say!(
        words,
        "outlook-caption",
        session = session,
        stage = match opens <= assessment.as_of {
            false => "ahead",
            true if recorded == Some(session) => "recorded",
            true => "silent",
        },
        opens = words.date(opens)
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
