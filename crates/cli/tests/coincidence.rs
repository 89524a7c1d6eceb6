//! `entente coincidence`: order, long answers, the baskets that come with the program.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

fn rows(args: &[&str]) -> Vec<Value> {
    let mut all = vec!["coincidence"];
    all.extend(args);
    all.extend(["--format", "json"]);
    json(&all)["rows"].as_array().unwrap().clone()
}

#[test]
fn both_directions_in_the_order_of_sessions() {
    let found = rows(&[
        "USA",
        "MEX",
        "--from",
        "71",
        "--to",
        "73",
        "--issue",
        "all",
        "--directed",
    ]);
    let keys: Vec<String> = found
        .iter()
        .map(|r| format!("{} {}", r["iso3_1"], r["session"]).replace('"', ""))
        .collect();
    assert_eq!(
        keys,
        ["USA 71", "MEX 71", "USA 72", "MEX 72", "USA 73", "MEX 73"]
    );
    assert_eq!(found[4]["coincidence"], found[5]["coincidence"]);
}

/// The same rows whether they are written as they come or at once.
#[test]
fn all_pairs_as_json_and_as_a_short_table() {
    let of_all = rows(&["MEX", "--all", "--session", "73", "--issue", "all"]);
    assert_eq!(of_all.len(), 192);
    let own = rows(&["MEX", "CAN", "--session", "73", "--issue", "all"]);
    let found = of_all.iter().find(|r| r["iso3_2"] == "CAN").unwrap();
    assert_eq!(found["coincidence"], own[0]["coincidence"]);
    assert_eq!(found["pi_squared"], own[0]["pi_squared"]);

    let table = stdout(&["coincidence", "--all", "--session", "73", "--issue", "all"]);
    let left = 193 * 192 / 2 - 400;
    assert!(
        table.contains(&format!("… {left} rows more; --format csv has all")),
        "{table}"
    );
    assert_eq!(table.lines().filter(|l| l.contains("  73  ")).count(), 400);
}

/// Each shipped basket holds roll calls of the embedded record on which the two voted.
#[test]
fn every_shipped_basket_has_votes() {
    let declared = include_str!("../../../data/baskets.toml");
    let names: Vec<&str> = declared
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(names.len() > 8);
    let found = rows(&["USA", "MEX", "--issue", &names.join(",")]);
    for name in names {
        let both = |r: &Value| ["same", "partial", "opposite"].iter().any(|f| r[*f] != 0);
        assert!(
            found.iter().any(|r| r["issue"] == name && both(r)),
            "{name}"
        );
    }
}

/// Session 73 by hand: 73/8 is the embargo; 73/48 and 73/74 the ban; the Golan (73/23) and the risk
/// of proliferation in the Middle East (73/83) are not all coded.
#[test]
fn baskets_of_session_73() {
    let voted = |issue: &str| -> u64 {
        let found = rows(&["USA", "MEX", "--session", "73", "--issue", issue]);
        ["same", "partial", "opposite"]
            .iter()
            .map(|f| found[0][*f].as_u64().unwrap())
            .sum()
    };
    assert_eq!(voted("nuclear-ban"), 2);
    assert_eq!(voted("me"), 16);
    assert_eq!(voted("middle-east"), 18);
    assert_eq!(voted("final"), 95);
    let (code, said) = refusal(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "73",
        "--issue",
        "imporant",
    ]);
    assert!(
        code == 2 && said.contains("did you mean important?"),
        "{said}"
    );
}

#[test]
fn notes_say_what_nobody_flagged() {
    let answer = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--issue",
        "all",
        "--adopted-only",
        "--important",
        "--format",
        "json",
    ]);
    let notes = answer["notes"].to_string();
    assert!(
        notes.contains("amendments and paragraphs left out")
            && notes.contains("counts as not important"),
        "{notes}"
    );
}

#[test]
fn broken_toml_is_shown_at_its_line() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("mine.toml");
    let path = file.to_str().unwrap();
    for (text, place, said) in [
        (
            "[[basket]]\nname = \"x\ntitle",
            "line 3, column 6",
            "key with no value",
        ),
        (
            "[[basket]]\nname = \"x\"\ntitle = \"T\"\ninclude = [{ issues = [\"hr\"] }, { titel = [\"a\"] }]\n",
            "line 4, column 35",
            "unknown field `titel`",
        ),
        (
            "[[basket]]\nname = \"x\"\ntitle = \"T\"\n",
            "line 2, column 8",
            "says nothing",
        ),
    ] {
        std::fs::write(&file, text).unwrap();
        let (code, told) = refusal(&[
            "coincidence",
            "USA",
            "MEX",
            "--baskets",
            path,
            "--issue",
            "x",
        ]);
        assert_eq!(code, 2);
        assert!(told.contains(place) && told.contains(said), "{told}");
    }
}
