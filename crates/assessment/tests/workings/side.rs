//! The notes of one side's brief: its rules, applied to the rows again, give its lists.

use entente_assessment::{Aim, Expected, Likelihood, SideSection};

use super::*;

/// The lists of a side with a dossier, and of one without.
static SIDES: LazyLock<[Case; 2]> = LazyLock::new(|| {
    let case = |states: [&str; 2], side: &str, declared: bool| {
        let names = states.map(str::to_owned);
        let (name, dossier) = &Dossier::shipped()[0];
        let dossier = declared.then_some(dossier);
        let question = Question {
            dossier: dossier.map(|d| (*name, d)),
            side: Some(side),
            ..Question::about(&names)
        };
        let date = date(2021, 2, 1);
        Case {
            assessment: Assessment::of(&question, &fits(), &EVIDENCE.as_of(date)).unwrap(),
            dossier,
            date,
        }
    };
    [
        case(["USA", "MEX"], "MEX", true),
        case(["MEX", "BRA"], "BRA", false),
    ]
});

fn side(case: &Case) -> &SideSection {
    case.assessment.side.as_ref().unwrap()
}

#[test]
fn every_note_has_rows_and_its_formulas_come_to_their_results() {
    for case in SIDES.iter() {
        let own = case.assessment.notes.iter().filter(|n| {
            let kind = n.message.as_ref().map_or("", |m| m.id);
            kind.starts_with("note-side-")
        });
        let numbers: Vec<usize> = own.map(|n| n.number).collect();
        assert_eq!(numbers.len(), 5);
        for number in numbers {
            let workings = case.workings(number);
            assert!(!workings.tables.is_empty(), "{:?}", workings.note);
            for worked in &workings.formulas {
                let found = value(&worked.substituted(|v| format!("{v}")));
                assert!((found - worked.result).abs() < 1e-9, "{worked:?}");
            }
        }
    }
}

/// Objectives: priorities of 3 or 4, or one of the first five that we are for; not what we are against or
/// had better not raise; six at most, to obtain in the first half.
#[test]
fn objectives_from_what_was_declared() {
    let case = &SIDES[0];
    let workings = case.of_kind("note-side-objectives");
    let half = workings.formulas[0].result;
    let limits = case.of_kind("note-side-limits");
    let limits = rows(&limits, "limits");
    let declared = rows(&workings, "declared-on-items");
    let own = |r: &&Row<'_>| r.text("iso3") == "MEX";
    let mut wanted: Vec<(i64, i64, &str)> = (declared.iter().filter(own))
        .filter(|r| {
            let stance = r.number("stance").unwrap_or(0.0);
            let place = r.whole("place").unwrap();
            let high = r.whole("level").is_some_and(|level| level >= 3);
            let is_it = |l: &&Row<'_>| l.text("id") == r.text("id");
            let avoided = limits.iter().find(is_it).unwrap().text("avoided") == "yes";
            !avoided && stance >= -0.25 && (high || (place <= 5 && stance > 0.25))
        })
        .map(|r| {
            let level = r.whole("level").unwrap_or(0);
            (-level, r.whole("place").unwrap(), r.text("id"))
        })
        .collect();
    wanted.sort_unstable();
    let found = side(case).objectives.iter();
    let found: Vec<(&str, bool)> = found
        .map(|o| (o.item.as_str(), o.aim == Aim::Obtain))
        .collect();
    let wanted: Vec<(&str, bool)> = (wanted.iter().take(6))
        .map(|(_, place, id)| (*id, *place as f64 <= half))
        .collect();
    assert_eq!(found, wanted);
    assert!(found.len() > 3);
}

/// What the other side puts high, and no more.
#[test]
fn their_objectives_from_what_was_declared() {
    let case = &SIDES[0];
    let workings = case.of_kind("note-side-objectives");
    let declared = rows(&workings, "declared-on-items");
    let high = declared
        .iter()
        .filter(|r| r.text("iso3") == "USA" && r.whole("level").is_some_and(|level| level >= 3));
    let mut high: Vec<&str> = high.map(|r| r.text("id")).collect();
    high.sort_unstable();
    let told = rows(&workings, "their-objectives");
    let mut told: Vec<&str> = told.iter().map(|r| r.text("id")).collect();
    told.sort_unstable();
    assert_eq!(told, high);
    let found: usize = side(case).theirs.iter().map(|t| t.objectives.len()).sum();
    assert_eq!(told.len(), found);
}

#[test]
fn what_is_ruled_out_from_its_limits() {
    let case = &SIDES[0];
    let workings = case.of_kind("note-side-limits");
    let limits = rows(&workings, "limits");
    let ruled_out = limits.iter().filter(|r| {
        let voted = ["votes", "forecast"].contains(&r.text("basis"));
        r.number("acceptance").is_some_and(|room| room < 0.05)
            || r.number("stance").is_some_and(|stance| stance <= -1.0)
            || (voted && r.number("coincidence").is_some_and(|c| c < 0.25))
    });
    let ruled_out: Vec<&str> = ruled_out.map(|r| r.text("id")).collect();
    let found = side(case).avoided.iter();
    let found: Vec<&str> = found.map(|a| a.item.as_str()).collect();
    assert_eq!(found, ruled_out);
    assert_eq!(rows(&workings, "own-acts").len(), side(case).own_acts.len());
}

/// The likelihood follows from who puts an item high, the days to its carrier, and its place.
#[test]
fn what_arises_from_priorities_and_days() {
    let case = &SIDES[0];
    let workings = case.of_kind("note-side-arising");
    let [quarter, half] = &workings.formulas[..] else {
        panic!("{:?}", workings.formulas);
    };
    let declared = rows(&workings, "declared-on-items");
    let told = rows(&workings, "arising");
    for (row, found) in told.iter().zip(&side(case).arising) {
        assert_eq!(row.text("id"), found.item);
        let high = |iso3: &str| {
            let of = |r: &&Row<'_>| r.text("id") == found.item && r.text("iso3") == iso3;
            let level = declared.iter().find(of).and_then(|r| r.whole("level"));
            level.is_some_and(|level| level >= 3)
        };
        let soon = row.day("date").is_some_and(|day| {
            let days = f64::from((day - case.date).get_days());
            days > 0.0 && days <= quarter.result
        });
        let early = row.whole("place").unwrap() as f64 <= half.result;
        let expected = match (high("MEX"), high("USA")) {
            (true, true) => Likelihood::Sure,
            _ if soon => Likelihood::Sure,
            (false, false) if !early => Likelihood::Unlikely,
            _ => Likelihood::Possible,
        };
        assert_eq!(found.likelihood, expected, "{}", found.item);
    }
    assert_eq!(told.len(), side(case).arising.len());
}

/// The shares of votes in the general case are those of the roll calls; every response has its row.
#[test]
fn arguments_and_responses() {
    let case = &SIDES[0];
    let workings = case.of_kind("note-side-arguments");
    let arguments = rows(&workings, "arguments");
    let weak = rows(&workings, "weak-points");
    let shares = arguments.iter().chain(&weak);
    let shares: Vec<f64> = shares
        .filter(|r| r.text("kind") == "coincidence")
        .filter_map(|r| r.number("value"))
        .collect();
    let worked: Vec<f64> = workings.formulas.iter().map(|f| f.result).collect();
    assert_eq!(shares, worked);
    assert_eq!(worked.len(), 2);
    let responses = rows(&workings, "responses");
    assert_eq!(responses.len(), side(case).responses.len());
    for (row, found) in responses.iter().zip(&side(case).responses) {
        assert_eq!(row.text("id"), found.item);
        assert_eq!(
            row.text("expected") == "welcome",
            found.expected == Expected::Welcome
        );
    }
}

/// Without a dossier the questions put to the vote stand in place of agenda items.
#[test]
fn questions_without_a_dossier() {
    let case = &SIDES[1];
    for kind in ["note-side-objectives", "note-side-arising"] {
        let workings = case.of_kind(kind);
        let told = rows(&workings, "side-questions");
        assert_eq!(told.len(), side(case).questions.len());
        for (row, found) in told.iter().zip(&side(case).questions) {
            assert_eq!(row.number("returns"), Some(found.returns));
            assert_eq!(row.text("likelihood") == "sure", found.returns >= 0.8);
        }
    }
}
