//! `entente brief --explain N`, run as a person or a program runs it.

mod common;

use common::{entente_with_cache, json, refusal, stdout};

const BRIEF: [&str; 5] = ["brief", "USA", "MEX", "--as-of", "2021-02-01"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    BRIEF.iter().copied().chain(more.iter().copied()).collect()
}

/// The coincidence of session 75, 0.28 in the brief, from its roll calls.
#[test]
fn a_share_with_its_roll_calls() {
    let page = stdout(&with(&["--explain", "1"]));
    assert!(
        page.starts_with("How note 1 was computed: United States and Mexico"),
        "{page}"
    );
    assert!(page.contains("(15 + ½·22) / 94"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80));
    let answer = json(&with(&["--explain", "1", "--format", "json"]));
    assert_eq!(answer["as_of"], "2021-02-01");
    assert_eq!(answer["note"]["number"], 1);
    let worked = &answer["formulas"][0];
    assert_eq!(worked["terms"]["s"], 15.0);
    assert_eq!(worked["result"], (15.0 + 0.5 * 22.0) / 94.0);
    let calls = &answer["tables"][0];
    assert_eq!(calls["id"], "roll-calls");
    let in_75 = calls["rows"].as_array().unwrap().iter();
    let in_75: Vec<_> = in_75.filter(|row| row["session"] == 75).collect();
    let same = in_75.iter().filter(|row| row["class"] == "same").count();
    let absent = in_75.iter().filter(|row| row["class"] == "absent").count();
    assert_eq!((same, in_75.len() - absent), (15, 94));
}

#[test]
fn rows_as_csv_have_their_keys() {
    let csv = stdout(&with(&["--explain", "1", "--format", "csv"]));
    let header =
        "ccode1,iso3_1,ccode2,iso3_2,rcid,session,date,symbol,vote_1,vote_2,class,issues,title\n";
    assert!(csv.starts_with(header), "{}", csv.lines().next().unwrap());
    assert!(csv.lines().count() > 1000);
    let spanish = stdout(&with(&[
        "--explain",
        "1",
        "--format",
        "csv",
        "--lang",
        "es",
    ]));
    assert_eq!(csv, spanish);
}

#[test]
fn a_forecast_and_a_shortlist_in_spanish() {
    let cache = tempfile::tempdir().unwrap();
    for (note, told) in [("13", "Coincidencia esperada"), ("31", "primeros lugares")] {
        let args = with(&["--explain", note, "--lang", "es"]);
        let output = entente_with_cache(&args, cache.path());
        assert!(output.status.success(), "{args:?}");
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(page.contains(told), "{page}");
    }
}

#[test]
fn what_is_not_there_is_refused() {
    let (code, said) = refusal(&with(&["--explain", "34"]));
    assert_eq!(code, 2);
    assert!(
        said.contains("the notes of this brief are 1 to 33"),
        "{said}"
    );
    for format in ["html", "docx"] {
        let (code, said) = refusal(&with(&["--explain", "1", "--format", format]));
        assert_eq!(code, 2);
        assert!(
            said.contains("--explain writes text, md, json or csv"),
            "{said}"
        );
    }
    let (code, said) = refusal(&with(&["--format", "csv"]));
    assert_eq!(code, 2);
    assert!(said.contains("--explain N --format csv"), "{said}");
}

#[test]
fn markdown_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("note.md");
    stdout(&with(&["--explain", "6", "-o", file.to_str().unwrap()]));
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("# How note 6 was computed"), "{page}");
    assert!(
        page.contains("| USA | 2020 | military expenditure |"),
        "{page}"
    );
}

/// Where no program opens files, the page is still written, and the reader is told where.
#[test]
fn opened_as_a_text_beside_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let output = assert_cmd::Command::cargo_bin("entente")
        .unwrap()
        .args(with(&["--explain", "1", "--open"]))
        .current_dir(folder.path())
        .env("PATH", folder.path())
        .env("XDG_CACHE_HOME", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() && output.stdout.is_empty(),
        "{said}"
    );
    let file = folder.path().join("usa-mex-2021-02-01-note-1.txt");
    assert!(said.contains("The explanation is in"), "{said}");
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("How note 1 was computed"), "{page}");
}

#[test]
fn how_far_the_evidence_reaches_stands_above_the_workings() {
    let args = |format| {
        let mut args = vec![
            "brief",
            "USA",
            "MEX",
            "--as-of",
            "2026-11-29",
            "--explain",
            "1",
        ];
        args.extend(["--format", format]);
        args
    };
    for format in ["text", "md"] {
        let said = stdout(&args(format));
        let head: String = said.lines().take(16).collect();
        assert!(head.contains("votes to 4 June 2026"), "{format}: {head}");
        assert!(head.contains("have ended"), "{format}: {head}");
    }
    let answer: serde_json::Value = serde_json::from_str(&stdout(&args("json"))).unwrap();
    assert_eq!(answer["reach"]["warning"], true);
}
