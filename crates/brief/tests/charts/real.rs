//! Charts of the United States, Mexico and others as of 1 February 2021.

use std::sync::LazyLock;

use entente_assessment::{
    Assessment, Dossier, Estimator, Fits, Forecasts, Horizon, Machinery, Pair, Party, Question,
    Scope, Shortlist, shortlist_forecasts,
};
use entente_brief::charts::*;
use entente_evidence::{AsOf, Evidence};
use entente_measures::ideal_points::{EmOptions, Estimates, Prior};
use entente_measures::{IssueFilter, Selector};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::votes;

pub const DATE: Date = date(2021, 2, 1);

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());
pub static NORTH_AMERICA: LazyLock<Assessment> = LazyLock::new(|| {
    let states = ["USA", "MEX", "CAN"].map(str::to_owned);
    Assessment::of(&Question::about(&states), &Fits::nowhere(), &as_of()).unwrap()
});
pub static FORECASTS: LazyLock<Forecasts<'static>> = LazyLock::new(|| {
    shortlist_forecasts(&as_of(), &Fits::nowhere())
        .unwrap()
        .unwrap()
});
pub static ESTIMATES: LazyLock<Estimates> = LazyLock::new(|| {
    let scope = Scope {
        sessions: 0..=75,
        admits: &|_| true,
        issue: None,
        every_roll_call: false,
    };
    let panel = scope.panel(&as_of()).unwrap();
    let estimator = Estimator::Em(EmOptions::default());
    Fits::nowhere()
        .estimates(&panel, &Prior::default(), &estimator, &())
        .unwrap()
});

pub fn as_of() -> AsOf<'static> {
    EVIDENCE.as_of(DATE)
}

/// Every chart with its name.
pub fn all() -> &'static [(&'static str, String)] {
    static ALL: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
        vec![
            (
                "intervals-of-a-pair",
                intervals(&votes::outlook(1)).unwrap(),
            ),
            ("intervals-of-three", intervals(&votes::outlook(3)).unwrap()),
            ("map-of-mexico", world_map(&votes::map("MEX")).unwrap()),
            ("map-of-malta", world_map(&votes::map("MLT")).unwrap()),
            ("movement", movement(&votes::positions()).unwrap()),
            ("ranks", ranks(&items()).unwrap()),
            ("machinery", machinery()),
            ("windows", windows(&ahead()).unwrap()),
            ("multiples-of-a-pair", multiples(&votes::series(1)).unwrap()),
            ("multiples-of-three", multiples(&votes::series(3)).unwrap()),
            ("balance", balance(&asymmetry()).unwrap()),
        ]
    });
    &ALL
}

pub fn told(title: &str) -> Told {
    Told {
        title: title.to_owned(),
        description: format!("{title}, as of {DATE}"),
    }
}

fn dossier() -> &'static Dossier {
    &Dossier::shipped()
        .iter()
        .find(|(name, _)| *name == "usa-mexico")
        .unwrap()
        .1
}

fn pair_machinery() -> (Vec<Party>, Machinery) {
    let parties = Party::resolve(&["USA".to_owned(), "MEX".to_owned()], DATE).unwrap();
    let pair = Pair::of(&parties[0], &parties[1]);
    let machinery = Machinery::of(&pair, Some(dossier()), &as_of()).unwrap();
    (parties, machinery)
}

/// Who governed the two.
pub fn administrations() -> Vec<Strip> {
    let (_, machinery) = pair_machinery();
    ["USA", "MEX"]
        .map(|code| Strip {
            label: code.to_owned(),
            spans: machinery
                .administrations
                .iter()
                .filter(|a| a.iso3 == code)
                .map(|a| StripSpan {
                    label: a.leader.clone(),
                    from: a.from,
                    until: a.until,
                })
                .collect(),
            record_ends: None,
        })
        .to_vec()
}

/// The timeline as the command writes it.
pub fn machinery() -> String {
    let (parties, machinery) = pair_machinery();
    timeline(&parties[0], &parties[1], DATE, &machinery).unwrap()
}

/// How forecasts of sessions 40 to 73 fared, as the command draws it. Too slow for every run.
pub fn fared() -> String {
    let sets: Vec<Selector> = IssueFilter::every().map(Selector::of_issue).collect();
    let found = entente_assessment::backtest(40..=73, &as_of(), &sets, &|| ()).unwrap();
    backtest(&found).unwrap()
}

/// The shortlist of the dossier.
pub fn items() -> Ranks {
    let as_of = as_of();
    let list = Shortlist::of(dossier(), Horizon::YEAR, "", Some(&*FORECASTS), &as_of).unwrap();
    Ranks {
        told: told("The shortlist"),
        rows: list
            .rows
            .iter()
            .map(|row| RankRow {
                label: row.name.clone(),
                expected: row.expected_rank,
                low: row.rank_q05 as f64,
                high: row.rank_q95 as f64,
                top: row.top_three,
                figures: format!("{:.0}%", 100.0 * row.top_three),
            })
            .collect(),
        words: RankWords {
            rank: "Expected rank, and the range of nine draws in ten".to_owned(),
            top: "Among the first three".to_owned(),
            first: "first".to_owned(),
            last: "last".to_owned(),
        },
    }
}

/// Windows of the two states over twelve months, opportunities aside.
pub fn ahead() -> Windows {
    use entente_assessment::WindowKind;

    let parties = pair_machinery().0;
    let until = DATE.saturating_add(18.months());
    let meetings = entente_assessment::meetings(&parties, dossier(), &as_of()).unwrap();
    let found = entente_assessment::windows(&parties, (DATE, until), &as_of(), meetings).unwrap();
    let kinds = [
        (WindowKind::Opportunity, "Opportunities"),
        (WindowKind::Election, "Elections"),
        (WindowKind::Transition, "Transitions"),
        (WindowKind::Council, "Security Council"),
        (WindowKind::Assembly, "General Assembly"),
        (WindowKind::Debate, "General debate"),
        (WindowKind::Summit, "Summits"),
        (WindowKind::Meeting, "Meetings of mechanisms"),
    ];
    let groups = kinds.into_iter().map(|(kind, title)| WindowGroup {
        title: title.to_owned(),
        spans: found
            .iter()
            .filter(|w| w.kind == kind && w.year.is_none() && w.touches(DATE, until))
            .map(|w| WindowSpan {
                label: w.title.clone(),
                from: w.start,
                until: w.end,
                certainty: w.certainty,
                days: match w.end {
                    Some(end) if end == w.start => w.start.to_string(),
                    Some(end) => format!("to {end}"),
                    None => String::new(),
                },
            })
            .collect(),
    });
    Windows {
        told: told("Windows ahead"),
        from: DATE,
        until,
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        .map(str::to_owned),
        groups: groups.collect(),
        certainties: ["on record", "by rule", "announced", "expected"].map(str::to_owned),
    }
}

/// What the one has over what the other has.
pub fn asymmetry() -> Balance {
    let states = &NORTH_AMERICA.power.states;
    let (usa, mex) = (&states[0], &states[1]);
    let ratio = |label: &str, first: Option<f64>, second: Option<f64>| {
        let ratio = first.unwrap() / second.unwrap();
        BalanceRow {
            label: label.to_owned(),
            ratio,
            figures: format!("{ratio:.1} times"),
        }
    };
    Balance {
        told: told("Asymmetry"),
        axis: Axis {
            ticks: [0.1, 1.0, 10.0, 100.0]
                .into_iter()
                .zip(["10 times", "equal", "10 times", "100 times"])
                .map(|(at, words)| Tick {
                    at,
                    words: words.to_owned(),
                })
                .collect(),
            low: "Mexico larger".to_owned(),
            high: "United States larger".to_owned(),
        },
        rows: vec![
            ratio("Composite index of national capability", usa.cinc, mex.cinc),
            ratio(
                "Military expenditure",
                usa.military_expenditure,
                mex.military_expenditure,
            ),
            ratio(
                "Military personnel",
                usa.military_personnel,
                mex.military_personnel,
            ),
            ratio("Population", usa.population, mex.population),
            ratio(
                "Population, Mexico over the United States",
                mex.population,
                usa.population,
            ),
        ],
    }
}
