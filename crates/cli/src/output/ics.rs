//! Calendar files (RFC 5545).
//!
//! All-day events without time zone, since a day is meant and not an hour. What identifies an event and
//! stamps it is given, so that the same answer is the same bytes and a later one updates the events.

use entente_doors::text::shown_on_a_line;
use jiff::civil::Date;

/// Octets of a line without its end (section 3.1).
const LINE: usize = 75;

/// An all-day event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The same for the same event in every file.
    pub uid: String,
    /// UTC, as `20261125T120000Z`.
    pub stamp: String,
    /// How many times it was changed, where that is known: programs keep the event with the most.
    pub sequence: Option<i64>,
    /// First day.
    pub start: Date,
    /// Last day, itself included.
    pub last: Date,
    pub summary: String,
    pub description: String,
    /// In capitals.
    pub category: &'static str,
    pub status: Status,
    /// Reminders, so many days before.
    pub reminders: Vec<u16>,
}

/// How sure an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Confirmed,
    Tentative,
    Cancelled,
}

/// A calendar; `command` made it, `name` is what it is called, and `about` what a reader must know of it.
pub fn calendar(command: &str, name: &str, about: Option<&str>, events: &[Event]) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &format!("-//Entente//{command}//EN"));
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add("X-WR-CALNAME", &text(name));
    if let Some(about) = about {
        lines.add("X-WR-CALDESC", &text(about));
    }
    for event in events {
        lines.event(event);
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

/// A day as digits.
pub fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Content lines, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event) {
        let after = event.last.tomorrow().unwrap_or(event.last);
        self.add("BEGIN", "VEVENT");
        self.add("UID", &text(&event.uid));
        self.add("DTSTAMP", &event.stamp);
        if let Some(sequence) = event.sequence {
            self.add("SEQUENCE", &sequence.to_string());
        }
        self.add("DTSTART;VALUE=DATE", &digits(event.start));
        self.add("DTEND;VALUE=DATE", &digits(after));
        self.add("SUMMARY", &text(&event.summary));
        self.add("DESCRIPTION", &text(&event.description));
        self.add("CATEGORIES", event.category);
        self.add("STATUS", event.status.as_str());
        self.add("TRANSP", "TRANSPARENT");
        for days in &event.reminders {
            self.reminder(*days, &event.summary);
        }
        self.add("END", "VEVENT");
    }

    fn reminder(&mut self, days: u16, summary: &str) {
        self.add("BEGIN", "VALARM");
        self.add("ACTION", "DISPLAY");
        self.add("DESCRIPTION", &text(summary));
        match days {
            0 => self.add("TRIGGER", "PT0S"),
            days => self.add("TRIGGER", &format!("-P{days}D")),
        }
        self.add("END", "VALARM");
    }

    /// A property with a value that stands as it is.
    fn add(&mut self, name: &str, value: &str) {
        let mut used = 0;
        // A line end would begin another property, here as in a value that is no text.
        let value = shown_on_a_line(value);
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

impl Status {
    fn as_str(self) -> &'static str {
        match self {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        }
    }
}

/// A value of type TEXT (section 3.3.11).
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter => out.push(letter),
        }
    }
    out
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
        assert_eq!(text("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
