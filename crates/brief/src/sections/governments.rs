//! Who governs the parties, and when they vote.

use entente_assessment::{Assessment, ElectionEntry, Government};

use crate::dates;
use crate::document::{Block, Cell, Column, Table};
use crate::names::Names;
use crate::numbers::NO_RECORD;
use crate::sentence::{Sentence, capital, listed};

/// Planned elections that are listed for each state.
const PLANNED: usize = 3;

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let section = &assessment.governments;
    let notes = &section.notes;
    let row = |g: &Government| {
        vec![
            Cell::new(names.plain(g.ccode)),
            Cell::or_missing(g.leader.clone(), NO_RECORD),
            Cell::or_missing(g.since.map(dates::long), NO_RECORD),
            Cell::or_missing(g.last_election.as_ref().map(held), NO_RECORD),
        ]
    };
    let mut blocks = vec![Block::Table(Table {
        caption: "Leaders as the list writes their names, and the last election or referendum held"
            .to_owned(),
        notes: notes.to_vec(),
        columns: ["State", "Leader", "In office since", "Last vote"]
            .map(Column::words)
            .to_vec(),
        rows: section.states.iter().map(row).collect(),
    })];
    let planned: Vec<Sentence> = section
        .states
        .iter()
        .filter_map(|g| plans(g, names))
        .map(|w| Sentence::new(w, notes))
        .collect();
    if !planned.is_empty() {
        blocks.push(Block::List(planned));
    }
    if let Some(end) = section.states.iter().filter_map(|g| g.record_ends).min() {
        let words = format!(
            "The list has nobody come or go after {}: whoever it names last may have left since, and later votes may not be in it.",
            dates::long(end)
        );
        blocks.push(Block::Paragraph(vec![Sentence::new(words, notes)]));
    }
    blocks
}

fn day(election: &ElectionEntry) -> String {
    if election.day_known {
        dates::long(election.date)
    } else {
        dates::month_and_year(election.date)
    }
}

fn held(election: &ElectionEntry) -> String {
    let changed = match election.changed {
        Some(true) => "; the leader changed",
        Some(false) => "; the leader did not change",
        None => "",
    };
    format!("{} ({}{changed})", day(election), kinds(&election.types))
}

fn plans(government: &Government, names: &Names<'_>) -> Option<String> {
    let planned: Vec<String> = government
        .planned
        .iter()
        .take(PLANNED)
        .map(|e| format!("{} ({})", day(e), kinds(&e.types)))
        .collect();
    (!planned.is_empty()).then(|| {
        format!(
            "Planned when the list was closed, {}: {}.",
            names.the(government.ccode),
            planned.join(", ")
        )
    })
}

/// The publisher's letters in words.
fn kinds(types: &str) -> String {
    let words: Vec<&str> = [
        ('X', "executive"),
        ('L', "legislature"),
        ('R', "referendum"),
    ]
    .into_iter()
    .filter(|(letter, _)| types.contains(*letter))
    .map(|(_, word)| word)
    .collect();
    if words.is_empty() {
        capital(types)
    } else {
        listed(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_vote() {
        assert_eq!(kinds("X"), "executive");
        assert_eq!(kinds("XL"), "executive and legislature");
        assert_eq!(kinds("R"), "referendum");
    }
}
