//! The importers of tables, on excerpts of the publishers' files: what they make of real rows,
//! and what they say about broken ones.

use std::io::Write;
use std::path::PathBuf;

use entente_evidence::import::{ImportError, Kind, read};
use entente_evidence::{Place, Tables};
use entente_states::Ccode;
use jiff::civil::date;

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn tables(kind: Kind, name: &str) -> Tables {
    read(kind, name, &fixture(name)).unwrap()
}

fn refusal(kind: Kind, name: &str, bytes: &[u8]) -> ImportError {
    read(kind, name, bytes).expect_err(name)
}

const UNITED_STATES: Ccode = Ccode(2);
const MEXICO: Ccode = Ccode(70);

#[test]
fn population_joins_on_iso_and_tells_zero_from_empty() {
    let rows = tables(Kind::UnhcrPopulation, "displacement/population.csv").population;
    assert_eq!(rows.len(), 9);

    let namibia = rows.iter().find(|r| r.origin.as_str() == "NAM").unwrap();
    assert_eq!((namibia.year, namibia.asylum.as_str()), (1966, "ZMB"));
    assert_eq!(namibia.refugees, Some(180));
    assert_eq!(namibia.asylum_seekers, Some(0));
    assert_eq!(namibia.others_needing_protection, None);

    let venezuela = rows.iter().find(|r| r.origin.as_str() == "VEN").unwrap();
    assert_eq!(venezuela.others_needing_protection, Some(1_771_237));

    let internally = rows.iter().find(|r| r.origin == r.asylum).unwrap();
    assert_eq!(internally.idps, Some(7_410_816));

    let stateless = rows.iter().find(|r| r.origin.as_str() == "XXA").unwrap();
    assert_eq!(stateless.stateless, Some(2301));
}

#[test]
fn flows_keep_what_the_publisher_left_empty() {
    let rows = tables(Kind::UnhcrFlows, "displacement/flows.csv").flows;
    assert_eq!(rows.len(), 9);
    let tibetans = rows
        .iter()
        .find(|r| r.origin.as_str() == "TIB" && r.year == 1962)
        .unwrap();
    assert_eq!(tibetans.refugees, Some(2236));
    assert_eq!(tibetans.asylum_seekers, None);
    assert!(rows.iter().any(|r| r.asylum == Place::new("NAM").unwrap()));
}

#[test]
fn na_is_a_code_of_unhcr_and_not_missing() {
    let applications = tables(
        Kind::UnhcrApplications,
        "displacement/asylum_applications.csv",
    )
    .asylum_applications;
    assert_eq!(applications.len(), 12);
    assert_eq!(
        applications
            .iter()
            .filter(|a| a.level.as_str() == "NA")
            .count(),
        2
    );
    assert_eq!(
        applications
            .iter()
            .filter(|a| a.application_type.as_str() == "NA")
            .count(),
        2
    );
    assert!(
        applications
            .iter()
            .any(|a| a.unit.as_str() == "C" && a.applied == Some(14))
    );

    let decisions =
        tables(Kind::UnhcrDecisions, "displacement/asylum_decisions.csv").asylum_decisions;
    assert_eq!(decisions.len(), 9);
    let germany = decisions
        .iter()
        .find(|d| d.level.as_str() == "NA" && d.origin.as_str() == "AFG")
        .unwrap();
    assert_eq!(germany.recognized, Some(31));
    assert_eq!(germany.total, Some(3344));
}

#[test]
fn solutions_keep_unknown_places() {
    let rows = tables(Kind::UnhcrSolutions, "displacement/solutions.csv").solutions;
    assert_eq!(rows.len(), 5);
    let unknown = rows.iter().find(|r| r.origin.as_str() == "UNK").unwrap();
    assert_eq!(unknown.returned_refugees, Some(90));
    assert_eq!(unknown.resettlement, None);
}

#[test]
fn capabilities_keep_missing_apart_from_zero() {
    let rows = tables(Kind::Nmc, "capabilities/nmc.csv").capabilities;
    assert_eq!(rows.len(), 7);
    let bahamas = rows
        .iter()
        .find(|r| r.ccode == Ccode(31) && r.year == 1993)
        .unwrap();
    assert_eq!(bahamas.milex, None);
    assert_eq!(bahamas.irst, Some(0.0));
    assert_eq!(bahamas.cinc, Some(4.7880199e-5));
}

#[test]
fn minus_nine_is_the_publishers_missing_value() {
    let nmc =
        "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n2,1816,-9,17,80,-9.00,8659,101,0.0396\n";
    let rows = read(Kind::Nmc, "nmc.csv", nmc.as_bytes())
        .unwrap()
        .capabilities;
    assert_eq!(
        (rows[0].milex, rows[0].milper, rows[0].pec),
        (None, Some(17.0), None)
    );
}

#[test]
fn trade_can_be_missing_on_both_sides() {
    let rows = tables(Kind::Trade, "capabilities/trade.csv").trade;
    assert_eq!(rows.len(), 4);
    let bahamas = rows.iter().find(|r| r.ccode == Ccode(31)).unwrap();
    assert_eq!((bahamas.imports, bahamas.exports), (None, None));
}

#[test]
fn contiguity_that_lasts_has_no_end_and_type_zero_stays() {
    let rows = tables(Kind::Contiguity, "geography/contiguity.csv").contiguity;
    assert_eq!(rows.len(), 10);
    assert_eq!(rows.iter().filter(|r| r.conttype == 0).count(), 2);
    let spells: Vec<_> = rows
        .iter()
        .filter(|r| (r.ccode1, r.ccode2) == (UNITED_STATES, Ccode(40)))
        .map(|r| (r.from, r.until))
        .collect();
    assert_eq!(
        spells,
        [
            (date(1902, 5, 1), Some(date(1906, 9, 1))),
            (date(1909, 1, 1), None)
        ]
    );
}

#[test]
fn capitals_that_last_have_no_end() {
    let rows = tables(Kind::Capitals, "geography/capitals.csv").capitals;
    let brazil: Vec<_> = rows
        .iter()
        .filter(|r| r.ccode == Ccode(140))
        .map(|r| (r.capital.as_str(), r.until))
        .collect();
    assert_eq!(
        brazil,
        [
            ("Rio de Janeiro", Some(date(1960, 4, 20))),
            ("Brasilia", None)
        ]
    );
}

#[test]
fn distances_are_spells_of_consecutive_years_in_whatever_order_they_stand() {
    let rows = tables(Kind::Distances, "geography/distances.csv").distances;
    let spells: Vec<_> = rows
        .iter()
        .map(|d| (d.ccode2.0, d.first_year, d.last_year, d.km))
        .collect();
    assert_eq!(
        spells,
        [
            (70, 1945, 1949, 0.0),
            (220, 1945, 1945, 4587.79661187915),
            (220, 1946, 1947, 4587.25985689728),
            // The years between have no row, so this is not one spell.
            (740, 1945, 1945, 6518.8620439711),
            (740, 1953, 1954, 6518.8620439711),
        ]
    );
}

#[test]
fn joint_memberships_can_be_none() {
    let rows = tables(Kind::Igos, "institutions/joint_igos.csv").joint_igos;
    assert_eq!(rows.len(), 5);
    let mexico = rows.iter().find(|r| r.ccode2 == MEXICO).unwrap();
    assert_eq!(
        (mexico.ccode1, mexico.year, mexico.igos),
        (UNITED_STATES, 2014, 60)
    );
    assert_eq!(rows.iter().filter(|r| r.igos == 0).count(), 2);
}

#[test]
fn alliances_are_directed_spells_and_may_bind_to_nothing() {
    let rows = tables(Kind::Alliances, "institutions/alliances.csv").alliances;
    let between = |a: u16, b: u16| -> Vec<(u16, u16, bool)> {
        rows.iter()
            .filter(|r| (r.ccode1, r.ccode2) == (Ccode(a), Ccode(b)))
            .map(|r| (r.first_year, r.last_year, r.defense))
            .collect()
    };
    assert_eq!(between(2, 20), [(1945, 1945, true), (1949, 1952, true)]);
    assert_eq!(between(220, 522), [(1977, 1979, true)]);
    assert_eq!(between(522, 220), [(1977, 1979, false)]);
    assert_eq!(between(2, 70).len(), 3);
}

#[test]
fn pairs_without_events_are_covered_but_not_counted() {
    let tables = tables(Kind::Icews, "events/icews.csv");
    assert_eq!(tables.event_counts.len(), 4);
    let first = &tables.event_counts[0];
    assert_eq!(
        (first.ccode1, first.ccode2, first.year),
        (UNITED_STATES, MEXICO, 2002)
    );
    assert_eq!(
        (first.verbal_cooperation, first.material_conflict),
        (617, 52)
    );

    let panel: Vec<_> = tables
        .event_panel
        .iter()
        .map(|p| (p.ccode.0, p.year, p.polity))
        .collect();
    assert_eq!(
        panel,
        [
            (2, 2002, Some(10)),
            (2, 2014, Some(10)),
            (70, 2002, Some(8)),
            (70, 2014, Some(8)),
            (339, 2002, Some(7)),
            (339, 2003, Some(7)),
            (620, 2002, Some(-7)),
            (620, 2003, Some(-7)),
        ]
    );
}

#[test]
fn both_forms_of_gdelt_give_the_same_events() {
    let packaged = tables(Kind::Gdelt, "events/gdelt.csv").events;
    let publisher = tables(Kind::Gdelt, "events/gdelt_publisher.CSV").events;
    assert_eq!(packaged, publisher);
    assert_eq!(packaged.len(), 10);

    let first = &packaged[0];
    assert_eq!(first.id, 669_666_350);
    assert_eq!(first.code, "040");
    assert_eq!(
        (first.date, first.added),
        (date(2007, 7, 4), date(2017, 7, 1))
    );
    assert_eq!(
        (first.actor1.as_deref(), first.actor2.as_deref()),
        (None, Some("CVL"))
    );
    assert_eq!(first.goldstein, Some(1.0));
    let mut classes: Vec<_> = packaged.iter().map(|e| e.quad_class).collect();
    classes.sort_unstable();
    classes.dedup();
    assert_eq!(classes, [1, 2, 3, 4]);
}

#[test]
fn quotes_mean_nothing_in_the_publishers_gdelt() {
    let text = String::from_utf8(fixture("events/gdelt_publisher.CSV")).unwrap();
    let quoted = text.replace("CUBA", "\"CUBA");
    assert_ne!(text, quoted);
    assert!(read(Kind::Gdelt, "x.CSV", quoted.as_bytes()).is_ok());
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(
        read(Kind::Gdelt, "x.CSV", crlf.as_bytes()),
        read(Kind::Gdelt, "x.CSV", text.as_bytes())
    );
}

#[test]
fn compressed_files_read_the_same() {
    for (kind, name) in [
        (Kind::Nmc, "capabilities/nmc.csv"),
        (Kind::Gdelt, "events/gdelt_publisher.CSV"),
        (Kind::Gdelt, "events/gdelt.csv"),
    ] {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(&fixture(name)).unwrap();
        let packed = encoder.finish().unwrap();
        assert_eq!(read(kind, name, &packed).unwrap(), tables(kind, name));
    }
}

#[test]
fn a_zip_archive_is_told_from_a_damaged_file() {
    assert_eq!(
        refusal(
            Kind::Gdelt,
            "20210301.export.CSV.zip",
            b"PK\x03\x04\x14\x00"
        )
        .to_string(),
        "20210301.export.CSV.zip: is a zip archive; unpack it first"
    );
}

#[test]
fn broken_files_are_refused_with_the_place_and_the_reason() {
    for (kind, name, expected) in BROKEN {
        let name = format!("{}/broken/{name}", folder(*kind));
        let file = name.rsplit('/').next().unwrap();
        let error = refusal(*kind, file, &fixture(&name));
        assert_eq!(error.to_string(), *expected, "{name}");
    }
}

#[test]
fn every_broken_file_is_in_the_table() {
    for folder in [
        "displacement",
        "capabilities",
        "geography",
        "institutions",
        "events",
    ] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(folder)
            .join("broken");
        for entry in std::fs::read_dir(path).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(
                BROKEN.iter().any(|(_, n, _)| *n == name),
                "{folder}/broken/{name}"
            );
        }
    }
}

fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Nmc | Kind::Trade => "capabilities",
        Kind::Contiguity | Kind::Capitals | Kind::Distances => "geography",
        Kind::Igos | Kind::Alliances => "institutions",
        Kind::Icews | Kind::Gdelt => "events",
        _ => "displacement",
    }
}

const BROKEN: &[(Kind, &str, &str)] = &[
    (
        Kind::UnhcrPopulation,
        "population_header.csv",
        "population_header.csv:1: column `coo_iso`: is missing from the header; is `coo_is0` meant?",
    ),
    (
        Kind::UnhcrPopulation,
        "population_negative.csv",
        r#"population_negative.csv:2: column `refugees`, value "-180000": is not a count: a whole number, not negative"#,
    ),
    (
        Kind::UnhcrPopulation,
        "population_repeated.csv",
        "population_repeated.csv:11: repeats line 2: the same `year`, `coo_iso`, `coa_iso`",
    ),
    (
        Kind::UnhcrPopulation,
        "population_short.csv",
        "population_short.csv:2: has 10 fields where the header has 16; a stray quote or delimiter, or a file cut short?",
    ),
    (
        Kind::UnhcrFlows,
        "flows_place.csv",
        r#"flows_place.csv:5: column `coo_iso`, value "Tib": is not a code of three capital letters"#,
    ),
    (
        Kind::UnhcrFlows,
        "flows_place_empty.csv",
        r#"flows_place_empty.csv:5: column `coo_iso`, value "": is empty, and may not be"#,
    ),
    (
        Kind::UnhcrFlows,
        "flows_repeated.csv",
        "flows_repeated.csv:11: repeats line 3: the same `year`, `coo_iso`, `coa_iso`",
    ),
    (
        Kind::UnhcrApplications,
        "applications_level_empty.csv",
        r#"applications_level_empty.csv:9: column `dec_level`, value "": is empty, and may not be"#,
    ),
    (
        Kind::UnhcrApplications,
        "applications_repeated.csv",
        "applications_repeated.csv:14: repeats line 9: the same `year`, `coo_iso`, `coa_iso`, `procedure_type`, `app_type`, `dec_level`, `app_pc`",
    ),
    (
        Kind::UnhcrApplications,
        "applications_unit.csv",
        r#"applications_unit.csv:2: column `app_pc`, value "X": is neither P (persons) nor C (cases)"#,
    ),
    (
        Kind::UnhcrDecisions,
        "decisions_fraction.csv",
        r#"decisions_fraction.csv:2: column `dec_total`, value "63.5": is not a count: a whole number, not negative"#,
    ),
    (
        Kind::UnhcrDecisions,
        "decisions_repeated.csv",
        "decisions_repeated.csv:11: repeats line 2: the same `year`, `coo_iso`, `coa_iso`, `procedure_type`, `dec_level`, `dec_pc`",
    ),
    (
        Kind::UnhcrSolutions,
        "solutions_repeated.csv",
        "solutions_repeated.csv:7: repeats line 2: the same `year`, `coo_iso`, `coa_iso`",
    ),
    (
        Kind::UnhcrSolutions,
        "solutions_year.csv",
        r#"solutions_year.csv:2: column `year`, value "59": is not a year between 1000 and 2999"#,
    ),
    (
        Kind::Nmc,
        "nmc_cinc.csv",
        r#"nmc_cinc.csv:2: column `cinc`, value "21.991131": is not a share between 0 and 1"#,
    ),
    (
        Kind::Nmc,
        "nmc_negative.csv",
        r#"nmc_negative.csv:2: column `milex`, value "-62825": is negative"#,
    ),
    (
        Kind::Nmc,
        "nmc_repeated.csv",
        "nmc_repeated.csv:9: repeats line 2: the same `ccode`, `year`",
    ),
    (
        Kind::Nmc,
        "nmc_state.csv",
        r#"nmc_state.csv:5: column `ccode`, value "3": is no state's COW number; `entente states` lists the numbers"#,
    ),
    (
        Kind::Trade,
        "trade_comma.csv",
        r#"trade_comma.csv:2: column `imports`, value "450,0": is not a number; a comma may stand for a fraction or between thousands: write `1234.5`, with a point and nothing between thousands"#,
    ),
    (
        Kind::Trade,
        "trade_infinite.csv",
        r#"trade_infinite.csv:2: column `imports`, value "inf": is not a finite number"#,
    ),
    (
        Kind::Trade,
        "trade_repeated.csv",
        "trade_repeated.csv:6: repeats line 2: the same `ccode`, `year`",
    ),
    (
        Kind::Contiguity,
        "contiguity_backwards.csv",
        r#"contiguity_backwards.csv:4: column `enddate`, value "1909-01-01": is before the start, 2016-12-01"#,
    ),
    (
        Kind::Contiguity,
        "contiguity_repeated.csv",
        "contiguity_repeated.csv:12: repeats line 2: the same `ccode1`, `ccode2`, `stdate`",
    ),
    (
        Kind::Contiguity,
        "contiguity_self.csv",
        r#"contiguity_self.csv:2: column `ccode2`, value "2": is the same state as `ccode1`"#,
    ),
    (
        Kind::Contiguity,
        "contiguity_type.csv",
        r#"contiguity_type.csv:3: column `conttype`, value "6": is not a type of contiguity, 0 to 5"#,
    ),
    (
        Kind::Capitals,
        "capitals_date.csv",
        r#"capitals_date.csv:5: column `stdate`, value "21 April 1960": is not a date of the form YYYY-MM-DD"#,
    ),
    (
        Kind::Capitals,
        "capitals_degrees.csv",
        r#"capitals_degrees.csv:3: column `lat`, value "193.207722": is not between -90 and 90 degrees"#,
    ),
    (
        Kind::Capitals,
        "capitals_repeated.csv",
        "capitals_repeated.csv:7: repeats line 2: the same `ccode`, `stdate`",
    ),
    (
        Kind::Distances,
        "distances_nan.csv",
        r#"distances_nan.csv:2: column `mindist`, value "NaN": is not a distance: a finite number, not negative"#,
    ),
    (
        Kind::Distances,
        "distances_order.csv",
        r#"distances_order.csv:2: column `ccode2`, value "2": is below `ccode1`, 740; this format lists each pair once, the lower COW number first"#,
    ),
    (
        Kind::Distances,
        "distances_repeated.csv",
        "distances_repeated.csv:13: repeats line 2: the same `ccode1`, `ccode2`, `year`",
    ),
    (
        Kind::Igos,
        "igos_negative.csv",
        r#"igos_negative.csv:4: column `dyadigos`, value "-60": is not a number of organisations"#,
    ),
    (
        Kind::Igos,
        "igos_order.csv",
        r#"igos_order.csv:4: column `ccode2`, value "2": is below `ccode1`, 70; this format lists each pair once, the lower COW number first"#,
    ),
    (
        Kind::Igos,
        "igos_repeated.csv",
        "igos_repeated.csv:7: repeats line 2: the same `ccode1`, `ccode2`, `year`",
    ),
    (
        Kind::Alliances,
        "alliances_empty.csv",
        r#"alliances_empty.csv:2: column `atop_offense`, value "": is empty, and may not be"#,
    ),
    (
        Kind::Alliances,
        "alliances_flag.csv",
        r#"alliances_flag.csv:2: column `atop_offense`, value "2": is neither 0 nor 1"#,
    ),
    (
        Kind::Alliances,
        "alliances_repeated.csv",
        "alliances_repeated.csv:19: repeats line 2: the same `ccode1`, `ccode2`, `year`",
    ),
    (
        Kind::Icews,
        "icews_contradiction.csv",
        r#"icews_contradiction.csv:4: column `j_polity2`, value "9": contradicts line 2, for the same state and year"#,
    ),
    (
        Kind::Icews,
        "icews_iso3.csv",
        r#"icews_iso3.csv:2: column `i_iso3c`, value "MXC": is no state's ISO 3166 alpha-3 code"#,
    ),
    (
        Kind::Icews,
        "icews_polity.csv",
        r#"icews_polity.csv:2: column `j_polity2`, value "-88": is not a Polity score, -10 to 10"#,
    ),
    (
        Kind::Icews,
        "icews_repeated.csv",
        "icews_repeated.csv:8: repeats line 6: the same `i_iso3c`, `j_iso3c`, `year`",
    ),
    (
        Kind::Icews,
        "icews_self.csv",
        r#"icews_self.csv:2: column `j_iso3c`, value "MEX": is the same state as `i_iso3c`"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_added.tsv",
        r#"gdelt_added.tsv:2: column `DATEADDED`, value "20170701246000": is not a time of the form YYYYMMDDHHMMSS"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_date.tsv",
        r#"gdelt_date.tsv:1: column `SQLDATE`, value "20070732": is not a date of the form YYYYMMDD"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_empty.tsv",
        "gdelt_empty.tsv: holds no event",
    ),
    (
        Kind::Gdelt,
        "gdelt_goldstein.csv",
        r#"gdelt_goldstein.csv:2: column `GoldsteinScale`, value "11.0": is not a Goldstein score, -10 to 10"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_latin1.tsv",
        "gdelt_latin1.tsv:2: is not UTF-8 text; convert it first, for instance with `iconv -f latin1 -t utf8`",
    ),
    (
        Kind::Gdelt,
        "gdelt_one.tsv",
        "gdelt_one.tsv:1: has 58 columns with tabs between, not 61; this looks like GDELT 1.0, which is not read; use the 2.0 event files",
    ),
    (
        Kind::Gdelt,
        "gdelt_quad.csv",
        r#"gdelt_quad.csv:2: column `QuadClass`, value "5": is not a class, 1 to 4"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_repeated.csv",
        "gdelt_repeated.csv:12: repeats line 2: the same `GLOBALEVENTID`",
    ),
    (
        Kind::Gdelt,
        "gdelt_root.csv",
        r#"gdelt_root.csv:2: column `EventCode`, value "140": is not a CAMEO code under the root 04"#,
    ),
    (
        Kind::Gdelt,
        "gdelt_spaces.tsv",
        "gdelt_spaces.tsv:1: has no tabs; a GDELT event file has 61 columns with tabs between, or a header with `GLOBALEVENTID`",
    ),
    (
        Kind::Gdelt,
        "gdelt_zeros_lost.csv",
        r#"gdelt_zeros_lost.csv:2: column `EventRootCode`, value "4": is not a CAMEO root code of two digits; leading zeros are part of the codes; were they lost?"#,
    ),
];
