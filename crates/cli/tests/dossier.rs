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
