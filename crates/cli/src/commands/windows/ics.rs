//! The windows as a calendar file.
//!
//! The identifiers are those of the windows, and the stamp is the date of reading, so that the same
//! reading gives the same bytes, and a later one updates the events. A summit announced for a year has
//! no day: it is no event until it has, and the calendar's description names it.

use entente_assessment::{Certainty, Message, Window, WindowKind};
use entente_brief::Words;
use jiff::civil::Date;

use crate::output::ics::{self, Event, Status, digits};

/// A calendar with its name, and a description that says how far the evidence reaches.
pub fn calendar(
    windows: &[Window],
    (name, description): (String, String),
    date: Date,
    words: &Words,
) -> String {
    let dated = windows.iter().filter(|window| window.year.is_none());
    let events: Vec<Event> = dated.map(|window| event(window, date, words)).collect();
    ics::calendar("entente windows", &name, Some(&description), &events)
}

/// What a reader must know of the calendar, and what is in none of its days.
pub fn described(about: String, windows: &[Window], words: &Words) -> String {
    let undated = windows.iter().filter_map(|window| {
        let told = Message::new("page-windows-undated")
            .with_word("what", words.window(window))
            .with_word("year", window.year?);
        Some(words.told(&told))
    });
    let undated: Vec<String> = undated.collect();
    if undated.is_empty() {
        return about;
    }
    let told = Message::new("page-windows-no-day").with_word("what", undated.join("; "));
    format!("{about}\n{}", words.told(&told))
}

fn event(window: &Window, date: Date, words: &Words) -> Event {
    Event {
        uid: format!("{}@entente", window.id),
        stamp: format!("{}T000000Z", digits(date)),
        sequence: None,
        start: window.start,
        // An open-ended window has no last day to draw: its first day stands for it.
        last: window.end.unwrap_or(window.start),
        summary: match window.end {
            Some(_) => words.window(window),
            None => words.told(
                &Message::new("page-windows-open-ended").with_word("what", words.window(window)),
            ),
        },
        description: description(window),
        category: category(window.kind),
        status: match window.certainty {
            Certainty::OnRecord | Certainty::ByRule => Status::Confirmed,
            Certainty::Announced | Certainty::Expected | Certainty::NotKnown => Status::Tentative,
        },
        reminders: Vec::new(),
    }
}

fn category(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Opportunity => "OPPORTUNITY",
        WindowKind::Coincidence => "COINCIDENCE OF CYCLES",
        WindowKind::Term => "TERM OF OFFICE",
        WindowKind::Leader => "LEADER",
        WindowKind::Election => "ELECTION",
        WindowKind::Transition => "TRANSITION",
        WindowKind::Council => "SECURITY COUNCIL",
        WindowKind::Assembly => "GENERAL ASSEMBLY",
        WindowKind::Debate => "GENERAL DEBATE",
        WindowKind::Summit => "SUMMIT",
        WindowKind::Meeting => "MEETING",
    }
}

fn description(window: &Window) -> String {
    let known = match window.certainty {
        Certainty::OnRecord => "On record",
        Certainty::ByRule => "By rule",
        Certainty::Announced => "Announced",
        Certainty::Expected => "Expected",
        Certainty::NotKnown => "Not known on the date of reading",
    };
    let mut lines = vec![format!("{known}. States: {}.", window.iso3.join(", "))];
    if !window.note.is_empty() {
        lines.push(window.note.clone());
    }
    if !window.sources.is_empty() {
        lines.push(format!("Sources: {}", window.sources.join("; ")));
    }
    lines.join("\n")
}
