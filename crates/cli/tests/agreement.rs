//! `entente coincidence` beyond one pair, and `entente reconcile`.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

/// A quick way to the number in a row's field.
fn number(row: &Value, field: &str) -> f64 {
    row[field]
        .as_f64()
        .unwrap_or_else(|| panic!("{field} of {row}"))
}

#[test]
fn formulas_by_name() {
    let coincidence = |formula: &str| {
        let answer = json(&[
            "coincidence",
            "USA",
            "MEX",
            "--session",
            "73",
            "--issue",
            "all",
            "--formula",
            formula,
            "--format",
            "json",
        ]);
        assert_eq!(answer["rows"][0]["formula"], formula);
        number(&answer["rows"][0], "coincidence")
    };
    // 95 roll calls: 16 yes-yes and no-no, 55 opposite, 1 both abstaining, 23 with one abstention.
    assert!((coincidence("votes-only") - 16.0 / 71.0).abs() < 1e-12);
    assert!((coincidence("2017") - 28.5 / 95.0).abs() < 1e-12);
    assert!((coincidence("2022") - 28.5 / 95.0).abs() < 1e-12);
    let (code, said) = refusal(&["coincidence", "USA", "MEX", "--formula", "2018"]);
    assert_eq!(code, 2);
    assert!(
        said.contains("votes-only") && said.contains("reports on 2017-2020"),
        "{said}"
    );
}

#[test]
fn roll_calls_by_symbol_words_and_basket() {
    let rows = |more: &[&str]| {
        let mut args = vec![
            "coincidence",
            "USA",
            "MEX",
            "--session",
            "73",
            "--format",
            "json",
        ];
        args.extend(more);
        json(&args)["rows"].as_array().unwrap().clone()
    };
    // The Global Compact for Migration: the United States against, Mexico for.
    let compact = rows(&["--issue", "all", "--symbol", "73/195"]);
    assert_eq!(compact.len(), 1);
    assert_eq!(
        (&compact[0]["opposite"], &compact[0]["same"]),
        (&1.into(), &0.into())
    );
    assert_eq!(compact[0]["issue"], "all:symbol=A/RES/73/195");
    let by_words = rows(&[
        "--issue",
        "all",
        "--title",
        "safe, orderly and regular MIGRATION",
    ]);
    assert_eq!(by_words[0]["opposite"], 1);
    let sets = rows(&["--issue", "all,me,all-without-me"]);
    let joint =
        |row: &Value| number(row, "same") + number(row, "partial") + number(row, "opposite");
    assert_eq!(joint(&sets[0]), joint(&sets[1]) + joint(&sets[2]));
}

#[test]
fn baskets_of_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("mine.toml");
    let path = file.to_str().unwrap();
    let declare = |text: &str| std::fs::write(&file, text).unwrap();
    declare(
        "[[basket]]\nname = \"rights-not-me\"\ntitle = \"T\"\ninclude = { issues = [\"hr\"] }\nexclude = { issues = [\"me\"] }\n",
    );
    let with = |issue: &str| {
        let args = [
            "coincidence",
            "USA",
            "MEX",
            "--session",
            "73",
            "--format",
            "json",
            "--baskets",
            path,
            "--issue",
            issue,
        ];
        json(&args)["rows"][0].clone()
    };
    assert!(number(&with("rights-not-me"), "opposite") < number(&with("hr"), "opposite") + 1.0);
    assert_eq!(with("rights-not-me")["issue"], "rights-not-me");

    declare("[[basket]]\nname = \"x\"\ntitle = \"T\"\ninclude = { issues = [\"hr\", \"hx\"] }\n");
    let (code, said) = refusal(&[
        "coincidence",
        "USA",
        "MEX",
        "--baskets",
        path,
        "--issue",
        "x",
    ]);
    assert_eq!(code, 2);
    assert!(
        said.contains("line 4, column 29") && said.contains("\"hx\" is no issue"),
        "{said}"
    );
    assert!(said.contains("there are: me, nu, di, hr, co, ec"), "{said}");
}

#[test]
fn what_is_not_on_record_is_told() {
    let of = |more: &[&str]| {
        let mut args = vec!["coincidence", "USA", "MEX"];
        args.extend(more);
        refusal(&args)
    };
    let (code, said) = of(&["--issue", "all-without-mi"]);
    assert!(
        code == 2 && said.contains("did you mean all-without-"),
        "{said}"
    );
    let (code, said) = of(&["--symbol", "A/RES/73/1"]);
    assert!(
        code == 2 && said.contains("no recorded vote on A/RES/73/1"),
        "{said}"
    );
    let (code, said) = of(&["--title", "zeppelins"]);
    assert!(code == 2 && said.contains("\"zeppelins\""), "{said}");
    let (code, said) = of(&["--symbol", "seventy"]);
    assert!(code == 2 && said.contains("A/RES/73/195"), "{said}");
    let (code, said) = of(&["--all"]);
    assert!(code == 2 && said.contains("--all"), "{said}");
    let (code, said) = refusal(&["coincidence", "USA"]);
    assert!(
        code == 2 && said.contains("--all gives every partner"),
        "{said}"
    );
}

#[test]
fn every_pair_of_a_year_with_keys_and_indices() {
    let csv = stdout(&[
        "coincidence",
        "--all",
        "--year",
        "2018",
        "--issue",
        "all",
        "--format",
        "csv",
    ]);
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(
        &header[..6],
        ["ccode1", "iso3_1", "ccode2", "iso3_2", "year", "issue"]
    );
    assert!(header.contains(&"kappa_squared") && header.contains(&"agreement_lopsided"));
    let rows: Vec<&str> = lines.collect();
    // 193 members, every pair of them once.
    assert_eq!(rows.len(), 193 * 192 / 2);
    assert!(
        rows.iter()
            .any(|row| row.starts_with("2,USA,70,MEX,2018,all,17,23,55,0,0,2017,0.3,0.3,"))
    );

    let partners = stdout(&[
        "coincidence",
        "MEX",
        "--all",
        "--year",
        "2018",
        "--issue",
        "all",
        "--format",
        "csv",
    ]);
    assert_eq!(partners.lines().count(), 1 + 192);
    assert!(
        partners
            .lines()
            .skip(1)
            .all(|row| row.starts_with("70,MEX,"))
    );

    let both = stdout(&[
        "coincidence",
        "--all",
        "--directed",
        "--year",
        "2018",
        "--issue",
        "all",
        "--format",
        "csv",
    ]);
    assert_eq!(both.lines().count(), 1 + 193 * 192);
    assert!(
        both.lines()
            .any(|row| row.starts_with("70,MEX,2,USA,2018,all,17,23,55,0,0,2017,0.3,0.3,"))
    );
}

#[test]
fn pairs_as_parquet() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("pairs.parquet");
    stdout(&[
        "coincidence",
        "--all",
        "--session",
        "73",
        "--format",
        "parquet",
        "-o",
        file.to_str().unwrap(),
    ]);
    let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(
        std::fs::File::open(&file).unwrap(),
    );
    let batches: Vec<_> = reader
        .unwrap()
        .build()
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let rows: usize = batches.iter().map(|b| b.num_rows()).sum();
    // All and six issues.
    assert_eq!(rows, 7 * 193 * 192 / 2);
    assert!(batches[0].column_by_name("pi_linear").is_some());
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
}

#[test]
fn reconcile_lays_formulas_and_sets_side_by_side() {
    let answer = json(&[
        "reconcile",
        "USA",
        "MEX",
        "--year",
        "2018",
        "--format",
        "json",
    ]);
    let sets = answer["rows"].as_array().unwrap();
    let set = |name: &str| sets.iter().find(|s| s["issue"] == name).unwrap();
    assert!((number(set("final"), "coincidence_2017") - 0.3).abs() < 1e-12);
    assert_eq!(set("final")["official"], "2017");
    assert!(set("all")["official"].is_null());
    let calls = answer["roll_calls"].as_array().unwrap();
    assert_eq!(
        calls.len() as u64,
        set("all")["roll_calls"].as_u64().unwrap()
    );
    // What each formula makes of the roll calls adds up to the grid.
    for (field, column) in [
        ("votes_only", "coincidence_votes_only"),
        ("y2017", "coincidence_2017"),
        ("y2021", "coincidence_2021"),
        ("y2022", "coincidence_2022"),
    ] {
        let scores: Vec<f64> = calls.iter().filter_map(|c| c[field].as_f64()).collect();
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        assert!((mean - number(set("all"), column)).abs() < 1e-12, "{field}");
    }
    let compact = calls.iter().find(|c| c["symbol"] == "R/73/195").unwrap();
    assert_eq!(
        (&compact["vote_1"], &compact["vote_2"]),
        (&"no".into(), &"yes".into())
    );
}
