//! Leaders in office, on record.

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::slug;
use crate::note::{Message, Value};

/// The leaders of the parties. One who was still in office has no end: it is not guessed.
pub(super) fn windows(calendar: &Calendar<'_>) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        for leader in calendar.leaders_of(party.ccode) {
            let end = leader.until.map(|day| (day, leader.until_day_known));
            let closed = calendar
                .leaders_closed(party.ccode)
                .filter(|_| end.is_none());
            let title = match closed {
                Some(closed) => format!("last known in office, not known since {closed}"),
                None => "in office".to_owned(),
            };
            let note = match (end, closed) {
                (Some((_, true)), _) => "",
                (Some((_, false)), _) => "the month of leaving is on record, not the day",
                (None, Some(_)) => "what came after is not in the list of leaders",
                (None, None) => "in office on the date; the end is not known",
            };
            let window = Window::of(
                WindowKind::Leader,
                &[party],
                format!(
                    "leader-{}-{}-{}",
                    party.ccode,
                    leader.from,
                    slug(&leader.id)
                ),
                (leader.from, end.map(|e| e.0)),
                (
                    format!("{}, {}, {title}", leader.leader, party.name),
                    Message::new("window-leader")
                        .with_word("leader", &leader.leader)
                        .with("state", Value::State(party.ccode))
                        .with_word("known", if closed.is_some() { "no" } else { "yes" })
                        .with(
                            "since",
                            closed.map_or(Value::Word(String::new()), Value::Day),
                        ),
                ),
                match closed {
                    Some(_) => Certainty::NotKnown,
                    None => Certainty::OnRecord,
                },
            );
            found.push(window.note(note).source(format!("table {}", leader.table)));
        }
    }
    found
}
