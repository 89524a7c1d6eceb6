//! Axes: values that are marked, and what the ends mean.

use plotters::style::text_anchor::HPos;

use super::canvas::{Canvas, Drawn, SMALL, line, say};
use super::labels::wrapped;
use super::palette::SOFT;
use super::{Axis, Tick};

/// From the axis to the middle of its numbers.
const NUMBERS: f64 = 12.0;
/// From the axis to the middle of the words below them.
const WORDS: f64 = 28.0;

/// What the ends mean, on lines that fit half the axis each.
fn ends(axis: &Axis, across: f64) -> [Vec<String>; 2] {
    let half = across / 2.0 - 6.0;
    [&axis.low, &axis.high].map(|words| wrapped(words, SMALL, half))
}

/// The room that an axis of a width takes below the plot.
pub(super) fn depth(axis: &Axis, across: f64) -> f64 {
    let lines = ends(axis, across).iter().map(Vec::len).max().unwrap_or(0);
    NUMBERS + 10.0 + SMALL.leading() * lines as f64
}

/// Numbers below a plot, and below them what its ends mean.
pub(super) fn below(
    canvas: &Canvas<'_>,
    axis: &Axis,
    x: impl Fn(f64) -> f64,
    (left, right): (f64, f64),
    bottom: f64,
) -> Drawn {
    line(canvas, (left, bottom), (right, bottom), SOFT, 1.0)?;
    for (tick, at) in apart(&axis.ticks, x) {
        line(canvas, (at, bottom), (at, bottom + 4.0), SOFT, 1.0)?;
        say(
            canvas,
            &tick.words,
            (at, bottom + NUMBERS),
            SMALL,
            HPos::Center,
        )?;
    }
    let [low, high] = ends(axis, right - left);
    for (lines, at, side) in [(low, left, HPos::Left), (high, right, HPos::Right)] {
        for (i, words) in lines.iter().enumerate() {
            let y = bottom + WORDS + SMALL.leading() * i as f64;
            say(canvas, words, (at, y), SMALL, side)?;
        }
    }
    Ok(())
}

/// The ticks whose words do not stand on those of the one before, with their places.
fn apart(ticks: &[Tick], x: impl Fn(f64) -> f64) -> Vec<(&Tick, f64)> {
    let mut free = f64::NEG_INFINITY;
    let mut kept = Vec::new();
    for tick in ticks.iter().filter(|t| t.at.is_finite()) {
        let (at, half) = (x(tick.at), SMALL.width(&tick.words) / 2.0);
        if at - half >= free {
            kept.push((tick, at));
            free = at + half + 4.0;
        }
    }
    kept
}
