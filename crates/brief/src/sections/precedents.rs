//! What was done before, what could help now, and the weather between the parties.

use entente_assessment::{CircumstanceKind, ToldAct};

use super::constraints::{circumstance, declared_lead};
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::say;

/// The acts that are told, the latest ones.
const ACTS: usize = 8;

/// Precedents, then opportunities.
pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some(agenda) = &brief.assessment.agenda else {
        return Vec::new();
    };
    let told = [
        (CircumstanceKind::Precedent, "precedent-line"),
        (CircumstanceKind::Opportunity, "opportunity-line"),
    ];
    let told = told.into_iter().flat_map(|(kind, id)| {
        let of_kind = agenda.circumstances.iter().filter(move |c| c.kind == kind);
        of_kind.map(move |c| Sentence::new(circumstance(id, c, brief), &[]))
    });
    declared(told.collect(), brief)
}

/// Goodwill and unfriendly acts of late.
pub(crate) fn weather(brief: &Brief<'_>) -> Vec<Block> {
    let Some(agenda) = &brief.assessment.agenda else {
        return Vec::new();
    };
    let told = agenda.acts.iter().take(ACTS).map(|a| act(a, brief));
    declared(told.map(|text| Sentence::new(text, &[])).collect(), brief)
}

fn act(told: &ToldAct, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "weather-line",
        day = words.date(told.date),
        state = brief.name(told.party),
        text = told.text.trim_end_matches('.'),
        weight = words.signed(told.weight, 1),
        sources = brief.cite(&told.sources)
    )
}

fn declared(told: Vec<Sentence>, brief: &Brief<'_>) -> Vec<Block> {
    match told.is_empty() {
        true => Vec::new(),
        false => declared_lead(brief)
            .into_iter()
            .chain([Block::List(told)])
            .collect(),
    }
}
