//! Where the list of leaders ends is read from its rows, not from the edition in the bundle.

use entente_evidence::{Evidence, Leader, Tables};
use entente_states::Ccode;
use jiff::civil::{Date, date};

const FIRST: Ccode = Ccode(2);
const SECOND: Ccode = Ccode(70);

fn leader(ccode: Ccode, name: &str, from: Date, until_month: Option<Date>) -> Leader {
    Leader {
        ccode,
        leadid: name.to_owned(),
        leader: name.to_owned(),
        from,
        until_month,
        birth_year: None,
        man: None,
        military_career: None,
        election_month: None,
        election_year: None,
    }
}

/// A list that was closed in November 2023, after the edition in the bundle.
fn newer() -> Vec<Leader> {
    vec![
        leader(FIRST, "before", date(2017, 1, 20), Some(date(2021, 1, 1))),
        leader(FIRST, "after", date(2021, 1, 20), None),
        leader(SECOND, "old", date(2019, 12, 1), Some(date(2023, 10, 1))),
        leader(SECOND, "new", date(2023, 10, 9), Some(date(2023, 11, 1))),
        leader(SECOND, "newest", date(2023, 11, 20), None),
    ]
}

fn evidence(leaders: Vec<Leader>) -> Evidence {
    Evidence::from_tables(Tables {
        leaders,
        ..Tables::default()
    })
}

fn reads(evidence: &Evidence, state: Ccode, on: Date) -> (String, Option<Date>) {
    let governing = evidence.as_of(on).governing(state).unwrap().unwrap();
    (governing.leader, governing.record_ends)
}

#[test]
fn a_newer_list_is_not_cut() {
    let newer = evidence(newer());
    let name = |name: &str| name.to_owned();
    assert_eq!(
        reads(&newer, SECOND, date(2023, 10, 15)),
        (name("new"), None)
    );
    assert_eq!(
        reads(&newer, SECOND, date(2023, 11, 25)),
        (name("newest"), None)
    );
    // November 2023 is the last month it tells of; December passes without a word.
    assert_eq!(
        reads(&newer, FIRST, date(2023, 12, 31)),
        (name("after"), None)
    );
    let ends = Some(date(2023, 11, 30));
    assert_eq!(
        reads(&newer, FIRST, date(2024, 1, 1)),
        (name("after"), ends)
    );
    assert_eq!(
        reads(&newer, SECOND, date(2026, 5, 5)),
        (name("newest"), ends)
    );
    let horizon = newer.as_of(date(2026, 5, 5)).table_use::<Leader>();
    assert_eq!(horizon.unwrap().horizon, ends);
}

#[test]
fn later_rows_do_not_move_the_end() {
    let on = date(2022, 6, 30);
    let mut known = newer();
    known.retain(|l| l.from <= on);
    for leader in &mut known {
        leader.until_month = leader.until_month.filter(|month| *month <= on);
    }
    for state in [FIRST, SECOND] {
        let read = reads(&evidence(newer()), state, on);
        assert_eq!(read, reads(&evidence(known.clone()), state, on));
        assert_eq!(read.1, Some(date(2021, 1, 31)));
    }
}

#[test]
fn the_list_in_the_bundle_ends_in_february_2021() {
    let evidence = Evidence::embedded().unwrap();
    assert_eq!(reads(&evidence, FIRST, date(2021, 3, 31)).1, None);
    let (leader, ends) = reads(&evidence, FIRST, date(2026, 1, 1));
    assert_eq!((leader.as_str(), ends), ("Biden", Some(date(2021, 2, 28))));
}
