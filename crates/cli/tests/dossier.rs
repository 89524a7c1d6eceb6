//! `entente dossier`, run as a person or an editor's set-up runs it.

mod common;

use common::{refusal, stdout};

#[test]
fn the_shipped_one_is_checked_and_shown() {
    let said = stdout(&["dossier", "check", "usa-mexico"]);
    assert!(said.contains("No fault found"), "{said}");
    assert!(said.contains("Translated into es: all of"), "{said}");
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

const OWN: &str = "title = \"Two states\"\nparties = [\"USA\", \"MEX\"]\n\n[[source]]\nid = \"treaty\"\ncitation = \"The treaty\"\npublished = 1944-02-03\n\n[[claim]]\nid = \"land\"\ntext = \"They share a border.\"\nsource = \"treaty: article 1\"\ntests = [{ contiguous = { pair = [\"USA\", \"MEX\"] } }]\n";

/// A translation begun beside a dossier is used as far as it has come; what it lacks is told, and a fault
/// in it is shown at its place.
#[test]
fn a_translation_beside_a_dossier() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (own, spanish) = (file("own.toml"), file("own.es.toml"));
    std::fs::write(&own, OWN).unwrap();
    let begin = ["dossier", "texts", &own, "--lang", "es", "-o", &spanish];
    stdout(&begin);
    let begun = std::fs::read_to_string(&spanish).unwrap();
    let (code, said) = refusal(&begin);
    assert_eq!(code, 1);
    assert!(said.contains("is there already"), "{said}");

    let said = stdout(&["dossier", "check", &own]);
    assert!(said.contains("Translated into es: 0 of 3 texts"), "{said}");
    assert!(said.contains("\n  They share a border.\n"), "{said}");

    let outline = "# [[text]]\n# en = \"They share a border.\"\n# es = \"\"\n";
    let filled = "[[text]]\nen = \"They share a border.\"\nes = \"Comparten frontera.\"\n";
    assert!(begun.contains(outline), "{begun}");
    let translation = begun.replace(outline, filled);
    std::fs::write(&spanish, &translation).unwrap();
    let said = stdout(&["dossier", "check", &own]);
    assert!(said.contains("Translated into es: 1 of 3 texts"), "{said}");
    let claims = ["claims", &own, "--lang", "es", "--as-of", "2021-02-01"];
    let page = stdout(&claims);
    assert!(page.contains("Comparten frontera."), "{page}");
    let next = stdout(&["dossier", "texts", &own, "--lang", "es"]);
    assert_eq!(next, translation);

    let stale = translation.replace("\"They share a border.\"", "\"They share the border.\"");
    std::fs::write(&spanish, &stale).unwrap();
    let line = stale
        .lines()
        .position(|l| l.contains("the border"))
        .unwrap()
        + 1;
    let place = format!("own.es.toml, line {line}, column 6: no text of the dossier");
    for args in [&["dossier", "check", &own][..], &claims] {
        let (code, said) = refusal(args);
        assert_eq!(code, 2);
        assert!(said.contains("\"They share a border.\""), "{said}");
        assert!(
            said.replace(' ', "").contains(&place.replace(' ', "")),
            "{said}"
        );
    }
    stdout(&["claims", &own, "--as-of", "2021-02-01"]);

    std::fs::write(&spanish, translation.replace("= \"es\"", "= \"fr\"")).unwrap();
    let (code, said) = refusal(&["dossier", "check", &own]);
    assert_eq!(code, 2);
    assert!(said.contains("line 1, column 12"), "{said}");
}

#[test]
fn a_language_that_is_none_is_refused() {
    for (lang, told) in [("en", "in English by itself"), ("Spanish", "as es")] {
        let (code, said) = refusal(&["dossier", "texts", "usa-mexico", "--lang", lang]);
        assert_eq!(code, 2);
        assert!(said.contains(told), "{said}");
    }
    let french = stdout(&["dossier", "texts", "usa-mexico", "--lang", "fr"]);
    assert!(french.starts_with("language = \"fr\"\n\n# title\n# [[text]]\n"));
}
