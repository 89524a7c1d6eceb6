//! Elections: past ones from the record, those ahead from rules and plans.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{ElectionKind, TableId};
use entente_measures::cycles::{after_last, days, months_before, terms};
use entente_states::terms::{Ahead, Of, Rule};
use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::list;
use crate::note::{Message, Value};
use crate::parties::Party;
use crate::polls::Poll;

fn source_of(poll: &Poll) -> String {
    format!("table {}", poll.table)
}

/// How far a plan may lie from the day of a rule and still be the same election.
const SAME_ELECTION_DAYS: i32 = 31;

/// Polling days of the parties no later than `until`. Referendums are left out.
pub(super) fn windows(calendar: &Calendar<'_>, until: Date) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        let mut polling: BTreeMap<Date, Polling> = held(calendar, party);
        let ruled = ruled(calendar, party, until);
        for (day, planned) in planned(calendar, party, &ruled) {
            polling.entry(day).or_default().take(planned);
        }
        for (day, rules) in ruled {
            polling
                .entry(day)
                .or_default()
                .take(by_rules(calendar, day, &rules));
        }
        found.extend(expected_within(calendar, party, &polling, until));
        found.extend(polling.into_iter().map(|(day, p)| p.window(party, day)));
        found.extend(periods(calendar, party, until));
    }
    found
}

/// What is elected on one day, from the record, a rule or a plan.
#[derive(Default)]
struct Polling {
    of: BTreeSet<Of>,
    certainty: Option<Certainty>,
    notes: Vec<String>,
    sources: Vec<String>,
}

impl Polling {
    /// Takes in what else is known of the day: the surer of the two decides how sure it is.
    fn take(&mut self, other: Polling) {
        self.of.extend(other.of);
        self.certainty = self.certainty.into_iter().chain(other.certainty).min();
        for (to, from) in [
            (&mut self.notes, other.notes),
            (&mut self.sources, other.sources),
        ] {
            for text in from {
                if !to.contains(&text) {
                    to.push(text);
                }
            }
        }
    }

    fn window(self, party: &Party, day: Date) -> Window {
        let mut window = Window::of(
            WindowKind::Election,
            &[party],
            format!("election-{}-{day}", party.ccode),
            (day, Some(day)),
            (title(&self.of, party), told("day", &self.of, party)),
            self.certainty.unwrap_or(Certainty::Announced),
        );
        window.sources = self.sources;
        window.note(self.notes.join("; "))
    }
}

fn title(of: &BTreeSet<Of>, party: &Party) -> String {
    let words: Vec<String> = of.iter().map(|of| word(*of).to_owned()).collect();
    format!("Election, {}: {}", party.name, list(&words))
}

/// The title as a message; `when` is `day`, or `within` for a time that holds the day.
fn told(when: &str, of: &BTreeSet<Of>, party: &Party) -> Message {
    let kinds = of.iter().map(|of| {
        let kind = match of {
            Of::Legislature => "legislature",
            Of::Executive | Of::Term => "executive",
        };
        Message::new("window-vote").with_word("kind", kind)
    });
    Message::new("window-election")
        .with_word("when", when)
        .with("state", Value::State(party.ccode))
        .with("of", Value::Messages(kinds.collect()))
}

fn word(of: Of) -> &'static str {
    match of {
        Of::Legislature => "legislature",
        Of::Executive | Of::Term => "head of the executive",
    }
}

fn elected(election: &Poll) -> Option<Of> {
    if election.types.contains('X') {
        Some(Of::Executive)
    } else if election.types.contains('L') {
        Some(Of::Legislature)
    } else {
        None
    }
}

fn held(calendar: &Calendar<'_>, party: &Party) -> BTreeMap<Date, Polling> {
    let mut by_day: BTreeMap<Date, Polling> = BTreeMap::new();
    for election in calendar.elections_of(party.ccode) {
        let (ElectionKind::Vote, Some(of)) = (election.kind, elected(election)) else {
            continue;
        };
        let mut notes = Vec::new();
        if election.runoff == Some(true) {
            notes.push("second round".to_owned());
        }
        if !election.day_known {
            notes
                .push("the month is on record, not the day: its last day stands for it".to_owned());
        }
        by_day.entry(election.date).or_default().take(Polling {
            of: BTreeSet::from([of]),
            certainty: Some(Certainty::OnRecord),
            notes,
            sources: vec![source_of(election)],
        });
    }
    by_day
}

/// A polling day by rules.
fn by_rules(calendar: &Calendar<'_>, day: Date, rules: &[&Rule]) -> Polling {
    let mut polling = Polling {
        certainty: Some(Certainty::ByRule),
        ..Polling::default()
    };
    for rule in rules {
        polling.of.insert(rule.of);
        if day <= calendar.date {
            let what = word(rule.of);
            polling
                .notes
                .push(format!("{what}: by rule, not in the list of elections"));
        }
        if rule.restarts {
            polling.notes.push("can be called earlier".to_owned());
        }
        if !rule.note.is_empty() {
            polling.notes.push(rule.note.clone());
        }
        polling
            .sources
            .extend([rule.law.clone(), rule.source.clone()]);
    }
    polling
}

/// The polling days that rules fix and the record does not cover.
fn ruled<'c>(
    calendar: &'c Calendar<'_>,
    party: &Party,
    until: Date,
) -> BTreeMap<Date, Vec<&'c Rule>> {
    let mut by_day: BTreeMap<Date, Vec<&Rule>> = BTreeMap::new();
    for rule in calendar.rules_of(party.ccode) {
        // In presidential systems the list has elections of the executive only.
        let listed = calendar
            .elections_of(party.ccode)
            .iter()
            .any(|e| e.kind == ElectionKind::Vote && elected(e) == Some(rule.of));
        let record_ends = calendar.elections_end.filter(|_| listed);
        let fixed = match (rule.of, rule.restarts) {
            (Of::Term, _) => Vec::new(),
            (_, true) => next_after_last(calendar, party, rule).into_iter().collect(),
            (_, false) => days(rule, until),
        };
        for day in fixed {
            if day <= until && record_ends.is_none_or(|end| day > end) {
                by_day.entry(day).or_default().push(rule);
            }
        }
    }
    by_day
}

/// The election whose years count from the last one held.
fn next_after_last(calendar: &Calendar<'_>, party: &Party, rule: &Rule) -> Option<Date> {
    if rule.ended.is_some() {
        return None;
    }
    let on_record = calendar
        .elections_of(party.ccode)
        .iter()
        .filter(|e| e.kind == ElectionKind::Vote && elected(e) == Some(rule.of))
        .map(|e| e.date);
    after_last(rule, on_record.chain(rule.held.iter().copied()).max())
}

/// Elections that were planned when the list was closed, where no rule fixes the day.
fn planned(
    calendar: &Calendar<'_>,
    party: &Party,
    ruled: &BTreeMap<Date, Vec<&Rule>>,
) -> Vec<(Date, Polling)> {
    let ruled_too = |of: Of, day: Date| {
        ruled.iter().any(|(other, rules)| {
            let near = (*other - day).get_days().abs() <= SAME_ELECTION_DAYS;
            near && rules.iter().any(|rule| rule.of == of)
        })
    };
    let mut found = Vec::new();
    for election in calendar.elections_of(party.ccode) {
        let (ElectionKind::Plan, Some(of), None) =
            (election.kind, elected(election), election.from)
        else {
            continue;
        };
        let day = election.date;
        if ruled_too(of, day) {
            continue;
        }
        let mut notes = vec![expected_by(election, calendar)];
        if day <= calendar.date {
            notes.push("not seen to be held".to_owned());
        }
        if !election.day_known {
            notes.push("the month is known, not the day: its last day stands for it".to_owned());
        }
        let polling = Polling {
            of: BTreeSet::from([of]),
            certainty: Some(Certainty::Announced),
            notes,
            sources: vec![source_of(election)],
        };
        found.push((day, polling));
    }
    found
}

/// Where a plan comes from.
fn expected_by(poll: &Poll, calendar: &Calendar<'_>) -> String {
    match (poll.table, calendar.elections_end) {
        (TableId::ElectionNotice, Some(end)) => format!("as expected on {end}"),
        _ => "planned when the list of elections was closed".to_owned(),
    }
}

/// Votes expected within a month, a year or before a deadline, where no day within is known otherwise.
fn expected_within(
    calendar: &Calendar<'_>,
    party: &Party,
    polling: &BTreeMap<Date, Polling>,
    until: Date,
) -> Vec<Window> {
    let mut found = Vec::new();
    for poll in calendar.elections_of(party.ccode) {
        let (ElectionKind::Plan, Some(of), Some(from)) = (poll.kind, elected(poll), poll.from)
        else {
            continue;
        };
        let day_within = polling
            .range(from.max(calendar.date)..=poll.date)
            .any(|(_, known)| known.of.contains(&of));
        if day_within || from > until {
            continue;
        }
        let of = BTreeSet::from([of]);
        let window = Window::of(
            WindowKind::Election,
            &[party],
            format!("election-expected-{}-{}", party.ccode, poll.date),
            (from, Some(poll.date)),
            (
                format!("{}, on a day within", title(&of, party)),
                told("within", &of, party),
            ),
            Certainty::Announced,
        );
        found.push(
            window
                .note(expected_by(poll, calendar))
                .source(source_of(poll)),
        );
    }
    found
}

/// The time before the end of a term within which the law wants the election, where it names no day.
fn periods(calendar: &Calendar<'_>, party: &Party, until: Date) -> Vec<Window> {
    let mut found = Vec::new();
    for term in terms(calendar.rules_of(party.ccode), until) {
        let Some((earliest, latest)) = term.rule.between else {
            continue;
        };
        // The term expires when its last day is over.
        let Ok(expires) = term.end.tomorrow() else {
            continue;
        };
        let (Some(from), Some(to)) = (before(expires, earliest), before(expires, latest)) else {
            continue;
        };
        let voted = calendar.elections_of(party.ccode).iter().any(|e| {
            e.kind == ElectionKind::Vote
                && elected(e) == Some(Of::Executive)
                && (from..=to).contains(&e.date)
        });
        if voted || calendar.elections_end.is_some_and(|end| to <= end) {
            continue;
        }
        let of = BTreeSet::from([Of::Executive]);
        let window = Window::of(
            WindowKind::Election,
            &[party],
            format!("election-period-{}-{}", party.ccode, term.start),
            (from, Some(to)),
            (
                format!("{}, on a day within", title(&of, party)),
                told("within", &of, party),
            ),
            Certainty::ByRule,
        );
        found.push(
            window
                .note("the law fixes the time before the end of the term, not the day")
                .source(term.rule.law.clone())
                .source(term.rule.source.clone()),
        );
    }
    found
}

fn before(expires: Date, ahead: Ahead) -> Option<Date> {
    match ahead {
        Ahead::Days(n) => expires.checked_sub(i64::from(n).days()).ok(),
        Ahead::Months(n) => months_before(expires, n),
    }
}
