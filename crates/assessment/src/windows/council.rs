//! Seats of the parties on the Security Council.

use entente_states::council::Seat;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use crate::note::{Message, Value};

pub(super) fn windows(calendar: &Calendar<'_>) -> Vec<Window> {
    let mut found = Vec::new();
    for seat in &calendar.seats {
        let Some(party) = calendar.party(seat.ccode) else {
            continue;
        };
        let (word, kind) = match seat.seat {
            Seat::Permanent => ("Permanent seat", "permanent"),
            Seat::Elected => ("Elected seat", "elected"),
        };
        let ahead = seat.from > calendar.date;
        let window = Window::of(
            WindowKind::Council,
            &[party],
            format!("council-{kind}-{}-{}", party.ccode, seat.from),
            (seat.from, seat.until),
            (
                format!("{word} on the Security Council, {}", party.name),
                Message::new("window-council")
                    .with_word("seat", kind)
                    .with("state", Value::State(party.ccode)),
            ),
            if ahead { Certainty::ByRule } else { Certainty::OnRecord },
        )
        .note(seat.note.clone())
        .source("United Nations Security Council, Countries elected members, https://main.un.org/securitycouncil/en/content/countries-elected-members")
        .source("Charter of the United Nations, Article 23");
        found.push(window);
    }
    found
}
