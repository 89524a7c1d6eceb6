//! The windows as a calendar file (RFC 5545).
//!
//! All-day events without time zone; the identifiers are those of the windows, and the stamp is the date
//! of reading, so that the same reading gives the same bytes, and a later one updates the events.

use entente_assessment::{Certainty, Window, WindowKind};
use jiff::civil::Date;

/// Octets of a line without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

pub fn calendar(windows: &[Window], name: &str, date: Date) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Entente//entente windows//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add("X-WR-CALNAME", &text(name));
    for window in windows {
        event(&mut lines, window, date);
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

fn event(lines: &mut Lines, window: &Window, date: Date) {
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
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &format!("{}@entente", window.id));
    lines.add("DTSTAMP", &format!("{}T000000Z", digits(date)));
    lines.add("DTSTART;VALUE=DATE", &digits(window.start));
    lines.add("DTEND;VALUE=DATE", &digits(after));
    lines.add("SUMMARY", &text(&title));
    lines.add("DESCRIPTION", &text(&description(window)));
    lines.add("CATEGORIES", category(window.kind));
    lines.add("STATUS", status);
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

/// Content lines, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property with a value that stands as it is.
    fn add(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            // A line breaks between characters, never within the octets of one.
            if used + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT (section 3.3.11). Control characters have no place in it.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fold_at_75_octets_between_characters() {
        let mut lines = Lines::default();
        lines.add("SUMMARY", &"é,".repeat(100));
        let folded = lines.0.trim_end_matches("\r\n");
        assert!(folded.split("\r\n").all(|l| l.len() <= LINE));
        assert!(folded.split("\r\n").any(|l| l.len() == LINE));
        let unfolded = folded.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}", "é,".repeat(100)));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(text("a;b,c\\d\ne\rf"), "a\\;b\\,c\\\\d\\nef");
    }
}
