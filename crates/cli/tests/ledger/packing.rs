//! The agenda pack of a consultation, and what is owed in a brief.

use std::io::Read;

use serde_json::Value;

use super::place::{CANARY, Place, told};

const DAY: &str = "2026-11-25";

fn pack(place: &Place, more: &[&str]) -> String {
    place.stdout(&[&["pack", "next", "--as-of", DAY][..], more].concat())
}

/// Up to the joint essentials, which the brief's own tests hold.
fn own_part<'t>(text: &'t str, until: &str) -> &'t str {
    &text[..text.find(until).unwrap()]
}

/// The text of a Word file.
fn word(path: &std::path::Path) -> String {
    let mut file = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    for at in 0..file.len() {
        let mut part = file.by_index(at).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut text).unwrap();
        }
    }
    text
}

#[test]
fn a_pack_for_one_delegation_and_a_joint_one() {
    let place = Place::with_notes();
    place.stdout(&["add", "consultation", "nals", "--start", "2028-02-07"]);
    let mexicos = pack(&place, &["--as", "MEX", "--lang", "es"]);
    insta::assert_snapshot!(
        "pack-mex-es",
        own_part(&mexicos, "Qué podría moverse ahora")
    );
    let joint = pack(&place, &[]);
    insta::assert_snapshot!("pack-joint", own_part(&joint, "What could move now"));
}

/// Its own words are in the formats of the delegation's pack, and in none of the other's; the joint one is
/// searched with the other commands.
#[test]
fn positions_are_in_their_own_delegations_pack_only() {
    let place = Place::with_notes();
    for format in ["html", "json", "docx"] {
        for viewer in ["MEX", "USA"] {
            let file = place.path(&format!("{viewer}.{format}"));
            let name = file.display().to_string();
            pack(&place, &["--as", viewer, "--format", format, "-o", &name]);
            let written = match format {
                "docx" => word(&file),
                _ => std::fs::read_to_string(&file).unwrap(),
            };
            let aim = written.contains(&format!("{CANARY} aim"));
            assert_eq!(aim, viewer == "MEX", "{viewer}, {format}");
            assert_eq!(
                written.contains(CANARY),
                viewer == "MEX",
                "{viewer}, {format}"
            );
        }
    }
    let (code, said) = place.refusal(&["pack", "next", "--as", "BRA"]);
    assert_eq!(code, 2);
    assert!(said.contains("Brazil takes no part in next"), "{said}");
    let (code, said) = place.refusal(&["pack", "next", "--dossier", "france-germany"]);
    assert_eq!(code, 2);
    assert!(said.contains("is not about two of CAN, MEX, USA"), "{said}");
}

/// The first of the shortlist, after what is on the agenda already, and each once.
#[test]
fn an_agenda_is_drawn_from_the_shortlist() {
    let place = Place::with_notes();
    let shortlist = [
        "shortlist",
        "usa-mexico",
        "--as-of",
        DAY,
        "--format",
        "json",
    ];
    let shortlist: Value =
        serde_json::from_str(&told(&shortlist, place.program(&shortlist))).unwrap();
    let first: Vec<String> = (shortlist["rows"].as_array().unwrap().iter().take(3))
        .map(|row| format!("usa-mexico/{}", row["id"].as_str().unwrap()))
        .collect();
    place.stdout(&["draw", "next", "--first", "3", "--as-of", DAY]);
    let agenda = place.json(&["list", "agenda-entry", "--of", "next"]);
    let mut drawn: Vec<(u64, String)> = (agenda["entries"].as_array().unwrap().iter())
        .map(|found| {
            let (entry, text) = (&found["entry"], |v: &Value| v.as_str().unwrap().to_owned());
            let link = format!(
                "{}/{}",
                text(&entry["item"]["dossier"]),
                text(&entry["item"]["item"])
            );
            (entry["order"].as_u64().unwrap(), link)
        })
        .collect();
    drawn.sort();
    let drawn: Vec<String> = drawn.into_iter().map(|(_, link)| link).collect();
    assert_eq!(drawn[..2], ["usa-mexico/climate", "usa-mexico/drugs"]);
    assert_eq!(drawn[2..], first);
    let (code, said) = place.refusal(&["draw", "next", "--first", "3", "--as-of", DAY]);
    assert_eq!(code, 2);
    assert!(said.contains("on the agenda of next already"), "{said}");
}

#[test]
fn what_was_not_reached_is_carried_over_or_left() {
    let place = Place::with_notes();
    place.stdout(&["hold", "next", "--start", "2026-11-02", "--reached", "arms"]);
    place.stdout(&[
        "add",
        "consultation",
        "nals",
        "--start",
        "2027-02-01",
        "--id",
        "after",
    ]);
    let agenda = |place: &Place| -> Value {
        let args = ["pack", "after", "--as-of", DAY, "--format", "json"];
        let json: Value = serde_json::from_str(&place.stdout(&args)).unwrap();
        json["pack"].clone()
    };
    let before = agenda(&place);
    assert_eq!(before["left"][0]["item"], "usa-mexico/climate");
    assert_eq!(before["last"]["consultation"]["id"], "next");
    place.stdout(&["carry", "next", "--to", "after"]);
    let with = agenda(&place);
    assert_eq!(with["left"].as_array().unwrap().len(), 0);
    assert_eq!(with["agenda"][0]["carried"], true);
    // A pack of what is past is read on its eve: what came of it is not known there.
    let past = place.stdout(&["pack", "nals-2016", "--format", "json"]);
    let past: Value = serde_json::from_str(&past).unwrap();
    assert_eq!(past["as_of"], "2016-06-28");
    assert_eq!(past["pack"]["consultation"]["held"], false);
    assert_eq!(past["pack"]["last"]["consultation"]["id"], "nals-2014");
    let made = past["commitments"]["pairs"].as_array().unwrap();
    assert!(
        made.iter()
            .all(|pair| pair["made"].as_str().unwrap() < "2016-06-29")
    );
}

#[test]
fn a_brief_tells_what_is_owed() {
    let place = Place::model();
    let brief = |more: &[&str]| {
        let args = ["brief", "USA", "MEX", "--as-of", "2021-02-01"];
        let args = [&args[..], &["--database", place.database()], more].concat();
        told(&args, place.program(&args))
    };
    let text = brief(&[]);
    let owed = own_part(&text, "Everything that is owed");
    let owed = &owed[owed.find("What was promised").unwrap()..];
    insta::assert_snapshot!("brief-owed", owed);
    let json: Value = serde_json::from_str(&brief(&["--format", "json"])).unwrap();
    let number = json["commitments"]["notes"][0].to_string();
    let worked: Value =
        serde_json::from_str(&brief(&["--explain", &number, "--format", "json"])).unwrap();
    let results = worked["formulas"].as_array().unwrap().iter();
    let last = results.map(|f| f["result"].as_f64().unwrap()).next_back();
    assert_eq!(last, json["commitments"]["compliance"]["percent"].as_f64());
    // Without a ledger nothing is said of commitments.
    let without = ["brief", "USA", "MEX", "--as-of", "2021-02-01"];
    let without = told(&without, place.program(&without));
    assert!(!without.contains("What was promised"));
}
