//! REIGN's elections and leaders and the leaders of Archigos, on excerpts of the published files.

use entente_evidence::import::{Kind, read};
use entente_evidence::{Election, ElectionKind, Leader, LeaderSpell, Tables};
use entente_states::Ccode;
use jiff::civil::date;

const ELECTIONS: &[u8] = include_bytes!("fixtures/leaders/electionlist.csv");
const LEADERS: &[u8] = include_bytes!("fixtures/leaders/leaderlist.csv");
const ARCHIGOS: &[u8] = include_bytes!("fixtures/leaders/archigos.csv");

fn tables(kind: Kind, bytes: &[u8]) -> Tables {
    read(kind, "excerpt.csv", bytes).unwrap_or_else(|e| panic!("{e}"))
}

fn elections() -> Vec<Election> {
    tables(Kind::ReignElections, ELECTIONS).elections
}

fn spell(obsid: &str) -> LeaderSpell {
    tables(Kind::Archigos, ARCHIGOS)
        .leader_spells
        .into_iter()
        .find(|l| l.obsid == obsid)
        .unwrap_or_else(|| panic!("no spell {obsid}"))
}

fn leaders(leadid: &str) -> Vec<Leader> {
    let mut leaders = tables(Kind::ReignLeaders, LEADERS).leaders;
    leaders.retain(|l| l.leadid == leadid);
    leaders
}

#[test]
fn an_election() {
    let mexico = elections()
        .into_iter()
        .find(|e| e.election == 70012)
        .expect("in the excerpt");
    assert_eq!(
        mexico,
        Election {
            ccode: Ccode(70),
            number: 12,
            sequence: 1,
            election: 70012,
            year: 2018,
            month: 7,
            day: Some(1),
            kind: ElectionKind::Vote,
            event: "Vote, As Scheduled".to_owned(),
            types: "X".to_owned(),
            direct: Some(true),
            regular: Some(true),
            incumbent_won: Some(false),
            changed: Some(true),
            runoff: Some(false),
        }
    );
}

#[test]
fn the_elections_of_the_excerpt() {
    let lines: Vec<String> = elections()
        .iter()
        .map(|e| {
            format!(
                "{} {}-{:02} day {:?} {} ({}) direct {:?} runoff {:?}",
                e.ccode.0, e.year, e.month, e.day, e.kind, e.event, e.direct, e.runoff
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    70 1994-08 day Some(21) vote (Vote, As Scheduled) direct Some(true) runoff Some(false)
    70 2000-07 day Some(2) vote (Vote, As Scheduled) direct Some(true) runoff Some(false)
    70 2018-07 day Some(1) vote (Vote, As Scheduled) direct Some(true) runoff Some(false)
    90 1993-05 day Some(30) other (Announced) direct None runoff Some(false)
    90 1993-06 day Some(5) vote (Vote, Early) direct None runoff Some(false)
    345 1997-10 day Some(5) other (Anulled) direct Some(true) runoff Some(true)
    345 2002-09 day Some(29) other (Anulled) direct Some(true) runoff Some(true)
    345 2002-10 day Some(13) other (Anulled) direct Some(true) runoff Some(true)
    345 2002-12 day Some(8) other (Anulled) direct Some(true) runoff Some(false)
    345 2024-04 day None plan (Upcoming, Deadline) direct Some(true) runoff Some(false)
    359 2018-07 day Some(27) other (Announced) direct Some(true) runoff Some(false)
    359 2018-07 day Some(27) other (Delay) direct Some(true) runoff Some(false)
    359 2018-11 day Some(30) other (Voided) direct Some(true) runoff Some(false)
    553 2014-05 day Some(20) vote (Vote, As Scheduled) direct Some(true) runoff None
    553 2025-05 day Some(31) plan (Upcoming, Scheduled) direct Some(true) runoff Some(false)
    616 2019-07 day Some(31) other (Announced) direct Some(true) runoff None
    616 2019-09 day Some(15) vote (Vote, As Scheduled) direct Some(true) runoff Some(false)
    651 2018-01 day Some(8) other (Announcement) direct Some(true) runoff Some(false)
    651 2018-03 day Some(28) vote (Vote, Early) direct Some(true) runoff Some(false)
    651 2018-05 day Some(8) other (Deadline Met) direct Some(true) runoff Some(false)
    700 1987-11 day None other (Announced) direct Some(true) runoff Some(false)
    700 1988-04 day Some(6) vote (Vote, Early) direct Some(true) runoff Some(false)
    830 2025-11 day None plan (Upcoming, Deadline) direct Some(true) runoff Some(false)
    ");
}

#[test]
fn trailing_blanks_of_an_event_are_dropped() {
    let csv =
        String::from_utf8_lossy(ELECTIONS).replace("Vote, As Scheduled", "Vote, As Scheduled ");
    assert_eq!(
        tables(Kind::ReignElections, csv.as_bytes()).elections,
        elections()
    );
}

#[test]
fn a_leader() {
    assert_eq!(
        leaders("cb-70-1"),
        [Leader {
            ccode: Ccode(70),
            leadid: "cb-70-1".to_owned(),
            leader: "Enrique Pena Nieto".to_owned(),
            from: date(2012, 12, 1),
            until_month: Some(date(2018, 11, 1)),
            birth_year: Some(1966),
            man: Some(true),
            military_career: Some(0.0),
            election_month: Some(7),
            election_year: Some(2012),
        }]
    );
}

#[test]
fn what_is_unknown_of_a_leader_is_empty() {
    let [pedini] = &leaders("194914")[..] else {
        panic!("one spell")
    };
    assert_eq!(
        (pedini.birth_year, pedini.man, pedini.military_career),
        (None, None, None)
    );
    let [biden] = &leaders("ctb-2-1")[..] else {
        panic!("one spell")
    };
    assert_eq!(biden.until_month, None);
}

#[test]
fn one_identifier_can_have_several_spells() {
    let names: Vec<String> = leaders("A2.9-6199").into_iter().map(|l| l.leader).collect();
    assert_eq!(names, ["Thors", "Benediktsson", "Thors"]);
}

#[test]
fn names_lose_only_their_trailing_blanks() {
    assert_eq!(leaders("ctb-346-3")[0].leader, "Komisic");
    assert_eq!(leaders("A2.9-979")[0].leader, "Saca Gonzšlez");
}

#[test]
fn a_spell_with_exact_days() {
    assert_eq!(
        spell("MEX-2006"),
        LeaderSpell {
            gwcode: 70,
            ccode: Some(Ccode(70)),
            obsid: "MEX-2006".to_owned(),
            leadid: "825028d7-1e42-11e4-b4cd-db5882bf8def".to_owned(),
            leader: "Calderon".to_owned(),
            birth_year: Some(1962),
            gender: Some("M".to_owned()),
            from: date(2006, 12, 1),
            until: Some(date(2012, 12, 1)),
            entry: Some("Regular".to_owned()),
            exit: Some("Regular".to_owned()),
            exit_code: Some("Regular".to_owned()),
        }
    );
}

#[test]
fn the_end_of_the_list_is_no_exit() {
    // Peña Nieto at the end of the list, Martelly a year before it, and King Salman with a manner
    // of leaving that is not his.
    for obsid in ["MEX-2012", "HAI-2011", "SAU-2015"] {
        let spell = spell(obsid);
        assert_eq!(
            (spell.until, spell.exit, spell.exit_code),
            (None, None, None),
            "{obsid}"
        );
    }
}

#[test]
fn states_of_the_excerpt() {
    let lines: Vec<String> = tables(Kind::Archigos, ARCHIGOS)
        .leader_spells
        .iter()
        .map(|l| {
            let ccode = l.ccode.map_or("none".to_owned(), |c| c.0.to_string());
            format!("{} {}: {} is {ccode}", l.from, l.leader, l.gwcode)
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    1873-11-07 Mackenzie: 20 is 20
    1949-09-16 Adenauer: 260 is 260
    1982-10-01 Kohl: 260 is 260
    1998-10-27 Schroder: 260 is 255
    2005-11-22 Merkel: 260 is 255
    1879-07-17 Herrise: 41 is 41
    2011-05-14 Martelly: 41 is 41
    1873-12-22 Yi Hyong: 730 is 730
    2006-08-27 Gruevski: 343 is 343
    2006-12-01 Calderon: 70 is 70
    2012-12-01 Enrique Pena Nieto: 70 is 70
    1873-06-16 Johannes Henricus Brand: 564 is none
    1954-01-12 Pham Buu Loc: 817 is 817
    2015-01-23 Salman bin Abdulaziz Al Saud: 670 is 670
    1882-03-06 Milan I: 340 is 345
    1875-04-25 Tatsak Rinpoche: 711 is none
    1872-07-01 Burgers: 563 is none
    1869-03-04 Grant: 2 is 2
    1877-03-04 Hayes: 2 is 2
    1847-11-10 Tu Duc: 815 is none
    1978-07-17 Saleh al-Hashidi: 678 is 678
    2012-02-27 Abd Rabbuh Mansur Hadi: 678 is 679
    ");
}

#[test]
fn broken_files() {
    macro_rules! broken {
        ($kind:expr, $name:literal, $says:literal) => {{
            let bytes = include_bytes!(concat!("fixtures/leaders/broken/", $name, ".csv"));
            let error = read($kind, "broken.csv", bytes).expect_err($name);
            assert_eq!(error.to_string(), $says, "{}", $name);
        }};
    }
    broken!(
        Kind::Archigos,
        "archigos-born",
        r#"broken.csv:2: column `yrborn`, value "unknown": is not a year"#
    );
    broken!(
        Kind::Archigos,
        "archigos-end-first",
        r#"broken.csv:2: column `enddate`, value "2006-11-30": lies before the entry, 2006-12-01"#
    );
    broken!(
        Kind::Archigos,
        "archigos-gender",
        r#"broken.csv:2: column `gender`, value "X": is neither M nor F"#
    );
    broken!(
        Kind::Archigos,
        "archigos-missing-column",
        "broken.csv:1: column `gwcode`: is missing from the header"
    );
    broken!(
        Kind::Archigos,
        "archigos-number",
        r#"broken.csv:2: column `gwcode`, value "MEX": is not a Gleditsch-Ward number"#
    );
    broken!(
        Kind::Archigos,
        "archigos-obsid",
        r#"broken.csv:2: column `obsid`, value "": is empty, and may not be"#
    );
    broken!(
        Kind::Archigos,
        "archigos-start",
        r#"broken.csv:2: column `startdate`, value "2006-12-1": is not a date of the form YYYY-MM-DD"#
    );
    broken!(
        Kind::ReignElections,
        "elections-day-number",
        r#"broken.csv:3: column `elec_day`, value "32": is not a day of the month"#
    );
    broken!(
        Kind::ReignElections,
        "elections-day",
        r#"broken.csv:3: column `elec_day`, value "31": is not a day of 2018-06"#
    );
    broken!(
        Kind::ReignElections,
        "elections-direct",
        r#"broken.csv:3: column `direct`, value "maybe": is neither Y nor N"#
    );
    broken!(
        Kind::ReignElections,
        "elections-event",
        r#"broken.csv:3: column `event`, value "": is empty, and may not be"#
    );
    broken!(
        Kind::ReignElections,
        "elections-missing-column",
        "broken.csv:1: column `elecnum`: is missing from the header; is `elec_num` meant?"
    );
    broken!(
        Kind::ReignElections,
        "elections-month",
        r#"broken.csv:3: column `elec_month`, value "13": is not a month between 1 and 12"#
    );
    broken!(
        Kind::ReignElections,
        "elections-number",
        r#"broken.csv:3: column `electionnumber`, value "x": is not a whole number from -128 to 127"#
    );
    broken!(
        Kind::ReignElections,
        "elections-regular",
        r#"broken.csv:3: column `regular`, value "A": is neither Y nor N"#
    );
    broken!(
        Kind::ReignElections,
        "elections-runoff",
        r#"broken.csv:3: column `runoff`, value "3": is none of N, 1 (first round) and 2 (second round)"#
    );
    broken!(
        Kind::ReignElections,
        "elections-short-row",
        "broken.csv:3: has 3 fields where the header has 15; a stray quote or delimiter, or a file cut short?"
    );
    broken!(
        Kind::ReignElections,
        "elections-type",
        r#"broken.csv:3: column `type`, value "Q": is not made of X (executive), L (legislature) and R (referendum)"#
    );
    broken!(
        Kind::ReignElections,
        "elections-unknown-state",
        r#"broken.csv:3: column `ccode`, value "999": is no state's COW number; `entente states` lists the numbers"#
    );
    broken!(
        Kind::ReignElections,
        "elections-year",
        r#"broken.csv:3: column `elec_year`, value "18": is not a year between 1000 and 2999"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-birth",
        r#"broken.csv:2: column `birthyear`, value "66": is not a year between 1000 and 2999"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-career",
        r#"broken.csv:2: column `militarycareer`, value "2": is none of 0, 0.5, 1 and -99 (unknown)"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-day",
        r#"broken.csv:2: column `sdate`, value "31": is not a day of 2012-11"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-election-month",
        r#"broken.csv:2: column `l_month`, value "0": is not a month between 1 and 12"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-end-first",
        r#"broken.csv:2: column `eyear`, value "2011": lies, with its month, before the entry, 2012-12-01"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-gender",
        r#"broken.csv:2: column `gender`, value "M": is neither 0 nor 1"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-leadid",
        r#"broken.csv:2: column `leadid`, value "": is empty, and may not be"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-missing-column",
        "broken.csv:1: column `sdate`: is missing from the header"
    );
    broken!(
        Kind::ReignLeaders,
        "reign-no-end-year",
        r#"broken.csv:2: column `eyear`, value "": is empty, and may not be"#
    );
    broken!(
        Kind::ReignLeaders,
        "reign-unknown-state",
        r#"broken.csv:2: column `ccode`, value "71": is no state's COW number; `entente states` lists the numbers"#
    );
}
