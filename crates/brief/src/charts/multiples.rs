//! Small multiples: one panel for each issue, all on the same axes.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::canvas::{
    Canvas, Drawn, HEAD, Plot, SMALL, WIDTH, dashed, filled, levels, line, plot, say, sheet, spot,
    weight,
};
use super::labels::{apart, widest, wrapped};
use super::palette::{BAND, SOFT, dash, series};
use super::years::marked;
use super::{Axis, ChartError, Told};

/// Lines over the years, panel by panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Multiples {
    /// For readers who do not see it.
    pub told: Told,
    /// First and last year of every panel.
    pub years: (i16, i16),
    /// The vertical axis of every panel; what its ends mean is not said.
    pub axis: Axis,
    /// Panels, three or four to a line.
    pub panels: Vec<MultiplePanel>,
    /// What a light band means, such as "fewer than five roll calls"; empty if there is none.
    pub thin: String,
}

/// One panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultiplePanel {
    /// What it is about.
    pub title: String,
    /// Its lines, in the same order in every panel.
    pub lines: Vec<MultipleLine>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultipleLine {
    /// What stands at its end: a pair's codes, or the last value where there is one pair.
    pub label: String,
    /// From the earliest; a gap of more than a year breaks the line.
    pub points: Vec<MultiplePoint>,
}

/// A value of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultiplePoint {
    /// The year in which the session opened.
    pub year: i16,
    /// The value.
    pub value: f64,
    /// Whether it rests on little.
    pub thin: bool,
}

const EDGE: f64 = 10.0;
const GAP: f64 = 14.0;
/// The height of a plot, where no more names stand at its right than that has room for.
const PLOT: f64 = 96.0;
const AXIS: f64 = 34.0;
const KEY: f64 = 24.0;

/// Draws it: a small panel for each issue on the same axes, lines told apart by colour and dash and named at
/// their ends, light bands where all of them rest on little.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn multiples(chart: &Multiples) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    sheet(&chart.told, layout.height, |canvas| {
        if layout.key > 0.0 {
            filled(canvas, (layout.left, 6.0), (layout.left + 22.0, 18.0), BAND)?;
            say(
                canvas,
                &chart.thin,
                (layout.left + 28.0, 12.0),
                SMALL,
                HPos::Left,
            )?;
        }
        for (i, panel) in chart.panels.iter().enumerate() {
            let (column, row) = (i % layout.columns, i / layout.columns);
            let left = layout.left + (layout.across + layout.names + GAP) * column as f64;
            let top = layout.key + layout.line * row as f64;
            if column == 0 {
                numbers(canvas, chart, &layout, top)?;
            }
            self::panel(canvas, chart, &layout, panel, (left, top))?;
        }
        Ok(())
    })
}

/// Where things stand.
struct Layout {
    columns: usize,
    left: f64,
    /// The width of a plot.
    across: f64,
    /// The room for names at the ends of lines.
    names: f64,
    title: f64,
    /// The height of a plot.
    down: f64,
    /// From one name at the ends of lines to the next.
    pitch: f64,
    line: f64,
    key: f64,
    height: f64,
}

impl Layout {
    fn of(chart: &Multiples) -> Self {
        let several = chart.panels.iter().any(|p| p.lines.len() > 1);
        let columns = if several { 3 } else { 4 };
        let numbers = widest(chart.axis.ticks.iter().map(|t| t.words.as_str()), SMALL);
        let left = EDGE + numbers.clamp(10.0, 60.0) + 8.0;
        let labels = chart.panels.iter().flat_map(|p| &p.lines);
        let names: f64 = match widest(labels.map(|l| l.label.as_str()), SMALL) {
            0.0 => 0.0,
            room => room.min(70.0) + 6.0,
        };
        let room = WIDTH - left - EDGE - GAP * (columns - 1) as f64;
        let across = room / columns as f64 - names;
        let titles = chart
            .panels
            .iter()
            .map(|p| wrapped(&p.title, HEAD, across + names).len());
        let title = 8.0 + HEAD.leading() * titles.max().unwrap_or(0) as f64;
        let lines = chart
            .panels
            .iter()
            .flat_map(|p| &p.lines)
            .map(|l| wrapped(&l.label, SMALL, names).len());
        let pitch = SMALL.leading() * lines.max().unwrap_or(1).max(1) as f64;
        let most = chart
            .panels
            .iter()
            .map(|p| p.lines.len())
            .max()
            .unwrap_or(0);
        let down = PLOT.max(pitch * (most + 1) as f64);
        let line = title + down + AXIS;
        let banded = chart.panels.iter().any(|p| !bands(p).is_empty());
        let key = if banded && !chart.thin.is_empty() {
            KEY
        } else {
            0.0
        };
        Layout {
            columns,
            left,
            across,
            names,
            title,
            down,
            pitch,
            line,
            key,
            height: key + line * chart.panels.len().div_ceil(columns) as f64,
        }
    }
}

fn numbers(canvas: &Canvas<'_>, chart: &Multiples, layout: &Layout, top: f64) -> Drawn {
    let (top, span) = (top + layout.title, chart.axis.span());
    for tick in chart.axis.ticks.iter().filter(|t| t.at.is_finite()) {
        let y = top + layout.down * (span.end - tick.at) / (span.end - span.start);
        say(
            canvas,
            &tick.words,
            (layout.left - 6.0, y),
            SMALL,
            HPos::Right,
        )?;
    }
    Ok(())
}

fn panel(
    canvas: &Canvas<'_>,
    chart: &Multiples,
    layout: &Layout,
    panel: &MultiplePanel,
    (left, top): (f64, f64),
) -> Drawn {
    let title = wrapped(&panel.title, HEAD, layout.across + layout.names);
    // At the foot of the room for titles, next to the plot.
    let first = top + layout.title - 10.0 - HEAD.leading() * title.len().saturating_sub(1) as f64;
    for (i, words) in title.iter().enumerate() {
        say(
            canvas,
            words,
            (left, first + HEAD.leading() * i as f64),
            HEAD,
            HPos::Left,
        )?;
    }
    let (top, right) = (top + layout.title, left + layout.across);
    let bottom = top + layout.down;
    let (first, last) = (
        f64::from(chart.years.0),
        f64::from(chart.years.1.max(chart.years.0)) + 1.0,
    );
    let mut plot = plot(
        canvas,
        (left, top),
        (right, bottom),
        first..last,
        chart.axis.span(),
    )?;
    let x = |year: f64| left + (right - left) * ((year - first) / (last - first)).clamp(0.0, 1.0);
    for year in bands(panel) {
        let year = f64::from(year);
        filled(canvas, (x(year), top), (x(year + 1.0), bottom), BAND)?;
    }
    levels(&mut plot, &chart.axis.values())?;
    line(canvas, (left, bottom), (right, bottom), SOFT, 1.0)?;
    for year in marked(chart.years.0, chart.years.1, layout.across) {
        let at = x(f64::from(year));
        line(canvas, (at, bottom), (at, bottom + 3.0), SOFT, 1.0)?;
        let words = year.to_string();
        let half = SMALL.width(&words) / 2.0;
        if at - half >= left - 8.0 && at + half <= right + 8.0 {
            say(canvas, &words, (at, bottom + 11.0), SMALL, HPos::Center)?;
        }
    }
    for (i, one) in panel.lines.iter().enumerate() {
        draw_line(canvas, &mut plot, one, i)?;
    }
    names(canvas, &plot, panel, layout, (right, top))
}

/// The years in which all lines that have a value rest on little.
fn bands(panel: &MultiplePanel) -> Vec<i16> {
    let points = || panel.lines.iter().flat_map(|l| &l.points);
    let mut years: Vec<i16> = points().map(|p| p.year).collect();
    years.sort_unstable();
    years.dedup();
    years.retain(|year| points().filter(|p| p.year == *year).all(|p| p.thin));
    years
}

/// The middle of a year's band.
fn place(point: &MultiplePoint) -> (f64, f64) {
    (f64::from(point.year) + 0.5, point.value)
}

fn draw_line(canvas: &Canvas<'_>, plot: &mut Plot<'_, '_>, one: &MultipleLine, i: usize) -> Drawn {
    let years = plot.x_range();
    let numbers = |p: &MultiplePoint| p.value.is_finite() && years.contains(&place(p).0);
    let runs = one
        .points
        .chunk_by(|a, b| b.year.abs_diff(a.year) <= 1 && numbers(a) && numbers(b))
        .filter(|run| run.iter().all(numbers));
    for run in runs {
        let points: Vec<(f64, f64)> = run.iter().map(place).collect();
        let colour = series(i);
        match (&points[..], dash(i)) {
            ([alone], _) => {
                plot.draw_series([Circle::new(*alone, weight(1.6), colour.filled())])?;
            }
            (_, None) => {
                plot.draw_series(LineSeries::new(points, colour.stroke_width(weight(1.6))))?;
            }
            (_, Some(dash)) => {
                let on_page: Vec<(i32, i32)> =
                    points.iter().map(|p| plot.backend_coord(p)).collect();
                dashed(canvas, &on_page, dash, colour, 1.6)?;
            }
        }
    }
    Ok(())
}

/// What stands at the ends of the lines.
fn names(
    canvas: &Canvas<'_>,
    plot: &Plot<'_, '_>,
    panel: &MultiplePanel,
    layout: &Layout,
    (right, top): (f64, f64),
) -> Drawn {
    let ends: Vec<(f64, Vec<String>, RGBColor)> = panel
        .lines
        .iter()
        .enumerate()
        .filter_map(|(i, one)| {
            let last = one.points.iter().rev().find(|p| p.value.is_finite())?;
            let words = wrapped(&one.label, SMALL, layout.names);
            (!words.is_empty()).then(|| (spot(plot, place(last)).1, words, series(i)))
        })
        .collect();
    let wanted: Vec<f64> = ends.iter().map(|e| e.0).collect();
    // Below the title, which may reach as far to the right.
    let half = layout.pitch / 2.0;
    let bounds = (top - 1.0 + half, top + layout.down + 3.0 - half);
    let heights = apart(&wanted, layout.pitch, bounds);
    for ((_, words, colour), y) in ends.iter().zip(heights) {
        let face = SMALL.coloured(*colour);
        super::canvas::say_lines(canvas, words, (right + 6.0, y), face, HPos::Left)?;
    }
    Ok(())
}
