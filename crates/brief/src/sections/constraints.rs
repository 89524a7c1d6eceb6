//! What stands in the way at home on each side, and what could spoil it.

use entente_assessment::{AgendaSection, CircumstanceKind, ToldCircumstance, ToldConstraint};
use entente_states::Ccode;

use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::{Sentence, capital};
use crate::words::{Words, say};

/// Constraints and risks, party by party, then the risks on both sides.
pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some(agenda) = &brief.assessment.agenda else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    for party in &brief.assessment.parties {
        let mut told: Vec<Sentence> = (agenda.constraints.iter())
            .filter(|c| c.party == party.ccode)
            .map(|c| Sentence::new(constraint(c, agenda, brief), &[]))
            .collect();
        told.extend(risks(agenda, Some(party.ccode), brief));
        if !told.is_empty() {
            blocks.push(Block::Subheading(brief.name(party.ccode)));
            blocks.push(Block::List(told));
        }
    }
    let shared: Vec<Sentence> = risks(agenda, None, brief).collect();
    if !shared.is_empty() {
        blocks.push(Block::Subheading(say!(brief.words, "constraints-shared")));
        blocks.push(Block::List(shared));
    }
    match blocks.is_empty() {
        true => blocks,
        false => declared_lead(brief).into_iter().chain(blocks).collect(),
    }
}

/// Whose reading it is, and where its sources stand.
pub(super) fn declared_lead(brief: &Brief<'_>) -> Option<Block> {
    let agenda = brief.assessment.agenda.as_ref()?;
    let lead = say!(brief.words, "declared-lead");
    Some(Block::Paragraph(vec![Sentence::new(
        lead,
        &agenda.declared_notes,
    )]))
}

fn constraint(told: &ToldConstraint, agenda: &AgendaSection, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "constraints-line",
        actor = capital(&told.actor),
        instrument = &told.instrument,
        stance = stance(told.stance),
        veto = if told.veto { "yes" } else { "no" },
        items = bearing(&told.items, agenda, words),
        noted = if told.note.is_some() { "yes" } else { "no" },
        note = told
            .note
            .as_deref()
            .unwrap_or_default()
            .trim_end_matches('.'),
        sources = brief.cite(&told.sources)
    )
}

/// The word for a stance from −2 to 2.
pub(crate) fn stance(stance: f64) -> &'static str {
    match stance {
        s if s <= -1.5 => "strongly-against",
        s if s < -0.25 => "against",
        s if s <= 0.25 => "neutral",
        s if s < 1.5 => "for",
        _ => "strongly-for",
    }
}

/// The agenda items that something bears on, by name; all of them where none is named.
fn bearing(items: &[String], agenda: &AgendaSection, words: &Words) -> String {
    let rows = agenda.shortlist.iter().flat_map(|s| &s.rows);
    let names: Vec<&str> = rows
        .filter(|row| items.contains(&row.id))
        .map(|row| row.name.as_str())
        .collect();
    match names.is_empty() {
        true => say!(words, "constraints-all-items"),
        false => words.clauses(&names),
    }
}

fn risks<'a>(
    agenda: &'a AgendaSection,
    party: Option<Ccode>,
    brief: &'a Brief<'a>,
) -> impl Iterator<Item = Sentence> + 'a {
    let risks = agenda.circumstances.iter();
    risks
        .filter(move |c| c.kind == CircumstanceKind::Risk && c.party == party)
        .map(move |c| Sentence::new(circumstance("constraints-risk", c, brief), &[]))
}

/// A circumstance with its sources, in the words of a message.
pub(super) fn circumstance(id: &str, told: &ToldCircumstance, brief: &Brief<'_>) -> String {
    say!(
        brief.words,
        id,
        text = told.text.trim_end_matches('.'),
        sources = brief.cite(&told.sources)
    )
}
