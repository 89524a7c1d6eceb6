//! A ranking worked by hand, and what candidates are.

use entente_evidence::Evidence;
use entente_states::system;
use jiff::civil::date;

use super::*;

fn party(name: &str) -> Party {
    Party::of(system().resolve(name).unwrap())
}

fn exact(values: [f64; 10]) -> Vec<Measured> {
    values.into_iter().map(Measured::Exact).collect()
}

/// Three candidates that differ in distance and in coincidence only. Brazil leads in the first, Mexico in
/// the second, Canada is behind both: half of the weights favour either.
#[test]
fn two_criteria_that_part_the_candidates() {
    let with = |coincidence: f64, distance: f64| {
        exact([
            coincidence,
            1.0,
            2.0,
            5.0,
            distance,
            9.0,
            0.1,
            0.0,
            3.0,
            0.0,
        ])
    };
    let gathered = Gathered {
        state: party("USA"),
        candidates: ["MEX", "BRA", "CAN"].map(party).to_vec(),
        measured: vec![with(0.2, 0.0), with(0.8, 900.0), with(0.2, 900.0)],
    };
    let found = Partners::rank(gathered.clone(), "").unwrap();
    assert_eq!(
        found.criteria,
        [Criterion::Coincidence, Criterion::Distance]
    );
    assert_eq!(found.left_out.len(), 8);
    let row = |iso3: &str| found.rows.iter().find(|r| r.iso3 == iso3).unwrap();
    assert!((row("MEX").first - 0.5).abs() < 0.02 && (row("BRA").first - 0.5).abs() < 0.02);
    assert_eq!((row("CAN").place, row("CAN").expected_rank), (3, 3.0));
    assert_eq!(row("CAN").confidence, None);
    assert_eq!(row("MEX").strongest, Some(Criterion::Distance));
    assert_eq!(row("BRA").strongest, Some(Criterion::Coincidence));
    let ordered = Partners::rank(gathered.clone(), "distance > coincidence").unwrap();
    assert_eq!(
        (ordered.rows[0].iso3.as_str(), ordered.rows[0].first),
        ("MEX", 1.0)
    );
    assert!(Partners::rank(gathered, "charm > distance").is_err());
}

/// What is missing may be anything: it neither wins nor loses for sure.
#[test]
fn missing_is_not_zero() {
    let mut unknown = exact([0.5, 1.0, 2.0, 5.0, 7.0, 9.0, 0.1, 0.0, 3.0, 0.0]);
    unknown[0] = Measured::Missing("not on record".to_owned());
    let with = |c: f64| exact([c, 1.0, 2.0, 5.0, 7.0, 9.0, 0.1, 0.0, 3.0, 0.0]);
    let gathered = Gathered {
        state: party("USA"),
        candidates: ["MEX", "BRA", "CAN"].map(party).to_vec(),
        measured: vec![with(0.2), with(0.8), unknown],
    };
    let found = Partners::rank(gathered, "").unwrap();
    let canada = found.rows.iter().find(|r| r.iso3 == "CAN").unwrap();
    assert_eq!((canada.place, canada.rank_low, canada.rank_high), (2, 2, 2));
    assert_eq!(canada.values[0].value, None);
    let json = serde_json::to_value(canada).unwrap();
    assert!(json["coincidence"].is_null());
    assert_eq!(json["missing"][0], "coincidence (not on record)");
}

#[test]
fn among_whom() {
    let (usa, day) = (party("USA"), date(2021, 2, 1));
    let latin = candidates("Latin America", &usa, day).unwrap();
    assert_eq!(latin.len(), 33);
    let oas = candidates("OAS", &usa, day).unwrap();
    assert!(oas.iter().all(|p| p.ccode != usa.ccode) && oas.len() == 34);
    assert_eq!(candidates("MEX, Brazil", &usa, day).unwrap().len(), 2);
    assert!(candidates("MEX", &usa, day).is_err());
    assert!(candidates("Atlantis, MEX", &usa, day).is_err());
}

/// On real evidence: a seat on the Council from 2021 shows in February 2021, and not before its
/// election; contact is of the United States only.
#[test]
fn gathered_from_the_record() {
    let evidence = Evidence::embedded().unwrap();
    let of = |state: &str, candidate: &str, day, criterion: Criterion| {
        let as_of = evidence.as_of(day);
        let candidates = vec![party(candidate), party("BRA")];
        let found = gather(&party(state), candidates, None, None, &as_of).unwrap();
        found.measured[0][Criterion::ALL.iter().position(|c| *c == criterion).unwrap()].clone()
    };
    let day = date(2021, 2, 1);
    assert_eq!(
        of("USA", "MEX", day, Criterion::Council),
        Measured::Exact(1.0)
    );
    assert_eq!(
        of("USA", "MEX", date(2020, 2, 1), Criterion::Council),
        Measured::Exact(0.0)
    );
    assert_eq!(
        of("USA", "MEX", day, Criterion::Distance),
        Measured::Exact(0.0)
    );
    let Measured::Rate { events, years } = of("USA", "MEX", day, Criterion::Contact) else {
        panic!("on record")
    };
    assert!(events > 5 && (years - 4.0).abs() < 0.02);
    assert!(matches!(
        of("CHL", "MEX", day, Criterion::Contact),
        Measured::Missing(_)
    ));
    assert!(matches!(
        of("USA", "MEX", day, Criterion::Coincidence),
        Measured::Missing(_)
    ));
}
