//! Seats of the parties on the Security Council.

use entente_assessment::CouncilSeat;

use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::{Words, say};

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let section = &brief.assessment.council;
    let mut lines: Vec<String> = section
        .now_and_ahead
        .iter()
        .map(|seat| tenure(seat, brief))
        .collect();
    if lines.is_empty() {
        lines.push(say!(words, "council-none"));
    }
    for party in &brief.assessment.parties {
        let past: Vec<String> = section
            .past
            .iter()
            .filter(|s| s.ccode == party.ccode)
            .map(|seat| term(seat, words))
            .collect();
        let permanent = section
            .now_and_ahead
            .iter()
            .any(|s| s.ccode == party.ccode && s.permanent);
        if past.is_empty() && permanent {
            continue;
        }
        let state = brief.name(party.ccode);
        lines.push(if past.is_empty() {
            say!(words, "council-never", state = state)
        } else {
            say!(
                words,
                "council-earlier",
                state = state,
                terms = past.join(", ")
            )
        });
    }
    vec![Block::List(
        lines
            .into_iter()
            .map(|line| Sentence::new(line, &section.notes))
            .collect(),
    )]
}

pub(super) fn tenure(seat: &CouncilSeat, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let state = brief.name(seat.ccode);
    let from = words.date(seat.from);
    match seat.until.map(|u| words.date(u)) {
        None if seat.permanent => say!(words, "council-permanent", state = state, from = from),
        None => say!(words, "council-open", state = state, from = from),
        Some(until) if seat.from > brief.assessment.as_of => say!(
            words,
            "council-ahead",
            state = state,
            from = from,
            until = until
        ),
        Some(until) => say!(
            words,
            "council-now",
            state = state,
            from = from,
            until = until
        ),
    }
}

/// The years of a term: "1980–1981", and "1946" for the one-year terms.
fn term(seat: &CouncilSeat, words: &Words) -> String {
    let until = seat.until.map_or(seat.from.year(), |u| u.year());
    words.span(seat.from.year(), until)
}
