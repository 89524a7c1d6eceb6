//! Recording: from files, from arguments, from the case that comes with the program.

use serde_json::Value;

use super::place::{MODEL, Place};

const OUTCOMES: &str = r#"
[[consultation]]
id = "talks"
mechanism = "hled"
title = "High-Level Economic Dialogue"
parties = ["USA", "MEX"]
level = "minister"
actual = { start = 2026-03-02, end = 2026-03-03 }
status = "held"

[[commitment]]
id = "waiting"
text = "Publish a joint report on waiting times"
by = ["USA", "Mexico"]
made = 2026-03-03
due = 2026-09-30
consultation = "talks"
status = "open"
source = { citation = "Joint statement of 3 March 2026", address = "https://example.org/statement" }

[[act]]
id = "duties"
date = 2026-10-12
party = "USA"
weight = -0.5
text = "New duties on steel"
sources = [{ citation = "Proclamation of 12 October 2026" }]
"#;

#[test]
fn the_model_case_is_recorded_once() {
    let place = Place::empty();
    let answer = place.json(&["record", "--shipped", MODEL]);
    assert_eq!(answer["recorded"].as_array().unwrap().len(), 10 + 52 + 58);
    assert_eq!(answer["head"]["seq"], 120);
    place.refused(
        &["record", "--shipped", MODEL],
        1,
        &["already a consultation/nals-2005", "Nothing was recorded"],
    );
    place.refused(&["record", "--shipped", "european-leaders"], 2, &[MODEL]);
    place.assert_sound();
}

#[test]
fn a_file_in_toml_and_the_same_in_json() {
    let place = Place::empty();
    let file = place.write("own.toml", OUTCOMES);
    let page = place.stdout(&["record", &file]);
    assert_eq!(
        page,
        "consultation/talks, version 1, revision 1\ncommitment/waiting, version 1, revision 2\nact/duties, version 1, revision 3\n"
    );
    let other = Place::empty();
    let mut lines = String::new();
    for kind in ["consultation", "commitment", "act"] {
        let entry = &place.json(&["list", kind])["entries"][0]["entry"];
        lines.push_str(&format!("{}\n", serde_json::json!({ kind: entry })));
    }
    let file = other.write("own.jsonl", &lines);
    other.stdout(&["record", &file]);
    for kind in ["consultation", "commitment", "act"] {
        let read = |place: &Place| place.json(&["list", kind])["entries"].clone();
        assert_eq!(read(&place), read(&other));
    }
}

#[test]
fn a_fault_in_a_file_names_its_place_and_nothing_is_recorded() {
    let place = Place::empty();
    for (right, wrong, code, said) in [
        (
            "\"Mexico\"",
            "\"Mexcio\"",
            2,
            &["line 14, column 14", "did you mean Mexico"][..],
        ),
        (
            "weight = -0.5",
            "wieght = -0.5",
            2,
            &["unknown field", "line 25, column 1"],
        ),
        (
            "due = 2026-09-30",
            "due = 2026-01-30",
            2,
            &["commitment waiting: due", "before", "Nothing was recorded"],
        ),
        (
            "consultation = \"talks\"",
            "consultation = \"walks\"",
            2,
            &["there is no consultation/walks"],
        ),
    ] {
        let file = place.write("wrong.toml", &OUTCOMES.replacen(right, wrong, 1));
        place.refused(&["record", &file], code, said);
    }
    let file = place.write("wrong.jsonl", "{\"act\": {\"date\": \"2026-10-12\"");
    place.refused(&["record", &file], 2, &["line 1"]);
    place.refused(&["record", "nowhere.toml"], 2, &["nowhere.toml"]);
    assert_eq!(place.stdout(&["list", "act"]), "No act.\n");
}

#[test]
fn an_entry_of_each_kind_from_arguments() {
    let place = Place::with_notes();
    place.stdout(&[
        "add",
        "outcome",
        "nals-2023",
        "--text",
        "A declaration was adopted",
        "--citation",
        "Declaration of North America, 10 January 2023",
    ]);
    let made = place.json(&[
        "add",
        "commitment",
        "--consultation",
        "nals-2023",
        "--by",
        "MEX",
        "--by",
        "Canada",
        "--text",
        "Meet again",
        "--citation",
        "Declaration",
        "--item",
        "usa-mexico/climate",
    ]);
    let id = made["recorded"][0]["id"].as_str().unwrap().to_owned();
    let shown = place.json(&["show", &id]);
    assert_eq!(shown["entries"][0]["entry"]["made"], "2023-01-10");
    assert_eq!(
        shown["entries"][0]["entry"]["by"],
        serde_json::json!([70, 20])
    );
    place.stdout(&[
        "add",
        "score",
        &id,
        "MEX",
        "-1",
        "--stage",
        "interim",
        "--assessor",
        "Planning",
        "--basis",
        "None was planned",
        "--address",
        "https://example.org/none",
        "--date",
        "2026-01-01",
    ]);
    place.stdout(&[
        "add",
        "act",
        "USA",
        "--date",
        "2026-10-12",
        "--weight",
        "-0.5",
        "--text",
        "New duties",
        "--citation",
        "A proclamation",
    ]);
    let shown = place.json(&["show", &id]);
    assert_eq!(shown["scores"][0]["entry"]["score"], -1);
    let agenda = place.json(&["list", "agenda-entry", "--of", "next"]);
    let orders: Vec<&Value> = agenda["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["entry"]["order"])
        .collect();
    assert_eq!(orders, [2, 1]);
    // The level and the parties are those of the dossier.
    let next = &place.json(&["show", "next"])["entries"][0]["entry"];
    assert_eq!(
        (&next["level"], &next["parties"]),
        (&"leader".into(), &serde_json::json!([2, 70, 20]))
    );
    place.assert_sound();
}

#[test]
fn arguments_that_make_no_entry() {
    let place = Place::model();
    for (args, code, said) in [
        (
            &["add", "consultation", "own", "--start", "2027-02-01"][..],
            2,
            &["no dossier declares a mechanism own", "--party"][..],
        ),
        (
            &["add", "item", "nals-2023", "--item", "usa-mexico/climat"],
            2,
            &["did you mean climate?"],
        ),
        (
            &["add", "position", "heat", "--aim", "A"],
            2,
            &["a delegation's own", "--as STATE"],
        ),
        (
            &[
                "add",
                "score",
                "2016-clean-power",
                "BRA",
                "0",
                "--stage",
                "final",
                "--assessor",
                "A",
                "--basis",
                "E",
                "--address",
                "https://example.org/",
            ],
            2,
            &["party: Brazil", "is not among the parties"],
        ),
        (
            &[
                "add",
                "score",
                "2016-clean-power",
                "MEX",
                "2",
                "--stage",
                "final",
                "--assessor",
                "A",
                "--basis",
                "E",
                "--address",
                "https://example.org/",
            ],
            2,
            &["-1..=1"],
        ),
        (
            &[
                "add",
                "act",
                "USA",
                "--date",
                "2099-01-01",
                "--weight",
                "0.5",
                "--text",
                "T",
                "--citation",
                "C",
            ],
            2,
            &["date: 2099-01-01 has not come yet"],
        ),
        (
            &[
                "add",
                "commitment",
                "--consultation",
                "nals-2032",
                "--by",
                "MEX",
                "--text",
                "T",
                "--citation",
                "C",
            ],
            2,
            &["there is no consultation/nals-2032", "did you mean nals-20"],
        ),
    ] {
        place.refused(args, code, said);
    }
    let nobody = place.output(&[
        "add",
        "act",
        "USA",
        "--author",
        "",
        "--date",
        "2026-01-01",
        "--weight",
        "0",
        "--text",
        "T",
        "--citation",
        "C",
    ]);
    assert_eq!(nobody.status.code(), Some(2));
}
