//! The layouts in which publishers issue the tables whose declarations name the columns of another package, by
//! the word of the format.

use super::layout::Layout;
use super::layout::Stands::{Coded, Day, In, Month, Ones, Perhaps};

/// The other layouts of a format.
pub(super) fn of(word: &str) -> &'static [Layout] {
    match word {
        "unhcr-population" => &POPULATION,
        "unhcr-applications" => &APPLICATIONS,
        "unhcr-decisions" => &DECISIONS,
        "unhcr-solutions" => &SOLUTIONS,
        "cow-contiguity" => &CONTIGUITY,
        "cow-igo-dyads" => &IGO_DYADS,
        "atop" => &ATOP,
        "archigos" => &ARCHIGOS,
        _ => &[],
    }
}

const ORIGIN: &[&str] = &["Country of origin (ISO)", "Country of Origin (ISO)"];
const ASYLUM: &[&str] = &["Country of asylum (ISO)", "Country of Asylum (ISO)"];

/// UNHCR's Refugee Data Finder, population.csv.
static POPULATION: [Layout; 1] = [Layout::named(
    "UNHCR's download",
    &[
        ("year", In(&["Year"])),
        ("coo_iso", In(ORIGIN)),
        ("coa_iso", In(ASYLUM)),
        (
            "refugees",
            In(&[
                "Refugees under UNHCR's mandate",
                "Refugees under UNHCR’s mandate",
            ]),
        ),
        ("asylum_seekers", Perhaps(&["Asylum-seekers"])),
        (
            "returned_refugees",
            Perhaps(&["Returned refugees", "Refugee returns"]),
        ),
        ("idps", Perhaps(&["IDPs of concern to UNHCR"])),
        ("returned_idps", Perhaps(&["Returned IDPs", "IDP returns"])),
        ("stateless", Perhaps(&["Stateless persons"])),
        ("ooc", Perhaps(&["Others of concern"])),
        (
            "oip",
            Perhaps(&[
                "Other people in need of international protection",
                "Venezuelans displaced abroad",
            ]),
        ),
        ("hst", Perhaps(&["Host Community", "Host community"])),
    ],
)];

/// UNHCR's Refugee Data Finder, asylum-applications.csv.
static APPLICATIONS: [Layout; 1] = [Layout::named(
    "UNHCR's download",
    &[
        ("year", In(&["Year"])),
        ("coo_iso", In(ORIGIN)),
        ("coa_iso", In(ASYLUM)),
        ("procedure_type", In(&["Authority"])),
        ("app_type", In(&["Application type"])),
        ("dec_level", In(&["Stage of procedure"])),
        ("app_pc", In(&["Cases / Persons", "Cases/Persons"])),
        ("applied", In(&["applied", "Applied"])),
    ],
)];

/// UNHCR's Refugee Data Finder, asylum-decisions.csv.
static DECISIONS: [Layout; 1] = [Layout::named(
    "UNHCR's download",
    &[
        ("year", In(&["Year"])),
        ("coo_iso", In(ORIGIN)),
        ("coa_iso", In(ASYLUM)),
        ("procedure_type", In(&["Authority"])),
        ("dec_level", In(&["Stage of procedure"])),
        ("dec_pc", In(&["Cases / Persons", "Cases/Persons"])),
        ("dec_recognized", In(&["Recognized decisions"])),
        ("dec_other", In(&["Complementary protection"])),
        ("dec_rejected", In(&["Rejected decisions"])),
        ("dec_closed", In(&["Otherwise closed"])),
        ("dec_total", In(&["Total decisions"])),
    ],
)];

/// UNHCR's Refugee Data Finder, solutions.csv.
static SOLUTIONS: [Layout; 1] = [Layout::named(
    "UNHCR's download",
    &[
        ("year", In(&["Year"])),
        ("coo_iso", In(ORIGIN)),
        ("coa_iso", In(ASYLUM)),
        (
            "returned_refugees",
            In(&["Returned refugees", "Refugee returns"]),
        ),
        ("resettlement", In(&["Resettlement arrivals"])),
        ("naturalisation", In(&["Naturalisation"])),
        ("returned_idps", Perhaps(&["Returned IDPs", "IDP returns"])),
    ],
)];

/// COW's direct contiguity, contdir.csv: each pair once, by months.
static CONTIGUITY: [Layout; 1] = [Layout {
    name: "contdir.csv of the Correlates of War project",
    columns: &[
        ("ccode1", In(&["statelno", "state1no"])),
        ("ccode2", In(&["statehno", "state2no"])),
        ("stdate", Month("begin")),
        ("enddate", Month("end")),
    ],
    only: None,
    both_ways: Some(("ccode1", "ccode2")),
    refused: None,
}];

/// COW's IGO data 3, dyadic_formatv3.csv: a column for each organisation, 1 where both are members.
static IGO_DYADS: [Layout; 1] = [Layout::named(
    "dyadic_formatv3.csv of the Correlates of War project",
    &[("dyadigos", Ones("year")), ("dyadid", In(&["dyadid"]))],
)];

/// ATOP's dyad-years: directed, and undirected.
static ATOP: [Layout; 2] = [
    Layout {
        name: "atop5_1ddyr.csv of ATOP",
        columns: &[
            ("ccode1", In(&["stateA"])),
            ("ccode2", In(&["stateB"])),
            ("atop_defense", In(&["defense"])),
            ("atop_offense", In(&["offense"])),
            ("atop_neutral", In(&["neutral"])),
            ("atop_nonagg", In(&["nonagg"])),
            ("atop_consul", In(&["consul"])),
            ("ddyad", In(&["ddyad"])),
        ],
        only: Some(("atopally", "1")),
        both_ways: None,
        refused: None,
    },
    Layout {
        name: "atop5_1dyr.csv of ATOP",
        columns: &[
            ("ccode1", In(&["stateA", "mem1"])),
            ("ccode2", In(&["stateB", "mem2"])),
            ("atop_defense", In(&["defense"])),
            ("atop_offense", In(&["offense"])),
            ("atop_neutral", In(&["neutral"])),
            ("atop_nonagg", In(&["nonagg"])),
            ("atop_consul", In(&["consul"])),
            ("dyad", In(&["dyad"])),
        ],
        only: None,
        both_ways: None,
        refused: Some((
            "is ATOP's file of pairs without direction: it does not say which of the two is bound to the other",
            "import atop5_1ddyr.csv of the same edition, the directed dyad-years, which says it",
        )),
    },
];

/// Codes of Archigos for what is not known or does not apply.
const UNKNOWN: &[&str] = &["NA", "-999", "-888", "-777", "-666", "."];

/// Archigos 4.1 as issued. The dates stand in it as text and as days; whichever has the year first is read.
static ARCHIGOS: [Layout; 1] = [Layout::named(
    "Archigos 4.1 as issued",
    &[
        ("gwcode", In(&["ccode"])),
        ("yrborn", Coded("yrborn", UNKNOWN)),
        ("gender", Coded("gender", UNKNOWN)),
        ("startdate", Day(&["startdate", "eindate"])),
        ("enddate", Day(&["enddate", "eoutdate"])),
    ],
)];
