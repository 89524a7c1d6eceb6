//! `entente partners`, run as a person or a program runs it.

use assert_cmd::Command;
use serde_json::Value;

fn entente(args: &[&str]) -> std::process::Output {
    Command::cargo_bin("entente")
        .unwrap()
        .arg("partners")
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

fn refusal(args: &[&str]) -> (i32, String) {
    let output = entente(args);
    assert!(output.stdout.is_empty(), "{args:?} printed a result");
    let said = String::from_utf8(output.stderr).unwrap();
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    (output.status.code().unwrap(), flat)
}

const LATIN: [&str; 5] = ["USA", "--among", "Latin America", "--as-of", "2021-02-01"];

#[test]
fn a_page_that_explains_itself() {
    let page = stdout(&LATIN);
    assert!(
        page.contains(
            "\n\nPartners of United States (USA) among Latin America, as of 2021-02-01\n"
        )
    );
    assert!(
        page.contains("- 1. ") && page.contains("For:") && page.contains("Against:"),
        "{page}"
    );
    assert!(
        page.lines().all(|line| line.chars().count() <= 130),
        "{page}"
    );
}

#[test]
fn one_json_object() {
    let text = stdout(&[&LATIN[..], &["--format", "json"]].concat());
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (answer["as_of"].as_str(), answer["draws"].as_u64()),
        (Some("2021-02-01"), Some(10_000))
    );
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 33);
    let sum = |field: &str| rows.iter().map(|r| r[field].as_f64().unwrap()).sum::<f64>();
    assert!((sum("first") - 1.0).abs() < 1e-9 && (sum("top_three") - 3.0).abs() < 1e-9);
    let mexico = rows.iter().find(|r| r["iso3"] == "MEX").unwrap();
    assert_eq!(
        (mexico["council"].as_f64(), mexico["distance"].as_f64()),
        (Some(1.0), Some(0.0))
    );
    assert!(mexico["place"].as_u64().unwrap() <= 3, "{mexico}");
    // The same seed gives the same bytes.
    assert_eq!(text, stdout(&[&LATIN[..], &["--format", "json"]].concat()));
}

#[test]
fn weights_in_words() {
    let csv = |weights: &str| {
        let args = [
            "USA",
            "--among",
            "MEX,BRA,CAN",
            "--as-of",
            "2021-02-01",
            "--format",
            "csv",
        ];
        stdout(&[&args[..], &["--weights", weights]].concat())
    };
    let open = csv("");
    assert!(
        open.starts_with("ccode,iso3,name,place,expected_rank,"),
        "{open}"
    );
    assert_eq!(open.lines().count(), 4);
    // By capabilities alone Brazil is before Mexico.
    let bulk = csv("capability = 1");
    assert!(
        bulk.lines().nth(1).unwrap().starts_with("140,BRA"),
        "{bulk}"
    );
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["USA", "--among", "Atlantis"]);
    assert!(code == 2 && said.contains("a body (OAS, G20)"), "{said}");
    let (code, said) = refusal(&["USA", "--among", "USA,MEX"]);
    assert!(
        code == 2 && said.contains("two or more candidates; 1 found"),
        "{said}"
    );
    let (code, said) = refusal(&["USA", "--among", "OAS", "--weights", "charm > contact"]);
    assert!(
        code == 2 && said.contains("`charm`") && said.contains("the criteria are"),
        "{said}"
    );
}
