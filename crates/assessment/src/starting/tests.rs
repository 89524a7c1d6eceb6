use entente_evidence::Evidence;
use jiff::civil::date;

use super::*;
use crate::dossier::Dossier;

fn start(states: &[&str], year: i16) -> Dossier {
    let evidence = Evidence::embedded().unwrap();
    let day = date(year, 2, 1);
    let names: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
    let parties = Party::resolve(&names, day).unwrap();
    let text = starting_dossier(&parties, &evidence.as_of(day)).unwrap();
    Dossier::read(&text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

#[test]
fn what_it_writes_can_be_read() {
    for states in [
        &["USA", "MEX"][..],
        &["FRA", "DEU"],
        &["USA", "MEX", "CAN"],
        &["Brazil", "ARG"],
    ] {
        let dossier = start(states, 2021);
        assert_eq!(dossier.parties.len(), states.len());
        assert_eq!(dossier.items.len(), 6, "{states:?}");
    }
}

/// The summit of three and the commission of two are in the record's remarks; an earlier date knows less.
#[test]
fn mechanisms_are_suggested_from_the_record() {
    let words = |states: &[&str], year| -> Vec<String> {
        let dossier = start(states, year);
        dossier.mechanisms.iter().map(|m| m.id.clone()).collect()
    };
    let two = words(&["USA", "MEX"], 2021);
    assert!(two.contains(&"binational-commission".to_owned()), "{two:?}");
    assert!(two.contains(&"leaders-summit".to_owned()), "{two:?}");
    let three = words(&["USA", "MEX", "CAN"], 2021);
    assert!(
        three.contains(&"leaders-summit".to_owned())
            && !three.contains(&"binational-commission".to_owned()),
        "{three:?}"
    );
    assert!(!words(&["USA", "MEX"], 2005).contains(&"leaders-summit".to_owned()));
    assert!(words(&["FRA", "DEU"], 2021).is_empty());
}
