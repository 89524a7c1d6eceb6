//! What a ledger adds to other commands.

use serde_json::Value;

use super::place::{Place, told};

fn answer(place: &Place, args: &[&str]) -> Value {
    let args = [args, &["--format", "json"]].concat();
    serde_json::from_str(&told(&args, place.program(&args))).unwrap()
}

fn summit(answer: &Value) -> &Value {
    let all = answer["mechanisms"].as_array().unwrap();
    all.iter().find(|m| m["id"] == "nals").unwrap()
}

fn starts(mechanism: &Value) -> Vec<&str> {
    let meetings = mechanism["meetings"].as_array().unwrap();
    meetings
        .iter()
        .map(|m| m["start"].as_str().unwrap())
        .collect()
}

const MACHINERY: [&str; 5] = ["machinery", "USA", "MEX", "--as-of", "2026-01-01"];

/// The record has Toluca on 14 February 2014 and the ledger on the 19th: one summit, ten in all.
#[test]
fn held_consultations_are_meetings_and_count_once() {
    let place = Place::model();
    let without = answer(&place, &MACHINERY);
    let with = answer(
        &place,
        &[&MACHINERY[..], &["--database", place.database()]].concat(),
    );
    assert_eq!(starts(summit(&without)).len(), 10);
    let mut expected = starts(summit(&without));
    expected[6] = "2014-02-19";
    assert_eq!(starts(summit(&with)), expected);
    for meeting in summit(&with)["meetings"].as_array().unwrap() {
        assert_eq!(
            (&meeting["found"], &meeting["entered"]),
            (&true.into(), &true.into())
        );
    }
    assert_eq!(with["web"]["meetings"], without["web"]["meetings"]);
    // The database that holds for `ledger` is not read unasked: the same command is the same bytes.
    assert_eq!(
        told(&MACHINERY, place.program(&MACHINERY)),
        told(&MACHINERY, Place::empty().program(&MACHINERY))
    );
}

#[test]
fn a_meeting_after_the_date_is_not_known_on_it() {
    let place = Place::with_notes();
    place.stdout(&["hold", "next", "--start", "2026-11-02", "--place", "Ottawa"]);
    let read = |date: &str| {
        let args = [
            "machinery",
            "USA",
            "MEX",
            "--as-of",
            date,
            "--database",
            place.database(),
        ];
        answer(&place, &args)
    };
    assert_eq!(starts(summit(&read("2026-11-01"))).len(), 10);
    let after = read("2026-11-02");
    assert_eq!(starts(summit(&after)).last(), Some(&"2026-11-02"));
    assert_eq!(summit(&after)["status"], "on-cadence");
}

/// An unfriendly act lowers what governments can bear, from its day on, and a withdrawn one no more.
#[test]
fn acts_move_the_shortlist() {
    let place = Place::model();
    let accepted = |date: &str, database: bool| -> f64 {
        let args = ["shortlist", "usa-mexico", "--as-of", date];
        let more = ["--database", place.database()];
        let args = [&args[..], if database { &more } else { &[] }].concat();
        let answer = answer(&place, &args);
        let rows = answer["rows"].as_array().unwrap();
        rows.iter().map(acceptance).sum()
    };
    let (before, date) = (accepted("2021-02-01", false), "2021-02-01");
    place.stdout(&[
        "add",
        "act",
        "USA",
        "--date",
        "2021-01-30",
        "--weight",
        "-1",
        "--text",
        "Closed crossings",
        "--citation",
        "An order of 30 January 2021",
        "--id",
        "closed",
    ]);
    assert!(accepted(date, true) < before);
    place.stdout(&["revise", "act/closed", "withdrawn=Revoked"]);
    assert_eq!(accepted(date, true), before);
}

fn acceptance(row: &Value) -> f64 {
    let criteria = row["criteria"].as_array().unwrap();
    let found = criteria
        .iter()
        .find(|c| c["criterion"] == "acceptance")
        .unwrap();
    found["value"].as_f64().unwrap()
}

#[test]
fn windows_show_what_the_ledger_holds() {
    let place = Place::model();
    let args = [
        "windows",
        "USA",
        "MEX",
        "--as-of",
        "2026-01-01",
        "--from",
        "2014-01-01",
        "--until",
        "2014-12-31",
        "--database",
        place.database(),
    ];
    let answer = answer(&place, &args);
    let windows = answer["windows"].as_array().unwrap();
    let toluca: Vec<&Value> = windows
        .iter()
        .filter(|w| w["id"].as_str().unwrap().starts_with("meeting-nals"))
        .collect();
    assert_eq!(toluca.len(), 1);
    assert_eq!(toluca[0]["start"], "2014-02-19");
}

#[test]
fn refusals() {
    let place = Place::model();
    for (args, said) in [
        (
            ["machinery", "USA", "BRA", "--database", place.database()],
            "there is no dossier",
        ),
        (
            ["machinery", "USA", "MEX", "--database", "nowhere.sqlite"],
            "there is no ledger at nowhere.sqlite",
        ),
    ] {
        let output = place.program(&args);
        assert_eq!(output.status.code(), Some(2));
        let errors = String::from_utf8(output.stderr).unwrap();
        let flat = errors.replace(['│', '\n'], " ");
        let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{flat}");
    }
}
