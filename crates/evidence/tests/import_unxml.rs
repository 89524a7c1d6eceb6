//! The United Nations' machine-readable resolutions, on lines of the publisher's own files (`tests/fixtures/unxml`,
//! UNxml/GAresolutions @ 42a69b67 and UNxml/SCresolutions @ 6c4072a8), and the Security Council's gathered record.

use std::path::PathBuf;

use entente_evidence::import::{ImportError, Kind, read};
use entente_evidence::{Adoption, Organ, RecordSource, Resolution, RollCallKind, Tables};
use jiff::civil::date;

fn bytes_of(file: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn imported(kind: Kind, file: &str) -> Tables {
    read(kind, file, &bytes_of(file)).unwrap_or_else(|e| panic!("{e}"))
}

fn resolution<'t>(tables: &'t Tables, symbol: &str) -> &'t Resolution {
    tables
        .resolutions
        .iter()
        .find(|r| r.symbol == symbol)
        .unwrap_or_else(|| panic!("no {symbol}"))
}

/// Votes in favour, against, abstentions, and members that did not vote.
fn assembly_counts(tables: &Tables, symbol: &str) -> Option<[usize; 4]> {
    let rcid = resolution(tables, symbol).rcid?;
    let of = |cast| {
        tables
            .votes
            .iter()
            .filter(|v| v.rcid == rcid && v.vote == cast)
            .count()
    };
    Some([of(1), of(3), of(2), of(8)])
}

fn council_counts(tables: &Tables, symbol: &str) -> [usize; 4] {
    let votes = || tables.council_votes.iter().filter(|v| v.symbol == symbol);
    [1, 3, 2, 8].map(|cast| votes().filter(|v| v.vote == cast).count())
}

fn council_vote(tables: &Tables, symbol: &str, ccode: u16) -> Option<u8> {
    let vote = |v: &&entente_evidence::CouncilVote| v.symbol == symbol && v.ccode.0 == ccode;
    tables.council_votes.iter().find(vote).map(|v| v.vote)
}

fn repairs_of(tables: &Tables, symbol: &str) -> Vec<String> {
    let of = tables.repairs.iter().filter(|r| r.symbol == symbol);
    of.map(|r| r.what.clone()).collect()
}

#[test]
fn a_recorded_vote_of_the_assembly() {
    let tables = imported(Kind::Unxml, "unxml/assembly.jsonl");
    let embargo = resolution(&tables, "A/RES/80/4");
    assert_eq!(
        (
            embargo.organ,
            embargo.date,
            embargo.session,
            embargo.adoption,
            embargo.source
        ),
        (
            Organ::Assembly,
            date(2025, 10, 29),
            Some(80),
            Adoption::Recorded,
            RecordSource::Unxml
        )
    );
    assert_eq!(
        (embargo.in_favour, embargo.against, embargo.abstaining),
        (Some(165), Some(7), Some(12))
    );
    // 193 members; 9 are in no list.
    assert_eq!(
        assembly_counts(&tables, "A/RES/80/4"),
        Some([165, 7, 12, 9])
    );
    let call = tables
        .roll_calls
        .iter()
        .find(|r| Some(r.rcid) == embargo.rcid)
        .unwrap();
    assert_eq!((call.rcid, call.kind), (1_080_000_400, RollCallKind::Final));
    assert_eq!((call.amendment, call.paragraph), (Some(false), Some(false)));
    // An emergency special session counts with the regular session under way.
    let ukraine = tables
        .resolutions
        .iter()
        .find(|r| r.symbol.contains("ES-11"))
        .unwrap();
    assert_eq!((ukraine.session, ukraine.date.year()), (Some(76), 2022));
}

#[test]
fn a_resolution_without_a_vote_and_its_sponsors() {
    let tables = imported(Kind::Unxml, "unxml/assembly.jsonl");
    let text = resolution(&tables, "A/RES/74/115");
    assert_eq!(
        (text.adoption, text.rcid, text.in_favour),
        (Adoption::WithoutVote, None, None)
    );
    assert!(
        text.agenda_item
            .as_deref()
            .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    );
    let sponsors: Vec<u16> = tables
        .sponsors
        .iter()
        .filter(|s| s.symbol == "A/RES/74/7" && !s.additional)
        .map(|s| s.ccode.0)
        .collect();
    assert_eq!(sponsors, [40], "Cuba");
    // Nobody says how it was adopted: that is not a vote, and not its absence.
    assert_eq!(
        resolution(&tables, "A/RES/80/236 A-B").adoption,
        Adoption::NotStated
    );
}

#[test]
fn slips_of_the_assembly_s_files() {
    let tables = imported(Kind::Unxml, "unxml/assembly.jsonl");
    // Two versions, one of which spells Türkiye wrongly: one resolution.
    assert_eq!(
        tables
            .resolutions
            .iter()
            .filter(|r| r.symbol == "A/RES/79/266")
            .count(),
        1
    );
    assert_eq!(
        assembly_counts(&tables, "A/RES/79/266"),
        Some([160, 1, 3, 29])
    );
    assert!(repairs_of(&tables, "A/RES/79/266")[0].starts_with("stands on line 1 "));
    // States that stand twice are counted once, and the totals fit then.
    let twice = resolution(&tables, "A/RES/75/290 A");
    let [yes, no, abstain, _] = assembly_counts(&tables, "A/RES/75/290 A").unwrap();
    assert_eq!(
        [Some(yes as u16), Some(no as u16), Some(abstain as u16)],
        [twice.in_favour, twice.against, twice.abstaining]
    );
    // Lists that do not fit their totals are no votes; the resolution stays, with its totals.
    for (symbol, total, what) in [
        (
            "A/RES/75/254 A-C",
            168,
            "168 are counted in favour and 0 listed",
        ),
        (
            "A/RES/77/293",
            100,
            "59 are counted abstaining and 58 listed",
        ),
    ] {
        assert_eq!(assembly_counts(&tables, symbol), None);
        assert_eq!(resolution(&tables, symbol).in_favour, Some(total));
        assert!(repairs_of(&tables, symbol)[0].starts_with(what));
    }
}

#[test]
fn slips_of_the_council_s_files() {
    let tables = imported(Kind::Unxml, "unxml/council.jsonl");
    for (symbol, counts) in [
        ("S/RES/1287 (2000)", [14, 0, 1, 0]),
        ("S/RES/1559 (2004)", [9, 0, 6, 0]),
        // `CÔTE.` and `D'IVOIRE` are one state.
        ("S/RES/2403 (2018)", [15, 0, 0, 0]),
        // Adopted unanimously, with empty lists: everybody was in favour.
        ("S/RES/2723 (2024)", [15, 0, 0, 0]),
        ("S/RES/2756 (2024)", [12, 0, 2, 1]),
        ("S/RES/2797 (2025)", [11, 0, 3, 1]),
        // 13-0-2 by its text, 15-0-0 by its list: nobody knows who abstained.
        ("S/RES/2812 (2026)", [0, 0, 0, 0]),
        ("S/RES/2820 (2026)", [13, 0, 2, 0]),
    ] {
        assert_eq!(council_counts(&tables, symbol), counts, "{symbol}");
    }
    assert_eq!(
        council_vote(&tables, "S/RES/2797 (2025)", 615),
        Some(8),
        "Algeria"
    );
    assert_eq!(
        resolution(&tables, "S/RES/2423 (2018)").date,
        date(2018, 6, 29)
    );
    let no_vote = resolution(&tables, "S/RES/2812 (2026)");
    assert_eq!((no_vote.in_favour, no_vote.abstaining), (Some(13), Some(2)));
    assert_eq!(no_vote.organ, Organ::Council);
}

#[test]
fn what_cannot_be_read_names_its_place() {
    let line = |change: fn(&mut serde_json::Value)| -> ImportError {
        let first = String::from_utf8(bytes_of("unxml/assembly.jsonl")).unwrap();
        let mut value = serde_json::from_str(first.lines().next().unwrap()).unwrap();
        change(&mut value);
        read(Kind::Unxml, "x.json", format!("\n{value}\n").as_bytes()).unwrap_err()
    };
    for (error, place) in [
        (
            line(|v| v["symbol"] = "A/79/266".into()),
            "x.json:2: column `symbol`, value \"A/79/266\": is no resolution's symbol",
        ),
        (
            line(|v| v["adoption_date"] = "31 June 2025".into()),
            "x.json:2: column `adoption_date`, value \"31 June 2025\": is no date",
        ),
        (
            line(|v| v["MS_against"] = serde_json::json!(["UNITED STARTS"])),
            "x.json:2: column `MS_against`, value \"UNITED STARTS\": is no state's name",
        ),
        (
            line(|v| v["MS_against_count"] = "one".into()),
            "x.json:2: column `MS_against_count`, value \"one\": is not a count of members",
        ),
    ] {
        assert!(error.to_string().starts_with(place), "{error}");
    }
    let torn = read(Kind::Unxml, "x.json", b"{\"symbol\": \"A/RES/80/1\"").unwrap_err();
    assert!(
        torn.to_string()
            .starts_with("x.json:1: is not a resolution as UNxml writes it"),
        "{torn}"
    );
}

#[test]
fn two_versions_with_other_votes_are_refused() {
    let text = String::from_utf8(bytes_of("unxml/assembly.jsonl")).unwrap();
    let line = text.lines().find(|l| l.contains("A/RES/80/4\"")).unwrap();
    let mut other: serde_json::Value = serde_json::from_str(line).unwrap();
    let against = other["MS_against"].as_array_mut().unwrap();
    let moved = against.pop().unwrap();
    other["MS_abstaining"].as_array_mut().unwrap().push(moved);
    let error = read(Kind::Unxml, "x", format!("{line}\n{other}\n").as_bytes()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("stands on line 1 with other votes"),
        "{error}"
    );
}

#[test]
fn the_council_s_gathered_record() {
    let votes = imported(Kind::CouncilVotes, "unsc/votes.csv");
    // China's seat was held in Taipei.
    assert_eq!(council_vote(&votes, "S/RES/1 (1946)", 713), Some(1));
    assert_eq!(council_vote(&votes, "S/RES/242 (1967)", 713), Some(1));
    assert_eq!(council_counts(&votes, "S/RES/748 (1992)"), [10, 0, 5, 0]);
    let resolutions = imported(Kind::CouncilResolutions, "unsc/resolutions.csv");
    assert_eq!(
        resolution(&resolutions, "S/RES/2403 (2018)").adoption,
        Adoption::WithoutVote
    );

    let failed = imported(Kind::CouncilNotAdopted, "unsc/not_adopted.csv");
    assert_eq!(resolution(&failed, "S/2023/212").adoption, Adoption::Failed);
    assert_eq!(resolution(&failed, "S/2023/773").adoption, Adoption::Vetoed);
    let vetoes: Vec<(&str, u16)> = failed
        .vetoes
        .iter()
        .map(|v| (v.draft.as_str(), v.ccode.0))
        .collect();
    assert_eq!(
        vetoes,
        [("S/2023/773", 2), ("S/2024/239", 710), ("S/2024/239", 365)]
    );

    let vetoes = imported(Kind::CouncilVetoes, "unsc/vetoes.csv").vetoes;
    let korea: Vec<u16> = vetoes
        .iter()
        .filter(|v| v.draft == "S/2022/431")
        .map(|v| v.ccode.0)
        .collect();
    assert_eq!(korea, [710, 365]);
    // The flags of this row are empty; the name beside them is not.
    let palestine = vetoes.iter().find(|v| v.date == date(1966, 11, 4)).unwrap();
    assert_eq!(palestine.ccode.0, 365);
    // Several vetoes of one day, under one record of a meeting.
    let spain = vetoes.iter().filter(|v| v.date == date(1946, 6, 26));
    assert_eq!(spain.map(|v| v.number).collect::<Vec<_>>(), [1, 2, 3]);
}
