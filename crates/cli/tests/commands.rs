//! The binary, run as a person or a program runs it.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn entente(args: &[&str]) -> std::process::Output {
    Command::cargo_bin("entente")
        .unwrap()
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
    serde_json::from_str(&stdout(args)).unwrap()
}

/// Exit code and what was said, with line breaks and frame signs folded to blanks.
fn refusal(args: &[&str]) -> (i32, String) {
    let output = entente(args);
    assert!(output.stdout.is_empty(), "{args:?} printed a result");
    let said = String::from_utf8(output.stderr).unwrap();
    let said = said.replace(['│', '×', '╰', '─', '▶', '·'], " ");
    (
        output.status.code().unwrap(),
        said.split_whitespace().collect::<Vec<_>>().join(" "),
    )
}

#[test]
fn coincidence_of_session_73() {
    let answer = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "73",
        "--issue",
        "all",
        "--format",
        "json",
    ]);
    let row = &answer["rows"][0];
    assert_eq!(row["session"], 73);
    assert_eq!(row["issue"], "all");
    assert_eq!(
        (&row["same"], &row["partial"], &row["opposite"]),
        (&17.into(), &23.into(), &55.into())
    );
    assert_eq!(
        format!("{:.3}", row["coincidence"].as_f64().unwrap()),
        "0.300"
    );
    assert_eq!((&row["ccode1"], &row["iso3_1"]), (&2.into(), &"USA".into()));
    assert_eq!(
        (&row["ccode2"], &row["iso3_2"]),
        (&70.into(), &"MEX".into())
    );
    for key in ["as_of", "evidence", "notes"] {
        assert!(!answer[key].is_null(), "{key}");
    }
}

#[test]
fn a_pair_is_the_same_both_ways() {
    let there = stdout(&["coincidence", "USA", "MEX", "--format", "csv"]);
    let back = stdout(&["coincidence", "Mexico", "Estados Unidos", "--format", "csv"]);
    assert_eq!(there, back);
    assert!(there.starts_with(
        "ccode1,iso3_1,ccode2,iso3_2,session,issue,same,partial,opposite,absent,not_members,formula,coincidence,"
    ));
}

#[test]
fn years_and_sessions() {
    let rows = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--year",
        "2018",
        "--issue",
        "all",
        "--format",
        "json",
    ]);
    assert_eq!(rows["rows"][0]["year"], 2018);
    let rows = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--from",
        "2009",
        "--to",
        "2012",
        "--issue",
        "hr,ec",
        "--format",
        "json",
    ]);
    assert_eq!(rows["rows"].as_array().unwrap().len(), 8);
}

#[test]
fn nothing_later_than_the_date_is_counted() {
    let early = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--as-of",
        "1999-06-30",
        "--issue",
        "all",
        "--format",
        "json",
    ]);
    let last = early["rows"].as_array().unwrap().last().unwrap()["session"]
        .as_u64()
        .unwrap();
    assert_eq!(last, 53);
}

#[test]
fn a_brief_has_its_sections_and_sources() {
    let text = stdout(&["brief", "USA", "MEX", "--as-of", "2021-02-01"]);
    for part in [
        "United States",
        "Mexico",
        "1 February 2021",
        "Correlates of War",
        "UNHCR",
        "Office of the Historian",
    ] {
        assert!(text.contains(part), "{part} is missing from:\n{text}");
    }
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "a line is too long"
    );
    let answer = json(&[
        "brief",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--format",
        "json",
    ]);
    assert_eq!(answer["as_of"], "2021-02-01");
    let us = &answer["governments"]["states"][0];
    assert_eq!(
        (&us["leader"], &us["since"]),
        (&"Biden".into(), &"2021-01-20".into())
    );
    let seats = answer["council"]["now_and_ahead"].as_array().unwrap();
    assert!(
        seats
            .iter()
            .any(|s| s["iso3"] == "MEX" && s["from"] == "2021-01-01" && s["until"] == "2022-12-31")
    );
}

#[test]
fn a_brief_for_one_delegation() {
    let asked = [
        "brief",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--for",
        "México",
    ];
    let text = stdout(&asked);
    for part in [
        "for the delegation of Mexico",
        "Our objectives for this meeting",
        "Press line",
    ] {
        assert!(text.contains(part), "{part} is missing from:\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    let mut program = asked.to_vec();
    program.extend(["--format", "json"]);
    let answer = json(&program);
    assert_eq!(answer["side"]["party"]["iso3"], "MEX");
    let first = &answer["side"]["objectives"][0];
    assert_eq!(first["item"], "recovery-vaccines");
    assert_eq!(first["carrier"]["date"], "2021-10-30");
    let joint = json(&[
        "brief",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--format",
        "json",
    ]);
    assert!(joint["side"].is_null());
}

#[test]
fn a_delegation_must_be_one_of_the_parties() {
    let (code, said) = refusal(&["brief", "USA", "MEX", "--for", "CAN"]);
    assert_eq!(code, 2);
    assert!(
        said.contains("Canada is not one of the parties: United States, Mexico")
            && said.contains("--for"),
        "{said}"
    );
    let (code, said) = refusal(&["brief", "USA", "MEX", "--for", "Mexcio"]);
    assert_eq!(code, 2);
    assert!(
        said.contains("did you mean") && said.contains("Mexico"),
        "{said}"
    );
}

#[test]
fn the_html_brief_stands_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("brief.html");
    stdout(&[
        "brief",
        "USA",
        "MEX",
        "CAN",
        "--as-of",
        "2021-02-01",
        "--format",
        "html",
        "-o",
        file.to_str().unwrap(),
    ]);
    let html = std::fs::read_to_string(&file).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>"));
    for outside in ["<script src", "<link", "src=\"http", "@import"] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn the_record_of_contacts_is_silent_for_others() {
    let answer = json(&[
        "brief",
        "MEX",
        "BRA",
        "--as-of",
        "2019-09-01",
        "--format",
        "json",
    ]);
    assert_eq!(answer["contacts"]["pairs"][0]["on_record"], false);
}

#[test]
fn no_leader_went_either_way_between_july_2016_and_july_2020() {
    let csv = stdout(&["evidence", "export", "contacts"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|h| h == name).unwrap();
    let (start, level, ccode) = (at("start"), at("level"), at("ccode"));
    let mut starts: Vec<String> = reader
        .records()
        .map(Result::unwrap)
        .filter(|r| {
            &r[ccode] == "70"
                && &r[level] == "leader"
                && &r[start] >= "2016-07-01"
                && &r[start] <= "2020-12-31"
        })
        .map(|r| r[start].to_owned())
        .collect();
    starts.sort();
    assert_eq!(starts.first().map(String::as_str), Some("2016-07-22"));
    assert_eq!(starts.get(1).map(String::as_str), Some("2020-07-08"));
}

#[test]
fn anything_typed_finds_mexico() {
    for typed in ["MEX", "mx", "70", "México", "mexico", " MEXICO "] {
        let answer = json(&["states", typed, "--format", "json"]);
        assert_eq!(answer["rows"][0]["ccode"], 70, "{typed}");
    }
    assert_eq!(
        json(&["states", "Estados Unidos", "--format", "json"])["rows"][0]["ccode"],
        2
    );
}

#[test]
fn a_misspelling_gets_a_suggestion() {
    let (code, said) = refusal(&["brief", "USA", "Mexcio"]);
    assert_eq!(code, 2);
    assert!(
        said.contains("Mexcio") && said.contains("did you mean") && said.contains("Mexico"),
        "{said}"
    );
}

#[test]
fn usage_errors_exit_with_2() {
    for args in [
        &["brief", "USA"][..],
        &["brief", "USA", "USA"],
        &["brief", "USA", "MEX", "--as-of", "1900-01-01"],
        &["brief", "USA", "MEX", "--as-of", "yesterday-ish"],
        &["brief", "DDR", "USA", "--as-of", "2021-02-01"],
        &["coincidence", "USA", "MEX", "--from", "70", "--to", "2012"],
        &["coincidence", "USA", "MEX", "--issue", "zz"],
        &[
            "evidence", "import", "x.csv", "--as", "nonsense", "--into", "y",
        ],
        &["evidence", "export", "nonsense"],
        &["evidence", "verify", "--evidence", "no-such-directory"],
        &["states", "--member-of", "Hanse"],
        &["nonsense"],
    ] {
        assert_eq!(refusal(args).0, 2, "{args:?}");
    }
}

#[test]
fn failures_exit_with_1() {
    for args in [
        &[
            "evidence",
            "import",
            "no-such-file.csv",
            "--as",
            "undl-votes",
            "--into",
            "y",
        ][..],
        &["coincidence", "USA", "MEX", "--session", "99"],
    ] {
        assert_eq!(refusal(args).0, 1, "{args:?}");
    }
}

const UNDL: &str = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link";

/// Rows in the UN Digital Library's form, made for this test, of a roll call in a session beyond
/// the record.
fn undl(rows: &[&str]) -> String {
    let mut text = UNDL.to_owned() + "\n";
    for row in rows {
        text += row;
        text.push('\n');
    }
    text
}

fn tail(totals: &str, resolution: &str, date: &str, session: &str) -> String {
    format!("{date},{session},{resolution},,,,A title,,,{totals},")
}

fn import(dir: &Path, name: &str, text: &str) -> std::process::Output {
    let file = dir.join(name);
    std::fs::write(&file, text).unwrap();
    let into = dir.join("mine");
    entente(&[
        "evidence",
        "import",
        file.to_str().unwrap(),
        "--as",
        "undl-votes",
        "--into",
        into.to_str().unwrap(),
    ])
}

#[test]
fn a_later_session_can_be_added() {
    let dir = tempfile::tempdir().unwrap();
    let end = tail("1,1,0,1,3", "A/RES/99/1", "2044-12-01", "99");
    let rows = [
        format!("900001,USA,UNITED STATES,N,{end}"),
        format!("900001,MEX,MEXICO,Y,{end}"),
        format!("900001,CAN,CANADA,X,{end}"),
    ];
    let output = import(
        dir.path(),
        "ga.csv",
        &undl(&rows.each_ref().map(String::as_str)),
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mine = dir.path().join("mine");
    let mine = mine.to_str().unwrap();
    let ask = [
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "99",
        "--issue",
        "all",
        "--format",
        "json",
        "--evidence",
        mine,
    ];
    let row = &json(&ask)["rows"][0];
    assert_eq!((&row["opposite"], &row["same"]), (&1.into(), &0.into()));
    let on_top = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "73",
        "--issue",
        "all",
        "--format",
        "json",
        "--evidence",
        mine,
    ]);
    assert_eq!(on_top["rows"][0]["same"], 17);
    let alone = entente(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "73",
        "--evidence",
        mine,
        "--without-embedded",
    ]);
    assert_eq!(alone.status.code(), Some(1));
    let verified = stdout(&["evidence", "verify", "--evidence", mine]);
    assert!(verified.contains("votes"));
}

#[test]
fn a_roll_call_that_is_there_already_is_not_counted_twice() {
    let dir = tempfile::tempdir().unwrap();
    let end = tail("1,1,0,0,2", "A/RES/73/195", "2018-12-19", "73");
    let rows = [
        format!("900002,USA,UNITED STATES,N,{end}"),
        format!("900002,MEX,MEXICO,Y,{end}"),
    ];
    let output = import(
        dir.path(),
        "ga.csv",
        &undl(&rows.each_ref().map(String::as_str)),
    );
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("1 roll calls: 0 known by number, 1 by symbol, 0 by date and votes; 0 new."),
        "{said}"
    );
    let mine = dir.path().join("mine");
    let row = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "73",
        "--issue",
        "all",
        "--format",
        "json",
        "--evidence",
        mine.to_str().unwrap(),
    ]);
    assert_eq!(row["rows"][0]["opposite"], 55);
}

#[test]
fn an_import_is_all_or_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let end = tail("1,1,0,0,2", "A/RES/99/1", "2044-12-01", "99");
    let rows = [
        format!("900003,USA,UNITED STATES,N,{end}"),
        format!("900003,MEX,MEXICO,maybe,{end}"),
    ];
    let output = import(
        dir.path(),
        "ga.csv",
        &undl(&rows.each_ref().map(String::as_str)),
    );
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["ga.csv:3", "ms_vote", "maybe", "Nothing was imported"] {
        assert!(said.contains(part), "{part} is missing from: {said}");
    }
    assert!(!dir.path().join("mine").exists());
}

#[test]
fn every_embedded_table_is_sound() {
    let verified = stdout(&["evidence", "verify"]);
    let listed = json(&["evidence", "list", "--format", "json"]);
    let tables = listed["tables"].as_array().unwrap();
    assert!(tables.iter().any(|table| table["name"] == "votes"));
    assert_eq!(verified.lines().count(), tables.len());
}

#[test]
fn the_codebook_is_printed_or_written_into_pages() {
    let printed = stdout(&["evidence", "codebook"]);
    let expected = "| `latitude` | `lat` | number | Latitude, degrees north. |";
    assert!(printed.contains(expected), "{printed}");

    let dir = tempfile::tempdir().unwrap();
    let page = dir.path().join("states.md");
    let prose =
        "# Where states lie\n\n<!-- table capitals -->\n<!-- end of capitals -->\n\nProse.\n";
    std::fs::write(&page, prose).unwrap();
    let into = [
        "evidence",
        "codebook",
        "--into",
        dir.path().to_str().unwrap(),
    ];
    let said = stdout(&into);
    assert!(said.contains("written  states.md\n"), "{said}");
    assert!(said.contains("written  trade.md (new: "), "{said}");
    let written = std::fs::read_to_string(&page).unwrap();
    assert!(written.contains(expected), "{written}");
    assert!(written.ends_with("\n\nProse.\n"), "{written}");
    assert_eq!(stdout(&into), "Every page is as the program writes it.\n");

    std::fs::write(&page, "<!-- table capitols -->\n").unwrap();
    let (code, said) = refusal(&into);
    assert_eq!(code, 1);
    assert!(
        said.contains("states.md:1: `capitols` is no table; is `capitals` meant?"),
        "{said}"
    );
}

#[test]
fn exported_tables_come_back() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("leaders.parquet");
    stdout(&[
        "evidence",
        "export",
        "leaders",
        "--format",
        "parquet",
        "-o",
        file.to_str().unwrap(),
    ]);
    let alone = [
        "evidence",
        "export",
        "leaders",
        "--without-embedded",
        "--evidence",
        dir.path().to_str().unwrap(),
    ];
    assert_eq!(stdout(&alone), stdout(&["evidence", "export", "leaders"]));
}

#[test]
fn completions_and_manual() {
    assert!(stdout(&["completions", "bash"]).contains("_entente"));
    assert!(stdout(&["man"]).contains(".TH entente"));
    let dir = tempfile::tempdir().unwrap();
    stdout(&["man", dir.path().to_str().unwrap()]);
    assert!(dir.path().join("entente-brief.1").exists());
}

#[test]
fn every_help_has_an_example() {
    for command in [
        &["brief"][..],
        &["coincidence"],
        &["states"],
        &["evidence", "list"],
        &["evidence", "verify"],
        &["evidence", "import"],
        &["evidence", "export"],
        &["evidence", "build"],
        &["evidence", "codebook"],
        &["completions"],
        &["man"],
    ] {
        let help = stdout(&[command, &["--help"]].concat());
        assert!(help.contains("Example"), "{command:?}:\n{help}");
    }
}
