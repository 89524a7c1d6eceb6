//! Seats of the parties on the Security Council.

use entente_assessment::{Assessment, CouncilSeat};

use crate::dates;
use crate::document::Block;
use crate::names::Names;
use crate::sentence::Sentence;

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let section = &assessment.council;
    let notes = &section.notes;
    let mut lines: Vec<Sentence> = section
        .now_and_ahead
        .iter()
        .map(|seat| {
            Sentence::new(
                format!("{}: {}.", names.plain(seat.ccode), tenure(seat, assessment)),
                notes,
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(Sentence::new(
            "No party holds a seat, or is on record as elected to one.",
            notes,
        ));
    }
    for party in &assessment.parties {
        let past: Vec<&CouncilSeat> = section
            .past
            .iter()
            .filter(|s| s.ccode == party.ccode)
            .collect();
        let permanent = section
            .now_and_ahead
            .iter()
            .any(|s| s.ccode == party.ccode && s.permanent);
        if past.is_empty() && permanent {
            continue;
        }
        let terms: Vec<String> = past.iter().map(|s| term(s)).collect();
        let words = if terms.is_empty() {
            format!("{}: no earlier term.", party.name)
        } else {
            format!("{}, earlier terms: {}.", party.name, terms.join(", "))
        };
        lines.push(Sentence::new(words, notes));
    }
    vec![Block::List(lines)]
}

fn tenure(seat: &CouncilSeat, assessment: &Assessment) -> String {
    if seat.permanent {
        return format!("permanent seat since {}", dates::long(seat.from));
    }
    let until = seat
        .until
        .map(|u| format!(" to {}", dates::long(u)))
        .unwrap_or_default();
    let ahead = if seat.from > assessment.as_of {
        "elected to a seat from"
    } else {
        "elected seat from"
    };
    format!("{ahead} {}{until}", dates::long(seat.from))
}

/// The years of a term: "1980–81", and "1946" for the one-year terms.
fn term(seat: &CouncilSeat) -> String {
    let until = seat.until.map_or(seat.from.year(), |u| u.year());
    dates::years(seat.from.year(), until)
}
