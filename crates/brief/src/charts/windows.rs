//! Windows ahead as spans of a calendar.

use entente_assessment::Certainty;
use jiff::civil::{Date, date};
use plotters::style::text_anchor::HPos;

use super::canvas::{
    Canvas, Drawn, HEAD, LABEL, SMALL, WIDTH, dashed, filled, fine_spot, line, outlined, say,
    say_lines, sheet,
};
use super::hatch::hatch;
use super::labels::{column, wrapped};
use super::palette::{BLUE, CLASSES, GRID, INK, PAPER, SOFT};
use super::strips::Time;
use super::years::year_of;
use super::{ChartError, Told};

/// Windows over some months, by kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Windows {
    /// For readers who do not see it.
    pub told: Told,
    /// First day of the calendar, the date of reading.
    pub from: Date,
    /// Its last day, twelve to twenty-four months later.
    pub until: Date,
    /// Short names of the months, January first: "Jan".
    pub months: [String; 12],
    /// Kinds in the order in which they stand.
    pub groups: Vec<WindowGroup>,
    /// How surely a window is known: on record, by rule, announced, expected.
    pub certainties: [String; 4],
}

/// Windows of a kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowGroup {
    /// The kind.
    pub title: String,
    /// In the order in which they stand.
    pub spans: Vec<WindowSpan>,
}

/// One window.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowSpan {
    /// What it is.
    pub label: String,
    /// First day.
    pub from: Date,
    /// Last day; empty where it is open-ended.
    pub until: Option<Date>,
    /// How surely it is known.
    pub certainty: Certainty,
    /// Its days as the reader's language writes them: "20-26 Sep 2021"; may be empty.
    pub days: String,
}

const EDGE: f64 = 10.0;
const BAR: f64 = 13.0;
/// Spans of a day or two are drawn so wide that they can be seen.
const LEAST: f64 = 4.0;
const AXIS: f64 = 34.0;
const KEY: f64 = 26.0;

/// Draws it: a span for each window, filled where it is on record or by rule, hatched where it was announced,
/// hollow where it is only to be expected.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn windows(chart: &Windows) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    sheet(&chart.told, layout.height, |canvas| {
        key(canvas, chart)?;
        months(canvas, chart, &layout)?;
        for (title, y) in &layout.heads {
            say_lines(canvas, title, (EDGE, *y), HEAD, HPos::Left)?;
        }
        for row in &layout.rows {
            say_lines(
                canvas,
                &row.lines,
                (layout.time.page.0 - 12.0, row.middle),
                LABEL,
                HPos::Right,
            )?;
            span(canvas, row.span, &layout, row.middle)?;
        }
        Ok(())
    })
}

struct Row<'c> {
    span: &'c WindowSpan,
    lines: Vec<String>,
    middle: f64,
}

/// Where things stand.
struct Layout<'c> {
    time: Time,
    heads: Vec<(Vec<String>, f64)>,
    rows: Vec<Row<'c>>,
    top: f64,
    bottom: f64,
    height: f64,
}

impl<'c> Layout<'c> {
    fn of(chart: &'c Windows) -> Self {
        let labels = chart
            .groups
            .iter()
            .flat_map(|g| &g.spans)
            .map(|s| s.label.as_str());
        let names = column(labels, LABEL, (100.0, 270.0));
        let left = EDGE + names + 12.0;
        let time = Time {
            years: (
                year_of(chart.from),
                year_of(chart.until).max(year_of(chart.from) + 0.1),
            ),
            page: (left, WIDTH - EDGE),
            now: chart.from,
        };
        let top = KEY + AXIS;
        let mut y = top + 4.0;
        let (mut heads, mut rows) = (Vec::new(), Vec::new());
        for group in chart
            .groups
            .iter()
            .filter(|g| g.spans.iter().any(|s| touches(s, chart)))
        {
            let title = wrapped(&group.title, HEAD, WIDTH - 2.0 * EDGE);
            let room = HEAD.leading() * title.len() as f64;
            if !title.is_empty() {
                heads.push((title, y + room / 2.0 + 3.0));
                y += room + 6.0;
            }
            for span in group.spans.iter().filter(|s| touches(s, chart)) {
                let lines = wrapped(&span.label, LABEL, names);
                let room = (LABEL.leading() * lines.len() as f64 + 5.0).max(20.0);
                rows.push(Row {
                    span,
                    lines,
                    middle: y + room / 2.0,
                });
                y += room;
            }
            y += 6.0;
        }
        Layout {
            time,
            heads,
            rows,
            top,
            bottom: y,
            height: y + 8.0,
        }
    }
}

/// Whether a window is open on some day of the calendar.
fn touches(span: &WindowSpan, chart: &Windows) -> bool {
    span.from <= chart.until && span.until.is_none_or(|until| until >= chart.from)
}

/// What the fills mean, of those that there are.
fn key(canvas: &Canvas<'_>, chart: &Windows) -> Drawn {
    let mut x = EDGE;
    let there = |certainty| {
        chart
            .groups
            .iter()
            .flat_map(|g| &g.spans)
            .any(|s| s.certainty == certainty && touches(s, chart))
    };
    let kinds = [
        Certainty::OnRecord,
        Certainty::ByRule,
        Certainty::Announced,
        Certainty::Expected,
    ];
    for (certainty, words) in kinds.into_iter().zip(&chart.certainties) {
        if !there(certainty) {
            continue;
        }
        bar(canvas, (x, x + 26.0), 12.0, certainty)?;
        say(canvas, words, (x + 32.0, 12.0), SMALL, HPos::Left)?;
        x += 32.0 + SMALL.width(words) + 20.0;
    }
    Ok(())
}

/// A line for every month, its name where there is room, and the year at its January.
fn months(canvas: &Canvas<'_>, chart: &Windows, layout: &Layout<'_>) -> Drawn {
    let (left, right) = layout.time.page;
    let axis = layout.top;
    line(canvas, (left, axis), (right, axis), SOFT, 1.0)?;
    let mut free = f64::NEG_INFINITY;
    let mut year_free = f64::NEG_INFINITY;
    for first in firsts(chart.from, chart.until) {
        let start = layout.time.day(first);
        let next = first.saturating_add(jiff::Span::new().months(1));
        let end = layout.time.day(next.min(chart.until));
        if first > chart.from {
            line(canvas, (start, axis), (start, layout.bottom), GRID, 0.75)?;
        }
        let name = &chart.months[usize::try_from(first.month() - 1).unwrap_or(0)];
        let half = SMALL.width(name) / 2.0;
        let middle = f64::midpoint(start, end);
        if end - start >= 2.0 * half + 2.0 && middle - half >= free {
            say(canvas, name, (middle, axis - 10.0), SMALL, HPos::Center)?;
            free = middle + half + 3.0;
        }
        let year = first.year().to_string();
        let begins = first.month() == 1 || first == firsts(chart.from, chart.until)[0];
        if begins && start >= year_free && start + HEAD.width(&year) <= WIDTH {
            say(canvas, &year, (start, axis - 26.0), HEAD, HPos::Left)?;
            year_free = start + HEAD.width(&year) + 8.0;
        }
    }
    Ok(())
}

/// The day itself, then the first of every month, two years' worth and a half at the most.
fn firsts(from: Date, until: Date) -> Vec<Date> {
    let mut days = vec![from];
    let mut next = date(from.year(), from.month(), 1).saturating_add(jiff::Span::new().months(1));
    while next <= until && days.len() < 31 {
        days.push(next);
        next = next.saturating_add(jiff::Span::new().months(1));
    }
    days
}

fn span(canvas: &Canvas<'_>, span: &WindowSpan, layout: &Layout<'_>, y: f64) -> Drawn {
    let (left, right) = layout.time.page;
    let start = layout.time.day(span.from);
    let end = span
        .until
        .map_or(right, |day| layout.time.at(year_of(day) + 1.0 / 365.0));
    let (start, end) = match end - start < LEAST {
        true => (
            (start - LEAST / 2.0).clamp(left, right - LEAST),
            (start + LEAST / 2.0).clamp(left + LEAST, right),
        ),
        false => (start, end),
    };
    bar(canvas, (start, end), y, span.certainty)?;
    // The days stand after the span, or before it, or on it: wherever there is room.
    let room = SMALL.width(&span.days) + 6.0;
    if end + room <= right {
        say(canvas, &span.days, (end + 6.0, y), SMALL, HPos::Left)
    } else if start - room >= left {
        say(canvas, &span.days, (start - 6.0, y), SMALL, HPos::Right)
    } else {
        inside(canvas, (start, end), span, y)
    }
}

/// The days on the span itself, on paper where it is hatched or hollow.
fn inside(canvas: &Canvas<'_>, (start, end): (f64, f64), span: &WindowSpan, y: f64) -> Drawn {
    let across = SMALL.width(&span.days);
    if across + 12.0 > end - start || span.days.is_empty() {
        return Ok(());
    }
    let colour = match span.certainty {
        Certainty::OnRecord => PAPER,
        Certainty::ByRule => INK,
        Certainty::Announced | Certainty::Expected | Certainty::NotKnown => {
            let corner = (start + 10.0 + across, y + BAR / 2.0 - 1.0);
            filled(canvas, (start + 4.0, y - BAR / 2.0 + 1.0), corner, PAPER)?;
            INK
        }
    };
    say(
        canvas,
        &span.days,
        (start + 7.0, y),
        SMALL.coloured(colour),
        HPos::Left,
    )
}

fn bar(canvas: &Canvas<'_>, (start, end): (f64, f64), y: f64, certainty: Certainty) -> Drawn {
    let (from, to) = ((start, y - BAR / 2.0), (end, y + BAR / 2.0));
    let corners = vec![from, (to.0, from.1), to, (from.0, to.1)];
    match certainty {
        Certainty::OnRecord => filled(canvas, from, to, BLUE),
        Certainty::ByRule => {
            filled(canvas, from, to, CLASSES[1])?;
            outlined(canvas, from, to, BLUE)
        }
        Certainty::Announced => {
            for [a, b] in hatch(&[corners], 4.0) {
                line(canvas, a, b, BLUE, 0.9)?;
            }
            outlined(canvas, from, to, BLUE)
        }
        Certainty::Expected | Certainty::NotKnown => {
            let around: Vec<(i32, i32)> = corners
                .iter()
                .chain(corners.first())
                .map(|c| fine_spot(*c))
                .collect();
            dashed(canvas, &around, (3.0, 2.0), BLUE, 1.0)
        }
    }
}
