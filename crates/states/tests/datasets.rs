//! Names and codes as they stand in the data sets that Entente reads.

use entente_states::{Ccode, Reason, system};

/// The rows of a fixture, by column.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .records()
        .map(|r| r.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn ccode(text: &str) -> Ccode {
    text.parse().unwrap()
}

/// Every pair in the record of General Assembly votes, with the number that the published ideal
/// points give the state.
#[test]
fn names_of_the_vote_record_resolve() {
    let rows = rows(include_str!("fixtures/vote_names.csv"));
    assert_eq!(rows.len(), 200);
    for row in rows {
        let (name, code, expected) = (&row[0], &row[1], ccode(&row[2]));
        let state = system()
            .by_code_and_name(code, name)
            .unwrap_or_else(|e| panic!("{name} {code}: {e:?}"));
        assert_eq!(state.ccode, expected, "{name} {code}");
        // The name alone must do too, as in files of users.
        assert_eq!(
            system()
                .resolve(name)
                .unwrap_or_else(|e| panic!("{e}"))
                .ccode,
            expected,
            "{name}"
        );
    }
}

#[test]
fn names_and_codes_of_icews_resolve() {
    let rows = rows(include_str!("fixtures/icews_names.csv"));
    assert_eq!(rows.len(), 152);
    for row in rows {
        assert_eq!(
            system().by_iso3(&row[1]).unwrap().ccode,
            ccode(&row[2]),
            "{}",
            row[1]
        );
        assert_eq!(
            system()
                .resolve(&row[0])
                .unwrap_or_else(|e| panic!("{e}"))
                .ccode,
            ccode(&row[2]),
            "{}",
            row[0]
        );
    }
}

#[test]
fn names_and_codes_of_unhcr_resolve() {
    for row in rows(include_str!("fixtures/unhcr_names.csv")) {
        assert_eq!(
            system().by_iso3(&row[1]).unwrap().ccode,
            ccode(&row[2]),
            "{}",
            row[1]
        );
        // Congo alone is two states; the file has the code beside it.
        if row[0] == "Congo" {
            assert_eq!(
                system().resolve("Congo").unwrap_err().reason,
                Reason::Ambiguous
            );
            continue;
        }
        assert_eq!(
            system()
                .resolve(&row[0])
                .unwrap_or_else(|e| panic!("{e}"))
                .ccode,
            ccode(&row[2]),
            "{}",
            row[0]
        );
    }
}

#[test]
fn names_and_numbers_of_reign_resolve() {
    for row in rows(include_str!("fixtures/reign_names.csv")) {
        assert!(system().get(ccode(&row[1])).is_some(), "{}", row[1]);
        match system().resolve(&row[0]) {
            Ok(state) => assert_eq!(state.ccode, ccode(&row[1]), "{}", row[0]),
            Err(error) => assert_eq!(
                (row[0].as_str(), error.reason),
                ("Congo", Reason::Ambiguous)
            ),
        }
    }
}

/// Places as the Office of the Historian writes them.
#[test]
fn names_of_the_contact_record_resolve() {
    for (name, expected) in [
        ("Afghanistan (Interim Authority)", 700),
        ("Bosnia", 346),
        ("Bosnian Federation", 346),
        ("Burma (Myanmar)", 775),
        ("Byelorussia", 370),
        ("Ceylon (Sri Lanka)", 780),
        ("China, People’s Republic of", 710),
        ("China, Republic of", 713),
        ("Republic of China", 713),
        ("Congo, Democratic Republic of", 490),
        ("Congo, Republic of", 484),
        ("Cote d’Ivoire", 437),
        ("Dahomey (Benin)", 434),
        ("Democratic Republic of the Congo (Zaire)", 490),
        ("Denmark (Greenland)", 390),
        ("Germany, Federal Republic of", 260),
        ("German Democratic Republic", 265),
        ("Khmer Republic (Cambodia)", 811),
        ("Kirghizia", 703),
        ("Korea, North", 731),
        ("Korea, Republic of", 732),
        ("Korea, South", 732),
        ("Macedonia, Former Yugoslav Republic of", 343),
        ("Malaya", 820),
        ("Micronesia, Federated States of", 987),
        ("Muscat & Oman", 698),
        ("Serbia and Montenegro", 345),
        ("Siam (Thailand)", 800),
        ("Slovak Republic", 317),
        ("Somali Republic", 520),
        ("Somoa", 990),
        ("Southern Rhodesia (Zimbabwe)", 552),
        ("St. Christopher and Nevis", 60),
        ("Tanganyika", 510),
        ("The Gambia", 420),
        ("Timor Leste", 860),
        ("U.S.S.R.", 365),
        ("Union of South Africa", 560),
        ("United Kingdom (Northern Ireland)", 200),
        ("Upper Volta (Burkina Faso)", 439),
        ("Western Samoa", 990),
        ("Yemen Arab Republic", 678),
        ("Zimbabwe Rhodesia", 552),
    ] {
        assert_eq!(
            system()
                .resolve(name)
                .unwrap_or_else(|e| panic!("{e}"))
                .ccode,
            Ccode(expected),
            "{name}"
        );
    }
}

/// Every distinct text of a vote or sponsor of the documents of the General Assembly (sessions 74 to
/// 80) and the Security Council (2000 to 2026) that is a state, and texts of other kinds, without
/// number: pieces of names, lists, bodies.
#[test]
fn names_as_the_united_nations_print_them_resolve() {
    let rows = rows(include_str!("fixtures/un_document_names.csv"));
    let mut states = std::collections::BTreeSet::new();
    for row in &rows {
        let (printed, expected) = (&row[0], &row[1]);
        let resolved = system().resolve_in_document(printed);
        match expected.as_str() {
            "" => assert!(resolved.is_err(), "{printed:?} {resolved:?}"),
            number => {
                let state = resolved.unwrap_or_else(|e| panic!("{printed:?}: {e}"));
                assert_eq!(state.ccode, ccode(number), "{printed:?}");
                states.insert(state.ccode);
            }
        }
    }
    let members = entente_states::memberships::members_on("UN", jiff::civil::date(2026, 1, 1));
    assert!(members.iter().all(|m| states.contains(m)), "{members:?}");
    assert_eq!(states.len(), 193);
}
