//! When: what is open, and what comes.

use entente_assessment::{Certainty, PairCycles, Window, WindowKind};

use super::note;
use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::figures;
use crate::sentence::{Sentence, capital};
use crate::words::{Words, say};

/// Windows on the first pages.
const FIRST: usize = 6;
/// Opportunities among them.
const OPPORTUNITIES: usize = 3;

/// What is open, and the next days to know.
pub(crate) fn ahead(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.windows;
    let words = brief.words;
    let (mut told, more) = foremost(&section.windows, FIRST, brief);
    if more > 0 {
        told.push(say!(words, "windows-more", more = more));
    }
    let told = told.into_iter().map(|t| Sentence::new(t, &[]));
    let lead = say!(words, "windows-lead");
    vec![
        Block::Paragraph(vec![Sentence::new(lead, &section.notes)]),
        Block::List(told.collect()),
    ]
}

/// Opportunities, then what has a day of its own, so many at most; and how many more there are.
pub(super) fn foremost(windows: &[Window], most: usize, brief: &Brief<'_>) -> (Vec<String>, usize) {
    let chances = (windows.iter()).filter(|w| w.kind == WindowKind::Opportunity);
    let debates = (windows.iter()).filter(|w| w.kind == WindowKind::Debate);
    let next_debate = debates
        .map(|w| w.start)
        .find(|d| *d > brief.assessment.as_of);
    let dated = (windows.iter())
        .filter(|w| w.is_ahead(brief.assessment.as_of) && is_event(w))
        // Each September has a general debate: the next is enough.
        .filter(|w| w.kind != WindowKind::Debate || Some(w.start) == next_debate);
    let all = chances.clone().count() + dated.clone().count();
    let mut told: Vec<String> = chances
        .take(OPPORTUNITIES)
        .map(|w| opportunity(w, brief))
        .collect();
    let events = dated.take(most - told.len()).map(|w| line(w, brief.words));
    let events: Vec<String> = events.collect();
    let more = all - told.len() - events.len();
    if told.is_empty() {
        told.push(say!(brief.words, "windows-no-opportunity"));
    }
    told.extend(events);
    (told, more)
}

/// What has a day of its own and is not already told as an opportunity.
fn is_event(window: &Window) -> bool {
    !matches!(window.kind, WindowKind::Opportunity | WindowKind::Assembly)
}

fn opportunity(window: &Window, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let why = words.told(&window.message);
    let now = window.start <= brief.assessment.as_of;
    match (now, window.end) {
        (true, Some(end)) => say!(
            words,
            "windows-open-now",
            until = words.date(end),
            why = why
        ),
        (true, None) => say!(words, "windows-open-without-end", why = why),
        (false, end) => say!(
            words,
            "windows-opportunity",
            when = words.range(window.start, end.unwrap_or(window.start)),
            why = why
        ),
    }
}

/// "3 November 2026: election, United States (by rule)".
fn line(window: &Window, words: &Words) -> String {
    say!(
        words,
        "windows-line",
        when = when(window, words),
        what = words.told(&window.message),
        certainty = match window.year {
            // That it is announced for the year is said already.
            Some(_) => "year",
            None => certainty(window.certainty),
        }
    )
}

fn when(window: &Window, words: &Words) -> String {
    match (window.year, window.end) {
        (Some(year), _) => say!(words, "windows-year", year = year.to_string()),
        (None, Some(end)) => words.range(window.start, end),
        (None, None) => say!(words, "windows-from", from = words.date(window.start)),
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::OnRecord => "on-record",
        Certainty::ByRule => "by-rule",
        Certainty::Announced => "announced",
        Certainty::Expected => "expected",
        Certainty::NotKnown => "not-known",
    }
}

/// Every window, and how the terms come round together.
pub(crate) fn all(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.windows;
    let words = brief.words;
    let row = |window: &Window| {
        vec![
            Cell::new(when(window, words)),
            Cell::new(window.iso3.join(" ")),
            Cell::new(capital(&words.told(&window.message))),
            Cell::new(say!(
                words,
                "windows-certainty",
                certainty = certainty(window.certainty)
            )),
        ]
    };
    let windows = section.windows.iter();
    let data = Table {
        caption: say!(words, "windows-caption", until = words.date(section.until)),
        notes: section.notes.clone(),
        columns: vec![
            Column::words(say!(words, "windows-when")),
            Column::words(say!(words, "windows-who")),
            Column::words(say!(words, "windows-what")),
            Column::words(say!(words, "windows-known")),
        ],
        rows: windows.map(row).collect(),
    };
    let mut blocks = vec![figures::calendar(brief, data)];
    let cycles = section.cycles.iter().filter_map(|c| cycle(c, brief));
    let cycles: Vec<Sentence> = cycles.collect();
    if !cycles.is_empty() {
        blocks.push(Block::List(cycles));
    }
    blocks
}

fn cycle(cycles: &PairCycles, brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let pair = words.names(&[brief.state(cycles.ccode1), brief.state(cycles.ccode2)]);
    let (years_1, years_2, every) = (cycles.years_1?, cycles.years_2?, cycles.every_years?);
    let text = match cycles.together.first() {
        Some(next) => say!(
            words,
            "windows-cycle",
            pair = pair,
            first = brief.state(cycles.ccode1),
            years_1 = u32::from(years_1),
            second = brief.state(cycles.ccode2),
            years_2 = u32::from(years_2),
            every = u32::from(every),
            next = words.spanned(&next.years()),
            days = next.gap_days.unsigned_abs()
        ),
        None => say!(words, "windows-cycle-never", pair = pair),
    };
    Some(Sentence::new(
        text,
        note(&brief.assessment.windows.notes, 1),
    ))
}
