//! `entente shortlist`, run as a person or a program runs it.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

fn on(date: &str, more: &[&str]) -> Value {
    let mut args = vec![
        "shortlist",
        "usa-mexico",
        "--as-of",
        date,
        "--format",
        "json",
    ];
    args.extend(more);
    json(&args)
}

fn row<'v>(found: &'v Value, id: &str) -> &'v Value {
    let rows = found["rows"].as_array().unwrap();
    rows.iter().find(|row| row["id"] == id).unwrap()
}

fn value(row: &Value, criterion: &str) -> f64 {
    let all = row["criteria"].as_array().unwrap();
    let found = all.iter().find(|c| c["criterion"] == criterion).unwrap();
    found["value"].as_f64().unwrap()
}

/// All seven recommendations are ranked, each with a carrier, five criteria and words; the two dates see
/// two different worlds.
#[test]
fn the_model_case_in_2021_and_in_2017() {
    let now = on("2021-02-01", &[]);
    let rows = now["rows"].as_array().unwrap();
    for id in [
        "root-causes",
        "global-compacts",
        "un-consultations",
        "china-strategy",
        "north-america",
        "leaders-summit",
        "recovery-vaccines",
    ] {
        let row = row(&now, id);
        assert_eq!(row["criteria"].as_array().unwrap().len(), 5);
        assert!(row["carrier"]["probability"].is_number(), "{row}");
        assert!(!row["next_step"].as_str().unwrap().is_empty());
    }
    let sum: f64 = rows
        .iter()
        .map(|r| r["expected_rank"].as_f64().unwrap())
        .sum();
    let n = rows.len() as f64;
    assert!((sum - n * (n + 1.0) / 2.0).abs() < 1e-6);
    for row in rows {
        for told in row["words"].as_array().unwrap() {
            assert!(!told["words"].as_str().unwrap().contains('⟦'), "{told}");
        }
    }

    let then = on("2017-02-01", &[]);
    assert!(
        then["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|r| r["id"] != "recovery-vaccines")
    );
    // A seat on the Council, and refuge, are of 2021 and not of 2017.
    for (id, criterion) in [
        ("council-agenda", "carrier"),
        ("global-compacts", "acceptance"),
    ] {
        let (was, is) = (
            value(row(&then, id), criterion),
            value(row(&now, id), criterion),
        );
        assert!(was < 0.1 && is > 0.5, "{id}: {was} then, {is} now");
    }
    assert!(
        !then["rows"].to_string().contains("2021"),
        "what came later shows in 2017"
    );
}

#[test]
fn weights_and_horizon_matter_and_the_seed_does_not_change() {
    let plain = on("2021-02-01", &[]);
    assert_eq!(plain, on("2021-02-01", &[]));
    let weighed = on("2021-02-01", &["--weights", "acceptance >= 0.8"]);
    let first = &weighed["rows"][0];
    assert!(value(first, "acceptance") > 0.9, "{first}");
    let short = on("2021-02-01", &["--horizon", "P3M"]);
    assert_eq!(short["until"], "2021-05-01");
    assert!(
        value(row(&short, "recovery-vaccines"), "carrier")
            < value(row(&plain, "recovery-vaccines"), "carrier") + 0.01
    );
}

#[test]
fn the_page_and_its_reasons() {
    let page = stdout(&["shortlist", "usa-mexico", "--as-of", "2021-02-01"]);
    assert!(
        page.contains("\n\nUnited States and Mexico: what could move, as of 2021-02-01"),
        "{page}"
    );
    let spanish = stdout(&[
        "shortlist",
        "usa-mexico",
        "--as-of",
        "2021-02-01",
        "--lang",
        "es",
    ]);
    assert!(
        spanish.contains("actores con veto") && !spanish.contains('⟦'),
        "{spanish}"
    );
    for page in [&page, &spanish] {
        let wide = page.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None);
    }
    let csv = stdout(&[
        "shortlist",
        "usa-mexico",
        "--as-of",
        "2021-02-01",
        "--format",
        "csv",
    ]);
    assert!(
        csv.starts_with("id,name,reach,place,expected_rank,"),
        "{csv}"
    );
}

#[test]
fn refusals() {
    for (args, said) in [
        (vec!["--horizon", "P20Y"], "five years at the most"),
        (vec!["--horizon", "soon"], "as P12M"),
        (vec!["--weights", "stakes > carrier"], "stake"),
    ] {
        let mut all = vec!["shortlist", "usa-mexico", "--as-of", "2021-02-01"];
        all.extend(args);
        let (code, told) = refusal(&all);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains(said), "{told}");
    }
    let (code, told) = refusal(&["shortlist", "usa-mexico", "--as-of", "1990-01-01"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("no agenda item"), "{told}");
}

/// In Spanish every item has its Spanish name, and none of the English ones is left; the figures are those
/// of the English list.
#[test]
fn the_dossier_s_own_texts_are_in_spanish() {
    let (english, spanish) = (on("2021-02-01", &[]), on("2021-02-01", &["--lang", "es"]));
    let page = stdout(&[
        "shortlist",
        "usa-mexico",
        "--as-of",
        "2021-02-01",
        "--lang",
        "es",
    ]);
    assert!(
        page.contains("\n\nEstados Unidos y México: qué podría moverse, al 2021-02-01"),
        "{page}"
    );
    assert!(page.contains("(a favor: "), "{page}");
    assert!(page.contains("Pactos mundiales"), "{page}");
    let whole = spanish.to_string();
    for told in english["rows"].as_array().unwrap() {
        let there = row(&spanish, told["id"].as_str().unwrap());
        for figure in [
            "place",
            "expected_rank",
            "top_three",
            "confidence",
            "overlap",
        ] {
            assert_eq!(told[figure], there[figure], "{figure} of {}", told["id"]);
        }
        for text in [&told["name"], &told["next_step"]] {
            let text = text.as_str().unwrap();
            assert!(!whole.contains(text) && !page.contains(text), "{text}");
        }
    }
}
