//! Names that are a state's for a time only.

use entente_states::{Ccode, Reason, system};
use jiff::civil::date;

#[test]
fn a_name_of_a_state_that_is_no_more_is_refused_with_who_came_after() {
    let said: Vec<String> = [
        ("Soviet Union", 2021),
        ("URSS", 2021),
        ("SUN", 2021),
        ("СССР", 2021),
        ("Yugoslavia", 2021),
        ("Yugoslavia", 2004),
        ("Serbia and Montenegro", 2021),
        ("UAR", 2021),
        ("República Árabe Unida", 2021),
        ("Tanganyika", 2021),
        ("Malaya", 1999),
        ("North Vietnam", 2021),
        // Before there was one.
        ("Russia", 1985),
        ("Federación de Rusia", 1985),
        ("俄罗斯联邦", 1985),
        ("Serbia", 1985),
        ("Tanzania", 1963),
        ("Malaysia", 1960),
        ("Vietnam", 1965),
    ]
    .iter()
    .map(|(name, year)| {
        let error = system()
            .resolve_on(name, date(*year, 2, 1))
            .expect_err(name);
        assert!(matches!(error.reason, Reason::NotThen { .. }), "{error}");
        error.to_string()
    })
    .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_name_is_good_in_its_time_and_a_renaming_is_good_for_ever() {
    for (name, year, ccode) in [
        ("Soviet Union", 1985, 365),
        ("Russia", 2021, 365),
        ("Russia", 1992, 365),
        ("Yugoslavia", 1985, 345),
        ("Yugoslavia", 1999, 345),
        ("Serbia and Montenegro", 2004, 345),
        ("Serbia", 2021, 345),
        ("UAR", 1965, 651),
        ("Egypt", 1965, 651),
        ("Tanganyika", 1963, 510),
        ("Zaire", 2021, 490),
        ("Zaire", 1965, 490),
        ("Burma", 2021, 775),
        ("Myanmar", 1965, 775),
        ("Ceylon", 2021, 780),
        ("Persia", 2021, 630),
        ("Swaziland", 2021, 572),
        ("Turkey", 1985, 640),
        ("Türkiye", 1985, 640),
        ("Rhodesia", 2021, 552),
        ("Dahomey", 2021, 434),
        // Codes in use and numbers are the keys of every year.
        ("RUS", 1985, 365),
        ("365", 1985, 365),
        ("YUG", 2021, 345),
        ("SRB", 1985, 345),
        ("VNM", 1965, 816),
    ] {
        let state = system().resolve_on(name, date(year, 6, 1));
        assert_eq!(state.map(|s| s.ccode), Ok(Ccode(ccode)), "{name} {year}");
    }
}

/// Otherwise a line of the table would bind nothing.
#[test]
fn every_name_of_the_table_of_eras_resolves_to_its_state() {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../data/states/eras.csv").as_bytes());
    for row in reader.records().map(Result::unwrap) {
        for name in row[3].split('|').filter(|name| *name != "*") {
            let state = system().resolve(name).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(state.ccode.to_string(), &row[0], "{name}");
            assert!(system().is_of_a_time(name), "{name}");
        }
    }
    assert!(!system().is_of_a_time("Mexico") && !system().is_of_a_time("RUS"));
}
