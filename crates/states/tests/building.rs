//! Building the tables from the publishers' files.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use entente_states::import::{ImportError, build};
use entente_states::{Ccode, Reason, system};

const COW: &str = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
USA,2,United States of America,1816,1,1,2016,12,31,2016
MEX,70,Mexico,1831,1,1,2016,12,31,2016
";

const COLUMNS: &[&str] = &[
    "cown",
    "iso2c",
    "iso3c",
    "un",
    "un.region.name",
    "un.regionsub.name",
    "un.regionintermediate.name",
    "cldr.name.en",
    "cldr.name.es",
    "cldr.name.fr",
    "cldr.short.en",
    "cldr.short.es",
    "cldr.short.fr",
    "country.name.en",
    "country.name.es",
    "country.name.fr",
    "un.name.en",
    "un.name.es",
    "un.name.fr",
    "un.name.ar",
    "un.name.ru",
    "un.name.zh",
    "iso.name.en",
    "iso.name.fr",
    "cow.name",
    "p4.name",
    "vdem.name",
];

const CODELIST: &str =
    "2,US,USA,840,Americas,Northern America,,United States,Estados Unidos,États-Unis
70,MX,MEX,484,Americas,Latin America and the Caribbean,Central America,Mexico,México,Mexique
,NA,NAM,516,Africa,Sub-Saharan Africa,Southern Africa,Namibia,Namibia,Namibie
";

const CONVERTER: &str = "name_short\tname_official\tISO3
Mexico\tUnited Mexican States\tMEX
The \"quoted\"\tName\tXXX
";

/// A folder with the three files, one of them changed.
fn raw(test: &str, change: impl Fn(&str, String) -> String) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let folder = root.join("states");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("cow_states.csv"), change("cow", COW.to_owned())).unwrap();
    let rows: String = CODELIST
        .lines()
        .map(|l| format!("{l}{}\n", ",".repeat(COLUMNS.len() - 10)))
        .collect();
    let codelist = change("codelist", format!("{}\n{rows}", COLUMNS.join(",")));
    let file = std::fs::File::create(folder.join("codelist.csv.gz")).unwrap();
    let mut gz = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    gz.write_all(codelist.as_bytes()).unwrap();
    gz.finish().unwrap();
    std::fs::write(
        folder.join("country_data.tsv"),
        change("converter", CONVERTER.to_owned()),
    )
    .unwrap();
    root
}

fn error(test: &str, change: impl Fn(&str, String) -> String) -> ImportError {
    let root = raw(test, change);
    let out = root.join("out");
    let error = build(&root, &out).unwrap_err();
    assert!(!out.exists(), "nothing must be written");
    error
}

fn in_file(
    which: &'static str,
    from: &'static str,
    to: &'static str,
) -> impl Fn(&str, String) -> String {
    move |file, text| {
        if file == which {
            text.replace(from, to)
        } else {
            text
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let root = raw("same", |_, text| text);
    let (one, other) = (root.join("one"), root.join("other"));
    let report = build(&root, &one).unwrap();
    assert_eq!(
        (report.states, report.spells, report.files.len()),
        (2, 2, 3)
    );
    build(&root, &other).unwrap();
    for file in ["states.csv", "spells.csv", "names.csv"] {
        let text = std::fs::read_to_string(one.join(file)).unwrap();
        assert_eq!(text, std::fs::read_to_string(other.join(file)).unwrap());
    }
    assert_eq!(
        std::fs::read_to_string(one.join("states.csv"))
            .unwrap()
            .lines()
            .nth(2)
            .unwrap(),
        "70,MEX,MEX,MX,MEX,484,Mexico,México,Mexique,Americas,Latin America and the Caribbean,Central America,LatinAmericaCaribbean,,"
    );
    assert_eq!(
        std::fs::read_to_string(one.join("spells.csv")).unwrap(),
        "ccode,from,until\n2,1816-01-01,\n70,1831-01-01,\n"
    );
    assert!(
        std::fs::read_to_string(one.join("names.csv"))
            .unwrap()
            .contains("United Mexican States,70,en")
    );
}

#[test]
fn a_broken_cell_is_named_by_file_line_column_and_value() {
    let said = error("month", in_file("cow", "1831,1,1", "1831,13,1")).to_string();
    assert!(
        said.contains("cow_states.csv, line 3, column stday: \"1\" is no day of that month"),
        "{said}"
    );
    let said = error("number", in_file("cow", "MEX,70", "MEX,seventy")).to_string();
    assert!(
        said.contains("cow_states.csv, line 3, column ccode: \"seventy\" is not a whole number"),
        "{said}"
    );
    let said = error("column", in_file("codelist", "iso3c", "iso3")).to_string();
    assert!(
        said.contains("codelist.csv.gz, line 1, column iso3c"),
        "{said}"
    );
    let said = error("ragged", in_file("cow", "12,31,2016\nMEX", "12,31\nMEX")).to_string();
    assert!(said.contains("cow_states.csv, line 2"), "{said}");
}

#[test]
fn a_code_or_a_name_of_two_states_is_refused() {
    let twice = error("code", in_file("codelist", "MX,MEX", "US,MEX"));
    assert!(
        matches!(
            twice,
            ImportError::Twice {
                one: Ccode(2),
                other: Ccode(70),
                ..
            }
        ),
        "{twice}"
    );
    let twice = error(
        "name",
        in_file("converter", "United Mexican States", "Estados-Unidos"),
    );
    assert!(
        matches!(
            twice,
            ImportError::Twice {
                what: "the name",
                ..
            }
        ) || twice.to_string().contains("Estados"),
        "{twice}"
    );
}

#[test]
fn a_state_without_a_name_in_a_language_is_refused() {
    let said = error("incomplete", in_file("codelist", ",México,", ",,")).to_string();
    assert_eq!(
        said,
        "state 70 (Mexico) has no name_es in the publishers' files nor in historical.csv"
    );
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let missing = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nowhere");
    let said = build(&missing, &missing).unwrap_err().to_string();
    assert!(said.contains("cow_states.csv"), "{said}");
}

/// The embedded tables were built after the last change of those compiled by hand.
#[test]
fn the_embedded_tables_are_up_to_date() {
    let read = |text: &str| -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader
            .records()
            .map(|r| r.unwrap().iter().map(str::to_owned).collect())
            .collect()
    };
    for row in read(include_str!("../../../data/states/spellings.csv")) {
        let resolved = system().resolve(&row[0]);
        match row[3].as_str() {
            "either" => assert_eq!(resolved.unwrap_err().reason, Reason::Ambiguous, "{row:?}"),
            "outside" => assert_eq!(
                resolved.unwrap_err().reason,
                Reason::Outside(row[4].clone()),
                "{row:?}"
            ),
            _ => assert_eq!(resolved.unwrap().ccode.to_string(), row[1], "{row:?}"),
        }
    }
    let states = include_str!("../../../data/states/states.csv");
    for row in read(include_str!("../../../data/states/historical.csv"))
        .iter()
        .filter(|r| r[2] != "-")
    {
        let line = states
            .lines()
            .find(|l| l.starts_with(&format!("{},", row[0])))
            .unwrap();
        assert!(line.contains(&row[2]), "{row:?}");
    }
    let pairs = read(include_str!("../../../data/states/successions.csv"));
    let known: HashSet<(Ccode, Ccode)> = system()
        .states()
        .iter()
        .flat_map(|s| s.successors.iter().map(|c| (s.ccode, *c)))
        .collect();
    assert_eq!(pairs.len(), known.len());
    for state in system().states() {
        let row = read(include_str!("../../../data/states/groups.csv"))
            .into_iter()
            .find(|r| r[0] == state.ccode.to_string());
        assert_eq!(
            row.map_or(String::new(), |r| r[1].clone()),
            state.un_group.map_or("", |g| g.id()),
            "{}",
            state.name_en
        );
    }
}
