//! The workings of every note, for reading.

use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Message, Question, Workings};
use entente_brief::{Explanation, Lang, Style};
use entente_evidence::Evidence;
use jiff::civil::date;
use unicode_width::UnicodeWidthStr;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

/// The richest brief: a dossier, a pair of which every table tells, and one side's lists.
static USA_MEX: LazyLock<Assessment> = LazyLock::new(|| {
    let states = ["USA".to_owned(), "MEX".to_owned()];
    let (name, dossier) = &Dossier::shipped()[0];
    let question = Question {
        side: Some("MEX"),
        ..Question::about(&states).with(name, dossier)
    };
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
});

fn workings(assessment: &Assessment, number: usize) -> Workings {
    let (_, dossier) = &Dossier::shipped()[0];
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    Workings::of(number, assessment, Some(dossier), &Fits::nowhere(), &as_of).unwrap()
}

/// All words are there in every language, and no line is too wide.
#[test]
fn every_note_in_every_language() {
    for note in &USA_MEX.notes {
        let workings = workings(&USA_MEX, note.number);
        for lang in Lang::all() {
            let explanation = Explanation::of(&workings, &USA_MEX, lang);
            let page = explanation.text(&Style::default());
            let missing: Vec<&str> = page.lines().filter(|l| l.contains('⟦')).collect();
            assert!(missing.is_empty(), "note {}: {missing:?}", note.number);
            let wide = page.lines().find(|l| l.width() > 80);
            assert_eq!(wide, None, "note {} in {}", note.number, lang.code());
            assert!(!explanation.markdown().contains('⟦'));
        }
    }
}

#[test]
fn capabilities_for_the_terminal() {
    let power = USA_MEX.power.notes[0];
    let workings = workings(&USA_MEX, power);
    let explanation = Explanation::of(&workings, &USA_MEX, Lang::default());
    insta::assert_snapshot!(explanation.text(&Style::default()));
}

/// JSON is unrounded, and the main rows are those of its first table.
#[test]
fn the_same_rows_for_programs() {
    let workings = workings(&USA_MEX, 1);
    let explanation = Explanation::of(&workings, &USA_MEX, Lang::default());
    let json: serde_json::Value = serde_json::from_str(&explanation.json().unwrap()).unwrap();
    let main = explanation.main_rows();
    let rows = json["tables"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), main.rows.len());
    for (object, row) in rows.iter().zip(&main.rows) {
        for (name, value) in main.columns.iter().zip(row) {
            assert_eq!(&object[name], value, "{name}");
        }
    }
    let latest = &USA_MEX.coincidence.pairs[0].issues[0].latest;
    assert_eq!(json["formulas"][0]["result"].as_f64(), latest.coincidence);
}

#[test]
fn a_note_without_rows_says_so() {
    let mut assessment = USA_MEX.clone();
    assessment.notes[0].message = Some(Message::new("note-days"));
    let mut workings = workings(&assessment, 1);
    workings.tables.clear();
    for (lang, told) in [
        ("en", "has no rows of its own"),
        ("es", "no tiene renglones propios"),
    ] {
        let lang = Lang::of(lang).unwrap();
        let page = Explanation::of(&workings, &assessment, lang).text(&Style::default());
        assert!(page.contains(told), "{page}");
    }
}
