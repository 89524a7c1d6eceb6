//! Terms of office, by rule.

use entente_measures::cycles::terms;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use crate::note::{Message, Value};

/// The terms of the parties that begin no later than `until`.
///
/// A rule says when a term begins and ends, not who holds it, nor that it was served to its end.
pub(super) fn windows(calendar: &Calendar<'_>, until: Date) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        for term in terms(calendar.rules_of(party.ccode), until) {
            let years = term.rule.years;
            let title = format!("Term of office, {} ({years} years)", party.name);
            let message = Message::new("window-term")
                .with("state", Value::State(party.ccode))
                .with("years", Value::Count(years.into()));
            let id = format!("term-{}-{}", party.ccode, term.start);
            found.push(
                Window::of(
                    WindowKind::Term,
                    &[party],
                    id,
                    (term.start, Some(term.end)),
                    (title, message),
                    Certainty::ByRule,
                )
                .note(term.rule.note.clone())
                .source(term.rule.law.clone())
                .source(term.rule.source.clone()),
            );
        }
    }
    found
}
