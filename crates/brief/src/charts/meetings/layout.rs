//! Where things stand in the machinery's chart.

use super::super::canvas::{Face, HEAD, LABEL, SMALL, WIDTH};
use super::super::labels::{column, widest, wrapped};
use super::super::palette::INK;
use super::super::strips::{Time, named};
use super::key::{Entry, places};
use super::{EDGE, MechanismLine, Meetings, bars};

pub(super) const HEADING: Face = Face::new(14.0, true, INK);

/// Where things stand, in page pixels.
pub(super) struct Layout {
    pub heading: Vec<String>,
    pub key: Vec<Entry>,
    /// The top of the first strip, and of each its state's name with its room.
    pub strips: f64,
    pub states: Vec<(Vec<String>, f64)>,
    /// The base of each row of bars, and the lines of its name.
    pub bars: Vec<(f64, Vec<String>)>,
    /// The middle of each mechanism's row, the lines of its name and of how it stands.
    pub rows: Vec<(f64, Vec<String>, Vec<String>)>,
    pub time: Time,
    /// Where the axis of years lies.
    pub bottom: f64,
    pub footnote: Vec<String>,
    pub height: f64,
}

impl Layout {
    pub(super) fn of(chart: &Meetings) -> Self {
        let names = chart.rows.iter().map(|r| r.label.as_str());
        let others = chart.bars.iter().map(|b| b.label.as_str());
        let states = chart.strips.iter().map(|s| s.label.as_str());
        let left_column = column(names.chain(others).chain(states), LABEL, (80.0, 180.0));
        let statuses = chart.rows.iter().map(|r| r.status.as_str());
        let right_column = widest(statuses, HEAD).clamp(64.0, 110.0);
        let (first, last) = chart.years;
        let time = Time {
            years: (f64::from(first), f64::from(last.max(first)) + 1.0),
            page: (
                EDGE + left_column + 12.0,
                WIDTH - EDGE - right_column - 10.0,
            ),
            now: chart.as_of,
        };
        let heading = wrapped(&chart.heading, HEADING, WIDTH - 2.0 * EDGE);
        let under = match heading.len() {
            0 => 14.0,
            lines => 18.0 + HEADING.leading() * lines as f64,
        };
        let (key, mut y) = places(chart, under);
        y += 14.0;
        let strips = y;
        let states = named(&chart.strips, left_column);
        y += states.iter().map(|s| s.1).sum::<f64>();
        let mut bars = Vec::new();
        for one in &chart.bars {
            let name = wrapped(&one.label, LABEL, left_column);
            y += bars::HEIGHT.max(LABEL.leading() * (name.len() + 2) as f64) + 14.0;
            bars.push((y, name));
        }
        y += 10.0;
        let mut rows = Vec::new();
        for row in &chart.rows {
            let name = wrapped(&row.label, LABEL, left_column);
            let status = wrapped(&row.status, status_face(row), right_column);
            let room = LABEL.leading() * name.len().max(status.len()) as f64 + 8.0;
            rows.push((y + room.max(24.0) / 2.0, name, status));
            y += room.max(24.0);
        }
        let bottom = y + 4.0;
        let footnote = wrapped(&chart.footnote, SMALL, WIDTH - 2.0 * EDGE);
        let notes = match footnote.len() {
            0 => 0.0,
            lines => 10.0 + SMALL.leading() * lines as f64,
        };
        Layout {
            heading,
            key,
            strips,
            states,
            bars,
            rows,
            time,
            bottom,
            footnote,
            height: bottom + 26.0 + notes,
        }
    }
}

/// What is a reason to look stands out.
pub(super) fn status_face(row: &MechanismLine) -> Face {
    match row.weak {
        true => HEAD.coloured(super::super::palette::VERMILION),
        false => LABEL,
    }
}
