//! A code and the name beside it.

use entente_states::{Beside, Ccode, system};

#[test]
fn the_name_beside_a_code_decides() {
    for (code, name, ccode) in [
        ("NA", "Namibia", 565),
        ("NA", "NAMIBIE", 565),
        ("NA", "", 565),
        ("NA", "Yemen Arab Republic", 678),
        ("NA", "Federal Republic of Germany", 260),
        ("NA", "Zanzibar", 511),
        ("", "Yemen Arab Republic", 678),
        ("US", "United States", 2),
        ("CG", "Congo", 484),
        ("CD", "Congo", 490),
        ("CS", "Czechoslovakia", 315),
        ("RS", "Serbia and Montenegro", 345),
        ("DE", "Federal Republic of Germany", 260),
        ("YE", "Yemen Arab Republic", 678),
        ("KOR", "Republic of Korea", 732),
        // A name that nobody bears contradicts nothing.
        ("MX", "Untied Mexican Staets", 70),
        ("MX", "", 70),
    ] {
        let state = system().by_code_and_name(code, name);
        assert_eq!(state.map(|s| s.ccode), Ok(Ccode(ccode)), "{code} {name}");
    }
}

#[test]
fn a_contradiction_is_refused() {
    for (code, name, theirs) in [
        ("MX", "United States", "United States (USA, 2)"),
        ("CH", "China", "China (CHN, 710)"),
        ("NE", "Nigeria", "Nigeria (NGA, 475)"),
        ("AUS", "Austria", "Austria (AUT, 305)"),
        ("KR", "North Korea", "North Korea (PRK, 731)"),
        (
            "IL",
            "State of Palestine",
            "an observer in the United Nations",
        ),
    ] {
        match system().by_code_and_name(code, name) {
            Err(Beside::Contradiction(found)) => assert_eq!(found.name, theirs, "{code} {name}"),
            other => panic!("{code} {name}: {other:?}"),
        }
    }
    assert!(matches!(
        system().by_code_and_name("QQ", "Mexico"),
        Err(Beside::Code(Some(Ccode(70))))
    ));
    assert!(matches!(
        system().by_code_and_name("NA", "Atlantis"),
        Err(Beside::Name(_))
    ));
}
