//! Whatever is put in: the chart is sound, no word leaves the sheet, none lies on another.

use entente_assessment::Certainty;
use entente_brief::charts::*;
use entente_states::system;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::real::told;
use super::svg::assert_readable;

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-ZÁÉÑ][a-záéíñü]{2,12}",
        "([A-Za-zñ&<>'\"]{2,14} ){1,9}[a-z]{3,8}",
        "[A-Za-z]{60,90}",
    ]
}

/// Mostly numbers of a scale, now and then beyond it or none.
fn value(low: f64, high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        12 => low..high,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => (low - 5.0)..(high + 5.0),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (-9000i64..9000).prop_map(|days| date(2010, 1, 1).saturating_add(days.days()))
}

prop_compose! {
    fn mark()(
        expected in prop::option::of(value(0.0, 1.0)),
        wide in prop::option::of((value(0.0, 1.0), value(0.0, 1.0))),
        narrow in prop::option::of((value(0.0, 1.0), value(0.0, 1.0))),
        record in prop::option::of(value(0.0, 1.0)),
        figures in "[0-9.]{0,4}",
    ) -> IntervalMark {
        IntervalMark { expected, wide, narrow, record, figures }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_hold(
        rows in prop::collection::vec((name(), any::<bool>()), 0..40),
        panels in prop::collection::vec((name(), prop::collection::vec(mark(), 0..40)), 0..7),
    ) {
        let chart = Intervals {
            told: told("T <&> \u{1}"),
            axis: Axis::of(0.0, 0.25, 4, |v| format!("{v:.2}")).between("always against", "always alike"),
            words: IntervalWords {
                expected: "expected".to_owned(),
                wide: "9 in 10".to_owned(),
                narrow: "1 in 2".to_owned(),
                record: "last".to_owned(),
                nothing: "none".to_owned(),
            },
            rows: rows.into_iter().map(|(label, strong)| IntervalRow { label, strong }).collect(),
            panels: panels.into_iter().map(|(title, marks)| IntervalPanel { title, marks }).collect(),
        };
        assert_readable(&intervals(&chart).unwrap());
    }

    #[test]
    fn ranks_hold(
        rows in prop::collection::vec((name(), value(1.0, 40.0), value(1.0, 40.0), value(0.0, 1.0)), 0..40),
    ) {
        let rows = rows.into_iter().map(|(label, expected, low, top)| RankRow {
            label,
            expected,
            low,
            high: expected,
            top,
            figures: format!("{top:.0}%"),
        });
        let chart = Ranks {
            told: told("Ranks"),
            rows: rows.collect(),
            words: RankWords {
                rank: "Expected rank, with the range of nine draws in ten".to_owned(),
                top: "Among the first three".to_owned(),
                first: "first".to_owned(),
                last: "last".to_owned(),
            },
        };
        assert_readable(&ranks(&chart).unwrap());
    }

    #[test]
    fn scorecards_hold(
        rows in prop::collection::vec(
            (name(), prop::option::of(value(0.0, 100.0)), [0u32..40, 0..40, 0..40, 0..40], name()),
            0..40,
        ),
        words in [name(), name(), name(), name(), name(), name()],
    ) {
        let rows = rows.into_iter().map(|(label, percent, [full, partial, none, unassessed], figures)| {
            ScorecardRow { label, percent, full, partial, none, unassessed, figures }
        });
        let [mean, pairs, full, partial, none, unassessed] = words;
        let chart = Scorecard {
            told: told("Scorecard"),
            axis: Axis::of(0.0, 25.0, 4, |v| format!("{v:.0}%")).between("none or contrary", "full"),
            words: ScorecardWords { mean, pairs, full, partial, none, unassessed },
            rows: rows.collect(),
        };
        assert_readable(&scorecard(&chart).unwrap());
    }

    #[test]
    fn movements_hold(
        lines in prop::collection::vec(
            (name(), any::<bool>(), prop::collection::vec((1946i16..2026, value(-3.0, 3.0)), 0..30)),
            0..12,
        ),
        spans in prop::collection::vec((name(), day(), prop::option::of(day())), 0..20),
        as_of in day(),
        first in 1946i16..2020,
    ) {
        let lines = lines.into_iter().map(|(label, party, mut points)| {
            points.sort_by_key(|p| p.0);
            points.dedup_by_key(|p| p.0);
            let points = points.into_iter().map(|(year, value)| MovementPoint {
                year,
                value,
                interval: Some((value - 0.2, value + 0.2)),
            });
            MovementLine { label, party, points: points.collect() }
        });
        let spans = spans.into_iter().map(|(label, from, until)| StripSpan { label, from, until });
        let chart = Movement {
            told: told("Movement"),
            years: (first, 2021),
            axis: Axis::of(-3.0, 1.0, 6, |v| format!("{v:.0}")).between("low", "high"),
            lines: lines.collect(),
            strips: vec![Strip { label: "A state".to_owned(), spans: spans.collect(), record_ends: None }],
            as_of,
            as_of_words: "as of".to_owned(),
        };
        assert_readable(&movement(&chart).unwrap());
    }

    #[test]
    fn maps_hold(
        values in prop::collection::vec(
            (0usize..200, value(0.0, 1.0), prop::option::of((value(-180.0, 180.0), value(-90.0, 90.0)))),
            0..60,
        ),
        focus in 0usize..200,
        classes in 0usize..8,
        words in name(),
    ) {
        let states = system().states();
        let at = |place: usize| states[place % states.len()].ccode;
        let values = values.into_iter().map(|(place, value, position)| MapValue {
            ccode: at(place),
            value,
            position,
        });
        let chart = WorldMap {
            told: told("Map"),
            focus: at(focus),
            focus_position: Some((14.5, 35.9)),
            values: values.collect(),
            classes: (0..classes)
                .map(|i| MapClass { below: i as f64 / 8.0, words: format!("class {i}") })
                .collect(),
            words: MapWords {
                title: words,
                focus: "the state".to_owned(),
                none: "no vote".to_owned(),
                small: "small state".to_owned(),
            },
        };
        assert_readable(&world_map(&chart).unwrap());
    }

    #[test]
    fn multiples_hold(
        panels in prop::collection::vec(
            (name(), prop::collection::vec(
                ("[A-Z]{0,8}", prop::collection::vec((1946i16..2026, value(0.0, 1.0), any::<bool>()), 0..30)),
                0..5,
            )),
            0..9,
        ),
    ) {
        let line = |(label, mut points): (String, Vec<(i16, f64, bool)>)| {
            points.sort_by_key(|p| p.0);
            points.dedup_by_key(|p| p.0);
            let points = points.into_iter().map(|(year, value, thin)| MultiplePoint { year, value, thin });
            MultipleLine { label, points: points.collect() }
        };
        let panels = panels.into_iter().map(|(title, lines)| MultiplePanel {
            title,
            lines: lines.into_iter().map(line).collect(),
        });
        let chart = Multiples {
            told: told("Multiples"),
            years: (1946, 2025),
            axis: Axis::of(0.0, 0.5, 2, |v| format!("{v:.1}")),
            panels: panels.collect(),
            thin: "little".to_owned(),
        };
        assert_readable(&multiples(&chart).unwrap());
    }

    #[test]
    fn balances_hold(rows in prop::collection::vec((name(), value(0.001, 1000.0), "[0-9.]{0,6}"), 0..40)) {
        let rows = rows.into_iter().map(|(label, ratio, figures)| BalanceRow { label, ratio, figures });
        let chart = Balance {
            told: told("Balance"),
            axis: Axis::of(1.0, 99.0, 1, |v| format!("{v:.0}")).between("the second larger", "the first larger"),
            rows: rows.collect(),
        };
        assert_readable(&balance(&chart).unwrap());
    }

    #[test]
    fn windows_hold(
        groups in prop::collection::vec(
            (name(), prop::collection::vec((name(), day(), prop::option::of(day()), 0usize..4, "[a-z0-9 ]{0,12}"), 0..12)),
            0..5,
        ),
        from in day(),
        months in 0i64..36,
    ) {
        let certainties = [
            Certainty::OnRecord,
            Certainty::ByRule,
            Certainty::Announced,
            Certainty::Expected,
        ];
        let span = |(label, from, until, certainty, days): (String, Date, Option<Date>, usize, String)| WindowSpan {
            label,
            from,
            until,
            certainty: certainties[certainty],
            days,
        };
        let groups = groups.into_iter().map(|(title, spans)| WindowGroup {
            title,
            spans: spans.into_iter().map(span).collect(),
        });
        let chart = Windows {
            told: told("Windows"),
            from,
            until: from.saturating_add(months.months()),
            months: std::array::from_fn(|i| format!("M{i}")),
            groups: groups.collect(),
            certainties: ["on record", "by rule", "announced", "expected"].map(str::to_owned),
        };
        assert_readable(&windows(&chart).unwrap());
    }

    #[test]
    fn machineries_hold(
        strips in prop::collection::vec((name(), prop::collection::vec((name(), day(), prop::option::of(day())), 0..10), prop::option::of(day())), 0..3),
        bars in prop::collection::vec((name(), prop::collection::vec((1980i16..2030, 0u32..9, 0u32..9), 0..20), prop::option::of(day())), 0..3),
        rows in prop::collection::vec((name(), prop::option::of(day()), prop::option::of(day()), prop::collection::vec((day(), any::<bool>()), 0..10), "[a-z ]{0,20}"), 0..40),
        as_of in day(),
        note in name(),
    ) {
        let strips = strips.into_iter().map(|(label, spans, record_ends)| Strip {
            label,
            spans: spans.into_iter().map(|(label, from, until)| StripSpan { label, from, until }).collect(),
            record_ends,
        });
        let bars = bars.into_iter().map(|(label, years, covered_to)| ContactBars {
            label,
            unit: "a year".to_owned(),
            years: years.into_iter().map(|(year, met, other)| ContactYearCount { year, met, other }).collect(),
            covered_to,
        });
        let rows = rows.into_iter().map(|(label, founded, ended, meetings, status)| MechanismLine {
            label,
            founded,
            ended,
            covered_to: ended,
            meetings: meetings.into_iter().map(|(day, found)| MeetingMark { day, found }).collect(),
            weak: status.len() > 5,
            status,
        });
        let chart = Meetings {
            told: told("Machinery"),
            heading: note.clone(),
            years: (as_of.year() - 39, as_of.year()),
            as_of,
            words: MeetingWords {
                met: "the two met as two".to_owned(),
                other: "other occasions".to_owned(),
                found: "in the record".to_owned(),
                entered: "entered".to_owned(),
                silent: "not covered".to_owned(),
                no_record: "no record".to_owned(),
            },
            strips: strips.collect(),
            bars: bars.collect(),
            rows: rows.collect(),
            footnote: note,
        };
        assert_readable(&meetings(&chart).unwrap());
    }
}
