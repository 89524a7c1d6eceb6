//! Visits and travels, pair by pair.

use entente_assessment::{Assessment, ContactEntry, ContactYear, PairContacts};
use entente_evidence::{ContactLevel, Direction};
use entente_states::Ccode;

use crate::dates;
use crate::document::{Block, Cell, Column, Table};
use crate::names::Names;
use crate::numbers::thousands;
use crate::sentence::Sentence;

/// Five-year spans that are listed; what is earlier stands in one row.
const SPANS: i16 = 6;
const UNITED_STATES: Ccode = Ccode(2);

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let notes = &assessment.contacts.notes;
    let mut blocks = Vec::new();
    for pair in &assessment.contacts.pairs {
        if names.several_pairs() {
            blocks.push(Block::Subheading(names.pair(&pair.pair)));
        }
        blocks.extend(of_pair(pair, names, notes));
    }
    blocks
}

fn of_pair(pair: &PairContacts, names: &Names<'_>, notes: &[usize]) -> Vec<Block> {
    if !pair.on_record {
        let words = format!(
            "The record of contacts is the United States' own and is silent on {}: this is not a record of no contact.",
            names.the_pair(&pair.pair)
        );
        return vec![Block::Paragraph(vec![Sentence::new(words, notes)])];
    }
    let Some((first, last)) = pair.covered else {
        let words = "No contact of any state is on record by the date.";
        return vec![Block::Paragraph(vec![Sentence::new(words, notes)])];
    };
    let mut last_of_each = Vec::new();
    for (entry, level) in [
        (&pair.last_leader, "leaders"),
        (&pair.last_minister, "ministers"),
    ] {
        let words = match entry {
            Some(entry) => {
                let about = occasion(entry)
                    .map(|o| format!(": “{o}”"))
                    .unwrap_or_default();
                format!(
                    "Last at the level of {level}: {}{about}.",
                    journey(entry, pair, names)
                )
            }
            None => format!("At the level of {level} none is on record from {first} to {last}."),
        };
        last_of_each.push(Sentence::new(words, notes));
    }
    let mut blocks = vec![Block::List(last_of_each)];
    if !pair.years.is_empty() {
        blocks.push(Block::Table(spans(pair, (first, last), notes)));
    }
    if !pair.recent.is_empty() {
        let words = "The most recent, latest first, with the occasion in the publisher's words:";
        blocks.push(Block::Paragraph(vec![Sentence::new(words, notes)]));
        blocks.push(Block::List(
            pair.recent
                .iter()
                .map(|entry| Sentence::new(one_line(entry), &[]))
                .collect(),
        ));
    }
    blocks
}

/// "the visit of President X to the United States, 8–9 July 2020".
pub(crate) fn journey(entry: &ContactEntry, pair: &PairContacts, names: &Names<'_>) -> String {
    let when = dates::range(entry.start, entry.end);
    let other = if pair.pair.ccode1 == UNITED_STATES {
        pair.pair.ccode2
    } else {
        pair.pair.ccode1
    };
    match entry.direction {
        Direction::ToUs => format!(
            "the visit of {} to {}, {when}",
            entry.person,
            names.the(UNITED_STATES)
        ),
        Direction::FromUs => {
            let place = entry
                .locale
                .as_ref()
                .map(|l| format!(" ({l})"))
                .unwrap_or_default();
            format!(
                "the journey of {} to {}{place}, {when}",
                entry.person,
                names.the(other)
            )
        }
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

fn spans(pair: &PairContacts, covered: (i16, i16), notes: &[usize]) -> Table {
    let listed = dates::five_year_spans(covered.0, covered.1, SPANS);
    let earliest = listed.first().map_or(covered.0, |(from, _)| *from);
    let row = |label: String, (from, to): (i16, i16)| {
        let counts = sums(&pair.years, from, to).map(|n| Cell::new(thousands(n.into())));
        std::iter::once(Cell::new(label))
            .chain(counts)
            .collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<Cell>> = listed
        .iter()
        .rev()
        .map(|s| row(dates::years(s.0, s.1), *s))
        .collect();
    if earliest > covered.0 {
        let before = (covered.0, earliest - 1);
        rows.push(row(format!("{}–{}", before.0, before.1), before));
    }
    let directions = |group: &str| {
        [
            Column::number("to the U.S.").under(group),
            Column::number("from the U.S.").under(group),
        ]
    };
    let mut columns = vec![Column::words("Years")];
    columns.extend(directions("leaders"));
    columns.extend(directions("ministers"));
    Table {
        caption: "Contacts of leaders and of foreign ministers, by the year in which they began"
            .to_owned(),
        notes: notes.to_vec(),
        columns,
        rows,
    }
}

/// "8 July 2020: President X, to the U.S.: “Working visit”".
fn one_line(entry: &ContactEntry) -> String {
    let level = match entry.level {
        ContactLevel::Leader | ContactLevel::Minister => "",
        ContactLevel::Other => " (neither leader nor minister)",
    };
    let place = match (entry.direction, &entry.locale) {
        (Direction::ToUs, _) => ", to the U.S.".to_owned(),
        (Direction::FromUs, Some(locale)) => format!(", {locale}"),
        (Direction::FromUs, None) => ", from the U.S.".to_owned(),
    };
    let about =
        occasion(entry).map_or_else(|| "occasion not recorded".to_owned(), |o| format!("“{o}”"));
    format!(
        "{}: {}{level}{place}: {about}",
        dates::range(entry.start, entry.end),
        entry.person
    )
}
