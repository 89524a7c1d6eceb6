//! Files as they lie on people's disks: from another country's spreadsheet, in another of the publisher's
//! layouts, from its programming interface. Each is made of the fixture in the usual form, cell by cell, and
//! must read the same; or the error must say what is the matter.

use std::collections::BTreeSet;

use entente_evidence::import::{Import, Kind, import_sound, read};
use entente_evidence::{CodeBasis, RollCall, Tables, Vote};
use entente_states::Ccode;
use jiff::civil::date;

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

fn written(rows: &[Vec<String>], delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A table by the names of its columns.
struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn of(name: &str) -> Self {
        let mut rows = cells(&fixture(name));
        Sheet {
            header: rows.remove(0),
            rows,
        }
    }

    fn place(&self, column: &str) -> usize {
        let found = self.header.iter().position(|name| name == column);
        found.unwrap_or_else(|| panic!("no column {column}"))
    }

    fn cell<'r>(&self, row: &'r [String], column: &str) -> &'r str {
        &row[self.place(column)]
    }

    /// With every cell of a column changed.
    fn with(mut self, column: &str, change: impl Fn(&str) -> String) -> Self {
        let place = self.place(column);
        for row in &mut self.rows {
            row[place] = change(&row[place]);
        }
        self
    }

    fn without(mut self, columns: &[&str]) -> Self {
        for column in columns {
            let place = self.place(column);
            self.header.remove(place);
            for row in &mut self.rows {
                row.remove(place);
            }
        }
        self
    }

    /// Columns under other names, in that order; the rest left out.
    fn named(&self, columns: &[(&str, &str)]) -> Self {
        Sheet {
            header: columns.iter().map(|(_, new)| (*new).to_owned()).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| {
                    let cells = columns
                        .iter()
                        .map(|(old, _)| self.cell(row, old).to_owned());
                    cells.collect()
                })
                .collect(),
        }
    }

    fn text(&self, delimiter: u8) -> String {
        let header = std::iter::once(&self.header);
        let rows: Vec<Vec<String>> = header.chain(&self.rows).cloned().collect();
        written(&rows, delimiter)
    }

    fn csv(&self) -> String {
        self.text(b',')
    }
}

fn tables(kind: Kind, text: &str) -> Tables {
    read(kind, "f", text.as_bytes()).unwrap_or_else(|e| panic!("{e}"))
}

fn said(kind: Kind, text: &str) -> String {
    let error = read(kind, "f", text.as_bytes());
    error.expect_err("it is read").to_string()
}

fn in_order(mut tables: Tables) -> Tables {
    tables.votes.sort_by_key(|v| (v.rcid, v.ccode));
    tables
}

const LIBRARY: &str = "unga/undl_2026.csv";

#[test]
fn a_spreadsheet_of_another_country_reads_the_same() {
    for (kind, name) in [
        (Kind::DigitalLibrary, LIBRARY),
        (Kind::Dataverse, "unga/dataverse.csv"),
        (Kind::UnhcrPopulation, "displacement/population.csv"),
        (Kind::IdealPoints, "unga/ideal_points.csv"),
    ] {
        let usual = tables(kind, &fixture(name));
        let sheet = Sheet::of(name);
        for delimiter in [b';', b'\t', b'|'] {
            let text = sheet.text(delimiter);
            assert_eq!(tables(kind, &text), usual, "{name}");
            let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
            assert_eq!(tables(kind, &marked), usual, "{name} with a mark");
            let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(read(kind, "f", &wide).unwrap(), usual, "{name} in UTF-16");
        }
    }
}

#[test]
fn a_day_with_its_time_and_a_day_that_comes_first_or_second() {
    let usual = tables(Kind::DigitalLibrary, &fixture("unga/undl.csv"));
    let read = |change: &dyn Fn(&str, &str, &str) -> String| {
        let sheet = Sheet::of("unga/undl.csv").with("date", |text| {
            let parts: Vec<&str> = text.split('-').collect();
            change(parts[0], parts[1], parts[2])
        });
        tables(Kind::DigitalLibrary, &sheet.csv())
    };
    assert_eq!(read(&|y, m, d| format!("{y}-{m}-{d}T00:00:00")), usual);
    assert_eq!(read(&|y, m, d| format!("{y}-{m}-{d} 00:00:00")), usual);
    assert_eq!(read(&|y, m, d| format!("{m}/{d}/{y}")), usual);
    assert_eq!(read(&|y, m, d| format!("{d}.{m}.{y}")), usual);
}

#[test]
fn a_day_that_cannot_be_told_from_a_month_is_refused() {
    let sheet = Sheet::of(LIBRARY).with("date", |_| "12/6/2017".to_owned());
    assert_eq!(
        said(Kind::DigitalLibrary, &sheet.csv()),
        "f:2: column `date`, value \"12/6/2017\": does not tell which number is the day, and no other date of \
         the column tells; write the dates as YYYY-MM-DD"
    );
    let mut sheet = Sheet::of("unga/undl.csv").with("date", |_| "12/21/2017".to_owned());
    let place = sheet.place("date");
    sheet.rows.last_mut().unwrap()[place] = "21/12/2017".to_owned();
    assert!(said(Kind::DigitalLibrary, &sheet.csv()).contains("some dates begin with the day"));
}

#[test]
fn codes_with_a_fraction_and_what_r_leaves_missing() {
    let usual = tables(Kind::Dataverse, &fixture("unga/dataverse.csv"));
    let mut sheet = Sheet::of("unga/dataverse.csv");
    for column in ["rcid", "ccode", "vote", "session", "me", "nu"] {
        sheet = sheet.with(column, |text| match text {
            "" | "NA" => text.to_owned(),
            number => format!("{number}.0"),
        });
    }
    assert_eq!(tables(Kind::Dataverse, &sheet.csv()), usual);

    let mut sheet = Sheet::of("unga/dataverse.csv");
    let (code, vote) = (sheet.place("ccode"), sheet.place("vote"));
    sheet.rows[0][code] = "NA".to_owned();
    let unnamed = sheet.rows[1][sheet.place("Countryname")].clone();
    assert_eq!(
        tables(Kind::Dataverse, &sheet.csv()),
        usual,
        "the name tells"
    );
    sheet.rows[1][vote] = "NA".to_owned();
    let read = tables(Kind::Dataverse, &sheet.csv());
    assert_eq!(
        read.votes.len(),
        usual.votes.len() - 1,
        "{unnamed} has no vote"
    );
    let sheet = sheet.with("Countryname", |_| "Atlantis".to_owned());
    assert_eq!(
        said(Kind::Dataverse, &sheet.csv()),
        "f:2: column `ccode`, value \"NA\": is missing, and no name beside it is a state's; a COW number, such \
         as 2 for the United States"
    );
    let sheet = Sheet::of("unga/dataverse.csv").with("date", |_| "NA".to_owned());
    assert_eq!(
        said(Kind::Dataverse, &sheet.csv()),
        "f:2: column `date`, value \"NA\": is missing, and may not be"
    );
}

#[test]
fn the_dataverse_names_a_special_session_as_the_library_does() {
    let sheet = Sheet::of("unga/dataverse_old.csv")
        .with("session", |_| "11emsp".to_owned())
        .with("date", |_| "2022-03-02".to_owned())
        .with("unres", |_| "A/RES/ES-11/1".to_owned());
    let calls = tables(Kind::Dataverse, &sheet.csv()).roll_calls;
    assert_eq!((calls[0].session, calls[0].date), (76, date(2022, 3, 2)));
}

#[test]
fn votes_without_their_resolutions_are_told_from_the_file_that_has_them() {
    let sheet = Sheet::of("unga/dataverse.csv").named(&[
        ("rcid", "rcid"),
        ("session", "session"),
        ("vote", "vote"),
        ("ccode", "ccode"),
    ]);
    let said = said(Kind::Dataverse, &sheet.text(b'\t'));
    assert!(
        said.contains("import UNVotes.csv of the same deposit"),
        "{said}"
    );
}

const TOTALS: [&str; 5] = [
    "total_yes",
    "total_no",
    "total_abstentions",
    "total_non_voting",
    "total_ms",
];

#[test]
fn totals_are_not_asked_for_where_they_are_not_there() {
    let usual = tables(Kind::DigitalLibrary, &fixture(LIBRARY));
    let bare = Sheet::of(LIBRARY).without(&TOTALS);
    assert_eq!(tables(Kind::DigitalLibrary, &bare.csv()), usual);
    let bare = Sheet::of(LIBRARY).without(&["agenda_title", "draft", "vote_note"]);
    assert_eq!(tables(Kind::DigitalLibrary, &bare.csv()), usual);
    let mut short = Sheet::of(LIBRARY);
    short.rows.pop();
    assert!(said(Kind::DigitalLibrary, &short.csv()).contains("is the file cut short?"));
}

#[test]
fn an_empty_vote_is_not_voting_where_the_totals_say_so() {
    let usual = in_order(tables(Kind::DigitalLibrary, &fixture(LIBRARY)));
    let blank = |text: &str| {
        if text == "X" {
            String::new()
        } else {
            text.to_owned()
        }
    };
    let sheet = Sheet::of(LIBRARY).with("ms_vote", blank);
    assert_eq!(in_order(tables(Kind::DigitalLibrary, &sheet.csv())), usual);
    for told in ["total_ms", "total_non_voting"] {
        let sheet = Sheet::of(LIBRARY)
            .with("ms_vote", blank)
            .with(told, |_| String::new());
        let read = in_order(tables(Kind::DigitalLibrary, &sheet.csv()));
        assert_eq!(read.votes, usual.votes, "without {told}");
    }
    // Nobody says that they were members: they have no vote.
    let silent = Sheet::of(LIBRARY).with("ms_vote", blank).without(&TOTALS);
    let voted = usual.votes.iter().filter(|v| v.vote != 8).count();
    assert_eq!(
        tables(Kind::DigitalLibrary, &silent.csv()).votes.len(),
        voted
    );
    // The totals count fewer than are empty: which of them voted not, nobody can tell.
    let sheet = Sheet::of(LIBRARY)
        .with("ms_vote", blank)
        .with("total_non_voting", |_| "21".to_owned());
    assert!(said(Kind::DigitalLibrary, &sheet.csv()).contains("does not fit roll call"));
}

/// UNHCR's download of persons of concern, of the rows of a fixture.
fn population_download() -> Sheet {
    Sheet::of("displacement/population.csv").named(&[
        ("year", "Year"),
        ("coo_name", "Country of origin"),
        ("coo_iso", "Country of origin (ISO)"),
        ("coa_name", "Country of asylum"),
        ("coa_iso", "Country of asylum (ISO)"),
        ("refugees", "Refugees under UNHCR's mandate"),
        ("asylum_seekers", "Asylum-seekers"),
        ("idps", "IDPs of concern to UNHCR"),
        ("oip", "Other people in need of international protection"),
        ("stateless", "Stateless persons"),
        ("hst", "Host Community"),
        ("ooc", "Others of concern"),
    ])
}

#[test]
fn unhcrs_download_is_read_below_its_title() {
    let mut usual = tables(
        Kind::UnhcrPopulation,
        &fixture("displacement/population.csv"),
    );
    for row in &mut usual.population {
        (row.returned_refugees, row.returned_idps) = (None, None);
    }
    let sheet = population_download().with("Host Community", |text| match text {
        "" => "-".to_owned(),
        text => text.to_owned(),
    });
    let title = "\"UNHCR - Refugee Data Finder\"\n\"\"\n\"Data extracted at\",\"29/11/2026\"\n\n\n";
    for above in ["", title] {
        let text = format!("{above}{}", sheet.csv());
        assert_eq!(tables(Kind::UnhcrPopulation, &text), usual, "{above}");
    }
    let broken = format!("{title}{}", sheet.csv()).replace("180000", "-180000");
    assert!(said(Kind::UnhcrPopulation, &broken).starts_with(
        "f:7: column `Refugees under UNHCR's mandate`, value \"-180000\": is not a count"
    ));
}

#[test]
fn the_other_downloads_of_unhcr_are_read() {
    let who = [
        ("year", "Year"),
        ("coo_iso", "Country of origin (ISO)"),
        ("coa_iso", "Country of asylum (ISO)"),
    ];
    type Renamed = (Kind, &'static str, &'static [(&'static str, &'static str)]);
    let columns: [Renamed; 3] = [
        (
            Kind::UnhcrApplications,
            "displacement/asylum_applications.csv",
            &[
                ("procedure_type", "Authority"),
                ("app_type", "Application type"),
                ("dec_level", "Stage of procedure"),
                ("app_pc", "Cases / Persons"),
                ("applied", "applied"),
            ],
        ),
        (
            Kind::UnhcrDecisions,
            "displacement/asylum_decisions.csv",
            &[
                ("procedure_type", "Authority"),
                ("dec_level", "Stage of procedure"),
                ("dec_pc", "Cases / Persons"),
                ("dec_recognized", "Recognized decisions"),
                ("dec_other", "Complementary protection"),
                ("dec_rejected", "Rejected decisions"),
                ("dec_closed", "Otherwise closed"),
                ("dec_total", "Total decisions"),
            ],
        ),
        (
            Kind::UnhcrSolutions,
            "displacement/solutions.csv",
            &[
                ("returned_refugees", "Returned refugees"),
                ("resettlement", "Resettlement arrivals"),
                ("naturalisation", "Naturalisation"),
                ("returned_idps", "Returned IDPs"),
            ],
        ),
    ];
    for (kind, name, own) in columns {
        let names: Vec<(&str, &str)> = who.iter().chain(own).copied().collect();
        let sheet = Sheet::of(name).named(&names);
        assert_eq!(
            tables(kind, &sheet.csv()),
            tables(kind, &fixture(name)),
            "{name}"
        );
    }
}

#[test]
fn answers_of_unhcrs_interface_are_read() {
    for (kind, name) in [
        (Kind::UnhcrPopulation, "displacement/population.csv"),
        (Kind::UnhcrFlows, "displacement/flows.csv"),
        (
            Kind::UnhcrApplications,
            "displacement/asylum_applications.csv",
        ),
        (Kind::UnhcrDecisions, "displacement/asylum_decisions.csv"),
        (Kind::UnhcrSolutions, "displacement/solutions.csv"),
    ] {
        let sheet = Sheet::of(name);
        let items: Vec<serde_json::Value> = sheet
            .rows
            .iter()
            .map(|row| {
                let fields = sheet.header.iter().zip(row).map(|(column, text)| {
                    // Its answers have the year as a number, counts as texts, and `-` for what is missing.
                    let value = match (column.as_str(), text.as_str()) {
                        ("year", year) => serde_json::json!(year.parse::<u16>().unwrap()),
                        (_, "") => serde_json::json!("-"),
                        (_, text) => serde_json::json!(text),
                    };
                    (column.clone(), value)
                });
                serde_json::Value::Object(fields.collect())
            })
            .collect();
        let answer = serde_json::json!({"page": 1, "maxPages": 1, "total": [], "items": items});
        for text in [
            answer.to_string(),
            serde_json::to_string_pretty(&answer).unwrap(),
            answer["items"].to_string(),
        ] {
            assert_eq!(tables(kind, &text), tables(kind, &fixture(name)), "{name}");
        }
    }
}

#[test]
fn one_to_four_persons_are_kept_as_such() {
    let usual = tables(
        Kind::UnhcrPopulation,
        &fixture("displacement/population.csv"),
    );
    let mut sheet = Sheet::of("displacement/population.csv");
    let (refugees, others) = (sheet.place("refugees"), sheet.place("ooc"));
    (sheet.rows[0][refugees], sheet.rows[0][others]) = ("*".to_owned(), "*".to_owned());
    let read = tables(Kind::UnhcrPopulation, &sheet.csv());
    let row = &read.population[0];
    assert_eq!((row.refugees, row.others_of_concern), (None, None));
    assert_eq!(
        row.one_to_four.as_deref(),
        Some("refugees,others_of_concern")
    );
    assert_eq!(read.population[1..], usual.population[1..]);
}

#[test]
fn figures_summed_over_all_places_say_so() {
    let sheet = Sheet::of("displacement/population.csv").with("coa_iso", |_| "-".to_owned());
    let said = said(Kind::UnhcrPopulation, &sheet.csv());
    assert!(said.contains("are summed over all places"), "{said}");
}

#[test]
fn contiguity_as_its_publisher_issues_it() {
    let usual = tables(Kind::Contiguity, &fixture("geography/contiguity.csv"));
    let both: BTreeSet<(u16, u16)> = usual
        .contiguity
        .iter()
        .map(|c| (c.ccode1.0, c.ccode2.0))
        .collect();
    let turned = |c: &entente_evidence::Contiguity| both.contains(&(c.ccode2.0, c.ccode1.0));
    let mirrored: Vec<_> = usual.contiguity.iter().filter(|c| turned(c)).collect();
    assert!(!mirrored.is_empty());
    for (one, other) in [("statelno", "statehno"), ("state1no", "state2no")] {
        let mut sheet = Sheet::of("geography/contiguity.csv").named(&[
            ("ccode1", one),
            ("ccode2", other),
            ("conttype", "conttype"),
            ("stdate", "begin"),
            ("enddate", "end"),
        ]);
        let number = |text: &str| text.parse::<u16>().unwrap();
        sheet.rows.retain(|row| {
            number(&row[0]) < number(&row[1]) && both.contains(&(number(&row[1]), number(&row[0])))
        });
        let month = |text: &str| text[..7].replace('-', "");
        let sheet = sheet.with("begin", month).with("end", month);
        let read = tables(Kind::Contiguity, &sheet.csv());
        assert_eq!(read.contiguity.iter().collect::<Vec<_>>(), mirrored);
        let wrong = sheet.with("begin", |_| "192013".to_owned());
        assert!(said(Kind::Contiguity, &wrong.csv()).contains("column `begin`"));
    }
}

#[test]
fn joint_organisations_are_counted_by_their_columns() {
    let usual = tables(Kind::Igos, &fixture("institutions/joint_igos.csv"));
    let sheet = Sheet::of("institutions/joint_igos.csv");
    let most = usual.joint_igos.iter().map(|row| row.igos).max().unwrap();
    let mut wide = sheet.named(&[
        ("ccode1", "dyadid"),
        ("ccode1", "ccode1"),
        ("ccode2", "ccode2"),
        ("year", "year"),
    ]);
    for n in 0..most + 3 {
        wide.header.push(format!("igo{n}"));
        for (row, before) in wide.rows.iter_mut().zip(&sheet.rows) {
            let joint: u16 = sheet.cell(before, "dyadigos").parse().unwrap();
            let other = ["0", "-1", "-9"][usize::from(n % 3)];
            row.push(if n < joint { "1" } else { other }.to_owned());
        }
    }
    assert_eq!(tables(Kind::Igos, &wide.csv()), usual);
    let wrong = wide.with("igo1", |_| "7".to_owned());
    assert_eq!(
        said(Kind::Igos, &wrong.csv()),
        "f:2: column `igo1`, value \"7\": is no code of a joint membership; 1, 0, -1 or -9"
    );
}

#[test]
fn alliances_as_their_publisher_issues_them() {
    let usual = tables(Kind::Alliances, &fixture("institutions/alliances.csv"));
    let own = |identity: &'static str| {
        let mut sheet = Sheet::of("institutions/alliances.csv").named(&[
            ("ccode1", identity),
            ("ccode1", "stateA"),
            ("ccode2", "stateB"),
            ("year", "year"),
            ("atop_defense", "defense"),
            ("atop_offense", "offense"),
            ("atop_neutral", "neutral"),
            ("atop_nonagg", "nonagg"),
            ("atop_consul", "consul"),
        ]);
        sheet.header.push("atopally".to_owned());
        sheet
            .rows
            .iter_mut()
            .for_each(|row| row.push("1".to_owned()));
        let mut none = sheet.rows[0].clone();
        (none[1], none[2], none[9]) = ("20".to_owned(), "2".to_owned(), "0".to_owned());
        none[3] = "1900".to_owned();
        sheet.rows.push(none);
        sheet.csv()
    };
    assert_eq!(tables(Kind::Alliances, &own("ddyad")), usual);
    assert_eq!(
        said(Kind::Alliances, &own("dyad")),
        "f: is ATOP's file of pairs without direction: it does not say which of the two is bound to the other; \
         import atop5_1ddyr.csv of the same edition, the directed dyad-years, which says it"
    );
}

#[test]
fn archigos_as_its_publishers_issue_it() {
    let usual = tables(Kind::Archigos, &fixture("leaders/archigos.csv"));
    let sheet = Sheet::of("leaders/archigos.csv");
    let columns = [
        ("obsid", "obsid"),
        ("leadid", "leadid"),
        ("gwcode", "ccode"),
        ("leader", "leader"),
        ("startdate", "startdate"),
        ("startdate", "eindate"),
        ("enddate", "enddate"),
        ("enddate", "eoutdate"),
        ("entry", "entry"),
        ("exit", "exit"),
        ("exitcode", "exitcode"),
        ("gender", "gender"),
        ("yrborn", "yrborn"),
    ];
    let day_first = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        format!("{}/{}/{}", parts[2], parts[1], parts[0])
    };
    let unknown = |text: &str| {
        if text.is_empty() {
            "-999".to_owned()
        } else {
            text.to_owned()
        }
    };
    let own = || sheet.named(&columns).with("yrborn", unknown);
    assert_eq!(tables(Kind::Archigos, &own().text(b'\t')), usual);
    let own = own()
        .with("startdate", day_first)
        .with("enddate", day_first);
    assert_eq!(tables(Kind::Archigos, &own.text(b'\t')), usual);
}

#[test]
fn capabilities_and_trade_may_have_more_columns_and_codes_for_missing() {
    for (kind, name) in [
        (Kind::Nmc, "capabilities/nmc.csv"),
        (Kind::Trade, "capabilities/trade.csv"),
    ] {
        let mut sheet = Sheet::of(name);
        sheet.header.push("version".to_owned());
        for row in &mut sheet.rows {
            for cell in row.iter_mut().filter(|cell| cell.is_empty()) {
                "-9".clone_into(cell);
            }
            row.push("2021".to_owned());
        }
        assert_eq!(
            tables(kind, &sheet.csv()),
            tables(kind, &fixture(name)),
            "{name}"
        );
    }
}

fn sound(kind: Kind, text: &str) -> Import {
    import_sound(kind, "f", text.as_bytes()).unwrap_or_else(|e| panic!("{e}"))
}

fn reasons(import: &Import) -> Vec<(u64, String)> {
    let reason =
        |fault: &entente_evidence::import::ImportError| (fault.line, fault.problem.clone());
    import.left_out.iter().map(reason).collect()
}

#[test]
fn what_is_sound_is_read_the_same_with_or_without_leave_to_skip() {
    for (kind, name) in [
        (Kind::DigitalLibrary, "unga/undl.csv"),
        (Kind::Dataverse, "unga/dataverse.csv"),
        (Kind::UnvotesVotes, "unga/votes.csv"),
        (Kind::UnhcrPopulation, "displacement/population.csv"),
        (Kind::Nmc, "capabilities/nmc.csv"),
    ] {
        let import = sound(kind, &fixture(name));
        assert!(import.left_out.is_empty(), "{name}: {:?}", import.left_out);
        assert_eq!(import.tables.votes, tables(kind, &fixture(name)).votes);
        assert_eq!(
            import.tables.population,
            tables(kind, &fixture(name)).population
        );
    }
}

fn counts(tables: &Tables) -> (usize, usize) {
    (tables.roll_calls.len(), tables.votes.len())
}

#[test]
fn a_row_that_stands_twice_is_left_out_and_the_roll_call_stays() {
    let mut sheet = Sheet::of("unga/undl.csv");
    let usual = counts(&tables(Kind::DigitalLibrary, &sheet.csv()));
    let again = sheet.rows[4].clone();
    sheet.rows.insert(7, again);
    assert!(said(Kind::DigitalLibrary, &sheet.csv()).contains("stands a second time"));
    let import = sound(Kind::DigitalLibrary, &sheet.csv());
    assert_eq!(counts(&import.tables), usual);
    assert_eq!(import.left_out.len(), 1);
    assert_eq!(import.left_out[0].line, 9);
}

#[test]
fn two_votes_of_one_state_are_both_left_out_where_they_differ() {
    let mut sheet = Sheet::of("unga/undl.csv");
    let (roll_calls, votes) = counts(&tables(Kind::DigitalLibrary, &sheet.csv()));
    let (vote, code) = (sheet.place("ms_vote"), sheet.place("ms_code"));
    let mut other = sheet.rows[4].clone();
    other[vote] = "N".to_owned();
    assert_ne!(sheet.rows[4][vote], "N");
    let state = other[code].clone();
    sheet.rows.insert(5, other);
    let import = sound(Kind::DigitalLibrary, &sheet.csv());
    let lines: Vec<u64> = import.left_out.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [6, 7], "{state}: {:?}", reasons(&import));
    assert_eq!(counts(&import.tables), (roll_calls, votes - 1));
}

#[test]
fn a_roll_call_with_a_wrong_total_is_left_out_with_its_votes() {
    let mut sheet = Sheet::of("unga/undl.csv");
    let whole = tables(Kind::DigitalLibrary, &sheet.csv());
    let (number, total) = (sheet.place("undl_id"), sheet.place("total_yes"));
    let wrong = sheet.rows[0][number].clone();
    let mut left = 0;
    for row in sheet.rows.iter_mut().filter(|row| row[number] == wrong) {
        row[total] = "180".to_owned();
        left += 1;
    }
    assert!(said(Kind::DigitalLibrary, &sheet.csv()).contains("value \"180\""));
    let import = sound(Kind::DigitalLibrary, &sheet.csv());
    let (roll_calls, votes) = counts(&whole);
    assert_eq!(counts(&import.tables), (roll_calls - 1, votes - left));
    let fault = &import.left_out[..];
    assert_eq!(fault.len(), 1);
    assert_eq!(
        (
            fault[0].line,
            fault[0].column.as_deref(),
            fault[0].value.as_deref()
        ),
        (2, Some("total_yes"), Some("180"))
    );
}

#[test]
fn a_row_that_cannot_be_read_is_left_out_by_itself() {
    let mut sheet = Sheet::of("unga/undl.csv");
    let (roll_calls, votes) = counts(&tables(Kind::DigitalLibrary, &sheet.csv()));
    let (name, code, vote, title) = (
        sheet.place("ms_name"),
        sheet.place("ms_code"),
        sheet.place("ms_vote"),
        sheet.place("title"),
    );
    (sheet.rows[3][name], sheet.rows[3][code]) = ("ATLANTIS".to_owned(), "ATL".to_owned());
    sheet.rows[9][vote] = "?".to_owned();
    sheet.rows[12][title] = "Another title".to_owned();
    let import = sound(Kind::DigitalLibrary, &sheet.csv());
    let lines: Vec<u64> = import.left_out.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [5, 11, 14], "{:?}", reasons(&import));
    assert_eq!(counts(&import.tables), (roll_calls, votes - 3));
}

#[test]
fn one_vote_under_two_records_is_one_vote() {
    let sheet = Sheet::of(LIBRARY);
    let usual = counts(&tables(Kind::DigitalLibrary, &sheet.csv()));
    let mut twice = Sheet::of(LIBRARY);
    let number = twice.place("undl_id");
    let again: Vec<Vec<String>> = twice
        .rows
        .iter()
        .map(|row| {
            let mut row = row.clone();
            row[number] = "900009999".to_owned();
            row
        })
        .collect();
    let line = twice.rows.len() as u64 + 2;
    twice.rows.extend(again);
    let refused = said(Kind::DigitalLibrary, &twice.csv());
    assert_eq!(
        refused,
        format!(
            "f:{line}: begins record 900009999, which has the vote of record 900001019 again: the same \
             resolution, day and votes; take one of the two records out"
        )
    );
    let import = sound(Kind::DigitalLibrary, &twice.csv());
    assert_eq!(counts(&import.tables), usual);
    assert_eq!(import.tables.roll_calls[0].rcid, 900_001_019);
}

#[test]
fn tables_of_figures_keep_what_is_sound() {
    let sheet = Sheet::of("displacement/population.csv");
    let all = tables(Kind::UnhcrPopulation, &sheet.csv()).population.len();
    let refugees = sheet.place("refugees");
    let mut faulty = Sheet::of("displacement/population.csv");
    faulty.rows[1][refugees] = "many".to_owned();
    faulty.rows.push(sheet.rows[2].clone());
    let mut other = sheet.rows[3].clone();
    other[refugees] = "123456".to_owned();
    faulty.rows.push(other);
    let import = sound(Kind::UnhcrPopulation, &faulty.csv());
    let last = sheet.rows.len() as u64 + 2;
    // The unreadable row; the second of two that say the same; both of two that do not.
    let lines: Vec<u64> = import.left_out.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [3, 5, last, last + 1], "{:?}", reasons(&import));
    assert_eq!(import.tables.population.len(), all - 2);
}

#[test]
fn a_file_of_which_nothing_is_sound_or_that_is_one_text_is_refused() {
    let sheet = Sheet::of("displacement/population.csv").with("year", |_| "then".to_owned());
    let refused = import_sound(Kind::UnhcrPopulation, "f", sheet.csv().as_bytes());
    assert_eq!(refused.unwrap_err().value.as_deref(), Some("then"));
    let xml = fixture("contacts/visits.xml");
    let refused = import_sound(Kind::Visits, "f", xml.as_bytes()).unwrap_err();
    assert!(
        refused.to_string().contains("read whole or not at all"),
        "{refused}"
    );
}

/// Published codes of a later file join the roll call of an earlier one.
#[test]
fn published_codes_join_the_roll_call_that_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let add = |tables: Tables, kind: Kind| {
        let raw = entente_evidence::RawFile {
            file: "f.csv".to_owned(),
            sha256: String::new(),
        };
        entente_evidence::add_tables(
            dir.path(),
            tables,
            kind,
            &raw,
            || {},
            |_, fresh| {
                // As the rules do: what nobody coded is on the Middle East.
                for call in fresh.roll_calls.iter_mut().filter(|c| c.coded.is_none()) {
                    call.coded = Some(CodeBasis::Rule);
                    fresh
                        .roll_call_issues
                        .push(entente_evidence::RollCallIssue {
                            rcid: call.rcid,
                            issue: entente_evidence::Issue::MiddleEast,
                            basis: CodeBasis::Rule,
                        });
                }
                Ok(())
            },
        )
        .unwrap()
    };
    // A roll call of a day after the record, which the record cannot know.
    let symbol = "A/RES/81/999";
    let call = |rcid, coded| RollCall {
        symbol: Some(symbol.to_owned()),
        coded,
        ..RollCall::plain(rcid, 81, date(2026, 12, 9))
    };
    let votes = |rcid| {
        [(2, 3), (70, 1)].map(|(ccode, vote)| Vote {
            ccode: Ccode(ccode),
            rcid,
            vote,
        })
    };
    let library = Tables {
        roll_calls: vec![call(4_100_000, None)],
        votes: votes(4_100_000).to_vec(),
        ..Tables::default()
    };
    assert_eq!(add(library, Kind::DigitalLibrary).coded, 0);
    let coded = |issue| Tables {
        roll_calls: vec![call(9_999, Some(CodeBasis::Published))],
        votes: votes(9_999).to_vec(),
        roll_call_issues: vec![entente_evidence::RollCallIssue {
            rcid: 9_999,
            issue,
            basis: CodeBasis::Published,
        }],
        ..Tables::default()
    };
    let of = |with_embedded: bool| {
        let evidence = entente_evidence::Evidence::open(dir.path(), with_embedded).unwrap();
        let as_of = evidence.as_of(date(2026, 12, 31));
        let calls = as_of.roll_calls().unwrap();
        let own: Vec<RollCall> = calls
            .iter()
            .map(|view| view.roll_call.clone())
            .filter(|call| call.symbol.as_deref() == Some(symbol))
            .collect();
        let issues: Vec<_> = as_of
            .rows::<entente_evidence::RollCallIssue>()
            .unwrap()
            .filter(|row| row.rcid == own[0].rcid)
            .map(|row| (row.issue, row.basis))
            .collect();
        (own.len(), own[0].rcid, own[0].coded, issues)
    };
    let issue = entente_evidence::Issue::Nuclear;
    assert_eq!(add(coded(issue), Kind::Dataverse).coded, 1);
    for with_embedded in [false, true] {
        assert_eq!(
            of(with_embedded),
            (
                1,
                4_100_000,
                Some(CodeBasis::Published),
                vec![(issue, CodeBasis::Published)]
            )
        );
    }
    // The first published codes stand.
    let later = entente_evidence::Issue::HumanRights;
    assert_eq!(add(coded(later), Kind::Dataverse).coded, 0);
    assert_eq!(of(false).3, [(issue, CodeBasis::Published)]);
}
