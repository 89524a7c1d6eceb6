//! The response to expect to each objective, and what to answer.

use entente_assessment::{Answer, Expected, Response};

use super::{actor, circumstance, constraint, name, of, yes_if};
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let told = side.responses.iter();
    let told: Vec<Sentence> = told
        .map(|r| {
            let text = response(r, brief);
            Sentence::about(name(brief, &r.item), text, &side.argument_notes)
        })
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let everywhere = side.against_everything.iter();
    let everywhere = everywhere.filter_map(|id| constraint(brief, id));
    let everywhere: Vec<String> = everywhere.map(|c| actor(c, brief)).collect();
    let mut blocks = Vec::new();
    if !everywhere.is_empty() {
        let lead = say!(
            brief.words,
            "side-response-everything",
            players = brief.words.clauses(&everywhere)
        );
        blocks.push(Block::Paragraph(vec![Sentence::new(
            lead,
            &side.argument_notes,
        )]));
    }
    blocks.push(Block::List(told));
    blocks
}

fn response(told: &Response, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let players = told
        .constraints
        .iter()
        .filter_map(|id| constraint(brief, id));
    let players: Vec<String> = players.map(|c| actor(c, brief)).collect();
    let answers: Vec<String> = told.answers.iter().map(|a| answer(a, brief)).collect();
    say!(
        words,
        "side-response",
        item = name(brief, &told.item),
        state = brief.state(told.party),
        expected = match told.expected {
            Expected::Welcome => "welcome",
            Expected::Reserved => "reserved",
            Expected::Hesitant => "hesitant",
            Expected::Refusal => "refusal",
            Expected::Unknown => "unknown",
        },
        against = yes_if(!players.is_empty()),
        players = words.clauses(&players),
        answered = match told.expected {
            Expected::Welcome if !answers.is_empty() => "build",
            _ => yes_if(!answers.is_empty()),
        },
        answers = words.clauses(&answers)
    )
}

fn answer(answer: &Answer, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let told = |id: &str, circumstance_id: &str| {
        let told = circumstance(brief, circumstance_id);
        say!(
            words,
            id,
            text = told.map_or("", |c| c.text.trim_end_matches('.')),
            sources = told.map(|c| brief.cite(&c.sources)).unwrap_or_default()
        )
    };
    match answer {
        Answer::Opportunity { circumstance } => told("side-answer-opportunity", circumstance),
        Answer::Precedent { circumstance } => told("side-answer-precedent", circumstance),
        Answer::TakeUp { carrier } => say!(
            words,
            "side-answer-take-up",
            carrier = words.told(&carrier.message)
        ),
    }
}
