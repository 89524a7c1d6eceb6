//! Elections: past ones from the record, those ahead from rules and plans.

use std::collections::BTreeMap;

use entente_evidence::{Election, ElectionKind};
use entente_measures::cycles::{after_last, days, months_before, terms};
use entente_states::terms::{Ahead, Of, Rule};
use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::list;
use crate::parties::Party;

const SOURCE: &str = "table elections (REIGN)";

/// How far a plan may lie from the day of a rule and still be the same election.
const SAME_ELECTION_DAYS: i32 = 31;

/// Polling days of the parties no later than `until`. Referendums are left out.
pub(super) fn windows(calendar: &Calendar<'_>, until: Date) -> Vec<Window> {
    let mut found = Vec::new();
    for party in calendar.parties {
        found.extend(held(calendar, party));
        let ruled = ruled(calendar, party, until);
        found.extend(planned(calendar, party, &ruled));
        found.extend(ruled.into_iter().map(|day| day.window(calendar, party)));
        found.extend(periods(calendar, party, until));
    }
    found
}

/// What was or is elected on one day.
fn title(of: &[Of], party: &Party) -> String {
    let words: Vec<String> = of
        .iter()
        .map(|of| match of {
            Of::Legislature => "legislature".to_owned(),
            Of::Executive | Of::Term => "head of the executive".to_owned(),
        })
        .collect();
    format!("Election, {}: {}", party.name, list(&words))
}

fn elected(election: &Election) -> Option<Of> {
    if election.types.contains('X') {
        Some(Of::Executive)
    } else if election.types.contains('L') {
        Some(Of::Legislature)
    } else {
        None
    }
}

/// One name for one day of voting, whether it comes from the record or from a rule.
fn id(party: &Party, day: Date) -> String {
    format!("election-{}-{day}", party.ccode)
}

fn on_day(party: &Party, day: Date, of: &[Of], certainty: Certainty) -> Window {
    Window::of(
        WindowKind::Election,
        &[party],
        id(party, day),
        (day, Some(day)),
        title(of, party),
        certainty,
    )
}

fn held(calendar: &Calendar<'_>, party: &Party) -> Vec<Window> {
    let mut by_day: BTreeMap<Date, Vec<(&Election, Of)>> = BTreeMap::new();
    for election in calendar.elections_of(party.ccode) {
        if let (ElectionKind::Vote, Some(of)) = (election.kind, elected(election)) {
            by_day
                .entry(election.date())
                .or_default()
                .push((election, of));
        }
    }
    let window = |(day, votes): (Date, Vec<(&Election, Of)>)| {
        let mut of: Vec<Of> = votes.iter().map(|v| v.1).collect();
        of.sort_unstable();
        of.dedup();
        let mut notes = Vec::new();
        if votes.iter().any(|v| v.0.runoff == Some(true)) {
            notes.push("second round".to_owned());
        }
        if votes.iter().any(|v| v.0.day.is_none()) {
            notes
                .push("the month is on record, not the day: its last day stands for it".to_owned());
        }
        on_day(party, day, &of, Certainty::OnRecord)
            .note(notes.join("; "))
            .source(SOURCE)
    };
    by_day.into_iter().map(window).collect()
}

/// A polling day by rule, with what is elected and by which rules.
struct RuledDay<'r> {
    day: Date,
    rules: Vec<&'r Rule>,
}

impl RuledDay<'_> {
    fn window(self, calendar: &Calendar<'_>, party: &Party) -> Window {
        let of: Vec<Of> = self.rules.iter().map(|r| r.of).collect();
        let mut window = on_day(party, self.day, &of, Certainty::ByRule);
        let mut notes: Vec<String> = Vec::new();
        if self.day <= calendar.date {
            notes.push(
                "by rule: after the end of the list of elections, and not seen to be held"
                    .to_owned(),
            );
        }
        for rule in self.rules {
            if rule.restarts {
                notes.push("can be called earlier".to_owned());
            }
            if !rule.note.is_empty() {
                notes.push(rule.note.clone());
            }
            window = window.source(rule.law.clone()).source(rule.source.clone());
        }
        window.note(notes.join("; "))
    }
}

/// The polling days that rules fix and the record does not cover.
fn ruled<'c>(calendar: &'c Calendar<'_>, party: &Party, until: Date) -> Vec<RuledDay<'c>> {
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
        .into_iter()
        .map(|(day, rules)| RuledDay { day, rules })
        .collect()
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
        .map(Election::date);
    after_last(rule, on_record.chain(rule.held.iter().copied()).max())
}

/// Elections that were planned when the list was closed, where no rule fixes the day.
fn planned(calendar: &Calendar<'_>, party: &Party, ruled: &[RuledDay<'_>]) -> Vec<Window> {
    let ruled_too = |of: Of, day: Date| {
        ruled.iter().any(|r| {
            let near = (r.day - day).get_days().abs() <= SAME_ELECTION_DAYS;
            near && r.rules.iter().any(|rule| rule.of == of)
        })
    };
    let mut by_day: BTreeMap<Date, Vec<(&Election, Of)>> = BTreeMap::new();
    for election in calendar.elections_of(party.ccode) {
        if election.kind != ElectionKind::Plan {
            continue;
        }
        let Some(of) = elected(election) else {
            continue;
        };
        if !ruled_too(of, election.date()) {
            by_day
                .entry(election.date())
                .or_default()
                .push((election, of));
        }
    }
    by_day
        .into_iter()
        .map(|(day, plans)| {
            let mut of: Vec<Of> = plans.iter().map(|p| p.1).collect();
            of.sort_unstable();
            of.dedup();
            let month_only = plans.iter().any(|p| p.0.day.is_none());
            let note = match (day <= calendar.date, month_only) {
                (true, _) => "planned when the list of elections was closed; not seen to be held",
                (false, true) => {
                    "planned when the list of elections was closed; the month is known, not the day"
                }
                (false, false) => "planned when the list of elections was closed",
            };
            on_day(party, day, &of, Certainty::Announced)
                .note(note)
                .source(SOURCE)
        })
        .collect()
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
                && (from..=to).contains(&e.date())
        });
        if voted || calendar.elections_end.is_some_and(|end| to <= end) {
            continue;
        }
        let window = Window::of(
            WindowKind::Election,
            &[party],
            format!("election-period-{}-{}", party.ccode, term.start),
            (from, Some(to)),
            format!("{}, on a day within", title(&[Of::Executive], party)),
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
