//! How old the evidence is: every output says so, and warns where it is far behind the date.

mod common;

use common::{entente, json, refusal, stdout};
use serde_json::Value;

/// Commands as of a date, each in its format for reading.
const COMMANDS: [&[&str]; 9] = [
    &["coincidence", "USA", "MEX", "--session", "73"],
    &["reconcile", "USA", "MEX", "--session", "73"],
    &["ideal-points", "--states", "USA,MEX", "--from", "73"],
    &["ties", "USA", "MEX"],
    &["machinery", "USA", "MEX"],
    &["windows", "USA", "MEX"],
    &["shortlist", "usa-mexico"],
    &["claims", "usa-mexico"],
    &["partners", "USA", "--among", "MEX,CAN,BRA"],
];

fn on(command: &[&str], date: &str) -> String {
    stdout(&[command, &["--as-of", date]].concat())
}

#[test]
fn every_command_says_how_far_its_evidence_reaches() {
    for command in COMMANDS {
        let usual = on(command, "2021-02-01");
        let first = usual.lines().next().unwrap();
        assert!(first.starts_with("Evidence: "), "{command:?}: {first}");
        assert!(!usual.contains("WARNING"), "{command:?}: {usual}");
    }
}

#[test]
fn far_behind_the_first_screen_warns() {
    let brief = ["brief", "USA", "MEX", "--as-of", "2029-11-29"];
    for lang in [
        ("en", "The votes end on 4 June 2026"),
        ("es", "Las votaciones terminan"),
    ] {
        let text = stdout(&[&brief[..], &["--lang", lang.0]].concat());
        let screen: Vec<&str> = text.lines().take(20).collect();
        assert!(screen.join(" ").contains(lang.1), "{screen:#?}");
        for (format, sign) in [("md", "> **"), ("html", "class=\"warning\" role=\"note\"")] {
            let page = stdout(&[&brief[..], &["--lang", lang.0, "--format", format]].concat());
            assert!(page.contains(sign), "{format}");
        }
    }
    let whole = json(&[&brief[..], &["--format", "json"]].concat());
    assert_eq!(whole["reach"]["warning"], true);
    assert_eq!(whole["reach"]["votes"]["behind"], 4);
    assert_eq!(whole["outlook"]["session"], Value::Null);
}

#[test]
fn what_is_usual_is_no_warning() {
    for lang in ["en", "es"] {
        let args = [
            "brief",
            "USA",
            "MEX",
            "--as-of",
            "2021-02-01",
            "--lang",
            lang,
        ];
        let text = stdout(&args);
        assert!(
            !text.contains("WARNING") && !text.contains("ADVERTENCIA"),
            "{text}"
        );
    }
}

/// A CSV holds rows and nothing else.
#[test]
fn rows_stay_plain_and_the_warning_goes_to_standard_error() {
    let rows = |date: &str| {
        let args = [
            "coincidence",
            "USA",
            "MEX",
            "--session",
            "73",
            "--format",
            "csv",
            "--as-of",
        ];
        let output = entente(&[&args[..], &[date]].concat());
        assert!(output.status.success());
        let said = |bytes| String::from_utf8(bytes).unwrap();
        (said(output.stdout), said(output.stderr))
    };
    let (then, quiet) = rows("2021-02-01");
    let (now, warned) = rows("2029-11-29");
    assert_eq!(then, now);
    assert_eq!(quiet, "");
    assert!(warned.contains("The votes end on 4 June 2026"), "{warned}");
}

#[test]
fn a_calendar_says_it_in_its_description() {
    let text = on(&["windows", "USA", "MEX", "--format", "ics"], "2026-11-29");
    let whole = text.replace("\r\n ", "");
    let about = whole
        .lines()
        .find(|l| l.starts_with("X-WR-CALDESC:"))
        .unwrap();
    assert!(
        about.contains("WARNING: ") && about.contains("leaders in office"),
        "{about}"
    );
}

/// Who governs after the list of leaders ends is not known, and no calendar confirms it.
#[test]
fn a_leader_after_the_list_ended_is_not_confirmed() {
    let text = on(&["windows", "USA", "MEX", "--format", "ics"], "2026-11-29");
    let whole = text.replace("\r\n ", "");
    let events = whole.split("BEGIN:VEVENT").skip(1);
    let leaders: Vec<&str> = events.filter(|e| e.contains("CATEGORIES:LEADER")).collect();
    assert!(!leaders.is_empty());
    for event in leaders {
        assert!(event.contains("STATUS:TENTATIVE"), "{event}");
        assert!(event.contains("not known since 22 January 2026"), "{event}");
    }
    let before = on(&["windows", "USA", "MEX", "--format", "ics"], "2021-02-01");
    assert!(before.contains("STATUS:CONFIRMED") && !before.contains("not known since"));
}

/// The dialogue's record is complete to the end of 2023, and it met in September of that year.
#[test]
fn a_mechanism_whose_record_has_ended_is_not_on_schedule() {
    let status = |date: &str| {
        let found = json(&[
            "machinery",
            "USA",
            "MEX",
            "--format",
            "json",
            "--as-of",
            date,
        ]);
        let rows = found["mechanisms"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["id"] == "hled").unwrap()
    };
    let then = status("2023-12-31");
    assert_eq!(
        (&then["status"], &then["not_known_since"]),
        (&"on-cadence".into(), &Value::Null)
    );
    let now = status("2026-11-29");
    assert_eq!(now["status"], Value::Null);
    assert_eq!(now["not_known_since"], "2023-12-31");
    assert_eq!(now["status_then"], "on-cadence");
    let page = on(&["machinery", "USA", "MEX"], "2026-11-29");
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("not known on this date: "), "{page}");
    assert!(!flat.contains("months after the last"), "{page}");
}

#[test]
fn without_a_date_the_last_on_record_is_read_and_told() {
    let text = stdout(&["windows", "USA", "MEX"]);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("the last day on record. This is not today; add --as-of today"),
        "{text}"
    );
    let found = json(&["windows", "USA", "MEX", "--format", "json"]);
    assert_eq!(found["reach"]["reading"], "last-on-record");
}

#[test]
fn today_is_a_day_and_other_words_are_none() {
    let found = json(&[
        "windows", "USA", "MEX", "--format", "json", "--as-of", "today",
    ]);
    assert_eq!(found["reach"]["reading"], "asked-for");
    assert_eq!(found["as_of"], found["reach"]["date"]);
    for word in ["yesterday", "2021-02-30", "1.2.2021"] {
        let (code, said) = refusal(&["brief", "USA", "MEX", "--as-of", word]);
        assert_eq!(code, 2);
        assert!(
            said.contains("YYYY-MM-DD") && said.contains("today"),
            "{said}"
        );
    }
}

#[test]
fn a_day_ahead_is_taken_and_told() {
    let text = on(&["windows", "USA", "MEX"], "2150-01-01");
    assert!(
        text.contains("WARNING: 1 January 2150 lies in the future"),
        "{text}"
    );
}

/// How far a forecast misses is known for the session that follows on the record.
#[test]
fn a_session_is_forecast_only_if_it_follows_on_the_record() {
    let (code, said) = refusal(&["forecast", "USA", "MEX", "--as-of", "2029-11-29"]);
    assert_eq!(code, 1);
    for part in ["session 80", "session 84 is under way", "--as-of 2027-09-"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let brief = stdout(&["brief", "USA", "MEX", "--as-of", "2029-11-29"]);
    assert!(!brief.contains("session 81"), "{brief}");
    let flat = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("No session is forecast: the votes on record end with session 80"),
        "{flat}"
    );
}

#[test]
fn the_age_of_each_table() {
    let table = |date: &str| {
        let found = json(&["evidence", "status", "--on", date, "--format", "json"]);
        let tables = found["tables"].as_array().unwrap().clone();
        move |name: &str| tables.iter().find(|t| t["table"] == name).unwrap().clone()
    };
    let now = table("2026-11-29");
    let votes = now("votes");
    assert_eq!(
        (&votes["last"], &votes["age_days"]),
        (&"2026-06-04".into(), &178.into())
    );
    assert_eq!(
        (&votes["rhythm"], &votes["news"]),
        (&"September to December".into(), &"expected".into())
    );
    assert_eq!(now("leaders")["news"], "not-expected");
    // As known on the date: in December 2019 the session was in its season.
    let then = table("2019-12-01");
    assert_eq!(then("votes")["news"], "expected");
    assert!(then("votes")["last"].as_str().unwrap() <= "2019-12-01");
    assert_eq!(table("2020-03-01")("votes")["news"], "not-expected");
    let page = stdout(&["evidence", "status", "--on", "2026-11-29"]);
    assert!(
        page.lines().all(|line| line.chars().count() <= 96),
        "{page}"
    );
    let csv = stdout(&[
        "evidence",
        "status",
        "--on",
        "2026-11-29",
        "--format",
        "csv",
    ]);
    assert!(
        csv.starts_with("table,title,publisher,last,age_days,rhythm,news\n"),
        "{csv}"
    );
    assert!(!stdout(&["evidence", "status"]).is_empty());
}

/// A voting file of the Digital Library, of a session that the bundle lacks.
fn library(dir: &std::path::Path) -> String {
    let file = dir.join("ga.csv");
    let head = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link";
    let row = |code: &str, name: &str, vote: &str| {
        format!(
            "900001,{code},{name},{vote},2026-12-07,81,A/RES/81/52,,,A/81/PV.46,Title,Agenda,,1,1,0,0,2,link"
        )
    };
    let rows = [row("USA", "UNITED STATES", "N"), row("MEX", "MEXICO", "Y")];
    std::fs::write(&file, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    let mine = dir.join("mine");
    let (file, mine) = (file.to_str().unwrap(), mine.to_str().unwrap());
    stdout(&[
        "evidence",
        "import",
        file,
        "--as",
        "undl-votes",
        "--into",
        mine,
    ]);
    mine.to_owned()
}

/// The sources named are those of the rows used.
#[test]
fn sources_are_those_of_the_rows() {
    let dir = tempfile::tempdir().unwrap();
    let mine = library(dir.path());
    let read = |date: &str, session: &str, more: &[&str]| {
        let args = [
            "coincidence",
            "USA",
            "MEX",
            "--session",
            session,
            "--as-of",
            date,
        ];
        let text = stdout(&[&args[..], &["--evidence", &mine], more].concat());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let alone = read("2026-12-31", "81", &["--without-embedded"]);
    assert!(
        alone.contains("Source: United Nations Digital Library"),
        "{alone}"
    );
    assert!(!alone.contains("Voeten"), "{alone}");
    let both = read("2026-12-31", "81", &[]);
    assert!(
        both.contains("Voeten") && both.contains("Digital Library"),
        "{both}"
    );
    // Before its first roll call the layer has given no row.
    let before = read("2019-10-01", "73", &[]);
    assert!(
        before.contains("Voeten") && !before.contains("Digital Library"),
        "{before}"
    );
    let cited = stdout(&[
        "evidence",
        "list",
        "--bibtex",
        "--evidence",
        &mine,
        "--without-embedded",
    ]);
    assert!(!cited.contains("voeten_unga,"), "{cited}");
    let found = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "81",
        "--format",
        "json",
        "--as-of",
        "2026-12-31",
        "--evidence",
        &mine,
        "--without-embedded",
    ]);
    let votes = &found["evidence"][0];
    assert!(
        votes["bibtex"].as_str().unwrap().starts_with('@'),
        "{votes}"
    );
}

/// Codes of issues reach to the last coded roll call.
#[test]
fn coded_issues_reach_to_the_last_coded_roll_call() {
    let dir = tempfile::tempdir().unwrap();
    let mine = library(dir.path());
    let found = json(&[
        "coincidence",
        "USA",
        "MEX",
        "--session",
        "81",
        "--format",
        "json",
        "--as-of",
        "2026-12-31",
        "--evidence",
        &mine,
    ]);
    let of = |table: &str| {
        let tables = found["evidence"].as_array().unwrap().clone();
        let used = tables.into_iter().find(|t| t["table"] == table).unwrap();
        used["horizon"].as_str().unwrap().to_owned()
    };
    assert_eq!(of("votes"), "2026-12-07");
    assert!(of("roll_call_issues").starts_with("20") && of("roll_call_issues") <= of("votes"));
}
