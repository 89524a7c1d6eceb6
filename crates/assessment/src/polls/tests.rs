//! What was expected on a day, and what had been held.

use entente_evidence::{ElectionKind, Evidence, TableId};
use entente_states::system;
use entente_states::terms::Of;
use jiff::civil::{Date, date};

use super::{over_by_rule, polls};

fn read(iso3: &str, on: Date, kind: ElectionKind) -> Vec<(Date, String, bool, Option<Date>)> {
    let evidence = Evidence::embedded().unwrap();
    let state = system().by_iso3(iso3).unwrap().ccode;
    let found = polls(state, &evidence.as_of(on)).unwrap();
    found
        .into_iter()
        .filter(|p| p.kind == kind && p.table == TableId::ElectionNotice)
        .map(|p| (p.date, p.types, p.day_known, p.from))
        .collect()
}

#[test]
fn canada_voted_and_the_plan_of_2023_is_void() {
    let on = date(2023, 1, 8);
    let voted = read("CAN", on, ElectionKind::Vote);
    assert_eq!(voted.last().unwrap().0, date(2021, 9, 20));
    // "next to be held on or before 20 October 2025"
    let expected = read("CAN", on, ElectionKind::Plan);
    assert_eq!(
        expected,
        [(date(2025, 10, 20), "L".to_owned(), false, Some(on))]
    );
}

#[test]
fn a_second_round_is_on_record_when_the_list_has_it() {
    let voted = |on| read("BRA", on, ElectionKind::Vote).len();
    assert_eq!(voted(date(2022, 11, 2)), 0);
    // 2 and 30 October 2022 for the president, 2 October for the deputies.
    assert_eq!(voted(date(2022, 11, 15)), 3);
}

#[test]
fn the_day_of_the_law_stands_before_a_misprint() {
    // The Factbook of January 2021 has Mexico's deputies on 1 July 2021.
    let expected = read("MEX", date(2021, 2, 1), ElectionKind::Plan);
    let deputies = expected.iter().find(|p| p.1 == "L").unwrap();
    assert_eq!((deputies.0, deputies.2), (date(2021, 6, 6), true));
}

#[test]
fn a_vote_that_is_over_by_rule_is_not_expected() {
    let on = date(2026, 11, 29);
    let evidence = Evidence::embedded().unwrap();
    let usa = system().by_iso3("USA").unwrap().ccode;
    let over = over_by_rule(usa, &evidence.as_of(on)).unwrap();
    assert_eq!(over, Some((date(2026, 11, 3), Of::Legislature)));
    // The list says "November 2026", which is not over on the 29th.
    let expected = read("USA", on, ElectionKind::Plan);
    let days: Vec<Date> = expected.iter().map(|p| p.0).collect();
    assert_eq!(days, [date(2028, 11, 7)]);
}
