//! Who governs: where the lists end is read from their rows, and the two read as one.

use entente_evidence::{Evidence, Leader, Office, OfficeHolder, Tables};
use entente_states::{Ccode, system};
use jiff::civil::{Date, date};

use super::{Governing, Tenures};

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
    let governing = governing(evidence, state, on).unwrap();
    (governing.leader, governing.record_ends)
}

fn governing(evidence: &Evidence, state: Ccode, on: Date) -> Option<Governing> {
    Tenures::of(state, &evidence.as_of(on))
        .unwrap()
        .governing(on)
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
fn who_governs_ten_states_on_five_dates() {
    let evidence = Evidence::embedded().unwrap();
    let days = [
        date(2021, 12, 31),
        date(2022, 12, 31),
        date(2023, 12, 31),
        date(2024, 12, 31),
        date(2026, 2, 1),
    ];
    // The leader on each day, as the public record has it.
    let right = [
        ("USA", ["BIDEN", "BIDEN", "BIDEN", "BIDEN", "TRUMP"]),
        (
            "MEX",
            ["OBRADOR", "OBRADOR", "OBRADOR", "SHEINBAUM", "SHEINBAUM"],
        ),
        ("DEU", ["SCHOLZ", "SCHOLZ", "SCHOLZ", "SCHOLZ", "MERZ"]),
        ("GBR", ["JOHNSON", "SUNAK", "SUNAK", "STARMER", "STARMER"]),
        (
            "JPN",
            ["KISHIDA", "KISHIDA", "KISHIDA", "ISHIBA", "TAKAICHI"],
        ),
        ("BRA", ["BOLSONARO", "BOLSONARO", "LULA", "LULA", "LULA"]),
        ("ITA", ["DRAGHI", "MELONI", "MELONI", "MELONI", "MELONI"]),
        ("KEN", ["KENYATTA", "RUTO", "RUTO", "RUTO", "RUTO"]),
        (
            "AUS",
            ["MORRISON", "ALBANESE", "ALBANESE", "ALBANESE", "ALBANESE"],
        ),
        ("COL", ["DUQUE", "PETRO", "PETRO", "PETRO", "PETRO"]),
    ];
    for (iso3, leaders) in right {
        // AUS is Austria's COW abbreviation and Australia's code in ISO 3166.
        let state = system().by_iso3(iso3).unwrap().ccode;
        for (day, leader) in days.into_iter().zip(leaders) {
            let governing = governing(&evidence, state, day).unwrap();
            let said = governing.leader.to_uppercase();
            assert!(said.contains(leader), "{iso3} {day}: {said}");
            assert_eq!(governing.record_ends, None, "{iso3} {day}");
        }
    }
}

#[test]
fn after_the_last_snapshot_nobody_knows() {
    let evidence = Evidence::embedded().unwrap();
    let states = ["USA", "MEX", "DEU", "FRA"];
    for state in states.map(|iso3| system().by_iso3(iso3).unwrap().ccode) {
        let ends = |day| governing(&evidence, state, day).unwrap().record_ends;
        assert_eq!(ends(date(2026, 2, 22)), None);
        assert_eq!(ends(date(2026, 2, 23)), Some(date(2026, 1, 22)));
        assert_eq!(ends(date(2026, 11, 29)), Some(date(2026, 1, 22)));
    }
}

#[test]
fn a_term_that_began_by_rule_since_the_last_snapshot_is_not_known() {
    let evidence = Evidence::embedded().unwrap();
    // The term ended on 20 January 2025; the snapshot before is of the 2nd, the next of the 22nd.
    let on = |day| governing(&evidence, FIRST, day).unwrap();
    assert_eq!(on(date(2025, 1, 19)).record_ends, None);
    assert_eq!(on(date(2025, 1, 21)).record_ends, Some(date(2025, 1, 2)));
    assert_eq!(on(date(2025, 1, 22)).leader, "Donald J. TRUMP");
    assert_eq!(on(date(2025, 1, 22)).since, date(2025, 1, 20));
}

fn holder(holder: &str, since: Date, first_seen: Date, last_seen: Date) -> OfficeHolder {
    OfficeHolder {
        gec: "US".to_owned(),
        ccode: Some(FIRST),
        office: Office::ChiefOfState,
        holder: holder.to_owned(),
        since_text: since.to_string(),
        since: Some(since),
        since_day_known: true,
        first_seen,
        last_seen: (last_seen < date(2026, 1, 22)).then_some(last_seen),
    }
}

#[test]
fn wordings_of_one_person_are_one_time_in_office() {
    let rows = vec![
        holder(
            "President Ann LEE",
            date(2021, 4, 1),
            date(2021, 5, 23),
            date(2022, 1, 6),
        ),
        // Another spelling, a new term, a day put right.
        holder(
            "President Anne LEE",
            date(2021, 4, 1),
            date(2022, 1, 13),
            date(2022, 6, 2),
        ),
        holder(
            "President Anne LEE Wu",
            date(2022, 5, 1),
            date(2022, 6, 9),
            date(2022, 9, 1),
        ),
        holder(
            "Vice President Bo KANE",
            date(2021, 4, 1),
            date(2021, 5, 23),
            date(2022, 9, 1),
        ),
        holder(
            "Bo KANE",
            date(2021, 4, 1),
            date(2022, 1, 13),
            date(2022, 6, 2),
        ),
        holder(
            "vacant",
            date(2022, 9, 2),
            date(2022, 9, 8),
            date(2022, 9, 8),
        ),
        holder(
            "Acting President Cy DOE",
            date(2022, 9, 20),
            date(2022, 9, 22),
            date(2022, 12, 29),
        ),
        holder(
            "Acting President Cy DOE",
            date(2022, 9, 10),
            date(2023, 1, 5),
            date(2026, 1, 22),
        ),
    ];
    let evidence = Evidence::from_tables(Tables {
        office_holders: rows,
        ..Tables::default()
    });
    let read = |day| {
        let tenures = Tenures::of(FIRST, &evidence.as_of(day)).unwrap();
        let told = |t: super::Tenure| (t.leader, t.from, t.until);
        let list: Vec<_> = tenures.list.into_iter().map(told).collect();
        (list, tenures.closed)
    };
    let lee = "Anne LEE Wu".to_owned();
    let doe = "Acting President Cy DOE".to_owned();
    let entered = date(2021, 4, 1);
    assert_eq!(
        read(date(2022, 8, 1)),
        (vec![(lee.clone(), entered, None)], None)
    );
    // Gone from the list, and nobody named yet.
    assert_eq!(read(date(2022, 9, 15)).0, [(lee.clone(), entered, None)]);
    assert_eq!(
        read(date(2023, 2, 1)).0,
        [
            (lee, entered, Some(date(2022, 9, 9))),
            (doe, date(2022, 9, 10), None)
        ]
    );
}
