//! `entente windows`, run as a person or a program runs it.

mod common;

use std::collections::HashSet;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use common::{json, refusal, stdout};
use serde_json::Value;

const MODEL: [&str; 5] = ["windows", "USA", "MEX", "--as-of", "2021-02-01"];

fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ids<'a>(answer: &'a Value, kind: &str) -> Vec<&'a str> {
    let windows = answer["windows"].as_array().unwrap();
    windows
        .iter()
        .filter(|w| w["kind"] == kind)
        .map(|w| w["id"].as_str().unwrap())
        .collect()
}

#[test]
fn the_model_case_on_a_page() {
    let page = stdout(&MODEL);
    let text = flat(&page);
    for part in [
        "2021-04-30 to 2021-10-31: Mexico on the Security Council (to 31 December 2022); within six months of the 16th G20 summit, Rome (30 October 2021).",
        "2021-01-01 to 2021-04-29 (open now): Mexico on the Security Council (to 31 December 2022).",
        "2018-12-01 2024-09-30 MEX Term of office, Mexico (6 years) (by rule)",
        "2021-01-20 open USA Biden, United States, in office",
        "2021-01-01 2022-12-31 MEX Elected seat on the Security Council, Mexico",
        "2022-11-08 2022-11-08 USA Election, United States: legislature (by rule)",
        "2021-09-14 2022-09-12 USA MEX General Assembly, session 76 (by rule)",
    ] {
        assert!(text.contains(part), "{part} is missing from:\n{page}");
    }
    // The place of the summit of June 2022 was announced in January 2022.
    assert!(!text.contains("Los Angeles"), "{page}");
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
}

#[test]
fn cycles_come_round_every_twelve_years() {
    let page = stdout(&["windows", "USA", "MEX", "--cycles", "--as-of", "2021-02-01"]);
    assert!(
        flat(&page).contains(
            "new terms begin within four months of each other every twelve years: 1976–77, 1988–89, 2000–01, 2012–13, 2024–25"
        ),
        "{page}"
    );
    let answer = json(&[
        "windows",
        "MEX",
        "USA",
        "--cycles",
        "--as-of",
        "2021-02-01",
        "--until",
        "2030-01-01",
        "--format",
        "json",
    ]);
    let cycles = &answer["cycles"][0];
    assert_eq!(cycles["every_years"], 12);
    assert_eq!(cycles["iso3_1"], "USA");
    let gaps: Vec<i64> = cycles["together"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["gap_days"].as_i64().unwrap())
        .collect();
    assert_eq!(gaps, [50, 50, 50, 50, 111]);
    assert_eq!(ids(&answer, "coincidence").len(), 5);
}

#[test]
fn the_change_of_2024_is_not_known_before_its_publication() {
    let cycles = |date| {
        let answer = json(&[
            "windows", "USA", "MEX", "--cycles", "--as-of", date, "--format", "json",
        ]);
        let together = answer["cycles"][0]["together"].as_array().unwrap().clone();
        let found = together
            .iter()
            .find(|t| t["start_1"] == "2025-01-20")
            .unwrap();
        found["start_2"].as_str().unwrap().to_owned()
    };
    assert_eq!(cycles("2014-02-09"), "2024-12-01");
    assert_eq!(cycles("2014-02-10"), "2024-10-01");
}

#[test]
fn states_whose_terms_never_meet_and_states_without_terms() {
    let page = flat(&stdout(&["windows", "USA", "BRA", "--cycles"]));
    assert!(page.contains("never begin within four months"), "{page}");
    let page = flat(&stdout(&["windows", "USA", "CAN", "--cycles"]));
    assert!(page.contains("Canada: no rule in force"), "{page}");
    let page = flat(&stdout(&[
        "windows",
        "FRA",
        "KOR",
        "--cycles",
        "--within",
        "12",
        "--as-of",
        "2025-02-19",
    ]));
    assert!(page.contains("every five years"), "{page}");
}

#[test]
fn both_governments_new() {
    let answer = json(&[
        "windows",
        "USA",
        "MEX",
        "--as-of",
        "2021-02-01",
        "--from",
        "2024-06-01",
        "--until",
        "2026-01-01",
        "--format",
        "json",
    ]);
    let windows = answer["windows"].as_array().unwrap();
    let new = windows.iter().find(|w| w["kind"] == "opportunity").unwrap();
    assert_eq!(new["conditions"], serde_json::json!(["governments-new"]));
    assert_eq!(
        (&new["start"], &new["end"]),
        (&"2025-01-20".into(), &"2025-09-30".into())
    );
    assert_eq!(new["certainty"], "by-rule");
}

#[test]
fn windows_in_json_and_csv() {
    let answer = json(&[&MODEL[..], &["--format", "json"]].concat());
    for key in ["evidence", "notes", "windows"] {
        assert!(!answer[key].as_array().unwrap().is_empty(), "{key}");
    }
    assert_eq!(answer["as_of"], "2021-02-01");
    let windows = answer["windows"].as_array().unwrap();
    let unique: HashSet<&str> = windows.iter().map(|w| w["id"].as_str().unwrap()).collect();
    assert_eq!(unique.len(), windows.len());
    let leaders = windows.iter().filter(|w| w["kind"] == "leader");
    assert!(leaders.clone().count() == 2 && leaders.into_iter().all(|w| w["end"].is_null()));
    let csv = stdout(&[&MODEL[..], &["--format", "csv"]].concat());
    let fields: Vec<&str> = windows[0]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(csv.lines().next().unwrap(), fields.join(","));
    assert_eq!(csv.lines().count(), windows.len() + 1);
    let none = stdout(&["windows", "USA", "BRA", "--cycles", "--format", "csv"]);
    assert_eq!(none.trim_end(), fields.join(","));
}

#[test]
fn the_book_lists_every_field() {
    let book = include_str!("../../../docs/src/methods/windows.md");
    let answer = json(&[&MODEL[..], &["--format", "json"]].concat());
    for field in answer["windows"][0].as_object().unwrap().keys() {
        assert!(book.contains(&format!("| `{field}` |")), "{field}");
    }
    let cycles = json(&["windows", "USA", "MEX", "--cycles", "--format", "json"]);
    for field in cycles["cycles"][0].as_object().unwrap().keys() {
        assert!(book.contains(&format!("`{field}`")), "{field}");
    }
}

/// The rules of RFC 5545 that a calendar program trips over.
fn assert_conforms(ics: &str) {
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
    for line in ics.split("\r\n") {
        assert!(line.len() <= 75, "{line} has {} octets", line.len());
        assert!(!line.contains('\r'), "{line:?}");
    }
    assert!(!ics.contains("TZID") && !ics.contains("VTIMEZONE"));
    for line in ics
        .split("\r\n")
        .filter(|l| l.starts_with("DTSTART") || l.starts_with("DTEND"))
    {
        assert!(line.contains(";VALUE=DATE:"), "{line}");
    }
}

#[test]
fn a_calendar_that_another_parser_reads() {
    let span = [
        "--from",
        "2012-01-01",
        "--until",
        "2030-12-31",
        "--format",
        "ics",
    ];
    let args = [&MODEL[..], &span].concat();
    let ics = stdout(&args);
    assert_conforms(&ics);
    assert_eq!(ics, stdout(&args), "two runs differ");
    let calendar = ICalendar::parse(&ics).unwrap();
    let answer = json(&[&MODEL[..], &span[..4], &["--format", "json"]].concat());
    let windows = answer["windows"].as_array().unwrap();
    let page = [&args[..args.len() - 1], &["table"]].concat();
    let page = flat(&stdout(&page)).to_lowercase();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|c| c.component_type == ICalendarComponentType::VEvent)
        .collect();
    // A summit announced for a year is no event.
    let (dated, undated): (Vec<&Value>, Vec<&Value>) =
        windows.iter().partition(|w| w["year"].is_null());
    assert_eq!(events.len(), dated.len());
    assert!(undated.iter().all(|w| w["kind"] == "summit"), "{undated:?}");
    let mut uids = HashSet::new();
    for (event, window) in events.iter().zip(dated) {
        let uid = event.uid().unwrap();
        assert_eq!(uid, format!("{}@entente", window["id"].as_str().unwrap()));
        assert!(uids.insert(uid), "{uid} twice");
        let day = |property: &ICalendarProperty| {
            let entry = event.property(property).unwrap();
            let date = entry.values[0].as_partial_date_time().unwrap();
            assert!(date.hour.is_none() && !date.has_zone(), "{uid} has a time");
            jiff::civil::date(
                i16::try_from(date.year.unwrap()).unwrap(),
                i8::try_from(date.month.unwrap()).unwrap(),
                i8::try_from(date.day.unwrap()).unwrap(),
            )
        };
        let (start, end) = (
            day(&ICalendarProperty::Dtstart),
            day(&ICalendarProperty::Dtend),
        );
        assert_eq!(start.to_string(), window["start"].as_str().unwrap());
        // The end of an all-day event is the day after its last; an open-ended window is its first day.
        let last = window["end"]
            .as_str()
            .unwrap_or(window["start"].as_str().unwrap());
        assert_eq!(end.yesterday().unwrap().to_string(), last, "{uid}");
        assert!(
            event.property(&ICalendarProperty::Dtstamp).is_some(),
            "{uid}"
        );
        let summary = event.property(&ICalendarProperty::Summary).unwrap();
        let summary = summary.values[0].as_text().unwrap();
        // In the words of the page, which begins an opportunity in small letters.
        let words = summary.trim_end_matches(" (from this day, open-ended)");
        assert!(page.contains(&words.to_lowercase()), "{summary}");
    }
}

/// A window keeps its identifier from one date of reading to the next, so that a calendar is updated.
#[test]
fn identifiers_stay_from_date_to_date() {
    let at = |date| {
        json(&[
            "windows",
            "USA",
            "MEX",
            "--as-of",
            date,
            "--from",
            "2021-02-01",
            "--until",
            "2022-12-31",
            "--format",
            "json",
        ])
    };
    let (early, late) = (at("2020-11-25"), at("2020-12-02"));
    // Rome was announced by year in June 2019 and by day in December 2020.
    assert!(ids(&early, "summit").contains(&"summit-g20-16th-g20-summit"));
    let sorted = |answer: &Value| {
        let mut found: Vec<String> = ids(answer, "summit")
            .iter()
            .map(|s| s.to_string())
            .collect();
        found.sort_unstable();
        found
    };
    assert_eq!(sorted(&early), sorted(&late));
    assert_eq!(ids(&early, "term"), ids(&late, "term"));
}

fn summits_of(states: [&str; 2], date: &str, until: &str) -> Vec<Value> {
    let [one, other] = states;
    let answer = json(&[
        "windows", one, other, "--as-of", date, "--until", until, "--format", "json",
    ]);
    let windows = answer["windows"].as_array().unwrap().iter();
    windows.filter(|w| w["kind"] == "summit").cloned().collect()
}

/// On 15 November 2024 the summit in Rio was days ahead, and of the one in Punta Cana the year was known.
#[test]
fn a_summit_has_its_announced_days_or_its_year_in_a_brief() {
    let brief = |args: &[&str]| {
        let fixed = ["brief", "USA", "MEX", "--as-of", "2024-11-15"];
        flat(&stdout(&[&fixed[..], args].concat()))
    };
    let text = brief(&[]);
    for part in [
        "18–19 November 2024: 19th G20 summit, Rio de Janeiro (announced)",
        "10th Summit of the Americas, probability 83%, 2025, day not announced",
        "2025, day not announced USA MEX 10th Summit of the Americas announced",
    ] {
        assert!(text.contains(part), "{part} is missing from:\n{text}");
    }
    for (at, _) in text.match_indices("10th Summit of the Americas") {
        let around: String = text[..at].chars().rev().take(30).collect();
        let before: String = around.chars().rev().collect();
        let after: String = text[at..].chars().take(80).collect();
        assert!(
            !before.contains("January") && !after.contains("January"),
            "{before}{after}"
        );
    }
    let spanish = brief(&["--lang", "es"]);
    for part in [
        "19.ª cumbre del G20, Río de Janeiro",
        "10.ª Cumbre de las Américas, probabilidad 83 %, 2025, día sin anunciar",
    ] {
        assert!(spanish.contains(part), "{part} is missing from:\n{spanish}");
    }
}

#[test]
fn a_summit_of_a_year_has_no_day_in_any_format() {
    let found = summits_of(["USA", "MEX"], "2024-11-15", "2026-11-15");
    let of = |id: &str| found.iter().find(|w| w["id"] == id).unwrap();
    let americas = of("summit-soa-10th-summit-of-the-americas");
    assert_eq!(americas["year"], 2025);
    assert!(americas["start"].is_null() && americas["end"].is_null());
    assert_eq!(
        americas["title"],
        "10th Summit of the Americas, 2025, day not announced"
    );
    let rio = of("summit-g20-19th-g20-summit");
    assert_eq!(
        [&rio["start"], &rio["end"], &rio["year"]],
        [&"2024-11-18".into(), &"2024-11-19".into(), &Value::Null]
    );
    let as_written = |format: &str| {
        stdout(&[
            "windows",
            "USA",
            "MEX",
            "--as-of",
            "2024-11-15",
            "--format",
            format,
        ])
    };
    let page = as_written("table");
    assert!(
        flat(&page).contains("2025 USA MEX 10th Summit of the Americas (day not announced)"),
        "{page}"
    );
    let csv = as_written("csv");
    let line = csv.lines().find(|l| l.contains("summit-soa-10th")).unwrap();
    assert!(line.contains(",summit,,,2025,"), "{line}");
    let ics = as_written("ics").replace("\r\n ", "");
    assert!(!ics.contains("UID:summit-soa-10th"), "{ics}");
    assert!(ics.contains("UID:summit-g20-19th"), "{ics}");
    let about = ics.lines().find(|l| l.starts_with("X-WR-CALDESC")).unwrap();
    assert!(
        about.contains("10th Summit of the Americas (2025)"),
        "{about}"
    );
}

/// Nobody can say that a summit without a day is near: of the 5th EU-CELAC summit the year is known.
#[test]
fn a_summit_without_a_day_opens_no_opportunity() {
    let answer = json(&[
        "windows",
        "DEU",
        "ARG",
        "--as-of",
        "2026-11-29",
        "--until",
        "2027-12-31",
        "--format",
        "json",
    ]);
    let windows = answer["windows"].as_array().unwrap();
    let of_kind = |kind: &str| -> Vec<String> {
        let found = windows.iter().filter(|w| w["kind"] == kind);
        found
            .map(|w| w["title"].as_str().unwrap().to_owned())
            .collect()
    };
    let summits = of_kind("summit");
    assert!(
        summits.iter().any(|t| t.contains("EU-CELAC")),
        "{summits:?}"
    );
    let chances = of_kind("opportunity");
    assert!(chances.iter().any(|t| t.contains("Miami")), "{chances:?}");
    assert!(
        chances
            .iter()
            .all(|t| !t.contains("EU-CELAC") && !t.contains("22nd G20")),
        "{chances:?}"
    );
}

/// A summit that was moved is told by the days announced on the date, once; called off, not at all.
#[test]
fn a_moved_summit_is_told_once() {
    let days = |date: &str| -> Vec<(Value, Value)> {
        let found = summits_of(["KEN", "TZA"], date, "2022-12-31");
        let meetings = found
            .iter()
            .filter(|w| w["id"] == "summit-chogm-26th-commonwealth-heads-of-government-meeting");
        meetings
            .map(|w| (w["start"].clone(), w["year"].clone()))
            .collect()
    };
    assert_eq!(days("2020-04-20"), [(Value::Null, 2020.into())]);
    assert_eq!(days("2020-04-21"), []);
    assert_eq!(days("2020-10-01"), [("2021-06-21".into(), Value::Null)]);
    assert_eq!(days("2021-06-01"), []);
    assert_eq!(days("2022-02-01"), [("2022-06-20".into(), Value::Null)]);
}

/// In September 2016 the leaders' summit had met in June; in February 2021 it was dormant.
#[test]
fn meetings_of_mechanisms_held_and_expected() {
    let meetings = |date: &str, dossier: &str| -> Vec<(String, String)> {
        let found = json(&[
            "windows",
            "USA",
            "MEX",
            "--as-of",
            date,
            "--from",
            "2016-01-01",
            "--until",
            "2022-12-31",
            "--dossier",
            dossier,
            "--format",
            "json",
        ]);
        let windows = found["windows"].as_array().unwrap().iter();
        windows
            .filter(|w| w["kind"] == "meeting")
            .map(|w| [&w["id"], &w["certainty"]].map(|v| v.as_str().unwrap().to_owned()))
            .map(|[id, certainty]| (id, certainty))
            .collect()
    };
    let of = |found: &[(String, String)], certainty: &str| -> Vec<String> {
        let own = found
            .iter()
            .filter(|m| m.1 == certainty && m.0.contains("nals"));
        own.map(|m| m.0.clone()).collect()
    };
    let then = meetings("2016-09-01", "usa-mexico");
    assert_eq!(of(&then, "on-record").len(), 1, "{then:?}");
    assert_eq!(of(&then, "expected"), ["meeting-nals-next"]);
    let later = meetings("2021-02-01", "usa-mexico");
    assert_eq!(of(&later, "on-record"), of(&then, "on-record"));
    assert!(of(&later, "expected").is_empty(), "{later:?}");
    assert!(meetings("2016-09-01", "none").is_empty());
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["windows", "USA"]);
    assert!(code == 2 && said.contains("two or more"), "{said}");
    let (code, said) = refusal(&["windows", "USA", "US"]);
    assert!(code == 2 && said.contains("given twice"), "{said}");
    let (code, said) = refusal(&["windows", "USA", "Mexcio"]);
    assert!(code == 2 && said.contains("Mexico"), "{said}");
    let late = [
        "windows",
        "USA",
        "MEX",
        "--from",
        "2022-01-01",
        "--until",
        "2021-01-01",
    ];
    let (code, said) = refusal(&late);
    assert!(code == 2 && said.contains("lies after"), "{said}");
    let far = ["windows", "USA", "MEX", "--until", "9999-12-31"];
    let (code, said) = refusal(&far);
    assert!(code == 2 && said.contains("1900 to 2200"), "{said}");
    let (code, _) = refusal(&["windows", "USA", "MEX", "--within", "6"]);
    assert_eq!(code, 2);
}

#[test]
fn a_page_in_spanish() {
    let args: Vec<&str> = MODEL.iter().copied().chain(["--lang", "es"]).collect();
    let page = stdout(&args);
    let text = flat(&page);
    for part in [
        "Ventanas de Estados Unidos (USA) y México (MEX)",
        "2021-01-01 a 2021-04-29 (abierta ahora): México en el Consejo de Seguridad",
        "2021-10-30 2021-10-31 USA MEX 16.ª cumbre del G20, Roma (anunciada)",
        "2022-11-08 2022-11-08 USA Elección, Estados Unidos: poder legislativo (por regla)",
    ] {
        assert!(text.contains(part), "{part} is missing from:\n{page}");
    }
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    let cycles = flat(&stdout(&[
        "windows",
        "USA",
        "MEX",
        "--cycles",
        "--as-of",
        "2021-02-01",
        "--lang",
        "es",
    ]));
    assert!(
        cycles.contains("con menos de cuatro meses de diferencia cada doce años: 1976-77"),
        "{cycles}"
    );
    for page in [&text, &cycles] {
        assert!(!page.contains('⟦') && !page.contains(" the "), "{page}");
    }
}
