//! What a person types.

use entente_states::{Ccode, Lang, Reason, system};
use proptest::prelude::*;

fn number(query: &str) -> u16 {
    system()
        .resolve(query)
        .unwrap_or_else(|e| panic!("{e}"))
        .ccode
        .0
}

#[test]
fn what_people_type_resolves() {
    for (ccode, spellings) in [
        (
            70,
            "MEX|mex|mx|70|070|México|mexico|MEXICO| Méjico |Mexique|Estados Unidos Mexicanos|M.é.x.i.c.o",
        ),
        (
            2,
            "USA|us|2|U.S.|U.S.A.|United States|the united states|United States of America|Estados Unidos|los Estados Unidos|EE. UU.|EEUU|États-Unis|etats unis|America",
        ),
        (
            200,
            "UK|GBR|gb|UKG|Reino Unido|Royaume-Uni|Great Britain|U.K.|United Kingdom of Great Britain and Northern Ireland",
        ),
        (
            732,
            "South Korea|Corea del Sur|Corée du Sud|Republic of Korea|Korea, South|ROK|KOR",
        ),
        (
            731,
            "North Korea|Corea del Norte|DPRK|PRK|Democratic People's Republic of Korea",
        ),
        (
            437,
            "Ivory Coast|Côte d'Ivoire|Cote dIvoire|cote-divoire|Costa de Marfil",
        ),
        (775, "Burma|Myanmar|Birmania|BUR|Myanmar (Burma)"),
        (640, "Turkey|Türkiye|turkiye|Turquía|Turquie"),
        (
            210,
            "Holland|Netherlands|The Netherlands|Países Bajos|Pays-Bas|Holanda",
        ),
        (572, "Swaziland|Eswatini|eSwatini|SWZ|SWA"),
        (
            316,
            "Czechia|Czech Republic|República Checa|Chequia|CZE|CZR",
        ),
        (
            365,
            "Russia|USSR|Soviet Union|URSS|Unión Soviética|SUN|Russian Federation|Rusia",
        ),
        (816, "Viet Nam|Vietnam|North Vietnam|VDR"),
        (817, "South Vietnam|RVN|Republic of Vietnam"),
        (402, "Cabo Verde|Cape Verde"),
        (
            490,
            "DR Congo|Congo-Kinshasa|DRC|Zaire|ZAR|Dem. Rep. Congo|Congo, Dem. Rep.|RDC|República Democrática del Congo",
        ),
        (
            484,
            "Congo-Brazzaville|Republic of the Congo|COG|Congo, Rep.",
        ),
        (343, "Macedonia|North Macedonia|FYROM"),
        (255, "Germany|Alemania|Allemagne|DEU|GMY"),
        (
            260,
            "West Germany|FRG|GFR|Federal Republic of Germany|RFA|Alemania Occidental",
        ),
        (
            265,
            "GDR|East Germany|DDR|DD|RDA|German Democratic Republic",
        ),
        (145, "Bolivia|Bolivia (Plurinational State of)"),
        (
            101,
            "Venezuela|Venezuela, Bolivarian Republic of|Venezuela (Bolivarian Republic of)",
        ),
        (
            630,
            "Iran|Irán|Iran (Islamic Republic of)|Islamic Republic of Iran|Persia",
        ),
        (652, "Syria|Siria|Syrian Arab Republic"),
        (812, "Laos|Lao People’s Democratic Republic|LAO"),
        (420, "Gambia|The Gambia|Gambia, The"),
        (
            56,
            "St. Lucia|Saint Lucia|St Lucia|Santa Lucía|Sainte-Lucie|LCA",
        ),
        (
            57,
            "St. Vincent|Saint Vincent and the Grenadines|San Vicente y las Granadinas",
        ),
        (
            60,
            "St. Kitts & Nevis|Saint Kitts and Nevis|San Cristóbal y Nieves",
        ),
        (679, "Yemen|YEM"),
        (678, "North Yemen|YAR|Yemen Arab Republic"),
        (680, "South Yemen|YD|YMD|YPR|Democratic Yemen"),
        (
            345,
            "Serbia|YUG|YU|SRB|RS|SCG|Yugoslavia|Serbia and Montenegro",
        ),
        (315, "Czechoslovakia|CSK|CS|Checoslovaquia|Tchécoslovaquie"),
        (713, "Taiwan|TWN|Chinese Taipei|Republic of China|TAW"),
        (
            710,
            "China|PRC|People's Republic of China|CHN|República Popular China",
        ),
        (565, "Namibia|NA|na|NAM"),
        (860, "East Timor|Timor-Leste|TMP|TP|TLS"),
        (511, "Zanzibar|ZAN"),
        (651, "Egypt|UAR|United Arab Republic|República Árabe Unida"),
        (92, "El Salvador|Salvador|SLV"),
        (
            403,
            "São Tomé and Príncipe|Sao Tome & Principe|Santo Tomé y Príncipe",
        ),
        (347, "Kosovo|XKX|KOS"),
    ] {
        for spelling in spellings.split('|') {
            assert_eq!(number(spelling), ccode, "{spelling}");
        }
    }
}

#[test]
fn where_a_code_is_two_states_iso_decides() {
    for (code, iso) in [
        ("AUS", 900),
        ("SWZ", 572),
        ("CZE", 316),
        ("MNG", 712),
        ("SLV", 92),
        ("KOR", 732),
    ] {
        assert_eq!(number(code), iso, "{code}");
    }
    assert_eq!(system().by_abb("AUS").unwrap().ccode, Ccode(305));
}

#[test]
fn no_withdrawn_code_hides_a_cow_abbreviation_of_another_state() {
    for state in system().states() {
        for code in state.other_codes.iter().filter(|c| c.len() == 3) {
            if let Some(other) = system().by_abb(code) {
                assert_eq!(other.ccode, state.ccode, "{code}");
            }
        }
    }
}

#[test]
fn what_cannot_be_resolved_says_why() {
    let said: Vec<String> = [
        "Mexcio",
        "Estados Undios",
        "Korea",
        "congo",
        "Corea",
        "Palestine",
        "Hong Kong",
        "European Union",
        "England",
        "999",
        "",
        "zzzzzz",
        "Guatemla",
        "Alemaniaa",
        "Royaume Unis",
        "Nigera",
        "Urugay",
        "Austrlia",
        "XX",
    ]
    .iter()
    .map(|query| system().resolve(query).unwrap_err().to_string())
    .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn searching_finds_the_best_first() {
    let found =
        |query: &str| -> Vec<u16> { system().search(query).iter().map(|s| s.ccode.0).collect() };
    assert_eq!(found("Mexico"), [70]);
    assert_eq!(found("guinea")[0], 438);
    assert!([404, 411, 910].iter().all(|c| found("guinea").contains(c)));
    assert_eq!(found("korea")[..2], [731, 732]);
    assert_eq!(found("Mexcio"), [70]);
    assert!(found("united").len() >= 4);
    assert!(found("").is_empty());
    assert!(found("  -- ").is_empty());
}

#[test]
fn every_name_and_code_of_every_state_resolves_to_it() {
    for state in system().states() {
        for lang in Lang::ALL {
            assert_eq!(
                number(state.name(lang)),
                state.ccode.0,
                "{}",
                state.name(lang)
            );
        }
        for name in &state.former_names {
            for name in [&name.name_en, &name.name_es, &name.name_fr] {
                assert_eq!(number(name), state.ccode.0, "{name}");
            }
        }
        let codes = [
            state.iso2.as_deref(),
            state.iso3.as_deref(),
            Some(state.key3()),
        ];
        for code in codes
            .into_iter()
            .flatten()
            .chain(state.other_codes.iter().map(String::as_str))
        {
            assert_eq!(number(code), state.ccode.0, "{code}");
            assert_eq!(number(&code.to_lowercase()), state.ccode.0, "{code}");
        }
        assert_eq!(number(&state.ccode.to_string()), state.ccode.0);
        assert_eq!(system().by_abb(&state.abb).unwrap().ccode, state.ccode);
    }
}

proptest! {
    /// Case, punctuation and articles do not matter.
    #[test]
    fn a_name_typed_otherwise_resolves_the_same(place in 0usize..217, lang in 0usize..3, upper: bool, article in 0usize..4) {
        let state = &system().states()[place];
        let name = state.name(Lang::ALL[lang]);
        let name = if upper { name.to_uppercase() } else { name.to_lowercase() };
        let typed = format!(" {} {} ", ["", "the", "el", "les"][article], name.replace('-', " - "));
        // A name in brackets is passed over only when it is not known.
        let resolved = system().resolve(&typed);
        prop_assert_eq!(resolved.map(|s| s.ccode), Ok(state.ccode));
    }

    /// Nothing that can be typed makes it fail; suggestions are three at most.
    #[test]
    fn anything_can_be_typed(query in any::<String>()) {
        match system().resolve(&query) {
            Ok(state) => prop_assert!(system().get(state.ccode).is_some()),
            Err(error) => {
                prop_assert_eq!(&error.query, &query);
                prop_assert!(error.suggestions.len() <= 3);
                let _ = error.to_string();
            }
        }
        system().search(&query);
    }

    /// One letter dropped inside a name of six letters or more leads back to the state, or to
    /// another one that bears the shorter name.
    #[test]
    fn a_letter_dropped_is_forgiven(place in 0usize..217, at in 1usize..30) {
        let state = &system().states()[place];
        let mut letters: Vec<char> = state.name_en.chars().collect();
        prop_assume!(letters.len() >= 6 && at < letters.len());
        letters.remove(at);
        let typed: String = letters.into_iter().collect();
        match system().resolve(&typed) {
            Ok(found) => prop_assert!(found.ccode == state.ccode || typed == "Niger"),
            Err(error) if error.reason == Reason::Unknown => {
                let label = format!(", {})", state.ccode);
                prop_assert!(error.suggestions.iter().any(|s| s.ends_with(&label)), "{}", error);
            }
            Err(_) => {}
        }
    }
}
