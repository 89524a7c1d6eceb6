//! Transitions: from the vote to the day before the new leader or term begins.

use entente_evidence::ElectionKind;
use entente_measures::cycles::{days, terms};
use entente_states::terms::Of;
use jiff::civil::Date;

use super::beginnings::SAME_BEGINNING_DAYS;
use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use crate::note::{Message, Value};
use crate::parties::Party;
use crate::polls::Poll;

/// The longest time from a vote to the beginning that it decides.
const LONGEST_DAYS: i32 = 400;

pub(super) fn windows(calendar: &Calendar<'_>, until: Date) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        found.extend(on_record(calendar, party));
        found.extend(by_rule(calendar, party, until));
    }
    found
}

fn window(
    party: &Party,
    vote: Date,
    begins: Date,
    title: (String, Message),
    certainty: Certainty,
) -> Option<Window> {
    let last = begins.yesterday().ok().filter(|last| *last >= vote)?;
    let id = format!("transition-{}-{begins}", party.ccode);
    let days = (vote, Some(last));
    Some(Window::of(
        WindowKind::Transition,
        &[party],
        id,
        days,
        title,
        certainty,
    ))
}

/// The title as a message; `to` is `known` with the next leader's name, `elected`, or `open`.
fn told(party: &Party, to: &str, leader: &str) -> Message {
    Message::new("window-transition")
        .with("state", Value::State(party.ccode))
        .with_word("to", to)
        .with_word("leader", leader)
}

/// The last vote before a day that changed the leader, if it lies near enough.
fn vote_before<'c>(calendar: &'c Calendar<'_>, party: &Party, begins: Date) -> Option<&'c Poll> {
    calendar
        .elections_of(party.ccode)
        .iter()
        .filter(|e| e.kind == ElectionKind::Vote && !e.types.contains('R') && e.date < begins)
        .rfind(|e| (begins - e.date).get_days() <= LONGEST_DAYS)
}

/// Leaders who entered after a vote that changed the leader, with no other leader between.
fn on_record(calendar: &Calendar<'_>, party: &Party) -> Vec<Window> {
    let leaders = calendar.leaders_of(party.ccode);
    let mut found = Vec::new();
    for (i, leader) in leaders.iter().enumerate().skip(1) {
        let vote = vote_before(calendar, party, leader.from).filter(|v| v.changed == Some(true));
        let Some(vote) = vote.map(|v| v.date) else {
            continue;
        };
        if leaders[i - 1].from > vote {
            continue;
        }
        let title = (
            format!("Transition, {}: to {}", party.name, leader.leader),
            told(party, "known", &leader.leader),
        );
        let window = window(party, vote, leader.from, title, Certainty::OnRecord);
        found.extend(window.map(|w| w.source(format!("tables elections and {}", leader.table))));
    }
    found
}

/// Terms that begin after the list of leaders ends, from the vote on record or by rule.
fn by_rule(calendar: &Calendar<'_>, party: &Party, until: Date) -> Vec<Window> {
    let rules = calendar.rules_of(party.ccode);
    let polling: Vec<Date> = rules
        .iter()
        .filter(|r| r.of == Of::Executive)
        .flat_map(|r| days(r, until))
        .collect();
    let mut found = Vec::new();
    for term in terms(rules, until) {
        let listed = !calendar.leaders_of(party.ccode).is_empty();
        let covered = listed && calendar.leaders_end.is_some_and(|end| term.start <= end);
        let entered = calendar
            .leaders_of(party.ccode)
            .iter()
            .any(|l| (l.from - term.start).get_days().abs() <= SAME_BEGINNING_DAYS);
        if covered || entered {
            continue;
        }
        let near = |day: &Date| *day < term.start && (term.start - *day).get_days() <= LONGEST_DAYS;
        let on_record = vote_before(calendar, party, term.start).filter(|v| v.types.contains('X'));
        // A re-elected leader hands over to nobody.
        if on_record.is_some_and(|vote| vote.changed == Some(false)) {
            continue;
        }
        let vote = on_record
            .map(|v| v.date)
            .or_else(|| polling.iter().copied().filter(near).max());
        let Some(vote) = vote else { continue };
        let title = match on_record {
            Some(_) => (
                format!("Transition, {}", party.name),
                told(party, "elected", ""),
            ),
            None => (
                format!("Transition, {}, if the leader changes", party.name),
                told(party, "open", ""),
            ),
        };
        let window = window(party, vote, term.start, title, Certainty::ByRule);
        found.extend(window.map(|w| {
            w.source(term.rule.law.clone())
                .source(term.rule.source.clone())
        }));
    }
    found
}
