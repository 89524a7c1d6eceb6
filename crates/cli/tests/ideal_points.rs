//! `entente ideal-points`

mod common;

use common::{entente_with_cache, json, refusal, stdout};

const EARLY: [&str; 4] = ["--to", "6", "--as-of", "1952-12-31"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut args = vec!["ideal-points"];
    args.extend(EARLY);
    args.extend(more);
    args
}

#[test]
fn columns_and_order() {
    let csv = stdout(&with(&["--states", "USA,SUN", "--format", "csv"]));
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some("ccode,iso3,session,year,issue,votes,ideal_point,sd,q05,q95")
    );
    let points: Vec<(u16, u16, f64)> = lines
        .map(|line| {
            let f: Vec<&str> = line.split(',').collect();
            (
                f[0].parse().unwrap(),
                f[2].parse().unwrap(),
                f[6].parse().unwrap(),
            )
        })
        .collect();
    assert_eq!(points.len(), 12);
    for session in 1..=6 {
        let at = |state| {
            points
                .iter()
                .find(|p| p.0 == state && p.1 == session)
                .unwrap()
                .2
        };
        assert!(at(2) > at(365), "session {session}");
    }
}

/// At the end of 1952 session 7 had voted, and nothing after it had: what is read then is what a
/// record that ends there gives.
#[test]
fn nothing_later_is_used() {
    let then = stdout(&["ideal-points", "--as-of", "1952-12-31", "--format", "csv"]);
    let of_seven = stdout(&["ideal-points", "--to", "7", "--format", "csv"]);
    assert!(then == of_seven, "later roll calls changed ideal points");
    let of_all = stdout(&["ideal-points", "--format", "csv"]);
    assert!(!of_all.starts_with(&then[..then.len() / 2]));
}

#[test]
fn a_kept_fit_says_the_same_and_a_damaged_one_is_computed_anew() {
    let cache = tempfile::tempdir().unwrap();
    let args = with(&["--format", "csv"]);
    let run = || {
        let output = entente_with_cache(&args, cache.path());
        assert!(output.status.success());
        output.stdout
    };
    let first = run();
    let fits = cache.path().join("entente/fits");
    let file = std::fs::read_dir(&fits)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    assert_eq!(run(), first);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(run(), first);
    assert_ne!(
        std::fs::read(&file).unwrap(),
        bytes,
        "the damaged fit still lies there"
    );
}

#[test]
fn the_sampler_reports_how_it_mixed_and_writes_its_draws() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("draws.parquet");
    let path = file.to_str().unwrap();
    let answer = json(&with(&[
        "--method", "gibbs", "--chains", "2", "--warmup", "50", "--sweeps", "200", "--thin", "2",
        "--states", "USA,SUN", "--draws", path, "--format", "json",
    ]));
    let note = answer["notes"][0].to_string();
    assert!(
        note.contains("R-hat") && note.contains("2 chains of 100 draws"),
        "{note}"
    );
    let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(
        std::fs::File::open(&file).unwrap(),
    );
    let rows: usize = reader
        .unwrap()
        .build()
        .unwrap()
        .map(|b| b.unwrap().num_rows())
        .sum();
    assert_eq!(rows, 2 * 100 * 12);
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["ideal-points", "--draws", "x.parquet"]);
    assert!(code == 2 && said.contains("--method gibbs"), "{said}");
    let (code, said) = refusal(&["ideal-points", "--from", "9", "--to", "3"]);
    assert!(
        code == 2 && said.contains("--from 9 lies after --to 3"),
        "{said}"
    );
    let (code, said) = refusal(&["ideal-points", "--states", "Mexcio"]);
    assert!(code == 2 && said.contains("Mexico"), "{said}");
    let (code, said) = refusal(&["ideal-points", "--drift", "0"]);
    assert!(code == 2 && said.contains("number above 0"), "{said}");
    let (code, said) = refusal(&["ideal-points", "--issue", "hr", "--to", "3"]);
    assert!(
        code == 1 && said.contains("no ideal points of hr"),
        "{said}"
    );
    let (code, said) = refusal(&with(&["--compare"]));
    assert!(code == 1 && said.contains("2024-06-30"), "{said}");
}
