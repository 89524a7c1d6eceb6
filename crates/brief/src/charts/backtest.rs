//! How forecasts fared: whether they were as sure as they said, and their error year by year.

use entente_assessment::{Backtest, Baseline, SessionScores};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::axes::below;
use super::canvas::{
    Canvas, Drawn, HEAD, LABEL, Plot, SMALL, dashed, fine, levels, plot, say, sheet, spot,
    uprights, weight,
};
use super::labels::apart;
use super::palette::{BLUE, GRID, SOFT, VERMILION};
use super::{Axis, ChartError, Tick, Told};

const TOP: f64 = 34.0;
const BOTTOM: f64 = 270.0;
const HEIGHT: f64 = 316.0;
const LEFT: (f64, f64) = (46.0, 286.0);
const RIGHT: (f64, f64) = (366.0, 664.0);

/// Two panels: on the left how often what was said to be so probable came, on the right the mean absolute
/// error of each session beside two baselines'.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn backtest(found: &Backtest) -> Result<String, ChartError> {
    let told = Told {
        title: "How forecasts of past sessions fared".to_owned(),
        description: words(found),
    };
    sheet(&told, HEIGHT, |canvas| {
        reliability(canvas, found)?;
        errors(canvas, &found.sessions)
    })
}

fn words(found: &Backtest) -> String {
    let shares: Vec<String> = found
        .reliability
        .intervals
        .iter()
        .map(|i| {
            format!(
                "{:.0}% intervals held {:.0}%",
                100.0 * i.level,
                100.0 * i.share
            )
        })
        .collect();
    let errors: Vec<String> = found
        .sessions
        .iter()
        .filter_map(|s| Some(format!("{} {:.3}", s.year, s.scores.mae?)))
        .collect();
    format!(
        "Left: {}. Right, mean absolute error by year: {}.",
        shares.join(", "),
        errors.join(", ")
    )
}

/// The numbers of a vertical axis, with a line across from each.
fn beside(canvas: &Canvas<'_>, plot: &mut Plot<'_, '_>, ticks: &[Tick], left: f64) -> Drawn {
    levels(plot, &ticks.iter().map(|t| t.at).collect::<Vec<_>>())?;
    for tick in ticks {
        let at = spot(plot, (0.0, tick.at)).1;
        say(canvas, &tick.words, (left - 8.0, at), SMALL, HPos::Right)?;
    }
    Ok(())
}

fn reliability(canvas: &Canvas<'_>, found: &Backtest) -> Drawn {
    let percent = |v: f64| format!("{:.0}%", 100.0 * v);
    let axis = Axis::of(0.0, 0.2, 5, percent).between("", "said");
    say(
        canvas,
        "As sure as they say?",
        (LEFT.0, 12.0),
        HEAD,
        HPos::Left,
    )?;
    let mut plot = plot(canvas, (LEFT.0, TOP), (LEFT.1, BOTTOM), 0.0..1.0, 0.0..1.0)?;
    uprights(&mut plot, &axis.values())?;
    beside(canvas, &mut plot, &axis.ticks, LEFT.0)?;
    below(canvas, &axis, |at| spot(&plot, (at, 0.0)).0, LEFT, BOTTOM)?;
    plot.draw_series(LineSeries::new(
        [(0.0, 0.0), (1.0, 1.0)],
        GRID.stroke_width(weight(1.5)),
    ))?;
    let intervals: Vec<(f64, f64)> = (found.reliability.intervals.iter())
        .map(|i| (i.level, i.share))
        .collect();
    let votes: Vec<(f64, f64)> = (found.reliability.votes.iter())
        .map(|v| (v.probability, v.share))
        .collect();
    plot.draw_series(LineSeries::new(
        intervals.iter().copied(),
        BLUE.stroke_width(weight(2.0)),
    ))?;
    let dots = intervals.iter();
    plot.draw_series(dots.map(|at| Circle::new(*at, weight(4.0), BLUE.filled())))?;
    let (near, far) = (fine(-3.5), fine(3.5));
    let square = || {
        Rectangle::new(
            [(near, near), (far, far)],
            VERMILION.stroke_width(weight(1.5)),
        )
    };
    plot.draw_series(votes.iter().map(|at| EmptyElement::at(*at) + square()))?;
    say(
        canvas,
        "came",
        (LEFT.0 - 8.0, TOP - 14.0),
        SMALL,
        HPos::Right,
    )?;
    let keys = [
        ("● intervals of coincidence", BLUE),
        ("□ single votes", VERMILION),
    ];
    for (i, (words, colour)) in keys.into_iter().enumerate() {
        let at = (LEFT.0 + 8.0, TOP + 12.0 + 17.0 * i as f64);
        say(canvas, words, at, SMALL.coloured(colour), HPos::Left)?;
    }
    Ok(())
}

fn errors(canvas: &Canvas<'_>, sessions: &[SessionScores]) -> Drawn {
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
        return Ok(());
    };
    let of = |baseline: Baseline| -> Vec<(f64, f64)> {
        let each = sessions.iter().filter_map(|s| {
            let own = s.scores.baselines.iter().find(|b| b.baseline == baseline)?;
            Some((f64::from(s.year), own.mae))
        });
        each.collect()
    };
    let forecast: Vec<(f64, f64)> = (sessions.iter())
        .filter_map(|s| Some((f64::from(s.year), s.scores.mae?)))
        .collect();
    let lines = [
        (of(Baseline::LastSession), "last session", SOFT, 1.0),
        (of(Baseline::MeanOfThree), "mean of 3", VERMILION, 1.5),
        (forecast, "forecast", BLUE, 2.5),
    ];
    let highest = lines
        .iter()
        .flat_map(|l| &l.0)
        .map(|p| p.1)
        .fold(0.02, f64::max);
    let step = [0.01, 0.02, 0.05, 0.1, 0.2]
        .into_iter()
        .find(|step| highest / step <= 6.0)
        .unwrap_or(0.5);
    let steps = (highest / step).ceil() as u16;
    let heading = "Mean absolute error of voting coincidence, by year";
    say(canvas, heading, (RIGHT.0, 12.0), HEAD, HPos::Left)?;
    let years = f64::from(first.year)..f64::from(last.year.max(first.year + 1));
    let decades = years_marked(first.year, last.year);
    let mut plot = plot(
        canvas,
        (RIGHT.0, TOP),
        (RIGHT.1, BOTTOM),
        years,
        0.0..step * f64::from(steps),
    )?;
    let heights = Axis::of(0.0, step, steps, |v| format!("{v:.2}")).ticks;
    beside(canvas, &mut plot, &heights, RIGHT.0)?;
    below(
        canvas,
        &decades,
        |at| spot(&plot, (at, 0.0)).0,
        RIGHT,
        BOTTOM,
    )?;
    let mut ends: Vec<(f64, &str, RGBColor)> = Vec::new();
    for (points, name, colour, width) in &lines {
        let places: Vec<(i32, i32)> = points.iter().map(|p| plot.backend_coord(p)).collect();
        match *name {
            "mean of 3" => dashed(canvas, &places, (5.0, 3.0), *colour, *width)?,
            _ => {
                let style = colour.stroke_width(weight(*width));
                plot.draw_series(LineSeries::new(points.iter().copied(), style))?;
            }
        }
        if let Some(end) = points.last() {
            ends.push((spot(&plot, *end).1, name, *colour));
        }
    }
    let wanted: Vec<f64> = ends.iter().map(|e| e.0).collect();
    for (y, (_, name, colour)) in apart(&wanted, 15.0, (TOP, BOTTOM)).into_iter().zip(ends) {
        let at = (RIGHT.1 + 8.0, y);
        say(canvas, name, at, LABEL.coloured(colour), HPos::Left)?;
    }
    Ok(())
}

/// Every tenth year.
fn years_marked(first: u16, last: u16) -> Axis {
    let ticks = (first..=last).filter(|y| y % 10 == 0).map(|year| Tick {
        at: f64::from(year),
        words: year.to_string(),
    });
    Axis {
        ticks: ticks.collect(),
        ..Axis::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::canvas::WIDTH;
    use super::*;

    #[test]
    fn names_at_the_ends_fit() {
        for name in ["last session", "mean of 3", "forecast"] {
            assert!(RIGHT.1 + 8.0 + LABEL.width(name) < WIDTH);
        }
    }
}
