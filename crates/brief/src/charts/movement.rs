//! How ideal points moved: lines with bands, and who governed.

use jiff::civil::Date;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::axes::below;
use super::canvas::{
    Canvas, Drawn, Face, HEAD, LABEL, Plot, SMALL, WIDTH, dashed, fine_spot, levels, line, plot,
    say, say_lines, sheet, spot, weight,
};
use super::labels::{apart, widest, wrapped};
use super::palette::{GRID, PALE, SOFT, dash, series};
use super::strips::{Strip, Time, administrations, named};
use super::years::{marked, year_of};
use super::{Axis, ChartError, Tick, Told};

/// Positions over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// For readers who do not see it.
    pub told: Told,
    /// First and last year of the axis.
    pub years: (i16, i16),
    /// The vertical axis. What its ends mean is said above and below it.
    pub axis: Axis,
    /// The parties first, in the order of their colours.
    pub lines: Vec<MovementLine>,
    /// Administrations of one or two of the parties, below the plot.
    pub strips: Vec<Strip>,
    /// The date of reading.
    pub as_of: Date,
    /// What stands at that date's line: "as of 1 February 2021"; may be empty.
    pub as_of_words: String,
}

/// The positions of one state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MovementLine {
    /// The state.
    pub label: String,
    /// Whether it is a party, and stands out; neighbours are thin and grey.
    pub party: bool,
    /// From the earliest; a gap of more than a year breaks the line.
    pub points: Vec<MovementPoint>,
}

/// A position in a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MovementPoint {
    /// The year in which the session opened.
    pub year: i16,
    /// Its mean.
    pub value: f64,
    /// The ends of its interval; empty where none is to be drawn.
    pub interval: Option<(f64, f64)>,
}

const EDGE: f64 = 10.0;
const TOP: f64 = 26.0;
const PLOT: f64 = 290.0;
const NEIGHBOUR: Face = Face::new(11.0, false, SOFT);

/// Draws it: each state's ideal points with its band, the parties in colour and named in bold, neighbours
/// thin and grey, names at the ends of the lines, who governed in strips below, and the date of reading.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn movement(chart: &Movement) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    sheet(&chart.told, layout.height, |canvas| {
        let (left, right) = layout.time.page;
        let (first, last) = layout.time.years;
        let mut plot = plot(
            canvas,
            (left, TOP),
            (right, layout.foot),
            first..last,
            range(chart),
        )?;
        scale(canvas, &mut plot, chart, &layout)?;
        // Neighbours behind the parties.
        for line in chart.lines.iter().filter(|l| !l.party) {
            draw_line(canvas, &mut plot, line, 0)?;
        }
        for (i, line) in chart.lines.iter().filter(|l| l.party).enumerate() {
            draw_line(canvas, &mut plot, line, i)?;
        }
        as_of(canvas, chart, &layout)?;
        names(canvas, &plot, chart, &layout)?;
        let years = years(chart, right - left);
        below(
            canvas,
            &years,
            |year| layout.time.at(year),
            (left, right),
            layout.base,
        )?;
        let mut top = layout.strips;
        for (one, (name, room)) in chart.strips.iter().zip(&layout.states) {
            administrations(canvas, one, name, layout.time, (top, WIDTH - EDGE))?;
            top += room;
        }
        Ok(())
    })
}

/// Where things stand.
struct Layout {
    time: Time,
    /// The column of names at the right.
    names: f64,
    /// From one name at the right to the next at the least.
    pitch: f64,
    /// The foot of the plot.
    foot: f64,
    /// The names of the strips' states, with the room of each.
    states: Vec<(Vec<String>, f64)>,
    strips: f64,
    /// Where the axis of years lies.
    base: f64,
    height: f64,
}

impl Layout {
    fn of(chart: &Movement) -> Self {
        let numbers = widest(chart.axis.ticks.iter().map(|t| t.words.as_str()), SMALL);
        let states = widest(chart.strips.iter().map(|s| s.label.as_str()), HEAD);
        let left = EDGE + numbers.max(states).clamp(24.0, 120.0) + 10.0;
        let names = chart.lines.iter().map(|l| l.label.as_str());
        let names = widest(names, HEAD).clamp(60.0, 150.0);
        let (first, last) = chart.years;
        let lines = chart
            .lines
            .iter()
            .map(|l| wrapped(&l.label, HEAD, names).len());
        let pitch = LABEL.leading() * lines.max().unwrap_or(1).max(1) as f64;
        let foot = TOP + PLOT.max(pitch * chart.lines.len() as f64);
        let below = if chart.axis.low.is_empty() { 8.0 } else { 26.0 };
        let strips = foot + below;
        let states = named(&chart.strips, left - EDGE - 10.0);
        let base = strips + states.iter().map(|s| s.1).sum::<f64>();
        Layout {
            time: Time {
                years: (f64::from(first), f64::from(last.max(first)) + 1.0),
                page: (left, WIDTH - EDGE - names - 10.0),
                now: chart.as_of,
            },
            names,
            pitch,
            foot,
            states,
            strips,
            base,
            height: base + 26.0,
        }
    }
}

/// The axis, and beyond it as far as any state goes.
fn range(chart: &Movement) -> std::ops::Range<f64> {
    let axis = chart.axis.span();
    let shown = chart.lines.iter().flat_map(|l| &l.points).flat_map(|p| {
        let (low, high) = p.interval.unwrap_or((p.value, p.value));
        [p.value, low, high]
    });
    let shown = shown.filter(|v| v.is_finite());
    shown.fold(axis, |range, v| range.start.min(v)..range.end.max(v))
}

/// A session opens in September and votes in autumn.
fn place(point: &MovementPoint) -> (f64, f64) {
    (f64::from(point.year) + 0.75, point.value)
}

fn scale(canvas: &Canvas<'_>, plot: &mut Plot<'_, '_>, chart: &Movement, layout: &Layout) -> Drawn {
    let left = layout.time.page.0;
    levels(plot, &chart.axis.values())?;
    let x = plot.x_range().start;
    line(canvas, (left, TOP), (left, layout.foot), GRID, 0.75)?;
    for tick in chart.axis.ticks.iter().filter(|t| t.at.is_finite()) {
        let y = spot(plot, (x, tick.at)).1;
        say(canvas, &tick.words, (left - 8.0, y), SMALL, HPos::Right)?;
    }
    say(
        canvas,
        &chart.axis.high,
        (left, TOP - 14.0),
        SMALL,
        HPos::Left,
    )?;
    say(
        canvas,
        &chart.axis.low,
        (left, layout.foot + 12.0),
        SMALL,
        HPos::Left,
    )
}

fn draw_line(
    canvas: &Canvas<'_>,
    plot: &mut Plot<'_, '_>,
    line: &MovementLine,
    place_of_party: usize,
) -> Drawn {
    let colour = if line.party {
        series(place_of_party)
    } else {
        PALE
    };
    for run in runs(&line.points, plot.x_range()) {
        if line.party {
            band(plot, run, colour)?;
        }
        let points: Vec<(f64, f64)> = run.iter().map(place).collect();
        let on_page: Vec<(i32, i32)> = points.iter().map(|p| plot.backend_coord(p)).collect();
        match dash(place_of_party).filter(|_| line.party) {
            Some(dash) => dashed(canvas, &on_page, dash, colour, 2.2)?,
            None => {
                let width = if line.party { 2.4 } else { 1.1 };
                let style = colour.stroke_width(weight(width));
                plot.draw_series(LineSeries::new(points, style))?;
            }
        }
    }
    Ok(())
}

/// Points within some years with no gap of more than a year between them, numbers only.
fn runs(points: &[MovementPoint], years: std::ops::Range<f64>) -> Vec<&[MovementPoint]> {
    let shown = |p: &MovementPoint| p.value.is_finite() && years.contains(&place(p).0);
    points
        .chunk_by(|a, b| b.year.abs_diff(a.year) <= 1 && shown(a) && shown(b))
        .filter(|run| run.iter().all(shown))
        .collect()
}

fn band(plot: &mut Plot<'_, '_>, run: &[MovementPoint], colour: RGBColor) -> Drawn {
    let ends: Vec<(f64, f64, f64)> = run
        .iter()
        .filter_map(|p| Some((place(p).0, p.interval?)))
        .filter(|(_, (low, high))| low.is_finite() && high.is_finite())
        .map(|(x, (low, high))| (x, low, high))
        .collect();
    if ends.len() < 2 {
        return Ok(());
    }
    let up = ends.iter().map(|(x, _, high)| (*x, *high));
    let down = ends.iter().rev().map(|(x, low, _)| (*x, *low));
    let outline: Vec<(f64, f64)> = up.chain(down).collect();
    plot.draw_series([Polygon::new(outline, colour.mix(0.16))])?;
    Ok(())
}

/// Names at the ends of the lines, each joined to its end where it had to move.
fn names(canvas: &Canvas<'_>, plot: &Plot<'_, '_>, chart: &Movement, layout: &Layout) -> Drawn {
    let mut parties = 0;
    let mut ends = Vec::new();
    for line in &chart.lines {
        let colour = match line.party {
            true => {
                parties += 1;
                series(parties - 1)
            }
            false => PALE,
        };
        let shown = runs(&line.points, plot.x_range());
        let last = shown.last().and_then(|run| run.last());
        if let Some(last) = last {
            let face = if line.party {
                HEAD.coloured(colour)
            } else {
                NEIGHBOUR
            };
            ends.push((spot(plot, place(last)), line.label.as_str(), face, colour));
        }
    }
    let lines: Vec<Vec<String>> = ends
        .iter()
        .map(|(_, label, face, _)| wrapped(label, *face, layout.names))
        .collect();
    let wanted: Vec<f64> = ends.iter().map(|e| e.0.1).collect();
    let half = layout.pitch / 2.0;
    let bounds = (TOP - 4.0 + half, layout.foot + 4.0 - half);
    let left = layout.time.right() + 10.0;
    let heights = apart(&wanted, layout.pitch, bounds);
    for ((((x, y), _, face, colour), lines), at) in ends.into_iter().zip(lines).zip(heights) {
        let knee = (left - 8.0).max(x);
        let path = vec![
            fine_spot((x, y)),
            fine_spot((knee, at)),
            fine_spot((left - 3.0, at)),
        ];
        canvas.draw(&PathElement::new(path, colour.stroke_width(weight(0.6))))?;
        say_lines(canvas, &lines, (left, at), face, HPos::Left)?;
    }
    Ok(())
}

fn as_of(canvas: &Canvas<'_>, chart: &Movement, layout: &Layout) -> Drawn {
    let year = year_of(chart.as_of);
    let (first, last) = layout.time.years;
    if !(first..=last).contains(&year) {
        return Ok(());
    }
    let x = layout.time.at(year);
    let ends = [fine_spot((x, TOP - 4.0)), fine_spot((x, layout.base))];
    dashed(canvas, &ends, (3.0, 3.0), SOFT, 1.0)?;
    let words = &chart.as_of_words;
    // To the left of the line, unless what the axis means stands there.
    let free = layout.time.page.0 + SMALL.width(&chart.axis.high) + 14.0;
    let start = (x + 2.0 - SMALL.width(words)).max(free);
    say(canvas, words, (start, TOP - 14.0), SMALL, HPos::Left)
}

fn years(chart: &Movement, across: f64) -> Axis {
    let years = marked(chart.years.0, chart.years.1, across);
    let ticks = years.into_iter().map(|year| Tick {
        at: f64::from(year),
        words: year.to_string(),
    });
    Axis {
        ticks: ticks.collect(),
        ..Axis::default()
    }
}
