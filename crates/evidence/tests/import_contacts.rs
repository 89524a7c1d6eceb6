//! The Office of the Historian's visits and travels, on excerpts of the published files.

use entente_evidence::import::{Kind, read};
use entente_evidence::{Contact, ContactLevel, ContactSource, Direction, Tables};
use entente_states::Ccode;
use jiff::civil::date;

const VISITS: &[u8] = include_bytes!("fixtures/contacts/visits.xml");
const PRESIDENT: &[u8] = include_bytes!("fixtures/contacts/travels-president.xml");
const SECRETARY: &[u8] = include_bytes!("fixtures/contacts/travels-secretary.xml");

fn visits() -> Tables {
    read(Kind::Visits, "visits.xml", VISITS).unwrap_or_else(|e| panic!("{e}"))
}

fn president() -> Tables {
    read(Kind::Travels, "president.xml", PRESIDENT).unwrap_or_else(|e| panic!("{e}"))
}

fn secretary() -> Tables {
    read(Kind::Travels, "secretary.xml", SECRETARY).unwrap_or_else(|e| panic!("{e}"))
}

fn contact(tables: &Tables, id: u32) -> &Contact {
    tables
        .contacts
        .iter()
        .find(|c| c.id == id)
        .unwrap_or_else(|| panic!("no record {id}"))
}

#[test]
fn a_visit() {
    assert_eq!(
        contact(&visits(), 3001),
        &Contact {
            source: ContactSource::Visits,
            id: 3001,
            start: date(2020, 7, 8),
            end: date(2020, 7, 8),
            direction: Direction::ToUs,
            level: ContactLevel::Leader,
            person: "President Andrés Manuel López Obrador".to_owned(),
            ccode: Some(Ccode(70)),
            place: "Mexico".to_owned(),
            place_id: "mexico".to_owned(),
            locale: None,
            occasion: Some("Official Working Visit.".to_owned()),
            repeat_of: None,
        }
    );
}

#[test]
fn a_stop() {
    assert_eq!(
        contact(&secretary(), 4019),
        &Contact {
            source: ContactSource::Secretary,
            id: 4019,
            start: date(2021, 3, 15),
            end: date(2021, 3, 17),
            direction: Direction::FromUs,
            level: ContactLevel::Minister,
            person: "Antony John Blinken".to_owned(),
            ccode: Some(Ccode(740)),
            place: "Japan".to_owned(),
            place_id: "japan".to_owned(),
            locale: Some("Tokyo".to_owned()),
            occasion: Some(
                "Attended the U.S.-Japan Security Consultative Committee meeting and met with \
                 Minister for Foreign Affairs Toshimitsu Motegi."
                    .to_owned()
            ),
            repeat_of: Some(3992),
        }
    );
}

#[test]
fn every_place_of_the_excerpts() {
    let mut places: Vec<String> = [visits(), president(), secretary()]
        .iter()
        .flat_map(|t| &t.contacts)
        .map(|c| {
            let state = c.ccode.map_or("none".to_owned(), |n| n.0.to_string());
            format!("{} {} {}: {state}", c.place_id, c.start.year(), c.place)
        })
        .collect();
    places.sort();
    places.dedup();
    insta::assert_snapshot!(places.join("\n"), @r"
    antarctica 2016 Antarctica: none
    bahrain 2006 Bahrain: 692
    bosnia-herzegovina 2012 Bosnia and Herzegovina: 346
    cambodia 1960 Cambodia: 811
    canada 1937 Canada: 20
    canada 2021 Canada: 20
    china 1945 China, Republic of: 710
    china 1972 China, People’s Republic of: 710
    china 1979 China, People’s Republic of: 710
    cook-islands 2022 Cook Islands: none
    czechoslovakia 1943 Czechoslovakia (government-in-exile): 315
    denmark 1866 Denmark: 390
    denmark 2021 Denmark (Greenland): 390
    ecuador 2020 Ecuador: 130
    french-polynesia 2022 French Polynesia: none
    germany 1945 Germany: 255
    germany 1949 Germany: 260
    germany 1953 Germany, Federal Republic of: 260
    hawaii 1874 Hawaii: none
    holy-see 2021 Vatican City: none
    iraq 2017 Iraq: 645
    israel 1988 Israel: 666
    japan 2018 Japan: 740
    japan 2021 Japan: 740
    korea 2017 Korea, South: 732
    korea-south 1961 Korea: 732
    korea-south 2021 Korea, South: 732
    kosovo 1999 Serbia-Montenegro (Kosovo): 345
    kosovo 2008 Kosovo: 347
    mexico 1994 Mexico: 70
    mexico 2016 Mexico: 70
    mexico 2020 Mexico: 70
    mexico 2021 Mexico: 70
    netherlands-antilles 1970 Netherlands Antilles: 210
    niue 2023 Niue: none
    oman 1938 Muscat & Oman: 698
    qatar 1997 Qatar: 694
    russia 1989 U.S.S.R.: 365
    russia 2008 Russia: 365
    spain 2008 Spain: 230
    taiwan 1954 Republic of China: 713
    taiwan 1970 China, Republic of: 713
    united-kingdom 2009 United Kingdom: 200
    united-kingdom 2012 United Kingdom (Northern Ireland): 200
    united-kingdom 2014 United Kingdom (Wales): 200
    united-kingdom 2021 United Kingdom: 200
    vietnam 1951 Vietnam: 817
    vietnam 1955 Vietnam: 817
    west-bank 2022 West Bank: none
    yemen 1972 Yemen: 678
    yemen 1990 Yemen Arab Republic: 678
    yemen 2000 Yemen: 679
    ");
}

#[test]
fn levels_of_the_excerpt() {
    let lines: Vec<String> = visits()
        .contacts
        .iter()
        .map(|c| format!("{}: {}", c.level, c.person))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    leader: King Kalakaua
    leader: Premier Soong
    other: Governor General Lord Tweedsmuir
    leader: President Benes
    leader: Chairman Park
    leader: Prime Minister Tran Van Huu
    leader: Sultan Said bin Taimur Bin Faisal
    leader: Premier & Prince Sihanouk
    leader: Prime Minister Yen Chia-kan
    other: Vice Premier Deng Xiaoping
    other: Sheikh Haya Rashed al-Khalifa
    leader: President- elect Ernesto Zedillo Ponce de Leon
    leader: Emir Hamad bin Khalifa al-Thani
    leader: Prime Minister Gordon Brown
    leader: Prime Minister Gordon Brown
    leader: Jose Luis Rodriguez Zapatero
    leader: President Enrique Pena Nieto
    leader: Chairman of the Presidency Bakir Izetbegovic
    leader: President Moon Jae-in
    leader: Prime MinisterHaidar al- Abadi
    leader: President Lenin Moreno Garcés
    leader: President Andrés Manuel López Obrador
    leader: Prime Minister Justin Trudeau
    leader: President Andrés Manuel López Obrador
    leader: Prime Minister Mark Brown
    leader: President Edouard Fritch
    leader: Premier Dalton Tagelagi
    leader: President Fatmir Sejdiu and Prime Minister Hashim Thaci
    leader: President Ali Abdallah Salih
    leader: President Ali Abdallah Salih
    leader: Prime Minister Shinzō Abe
    ");
}

#[test]
fn presidents_travel_as_leaders_and_before_the_inauguration_too() {
    let tables = president();
    assert!(
        tables
            .contacts
            .iter()
            .all(|c| c.level == ContactLevel::Leader
                && c.source == ContactSource::President
                && c.direction == Direction::FromUs)
    );
    assert!(
        secretary()
            .contacts
            .iter()
            .all(|c| c.level == ContactLevel::Minister && c.source == ContactSource::Secretary)
    );
}

#[test]
fn only_the_very_same_record_is_a_repeat() {
    let repeats = |tables: &Tables| -> Vec<(u32, u32)> {
        tables
            .contacts
            .iter()
            .filter_map(|c| Some((c.id, c.repeat_of?)))
            .collect()
    };
    assert_eq!(repeats(&secretary()), [(4019, 3992), (4020, 3993)]);
    // The same person and days, another occasion: Glasgow 2021, Pittsburgh and New York 2009.
    assert_eq!(repeats(&president()), []);
    assert_eq!(repeats(&visits()), []);
}

#[test]
fn entities_are_resolved_and_blanks_run_together() {
    let tables = visits();
    assert_eq!(contact(&tables, 2410).person, "Premier & Prince Sihanouk");
    for contact in &tables.contacts {
        for text in [
            Some(&contact.person),
            Some(&contact.place),
            contact.occasion.as_ref(),
        ] {
            let text = text.map_or("", String::as_str);
            assert!(!text.contains(['\n', '\t']) && !text.contains("  ") && text == text.trim());
        }
    }
}

#[test]
fn places_of_no_state_are_listed() {
    assert_eq!(
        visits().unresolved_places(),
        [
            ("cook-islands", "Cook Islands", 1),
            ("french-polynesia", "French Polynesia", 1),
            ("hawaii", "Hawaii", 1),
            ("niue", "Niue", 1),
        ]
        .map(|(id, place, count)| (id.to_owned(), place.to_owned(), count))
    );
}

#[test]
fn a_place_unknown_to_the_table_is_kept() {
    let xml = String::from_utf8_lossy(VISITS).replace(r#"id="hawaii""#, r#"id="atlantis""#);
    let tables = read(Kind::Visits, "new.xml", xml.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    let kept = contact(&tables, 2138);
    assert_eq!((kept.ccode, &*kept.place_id), (None, "atlantis"));
}

#[test]
fn lines_may_end_in_crlf_and_a_file_may_be_packed() {
    let crlf = String::from_utf8_lossy(VISITS).replace('\n', "\r\n");
    let marked = format!("\u{feff}{crlf}");
    assert_eq!(read(Kind::Visits, "v.xml", marked.as_bytes()), Ok(visits()));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, VISITS).expect("writes to memory");
    let packed = packed.finish().expect("writes to memory");
    assert_eq!(read(Kind::Visits, "v.xml.gz", &packed), Ok(visits()));
}

#[test]
fn broken_files() {
    macro_rules! broken {
        ($kind:expr, $name:literal, $says:literal) => {{
            let bytes = include_bytes!(concat!("fixtures/contacts/broken/", $name, ".xml"));
            let error = read($kind, "broken.xml", bytes).expect_err($name);
            assert_eq!(error.to_string(), $says, "{}", $name);
        }};
    }
    broken!(
        Kind::Visits,
        "visits-bad-date",
        r#"broken.xml:5: column `start-date`, value "8 July 2020": is not a date of the form YYYY-MM-DD"#
    );
    broken!(
        Kind::Visits,
        "visits-cut-short",
        "broken.xml:17: column `description`: is not closed before the file ends; is the file cut short?"
    );
    broken!(
        Kind::Visits,
        "visits-duplicate-id",
        r#"broken.xml:12: column `id`, value "3001": is already the number of the visit on line 3"#
    );
    broken!(
        Kind::Visits,
        "visits-empty-visitor",
        r#"broken.xml:7: column `visitor`, value "": is empty, and may not be"#
    );
    broken!(
        Kind::Visits,
        "visits-end-before-start",
        r#"broken.xml:6: column `end-date`, value "2020-07-07": lies before the start, 2020-07-08"#
    );
    broken!(
        Kind::Visits,
        "visits-id-not-a-number",
        r#"broken.xml:4: column `id`, value "3001a": is not a number"#
    );
    broken!(
        Kind::Visits,
        "visits-impossible-date",
        r#"broken.xml:6: column `end-date`, value "2020-02-30": is not a date of the form YYYY-MM-DD"#
    );
    broken!(
        Kind::Visits,
        "visits-latin1",
        "broken.xml:7: is not UTF-8 text; convert it first, for instance with `iconv -f latin1 -t utf8`"
    );
    broken!(
        Kind::Visits,
        "visits-missing-place-id",
        r#"broken.xml:8: column `from`, value "Mexico": has no attribute `id`"#
    );
    broken!(
        Kind::Visits,
        "visits-missing-visitor",
        "broken.xml:3: column `visitor`: is missing from this visit"
    );
    broken!(
        Kind::Visits,
        "visits-nested",
        "broken.xml:9: column `hi`: stands within `description`, which holds only text"
    );
    broken!(
        Kind::Visits,
        "visits-not-a-list",
        "broken.xml: holds no list of visits"
    );
    broken!(
        Kind::Visits,
        "visits-other-entry",
        "broken.xml:3: column `trip`: is not an element of a list of visits"
    );
    broken!(
        Kind::Visits,
        "visits-stray-text",
        r#"broken.xml:12: value "and so on": stands between elements, where no text belongs"#
    );
    broken!(
        Kind::Visits,
        "visits-tags-crossed",
        "broken.xml:7: is not well-formed XML: ill-formed document: expected `</visitor>`, but `</visitors>` was found"
    );
    broken!(
        Kind::Visits,
        "visits-trips-as-visits",
        "broken.xml:2: column `trips`: is not `visits`, the root of such a list; visits begin with <visits>, travels with <trips>"
    );
    broken!(
        Kind::Visits,
        "visits-twice",
        "broken.xml:7: column `id`: occurs twice in this visit"
    );
    broken!(
        Kind::Visits,
        "visits-two-roots",
        "broken.xml:13: column `visits`: follows the end of the list"
    );
    broken!(
        Kind::Visits,
        "visits-unknown-element",
        "broken.xml:9: column `remark`: is not an element of a visit; known are id, start-date, end-date, visitor, from, description, created-by, created-datetime, last-modified-by, last-modified-datetime"
    );
    broken!(
        Kind::Visits,
        "visits-unknown-entity",
        r#"broken.xml:9: value "&working;": stands for no character"#
    );
    broken!(
        Kind::Travels,
        "travels-missing-country",
        "broken.xml:3: column `country`: is missing from this trip"
    );
    broken!(
        Kind::Travels,
        "travels-missing-role",
        "broken.xml:3: column `role`: is missing from this trip"
    );
    broken!(
        Kind::Travels,
        "travels-unknown-element",
        "broken.xml:12: column `cost`: is not an element of a trip; known are id, role, name, start-date, end-date, country, locale, remarks, created-by, created-datetime, last-modified-by, last-modified-datetime"
    );
    broken!(
        Kind::Travels,
        "travels-unknown-role",
        r#"broken.xml:5: column `role`, value "vice-president": is neither `president` nor `secretary`"#
    );
    broken!(
        Kind::Travels,
        "travels-visits-as-trips",
        "broken.xml:2: column `visits`: is not `trips`, the root of such a list; visits begin with <visits>, travels with <trips>"
    );
}
