//! Names of states at the terminal: what resolves, what is refused, and on which date.

mod common;

use common::{entente, json, refusal, stdout};

#[test]
fn what_is_no_state_is_refused_in_every_format() {
    for name in [
        "Western Sahara",
        "New Guinea",
        "North Ireland",
        "Kongo",
        "Curaçao",
        "Argen",
        "Mexcio",
        "zzzzzz",
    ] {
        for format in ["table", "csv", "json"] {
            let (code, said) = refusal(&["states", name, "--format", format]);
            assert_eq!(code, 2, "{name} {format}: {said}");
        }
    }
    let (_, said) = refusal(&["states", "New Guinea"]);
    assert!(said.contains("Papua New Guinea"), "{said}");
    let (_, said) = refusal(&["states", "Kongo"]);
    assert!(said.contains("Republic of the Congo"), "{said}");
    let (_, said) = refusal(&["states", "Western Sahara"]);
    assert!(said.contains("non-self-governing territory"), "{said}");
    let (_, said) = refusal(&["states", "Curaçao"]);
    assert!(said.contains("Kingdom of the Netherlands"), "{said}");
}

#[test]
fn a_part_of_several_names_lists_them() {
    let found = json(&["states", "united", "--format", "json"]);
    let rows = found["rows"].as_array().map_or(0, Vec::len);
    assert!(rows >= 4, "{rows}");
}

#[test]
fn names_of_the_united_nations_find_the_state() {
    for (name, ccode) in [
        ("Korea DPR", 731),
        ("Lao PDR", 812),
        ("المكسيك", 70),
        ("Мексика", 70),
        ("墨西哥", 70),
        ("TÜRKİYE", 640),
    ] {
        let found = json(&["states", name, "--format", "json"]);
        assert_eq!(found["rows"][0]["ccode"], ccode, "{name}");
    }
}

#[test]
fn a_state_of_another_time_is_refused_with_who_there_was() {
    for (name, date, instead) in [
        ("Soviet Union", "2021-02-01", "Russia (RUS, 365)"),
        ("Yugoslavia", "2021-02-01", "Serbia (YUG, 345)"),
        (
            "Serbia and Montenegro",
            "2021-02-01",
            "Montenegro (MNE, 341)",
        ),
        ("UAR", "2021-02-01", "Egypt (EGY, 651) and Syria (SYR, 652)"),
        ("Tanganyika", "2021-02-01", "Tanzania (TZA, 510)"),
        ("East Germany", "2021-02-01", "Germany (DEU, 255)"),
        ("West Germany", "2021-02-01", "Germany (DEU, 255)"),
        ("South Vietnam", "2021-02-01", "Vietnam (VNM, 816)"),
        ("North Yemen", "2021-02-01", "Yemen (YEM, 679)"),
        ("South Yemen", "2021-02-01", "Yemen (YEM, 679)"),
        ("Czechoslovakia", "2021-02-01", "Slovakia (SVK, 317)"),
        ("Russia", "1985-02-01", "Soviet Union (RUS, 365)"),
        ("Croatia", "1985-02-01", "Yugoslavia (YUG, 345)"),
        ("Slovakia", "1985-02-01", "Czechoslovakia (CSK, 315)"),
        (
            "Germany",
            "1985-02-01",
            "German Democratic Republic (DDR, 265)",
        ),
    ] {
        for command in ["brief", "windows"] {
            let (code, said) = refusal(&[command, name, "USA", "--as-of", date]);
            assert_eq!(code, 2, "{command} {name}: {said}");
            assert!(said.contains(instead), "{command} {name}: {said}");
        }
    }
}

#[test]
fn a_renaming_is_read_as_the_state_it_is() {
    for name in ["Burma", "Zaire", "Swaziland"] {
        stdout(&["windows", name, "USA", "--as-of", "2015-02-01"]);
    }
}

/// Votes of the Federal Republic and of the Yemen Arab Republic after the unions of 1990, which the
/// publisher keeps under the old names, are those of Germany and Yemen.
#[test]
fn the_state_that_holds_the_seat_has_the_vote() {
    let answer = json(&[
        "coincidence",
        "USA",
        "DEU",
        "--session",
        "45",
        "--format",
        "json",
    ]);
    let row = &answer["rows"][0];
    let counts = ["same", "partial", "opposite"].map(|field| row[field].as_u64());
    assert_eq!(counts, [Some(33), Some(38), Some(13)], "{row}");
    let answer = json(&[
        "coincidence",
        "USA",
        "YEM",
        "--session",
        "45",
        "--format",
        "json",
    ]);
    assert!(answer["rows"][0]["same"].as_u64() > Some(0), "{answer}");
    let brief = json(&[
        "brief",
        "DEU",
        "USA",
        "--as-of",
        "1991-06-01",
        "--format",
        "json",
    ]);
    assert!(!brief["coincidence"].is_null(), "{brief}");
}

/// `NA` beside a name that is not Namibia's is a missing code.
#[test]
fn the_name_beside_a_code_decides_in_an_imported_file() {
    let dir = tempfile::tempdir().unwrap();
    let (file, into) = (dir.path().join("votes.csv"), dir.path().join("evidence"));
    let (file, into) = (file.to_str().unwrap(), into.to_str().unwrap());
    let import = |text: &str| {
        std::fs::write(file, text).unwrap();
        entente(&[
            "evidence",
            "import",
            file,
            "--as",
            "unvotes-votes",
            "--into",
            into,
        ])
    };
    let broken = import("rcid,country,country_code,vote\n3,United States,MX,yes\n");
    let said = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert_eq!(broken.status.code(), Some(1), "{said}");
    let said = said.replace(['│', '\n'], " ");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("votes.csv:2: column `country_code`, value \"MX\""),
        "{said}"
    );

    let sound = import(
        "rcid,country,country_code,vote\n3,Namibia,NA,yes\n3,Mexico,MX,no\n\
         3,Yemen Arab Republic,NA,yes\n",
    );
    assert!(
        sound.status.success(),
        "{}",
        String::from_utf8_lossy(&sound.stderr)
    );
}
