//! Charts of the United States, Mexico and others as of 1 February 2021.

use std::sync::LazyLock;

use entente_assessment::{
    Assessment, Dossier, Estimator, Fits, Forecasts, Horizon, Machinery, Pair, Party, Scope,
    Shortlist, ideal_point_rows, shortlist_forecasts,
};
use entente_brief::charts::*;
use entente_evidence::{AsOf, Capital, Evidence};
use entente_measures::ideal_points::{EmOptions, Estimates, Prior};
use entente_measures::{IssueFilter, Selector};
use entente_states::{Ccode, system};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const DATE: Date = date(2021, 2, 1);

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());
static NORTH_AMERICA: LazyLock<Assessment> = LazyLock::new(|| {
    let states = ["USA", "MEX", "CAN"].map(str::to_owned);
    Assessment::of(&states, &as_of()).unwrap()
});
static FORECASTS: LazyLock<Forecasts<'static>> =
    LazyLock::new(|| shortlist_forecasts(&as_of()).unwrap().unwrap());
static ESTIMATES: LazyLock<Estimates> = LazyLock::new(|| {
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

fn as_of() -> AsOf<'static> {
    EVIDENCE.as_of(DATE)
}

/// Every chart with its name.
pub fn all() -> &'static [(&'static str, String)] {
    static ALL: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
        vec![
            ("intervals-of-a-pair", intervals(&outlook(1)).unwrap()),
            ("intervals-of-three", intervals(&outlook(3)).unwrap()),
            ("map-of-mexico", world_map(&map("MEX")).unwrap()),
            ("map-of-malta", world_map(&map("MLT")).unwrap()),
            ("movement", movement(&positions()).unwrap()),
            ("ranks", ranks(&items()).unwrap()),
            ("machinery", machinery()),
            ("windows", windows(&ahead()).unwrap()),
            ("multiples-of-a-pair", multiples(&series(1)).unwrap()),
            ("multiples-of-three", multiples(&series(3)).unwrap()),
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

pub fn axis(
    from: f64,
    step: f64,
    steps: u32,
    write: impl Fn(f64) -> String,
    ends: [&str; 2],
) -> Axis {
    let at = |i: u32| from + step * f64::from(i);
    Axis {
        ticks: (0..=steps)
            .map(|i| Tick {
                at: at(i),
                words: write(at(i)),
            })
            .collect(),
        low: ends[0].to_owned(),
        high: ends[1].to_owned(),
    }
}

fn coincidence_axis() -> Axis {
    axis(
        0.0,
        0.25,
        4,
        |v| format!("{v:.2}"),
        ["always against each other", "always alike"],
    )
}

fn issue(word: &str) -> &str {
    match word {
        "all" => "All roll calls",
        "me" => "Palestinian conflict",
        "nu" => "Nuclear weapons and material",
        "di" => "Arms control and disarmament",
        "hr" => "Human rights",
        "co" => "Colonialism",
        "ec" => "Economic development",
        other => other,
    }
}

/// The forecast of so many pairs.
pub fn outlook(pairs: usize) -> Intervals {
    let outlook = &NORTH_AMERICA.outlook;
    let panels: Vec<IntervalPanel> = outlook
        .pairs
        .iter()
        .take(pairs)
        .map(|pair| IntervalPanel {
            title: match pairs {
                1 => String::new(),
                _ => format!("{}-{}", pair.pair.iso3_1, pair.pair.iso3_2),
            },
            marks: pair
                .forecasts
                .iter()
                .zip(&pair.last)
                .map(|(row, last)| IntervalMark {
                    expected: row.expected,
                    wide: row.q05.zip(row.q95),
                    narrow: row.q25.zip(row.q75),
                    record: last.map(|l| l.coincidence),
                    figures: match (row.expected, row.q05, row.q95) {
                        (Some(mean), Some(low), Some(high)) => {
                            format!("{mean:.2} ({low:.2} to {high:.2})")
                        }
                        _ => String::new(),
                    },
                })
                .collect(),
        })
        .collect();
    Intervals {
        told: told("Voting coincidence to expect in session 75, by issue"),
        axis: coincidence_axis(),
        words: IntervalWords {
            expected: "expected".to_owned(),
            wide: "9 in 10".to_owned(),
            narrow: "1 in 2".to_owned(),
            record: "last session on record".to_owned(),
            nothing: "no roll call on record".to_owned(),
        },
        rows: outlook.pairs[0]
            .forecasts
            .iter()
            .map(|row| IntervalRow {
                label: issue(&row.issue).to_owned(),
                strong: row.issue == "all",
            })
            .collect(),
        panels,
    }
}

fn capital(ccode: Ccode) -> Option<(f64, f64)> {
    let found = as_of()
        .select::<Capital>(|c| c.ccode == ccode)
        .unwrap()
        .last();
    found.map(|c| (c.longitude, c.latitude))
}

/// The world by its coincidence with a state in the session to come.
pub fn map(code: &str) -> WorldMap {
    let state = system().by_iso3(code).unwrap();
    let as_of = as_of();
    let values = FORECASTS
        .of_partners(&Party::of(state), &as_of)
        .into_iter()
        .filter(|row| row.issue == "all")
        .filter_map(|row| {
            Some(MapValue {
                ccode: row.ccode2,
                value: row.expected?,
                position: capital(row.ccode2),
            })
        });
    let bounds = [0.5, 0.6, 0.7, 0.8, 0.9, f64::INFINITY];
    let words = [
        "below 0.50",
        "0.50-0.59",
        "0.60-0.69",
        "0.70-0.79",
        "0.80-0.89",
        "0.90 and over",
    ];
    WorldMap {
        told: told("Voting coincidence with one state"),
        focus: state.ccode,
        focus_position: capital(state.ccode),
        values: values.collect(),
        classes: bounds
            .into_iter()
            .zip(words)
            .map(|(below, words)| MapClass {
                below,
                words: words.to_owned(),
            })
            .collect(),
        words: MapWords {
            title: format!(
                "Voting coincidence with {} to expect in session 75",
                state.name_en
            ),
            focus: state.name_en.clone(),
            none: "no vote on record".to_owned(),
            small: "state too small for an outline".to_owned(),
        },
    }
}

/// Ideal points of the two parties and of some neighbours.
pub fn positions() -> Movement {
    let states = [
        ("USA", "United States", true),
        ("MEX", "Mexico", true),
        ("CAN", "Canada", false),
        ("GTM", "Guatemala", false),
        ("BRA", "Brazil", false),
        ("CUB", "Cuba", false),
        ("COL", "Colombia", false),
    ];
    let lines = states.into_iter().map(|(code, name, party)| {
        let state = system().by_iso3(code).unwrap();
        let rows = ideal_point_rows(&ESTIMATES, "all", |c| c == state.ccode);
        MovementLine {
            label: name.to_owned(),
            party,
            points: rows
                .iter()
                .filter(|row| row.year >= 1980)
                .map(|row| MovementPoint {
                    year: i16::try_from(row.year).unwrap(),
                    value: row.ideal_point,
                    interval: party.then_some((row.q05, row.q95)),
                })
                .collect(),
        }
    });
    let (_, machinery) = pair_machinery();
    let strips = ["USA", "MEX"].map(|code| Strip {
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
    });
    Movement {
        told: told("Ideal points in the General Assembly"),
        years: (1980, 2021),
        axis: axis(
            -2.0,
            1.0,
            5,
            |v| format!("{v:.0}"),
            ["further from the United States' votes", "nearer to them"],
        ),
        lines: lines.collect(),
        strips: strips.to_vec(),
        as_of: DATE,
        as_of_words: "as of 1 February 2021".to_owned(),
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
            .filter(|w| w.kind == kind && w.touches(DATE, until))
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

/// Voting coincidence of so many pairs over the sessions, issue by issue.
pub fn series(pairs: usize) -> Multiples {
    let section = &NORTH_AMERICA.coincidence;
    let panels = (0..section.pairs[0].issues.len()).map(|i| MultiplePanel {
        title: issue(section.pairs[0].issues[i].issue.as_str()).to_owned(),
        lines: section
            .pairs
            .iter()
            .take(pairs)
            .map(|pair| {
                let points: Vec<MultiplePoint> = pair.issues[i]
                    .series
                    .iter()
                    .filter_map(|p| {
                        Some(MultiplePoint {
                            year: i16::try_from(p.year).unwrap(),
                            value: p.coincidence.coincidence?,
                            thin: p.coincidence.tally.joint() < 5,
                        })
                    })
                    .collect();
                MultipleLine {
                    label: match pairs {
                        1 => points
                            .last()
                            .map_or(String::new(), |p| format!("{:.2}", p.value)),
                        _ => format!("{}-{}", pair.pair.iso3_1, pair.pair.iso3_2),
                    },
                    points,
                }
            })
            .collect(),
    });
    Multiples {
        told: told("Voting coincidence by issue"),
        years: (1946, 2019),
        axis: axis(0.0, 0.5, 2, |v| format!("{v:.1}"), ["", ""]),
        panels: panels.collect(),
        thin: "fewer than five roll calls on which both voted".to_owned(),
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
