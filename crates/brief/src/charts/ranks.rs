//! Rank acceptability: what rank each item can expect, and how surely it is among the first.

use plotters::style::text_anchor::HPos;

use super::axes::{below, depth};
use super::canvas::{
    Canvas, Drawn, HEAD, LABEL, SMALL, WIDTH, dot, filled, line, plot, say, say_lines, sheet, spot,
    uprights,
};
use super::labels::{column, widest, wrapped};
use super::palette::{BAND, BLUE, GRID, SLATE};
use super::{Axis, ChartError, Tick, Told};

/// Items with their ranks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranks {
    /// For readers who do not see it.
    pub told: Told,
    /// From the best.
    pub rows: Vec<RankRow>,
    /// What the columns show.
    pub words: RankWords,
}

/// What the columns of a rank chart show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankWords {
    /// Above the dots: "expected rank, with the range of nine draws in ten".
    pub rank: String,
    /// Above the bars: "among the first three".
    pub top: String,
    /// At rank 1, such as "first"; may be empty.
    pub first: String,
    /// At the other end, such as "last"; may be empty.
    pub last: String,
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankRow {
    /// Its name; long ones take two lines.
    pub label: String,
    /// Mean rank, 1 the best.
    pub expected: f64,
    /// The rank that it betters in 5 per cent of the draws.
    pub low: f64,
    /// The rank that it betters in 95 per cent.
    pub high: f64,
    /// Probability of being among the first three, 0 to 1.
    pub top: f64,
    /// The same as the reader's language writes it: "62%".
    pub figures: String,
}

const EDGE: f64 = 10.0;
/// The width of a bar of probability 1.
const BAR: f64 = 110.0;

/// Draws it: one row for each item, its expected rank as a dot with its range, and a bar for the
/// probability of being among the first three.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn ranks(chart: &Ranks) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    sheet(&chart.told, layout.height, |canvas| {
        heads(canvas, &layout)?;
        let bottom = layout.top + layout.heights.iter().sum::<f64>();
        let (left, right) = layout.plot;
        let last = chart.rows.len().max(2) as f64;
        let mut plot = plot(
            canvas,
            (left, layout.top),
            (right, bottom),
            0.5..last + 0.5,
            0.0..1.0,
        )?;
        // The first three ranks are what the bars are about.
        let third = spot(&plot, (3.5_f64.min(last + 0.5), 0.0)).0;
        filled(canvas, (left, layout.top), (third, bottom), BAND)?;
        uprights(&mut plot, &layout.axis.values())?;
        let x = |rank: f64| spot(&plot, (rank.clamp(0.5, last + 0.5), 0.0)).0;
        below(canvas, &layout.axis, x, layout.plot, bottom)?;
        let mut y = layout.top;
        for ((row, lines), height) in chart.rows.iter().zip(&layout.names).zip(&layout.heights) {
            let middle = y + height / 2.0;
            y += height;
            say_lines(canvas, lines, (left - 12.0, middle), LABEL, HPos::Right)?;
            self::row(canvas, row, x, &layout, middle)?;
        }
        line(
            canvas,
            (layout.bars, layout.top),
            (layout.bars, bottom),
            GRID,
            1.0,
        )
    })
}

/// Where things stand.
struct Layout {
    names: Vec<Vec<String>>,
    heights: Vec<f64>,
    heads: [Vec<String>; 2],
    axis: Axis,
    top: f64,
    /// Left and right of the ranks.
    plot: (f64, f64),
    /// Where the bars begin.
    bars: f64,
    height: f64,
}

impl Layout {
    fn of(chart: &Ranks) -> Self {
        let labels = chart.rows.iter().map(|r| r.label.as_str());
        let name_column = column(labels, LABEL, (80.0, 300.0));
        let names: Vec<Vec<String>> = chart
            .rows
            .iter()
            .map(|row| wrapped(&row.label, LABEL, name_column))
            .collect();
        let heights: Vec<f64> = names
            .iter()
            .map(|lines| (LABEL.leading() * lines.len() as f64 + 7.0).max(24.0))
            .collect();
        let figures = widest(chart.rows.iter().map(|r| r.figures.as_str()), SMALL).min(60.0);
        let left = EDGE + name_column + 12.0;
        let bars = WIDTH - EDGE - BAR - 8.0 - figures;
        let plot = (left, bars - 26.0);
        let heads = [
            wrapped(&chart.words.rank, HEAD, plot.1 - plot.0),
            wrapped(&chart.words.top, HEAD, WIDTH - EDGE - bars),
        ];
        let head_lines = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let top = 14.0 + HEAD.leading() * head_lines;
        let axis = axis(chart);
        let height = top + heights.iter().sum::<f64>() + depth(&axis, plot.1 - plot.0) + 4.0;
        Layout {
            names,
            heights,
            heads,
            axis,
            top,
            plot,
            bars,
            height,
        }
    }
}

/// Every rank, or as many as there is room for: 1, then every second or fifth.
fn axis(chart: &Ranks) -> Axis {
    let items = chart.rows.len().max(2);
    let step = match items {
        0..=12 => 1,
        13..=24 => 2,
        _ => 5,
    };
    let marked = (1..=items).filter(|rank| *rank == 1 || rank % step == 0);
    Axis {
        ticks: marked
            .map(|rank| Tick {
                at: rank as f64,
                words: rank.to_string(),
            })
            .collect(),
        low: chart.words.first.clone(),
        high: chart.words.last.clone(),
    }
}

fn heads(canvas: &Canvas<'_>, layout: &Layout) -> Drawn {
    for (lines, left) in layout.heads.iter().zip([layout.plot.0, layout.bars]) {
        for (i, words) in lines.iter().enumerate() {
            let y = 10.0 + HEAD.leading() * i as f64;
            say(canvas, words, (left, y), HEAD, HPos::Left)?;
        }
    }
    Ok(())
}

fn row(
    canvas: &Canvas<'_>,
    row: &RankRow,
    x: impl Fn(f64) -> f64,
    layout: &Layout,
    y: f64,
) -> Drawn {
    if row.low.is_finite() && row.high.is_finite() {
        line(canvas, (x(row.low), y), (x(row.high), y), BLUE, 1.5)?;
    }
    if row.expected.is_finite() {
        dot(canvas, (x(row.expected), y), 4.5, BLUE, false)?;
    }
    let share = if row.top.is_finite() {
        row.top.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let end = layout.bars + BAR * share;
    filled(canvas, (layout.bars, y - 5.5), (end, y + 5.5), SLATE)?;
    say(canvas, &row.figures, (end + 6.0, y), SMALL, HPos::Left)
}
