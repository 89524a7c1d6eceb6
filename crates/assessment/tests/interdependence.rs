//! Rows of interdependence over the embedded record: what stays the same whichever way a pair is
//! given and whenever it is read, and figures checked by hand against the publishers' files.

use entente_assessment::{Pair, Party, TiesRow, latest, ties_rows};
use entente_evidence::Evidence;
use jiff::civil::{Date, date};
use serde_json::Value;

fn pair(a: &str, b: &str) -> Pair {
    let [a, b] = [a, b].map(|n| Party::of(entente_states::system().resolve(n).unwrap()));
    Pair::of(&a, &b)
}

fn rows(evidence: &Evidence, a: &str, b: &str, on: Date) -> Vec<TiesRow> {
    ties_rows(&pair(a, b), &evidence.as_of(on), None, None).unwrap()
}

fn row(rows: &[TiesRow], year: u16) -> &TiesRow {
    rows.iter().find(|r| r.year == year).unwrap()
}

/// The same two with their places exchanged: the pair's order is that of COW numbers, so it is
/// given by hand.
fn swapped(pair: &Pair) -> Pair {
    Pair {
        ccode1: pair.ccode2,
        iso3_1: pair.iso3_2.clone(),
        ccode2: pair.ccode1,
        iso3_2: pair.iso3_1.clone(),
    }
}

/// Persons EO 11,301 and cases IN 4,101 of Mexicans in the United States in 2020; 37 persons the
/// other way; in 2014 the United States took 461 verbal and other acts of 67,684 to Mexico.
#[test]
fn figures_as_published() {
    let evidence = Evidence::embedded().unwrap();
    let rows = rows(&evidence, "USA", "MEX", date(2021, 2, 1));
    let [in_usa, in_mexico] = row(&rows, 2020).asylum;
    assert_eq!(
        (in_usa.applications, in_usa.cases),
        (Some(15_402), Some(4_101))
    );
    assert_eq!(in_usa.host_total, Some(119_300 + 87_678));
    assert_eq!(
        (in_mexico.applications, in_mexico.cases),
        (Some(37), Some(0))
    );
    let year = row(&rows, 2014);
    assert_eq!(year.organisations.joint, Some(60));
    let (there, back) = (year.events.from_1.unwrap(), year.events.from_2.unwrap());
    assert_eq!(
        (there.counts.total(), there.source_total),
        (355 + 14 + 37 + 106, 67_684)
    );
    assert_eq!(
        (back.counts.total(), back.source_total),
        (328 + 22 + 34 + 31, 1_634)
    );
    assert!(year.events.asymmetry.unwrap() < 0.0);
    assert_eq!(rows.last().unwrap().year, 2020);
}

#[test]
fn a_year_reads_the_same_on_every_later_day() {
    let evidence = Evidence::embedded().unwrap();
    let late = rows(&evidence, "USA", "RUS", date(2025, 2, 19));
    for on in [date(1984, 12, 31), date(1999, 6, 1), date(2012, 1, 1)] {
        for early in rows(&evidence, "USA", "RUS", on) {
            let TiesRow { missing, .. } = row(&late, early.year);
            // Where a table reaches on the day is said, so the reasons differ; the figures do not.
            let same = TiesRow {
                missing: missing.clone(),
                ..early
            };
            assert_eq!(&same, row(&late, same.year), "read on {on}");
        }
    }
}

#[test]
fn swapping_the_states_exchanges_the_columns() {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(date(2021, 2, 1));
    let pair = pair("USA", "MEX");
    let there = ties_rows(&pair, &as_of, Some(2000), None).unwrap();
    let mut back = ties_rows(&swapped(&pair), &as_of, Some(2000), None).unwrap();
    for (there, back) in there.iter().zip(&mut back) {
        assert_eq!(
            (there.power.cinc_1, there.power.cinc_2),
            (back.power.cinc_2, back.power.cinc_1)
        );
        if let (Some(a), Some(b)) = (there.power.ratio, back.power.ratio) {
            assert!((a * b - 1.0).abs() < 1e-12);
        }
        assert_eq!(there.power.asymmetry, back.power.asymmetry.map(|x| -x));
        back.asylum.reverse();
        assert_eq!(there.asylum, back.asylum);
        assert_eq!(there.hosted.shared, back.hosted.shared);
        assert_eq!(there.hosted.share_of_1, back.hosted.share_of_2);
        assert_eq!(there.hosted.from_2_in_1, back.hosted.from_1_in_2);
        assert_eq!(there.hosted.top, back.hosted.top);
        back.pacts.reverse();
        assert_eq!(there.pacts, back.pacts);
        assert_eq!(
            (there.events.from_1, there.events.from_2),
            (back.events.from_2, back.events.from_1)
        );
        assert_eq!(there.events.asymmetry, back.events.asymmetry.map(|x| -x));
        assert_eq!(there.organisations.joint, back.organisations.joint);
        assert_eq!(
            there.organisations.rank_for_1,
            back.organisations.rank_for_2
        );
        assert_eq!(there.place, back.place);
    }
}

/// Every field that is empty has its reason, and shares lie between 0 and 1.
#[test]
fn what_is_empty_is_said() {
    let evidence = Evidence::embedded().unwrap();
    for (a, b) in [
        ("USA", "MEX"),
        ("BRA", "ARG"),
        ("DEU", "GDR"),
        ("MEX", "GTM"),
    ] {
        for row in rows(&evidence, a, b, date(2025, 2, 19)) {
            let Value::Object(fields) = serde_json::to_value(&row).unwrap() else {
                panic!("a row is an object");
            };
            let empty = fields.values().any(Value::is_null);
            assert!(!empty || !row.missing.is_empty(), "{a} {b} {}", row.year);
            for (name, value) in &fields {
                if name.contains("share")
                    && let Some(share) = value.as_f64()
                    && name != "through_shared"
                {
                    assert!((0.0..=1.0).contains(&share), "{name} {share}");
                }
            }
        }
    }
}

#[test]
fn silence_is_not_zero() {
    let evidence = Evidence::embedded().unwrap();
    let all = rows(&evidence, "USA", "MEX", date(2025, 2, 19));
    let year = row(&all, 2012);
    assert_eq!(year.asylum[1].applications, None);
    assert!(
        year.missing
            .contains(&"asylum applications (no row for people of USA in MEX)".to_owned())
    );
    let year = row(&all, 2019);
    assert_eq!(year.pacts, [None; 2]);
    assert!(
        year.missing
            .contains(&"pacts (record ends in 2018)".to_owned())
    );
    assert_eq!(year.place.contiguity, None);
    // Within the record, none listed is none.
    let apart = rows(&evidence, "MEX", "THA", date(2025, 2, 19));
    assert_eq!(row(&apart, 2010).place.contiguity, Some(0));
    assert_eq!(row(&apart, 2010).pacts, [Some(Default::default()); 2]);
}

#[test]
fn the_latest_figure_and_ten_years_before() {
    let evidence = Evidence::embedded().unwrap();
    let all = rows(&evidence, "USA", "MEX", date(2021, 2, 1));
    let joint = latest(&all, |r| r.organisations.joint).unwrap();
    assert_eq!((joint.year, joint.now, joint.before), (2014, 60, Some(55)));
}
