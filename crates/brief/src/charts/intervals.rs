//! Interval dot plots: what is expected with its intervals, and what is on record beside it.

use plotters::style::text_anchor::HPos;

use super::axes::{below, depth};
use super::canvas::{
    Canvas, Drawn, Face, HEAD, LABEL, SMALL, WIDTH, dot, line, plot, say, say_lines, spot, uprights,
};
use super::labels::{column, widest, wrapped};
use super::palette::{BLUE, GRID, INK, PAPER};
use super::{Axis, ChartError, Told, finite};

/// An interval dot plot: rows of issues, one panel for each pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals {
    /// For readers who do not see it.
    pub told: Told,
    /// The axis of every panel, such as voting coincidence from 0 to 1.
    pub axis: Axis,
    /// What the marks mean.
    pub words: IntervalWords,
    /// Rows from the top.
    pub rows: Vec<IntervalRow>,
    /// One to six panels, three to a line.
    pub panels: Vec<IntervalPanel>,
}

/// What the marks of an interval plot mean, such as "expected", "9 in 10", "1 in 2", "last session".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntervalWords {
    /// The filled dot.
    pub expected: String,
    /// The thin bar.
    pub wide: String,
    /// The thick bar.
    pub narrow: String,
    /// The hollow mark.
    pub record: String,
    /// Where there is neither.
    pub nothing: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntervalRow {
    /// Its name.
    pub label: String,
    /// Whether it stands out, as the sum of the others does.
    pub strong: bool,
}

/// One pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalPanel {
    /// Its name; may be empty where there is one panel.
    pub title: String,
    /// By row; rows without a mark are empty.
    pub marks: Vec<IntervalMark>,
}

/// The values of one row in one panel, on the axis' scale. What is missing or no number is not drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalMark {
    /// What is expected.
    pub expected: Option<f64>,
    /// An interval of 90 per cent.
    pub wide: Option<(f64, f64)>,
    /// An interval of 50 per cent.
    pub narrow: Option<(f64, f64)>,
    /// What is on record.
    pub record: Option<f64>,
    /// The same in figures, to stand at the right where there is one panel; may be empty.
    pub figures: String,
}

const EDGE: f64 = 10.0;
const GAP: f64 = 34.0;
const ACROSS: usize = 3;
const KEY: f64 = 30.0;
const LEAST_ROW: f64 = 21.0;
const ONE_LINE: f64 = 150.0;

/// Draws it.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn intervals(chart: &Intervals) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    super::canvas::sheet(&chart.told, layout.height, |canvas| {
        key(canvas, chart, layout.left)?;
        for (i, panel) in chart.panels.iter().enumerate() {
            let top = KEY + layout.line * (i / ACROSS) as f64;
            let left = layout.left + (layout.across + GAP) * (i % ACROSS) as f64;
            if i % ACROSS == 0 {
                names(canvas, chart, &layout, top)?;
            }
            self::panel(canvas, chart, &layout, panel, (left, top))?;
        }
        Ok(())
    })
}

/// Where things stand.
struct Layout {
    /// The lines of every row's name.
    names: Vec<Vec<String>>,
    /// The height of every row.
    rows: Vec<f64>,
    /// Where the first panel begins.
    left: f64,
    /// The width of a panel.
    across: f64,
    /// The room for the titles of panels.
    title: f64,
    /// From one line of panels to the next.
    line: f64,
    height: f64,
    /// Whether figures stand at the right.
    figures: bool,
    /// The size of the dots: smaller where panels are narrow.
    radius: f64,
}

impl Layout {
    fn of(chart: &Intervals) -> Self {
        let labels = chart.rows.iter().map(|r| r.label.as_str());
        // Names on one line keep it low where they are short: it stands on the first pages.
        let one_line = widest(labels.clone(), HEAD);
        let name_column = match one_line <= ONE_LINE {
            true => one_line.max(60.0),
            false => column(labels, HEAD, (60.0, 220.0)),
        };
        let names: Vec<Vec<String>> = chart
            .rows
            .iter()
            .map(|row| wrapped(&row.label, face(row), name_column))
            .collect();
        let rows: Vec<f64> = names
            .iter()
            .map(|lines| (LABEL.leading() * lines.len() as f64 + 4.0).max(LEAST_ROW))
            .collect();
        let left = EDGE + name_column + 14.0;
        let panels = chart.panels.len().clamp(1, ACROSS);
        let said = chart.panels.iter().flat_map(|p| &p.marks);
        let figures_column = match panels {
            1 => widest(said.map(|m| m.figures.as_str()), SMALL).min(200.0),
            _ => 0.0,
        };
        let aside = if figures_column > 0.0 {
            figures_column + 14.0
        } else {
            8.0
        };
        let room = WIDTH - left - EDGE - aside - GAP * (panels - 1) as f64;
        let lines = chart.panels.len().div_ceil(ACROSS).max(1) as f64;
        let across = room / panels as f64;
        let titles = chart
            .panels
            .iter()
            .map(|p| wrapped(&p.title, HEAD, across).len());
        let title = 6.0 + HEAD.leading() * titles.max().unwrap_or(0) as f64;
        let line = title + rows.iter().sum::<f64>() + depth(&chart.axis, across) + 10.0;
        Layout {
            names,
            rows,
            left,
            across,
            title,
            line,
            height: KEY + line * lines,
            figures: figures_column > 0.0,
            radius: if panels == 1 { 4.5 } else { 3.6 },
        }
    }
}

fn face(row: &IntervalRow) -> Face {
    if row.strong { HEAD } else { LABEL }
}

/// What the marks mean, drawn as one of them.
fn key(canvas: &Canvas<'_>, chart: &Intervals, left: f64) -> Drawn {
    let y = 14.0;
    let marks = || chart.panels.iter().flat_map(|p| &p.marks);
    let mut x = left;
    let mut item = |words: &str, shown: bool, draw: &dyn Fn(f64) -> Drawn| -> Drawn {
        if shown && !words.is_empty() {
            draw(x)?;
            say(canvas, words, (x + 32.0, y), SMALL, HPos::Left)?;
            x += 32.0 + SMALL.width(words) + 20.0;
        }
        Ok(())
    };
    let words = &chart.words;
    item(
        &words.expected,
        marks().any(|m| m.expected.is_some()),
        &|x| dot(canvas, (x + 13.0, y), 4.5, BLUE, false),
    )?;
    item(&words.narrow, marks().any(|m| m.narrow.is_some()), &|x| {
        line(canvas, (x, y), (x + 26.0, y), BLUE, 4.5)
    })?;
    item(&words.wide, marks().any(|m| m.wide.is_some()), &|x| {
        line(canvas, (x, y), (x + 26.0, y), BLUE, 1.5)
    })?;
    item(&words.record, marks().any(|m| m.record.is_some()), &|x| {
        dot(canvas, (x + 13.0, y), 4.5, INK, true)
    })
}

fn names(canvas: &Canvas<'_>, chart: &Intervals, layout: &Layout, top: f64) -> Drawn {
    let mut y = top + layout.title;
    for ((row, lines), height) in chart.rows.iter().zip(&layout.names).zip(&layout.rows) {
        let at = (layout.left - 14.0, y + height / 2.0);
        say_lines(canvas, lines, at, face(row), HPos::Right)?;
        y += height;
    }
    Ok(())
}

fn panel(
    canvas: &Canvas<'_>,
    chart: &Intervals,
    layout: &Layout,
    panel: &IntervalPanel,
    (left, top): (f64, f64),
) -> Drawn {
    let right = left + layout.across;
    for (i, words) in wrapped(&panel.title, HEAD, layout.across)
        .iter()
        .enumerate()
    {
        say(
            canvas,
            words,
            (left, top + 7.0 + HEAD.leading() * i as f64),
            HEAD,
            HPos::Left,
        )?;
    }
    let top = top + layout.title;
    let bottom = top + layout.rows.iter().sum::<f64>();
    let mut plot = plot(
        canvas,
        (left, top),
        (right, bottom),
        chart.axis.span(),
        0.0..1.0,
    )?;
    uprights(&mut plot, &chart.axis.values())?;
    below(
        canvas,
        &chart.axis,
        |at| spot(&plot, (at, 0.0)).0,
        (left, right),
        bottom,
    )?;
    let mut y = top;
    for ((mark, height), row) in panel.marks.iter().zip(&layout.rows).zip(&chart.rows) {
        let middle = y + height / 2.0;
        y += height;
        let x = |value: f64| spot(&plot, (value, 0.0)).0;
        if row.strong {
            line(canvas, (left, y), (right, y), GRID, 0.75)?;
        }
        if finite(mark.expected).is_none() && finite(mark.record).is_none() {
            say(
                canvas,
                &chart.words.nothing,
                (left + 4.0, middle),
                SMALL,
                HPos::Left,
            )?;
            continue;
        }
        draw_mark(canvas, mark, x, middle, layout.radius)?;
        if layout.figures {
            say(
                canvas,
                &mark.figures,
                (WIDTH - EDGE, middle),
                SMALL,
                HPos::Right,
            )?;
        }
    }
    Ok(())
}

fn draw_mark(
    canvas: &Canvas<'_>,
    mark: &IntervalMark,
    x: impl Fn(f64) -> f64,
    y: f64,
    radius: f64,
) -> Drawn {
    let bar = |ends: Option<(f64, f64)>, width: f64| match ends {
        Some((low, high)) if low.is_finite() && high.is_finite() => {
            line(canvas, (x(low), y), (x(high), y), BLUE, width)
        }
        _ => Ok(()),
    };
    bar(mark.wide, 1.5)?;
    bar(mark.narrow, 4.5)?;
    if let Some(expected) = finite(mark.expected) {
        dot(canvas, (x(expected), y), radius + 0.8, PAPER, false)?;
        dot(canvas, (x(expected), y), radius, BLUE, false)?;
    }
    // The record last: it must not hide behind a bar.
    if let Some(record) = finite(mark.record) {
        dot(canvas, (x(record), y), radius, INK, true)?;
    }
    Ok(())
}
