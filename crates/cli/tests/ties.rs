//! `entente ties`, run as a person or a program runs it.

use assert_cmd::Command;
use serde_json::Value;

fn entente(args: &[&str]) -> std::process::Output {
    Command::cargo_bin("entente")
        .unwrap()
        .arg("ties")
        .args(args)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn stdout(args: &[&str]) -> String {
    let output = entente(args);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[args, &["--format", "json"]].concat())).unwrap()
}

fn refusal(args: &[&str]) -> (i32, String) {
    let output = entente(args);
    assert!(output.stdout.is_empty(), "{args:?} printed a result");
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn one_page_with_what_is_missing() {
    let page = stdout(&["USA", "MEX", "--as-of", "2021-02-01"]);
    for part in [
        "United States (USA) and Mexico (MEX), as of 2021-02-01",
        "Capabilities, share of the world",
        "Joint members of 60 intergovernmental organisations in 2014 (55 in 2004)",
        "Pacts in 2018: each is bound to the other: defence, nonaggression, consultation",
        "Contiguous by land or river (2016); borders touching (2019).",
        "events (record ends in 2014)",
    ] {
        let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(part), "{part} is missing from:\n{page}");
    }
    assert!(
        page.lines().all(|line| line.chars().count() <= 100),
        "{page}"
    );
}

#[test]
fn a_state_under_the_name_that_it_had() {
    let page = stdout(&["USA", "SUN", "--as-of", "1985-01-01"]);
    assert!(page.contains("\n\nUnited States (USA) and Soviet Union (RUS), as of 1985-01-01"));
    // Applications begin in 2000: they have no line, and are said to be missing.
    assert!(!page.contains("Asylum applications from the other"));
    assert!(page.contains("asylum applications (nothing on record"));
}

#[test]
fn rows_in_json() {
    let answer = json(&[
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--from",
        "2014",
        "--to",
        "2014",
    ]);
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1);
    let row = rows[0].as_object().unwrap();
    let keys: Vec<&str> = row.keys().take(5).map(String::as_str).collect();
    assert_eq!(keys, ["ccode1", "iso3_1", "ccode2", "iso3_2", "year"]);
    assert_eq!(row["joint_igos"], 60);
    assert_eq!(row["consultation_1_to_2"], true);
    assert_eq!(row["contiguity"], 1);
    assert_eq!(row["events_2_to_1"], 415);
    assert_eq!(row["verbal_cooperation_1_to_2"], 355);
    assert_eq!(row["through_top"].as_array().unwrap().len(), 3);
    assert_eq!(answer["as_of"], "2021-02-01");
    for key in ["evidence", "notes"] {
        assert!(!answer[key].as_array().unwrap().is_empty(), "{key}");
    }
}

#[test]
fn csv_has_the_same_fields() {
    let span = ["USA", "MEX", "CAN", "--from", "2000", "--to", "2010"];
    let answer = json(&span);
    let csv = stdout(&[&span[..], &["--format", "csv"]].concat());
    let fields: Vec<&str> = answer["rows"][0]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(csv.lines().next().unwrap(), fields.join(","));
    // Three pairs of eleven years.
    assert_eq!(csv.lines().count(), 1 + 33);
    assert_eq!(answer["rows"].as_array().unwrap().len(), 33);
}

/// The book lists every field that is written, and no other.
#[test]
fn the_book_lists_every_field() {
    let book = include_str!("../../../docs/src/methods/interdependence.md");
    let answer = json(&["USA", "MEX", "--from", "2010", "--to", "2010"]);
    let fields = answer["rows"][0].as_object().unwrap();
    for field in fields.keys() {
        assert!(
            book.contains(&format!("`{field}`")),
            "{field} is not in the book"
        );
    }
    let listed = book
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once(" | "))
        .flat_map(|(names, _)| names.split('`').step_by(2));
    for name in listed {
        assert!(fields.contains_key(name), "{name} is in the book only");
    }
}

#[test]
fn a_pair_is_the_same_both_ways() {
    let there = stdout(&["USA", "MEX", "--format", "csv"]);
    assert_eq!(
        there,
        stdout(&["Mexico", "Estados Unidos", "--format", "csv"])
    );
}

#[test]
fn years_in_the_terminal() {
    let page = stdout(&[
        "USA",
        "MEX",
        "--from",
        "2010",
        "--to",
        "2016",
        "--as-of",
        "2021-02-01",
    ]);
    for year in 2010..=2016 {
        assert!(page.contains(&format!("\n {year} ")), "{year}:\n{page}");
    }
    assert!(page.contains("events (record ends in 2014): 2015-2016"));
    assert!(
        page.lines().all(|line| line.chars().count() <= 100),
        "{page}"
    );
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["USA"]);
    assert!(code == 2 && said.contains("two or more"), "{said}");
    let (code, said) = refusal(&["USA", "USA"]);
    assert!(code == 2 && said.contains("given twice"), "{said}");
    let (code, said) = refusal(&["USA", "Mexcio"]);
    assert!(code == 2 && said.contains("Mexico"), "{said}");
    let (code, said) = refusal(&["USA", "MEX", "--from", "2010", "--to", "2000"]);
    assert!(code == 2 && said.contains("lies after"), "{said}");
    // A year that is not over by the date has no row.
    let (code, said) = refusal(&["USA", "MEX", "--from", "2021", "--as-of", "2021-02-01"]);
    assert!(code == 1 && said.contains("no year on record"), "{said}");
}
