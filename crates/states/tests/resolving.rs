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
            "Russia|USSR|СССР|Россия|俄罗斯联邦|الاتحاد الروسي|Soviet Union|URSS|Unión Soviética|SUN|Russian Federation|Rusia",
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

/// Names that another name hides in, which nearness or a part would mistake for it.
#[test]
fn names_that_sound_like_others_are_their_own() {
    for (typed, ccode) in [
        ("South Yemen", 680),
        ("Yemen (South)", 680),
        ("East Timor", 860),
        ("Timor (East)", 860),
        ("Republic of Ireland", 205),
        ("Republic of Korea", 732),
        ("Korea (North)", 731),
        ("Korea (Democratic People's Republic of)", 731),
        ("Korea DPR", 731),
        ("DPR Korea", 731),
        ("Lao PDR", 812),
        ("Sudan (South)", 626),
        ("Vietnam (South)", 817),
        ("Vietnam, South", 817),
        ("Germany (East)", 265),
        ("Congo (Democratic Republic of the)", 490),
        ("Congo (Republic of the)", 484),
        ("China (Republic of)", 713),
        ("Guinea (Equatorial)", 411),
        ("Papua New Guinea", 910),
        ("Guinea", 438),
        ("Niger", 436),
        ("Dominica", 54),
        ("Dominican Republic", 42),
        ("Samoa", 990),
        ("Myanmar (Burma)", 775),
        ("Serbia (Yugoslavia)", 345),
        ("Denmark (Greenland)", 390),
        ("Burkina Faso (Upper Volta)", 439),
    ] {
        assert_eq!(number(typed), ccode, "{typed}");
    }
}

/// A guess is never an answer.
#[test]
fn what_is_no_state_is_refused_whatever_it_resembles() {
    let refused = |typed: &str| system().resolve(typed).expect_err(typed);
    for (typed, suggestion) in [
        ("Kongo", "Republic of the Congo"),
        ("New Guinea", "Papua New Guinea"),
        ("North Ireland", "United Kingdom"),
        ("Northern Ireland", "United Kingdom"),
        ("Ireland (Northern)", "United Kingdom"),
        ("American Samoa", "United States"),
        ("Samoa (American)", "United States"),
        ("China (Hong Kong SAR)", "China"),
        ("Cyprus (Northern)", "Cyprus"),
        ("South Ossetia", "Georgia"),
        ("Curaçao", "Netherlands"),
        ("CUW", "Netherlands"),
        ("Puerto Rico", "United States"),
        ("Mexico (Peru)", "Mexico"),
        ("Nigeria (West)", "Nigeria"),
        ("Western Somalia", "Somalia"),
        ("Upper Austria", "Austria"),
        ("Netherlands Antilles", "Netherlands"),
        ("West Papua", "Indonesia"),
    ] {
        let error = refused(typed);
        let named = error.suggestions.iter().any(|s| s.contains(suggestion));
        assert!(named, "{typed}: {error}");
    }
    for typed in [
        "Western Sahara",
        "Sahara Occidental",
        "ESH",
        "Morocco (Western Sahara)",
        "State of Palestine",
        "European Union",
        "Falkland Islands",
        "Islas Malvinas",
        "Antarctica",
        "Kurdistan",
        "فلسطين",
        "Ватикан",
    ] {
        let error = refused(typed);
        assert!(
            matches!(error.reason, Reason::Outside(_)),
            "{typed}: {error}"
        );
    }
}

#[test]
fn names_in_the_six_languages_of_the_united_nations_resolve() {
    for (ccode, spellings) in [
        (70, "Mexico|Mexique|México|المكسيك|Мексика|墨西哥"),
        (
            2,
            "United States of America|États-Unis d'Amérique|الولايات المتحدة الأمريكية|Соединенные Штаты Америки|США|美利坚合众国|美国",
        ),
        (
            200,
            "المملكة المتحدة|Великобритания|英国|大不列颠及北爱尔兰联合王国",
        ),
        (710, "Chine|الصين|Китай|中国|中华人民共和国"),
        (
            731,
            "República Popular Democrática de Corea|КНДР|朝鲜民主主义人民共和国",
        ),
        (
            732,
            "République de Corée|جمهورية كوريا|Республика Корея|大韩民国|韩国",
        ),
        (640, "TÜRKİYE|Turquía|تركيا|Турция|土耳其"),
        (
            145,
            "玻利维亚 (多民族国)|玻利维亚（多民族国）|Боливия (Многонациональное Государство)|Боливия",
        ),
        (101, "委内瑞拉（玻利瓦尔共和国）|Венесуэла"),
        (
            490,
            "Демократическая Республика Конго|جمهورية الكونغو الديمقراطية|刚果民主共和国",
        ),
        (652, "Сирия|سوريا|叙利亚|阿拉伯叙利亚共和国"),
    ] {
        for spelling in spellings.split('|') {
            assert_eq!(number(spelling), ccode, "{spelling}");
        }
    }
    for either in ["Конго", "الكونغو", "刚果", "Корея"] {
        let error = system().resolve(either).unwrap_err();
        assert_eq!(error.reason, Reason::Ambiguous, "{either}");
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
fn a_part_of_a_name_finds_those_that_have_it_the_best_first() {
    let found = |part: &str| -> Vec<u16> {
        system()
            .with_part_of_name(part)
            .iter()
            .map(|s| s.ccode.0)
            .collect()
    };
    assert_eq!(found("Mexico"), [70]);
    assert_eq!(found("guinea")[0], 438);
    assert!([404, 411, 910].iter().all(|c| found("guinea").contains(c)));
    assert_eq!(found("korea")[..2], [731, 732]);
    assert!(
        found("Mexcio").is_empty(),
        "a misspelling is part of no name"
    );
    assert!(found("Western Sahara").is_empty());
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
        system().with_part_of_name(&query);
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
