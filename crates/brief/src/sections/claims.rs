//! What sources claim, and what the evidence says of it.

use entente_assessment::{AgendaSection, ClaimRow, ClaimVerdict};

use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::{Sentence, capital};
use crate::words::{Words, say};

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let Some(agenda) = brief
        .assessment
        .agenda
        .as_ref()
        .filter(|a| !a.claims.is_empty())
    else {
        return Vec::new();
    };
    let lead = say!(
        words,
        "claims-lead",
        claims = agenda.claims.len(),
        tally = words.listed(&tally(agenda, words))
    );
    let mut blocks = vec![Block::Paragraph(vec![Sentence::new(
        lead,
        &agenda.claim_notes,
    )])];
    for of_one_source in agenda.claims.chunk_by(|a, b| a.source == b.source) {
        blocks.push(Block::Subheading(of_one_source[0].source.clone()));
        let told = of_one_source.iter();
        blocks.push(Block::List(
            told.map(|claim| Sentence::new(line(claim, words), &[]))
                .collect(),
        ));
    }
    blocks
}

/// "20 supported", "2 mixed".
fn tally(agenda: &AgendaSection, words: &Words) -> Vec<String> {
    let count = |verdict| {
        agenda
            .claims
            .iter()
            .filter(|c| c.verdict == verdict)
            .count()
    };
    ClaimVerdict::ALL
        .into_iter()
        .filter(|verdict| count(*verdict) > 0)
        .map(|verdict| {
            say!(
                words,
                "claims-count",
                count = count(verdict),
                verdict = words.verdict(verdict)
            )
        })
        .collect()
}

fn line(claim: &ClaimRow, words: &Words) -> String {
    let found: Vec<String> = (claim.findings.iter())
        .map(|f| words.told(&f.message).trim_end_matches('.').to_owned())
        .collect();
    say!(
        words,
        "claims-line",
        verdict = capital(&words.verdict(claim.verdict)),
        text = claim.text.trim_end_matches('.'),
        found = words.clauses(&found)
    )
}
