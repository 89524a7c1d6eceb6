//! Asking: lists, what is owed, scorecards, in every format.

use serde_json::Value;

use super::place::Place;

#[test]
fn what_is_owed_on_a_page() {
    let place = Place::model();
    let page = place.stdout(&["due", "--on", "2026-11-25"]);
    insta::assert_snapshot!("due", page);
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
}

#[test]
fn what_is_owed_by_whom_and_how_late() {
    let place = Place::model();
    let due = |args: &[&str]| -> Vec<Value> {
        let answer = place.json(&[&["due", "--on", "2026-01-01"], args].concat());
        assert_eq!(answer["as_of"], "2026-01-01");
        answer["due"].as_array().unwrap().clone()
    };
    let all = due(&[]);
    let clean = all
        .iter()
        .find(|r| r["commitment"] == "2016-clean-power")
        .unwrap();
    assert_eq!(clean["days_late"], 1);
    assert_eq!(clean["iso3"], serde_json::json!(["CAN", "MEX", "USA"]));
    assert_eq!(clean["standing"].as_array().unwrap().len(), 3);
    // What was kept by all is owed no more.
    assert!(all.iter().all(|r| r["commitment"] != "2021-drug-dialogue"));
    let of_mexico = due(&["--for", "Mexico"]);
    assert!(of_mexico.len() < all.len());
    assert!(
        of_mexico
            .iter()
            .all(|r| r["by"].as_array().unwrap().contains(&70.into()))
    );
    assert!(due(&["--until", "2030-12-31"]).len() > all.len());
    assert!(due(&["--all"]).len() > due(&["--until", "2099-12-31"]).len());
    assert_eq!(due(&["--mechanism", "nals"]).len(), all.len());
    assert!(due(&["--mechanism", "hled"]).is_empty());
    assert!(!due(&["--consultation", "nals-2016"]).is_empty());
    assert!(!due(&["--item", "usa-mexico/climate"]).is_empty());
    let csv = place.stdout(&["due", "--on", "2026-01-01", "--format", "csv"]);
    assert!(csv.starts_with("commitment,due,days_late,ccode,iso3,made,"));
    assert_eq!(csv.lines().count(), all.len() + 1);
    let empty = place.stdout(&["due", "--mechanism", "hled", "--format", "csv"]);
    assert_eq!(empty.lines().next(), csv.lines().next());
    place.refused(&["due", "--for", "Mexcio"], 2, &["did you mean Mexico"]);
    place.refused(&["due", "--item", "climate"], 2, &["DOSSIER/ITEM"]);
}

#[test]
fn scorecards_on_a_page() {
    let place = Place::model();
    for by in ["party", "item", "mechanism", "year"] {
        let page = place.stdout(&["scorecard", "--mechanism", "nals", "--by", by]);
        assert!(page.lines().all(|l| l.chars().count() <= 96), "{page}");
        insta::assert_snapshot!(format!("scorecard-by-{by}"), page);
    }
}

/// 58 scores of 52 commitments: the sums are those of the lines.
#[test]
fn scorecards_as_figures() {
    let place = Place::model();
    let answer = place.json(&["scorecard", "--by", "party"]);
    let overall = &answer["overall"];
    let rows = answer["rows"].as_array().unwrap();
    for field in ["commitments", "assessed", "full", "partial", "none"] {
        let sum: i64 = rows.iter().map(|r| r[field].as_i64().unwrap()).sum();
        assert_eq!(overall[field], sum, "{field}");
    }
    let number = |field: &str| overall[field].as_f64().unwrap();
    let mean = (number("full") - number("none")) / number("assessed");
    assert!((number("score") - mean).abs() < 1e-9);
    assert!((number("percent") - 50.0 * (mean + 1.0)).abs() < 1e-9);
    assert!(
        answer["notes"][0]["method"]
            .as_str()
            .unwrap()
            .contains("G20 Research Group")
    );
    let csv = place.stdout(&["scorecard", "--by", "year", "--format", "csv"]);
    assert!(csv.starts_with("key,name,commitments,assessed,full,partial,none,score,percent\n"));
    let late = place.json(&[
        "scorecard",
        "--by",
        "year",
        "--from",
        "2021",
        "--party",
        "CAN",
    ]);
    let years: Vec<&Value> = late["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["key"])
        .collect();
    assert_eq!(years, ["2021", "2023"]);
}

/// Two assessors agree on one of two pairs: kappa is worked by hand in the ledger's own tests.
#[test]
fn how_far_assessors_agree() {
    let place = Place::model();
    for (party, score) in [("CAN", "0"), ("MEX", "1")] {
        place.stdout(&[
            "add",
            "score",
            "2016-clean-power",
            party,
            score,
            "--stage",
            "final",
            "--assessor",
            "Another office",
            "--date",
            "2026-02-01",
            "--basis",
            "E",
            "--address",
            "https://example.org/e",
        ]);
    }
    let answer = place.json(&["scorecard"]);
    let agreement = &answer["agreement"][0];
    assert_eq!(
        (&agreement["both"], &agreement["alike"]),
        (&2.into(), &0.5.into())
    );
    let page = place.stdout(&["scorecard"]);
    assert!(
        page.contains("kappa") && page.contains("Another office"),
        "{page}"
    );
}

#[test]
fn the_chart_of_a_scorecard() {
    let place = Place::model();
    let svg = place.stdout(&["scorecard", "--by", "item", "--format", "svg"]);
    assert!(svg.starts_with("<svg"), "{svg}");
    for part in [
        "Climate",
        "not assessed",
        "Shares of all commitments",
        "100%",
        "<desc>Compliance in per cent",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    let file = place.file("card.svg");
    place.stdout(&["scorecard", "--by", "item", "--format", "svg", "-o", &file]);
    assert_eq!(std::fs::read_to_string(file).unwrap(), svg);
}

#[test]
fn lists_and_entries() {
    let place = Place::model();
    insta::assert_snapshot!("consultations", place.stdout(&["list", "consultation"]));
    insta::assert_snapshot!("commitment", place.stdout(&["show", "2014-host-2015"]));
    let csv = place.stdout(&["list", "commitment", "--of", "nals-2016", "--format", "csv"]);
    assert!(csv.starts_with("id,version,day,until,parties,status,text\n"));
    let answer = place.json(&["list", "score", "--of", "2016-clean-power"]);
    assert_eq!(answer["entries"].as_array().unwrap().len(), 3);
    assert_eq!(answer["viewer"], "joint");
    assert_eq!(place.stdout(&["list", "outcome"]), "No outcome.\n");
    let page = place.stdout(&["show", "consultation/nals-2016"]);
    assert!(
        page.contains("2016-clean-power") && page.contains("Ottawa"),
        "{page}"
    );
    place.refused(
        &["list", "commitments"],
        2,
        &["no kind of entry", "commitment"],
    );
    place.refused(&["show", "nals-2061"], 2, &["did you mean nals-20"]);
    place.refused(
        &["show", "commitment/nals-2016"],
        2,
        &["there is no commitment/nals-2016"],
    );
}

#[test]
fn a_ledger_that_is_not_there_is_not_made_by_looking() {
    let place = Place::empty();
    place.refused(&["due"], 2, &["there is no ledger at", "record"]);
    assert!(!std::path::Path::new(place.database()).exists());
    place.refused(
        &["due", "--database", "mysql://me:secret@host/name"],
        2,
        &["mysql:// is no database"],
    );
    let (_, said) = place.refusal(&["due", "--database", "postgres://me:secret@host:port/name"]);
    assert!(!said.contains("secret"), "{said}");
    place.refused(&["due", "--as", "Mexcio"], 2, &["there is no ledger"]);
}

#[test]
fn the_history_is_told() {
    let place = Place::model();
    let answer = place.json(&["log", "--last", "3"]);
    let rows = answer["revisions"].as_array().unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[2]["seq"], 120);
    assert_eq!(answer["head"]["hash"], rows[2]["hash"]);
    assert_eq!(rows[2]["author"], "Planning");
    let csv = place.stdout(&["log", "--kind", "consultation", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 11);
    assert_eq!(
        place.stdout(&["log", "--until", "2020-01-01"]),
        "No revision.\n"
    );
    place.refused(&["log", "--since", "yesterday"], 2, &["2026-11-25"]);
}
