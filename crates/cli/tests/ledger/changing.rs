//! Changing: what became of consultations and commitments.

use serde_json::Value;

use super::place::{CANARY, Place};

fn entry(place: &Place, id: &str) -> Value {
    place.json(&["show", id])["entries"][0]["entry"].clone()
}

#[test]
fn held_and_what_was_not_reached_is_carried_over() {
    let place = Place::with_notes();
    place.stdout(&["postpone", "next", "--reason", "Snow", "--to", "2027-02-08"]);
    let put_off = entry(&place, "next");
    assert_eq!(put_off["status"], "postponed");
    assert_eq!(put_off["planned"]["end"], "2027-02-08");
    // It was held earlier in the end.
    place.stdout(&[
        "hold",
        "next",
        "--start",
        "2026-11-02",
        "--place",
        "Ottawa",
        "--reached",
        "heat",
    ]);
    assert_eq!(entry(&place, "next")["actual"]["start"], "2026-11-02");
    assert_eq!(entry(&place, "arms")["reached"], false);
    place.stdout(&[
        "add",
        "consultation",
        "nals",
        "--start",
        "2028-02-07",
        "--id",
        "after",
    ]);
    let carried = place.json(&["carry", "next", "--to", "after"]);
    assert_eq!(carried["recorded"].as_array().unwrap().len(), 1);
    let again = place.json(&["list", "agenda-entry", "--of", "after"]);
    assert_eq!(again["entries"][0]["entry"]["carried_from"], "arms");
    place.refused(
        &["carry", "next", "--to", "after"],
        2,
        &["nothing of next is left"],
    );
    place.stdout(&["cancel", "after", "--reason", "Given up"]);
    assert_eq!(entry(&place, "after")["status"], "cancelled");
    place.assert_sound();
}

#[test]
fn slips_with_consultations() {
    let place = Place::with_notes();
    place.refused(
        &["hold", "next", "--start", "2099-01-01"],
        2,
        &["consultation next: actual", "has not come yet"],
    );
    place.refused(
        &["hold", "nxt", "--start", "2026-01-01"],
        2,
        &["did you mean next?"],
    );
    place.refused(
        &["hold", "next", "--start", "2026-01-01", "--reached", "heet"],
        2,
        &["entry heet", "did you mean heat?"],
    );
    place.refused(&["cancel", "next"], 2, &["--reason"]);
    place.refused(
        &[
            "postpone",
            "next",
            "--reason",
            "R",
            "--to",
            "2027-02-08",
            "--end",
            "2027-02-01",
        ],
        2,
        &["planned.end", "before"],
    );
}

#[test]
fn extended_split_superseded_and_closed() {
    let place = Place::model();
    place.stdout(&[
        "extend",
        "2016-methane",
        "--to",
        "2027-12-31",
        "--reason",
        "Agreed",
        "--decided",
        "2026-01-05",
    ]);
    let moved = entry(&place, "2016-methane");
    assert_eq!(moved["due"], "2027-12-31");
    assert_eq!(moved["extensions"][0]["from"], "2025-12-31");
    let parts = place.json(&[
        "split",
        "2016-methane",
        "--part",
        "New wells",
        "--part",
        "Wells in use",
        "--on",
        "2026-02-01",
    ]);
    let ids: Vec<&str> = parts["recorded"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(entry(&place, "2016-methane")["status"], "split");
    assert_eq!(
        entry(&place, ids[1])["from"],
        serde_json::json!(["2016-methane"])
    );
    assert_eq!(entry(&place, ids[1])["due"], "2027-12-31");
    let shown = place.json(&["show", "2016-methane"]);
    assert_eq!(shown["in_its_place"].as_array().unwrap().len(), 2);
    place.stdout(&[
        "supersede",
        ids[1],
        "--text",
        "All wells",
        "--made",
        "2026-03-01",
        "--citation",
        "C",
        "--new-id",
        "all-wells",
        "--by",
        "MEX",
    ]);
    assert_eq!(entry(&place, "all-wells")["by"], serde_json::json!([70]));
    place.stdout(&["close", "all-wells", "done", "--on", "2026-11-01"]);
    place.refused(
        &["close", ids[2], "withdrawn", "--on", "2026-11-01"],
        2,
        &["reason", "withdrawn"],
    );
    place.refused(
        &["split", "2016-clean-power", "--part", "One"],
        2,
        &["two parts or more"],
    );
    place.refused(
        &[
            "extend",
            "2016-clean-power",
            "--to",
            "2020-01-01",
            "--reason",
            "R",
        ],
        2,
        &["extensions[0].to", "before"],
    );
    let log = place.stdout(&["log", "2016-methane"]);
    assert_eq!(log.lines().count(), 4, "{log}");
    place.assert_sound();
}

#[test]
fn any_field_is_revised_from_the_version_that_was_seen() {
    let place = Place::model();
    let id = "score/2016-clean-power-mex";
    place.stdout(&["revise", id, "withdrawn=The figure was corrected"]);
    let standing = |place: &Place| {
        let answer = place.json(&["due", "--on", "2026-11-25"]);
        let rows = answer["due"].as_array().unwrap().clone();
        let row = rows
            .into_iter()
            .find(|r| r["commitment"] == "2016-clean-power")
            .unwrap();
        row["standing"].as_array().unwrap().len()
    };
    assert_eq!(standing(&place), 2);
    place.refused(
        &["revise", id, "withdrawn=", "--from", "1"],
        1,
        &["has changed", "version 1", "version 2"],
    );
    place.stdout(&["revise", id, "withdrawn=", "--from", "2"]);
    assert_eq!(standing(&place), 3);
    place.refused(&["revise", id, "score=2"], 2, &["2 is no score"]);
    place.refused(&["revise", id, "when=now"], 2, &["unknown field"]);
    place.refused(&["revise", id, "party=USA"], 2, &["never changes"]);
    place.refused(&["revise", id, "nothing"], 2, &["FIELD=VALUE"]);
    place.refused(&["revise", "scores/x", "a=b"], 2, &["no kind of entry"]);
}

#[test]
fn documents_come_back_as_they_were() {
    let place = Place::with_notes();
    let file = place.write("statement.md", "# Statement\n");
    let made = place.json(&["attach", &file, "--to", "consultation/next"]);
    let id = made["recorded"][0]["id"].as_str().unwrap();
    let shown = entry(&place, id);
    assert_eq!(
        (&shown["media_type"], &shown["size"]),
        (&"text/markdown".into(), &12.into())
    );
    assert_eq!(place.stdout(&["fetch", id]), "# Statement\n");
    assert_eq!(
        place.json(&["show", "next"])["documents"][0]["entry"]["id"],
        id
    );
    let own = place.json(&["list", "document", "--as", "MEX"]);
    let own = own["entries"].as_array().unwrap();
    let own = own.iter().find(|d| d["entry"]["delegation"] == 70).unwrap();
    let own = own["entry"]["id"].as_str().unwrap();
    assert_eq!(
        place.stdout(&["fetch", own, "--as", "MEX"]),
        format!("{CANARY} content")
    );
    place.refused(&["fetch", own], 2, &["there is no document"]);
    place.refused(&["attach", "nowhere.pdf"], 2, &["nowhere.pdf"]);
    place.refused(&["attach", &file, "--own"], 2, &["--as STATE"]);
    place.refused(
        &["attach", &file, "--to", "consultation/nxt"],
        2,
        &["did you mean next?"],
    );
}
