//! What is known to be right of the embedded tables beside votes and contacts, read as of a date.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::LazyLock;

use entente_evidence::*;
use entente_states::Ccode;
use jiff::civil::{Date, date};

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

/// The rows of a table as known on a day.
fn rows<R: Record>(day: Date) -> Vec<R> {
    let as_of = EVIDENCE.as_of(day);
    let rows = as_of.rows::<R>().unwrap();
    rows.map(Cow::into_owned).collect()
}

const UNITED_STATES: Ccode = Ccode(2);
const MEXICO: Ccode = Ccode(70);
const EARLY_2021: Date = date(2021, 2, 1);

#[test]
fn trade_of_the_united_states_and_mexico() {
    let pair = |day: Date| {
        let rows = rows::<PairTrade>(day);
        let row = rows
            .into_iter()
            .find(|t| (t.ccode1, t.ccode2, t.year) == (UNITED_STATES, MEXICO, 2014));
        row.and_then(|t| t.imports1.zip(t.imports2))
    };
    assert_eq!(
        pair(EARLY_2021).map(|(one, other)| (one.round(), other.round())),
        Some((294_157.0, 214_806.0))
    );
    assert_eq!(pair(date(2016, 12, 30)), None);

    let share = |state, partner, flow, day: Date| {
        let standing = rows::<TradePartner>(day).into_iter().filter(move |p| {
            (p.ccode, p.partner_ccode, p.flow) == (Some(state), Some(partner), flow)
                && p.last_seen.is_none_or(|last| last >= day)
        });
        standing
            .map(|p| (p.year.unwrap(), p.share))
            .collect::<Vec<_>>()
    };
    let exports = |day| share(MEXICO, UNITED_STATES, TradeFlow::Export, day);
    assert_eq!(exports(EARLY_2021), [(2017, 79.9)]);
    assert_eq!(exports(date(2022, 1, 1)), [(2019, 75.0)]);
    assert_eq!(exports(date(2024, 6, 1)), [(2022, 77.0)]);
    assert_eq!(exports(date(2026, 1, 22)), [(2023, 76.0)]);
    let imports = |day| share(UNITED_STATES, MEXICO, TradeFlow::Import, day);
    assert_eq!(imports(EARLY_2021), [(2017, 13.4)]);
    assert_eq!(imports(date(2026, 1, 22)), [(2023, 15.0)]);

    let total = |state, day: Date| {
        let rows = rows::<TradeTotal>(day);
        let row = rows
            .into_iter()
            .find(|t| (t.ccode, t.flow, t.year) == (Some(state), TradeFlow::Export, 2023));
        row.map(|t| (t.value / 1e8).round())
    };
    assert_eq!(total(MEXICO, date(2026, 1, 22)), Some(6_497.0));
    assert_eq!(total(MEXICO, EARLY_2021), None);
}

#[test]
fn the_agreement_of_the_united_states_mexico_and_canada() {
    let parties = |day: Date| {
        let rows = rows::<TradeAgreementParty>(day);
        let mut parties: Vec<_> = rows
            .into_iter()
            .filter(|p| p.treaty == "MXCCND_2018A")
            .map(|p| {
                let written = |date: Option<PartialDate>| date.map(|d| d.to_string());
                (p.party, written(p.ratified), written(p.in_force))
            })
            .collect();
        parties.sort();
        parties
    };
    let party = |party: &str, ratified: &str, in_force: &str| {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (party.to_owned(), some(ratified), some(in_force))
    };
    assert_eq!(
        parties(EARLY_2021),
        [
            party("CAN", "2020-03-13", "2020-07-01"),
            party("MEX", "2019-06-19", "2020-07-01"),
            party("USA", "2020-01-29", "2020-07-01"),
        ]
    );
    assert_eq!(
        parties(date(2020, 2, 1)),
        [
            party("CAN", "", ""),
            party("MEX", "2019-06-19", ""),
            party("USA", "2020-01-29", ""),
        ]
    );
    assert_eq!(parties(date(2018, 11, 29)), []);

    // Trans-Pacific partners came in one by one.
    let partners = rows::<TradeAgreementParty>(date(2022, 12, 31));
    let pacific = |ccode| {
        let row = partners
            .iter()
            .find(|p| p.title.contains("CPTPP") && p.ccode == Some(Ccode(ccode)));
        row.and_then(|p| p.in_force).map(PartialDate::year)
    };
    assert_eq!(pacific(135), Some(2021));
    assert_eq!(pacific(820), Some(2022));
    assert_eq!(pacific(155), None);
}

#[test]
fn aid_of_the_united_states() {
    let dac = rows::<AidFlow>(date(2024, 10, 10));
    let net = |recipient, year| {
        let row = dac.iter().find(|a| {
            (a.donor, a.recipient_ccode, a.year) == (UNITED_STATES, Some(Ccode(recipient)), year)
        });
        row.and_then(|a| a.net)
            .map(|net| (net * 10.0).round() / 10.0)
    };
    assert_eq!((net(90, 2019), net(90, 2021)), (Some(208.1), Some(270.2)));
    assert_eq!((net(91, 2019), net(91, 2021)), (Some(143.2), Some(187.0)));
    assert_eq!((net(92, 2019), net(92, 2021)), (Some(210.5), Some(98.6)));
    assert!(rows::<AidFlow>(EARLY_2021).is_empty());

    let explorer = rows::<UsAid>(EARLY_2021);
    let obligated = |year: u16| {
        let of_year = explorer
            .iter()
            .filter(move |a| (a.fiscal_year, a.step) == (year, AidStep::Obligated));
        of_year.collect::<Vec<_>>()
    };
    let guatemala = |year| {
        let row = obligated(year)
            .into_iter()
            .find(|a| a.ccode == Some(Ccode(90)));
        row.map(|a| a.amount.round())
    };
    assert_eq!(
        (guatemala(2018), guatemala(2019)),
        (Some(246.0), Some(157.0))
    );
    let all = |year| {
        let sum: f64 = obligated(year).iter().map(|a| a.amount).sum();
        (sum / 100.0).round() / 10.0
    };
    assert_eq!((all(2018), all(2019), all(2020)), (35.3, 33.9, 10.7));
    assert!(obligated(2020).iter().all(|a| !a.finished));
    assert!(obligated(2019).iter().all(|a| a.finished));
}

#[test]
fn migrants_and_remittances_of_the_united_states_and_mexico() {
    let stocks = rows::<MigrantStock>(EARLY_2021);
    let stock = |origin, destination| {
        let row = stocks
            .iter()
            .find(|m| (m.origin_ccode, m.destination_ccode) == (Some(origin), Some(destination)));
        row.map(|m| m.persons)
    };
    assert_eq!(stock(MEXICO, UNITED_STATES), Some(11_573_680));
    assert_eq!(stock(UNITED_STATES, MEXICO), Some(739_168));
    let sent = rows::<Remittance>(EARLY_2021)
        .into_iter()
        .find(|r| (r.sender_ccode, r.receiver_ccode) == (Some(UNITED_STATES), Some(MEXICO)));
    assert_eq!(sent.map(|r| r.amount.round()), Some(30_019.0));
    let world = |name: &str| name.eq_ignore_ascii_case("world");
    assert!(
        !stocks
            .iter()
            .any(|m| world(&m.origin) || world(&m.destination))
    );
    // Every name that has no number is none of a state.
    let mut others: Vec<&str> = stocks
        .iter()
        .flat_map(|m| {
            [
                (m.origin_ccode, &m.origin),
                (m.destination_ccode, &m.destination),
            ]
        })
        .filter(|(ccode, _)| ccode.is_none())
        .map(|(_, name)| name.as_str())
        .collect();
    others.sort_unstable();
    others.dedup();
    assert_eq!(
        others,
        [
            "American Samoa",
            "Aruba",
            "Bermuda",
            "Cayman Islands",
            "Channel Islands",
            "Curacao",
            "Faeroe Islands",
            "French Polynesia",
            "Greenland",
            "Guam",
            "Hong Kong SAR, China",
            "Isle of Man",
            "Macao SAR, China",
            "New Caledonia",
            "Northern Mariana Islands",
            "Other North",
            "Other South",
            "Puerto Rico",
            "Sint Maarten (Dutch part)",
            "St. Martin (French part)",
            "Turks and Caicos Islands",
            "Virgin Islands (U.S.)",
            "West Bank and Gaza",
        ]
    );
}

#[test]
fn encounters_and_crossings() {
    let months = rows::<BorderPatrolMonth>(EARLY_2021);
    let southwest = |year, month| {
        let row = months.iter().find(|b| (b.year, b.month) == (year, month));
        row.map(|b| b.southwest_border)
    };
    assert_eq!(southwest(2000, 3), Some(220_063));
    assert_eq!(southwest(2020, 9), Some(54_771));
    assert!(
        rows::<BorderPatrolMonth>(date(2020, 10, 30))
            .iter()
            .all(|b| (b.year, b.month) != (2020, 9))
    );

    let encounters = rows::<BorderEncounter>(date(2024, 2, 1));
    let fiscal_year = |year: i16| -> u32 {
        let of_year = encounters.iter().filter(|e| {
            e.region == "Southwest Land Border"
                && e.month >= date(year - 1, 10, 1)
                && e.month <= date(year, 9, 1)
        });
        of_year.map(|e| e.encounters).sum()
    };
    assert_eq!(
        [2020, 2021, 2022, 2023].map(fiscal_year),
        [458_088, 1_734_686, 2_378_944, 2_475_669]
    );
    assert!(rows::<BorderEncounter>(EARLY_2021).is_empty());

    let crossings = rows::<PortCrossing>(EARLY_2021);
    let trucks: u32 = crossings
        .iter()
        .filter(|c| c.measure == "Trucks" && c.month.year() == 2018)
        .map(|c| c.count)
        .sum();
    assert_eq!(trucks, 6_310_903);
}

#[test]
fn who_headed_the_missions() {
    let chiefs = |mission, day: Date| {
        let standing = rows::<ChiefOfMission>(day).into_iter().filter(move |c| {
            (c.ccode, c.mission) == (Some(MEXICO), mission)
                && c.last_seen.is_none_or(|last| last >= day)
        });
        standing.collect::<Vec<_>>()
    };
    let said = |mission, day| {
        let chiefs = chiefs(mission, day);
        assert_eq!(chiefs.len(), 1, "{chiefs:?}");
        (chiefs[0].chief.clone(), chiefs[0].vacant)
    };
    assert!(said(Mission::FromUs, date(2021, 1, 1)).0.contains("LANDAU"));
    assert!(said(Mission::FromUs, date(2021, 7, 15)).1);
    assert!(
        said(Mission::FromUs, date(2022, 6, 1))
            .0
            .contains("SALAZAR")
    );
    assert!(
        said(Mission::FromUs, date(2025, 12, 1))
            .0
            .contains("JOHNSON")
    );
    assert!(said(Mission::InUs, date(2021, 1, 1)).0.contains("BARCENA"));
    let moctezuma = chiefs(Mission::InUs, date(2022, 6, 1));
    assert!(moctezuma[0].chief.contains("MOCTEZUMA"));
    assert_eq!(
        moctezuma[0].since.and_then(PartialDate::day),
        Some(date(2021, 4, 20))
    );
}

#[test]
fn where_mexico_takes_part() {
    let lists = rows::<Participation>(EARLY_2021);
    let mexico = |organisation: &str| {
        let row = lists
            .iter()
            .find(|p| p.ccode == Some(MEXICO) && p.organisation == organisation);
        row.map(|p| p.status.clone())
    };
    for organisation in ["APEC", "G-20", "OAS", "OECD", "Pacific Alliance"] {
        assert_eq!(mexico(organisation), Some(None), "{organisation}");
    }
    assert_eq!(mexico("CAN"), Some(Some("observer".to_owned())));

    let paris = |state, day: Date| {
        rows::<EnvironmentAgreement>(day).into_iter().any(|e| {
            e.ccode == Some(state)
                && e.agreement.contains("Paris")
                && e.last_seen.is_none_or(|last| last >= day)
        })
    };
    assert!(paris(UNITED_STATES, date(2025, 2, 27)) && paris(MEXICO, date(2025, 12, 31)));
    assert!(!paris(UNITED_STATES, date(2025, 12, 31)));
}

#[test]
fn statements_and_growth() {
    let speakers = rows::<DebateSpeaker>(date(2024, 12, 31));
    let mexico = |year| {
        let row = speakers
            .iter()
            .find(|s| s.ccode == Some(MEXICO) && s.year == year);
        row.and_then(|s| s.speaker.clone()).unwrap_or_default()
    };
    for year in [2019, 2021, 2022, 2023] {
        let name = if year == 2023 { "rcena" } else { "Ebrard" };
        assert!(mexico(year).contains(name), "{year}: {}", mexico(year));
    }
    assert!(
        rows::<DebateSpeaker>(EARLY_2021)
            .iter()
            .all(|s| s.year <= 2020)
    );

    let mentions = rows::<DebateMention>(date(2021, 12, 31));
    let named = |year, ccode| {
        let row = mentions.iter().find(|m| {
            (m.speaker_ccode, m.year, m.mentioned_ccode) == (Some(MEXICO), year, Some(Ccode(ccode)))
        });
        row.map(|m| m.mentions)
    };
    assert_eq!((named(2021, 101), named(2021, 700)), (Some(3), Some(2)));

    let gdp = rows::<Gdp>(date(2026, 1, 22));
    let mexico = |indicator, year| {
        let row = gdp
            .iter()
            .find(|g| (g.ccode, g.indicator, g.year) == (Some(MEXICO), indicator, year));
        row.map(|g| g.value)
    };
    assert_eq!(mexico(GdpIndicator::Growth, 2020), Some(-8.65));
    assert_eq!(mexico(GdpIndicator::Growth, 2021), Some(5.74));
    let official = mexico(GdpIndicator::OfficialRate, 2023);
    assert_eq!(official.map(|gdp| (gdp / 1e9).round()), Some(1_789.0));
}

/// A row, read on a later day and then on an earlier one, is the row as it read on the earlier: what a day shows of
/// a row does not hang on what came after.
#[test]
fn what_a_day_shows_is_the_same_from_every_later_day() {
    struct Shown;
    impl ForEachTable for Shown {
        type Error = Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Infallible> {
            let all = rows::<R>(Date::MAX);
            let step = (all.len() / 3_000).max(1);
            let days = [
                date(1995, 6, 30),
                date(2014, 12, 31),
                EARLY_2021,
                date(2021, 5, 22),
                date(2021, 5, 23),
                date(2024, 10, 10),
                date(2026, 1, 22),
            ];
            for row in all.iter().step_by(step) {
                for (i, day) in days.iter().enumerate() {
                    let shown = row.on(*day);
                    assert_eq!(shown.is_some(), row.known_from() <= *day, "{row:?}");
                    if let Some(shown) = &shown {
                        assert!(shown.speaks_until(*day) <= *day, "{row:?} on {day}");
                    }
                    for later in &days[i..] {
                        let then = row.on(*later).map(Cow::into_owned);
                        let again = then.as_ref().and_then(|then| then.on(*day));
                        assert_eq!(
                            again.as_deref(),
                            shown.as_deref(),
                            "{}, {day} seen from {later}",
                            R::TABLE
                        );
                    }
                }
            }
            Ok(())
        }
    }
    let Ok(()) = Shown.every();
}

/// No day after the date of reading stands in a row, but in the tables of which one is a plan.
#[test]
fn no_row_shows_a_day_that_has_not_come() {
    use arrow_array::RecordBatch;
    use arrow_array::cast::AsArray;
    use arrow_array::types::Date32Type;

    struct Days(Date);
    impl ForEachTable for Days {
        type Error = Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Infallible> {
            let batch: RecordBatch = R::write(&rows::<R>(self.0)).unwrap();
            let limit = (self.0 - date(1970, 1, 1)).get_days();
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                if let Some(days) = column.as_primitive_opt::<Date32Type>() {
                    let latest = days.iter().flatten().max();
                    assert!(
                        latest.is_none_or(|day| day <= limit),
                        "{}: {} has {latest:?} on {}",
                        R::TABLE,
                        field.name(),
                        self.0
                    );
                }
            }
            Ok(())
        }
    }
    for day in [date(1992, 12, 31), EARLY_2021, date(2023, 7, 1)] {
        let Ok(()) = Days(day).every();
    }
}
