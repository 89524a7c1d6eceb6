//! Laying out a series.

use super::place::Place;

const SERIES: [&str; 8] = [
    "plan",
    "hled",
    "--from",
    "2028-05-08",
    "--cadence",
    "P6M",
    "--times",
    "2",
];

#[test]
fn slots_avoid_an_election_and_a_transition_and_say_why() {
    let place = Place::empty();
    let dry = place.stdout(&[&SERIES[..], &["--as-of", "2026-11-25", "--dry-run"]].concat());
    insta::assert_snapshot!("plan", dry);
    place.refused(&["list", "consultation"], 2, &["there is no ledger"]);
    let answer = place.json(&[&SERIES[..], &["--as-of", "2026-11-25"]].concat());
    let rows = answer["consultations"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["moved"], 0);
    assert_ne!(rows[1]["moved"], 0);
    assert!(
        rows[1]["why"][0]["title"]
            .as_str()
            .unwrap()
            .contains("United States")
    );
    let recorded = place.json(&["list", "consultation"]);
    let entries = recorded["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[1]["entry"], rows[1]["consultation"]);
    let note = entries[1]["entry"]["note"].as_str().unwrap();
    assert!(note.contains("Election, United States"), "{note}");
    place.refused(&SERIES, 1, &["already a consultation/hled-2028-05-08"]);
    place.assert_sound();
}

#[test]
fn what_cannot_be_laid_out() {
    let place = Place::empty();
    for (args, said) in [
        (
            &["plan", "hlde", "--from", "2028-05-08", "--times", "2"][..],
            "there is no mechanism hlde",
        ),
        (&["plan", "hled", "--from", "2028-05-08"], "--until"),
        (
            &["plan", "hled", "--from", "2028-05-08", "--times", "0"],
            "1..=100",
        ),
        (
            &[
                "plan",
                "hled",
                "--from",
                "2028-05-08",
                "--times",
                "2",
                "--cadence",
                "monthly",
            ],
            "no cadence",
        ),
        (
            &[
                "plan",
                "hled",
                "--from",
                "2028-05-08",
                "--until",
                "2028-04-01",
            ],
            "nothing is wanted",
        ),
        (
            &[
                "plan",
                "hled",
                "--from",
                "2028-05-08",
                "--times",
                "2",
                "--dossier",
                "none-such",
            ],
            "there is no dossier none-such",
        ),
    ] {
        place.refused(args, 2, &[said]);
    }
}

#[test]
fn a_plan_as_csv() {
    let place = Place::empty();
    let csv = place.stdout(&[&SERIES[..], &["--dry-run", "--format", "csv"]].concat());
    assert!(
        csv.starts_with("id,start,end,wanted,moved,poor,why\nhled-2028-05-08,"),
        "{csv}"
    );
}
