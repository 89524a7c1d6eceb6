//! Who governs the parties, and when they vote.

use entente_assessment::{ElectionEntry, Government};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::{Words, say};

/// Planned elections that are listed for each state.
const PLANNED: usize = 3;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let section = &brief.assessment.governments;
    let notes = &section.notes;
    let none = || say!(words, "no-record");
    let row = |g: &Government| {
        vec![
            Cell::new(brief.name(g.ccode)),
            Cell::or_missing(leader(g, words), none()),
            Cell::or_missing(g.since.map(|d| words.date(d)), none()),
            Cell::or_missing(g.last_election.as_ref().map(|e| held(e, words)), none()),
        ]
    };
    let mut blocks = vec![Block::Table(Table {
        caption: say!(words, "governments-caption"),
        notes: notes.to_vec(),
        columns: [
            say!(words, "column-state"),
            say!(words, "column-leader"),
            say!(words, "column-since"),
            say!(words, "column-last-vote"),
        ]
        .map(Column::words)
        .to_vec(),
        rows: section.states.iter().map(row).collect(),
    })];
    let planned: Vec<Sentence> = section
        .states
        .iter()
        .filter_map(|g| plans(g, brief))
        .map(|w| Sentence::new(w, notes))
        .collect();
    let over = (section.states.iter()).filter_map(|g| Some((g, g.over_by_rule.as_ref()?)));
    let over = over.map(|(g, vote)| {
        let text = say!(
            words,
            "governments-over-by-rule",
            state = brief.state(g.ccode),
            day = words.date(vote.date),
            kinds = kinds(&vote.types, words)
        );
        Sentence::new(text, notes)
    });
    let listed: Vec<Sentence> = over.chain(planned).collect();
    if !listed.is_empty() {
        blocks.push(Block::List(listed));
    }
    if let Some(end) = section.states.iter().filter_map(|g| g.record_ends).min() {
        let text = say!(words, "governments-end", date = words.date(end));
        blocks.push(Block::Paragraph(vec![Sentence::new(text, notes)]));
    }
    blocks
}

/// The leader; after the list ends, since when it is not known whether still.
fn leader(government: &Government, words: &Words) -> Option<String> {
    let leader = government.leader.as_ref()?;
    Some(match government.record_ends {
        Some(end) => say!(
            words,
            "governments-not-known",
            leader = leader,
            since = words.date(end)
        ),
        None => leader.clone(),
    })
}

fn day(election: &ElectionEntry, words: &Words) -> String {
    match election.from {
        _ if election.day_known => words.date(election.date),
        Some(from)
            if from.first_of_year() == from && election.date.last_of_year() == election.date =>
        {
            from.year().to_string()
        }
        Some(from) if from.first_of_month() != election.date.first_of_month() => {
            words.range(from, election.date)
        }
        _ => words.month_and_year(election.date),
    }
}

fn held(election: &ElectionEntry, words: &Words) -> String {
    say!(
        words,
        "governments-held",
        day = day(election, words),
        kinds = kinds(&election.types, words),
        changed = match election.changed {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        }
    )
}

fn plans(government: &Government, brief: &Brief<'_>) -> Option<String> {
    let words = brief.words;
    let planned: Vec<String> = government
        .planned
        .iter()
        .take(PLANNED)
        .map(|e| format!("{} ({})", day(e, words), kinds(&e.types, words)))
        .collect();
    (!planned.is_empty()).then(|| {
        say!(
            words,
            "governments-planned",
            state = brief.state(government.ccode),
            votes = planned.join(", ")
        )
    })
}

/// The publisher's letters in words.
fn kinds(types: &str, words: &Words) -> String {
    let named: Vec<String> = [
        ('X', "vote-executive"),
        ('L', "vote-legislature"),
        ('R', "vote-referendum"),
    ]
    .into_iter()
    .filter(|(letter, _)| types.contains(*letter))
    .map(|(_, id)| say!(words, id))
    .collect();
    if named.is_empty() {
        types.to_owned()
    } else {
        words.listed(&named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn kinds_of_vote() {
        let en = Lang::default().words();
        assert_eq!(kinds("X", en), "executive");
        assert_eq!(kinds("XL", en), "executive and legislature");
        assert_eq!(kinds("R", en), "referendum");
    }
}
