//! Asymmetry: how many times as large one state is as the other, on a scale of ratios.

use plotters::style::text_anchor::HPos;

use super::axes::{below, depth};
use super::canvas::{
    Canvas, Drawn, LABEL, SMALL, WIDTH, dot, line, plot, say, say_lines, sheet, spot, uprights,
};
use super::labels::{column, widest, wrapped};
use super::palette::{BLUE, INK, VERMILION};
use super::{Axis, ChartError, Tick, Told};

/// Ratios of one state to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// For readers who do not see it.
    pub told: Told,
    /// Ratios that are marked, such as 0.1, 1 and 10, all above 0; `low` says that the second state is the
    /// larger, `high` that the first is.
    pub axis: Axis,
    /// From the top.
    pub rows: Vec<BalanceRow>,
}

/// One ratio.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BalanceRow {
    /// What is compared.
    pub label: String,
    /// The first state's over the second's; one that is not above 0 is not drawn.
    pub ratio: f64,
    /// The same as the reader's language writes it: "12 times"; may be empty.
    pub figures: String,
}

const EDGE: f64 = 10.0;
const TOP: f64 = 8.0;

/// Draws it: a dot for each ratio on a logarithmic scale, joined to the line at which both are equal; filled
/// where the first state is the larger and hollow where the second is.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn balance(chart: &Balance) -> Result<String, ChartError> {
    let labels = chart.rows.iter().map(|r| r.label.as_str());
    let names = column(labels, LABEL, (80.0, 260.0));
    let lines: Vec<Vec<String>> = (chart.rows.iter())
        .map(|row| wrapped(&row.label, LABEL, names))
        .collect();
    let heights: Vec<f64> = lines
        .iter()
        .map(|l| (LABEL.leading() * l.len() as f64 + 7.0).max(24.0))
        .collect();
    let figures = widest(chart.rows.iter().map(|r| r.figures.as_str()), SMALL).clamp(8.0, 160.0);
    let (left, right) = (EDGE + names + 12.0, WIDTH - EDGE - figures - 12.0);
    let axis = logarithmic(&chart.axis);
    let bottom = TOP + heights.iter().sum::<f64>();
    sheet(
        &chart.told,
        bottom + depth(&axis, right - left) + 4.0,
        |canvas| {
            let mut plot = plot(
                canvas,
                (left, TOP),
                (right, bottom),
                range(chart, &axis),
                0.0..1.0,
            )?;
            uprights(&mut plot, &axis.values())?;
            let x = |at: f64| spot(&plot, (at, 0.0)).0;
            below(canvas, &axis, x, (left, right), bottom)?;
            line(canvas, (x(0.0), TOP), (x(0.0), bottom), INK, 1.0)?;
            let mut y = TOP;
            for ((row, lines), height) in chart.rows.iter().zip(&lines).zip(&heights) {
                let middle = y + height / 2.0;
                y += height;
                say_lines(canvas, lines, (left - 12.0, middle), LABEL, HPos::Right)?;
                say(
                    canvas,
                    &row.figures,
                    (WIDTH - EDGE, middle),
                    SMALL,
                    HPos::Right,
                )?;
                if let Some(at) = logarithm(row.ratio) {
                    mark(canvas, (x(0.0), x(at)), middle)?;
                }
            }
            Ok(())
        },
    )
}

fn mark(canvas: &Canvas<'_>, (equal, at): (f64, f64), y: f64) -> Drawn {
    let (colour, hollow) = if at >= equal {
        (BLUE, false)
    } else {
        (VERMILION, true)
    };
    line(canvas, (equal, y), (at, y), colour, 1.5)?;
    dot(canvas, (at, y), 4.5, colour, hollow)
}

fn logarithm(ratio: f64) -> Option<f64> {
    (ratio.is_finite() && ratio > 0.0).then(|| ratio.log10())
}

/// The same axis in decimal logarithms.
fn logarithmic(axis: &Axis) -> Axis {
    let ticks = axis.ticks.iter().filter_map(|tick| {
        Some(Tick {
            at: logarithm(tick.at)?,
            words: tick.words.clone(),
        })
    });
    Axis {
        ticks: ticks.collect(),
        ..axis.clone()
    }
}

/// The axis, with equality on it, and beyond it as far as any ratio goes.
fn range(chart: &Balance, axis: &Axis) -> std::ops::Range<f64> {
    let span = axis.span();
    let shown = chart.rows.iter().filter_map(|r| logarithm(r.ratio));
    let wide = shown
        .chain([0.0])
        .fold(span, |range, at| range.start.min(at)..range.end.max(at));
    // A dot at the very end would be cut by the names beside.
    let margin = (wide.end - wide.start) * 0.02;
    wide.start - margin..wide.end + margin
}
