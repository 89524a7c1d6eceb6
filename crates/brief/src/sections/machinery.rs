//! Through what: mechanisms, how alive they are, and what lapsed.

use entente_assessment::{MechanismRow, PairMachinery, SeriesKind};
use entente_measures::contact::{ChangePoint, Status};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::figures;
use crate::sentence::Sentence;
use crate::words::{Words, say};

/// Meetings without which a change in their rate means nothing.
const FEWEST_MEETINGS: u32 = 1;

/// The statuses from the liveliest.
pub(crate) const STATUSES: [Status; 5] = [
    Status::OnCadence,
    Status::Late,
    Status::Lapsed,
    Status::Dormant,
    Status::NeverMet,
];

/// How the mechanisms stand: a line for each status, and the contact of leaders and of ministers.
pub(crate) fn standing(brief: &Brief<'_>) -> Vec<Block> {
    let lead = say!(brief.words, "machinery-lead");
    let lead = Sentence::new(lead, &brief.assessment.machinery.notes);
    let mut blocks = vec![Block::Paragraph(vec![lead])];
    blocks.extend(each_pair(brief, |pair| {
        let mut told: Vec<String> = Vec::new();
        let declared = declared(pair);
        for status in STATUSES {
            let of = declared.iter().filter(|m| m.status == Some(status));
            let of: Vec<String> = of.map(|m| with_last(m, brief.words)).collect();
            if !of.is_empty() {
                told.push(say!(
                    brief.words,
                    "machinery-of-status",
                    status = status.as_str().replace(" ", "-"),
                    count = of.len(),
                    mechanisms = brief.words.clauses(&of)
                ));
            }
        }
        let unknown = declared.iter().filter(|m| m.not_known_since.is_some());
        let unknown: Vec<String> = (unknown.map(|m| not_known(m, brief.words))).collect();
        if !unknown.is_empty() {
            told.push(say!(
                brief.words,
                "machinery-not-known",
                count = unknown.len(),
                mechanisms = brief.words.clauses(&unknown)
            ));
        }
        let contact = (pair.machinery.mechanisms.iter())
            .filter(|m| m.series == SeriesKind::Contact && m.covered_to.is_some());
        told.extend(contact.map(|m| contact_told(m, brief.words)));
        if told.is_empty() {
            told.push(say!(brief.words, "machinery-none"));
        }
        let told = told.into_iter().map(|t| Sentence::new(t, &[]));
        vec![Block::List(told.collect())]
    }));
    blocks
}

/// The declared mechanisms of a pair.
pub(crate) fn declared(pair: &PairMachinery) -> Vec<&MechanismRow> {
    let rows = pair.machinery.mechanisms.iter();
    rows.filter(|m| m.series == SeriesKind::Mechanism).collect()
}

fn with_last(row: &MechanismRow, words: &Words) -> String {
    match row.last {
        Some(last) => say!(
            words,
            "machinery-met",
            name = &row.name,
            last = words.date(last)
        ),
        None => row.name.clone(),
    }
}

/// A mechanism of which the date knows no more, with its last meeting.
fn not_known(row: &MechanismRow, words: &Words) -> String {
    say!(
        words,
        "machinery-met-not-known",
        name = &row.name,
        met = if row.last.is_some() { "yes" } else { "no" },
        last = row.last.map(|d| words.date(d)).unwrap_or_default()
    )
}

/// The contact of leaders or of ministers.
fn contact_told(row: &MechanismRow, words: &Words) -> String {
    let level = row.id.as_str();
    match (row.last, words.standing(row)) {
        (None, _) => say!(words, "machinery-contact-none", level = level),
        (Some(last), None) => say!(
            words,
            "machinery-contact-few",
            level = level,
            last = words.date(last)
        ),
        (Some(last), Some(status)) => say!(
            words,
            "machinery-contact",
            level = level,
            status = status,
            last = words.date(last)
        ),
    }
}

/// Rates, their changes, and every series in a table.
pub(crate) fn traction(brief: &Brief<'_>) -> Vec<Block> {
    each_pair(brief, |pair| {
        let words = brief.words;
        let notes = &brief.assessment.machinery.notes;
        let rows: Vec<&MechanismRow> = (pair.machinery.mechanisms.iter())
            .filter(|m| m.covered_to.is_some() || m.series == SeriesKind::Mechanism)
            .collect();
        if rows.is_empty() {
            let text = say!(words, "machinery-none");
            return vec![Block::Paragraph(vec![Sentence::new(text, notes)])];
        }
        let mut told: Vec<Sentence> = Vec::new();
        let web = pair.machinery.web.fraying.as_ref().filter(|c| tells(c));
        if let Some(change) = web {
            let text = say!(words, "machinery-web", change = changed(change, words));
            told.push(Sentence::new(text, &[]));
        }
        for row in &rows {
            if let Some(change) = row.fraying.as_ref().filter(|c| tells(c)) {
                let text = say!(
                    words,
                    "machinery-series",
                    name = name(row, words),
                    change = changed(change, words)
                );
                told.push(Sentence::new(text, &[]));
            }
        }
        let data = table(&rows, notes, words);
        let mut blocks = vec![figures::machinery(pair, data, brief)];
        if !told.is_empty() {
            blocks.push(Block::List(told));
        }
        let reading = (rows.iter()).filter_map(|row| {
            let note = row.note.as_ref()?;
            let text = say!(words, "machinery-note", name = &row.name, note = note);
            Some(Sentence::new(text, &[]))
        });
        let reading: Vec<Sentence> = reading.collect();
        if !reading.is_empty() {
            blocks.push(Block::List(reading));
        }
        blocks
    })
}

fn tells(change: &ChangePoint) -> bool {
    change.meetings >= FEWEST_MEETINGS
}

fn changed(change: &ChangePoint, words: &Words) -> String {
    let rate = |r: &entente_measures::contact::Rate| {
        let decimals = if r.mean < 1.0 { 2 } else { 1 };
        say!(
            words,
            "machinery-rate",
            mean = words.number(r.mean, decimals),
            low = words.number(r.low, decimals),
            high = words.number(r.high, decimals)
        )
    };
    say!(
        words,
        "machinery-change",
        decline = words.chance(change.probability_of_decline),
        rise = words.chance(change.probability_of_rise),
        year = change.year,
        before = rate(&change.before),
        after = rate(&change.after)
    )
}

/// What a series is called: declared, or contact of leaders or ministers.
pub(crate) fn name(row: &MechanismRow, words: &Words) -> String {
    match row.series {
        SeriesKind::Mechanism => row.name.clone(),
        SeriesKind::Contact => say!(words, "machinery-contact-name", level = row.id.as_str()),
    }
}

fn table(rows: &[&MechanismRow], notes: &[usize], words: &Words) -> Table {
    let none = "–";
    let line = |row: &&MechanismRow| {
        let day =
            |day: Option<jiff::civil::Date>| Cell::or_missing(day.map(|d| words.date(d)), none);
        let rate = |rate: Option<f64>| Cell::or_missing(rate.map(|r| words.number(r, 1)), none);
        let decline = row.fraying.as_ref().filter(|c| tells(c));
        vec![
            Cell::new(name(row, words)),
            Cell::or_missing(words.standing(row), none),
            day(row.last),
            day(row.due),
            rate(row.recent_rate),
            rate(row.history_rate),
            Cell::or_missing(
                decline.map(|c| words.chance(c.probability_of_decline)),
                none,
            ),
        ]
    };
    let rates = say!(words, "machinery-rates");
    Table {
        caption: say!(words, "machinery-caption"),
        notes: notes.to_vec(),
        columns: vec![
            Column::words(say!(words, "machinery-mechanism")),
            Column::words(say!(words, "machinery-status")),
            Column::words(say!(words, "machinery-last")),
            Column::words(say!(words, "machinery-due")),
            Column::number(say!(words, "machinery-recent")).under(&rates),
            Column::number(say!(words, "machinery-history")).under(&rates),
            Column::number(say!(words, "machinery-decline")),
        ],
        rows: rows.iter().map(line).collect(),
    }
}

fn each_pair(brief: &Brief<'_>, of: impl Fn(&PairMachinery) -> Vec<Block>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pair in &brief.assessment.machinery.pairs {
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        blocks.extend(of(pair));
    }
    blocks
}
