//! The note on commitments: its rows and its formulas give the compliance of the section again.

use entente_assessment::{CommitmentRecord, ScoreRecord};
use entente_states::Ccode;

use super::*;

/// Three commitments of 29 June 2016; one assessor says −1 and another +1 of Mexico on the first, one says
/// +1 of the United States on the second, nobody anything on the third. The scores are the test's own.
fn records() -> Vec<CommitmentRecord> {
    let record = |id: &str, scores: Vec<(u16, &str, i8)>| CommitmentRecord {
        id: id.to_owned(),
        text: "Half of the region's power from clean sources by 2025".to_owned(),
        by: vec![Ccode(2), Ccode(20), Ccode(70)],
        among: vec![Ccode(2), Ccode(20), Ccode(70)],
        made: date(2016, 6, 29),
        due: None,
        moved: Vec::new(),
        closed: None,
        verification: None,
        consultation: None,
        mechanism: None,
        item: None,
        source: "Leaders' statement of 29 June 2016".to_owned(),
        address: None,
        scores: (scores.into_iter())
            .map(|(party, assessor, score)| ScoreRecord {
                party: Ccode(party),
                score,
                last_word: true,
                assessor: assessor.to_owned(),
                date: date(2019, 1, 1),
                evidence: "A figure".to_owned(),
                address: "https://example.org".to_owned(),
            })
            .collect(),
    };
    vec![
        record("first", vec![(70, "A", -1), (70, "B", 1)]),
        record("second", vec![(2, "A", 1)]),
        record("third", Vec::new()),
    ]
}

/// Assessed are two of six pairs, Mexico with (−1 + 1)/2 = 0 and the United States with 1: S = 0.5, 75%.
#[test]
fn rows_and_formulas_give_the_compliance() {
    let names = ["USA", "MEX"].map(str::to_owned);
    let (records, date) = (records(), date(2021, 2, 1));
    let question = Question {
        commitments: Some(&records),
        ..Question::about(&names)
    };
    let case = Case {
        assessment: Assessment::of(&question, &fits(), &EVIDENCE.as_of(date)).unwrap(),
        dossier: None,
        date,
    };
    let section = case.assessment.commitments.as_ref().unwrap();
    assert_eq!(
        (section.compliance.pairs, section.compliance.assessed),
        (6, 2)
    );
    assert_eq!(section.compliance.percent, Some(75.0));
    let workings = case.of_kind("note-commitments");
    for worked in &workings.formulas {
        let found = value(&worked.substituted(|v| format!("{v}")));
        assert!((found - worked.result).abs() < 1e-9, "{worked:?}");
    }
    let results: Vec<f64> = workings.formulas.iter().map(|f| f.result).collect();
    assert_eq!(results, [1.0, 100.0, 0.0, 50.0, 0.5, 75.0]);
    let rows = |id: &str| {
        let mut tables = workings.tables.iter();
        tables.find(|t| t.id == id).unwrap().rows.len()
    };
    assert_eq!((rows("commitments"), rows("scores")), (6, 3));
    assert_eq!(rows("open-commitments"), 3);
}
