//! `entente coalition`, run as a person or a program runs it.

use assert_cmd::Command;
use serde_json::Value;

fn entente(args: &[&str]) -> std::process::Output {
    Command::cargo_bin("entente")
        .unwrap()
        .arg("coalition")
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

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn refusal(args: &[&str]) -> (i32, String) {
    let output = entente(args);
    assert!(output.stdout.is_empty(), "{args:?} printed a result");
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), flat(&said))
}

#[test]
fn what_a_common_candidate_needed() {
    let page = stdout(&["idb-2020", "--for", "borrowing"]);
    for part in [
        "It takes 50.001 of 100.001 per cent and 15 of 28 regional members.",
        "For: 26 with 50.015 per cent, 26 counted.",
        "Those who are for elect.",
        "0.014 above what is needed: together they elect without any other.",
        "25.001 that stay away deny it (as USA could), or 14 regional members, or 24 members.",
        "Shares not found: BHS, BRB",
    ] {
        assert!(
            flat(&page).contains(part),
            "{part} is missing from:\n{page}"
        );
    }
    // Without Mexico the rest need somebody from elsewhere.
    let page = stdout(&["idb-2020", "--for", "borrowing", "--against", "USA,CAN"]);
    assert!(flat(&page).contains("Those who are for elect."));
}

#[test]
fn one_json_object() {
    let text = stdout(&[
        "idb-2020",
        "--for",
        "USA,Brazil",
        "--against",
        "MEX",
        "--format",
        "json",
    ]);
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer["as_of"], "2020-09-12");
    assert_eq!(answer["verdict"], "open");
    assert_eq!(answer["members"].as_array().unwrap().len(), 48);
    assert_eq!(answer["side_for"]["share"][0], 41.36);
    let sum: f64 = answer["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["shapley_shubik"].as_f64().unwrap())
        .sum();
    assert!((sum - 1.0).abs() < 1e-9);
    assert!(answer["members"][1]["share"].is_null());
    assert!(answer["explanation"].as_array().unwrap().len() > 4);
}

#[test]
fn a_file_of_ones_own() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("shares.csv");
    let file = path.to_str().unwrap();
    std::fs::write(&path, "state,share\nUSA,50\nMEX,30\nCAN,20\n").unwrap();
    let csv = stdout(&[file, "--format", "csv"]);
    assert!(csv.starts_with("ccode,iso3,name,group,share,"), "{csv}");
    assert_eq!(csv.lines().count(), 4);
    std::fs::write(&path, "state,share\nUSA,50\nMEX,thirty\n").unwrap();
    let (code, said) = refusal(&[file]);
    assert_eq!(code, 2);
    assert!(
        said.contains("line 3, column 1: column share: \"thirty\""),
        "{said}"
    );
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["idb-1959"]);
    assert!(code == 2 && said.contains("idb-2020"), "{said}");
    let (code, said) = refusal(&["idb-2020", "--for", "India"]);
    assert!(code == 2 && said.contains("India is no member"), "{said}");
    let (code, said) = refusal(&["idb-2020", "--for", "borrowing", "--against", "MEX"]);
    assert!(
        code == 2 && said.contains("Mexico is both for and against"),
        "{said}"
    );
}

#[test]
fn a_state_that_is_no_more_is_refused() {
    let (code, said) = refusal(&["idb-2020", "--for", "Yugoslavia"]);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("Serbia") && said.contains("Croatia"),
        "{said}"
    );
}
