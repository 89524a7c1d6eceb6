//! `entente machinery`, run as a person or a program runs it.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

const MODEL: [&str; 5] = ["machinery", "USA", "MEX", "--as-of", "2021-02-01"];

fn answer(args: &[&str]) -> Value {
    json(&[&["machinery"], args, &["--format", "json"]].concat())
}

fn mechanism<'a>(answer: &'a Value, id: &str) -> &'a Value {
    let all = answer["mechanisms"].as_array().unwrap();
    all.iter().find(|m| m["id"] == id).unwrap()
}

fn starts(mechanism: &Value) -> Vec<&str> {
    let meetings = mechanism["meetings"].as_array().unwrap();
    meetings
        .iter()
        .map(|m| m["start"].as_str().unwrap())
        .collect()
}

/// What is known: ten summits, each once, all from the contact record.
#[test]
fn the_north_american_leaders_summits() {
    let answer = answer(&[
        "USA",
        "MEX",
        "--dossier",
        "usa-mexico",
        "--as-of",
        "2026-01-01",
    ]);
    let summit = mechanism(&answer, "nals");
    assert_eq!(
        starts(summit),
        [
            "2005-03-23",
            "2006-03-30",
            "2007-08-20",
            "2008-04-21",
            "2009-08-09",
            "2012-04-02",
            "2014-02-14",
            "2016-06-29",
            "2021-11-18",
            "2023-01-08",
        ]
    );
    for meeting in summit["meetings"].as_array().unwrap() {
        assert_eq!(meeting["found"], true, "{meeting}");
    }
    let new_orleans = &summit["meetings"][3];
    assert_eq!(
        new_orleans["participants"],
        serde_json::json!(["CAN", "MEX", "USA"])
    );
    assert_eq!(new_orleans["sources"].as_array().unwrap().len(), 2);
    // The record ends in November 2024, more than a cadence before the date: what holds on it is not known.
    assert_eq!(summit["covered_to"], "2024-11-12");
    assert_eq!(summit["record_ends"], true);
    assert_eq!(summit["status"], Value::Null);
    assert_eq!(summit["not_known_since"], "2024-11-12");
    assert_eq!(summit["status_then"], "late");
}

#[test]
fn no_visit_of_leaders_between_july_2016_and_july_2020() {
    let answer = answer(&["USA", "MEX", "--as-of", "2022-01-01"]);
    let contact = starts(mechanism(&answer, "leader-contact"));
    let before = contact.iter().filter(|d| **d < "2016-07-23").max();
    let after = contact.iter().filter(|d| **d >= "2016-07-23").min();
    assert_eq!((before, after), (Some(&"2016-07-22"), Some(&"2020-07-08")));
    // Nor any other contact of theirs: no gathering, no ceremony, no stop.
    let others = answer["contacts"]["others"].as_array().unwrap();
    let within = |m: &&Value| {
        let start = m["start"].as_str().unwrap();
        m["level"] == "leader" && ("2016-07-23".."2020-07-08").contains(&start)
    };
    assert_eq!(others.iter().filter(within).count(), 0);
}

#[test]
fn the_web_of_the_paper_in_february_2021() {
    let answer = answer(&MODEL[1..]);
    for (id, status) in [
        ("nals", "dormant"),
        ("binational-commission", "dormant"),
        ("merida-group", "dormant"),
        ("hled", "dormant"),
        ("trade-commission", "never-met"),
    ] {
        assert_eq!(mechanism(&answer, id)["status"], status, "{id}");
    }
    // Founded later, so not there.
    let all = answer["mechanisms"].as_array().unwrap();
    assert!(all.iter().all(|m| m["id"] != "security-dialogue"));
    let fraying = &mechanism(&answer, "nals")["fraying"];
    let decline = fraying["probability_of_decline"].as_f64().unwrap();
    assert!((0.3..0.7).contains(&decline), "{fraying}");
    assert!(answer["web"]["fraying"]["probability_of_decline"].is_f64());
    for key in ["evidence", "notes", "administrations"] {
        assert!(!answer[key].as_array().unwrap().is_empty(), "{key}");
    }
    let notes = answer["notes"].to_string();
    assert!(notes.contains("thin") && !notes.contains("The record ends before the date"));
}

#[test]
fn the_page_is_eighty_columns_wide() {
    let page = stdout(&MODEL);
    assert!(page.contains("\n\nUnited States (USA) and Mexico (MEX), as of 2021-02-01\n"));
    assert!(page.contains("Of 5 mechanisms declared, 4 dormant"));
    assert!(page.contains("The record of these is thin."));
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    let later = stdout(&["machinery", "USA", "MEX", "--as-of", "2025-06-01"]);
    assert!(later.contains("The record ends before 2025-06-01"));
    assert!(later.contains("(2025-02-19)"));
}

#[test]
fn without_a_dossier_contact_is_measured() {
    for args in [
        &["USA", "BRA", "--as-of", "2021-02-01"][..],
        &["USA", "MEX", "--dossier", "none", "--as-of", "2021-02-01"],
    ] {
        let answer = answer(args);
        assert_eq!(answer["dossier"], Value::Null);
        let all = answer["mechanisms"].as_array().unwrap();
        let ids: Vec<&Value> = all.iter().map(|m| &m["id"]).collect();
        assert_eq!(ids, ["leader-contact", "minister-contact"]);
        assert!(all.iter().all(|m| m["status"].is_string()));
    }
}

/// Of a pair without the United States only gatherings there are on record, and it is said so.
#[test]
fn a_pair_without_the_united_states() {
    let answer = answer(&["CAN", "MEX", "--as-of", "2021-02-01"]);
    assert_eq!(answer["contacts"]["on_record"], false);
    let together = answer["contacts"]["together"].as_array().unwrap();
    assert!(
        together.iter().any(|m| m["start"] == "2012-04-02"),
        "{together:?}"
    );
    for row in answer["mechanisms"].as_array().unwrap() {
        assert_eq!(row["status"], Value::Null);
        assert_eq!(row["covered_to"], Value::Null);
    }
    let page = stdout(&["machinery", "CAN", "MEX", "--as-of", "2021-02-01"]);
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("That is no record of no contact."), "{page}");
}

#[test]
fn csv_is_a_line_per_mechanism() {
    let csv = stdout(&[&MODEL[..], &["--format", "csv"]].concat());
    let mut lines = csv.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("ccode1,iso3_1,ccode2,iso3_2,id,name,")
    );
    assert_eq!(lines.count(), 7);
    assert_eq!(
        csv,
        stdout(&[
            "machinery",
            "Mexico",
            "US",
            "--as-of",
            "2021-02-01",
            "--format",
            "csv"
        ])
    );
}

#[test]
fn the_chart_names_what_it_shows() {
    let svg = stdout(&[&MODEL[..], &["--format", "svg"]].concat());
    assert!(svg.trim_start().starts_with("<svg"), "{}", &svg[..80]);
    for part in [
        "Leaders",
        "Foreign ministers",
        "Obama",
        "Calderon",
        "dormant",
        "as of 2021-02-01",
    ] {
        assert!(svg.contains(part), "{part}");
    }
}

/// A dossier in a file is read, merges what is entered with what is found, and one meeting more never
/// makes its mechanism less alive.
#[test]
fn a_dossier_of_ones_own() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("own.toml");
    let dossier = |meetings: &str| {
        format!(
            "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n[[source]]\nid = \"s\"\ncitation = \"S\"\npublished = 2004-12-31\n[[mechanism]]\nid = \"x\"\nname = \"X\"\nparties = [\"USA\", \"MEX\", \"CAN\"]\nlevel = \"leader\"\ncadence = \"P1Y\"\nfounded = 2005-01-01\nsources = [\"s\"]\noccasions = [{{ words = [\"north american leaders summit\"] }}]\nmeeting = [{meetings}]\n"
        )
    };
    let read = |meetings: &str| {
        std::fs::write(&path, dossier(meetings)).unwrap();
        let answer = answer(&[
            "USA",
            "MEX",
            "--dossier",
            path.to_str().unwrap(),
            "--as-of",
            "2021-02-01",
        ]);
        mechanism(&answer, "x").clone()
    };
    let found = read("");
    assert_eq!(found["status"], "dormant");
    // The day after a summit on record: the same meeting.
    let same = read("{ start = 2016-06-30, place = \"Ottawa\", source = \"s\" }");
    assert_eq!(starts(&same), starts(&found));
    let last = same["meetings"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["found"], &last["entered"]),
        (&Value::Bool(true), &Value::Bool(true))
    );
    let more = read("{ start = 2020-01-15, place = \"P\", source = \"s\" }");
    assert_eq!(more["status"], "on-cadence");
    assert!(more["recent_rate"].as_f64() > found["recent_rate"].as_f64());
    // A meeting after the date changes nothing.
    assert_eq!(
        read("{ start = 2021-02-02, place = \"P\", source = \"s\" }"),
        found
    );
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["machinery", "USA"]);
    assert!(code == 2 && said.contains("two"), "{said}");
    let (code, said) = refusal(&["machinery", "USA", "MEX", "CAN"]);
    assert!(code == 2 && said.contains("between two states"), "{said}");
    let (code, said) = refusal(&["machinery", "USA", "BRA", "--dossier", "usa-mexico"]);
    assert!(code == 2 && said.contains("not about"), "{said}");
    let (code, said) = refusal(&["machinery", "USA", "MEX", "--dossier", "usa-mexcio"]);
    assert!(code == 2 && said.contains("usa-mexico"), "{said}");
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("wrong.toml");
    std::fs::write(&path, "title = \"T\"\nparties = [\"USA\", \"Mexcio\"]\n").unwrap();
    let (code, said) = refusal(&[
        "machinery",
        "USA",
        "MEX",
        "--dossier",
        path.to_str().unwrap(),
    ]);
    assert!(code == 2 && said.contains("line 2, column 19"), "{said}");
    assert!(said.contains("Mexico"), "{said}");
}

/// What the record remarks stays in its own language; all else follows.
#[test]
fn a_page_in_spanish() {
    let page = stdout(&[
        "machinery",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--lang",
        "es",
    ]);
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Estados Unidos (USA) y México (MEX), al 2021-02-01",
        "De 5 mecanismos declarados, 4 inactivos: Cumbre de Líderes de América del Norte",
        "Contacto de dirigentes: al ritmo previsto, 7 meses después del último",
        "probabilidad de un descenso",
        "El registro de estas es escaso.",
    ] {
        assert!(flat.contains(part), "{part} is missing from:\n{page}");
    }
    assert!(!page.contains('⟦'), "{page}");
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
}
