use entente_evidence::Evidence;
use jiff::civil::{Date, date};

use super::*;

/// A head, and one claim with some tests.
fn dossier(tests: &str) -> Dossier {
    Dossier::read(&format!(
        r#"
title = "Tests of claims"
parties = ["USA", "MEX"]

[[source]]
id = "paper"
citation = "A paper"
published = 2012-06-01

[[mechanism]]
id = "nals"
name = "North American Leaders' Summit"
parties = ["USA", "MEX", "CAN"]
level = "leader"
cadence = "P1Y"
founded = 2005-03-23
mandate = ["competitiveness"]
sources = ["paper"]
occasions = [{{ words = ["North American Leaders"] }}]

[[claim]]
id = "claim"
text = "What is claimed."
source = "paper: page 1"
tests = [{tests}]
"#
    ))
    .unwrap()
}

fn on(tests: &str, date: Date) -> ClaimRow {
    let evidence = Evidence::embedded().unwrap();
    let mut rows = claims(&dossier(tests), None, &evidence.as_of(date)).unwrap();
    rows.remove(0)
}

const DAY: Date = date(2021, 2, 1);

fn verdict(test: &str) -> ClaimVerdict {
    on(&format!("{{ {test} }}"), DAY).verdict
}

use ClaimVerdict::{Contradicted, Mixed, NotTestable, Supported};

/// Votes as the United Nations' own records have them.
#[test]
fn votes_on_resolutions() {
    let vote = |resolution: &str, state: &str, cast: &str| {
        verdict(&format!(
            "vote = {{ resolution = \"{resolution}\", state = \"{state}\", cast = \"{cast}\" }}"
        ))
    };
    assert_eq!(vote("A/RES/73/195", "USA", "no"), Supported);
    assert_eq!(vote("A/RES/73/195", "MEX", "yes"), Supported);
    assert_eq!(vote("A/RES/73/151", "USA", "no"), Supported);
    assert_eq!(vote("A/RES/73/151", "MEX", "no"), Contradicted);
    // Adopted without a vote.
    assert_eq!(vote("A/RES/70/1", "MEX", "yes"), NotTestable);
}

/// On each issue, and in one of them by hand from the table: the tallies are those of `coincidence`.
#[test]
fn coincidence_in_two_periods() {
    let row = on(
        r#"{ coincidence = { pair = ["USA", "MEX"], on = ["each"], first = [2001, 2008], second = [2009, 2012], expect = "higher" } }"#,
        DAY,
    );
    assert_eq!(row.verdict, Supported);
    assert_eq!(row.findings[0].figures.len(), 3 * 6);
    let turned = verdict(
        r#"coincidence = { pair = ["USA", "MEX"], on = ["each"], first = [2009, 2012], second = [2001, 2008], expect = "higher" }"#,
    );
    assert_eq!(turned, Contradicted);
    let close = verdict(
        r#"coincidence = { pair = ["USA", "MEX"], on = ["co"], first = [2001, 2008], second = [2009, 2012], expect = "higher" }"#,
    );
    assert_eq!(close, Mixed);
    let before = verdict(
        r#"coincidence = { pair = ["USA", "MEX"], on = ["all"], first = [1930, 1940], second = [2009, 2012], expect = "higher" }"#,
    );
    assert_eq!(before, NotTestable);
}

#[test]
fn calendars_borders_and_bodies() {
    assert_eq!(
        verdict(r#"cycle = { pair = ["USA", "MEX"], every = 12, next = 2024 }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"cycle = { pair = ["USA", "MEX"], every = 12, next = 2026 }"#),
        Mixed
    );
    assert_eq!(
        verdict(r#"cycle = { pair = ["USA", "MEX"], every = 6, next = 2026 }"#),
        Contradicted
    );
    assert_eq!(
        verdict(r#"council = { state = "MEX", years = [2021, 2022] }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"council = { state = "MEX", years = [2010, 2011] }"#),
        Mixed
    );
    assert_eq!(
        verdict(r#"council = { state = "MEX", years = [2011, 2012] }"#),
        Contradicted
    );
    assert_eq!(
        verdict(r#"council = { state = "MEX", years = [2023, 2024] }"#),
        NotTestable
    );
    assert_eq!(
        verdict(r#"contiguous = { pair = ["MEX", "USA"] }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"contiguous = { pair = ["USA", "BRA"] }"#),
        Contradicted
    );
    assert_eq!(
        verdict(r#"members = { body = "G20", states = ["USA", "MEX"] }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"members = { body = "G20", states = ["MEX", "GTM"] }"#),
        Mixed
    );
    assert_eq!(
        verdict(r#"asymmetry = { pair = ["USA", "MEX"], times = 5.0 }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"asymmetry = { pair = ["MEX", "USA"], times = 1.0 }"#),
        Contradicted
    );
}

#[test]
fn nearness() {
    let nearer = |state: &str, than: &str| {
        verdict(&format!(
            "nearer = {{ state = \"{state}\", to = \"USA\", than = [{than}], years = [2019, 2019], by = \"coincidence\" }}"
        ))
    };
    assert_eq!(nearer("ISR", "\"MEX\", \"CUB\""), Supported);
    assert_eq!(nearer("CUB", "\"MEX\""), Contradicted);
    assert_eq!(nearer("MEX", "\"CUB\", \"ISR\""), Mixed);
    let rank = |at_most: usize| {
        verdict(&format!(
            "rank = {{ state = \"ISR\", to = \"USA\", among = [\"G20\", \"ISR\"], years = [2019, 2019], by = \"coincidence\", at_most = {at_most} }}"
        ))
    };
    assert_eq!(rank(1), Supported);
    let points = verdict(
        r#"nearer = { state = "ISR", to = "USA", than = ["MEX"], years = [2019, 2019], by = "ideal-point" }"#,
    );
    assert_eq!(points, NotTestable);
}

#[test]
fn meetings() {
    let usa_mex = r#"pair = ["USA", "MEX"]"#;
    let contact = |expect: &str| {
        verdict(&format!(
            "contact = {{ {usa_mex}, level = \"leader\", first = [2001, 2012], second = [2017, 2020], expect = \"{expect}\" }}"
        ))
    };
    assert_eq!(contact("lower"), Supported);
    assert_eq!(contact("higher"), Contradicted);
    let silence = |from: &str, until: &str| {
        verdict(&format!(
            "no-contact = {{ {usa_mex}, level = \"leader\", from = {from}, until = {until} }}"
        ))
    };
    assert_eq!(silence("2016-07-23", "2020-07-07"), Supported);
    assert_eq!(silence("2016-07-23", "2020-07-08"), Contradicted);
    // The record ends on the date of reading at the latest.
    assert_eq!(silence("2020-07-10", "2022-01-01"), Mixed);
    let others = verdict(
        r#"contact = { pair = ["FRA", "DEU"], level = "leader", first = [2001, 2012], second = [2017, 2020], expect = "lower" }"#,
    );
    assert_eq!(others, NotTestable);
    assert_eq!(
        verdict(r#"standing = { mechanism = "nals", status = ["dormant"] }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"standing = { mechanism = "nals", status = ["late"] }"#),
        Contradicted
    );
    assert_eq!(
        verdict(r#"meetings = { mechanism = "nals", years = [2017, 2020], at_most = 0 }"#),
        Supported
    );
    assert_eq!(
        verdict(r#"meetings = { mechanism = "nals", years = [2009, 2016], at_least = 9 }"#),
        Contradicted
    );
    assert_eq!(
        verdict(r#"meetings = { mechanism = "nals", years = [2017, 2030], at_least = 1 }"#),
        Mixed
    );
}

/// UNHCR's own table: 883 in 2013, 42,870 in 2019.
#[test]
fn flows() {
    let row = on(
        r#"{ applications = { origins = ["GTM", "HND", "SLV"], host = "MEX", years = [2013, 2019], times = 10.0 } }"#,
        DAY,
    );
    assert_eq!(row.verdict, Supported);
    let values: Vec<Option<f64>> = row.findings[0].figures.iter().map(|f| f.value).collect();
    assert_eq!(values[..2], [Some(883.0), Some(42_870.0)]);
    let events = |first: &str, second: &str| {
        verdict(&format!(
            "events = {{ pair = [\"USA\", \"MEX\"], class = \"conflict\", first = {first}, second = {second}, expect = \"higher\" }}"
        ))
    };
    assert_eq!(events("[2009, 2012]", "[2030, 2031]"), NotTestable);
    assert_ne!(events("[2002, 2006]", "[2010, 2014]"), NotTestable);
}

/// What is known on an earlier day decides there, and a claim not yet published is not shown.
#[test]
fn no_look_ahead() {
    let tests = r#"{ standing = { mechanism = "nals", status = ["late", "on-cadence"] } }"#;
    assert_eq!(on(tests, date(2013, 2, 1)).verdict, Supported);
    assert_eq!(on(tests, DAY).verdict, Contradicted);
    let evidence = Evidence::embedded().unwrap();
    let early = claims(&dossier(tests), None, &evidence.as_of(date(2012, 5, 31))).unwrap();
    assert!(early.is_empty());
}

#[test]
fn all_tests_of_a_claim_must_hold() {
    let both = |second: &str| {
        let tests = format!("{{ contiguous = {{ pair = [\"USA\", \"MEX\"] }} }}, {{ {second} }}");
        on(&tests, DAY).verdict
    };
    assert_eq!(both(r#"contiguous = { pair = ["USA", "CAN"] }"#), Supported);
    assert_eq!(both(r#"contiguous = { pair = ["USA", "BRA"] }"#), Mixed);
    assert_eq!(both(r#"untestable = { why = "nobody counts it" }"#), Mixed);
}
