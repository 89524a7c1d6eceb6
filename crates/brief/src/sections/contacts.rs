//! Visits and travels, pair by pair.

use entente_assessment::{ContactEntry, ContactYear, PairContacts};
use entente_evidence::{ContactLevel, Direction};
use entente_states::Ccode;

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::{Words, five_year_spans, say};

/// Five-year spans that are listed; what is earlier stands in one row.
const SPANS: i16 = 6;
const UNITED_STATES: Ccode = Ccode(2);

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pair in &brief.assessment.contacts.pairs {
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        blocks.extend(of_pair(pair, brief));
    }
    blocks
}

fn of_pair(pair: &PairContacts, brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let notes = &brief.assessment.contacts.notes;
    let only = |text| vec![Block::Paragraph(vec![Sentence::new(text, notes)])];
    if !pair.on_record {
        return only(say!(
            words,
            "contacts-silent",
            pair = brief.both(&pair.pair)
        ));
    }
    let Some((first, last)) = pair.covered else {
        return only(say!(words, "contacts-none"));
    };
    let mut blocks = vec![Block::List(last_of_each(pair, brief))];
    if !pair.years.is_empty() {
        blocks.push(Block::Table(spans(pair, (first, last), notes, words)));
    }
    if !pair.recent.is_empty() {
        let lead = say!(words, "contacts-recent");
        blocks.push(Block::Paragraph(vec![Sentence::new(lead, notes)]));
        blocks.push(Block::List(
            pair.recent
                .iter()
                .map(|entry| Sentence::new(one_line(entry, words), &[]))
                .collect(),
        ));
    }
    blocks
}

/// The last contact of leaders, and the last of ministers; nothing where the record is silent.
pub(super) fn last_of_each(pair: &PairContacts, brief: &Brief<'_>) -> Vec<Sentence> {
    let words = brief.words;
    let notes = &brief.assessment.contacts.notes;
    let Some((first, last)) = pair.covered else {
        return Vec::new();
    };
    let mut told = Vec::new();
    for (entry, level) in [
        (&pair.last_leader, "leaders"),
        (&pair.last_minister, "ministers"),
    ] {
        let text = match entry {
            Some(entry) => {
                let visit = journey(entry, pair, brief);
                match occasion(entry) {
                    Some(occasion) => say!(
                        words,
                        "contacts-last-occasion",
                        level = level,
                        journey = visit,
                        occasion = occasion
                    ),
                    None => say!(words, "contacts-last", level = level, journey = visit),
                }
            }
            None => say!(
                words,
                "contacts-none-of-level",
                level = level,
                first = first,
                last = last
            ),
        };
        told.push(Sentence::new(text, notes));
    }
    told
}

/// "the visit of President X to the United States, 8–9 July 2020".
pub(crate) fn journey(entry: &ContactEntry, pair: &PairContacts, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let when = words.range(entry.start, entry.end);
    let other = if pair.pair.ccode1 == UNITED_STATES {
        pair.pair.ccode2
    } else {
        pair.pair.ccode1
    };
    match (entry.direction, &entry.locale) {
        (Direction::ToUs, _) => say!(
            words,
            "journey-visit",
            person = &entry.person,
            state = brief.state(UNITED_STATES),
            when = when
        ),
        (Direction::FromUs, Some(locale)) => say!(
            words,
            "journey-to-place",
            person = &entry.person,
            state = brief.state(other),
            place = locale,
            when = when
        ),
        (Direction::FromUs, None) => say!(
            words,
            "journey-to-state",
            person = &entry.person,
            state = brief.state(other),
            when = when
        ),
    }
}

/// The publisher's words, without a full stop at the end.
fn occasion(entry: &ContactEntry) -> Option<String> {
    let words = entry
        .occasion
        .as_ref()?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let words = words.trim_end_matches('.').to_owned();
    (!words.is_empty()).then_some(words)
}

/// Contacts in some years: leaders to and from the United States, then ministers.
fn sums(years: &[ContactYear], from: i16, to: i16) -> [u32; 4] {
    years
        .iter()
        .filter(|y| (from..=to).contains(&y.year))
        .fold([0; 4], |[a, b, c, d], y| {
            [
                a + y.leader_to_us,
                b + y.leader_from_us,
                c + y.minister_to_us,
                d + y.minister_from_us,
            ]
        })
}

fn spans(pair: &PairContacts, covered: (i16, i16), notes: &[usize], words: &Words) -> Table {
    let listed = five_year_spans(covered.0, covered.1, SPANS);
    let earliest = listed.first().map_or(covered.0, |(from, _)| *from);
    let row = |(from, to): (i16, i16)| {
        let counts = sums(&pair.years, from, to).map(|n| Cell::new(words.thousands(n.into())));
        std::iter::once(Cell::new(words.span(from, to)))
            .chain(counts)
            .collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<Cell>> = listed.iter().rev().map(|s| row(*s)).collect();
    if earliest > covered.0 {
        rows.push(row((covered.0, earliest - 1)));
    }
    let mut columns = vec![Column::words(say!(words, "column-years"))];
    for group in [
        say!(words, "contacts-leaders"),
        say!(words, "contacts-ministers"),
    ] {
        columns.extend(
            [
                Column::number(say!(words, "contacts-to-us")),
                Column::number(say!(words, "contacts-from-us")),
            ]
            .map(|c| c.under(&group)),
        );
    }
    Table {
        caption: say!(words, "contacts-caption"),
        notes: notes.to_vec(),
        columns,
        rows,
    }
}

/// "8 July 2020: President X, to the U.S.: “Working visit”".
fn one_line(entry: &ContactEntry, words: &Words) -> String {
    let place = match (entry.direction, &entry.locale) {
        (Direction::ToUs, _) => say!(words, "contacts-to-us"),
        (Direction::FromUs, Some(locale)) => locale.clone(),
        (Direction::FromUs, None) => say!(words, "contacts-from-us"),
    };
    let about = match occasion(entry) {
        Some(occasion) => say!(words, "quoted", words = occasion),
        None => say!(words, "contacts-no-occasion"),
    };
    say!(
        words,
        "contacts-line",
        when = words.range(entry.start, entry.end),
        person = &entry.person,
        level = match entry.level {
            ContactLevel::Leader | ContactLevel::Minister => "high",
            ContactLevel::Other => "other",
        },
        place = place,
        about = about
    )
}
