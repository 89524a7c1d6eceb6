use entente_evidence::Evidence;
use jiff::civil::date;

use super::*;

const DAY: Date = date(2021, 2, 1);

/// A dossier with some items; `more` holds constraints and acts.
fn dossier(items: &[(&str, &str)], more: &str) -> Dossier {
    let items: String = items
        .iter()
        .map(|(id, rest)| {
            format!(
                "[[item]]\nid = \"{id}\"\nname = \"{id}\"\ndescription = \"{id}.\"\nlevel = \"global\"\nfrom = 2000-01-01\nsources = [\"paper\"]\n{rest}\n"
            )
        })
        .collect();
    Dossier::read(&format!(
        r#"
title = "Tests of the shortlist"
parties = ["USA", "MEX"]

[[source]]
id = "paper"
citation = "A paper"
published = 2000-01-01

[[mechanism]]
id = "nals"
name = "North American Leaders' Summit"
parties = ["USA", "MEX", "CAN"]
level = "leader"
cadence = "P1Y"
founded = 2005-03-23
mandate = ["competitiveness"]
sources = ["paper"]
occasions = [{{ words = ["North American Leaders"] }}]

{items}
{more}
"#
    ))
    .unwrap()
}

fn on(dossier: &Dossier, weights: &str, day: Date) -> Shortlist {
    let evidence = Evidence::embedded().unwrap();
    Shortlist::of(dossier, Horizon::YEAR, weights, None, &evidence.as_of(day)).unwrap()
}

fn row<'s>(found: &'s Shortlist, id: &str) -> &'s ItemRow {
    found.rows.iter().find(|row| row.id == id).unwrap()
}

fn position(party: &str, stance: f64, from: &str) -> String {
    format!(
        "{{ party = \"{party}\", stance = {stance:.1}, words = \"said so\", from = {from}, sources = [\"paper\"] }}"
    )
}

fn positions(usa: f64, mexico: f64) -> String {
    format!(
        "position = [{}, {}]",
        position("USA", usa, "2000-01-01"),
        position("MEX", mexico, "2000-01-01")
    )
}

/// 1 − |1 − (−1)| / 4 = 0.5, and 1 − 0 / 4 = 1 less what noise at the end takes.
#[test]
fn declared_positions() {
    let dossier = dossier(
        &[
            ("apart", &positions(1.0, -1.0)),
            ("alike", &positions(2.0, 2.0)),
        ],
        "",
    );
    let found = on(&dossier, "", DAY);
    let of = |id| row(&found, id).by(ItemCriterion::Coincidence).unwrap();
    assert!((of("apart").value - 0.5).abs() < 0.01);
    assert!(of("alike").value > 0.95);
    assert_eq!(of("apart").basis, Basis::Declared);
    assert!(row(&found, "apart").overlap < 0.01);
    assert!(row(&found, "alike").overlap > 0.99);
    assert_eq!(found.rows[0].id, "alike");
}

/// A veto player strongly against it leaves no room; the same actor without a veto leaves some.
#[test]
fn veto_players() {
    let items = [
        ("free", positions(1.5, 1.5)),
        ("barred", positions(1.5, 1.5)),
        ("pressed", positions(1.5, 1.5)),
    ];
    let items: Vec<(&str, &str)> = items.iter().map(|(id, p)| (*id, p.as_str())).collect();
    let constraint = |id: &str, veto: bool| {
        format!(
            "[[constraint]]\nid = \"{id}-senate\"\nparty = \"USA\"\nactor = \"Senate\"\ninstrument = \"consent\"\nstance = -2.0\nveto = {veto}\nitems = [\"{id}\"]\nfrom = 2000-01-01\nsources = [\"paper\"]\n"
        )
    };
    let more = constraint("barred", true) + &constraint("pressed", false);
    let found = on(&dossier(&items, &more), "", DAY);
    let overlap = |id| row(&found, id).overlap;
    assert!(
        overlap("barred") < 0.01 && overlap("free") > 0.99,
        "{} {}",
        overlap("barred"),
        overlap("free")
    );
    let room = |id| row(&found, id).by(ItemCriterion::Acceptance).unwrap().value;
    assert!(room("barred") < room("pressed") && room("pressed") < room("free"));
    // Worse in one criterion and equal in all others.
    assert!(row(&found, "free").expected_rank < row(&found, "barred").expected_rank);
}

/// Mexico sat on the Council in all of 2021 and on none of the days of 2017; the last summit before 2021
/// was in 2016; the Assembly debates every September.
#[test]
fn carriers_and_their_days() {
    let dossier = dossier(
        &[
            ("council", "carriers = [\"UNSC\"]"),
            ("assembly", "carriers = [\"UNGA\"]"),
            ("summit", "carriers = [\"nals\"]"),
            ("best", "carriers = [\"nals\", \"UNGA\"]"),
        ],
        "",
    );
    let found = on(&dossier, "", DAY);
    let carrier = |found: &Shortlist, id| row(found, id).carrier.clone().unwrap();
    assert!(carrier(&found, "council").probability > 0.99);
    assert!(carrier(&on(&dossier, "", date(2017, 2, 1)), "council").probability < 0.01);
    let debate = carrier(&found, "assembly");
    assert_eq!(debate.date.map(|d| (d.year(), d.month())), Some((2021, 9)));
    assert_eq!(carrier(&found, "best").id, "UNGA");
    let summit = carrier(&found, "summit");
    assert!(
        (0.05..0.5).contains(&summit.probability),
        "{}",
        summit.probability
    );
    let before = carrier(&on(&dossier, "", date(2009, 10, 1)), "summit");
    assert!(before.probability > summit.probability);
}

/// On 15 November 2024 the summit in Rio had its days; of the one in Punta Cana the year was known, and it
/// may come after the horizon of a year. NATO can take a matter up on any day, which is no summit.
#[test]
fn a_summit_without_a_day_carries_less_surely_and_on_no_day() {
    let dossier = dossier(
        &[
            ("g20", "carriers = [\"G20\"]"),
            ("americas", "carriers = [\"SOA\"]"),
            ("nato", "carriers = [\"NATO\"]"),
        ],
        "",
    );
    let found = on(&dossier, "", date(2024, 11, 15));
    let carrier = |id| row(&found, id).carrier.clone().unwrap();
    let rio = carrier("g20");
    assert_eq!((rio.date, rio.year), (Some(date(2024, 11, 18)), None));
    assert_eq!(rio.probability, 0.95);
    let americas = carrier("americas");
    assert_eq!((americas.date, americas.year), (None, Some(2025)));
    let left = (found.until - date(2025, 1, 1)).get_days() + 1;
    let share = f64::from(left) / 365.0;
    assert!(share > 0.0 && share < 1.0, "{share}");
    assert!((americas.probability - 0.95 * share).abs() < 1e-12);
    assert_eq!((carrier("nato").date, carrier("nato").year), (None, None));
}

/// The lesser party's stake: a priority of 4 and one of 1.
#[test]
fn the_lesser_stake() {
    let priority = |usa: u8, mexico: u8| {
        let of = |party, level| {
            format!(
                "{{ party = \"{party}\", level = {level}, words = \"said so\", from = 2000-01-01, sources = [\"paper\"] }}"
            )
        };
        format!("priority = [{}, {}]", of("USA", usa), of("MEX", mexico))
    };
    let dossier = dossier(
        &[
            ("uneven", &priority(4, 1)),
            ("even", &priority(3, 3)),
            ("silent", ""),
        ],
        "",
    );
    let found = on(&dossier, "", DAY);
    let stake = |id| row(&found, id).by(ItemCriterion::Stake).unwrap();
    assert!((stake("uneven").value - 0.25).abs() < 0.01);
    assert!((stake("even").value - 0.75).abs() < 0.01);
    assert_eq!(stake("silent").basis, Basis::Nothing);
    assert!((stake("silent").value - 0.5).abs() < 0.02);
}

/// What was said later changes nothing earlier; probabilities are probabilities; the same seed gives the
/// same list.
#[test]
fn as_of_and_bounds() {
    let early = positions(1.0, 1.0);
    let late = format!(
        "position = [{}, {}, {}]",
        position("USA", 1.0, "2000-01-01"),
        position("MEX", 1.0, "2000-01-01"),
        position("MEX", -2.0, "2021-02-02")
    );
    let votes = "indicators = [{ votes = { symbols = [\"A/RES/73/195\"] } }]";
    let of = |declared: &str| dossier(&[("one", declared), ("two", votes)], "");
    let found = on(&of(&early), "", DAY);
    assert_eq!(found, on(&of(&late), "", DAY));
    for row in &found.rows {
        assert!((row.ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        for value in &row.criteria {
            assert!(
                0.0 <= value.low
                    && value.low <= value.value
                    && value.value <= value.high
                    && value.high <= 1.0,
                "{value:?}"
            );
        }
    }
    // The two voted no and yes.
    let voted = row(&found, "two").by(ItemCriterion::Coincidence).unwrap();
    assert_eq!(voted.basis, Basis::Votes);
    assert!(voted.value < 0.4, "{}", voted.value);
}

#[test]
fn refusals() {
    let evidence = Evidence::embedded().unwrap();
    let of = |dossier: &Dossier, weights: &str| {
        let as_of = evidence.as_of(DAY);
        Shortlist::of(dossier, Horizon::YEAR, weights, None, &as_of)
            .unwrap_err()
            .to_string()
    };
    let one = dossier(&[("one", "")], "");
    assert!(of(&one, "coincidence > stakes").contains("stake"));
    assert!(of(&dossier(&[], ""), "").contains("no agenda item"));
    assert!(Horizon::of_days(0).is_none() && Horizon::of_days(1827).is_none());
}
