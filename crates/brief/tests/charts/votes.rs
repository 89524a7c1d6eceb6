//! Charts of how states vote.

use entente_assessment::{Party, ideal_point_rows};
use entente_brief::charts::*;
use entente_evidence::Capital;
use entente_states::{Ccode, system};

use super::real::{DATE, ESTIMATES, FORECASTS, NORTH_AMERICA, administrations, as_of, told};

fn coincidence_axis() -> Axis {
    Axis::of(0.0, 0.25, 4, |v| format!("{v:.2}"))
        .between("always against each other", "always alike")
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
    Movement {
        told: told("Ideal points in the General Assembly"),
        years: (1980, 2021),
        axis: Axis::of(-2.0, 1.0, 5, |v| format!("{v:.0}"))
            .between("further from the United States' votes", "nearer to them"),
        lines: lines.collect(),
        strips: administrations(),
        as_of: DATE,
        as_of_words: "as of 1 February 2021".to_owned(),
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
        axis: Axis::of(0.0, 0.5, 2, |v| format!("{v:.1}")),
        panels: panels.collect(),
        thin: "fewer than five roll calls on which both voted".to_owned(),
    }
}
