//! The rules of terms and elections against the record of leaders and elections.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, Election, ElectionKind, Evidence, Leader};
use entente_measures::cycles::{after_last, days, terms};
use entente_states::Ccode;
use entente_states::terms::{Of, Rule, rules, rules_on};
use jiff::civil::{Date, date};

/// The end of the lists.
const END: Date = date(2021, 3, 31);

fn states() -> BTreeSet<Ccode> {
    rules().iter().map(|r| r.ccode).collect()
}

fn entries(as_of: &AsOf<'_>, state: Ccode) -> Vec<Date> {
    let mut days: Vec<Date> = as_of
        .select::<Leader>(|l| l.ccode == state)
        .unwrap()
        .map(|l| l.from)
        .collect();
    days.sort_unstable();
    days
}

fn votes(as_of: &AsOf<'_>, state: Ccode, of: Of) -> Vec<Date> {
    let word = if of == Of::Executive { 'X' } else { 'L' };
    let mut days: Vec<Date> = as_of
        .select::<Election>(|e| e.ccode == state)
        .unwrap()
        .filter(|e| e.kind == ElectionKind::Vote && e.types.contains(word))
        .map(|e| e.date())
        .collect();
    days.sort_unstable();
    days
}

/// Leaders who entered while a rule was in force, and not with a term: nobody's term moved.
const BETWEEN_TERMS: [(u16, Date, &str); 30] = [
    (2, date(1945, 4, 12), "death of President Roosevelt"),
    (2, date(1963, 11, 22), "assassination of President Kennedy"),
    (2, date(1974, 8, 9), "resignation of President Nixon"),
    (
        42,
        date(1978, 7, 1),
        "the list has President Guzmán six weeks before 16 August",
    ),
    (42, date(1982, 7, 4), "death of President Guzmán"),
    (
        90,
        date(1993, 6, 1),
        "President Serrano removed after his attempt to rule alone",
    ),
    (
        90,
        date(2015, 9, 3),
        "resignation of President Pérez Molina",
    ),
    (91, date(2009, 6, 28), "coup against President Zelaya"),
    (101, date(2013, 3, 5), "death of President Chávez"),
    (
        135,
        date(2000, 11, 23),
        "President Fujimori removed; his term already cut to July 2001",
    ),
    (135, date(2018, 3, 23), "resignation of President Kuczynski"),
    (135, date(2020, 11, 10), "President Vizcarra removed"),
    (135, date(2020, 11, 17), "resignation of President Merino"),
    (140, date(1992, 10, 2), "impeachment of President Collor"),
    (140, date(2016, 8, 31), "impeachment of President Rousseff"),
    (145, date(2001, 8, 7), "illness of President Banzer"),
    (
        145,
        date(2003, 10, 17),
        "resignation of President Sánchez de Lozada",
    ),
    (145, date(2005, 6, 9), "resignation of President Mesa"),
    (
        145,
        date(2019, 11, 12),
        "resignation of President Morales; the rule ends",
    ),
    (150, date(1999, 3, 28), "resignation of President Cubas"),
    (150, date(2012, 6, 12), "impeachment of President Lugo"),
    (
        160,
        date(2001, 12, 23),
        "resignation of President de la Rúa",
    ),
    (
        160,
        date(2002, 1, 2),
        "resignation of President Rodríguez Saá",
    ),
    (
        160,
        date(2003, 5, 25),
        "President Kirchner served the rest of the term, then his own",
    ),
    (452, date(2012, 7, 24), "death of President Atta Mills"),
    (475, date(2010, 2, 9), "illness of President Yar'Adua"),
    (
        732,
        date(2016, 12, 9),
        "President Park suspended; removed in March 2017, the rule ends",
    ),
    (781, date(2012, 2, 7), "resignation of President Nasheed"),
    (840, date(2001, 1, 21), "President Estrada ousted"),
    (850, date(2001, 7, 24), "President Wahid removed"),
];

/// Elections that were not held on the day of the rule.
const MOVED: [(u16, Date, &str); 1] = [(
    42,
    date(2020, 5, 17),
    "put off to 5 July 2020 in the pandemic",
)];

/// States whose terms the list cannot confirm, and why.
const NO_LIST: [(u16, &str); 1] = [(713, "the list has neither leaders nor elections of it")];

/// States of whose legislatures the list has no election: it has the executive's only.
const NO_LEGISLATURE: [u16; 3] = [2, 70, 840];

/// Every term that began by rule within the record: a leader entered within a week of its first day, or
/// the one in office had been elected not long before. And nobody entered otherwise, but for those listed.
#[test]
fn terms_begin_as_the_record_has_it() {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(END);
    let mut between = BTreeSet::new();
    for state in states() {
        let rules = rules_on(state, END);
        let entries = entries(&as_of, state);
        if NO_LIST.iter().any(|n| n.0 == state.0) {
            assert!(entries.is_empty());
            continue;
        }
        let votes = votes(&as_of, state, Of::Executive);
        let near = |a: Date, b: Date| (a - b).get_days().abs() <= 7;
        let starts: Vec<Date> = terms(&rules, END).iter().map(|t| t.start).collect();
        // The list of elections has no earlier vote of either than these.
        for start in starts.iter().filter(|s| **s >= date(1946, 1, 1)) {
            let entered = entries.iter().any(|e| near(*e, *start));
            let voted = votes
                .iter()
                .any(|v| v < start && (*start - *v).get_days() <= 400);
            assert!(entered || voted, "{state} {start}");
        }
        let first = starts.first().copied().unwrap_or(Date::MAX);
        let odd = entries
            .iter()
            .filter(|e| **e > first && !starts.iter().any(|s| near(**e, *s)));
        between.extend(odd.map(|e| (state.0, *e)));
    }
    let listed: BTreeSet<(u16, Date)> = BETWEEN_TERMS.iter().map(|e| (e.0, e.1)).collect();
    assert_eq!(between, listed);
}

/// Every polling day by rule within the record is a day on which the list has a vote.
#[test]
fn elections_fall_on_the_day_of_the_rule() {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(END);
    let mut moved = BTreeSet::new();
    for state in states() {
        let rules: Vec<Rule> = rules_on(state, END);
        for rule in rules.iter().filter(|r| r.of != Of::Term && !r.restarts) {
            let votes = votes(&as_of, state, rule.of);
            if rule.of == Of::Legislature && NO_LEGISLATURE.contains(&state.0) {
                assert_eq!(votes, [], "{state}");
                continue;
            }
            let since = days(rule, END).into_iter();
            let missed = since.filter(|d| d.year() >= 1946 && !votes.contains(d));
            moved.extend(missed.map(|d| (state.0, d)));
        }
    }
    let listed: BTreeSet<(u16, Date)> = MOVED.iter().map(|e| (e.0, e.1)).collect();
    assert_eq!(moved, listed);
}

/// Canada's and the United Kingdom's elections since their laws: on the day fixed, or earlier.
#[test]
fn elections_that_can_be_called_are_held_on_the_day_or_before() {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(END);
    let mut on_the_day = Vec::new();
    for state in [Ccode(20), Ccode(200)] {
        let votes = votes(&as_of, state, Of::Legislature);
        for held in &votes {
            let before = held.yesterday().unwrap();
            let rules = rules_on(state, before);
            let Some(rule) = rules.iter().find(|r| r.restarts) else {
                continue;
            };
            let last = votes.iter().copied().filter(|v| v < held).max();
            let due = after_last(rule, last).unwrap();
            assert!(*held <= due, "{state} {held} {due}");
            if *held == due {
                on_the_day.push((state.0, held.year()));
            }
        }
    }
    assert_eq!(on_the_day, [(20, 2015), (20, 2019), (200, 2015)]);
}
