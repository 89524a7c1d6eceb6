//! Keeping: verifying, restoring, exporting, importing, copying.

use super::place::Place;

/// The head, as `verify` tells it.
fn head(place: &Place) -> String {
    let page = place.stdout(&["verify"]);
    let line = page.lines().find(|l| l.starts_with("Head: ")).unwrap();
    line.trim_start_matches("Head: ").to_owned()
}

#[test]
fn an_export_is_read_into_another_database() {
    let place = Place::with_notes();
    let file = place.file("joint.jsonl");
    place.stdout(&["export", &file]);
    let other = Place::empty();
    let said = other.stdout(&["import", &file]);
    // Two are Mexico's own, and nothing says so.
    assert!(said.starts_with("123 revisions"), "{said}");
    assert_eq!(head(&other), head(&place));
    assert_eq!(
        other.stdout(&["export"]),
        std::fs::read_to_string(&file).unwrap()
    );
    // A delegation's own comes with its own export, which only it brings in.
    let own = place.file("own.jsonl");
    place.stdout(&["export", &own, "--as", "MEX"]);
    for viewer in ["joint", "USA"] {
        other.refused(
            &["import", &own, "--as", viewer],
            1,
            &[
                "it holds what is the own of Mexico (MEX)",
                "--as STATE",
                "Nothing was imported",
            ],
        );
    }
    let said = other.stdout(&["import", &own, "--as", "MEX"]);
    assert!(said.starts_with("2 revisions and 1 documents"), "{said}");
    assert_eq!(
        other.stdout(&["list", "position", "--as", "MEX"]),
        place.stdout(&["list", "position", "--as", "MEX"])
    );
    other.assert_sound();
}

#[test]
fn a_damaged_export_is_refused_whole() {
    let place = Place::model();
    let text = place.stdout(&["export"]);
    let cut = place.write("cut.jsonl", &text[..text.len() / 2]);
    let altered = place.write("altered.jsonl", &text.replacen("Waco", "Taco", 1));
    let other = Place::empty();
    other.refused(&["import", &cut], 1, &["truncated", "Nothing was imported"]);
    other.refused(&["import", &altered], 1, &["altered.jsonl:2"]);
    other.refused(&["import", "nowhere.jsonl"], 2, &["nowhere.jsonl"]);
    assert_eq!(
        other.stdout(&["list", "consultation"]),
        "No consultation.\n"
    );
}

#[test]
fn the_past_is_restored() {
    let place = Place::model();
    let before = head(&place);
    let log = place.json(&["log", "--last", "1"]);
    let time = log["revisions"][0]["time"].as_str().unwrap().to_owned();
    std::thread::sleep(std::time::Duration::from_millis(10));
    place.stdout(&["cancel", "nals-2023", "--reason", "By mistake"]);
    let into = place.file("before.ledger");
    let said = place.stdout(&["restore", "--as-of", &time, "--into", &into]);
    assert!(
        said.contains("120 of everybody's revisions are in"),
        "{said}"
    );
    let restored = Place::on(into.clone());
    assert_eq!(head(&restored), before);
    place.refused(
        &["restore", "--as-of", &time, "--into", &into],
        1,
        &["already holds a ledger"],
    );
    place.refused(
        &["restore", "--as-of", "soon", "--into", "x"],
        2,
        &["2026-11-25"],
    );
}

#[test]
fn a_copy_is_whole_and_what_is_cut_off_is_found() {
    let place = Place::with_notes();
    let copy = place.file("copy.ledger");
    place.stdout(&["backup", &copy]);
    place.refused(&["backup", &copy], 1, &["already there"]);
    let copied = Place::on(copy);
    copied.assert_sound();
    let known = head(&place);
    place.stdout(&["cancel", "next", "--reason", "Given up"]);
    assert!(
        place
            .stdout(&["verify", "--head", &known])
            .contains("Nothing was altered")
    );
    // The copy does not know what came after it.
    let later = head(&place);
    let output = copied.output(&["verify", "--head", &later, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["findings"][0]["finding"], "not-as-known");
    let page = copied.output(&["verify", "--head", &later]);
    let page = String::from_utf8(page.stdout).unwrap();
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("is not there, or not the same"), "{page}");
    place.refused(&["verify", "--head", "5"], 2, &["NUMBER:HASH"]);
}

#[test]
fn what_verify_says_of_copies() {
    let place = Place::with_notes();
    let page = place.stdout(&["verify"]);
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("--head") && flat.contains("`entente ledger backup`"),
        "{page}"
    );
    // Everybody's are counted, and the delegation's own for itself.
    let number = |page: &str| page.split(' ').next().unwrap().parse::<i64>().unwrap();
    let own = place.stdout(&["verify", "--as", "MEX"]);
    assert!(own.contains("Own head: 2:"), "{own}");
    assert_eq!(number(&own), number(&page) + 2);
    assert_eq!(number(&place.stdout(&["verify", "--whole"])), number(&own));
    assert_eq!(place.stdout(&["verify", "--as", "USA"]), page);
}
