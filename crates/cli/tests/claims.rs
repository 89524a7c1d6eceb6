//! `entente claims`, run as a person or a program runs it.

mod common;

use common::{json, refusal, stdout};

const CLAIMS: [&str; 4] = ["claims", "usa-mexico", "--as-of", "2021-02-01"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    CLAIMS.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn every_claim_has_a_verdict_with_figures_and_a_source() {
    let answer = json(&with(&["--format", "json"]));
    assert_eq!(answer["dossier"], "usa-mexico");
    let rows = answer["rows"].as_array().unwrap();
    assert!(rows.len() >= 15, "{}", rows.len());
    for row in rows {
        assert!(!row["source"].as_str().unwrap().is_empty(), "{row}");
        for finding in row["findings"].as_array().unwrap() {
            assert!(
                !finding["words"].as_str().unwrap().contains('⟦'),
                "{finding}"
            );
            if finding["verdict"] != "not-testable" && finding["test"] != "vote" {
                assert!(
                    !finding["figures"].as_array().unwrap().is_empty(),
                    "{finding}"
                );
            }
        }
    }
}

#[test]
fn the_page_says_the_same_in_both_languages() {
    let page = stdout(&with(&[]));
    assert!(
        page.contains("SUPPORTED") && page.contains("A/RES/73/195"),
        "{page}"
    );
    let spanish = stdout(&with(&["--lang", "es"]));
    assert!(
        spanish.contains("RESPALDADA") && spanish.contains("votó en contra"),
        "{spanish}"
    );
    let csv = stdout(&with(&["--format", "csv"]));
    assert!(
        csv.starts_with("id,verdict,text,evidence,source,place,address\n"),
        "{csv}"
    );
}

#[test]
fn before_the_paper_there_is_no_claim_of_it() {
    let page = stdout(&["claims", "usa-mexico", "--as-of", "2017-02-01"]);
    assert!(
        page.contains("No claim of the dossier had been published"),
        "{page}"
    );
    let (code, said) = refusal(&["claims", "usa-mexcio"]);
    assert_eq!(code, 2);
    assert!(said.contains("usa-mexico"), "{said}");
}

/// In Spanish no claim is left in English, whatever it found; the verdicts are those of the English page.
#[test]
fn the_claims_themselves_are_in_spanish() {
    let english = json(&with(&["--format", "json"]));
    let spanish = json(&with(&["--format", "json", "--lang", "es"]));
    let page = stdout(&with(&["--lang", "es"]));
    assert!(
        page.contains("\n\nEstados Unidos y México: afirmaciones, al 2021-02-01"),
        "{page}"
    );
    assert!(
        page.contains("Organización de los Estados Americanos: miembro"),
        "{page}"
    );
    assert!(page.contains("(48,6 veces las de 2013)"), "{page}");
    assert!(
        page.contains("Los dos comparten una frontera terrestre."),
        "{page}"
    );
    assert!(page.contains("recomendación 6"), "{page}");
    let rows = |answer: &serde_json::Value| answer["rows"].as_array().unwrap().clone();
    for (told, there) in rows(&english).iter().zip(rows(&spanish)) {
        assert_eq!(told["id"], there["id"]);
        assert_eq!(told["verdict"], there["verdict"]);
        for key in ["text", "place"] {
            assert_ne!(told[key], there[key], "{}", told["id"]);
        }
    }
}
