//! `entente dossier`, run as a person or an editor's set-up runs it.

mod common;

use common::{refusal, stdout};

#[test]
fn the_shipped_one_is_checked_and_shown() {
    let said = stdout(&["dossier", "check", "usa-mexico"]);
    assert!(said.contains("No fault found"), "{said}");
    assert_eq!(
        stdout(&["dossier", "show", "usa-mexico"]),
        include_str!("../../../dossiers/usa-mexico.toml")
    );
}

#[test]
fn the_schema_is_the_published_one() {
    assert_eq!(
        stdout(&["dossier", "schema"]),
        include_str!("../../../dossiers/dossier.schema.json")
    );
}

#[test]
fn faults_name_the_place_and_what_was_meant() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("own.toml");
    std::fs::write(
        &path,
        "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n\n[[source]]\nid = \"treaty\"\ncitation = \"C\"\npublished = 1944-02-03\n\n[[act]]\ndate = 1944-02-03\nparty = \"MEX\"\nweight = 1\ntext = \"Signed.\"\nsources = [\"treatty\"]\n",
    )
    .unwrap();
    let (code, said) = refusal(&["dossier", "check", path.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(said.contains("line 14, column 12"), "{said}");
    assert!(said.contains("did you mean \"treaty\"?"), "{said}");
    let (code, said) = refusal(&["dossier", "show", "usa-mexcio"]);
    assert_eq!(code, 2);
    assert!(said.contains("usa-mexico"), "{said}");
}

/// What is written to start from passes the check, and nothing that is there is written over.
#[test]
fn one_to_start_from() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("own.toml");
    let file = path.to_str().unwrap();
    stdout(&[
        "dossier",
        "new",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "-o",
        file,
    ]);
    let said = stdout(&["dossier", "check", file]);
    assert!(said.contains("No fault found"), "{said}");
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .contains("binational-commission")
    );
    let (code, told) = refusal(&["dossier", "new", "USA", "CAN", "-o", file]);
    assert_eq!(code, 1);
    assert!(told.contains("is there already"), "{told}");
}
