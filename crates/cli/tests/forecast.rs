//! `entente forecast` and `entente backtest`, run as a person or a program runs them.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

fn number(row: &Value, field: &str) -> f64 {
    row[field]
        .as_f64()
        .unwrap_or_else(|| panic!("{field} of {row}"))
}

#[test]
fn a_pair_with_intervals_in_order_and_drivers_in_words() {
    let page = stdout(&["forecast", "USA", "MEX", "--as-of", "2019-09-01"]);
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "United States and Mexico: voting coincidence expected in session 74 (2019-20), as of 2019-09-01",
        "Their ideal points lay",
        "Questions more likely than not to come back:",
        "Likely to come back, and they part",
    ] {
        assert!(flat.contains(part), "{part} is missing from:\n{page}");
    }
    assert!(page.lines().all(|l| l.chars().count() <= 100), "{page}");
    let found = json(&[
        "forecast",
        "MEX",
        "USA",
        "--as-of",
        "2019-09-01",
        "--format",
        "json",
    ]);
    assert_eq!(found["session"], 74);
    let rows = found["forecasts"].as_array().unwrap();
    let issues: Vec<&str> = rows.iter().map(|r| r["issue"].as_str().unwrap()).collect();
    assert_eq!(issues, ["all", "me", "nu", "di", "hr", "co", "ec"]);
    for row in rows {
        assert_eq!(
            (&row["iso3_1"], &row["iso3_2"]),
            (&"USA".into(), &"MEX".into())
        );
        let quantiles = ["q05", "q25", "q75", "q95"].map(|q| number(row, q));
        assert!(quantiles.is_sorted(), "{row}");
        assert!(quantiles.iter().all(|q| (0.0..=1.0).contains(q)), "{row}");
        assert!((0.0..=1.0).contains(&number(row, "expected")));
        assert!(number(row, "roll_calls") > 1.0);
    }
    let drivers = &found["drivers"][0];
    // It came up every year, the nuclear powers' allies against it.
    let ban = drivers["apart"].as_array().unwrap().iter().find(|item| {
        let title = item["title"].as_str().unwrap();
        title == "Convention on the Prohibition of the Use of Nuclear Weapons"
    });
    let ban = ban.unwrap();
    assert_eq!(
        (&ban["vote_1"], &ban["vote_2"]),
        (&"no".into(), &"yes".into())
    );
    assert!(number(ban, "returns") > 0.8);
}

#[test]
fn every_partner_in_one_table() {
    let table = stdout(&[
        "forecast",
        "USA",
        "--all",
        "--as-of",
        "2019-09-01",
        "--issue",
        "all,hr",
        "--format",
        "csv",
    ]);
    let mut lines = table.lines();
    assert_eq!(
        lines.next(),
        Some("ccode1,iso3_1,ccode2,iso3_2,issue,expected,q05,q25,q75,q95,roll_calls")
    );
    let rows: Vec<Vec<&str>> = lines.map(|l| l.split(',').collect()).collect();
    // 192 other members, each over two sets.
    assert_eq!(rows.len(), 2 * 192);
    assert!(rows.iter().all(|r| r[1] == "USA" && r[3] != "USA"));
    let expected = |iso: &str| -> f64 {
        let row = rows.iter().find(|r| r[3] == iso && r[4] == "all");
        row.unwrap()[5].parse().unwrap()
    };
    assert!(expected("ISR") > expected("CAN") && expected("CAN") > expected("MEX"));
    assert!(expected("MEX") > expected("SYR"));
}

#[test]
fn a_resolution_that_comes_back() {
    let args = |symbol| {
        [
            "forecast",
            "USA",
            "MEX",
            "--resolution",
            symbol,
            "--as-of",
            "2019-09-01",
            "--format",
            "json",
        ]
    };
    let found = json(&args("A/RES/73/74"));
    let ban = &found["forecasts"][0];
    assert_eq!(
        ban["title"],
        "Convention on the Prohibition of the Use of Nuclear Weapons"
    );
    let states = ban["states"].as_array().unwrap();
    for state in states {
        let sum: f64 = ["yes", "abstain", "no"]
            .iter()
            .map(|v| number(state, v))
            .sum();
        assert!((sum - 1.0).abs() < 1e-9, "{state}");
    }
    assert!(number(&states[0], "no") > 0.7, "{ban}");
    assert!(number(&states[1], "yes") > 0.9, "{ban}");
    // An earlier year's symbol leads to the same series.
    let earlier = json(&args("A/RES/70/62"));
    assert_eq!(earlier["forecasts"][0]["states"], ban["states"]);
    let once = json(&args("A/RES/73/195"));
    assert!(number(&once["forecasts"][0], "returns") < number(ban, "returns"));
}

#[test]
fn what_cannot_be_forecast_is_said() {
    let (code, said) = refusal(&["forecast", "USA"]);
    assert_eq!(code, 2);
    assert!(said.contains("--all forecasts every partner"), "{said}");
    let (code, said) = refusal(&["forecast", "USA", "MEX", "--as-of", "1945-01-01"]);
    assert!(
        code == 1 && said.contains("no roll call on record"),
        "{said}"
    );
    let (code, said) = refusal(&[
        "forecast",
        "USA",
        "MEX",
        "--resolution",
        "A/RES/40/1",
        "--as-of",
        "2019-09-01",
    ]);
    assert!(code == 1 && said.contains("six sessions"), "{said}");
    let (code, _) = refusal(&["forecast", "USA", "MEX", "--resolution", "x"]);
    assert_eq!(code, 2);
    let (code, said) = refusal(&["backtest", "--from", "70", "--to", "60"]);
    assert!(code == 2 && said.contains("lies after"), "{said}");
    let (code, said) = refusal(&["backtest", "--from", "70", "--to", "90"]);
    assert!(
        code == 2 && said.contains("session 90 is not on record"),
        "{said}"
    );
}

#[test]
fn a_backtest_beats_its_baselines_and_covers() {
    let found = json(&["backtest", "--from", "72", "--to", "73", "--format", "json"]);
    let all = &found["issues"][0];
    assert_eq!(all["issue"], "every cell");
    assert_eq!(number(all, "cells"), 247_235.0);
    assert!(number(all, "gain") > 0.0);
    assert!((0.8..0.97).contains(&number(all, "coverage_90")));
    let votes = &found["votes"];
    assert!(number(votes, "gain") > 0.05);
    let table = stdout(&[
        "backtest", "--from", "73", "--to", "73", "--issue", "nu", "--format", "csv",
    ]);
    assert!(table.starts_with("session,year,issue,cells,mae,crps,coverage_50,coverage_90,"));
    assert_eq!(table.lines().count(), 2);
}
