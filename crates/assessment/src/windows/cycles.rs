//! When the terms of two states begin together: the arithmetic of their cycles.

use entente_measures::cycles::{Meeting, TermOfOffice, meetings, recurrence, terms};
use entente_states::terms::{Of, Rule, rules_on};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::window::{Certainty, Window, WindowKind};
use super::words::numbers;
use crate::note::{Message, Value};
use crate::parties::Party;

/// Within how many months two terms begin together, unless asked otherwise.
pub const NEAR_MONTHS: u8 = 4;

/// How the cycles of two states come round together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PairCycles {
    /// COW number of the first.
    pub ccode1: entente_states::Ccode,
    /// Its three-letter code.
    pub iso3_1: String,
    /// COW number of the second.
    pub ccode2: entente_states::Ccode,
    /// Its three-letter code.
    pub iso3_2: String,
    /// Years of a term of the first, by the rule that governs the terms ahead; empty without one.
    pub years_1: Option<u8>,
    /// The same of the second.
    pub years_2: Option<u8>,
    /// Years after which both cycles stand as before, by these rules.
    pub every_years: Option<u16>,
    /// How many times in these years two terms begin within `within_months`.
    pub times: Option<usize>,
    /// Days between the two beginnings that lie closest in these years.
    pub closest_days: Option<i32>,
    /// The limit, in months.
    pub within_months: u8,
    /// The terms that begin within the limit, in the span asked for.
    pub together: Vec<Together>,
}

/// Two terms that begin together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Together {
    /// First day of the term of the first state.
    pub start_1: Date,
    /// First day of the term of the second.
    pub start_2: Date,
    /// Days between the two.
    pub gap_days: i32,
}

impl Together {
    /// The year or years: 2024–25.
    pub fn years(&self) -> String {
        let (from, to) = (
            self.start_1.min(self.start_2),
            self.start_1.max(self.start_2),
        );
        match to.year() - from.year() {
            0 => from.year().to_string(),
            _ => format!("{}–{:02}", from.year(), to.year() % 100),
        }
    }
}

impl PairCycles {
    /// The cycles of two states by the rules known on a date.
    pub fn of(first: &Party, second: &Party, date: Date, span: (Date, Date), months: u8) -> Self {
        let (first, second) = if first.ccode <= second.ccode {
            (first, second)
        } else {
            (second, first)
        };
        let (one, two) = (rules_on(first.ccode, date), rules_on(second.ccode, date));
        let (ahead_1, ahead_2) = (ahead(&one), ahead(&two));
        let again = ahead_1
            .zip(ahead_2)
            .map(|(a, b)| Again::of(a, b, date, months));
        let together = together(&one, &two, span, months);
        PairCycles {
            ccode1: first.ccode,
            iso3_1: first.iso3.clone(),
            ccode2: second.ccode,
            iso3_2: second.iso3.clone(),
            years_1: ahead_1.map(|r| r.years),
            years_2: ahead_2.map(|r| r.years),
            every_years: again.map(|a| a.every),
            times: again.map(|a| a.times),
            closest_days: again.and_then(|a| a.closest_days),
            within_months: months,
            together,
        }
    }

    /// The terms that begin together, as windows from the first day of the one to that of the other.
    pub fn windows(&self, parties: &[Party]) -> Vec<Window> {
        let party = |ccode| parties.iter().find(|p| p.ccode == ccode);
        let (Some(first), Some(second)) = (party(self.ccode1), party(self.ccode2)) else {
            return Vec::new();
        };
        let states = numbers(&[self.ccode1, self.ccode2]);
        self.together
            .iter()
            .map(|t| {
                let (from, to) = (t.start_1.min(t.start_2), t.start_1.max(t.start_2));
                let window = Window::of(
                    WindowKind::Coincidence,
                    &[first, second],
                    format!("coincidence-{states}-{from}"),
                    (from, Some(to)),
                    (
                        format!(
                            "New terms {} days apart: {} {}, {} {}",
                            t.gap_days, first.name, t.start_1, second.name, t.start_2
                        ),
                        Message::new("window-coincidence")
                            .with("days", Value::Count(t.gap_days.unsigned_abs()))
                            .with("first", Value::State(first.ccode))
                            .with("begins_1", Value::Day(t.start_1))
                            .with("second", Value::State(second.ccode))
                            .with("begins_2", Value::Day(t.start_2)),
                    ),
                    Certainty::ByRule,
                );
                window.source("rules of terms, data/states/terms.toml")
            })
            .collect()
    }
}

/// The rule by which the terms ahead begin.
fn ahead(rules: &[Rule]) -> Option<&Rule> {
    rules
        .iter()
        .rfind(|r| r.of == Of::Term)
        .filter(|r| r.ended.is_none())
}

fn together(one: &[Rule], two: &[Rule], span: (Date, Date), months: u8) -> Vec<Together> {
    let (from, until) = span;
    // The later of the two may lie beyond the span.
    let reach = until.checked_add(1.years()).unwrap_or(until);
    meetings(&terms(one, reach), &terms(two, reach), months)
        .iter()
        .filter(|m| {
            let (start, end) = m.in_order();
            start <= until && end >= from
        })
        .map(|m| Together {
            start_1: m.first,
            start_2: m.second,
            gap_days: m.gap_days(),
        })
        .collect()
}

/// How two rules come round together.
#[derive(Clone, Copy)]
struct Again {
    every: u16,
    times: usize,
    closest_days: Option<i32>,
}

impl Again {
    fn of(a: &Rule, b: &Rule, date: Date, months: u8) -> Self {
        let every = recurrence(a.first.year(), a.years, b.first.year(), b.years).every;
        let from = date.max(a.first).max(b.first);
        // One round and a year either side, so that pairs across its edges are seen.
        let until = from
            .checked_add((i64::from(every) + 2).years())
            .unwrap_or(from);
        let (a, b) = ([a.clone()], [b.clone()]);
        let (one, two) = (terms(&a, until), terms(&b, until));
        let round = |m: &&Meeting| {
            let (start, _) = m.in_order();
            let end = from.checked_add(i64::from(every).years()).unwrap_or(until);
            start >= from && start < end
        };
        let near = meetings(&one, &two, months);
        Again {
            every,
            times: near.iter().filter(round).count(),
            closest_days: closest(&one, &two),
        }
    }
}

fn closest(one: &[TermOfOffice<'_>], two: &[TermOfOffice<'_>]) -> Option<i32> {
    one.iter()
        .flat_map(|a| {
            two.iter()
                .map(move |b| (a.start - b.start).get_days().abs())
        })
        .min()
}
