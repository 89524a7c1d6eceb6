//! The importers of what stands beside votes and contacts (trade, aid, migrants, the border, posts, organisations,
//! treaties, disputes, statements), on excerpts of the publishers' files.

use std::path::PathBuf;

use entente_evidence::import::{Kind, read};
use entente_evidence::{AidStep, Ideology, Mission, PartyStatus, Record, Tables};
use entente_states::Ccode;
use jiff::civil::{Date, date};

fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn tables(kind: Kind, name: &str) -> Tables {
    read(kind, name, fixture(name).as_bytes()).unwrap_or_else(|e| panic!("{e}"))
}

/// What is said of a fixture in which one text is another.
fn refusal(kind: Kind, name: &str, text: &str, wrong: &str) -> String {
    let fixture = fixture(name);
    assert!(fixture.contains(text), "{name} has no {text}");
    let broken = fixture.replacen(text, wrong, 1);
    read(kind, "f.csv", broken.as_bytes())
        .unwrap_err()
        .to_string()
}

/// The rows as they read on a day.
fn on<R: Record>(rows: &[R], day: Date) -> Vec<R> {
    let shown = rows.iter().filter_map(|row| row.on(day));
    shown.map(std::borrow::Cow::into_owned).collect()
}

const UNITED_STATES: Ccode = Ccode(2);
const MEXICO: Ccode = Ccode(70);

#[test]
fn trade_of_a_pair_has_two_directions_and_what_is_missing() {
    let rows = tables(Kind::CowTradePairs, "trade/pairs.csv").trade_pairs;
    let mexico = |year| {
        let row = rows
            .iter()
            .find(|t| (t.ccode1, t.ccode2, t.year) == (UNITED_STATES, MEXICO, year));
        row.unwrap()
    };
    assert_eq!(mexico(2014).imports1.map(f64::round), Some(294_157.0));
    assert_eq!(mexico(2014).imports2.map(f64::round), Some(214_806.0));
    assert_eq!(mexico(1948).known_from(), date(2016, 12, 31));
    assert_eq!(
        mexico(2014).speaks_until(date(2020, 1, 1)),
        date(2014, 12, 31)
    );
    let said = refusal(
        Kind::CowTradePairs,
        "trade/pairs.csv",
        "2,70,2014",
        "70,2,2014",
    );
    assert!(
        said.contains("column `ccode2`, value \"2\": is below `ccode1`, 70"),
        "{said}"
    );
}

#[test]
fn a_partner_stands_from_one_snapshot_to_the_next_wording() {
    let rows = tables(Kind::FactbookTradePartners, "trade/partners.csv").trade_partners;
    let share = |day: Date| {
        let shown = on(&rows, day);
        let standing = shown.iter().filter(|p| {
            (p.ccode, p.partner_ccode) == (Some(MEXICO), Some(UNITED_STATES))
                && p.flow.as_str() == "export"
                && p.last_seen.is_none_or(|last| last >= day)
        });
        standing.map(|p| (p.year, p.share)).collect::<Vec<_>>()
    };
    assert_eq!(share(date(2020, 11, 23)), []);
    assert_eq!(share(date(2021, 2, 1)), [(Some(2017), 79.9)]);
    assert_eq!(share(date(2022, 1, 1)), [(Some(2019), 75.0)]);
    assert_eq!(share(date(2026, 1, 22)), [(Some(2023), 76.0)]);

    // A territory and a misprint have no number; the year can be missing.
    assert!(
        rows.iter()
            .any(|p| p.partner == "The" && p.partner_ccode.is_none())
    );
    assert!(rows.iter().any(|p| p.year.is_none()));
    assert!(
        rows.iter()
            .any(|p| p.iso3.as_deref() == Some("PSE") && p.ccode.is_none())
    );
    let said = refusal(
        Kind::FactbookTradePartners,
        "trade/partners.csv",
        "79.9",
        "799",
    );
    assert!(
        said.ends_with(
            "column `share_pct`, value \"799\": is not a share between 0 and 100 per cent"
        ),
        "{said}"
    );
}

#[test]
fn that_a_wording_is_gone_is_not_known_before_the_next_snapshot() {
    let rows = tables(Kind::FactbookTradePartners, "trade/partners.csv").trade_partners;
    let first = |day: Date| {
        let shown = on(&rows, day);
        let row = shown.iter().find(|p| p.share == 79.9);
        row.and_then(|p| p.last_seen)
    };
    assert_eq!(first(date(2021, 3, 1)), None);
    assert_eq!(first(date(2021, 5, 22)), None);
    assert_eq!(first(date(2021, 5, 23)), Some(date(2021, 3, 1)));
}

#[test]
fn dates_of_an_agreement_come_one_by_one() {
    let rows = tables(Kind::HuggoAgreements, "trade/huggo_agreements.csv").trade_agreements;
    let nafta = |day: Date| {
        let shown = on(&rows, day);
        let row = shown.into_iter().find(|a| a.treaty == "NRTAFT_1992A");
        row.map(|a| [a.in_force, a.until].map(|date| date.is_some()))
    };
    assert_eq!(nafta(date(1992, 12, 16)), None);
    assert_eq!(nafta(date(1992, 12, 17)), Some([false, false]));
    assert_eq!(nafta(date(1994, 1, 1)), Some([true, false]));
    assert_eq!(nafta(date(2020, 7, 1)), Some([true, true]));
    // 9999-12-31 is no end, and what differs in an address only stands once.
    let uruguay: Vec<_> = rows
        .iter()
        .filter(|a| a.treaty.starts_with("MEX-URY"))
        .collect();
    assert_eq!(uruguay.len(), 1);
    assert_eq!(uruguay[0].until, None);

    let parties = tables(Kind::HuggoParties, "trade/huggo_parties.csv").trade_agreement_parties;
    let ratified = |ccode| {
        let row = parties
            .iter()
            .find(|p| p.treaty == "MXCCND_2018A" && p.ccode == Some(Ccode(ccode)));
        row.and_then(|p| p.ratified).and_then(|date| date.day())
    };
    assert_eq!(ratified(20), Some(date(2020, 3, 13)));
    assert_eq!(ratified(70), Some(date(2019, 6, 19)));
    assert_eq!(ratified(2), Some(date(2020, 1, 29)));
    assert!(
        parties
            .iter()
            .any(|p| p.party == "EFTA" && p.ccode.is_none())
    );
    let said = refusal(
        Kind::HuggoParties,
        "trade/huggo_parties.csv",
        "2019-06-19",
        "19 June 2019",
    );
    assert!(
        said.ends_with("is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY"),
        "{said}"
    );
}

#[test]
fn years_of_desta_count_when_they_are_over() {
    let rows = tables(Kind::DestaParties, "trade/desta_parties.csv").desta_parties;
    let belgium = rows
        .iter()
        .find(|p| p.ccode == Some(Ccode(211)) && p.signed == Some(1957));
    let belgium = belgium.unwrap();
    assert!(belgium.on(date(1957, 12, 30)).is_none());
    assert_eq!(belgium.on(date(1957, 12, 31)).unwrap().in_force, None);
    assert_eq!(belgium.on(date(1958, 12, 31)).unwrap().in_force, Some(1958));
}

#[test]
fn aid_keeps_who_is_no_state_and_tells_what_is_not_finished() {
    let rows = tables(Kind::OecdDac2a, "aid/dac2a.csv").aid;
    let guatemala = rows
        .iter()
        .find(|a| (a.donor, a.recipient_ccode, a.year) == (UNITED_STATES, Some(Ccode(90)), 2019));
    assert_eq!(guatemala.unwrap().net.map(f64::round), Some(208.0));
    assert!(
        rows.iter()
            .any(|a| a.recipient.as_str() == "PSE" && a.recipient_ccode.is_none())
    );
    assert!(rows.iter().all(|a| a.on(date(2024, 10, 9)).is_none()));

    let rows = tables(Kind::UsForeignAid, "aid/us_aid.csv").us_aid;
    let obligated = |year| {
        let row = rows.iter().find(|a| {
            (a.ccode, a.fiscal_year, a.step) == (Some(Ccode(90)), year, AidStep::Obligated)
        });
        row.map(|a| (a.amount.round(), a.finished)).unwrap()
    };
    assert_eq!(obligated(2018), (246.0, true));
    assert_eq!(obligated(2019), (157.0, true));
    assert!(!obligated(2020).1);
    // No recipient, no row; Kosovo by the code that was in use; no state for Viet Nam when there were two.
    assert!(rows.iter().all(|a| a.recipient != "NULL"));
    let of = |recipient: &str, year| {
        let row = rows
            .iter()
            .find(|a| a.recipient == recipient && a.fiscal_year == year);
        row.unwrap().ccode
    };
    assert_eq!(of("CS-KM", 2010), Some(Ccode(347)));
    assert_eq!(of("VNM", 2010), Some(Ccode(816)));
    assert_eq!(of("DEU", 1950), Some(Ccode(260)));
}

#[test]
fn totals_of_the_world_are_left_out() {
    let rows = tables(Kind::WorldBankMigrants, "migration/stocks.csv").migrant_stocks;
    let stock = |origin, destination| {
        let row = rows
            .iter()
            .find(|m| (m.origin_ccode, m.destination_ccode) == (Some(origin), Some(destination)));
        row.map(|m| m.persons)
    };
    assert_eq!(stock(MEXICO, UNITED_STATES), Some(11_573_680));
    assert_eq!(stock(UNITED_STATES, MEXICO), Some(739_168));
    assert!(
        rows.iter()
            .all(|m| m.origin != "World" && m.destination != "World")
    );
    assert!(
        rows.iter()
            .any(|m| m.origin == "Other South" && m.origin_ccode.is_none())
    );
    assert!(rows.iter().any(|m| m.origin_ccode == Some(Ccode(101))));

    let rows = tables(Kind::WorldBankRemittances, "migration/remittances.csv").remittances;
    assert!(
        rows.iter()
            .all(|r| r.sender != "WORLD" && r.receiver != "WORLD")
    );
    let sent = rows
        .iter()
        .find(|r| (r.sender_ccode, r.receiver_ccode) == (Some(UNITED_STATES), Some(MEXICO)));
    assert_eq!(sent.unwrap().amount.round(), 30_019.0);
    assert!(sent.unwrap().on(date(2018, 4, 29)).is_none());

    let totals = "sending,receiving,usd_million\nWORLD,Mexico,1\n";
    let said = read(Kind::WorldBankRemittances, "f.csv", totals.as_bytes()).unwrap_err();
    assert!(
        said.to_string().starts_with("f.csv: holds no row"),
        "{said}"
    );
}

#[test]
fn months_at_the_border() {
    let rows = tables(Kind::UsbpMonths, "border/usbp.csv").border_patrol;
    let southwest = |year, month| {
        let row = rows.iter().find(|b| (b.year, b.month) == (year, month));
        row.map(|b| b.southwest_border).unwrap()
    };
    assert_eq!(southwest(2000, 3), 220_063);
    assert_eq!(southwest(2020, 9), 54_771);
    let last = rows.iter().find(|b| b.year == 2020).unwrap();
    assert_eq!(last.known_from(), date(2020, 10, 31));
    assert_eq!(last.speaks_until(date(2021, 1, 1)), date(2020, 9, 30));

    let rows = tables(Kind::CbpEncounters, "border/cbp.csv").border_encounters;
    let state = |citizenship: &str| {
        let row = rows.iter().find(|e| e.citizenship == citizenship);
        row.unwrap().ccode
    };
    assert_eq!(state("MEXICO"), Some(MEXICO));
    assert_eq!(state("CHINA, PEOPLES REPUBLIC OF"), Some(Ccode(710)));
    assert_eq!(state("OTHER"), None);
    let said = refusal(Kind::CbpEncounters, "border/cbp.csv", "2021-03", "2021");
    assert!(
        said.contains("value \"2021\": is not a month of the form YYYY-MM"),
        "{said}"
    );
}

#[test]
fn a_vacancy_is_a_fact() {
    let rows = tables(Kind::FactbookChiefsOfMission, "diplomacy/chiefs.csv").chiefs_of_mission;
    let in_mexico = |day: Date| {
        let shown = on(&rows, day);
        let standing = shown.into_iter().filter(|c| {
            (c.ccode, c.mission) == (Some(MEXICO), Mission::FromUs)
                && c.last_seen.is_none_or(|last| last >= day)
        });
        standing.map(|c| (c.chief, c.vacant)).collect::<Vec<_>>()
    };
    let landau = in_mexico(date(2021, 1, 1));
    assert!(
        landau
            .iter()
            .all(|(chief, vacant)| chief.contains("LANDAU") && !vacant)
    );
    assert!(!landau.is_empty());
    let nobody = in_mexico(date(2021, 7, 15));
    assert!(
        nobody.iter().all(|(_, vacant)| *vacant) && !nobody.is_empty(),
        "{nobody:?}"
    );
    let salazar = in_mexico(date(2022, 6, 1));
    assert!(
        salazar.iter().all(|(chief, _)| chief.contains("SALAZAR")),
        "{salazar:?}"
    );
    assert!(rows.iter().any(|c| c.none && c.ccode == Some(Ccode(713))));
}

#[test]
fn organisations_and_environmental_agreements() {
    let rows = tables(
        Kind::FactbookOrganisations,
        "institutions/participations.csv",
    )
    .participations;
    let mexico = |organisation: &str| {
        let row = rows
            .iter()
            .find(|p| p.ccode == Some(MEXICO) && p.organisation == organisation);
        row.map(|p| p.status.as_deref())
    };
    assert_eq!(mexico("APEC"), Some(None));
    assert_eq!(mexico("CAN"), Some(Some("observer")));

    let rows =
        tables(Kind::FactbookEnvironment, "institutions/environment.csv").environment_agreements;
    let paris = |day: Date| {
        let shown = on(&rows, day);
        shown.into_iter().any(|e| {
            e.ccode == Some(UNITED_STATES)
                && e.agreement.ends_with("Paris Agreement")
                && e.status == PartyStatus::Party
                && e.last_seen.is_none_or(|last| last >= day)
        })
    };
    assert!(paris(date(2025, 2, 27)));
    assert!(!paris(date(2025, 6, 1)));
}

#[test]
fn informal_members_by_their_number() {
    let rows = tables(Kind::Migo, "institutions/migo.csv").informal_memberships;
    // Two members without a code in one body are told apart.
    let nameless = rows.iter().filter(|m| m.body == "AMCEN").count();
    assert_eq!(
        nameless,
        2 + usize::from(
            rows.iter()
                .any(|m| m.body == "AMCEN" && m.ccode == Ccode(615))
        )
    );
    let mexico = rows.iter().find(|m| m.ccode == MEXICO).unwrap();
    let shown = mexico
        .on(date(i16::try_from(mexico.first_year).unwrap(), 12, 31))
        .unwrap();
    assert_eq!(shown.last_year, mexico.first_year);
}

#[test]
fn treaties_with_their_signs_and_slips() {
    let rows = tables(Kind::GgoAgreements, "treaties/agreements.csv").treaties;
    let of = |treaty: &str| rows.iter().find(|t| t.treaty == treaty).unwrap();
    let written = |date: Option<entente_evidence::PartialDate>| date.map(|d| d.to_string());
    assert_eq!(
        written(of("GRC-LBN_2004P").in_force),
        Some("2005-02-14".to_owned())
    );
    assert_eq!(
        written(of("TR06RB_1961A").in_force),
        Some("1964".to_owned())
    );
    assert_eq!(
        written(of("WM04CP_1981R").begun),
        Some("1981-10".to_owned())
    );
    // One identifier, two agreements.
    assert_eq!(
        rows.iter().filter(|t| t.treaty == "BAD-CHE_1884P").count(),
        2
    );

    let rows = tables(Kind::IeadbParties, "treaties/ieadb.csv").environment_treaty_parties;
    let paris = |ccode| {
        let row = rows
            .iter()
            .find(|p| p.title.contains("Paris Agreement") && p.ccode == Some(Ccode(ccode)));
        written(row.and_then(|p| p.ratified))
    };
    assert_eq!(paris(20), Some("2016-10-05".to_owned()));
    assert_eq!(paris(70), Some("2016-09-21".to_owned()));
    assert_eq!(paris(2), Some("2016-09-03".to_owned()));
    // 2899 says that it is not in force; two states in one row have no number.
    let denmark = rows
        .iter()
        .find(|p| p.treaty == "GD15FI_1901A" && p.party == "DNK");
    assert_eq!(denmark.unwrap().in_force, None);
    assert!(
        rows.iter()
            .any(|p| p.party == "KOR - PRK" && p.ccode.is_none())
    );

    let rows = tables(Kind::GgoParties, "treaties/parties.csv").treaty_parties;
    assert!(
        rows.iter()
            .any(|p| p.ccode.is_none() && p.party.starts_with("EU"))
    );
    assert!(
        rows.iter()
            .any(|p| p.signed.is_some_and(|date| !date.is_sure()))
    );
}

#[test]
fn what_is_told_of_a_dispute_waits_for_its_end() {
    let rows = tables(Kind::GmlMid, "disputes/mid.csv").disputes;
    let grenada = rows
        .iter()
        .find(|d| (d.ccode1, d.ccode2, d.dispute) == (UNITED_STATES, Ccode(40), 3058));
    assert_eq!(grenada.unwrap().hostility, Some(4));
    let long = rows.iter().find(|d| d.days_at_most > Some(1000)).unwrap();
    let end = date(i16::try_from(long.year).unwrap(), 12, 31);
    let shown = long.on(end).unwrap();
    assert_eq!(
        (shown.outcome, shown.hostility, shown.days_at_most),
        (None, None, None)
    );
    assert_eq!(long.on(Date::MAX).unwrap().days_at_most, long.days_at_most);

    let rows = tables(Kind::Mie, "disputes/mie.csv").militarized_events;
    let unknown = rows.iter().find(|e| !e.day_known).unwrap();
    assert_eq!(unknown.from.day(), 1);
    assert!(unknown.until >= unknown.from);
}

#[test]
fn who_spoke_and_who_was_named() {
    let rows = tables(Kind::UngdSpeakers, "statements/speakers.csv").debate_speakers;
    let mexico = |year| {
        let row = rows
            .iter()
            .find(|s| s.ccode == Some(MEXICO) && s.year == year);
        row.and_then(|s| s.speaker.clone()).unwrap()
    };
    assert!(mexico(2019).contains("Ebrard"));
    assert!(mexico(2020).contains("pez Obrador"));
    let of = |code: &str, year| {
        let row = rows
            .iter()
            .find(|s| s.code.as_deref() == Some(code) && s.year == year);
        row.unwrap().ccode
    };
    assert_eq!(of("CHN", 1965), Some(Ccode(713)));
    assert_eq!(of("CHN", 1972), Some(Ccode(710)));
    assert_eq!(of("PSE", 2020), None);
    // Listed twice, word for word.
    assert_eq!(
        rows.iter()
            .filter(|s| s.code.as_deref() == Some("IRQ"))
            .count(),
        1
    );
    // A name over two lines is one name.
    let torn = "year,session,iso3,country,speaker,post,chars\n2024,79,QAT,Qatar,\"Tamim bin\nHamad\",Amir,10\n";
    let torn = read(Kind::UngdSpeakers, "f", torn.as_bytes()).unwrap();
    assert_eq!(
        torn.debate_speakers[0].speaker.as_deref(),
        Some("Tamim bin Hamad")
    );

    let rows = tables(Kind::UngdMentions, "statements/mentions.csv").debate_mentions;
    let named = |year, ccode| {
        let row = rows.iter().find(|m| {
            (m.speaker_ccode, m.year, m.mentioned_ccode) == (Some(MEXICO), year, Some(Ccode(ccode)))
        });
        row.map(|m| m.mentions)
    };
    assert_eq!(named(2021, 101), Some(3));
    assert!(named(2020, 2).is_some() && named(2020, 20).is_some());
    let germany = rows
        .iter()
        .find(|m| m.mentioned == "DEU" && m.year == 1970)
        .unwrap();
    assert_eq!(germany.mentioned_ccode, Some(Ccode(260)));
}

#[test]
fn figures_that_carry_only_their_last_snapshot_are_known_from_it() {
    let rows = tables(Kind::FactbookGdp, "economy/gdp.csv").gdp;
    let growth = rows
        .iter()
        .find(|g| g.ccode == Some(MEXICO) && g.indicator.as_str() == "growth" && g.year == 2021);
    let growth = growth.unwrap();
    assert_eq!(growth.value, 5.74);
    assert_eq!(growth.known_from(), growth.last_seen);
    let said = refusal(
        Kind::FactbookGdp,
        "economy/gdp.csv",
        "real_gdp_growth_pct",
        "growth",
    );
    assert!(said.contains("value \"growth\": is no indicator"), "{said}");

    let rows = tables(Kind::FactbookTradeTotals, "trade/totals.csv").trade_totals;
    let mexico = rows
        .iter()
        .find(|t| t.ccode == Some(MEXICO) && t.flow.as_str() == "export" && t.year == 2023);
    assert_eq!((mexico.unwrap().value / 1e8).round(), 6_497.0);
    assert!(
        rows.iter().any(|t| t.ccode == Some(Ccode(347))),
        "Kosovo, by the Factbook's own code"
    );
}

#[test]
fn counts_of_trips_shares_scores_and_ideologies() {
    let rows = tables(Kind::ColtPairs, "trips/pairs.csv").leader_trips;
    assert!(
        rows.iter()
            .any(|t| (t.ccode1, t.ccode2) == (UNITED_STATES, MEXICO))
    );
    let rows = tables(Kind::ColtCountries, "trips/countries.csv").leader_travel;
    let mexico = |year| {
        let row = rows
            .iter()
            .find(|t| t.ccode == Some(MEXICO) && t.year == year);
        row.and_then(|t| t.sent)
    };
    assert_eq!(
        (mexico(1994), mexico(2019), mexico(2020)),
        (Some(8), None, Some(1))
    );
    assert!(rows.iter().any(|t| t.ccode.is_none()));

    let rows = tables(Kind::CsisTradeShares, "trade/shares.csv").trade_shares;
    let mexico = rows
        .iter()
        .find(|t| t.ccode == MEXICO && t.year == 2018)
        .unwrap();
    assert_eq!((mexico.united_states * 1e3).round(), 723.0);

    let rows = tables(Kind::GdeltPairMonths, "events/pair_months.csv").pair_scores;
    let score = |a, b, month: Date| {
        let row = rows
            .iter()
            .find(|s| (s.ccode1, s.ccode2, s.month) == (Some(Ccode(a)), Some(Ccode(b)), month));
        row.map(|s| s.score).unwrap()
    };
    assert!(score(70, 2, date(2018, 1, 1)) > 0.0);
    assert!(score(365, 369, date(2022, 3, 1)) < 0.0);

    let rows = tables(Kind::LeaderIdeologies, "leaders/ideology.csv").leader_ideology;
    let mexico = rows
        .iter()
        .find(|l| l.ccode == Some(MEXICO) && l.year == 2019)
        .unwrap();
    assert_eq!(mexico.head_ideology, Ideology::Left);
    assert_eq!(mexico.head_party_short.as_deref(), Some("MORENA"));
    let tibet = rows.iter().find(|l| l.number == 711).unwrap();
    assert_eq!(tibet.ccode, None);
    let said = refusal(
        Kind::LeaderIdeologies,
        "leaders/ideology.csv",
        ",leftist,",
        ",left,",
    );
    assert!(
        said.contains("value \"left\": is none of leftist, centrist"),
        "{said}"
    );

    let rows = tables(Kind::AiddataChina, "aid/china.csv").chinese_finance;
    let bahamas = rows
        .iter()
        .find(|f| f.ccode == Ccode(31) && f.year == 2004)
        .unwrap();
    assert_eq!((bahamas.other_official, bahamas.aid), (60_767_573.0, 0.0));
}
