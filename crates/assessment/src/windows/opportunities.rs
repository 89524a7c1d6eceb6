//! Opportunities: times in which conditions hold together.

use std::collections::BTreeSet;

use entente_measures::cycles::{months_after, months_before};
use entente_states::council::Seat;
use jiff::civil::Date;

use super::beginnings;
use super::calendar::Calendar;
use super::window::{Certainty, Condition, Window, WindowKind};
use super::words::{list, numbers};
use crate::note::{Message, Value};

/// For how many months a government counts as new.
pub(super) const NEW_MONTHS: u8 = 12;

/// How many months ahead a summit opens a window.
pub(super) const SUMMIT_MONTHS: u8 = 6;

/// A time in which a condition holds, and why.
#[derive(Clone, Debug)]
struct Holding {
    condition: Condition,
    start: Date,
    end: Date,
    why: String,
    message: Message,
    certainty: Certainty,
}

/// The times in which the same things hold (a seat, a summit near, governments new), each as long as they last, in
/// order: what a window names holds on each of its days.
///
/// `windows` are those of the parties, summits and meetings among them. The times are those of the whole
/// record, not of the span asked for, so that an opportunity keeps its first day from run to run.
pub(super) fn windows(calendar: &Calendar<'_>, windows: &[Window], until: Date) -> Vec<Window> {
    let mut holdings = governments_new(calendar, until);
    holdings.extend(on_council(calendar));
    holdings.extend(summits_near(calendar, windows));
    let parties: Vec<_> = calendar.parties.iter().collect();
    let states: Vec<_> = parties.iter().map(|p| p.ccode).collect();
    let mut found = Vec::new();
    for stretch in stretches(&holdings) {
        let holding: Vec<&Holding> = stretch.held.iter().map(|i| &holdings[*i]).collect();
        let conditions: BTreeSet<Condition> = holding.iter().map(|h| h.condition).collect();
        let conditions: Vec<Condition> = conditions.into_iter().collect();
        let why = (said(&holding), told(&holding));
        let certainty = holding.iter().map(|h| h.certainty).max();
        let names: Vec<String> = conditions.iter().map(|c| c.word().to_owned()).collect();
        let mut window = Window::of(
            WindowKind::Opportunity,
            &parties,
            format!(
                "opportunity-{}-{}-{}",
                numbers(&states),
                names.join("-"),
                stretch.start
            ),
            (stretch.start, Some(stretch.end)),
            why,
            certainty.unwrap_or(Certainty::ByRule),
        );
        window.conditions = conditions;
        found.push(window);
    }
    found
}

/// Why conditions hold, in a line.
fn said(holding: &[&Holding]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut summits: Vec<String> = Vec::new();
    let mut in_order = holding.to_vec();
    in_order.sort_by_key(|h| (h.condition, h.end, h.start));
    for held in in_order {
        let to = match held.condition {
            Condition::SummitNear => &mut summits,
            Condition::GovernmentsNew | Condition::OnCouncil => &mut parts,
        };
        if !to.contains(&held.why) {
            to.push(held.why.clone());
        }
    }
    if !summits.is_empty() {
        parts.push(format!("within six months of the {}", list(&summits)));
    }
    parts.join("; ")
}

/// The same as a message, condition by condition.
fn told(holding: &[&Holding]) -> Message {
    let mut in_order = holding.to_vec();
    in_order.sort_by_key(|h| (h.condition, h.end, h.start));
    let mut parts: Vec<Message> = Vec::new();
    let mut summits: Vec<&Message> = Vec::new();
    for held in in_order {
        match held.condition {
            // Summits come last, and how near they are is said of the first.
            Condition::SummitNear if !summits.contains(&&held.message) => {
                let first = if summits.is_empty() { "yes" } else { "no" };
                parts.push(held.message.clone().with_word("first", first));
                summits.push(&held.message);
            }
            Condition::SummitNear => {}
            Condition::GovernmentsNew | Condition::OnCouncil => {
                if !parts.contains(&held.message) {
                    parts.push(held.message.clone());
                }
            }
        }
    }
    Message::new("window-opportunity").with("conditions", Value::Messages(parts))
}

impl Condition {
    fn word(self) -> &'static str {
        match self {
            Condition::GovernmentsNew => "new",
            Condition::OnCouncil => "council",
            Condition::SummitNear => "summit",
        }
    }
}

fn governments_new(calendar: &Calendar<'_>, until: Date) -> Vec<Holding> {
    let mut common: Option<Vec<(Date, Date, Certainty)>> = None;
    for party in calendar.parties {
        let own: Vec<(Date, Date, Certainty)> = beginnings::of(calendar, party, until)
            .into_iter()
            .filter_map(|b| {
                let end = months_after(b.start, NEW_MONTHS)?.yesterday().ok()?;
                Some((b.start, end, b.certainty))
            })
            .collect();
        common = Some(match common {
            None => own,
            Some(before) => before
                .iter()
                .flat_map(|a| {
                    own.iter()
                        .map(move |b| (a.0.max(b.0), a.1.min(b.1), a.2.max(b.2)))
                })
                .filter(|(start, end, _)| start <= end)
                .collect(),
        });
    }
    let why = match calendar.parties.len() {
        2 => "both governments in the first year of a term",
        _ => "all governments in the first year of a term",
    };
    common
        .unwrap_or_default()
        .into_iter()
        .map(|(start, end, certainty)| Holding {
            condition: Condition::GovernmentsNew,
            start,
            end,
            why: why.to_owned(),
            message: Message::new("condition-new"),
            certainty,
        })
        .collect()
}

fn on_council(calendar: &Calendar<'_>) -> Vec<Holding> {
    let elected = calendar.seats.iter().filter(|s| s.seat == Seat::Elected);
    elected
        .filter_map(|seat| {
            let party = calendar.party(seat.ccode)?;
            Some(Holding {
                condition: Condition::OnCouncil,
                start: seat.from,
                end: seat.until?,
                why: format!(
                    "{} on the Security Council (to {})",
                    party.name, seat.until?
                ),
                message: Message::new("condition-council")
                    .with("state", Value::State(party.ccode))
                    .with("until", Value::Day(seat.until?)),
                certainty: match seat.from > calendar.date {
                    true => Certainty::ByRule,
                    false => Certainty::OnRecord,
                },
            })
        })
        .collect()
}

/// Summits whose days are known, and meetings, in which every party takes part.
fn summits_near(calendar: &Calendar<'_>, windows: &[Window]) -> Vec<Holding> {
    let everyone = |w: &&Window| w.ccodes.len() == calendar.parties.len();
    let near = windows
        .iter()
        .filter(|w| matches!(w.kind, WindowKind::Summit | WindowKind::Meeting))
        .filter(everyone);
    near.filter_map(|w| {
        // Of a summit announced for a year, nobody can say that it is near; nor of a meeting that is
        // expected within months.
        let (first, last) = w.days().and_then(|(first, last)| Some((first, last?)))?;
        let dated = (last - first).get_days() < 31;
        let start = months_before(first, SUMMIT_MONTHS).filter(|_| dated)?;
        Some(Holding {
            condition: Condition::SummitNear,
            start,
            end: last,
            why: format!("{} ({first})", w.title),
            message: Message::new("condition-summit")
                .with("summit", Value::Messages(vec![w.message.clone()]))
                .with("day", Value::Day(first)),
            certainty: w.certainty,
        })
    })
    .collect()
}

/// A time in which the same things hold throughout, by their places.
struct Stretch {
    start: Date,
    end: Date,
    held: Vec<usize>,
}

fn stretches(holdings: &[Holding]) -> Vec<Stretch> {
    let mut edges: BTreeSet<Date> = BTreeSet::new();
    for holding in holdings {
        edges.insert(holding.start);
        edges.extend(holding.end.tomorrow());
    }
    let edges: Vec<Date> = edges.into_iter().collect();
    let mut found: Vec<Stretch> = Vec::new();
    for pair in edges.windows(2) {
        let (start, Ok(end)) = (pair[0], pair[1].yesterday()) else {
            continue;
        };
        let holds = |h: &Holding| h.start <= start && h.end >= end;
        let held: Vec<usize> = (0..holdings.len())
            .filter(|i| holds(&holdings[*i]))
            .collect();
        match found.last_mut() {
            Some(last) if last.held == held => last.end = end,
            _ => found.push(Stretch { start, end, held }),
        }
    }
    found.retain(|s| !s.held.is_empty());
    found
}

/// The conditions of an opportunity in words.
pub(super) fn described() -> String {
    list(&[
        format!("all governments new (a term of each began within {NEW_MONTHS} months)"),
        "a party on the Security Council by election".to_owned(),
        format!("a summit of all of them within {SUMMIT_MONTHS} months"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn holding(condition: Condition, start: Date, end: Date) -> Holding {
        Holding {
            condition,
            start,
            end,
            why: String::new(),
            message: Message::new("condition-new"),
            certainty: Certainty::OnRecord,
        }
    }

    #[test]
    fn stretches_change_where_anything_begins_or_ends() {
        let holdings = [
            holding(Condition::OnCouncil, date(2021, 1, 1), date(2022, 12, 31)),
            holding(Condition::SummitNear, date(2021, 5, 1), date(2021, 11, 1)),
            // Two summits in a row are two stretches: each is named on its own days only.
            holding(Condition::SummitNear, date(2021, 11, 2), date(2021, 11, 30)),
            holding(
                Condition::GovernmentsNew,
                date(2030, 1, 1),
                date(2030, 6, 30),
            ),
        ];
        let found: Vec<(Date, Date, usize)> = stretches(&holdings)
            .iter()
            .map(|s| (s.start, s.end, s.held.len()))
            .collect();
        assert_eq!(
            found,
            [
                (date(2021, 1, 1), date(2021, 4, 30), 1),
                (date(2021, 5, 1), date(2021, 11, 1), 2),
                (date(2021, 11, 2), date(2021, 11, 30), 2),
                (date(2021, 12, 1), date(2022, 12, 31), 1),
                (date(2030, 1, 1), date(2030, 6, 30), 1),
            ]
        );
    }
}
