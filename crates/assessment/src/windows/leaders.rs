//! Leaders in office, on record.

use entente_evidence::{Leader, end_of_month};
use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::slug;
use crate::note::{Message, Value};

const SOURCE: &str = "table leaders";

/// The leaders of the parties. One who was still in office has no end: it is not guessed.
pub(super) fn windows(calendar: &Calendar<'_>) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        let list = calendar.leaders_of(party.ccode);
        for (i, leader) in list.iter().enumerate() {
            let end = end_of(leader, list.get(i + 1));
            let closed = calendar.leaders_closed().filter(|_| end.is_none());
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
                    slug(&leader.leadid)
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
            found.push(window.note(note).source(SOURCE));
        }
    }
    found
}

/// The last day in office, and whether the day itself is known.
///
/// The list gives the month of leaving: where the next leader enters in that month or the one after, the
/// day before is the last. A leader with no month of leaving who was followed left on that day too.
fn end_of(leader: &Leader, next: Option<&Leader>) -> Option<(Date, bool)> {
    let before_next = next.and_then(|n| n.from.yesterday().ok());
    let before_next = before_next.filter(|day| *day >= leader.from);
    match leader.until_month.map(end_of_month) {
        None => before_next.map(|day| (day, true)),
        Some(month_end) => {
            let a_month_on = month_end.checked_add(1.month()).unwrap_or(month_end);
            match before_next {
                Some(day) if day <= a_month_on => Some((day, true)),
                _ => Some((month_end.max(leader.from), false)),
            }
        }
    }
}
