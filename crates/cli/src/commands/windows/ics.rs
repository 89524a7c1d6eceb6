//! The windows as a calendar file (RFC 5545).
//!
//! All-day events without time zone; the identifiers are those of the windows, and the stamp is the date
//! of reading, so that the same reading gives the same bytes, and a later one updates the events.

use entente_assessment::{Certainty, Window, WindowKind};
use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;

pub fn calendar(windows: &[Window], name: &str, date: Date) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Entente//entente windows//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .append_property(("X-WR-CALNAME", name));
    for window in windows {
        calendar.push(event(window, date));
    }
    calendar.to_string()
}

fn event(window: &Window, date: Date) -> Event {
    // An open-ended window has no last day to draw: its first day stands for it.
    let last = window.end.unwrap_or(window.start);
    let after = last.tomorrow().unwrap_or(last);
    let title = match window.end {
        Some(_) => window.title.clone(),
        None => format!("{} (from this day, open-ended)", window.title),
    };
    let status = match window.certainty {
        Certainty::OnRecord | Certainty::ByRule => "CONFIRMED",
        Certainty::Announced | Certainty::Expected => "TENTATIVE",
    };
    let mut event = Event::new();
    event
        .uid(&format!("{}@entente", window.id))
        .append_property(("DTSTAMP", format!("{}T000000Z", digits(date)).as_str()))
        .append_property(day("DTSTART", window.start))
        .append_property(day("DTEND", after))
        .summary(&title)
        .description(&description(window))
        .append_property(("CATEGORIES", category(window.kind)))
        .append_property(("STATUS", status))
        .append_property(("TRANSP", "TRANSPARENT"));
    event.done()
}

/// A day as a property with a date for its value: no time, so no time zone.
fn day(name: &str, date: Date) -> Property {
    let mut property = Property::new(name, digits(date));
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
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
