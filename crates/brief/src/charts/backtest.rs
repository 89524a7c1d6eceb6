//! How forecasts fared: whether they were as sure as they said, and their error year by year.

use entente_assessment::{Backtest, Baseline, SessionScores};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::{BLUE, ChartError, GREY, INK, PALE, VERMILION, described};

const SIZE: (u32, u32) = (980, 430);
const FONT: &str = "sans-serif";

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Plot<'a, 'b> = ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Two panels: on the left how often what was said to be so probable came, on the right the mean absolute
/// error of each session beside two baselines'.
///
/// # Errors
/// If the backend fails.
pub fn backtest(found: &Backtest) -> Result<String, ChartError> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        root.fill(&WHITE)?;
        let (left, right) = root.split_horizontally(420);
        reliability(&left, found)?;
        errors(&right, &found.sessions)?;
        root.present()?;
    }
    let title = "How forecasts of past sessions fared";
    Ok(described(&svg, title, &words(found)))
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

fn style(size: u32) -> TextStyle<'static> {
    (FONT, size).into_font().color(&INK)
}

fn reliability(area: &Area<'_>, found: &Backtest) -> Result<(), ChartError> {
    let mut chart = ChartBuilder::on(area)
        .caption("As sure as they say?", style(17))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(46)
        .build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
    chart
        .configure_mesh()
        .disable_mesh()
        .x_labels(6)
        .y_labels(6)
        .x_label_formatter(&|v| format!("{:.0}%", 100.0 * v))
        .y_label_formatter(&|v| format!("{:.0}%", 100.0 * v))
        .x_desc("said")
        .y_desc("came")
        .axis_style(GREY)
        .label_style(style(13))
        .draw()?;
    chart.draw_series(LineSeries::new(
        [(0.0, 0.0), (1.0, 1.0)],
        PALE.stroke_width(1),
    ))?;
    let intervals: Vec<(f64, f64)> = (found.reliability.intervals.iter())
        .map(|i| (i.level, i.share))
        .collect();
    let votes: Vec<(f64, f64)> = (found.reliability.votes.iter())
        .map(|v| (v.probability, v.share))
        .collect();
    chart.draw_series(LineSeries::new(
        intervals.iter().copied(),
        BLUE.stroke_width(2),
    ))?;
    chart.draw_series(
        intervals
            .iter()
            .map(|at| Circle::new(*at, 4, BLUE.filled())),
    )?;
    chart.draw_series(votes.iter().map(|at| {
        EmptyElement::at(*at) + Rectangle::new([(-4, -4), (4, 4)], VERMILION.stroke_width(2))
    }))?;
    key(
        &mut chart,
        (0.04, 0.95),
        "● intervals of coincidence",
        &BLUE,
    )?;
    key(&mut chart, (0.04, 0.885), "□ single votes", &VERMILION)
}

fn key(
    chart: &mut Plot<'_, '_>,
    at: (f64, f64),
    text: &str,
    colour: &RGBColor,
) -> Result<(), ChartError> {
    let style = (FONT, 14).into_font().color(colour);
    chart.draw_series([Text::new(text.to_owned(), at, style)])?;
    Ok(())
}

fn errors(area: &Area<'_>, sessions: &[SessionScores]) -> Result<(), ChartError> {
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
        (of(Baseline::LastSession), "last session", GREY, 1),
        (of(Baseline::MeanOfThree), "mean of 3", VERMILION, 2),
        (forecast, "forecast", BLUE, 3),
    ];
    let highest = lines
        .iter()
        .flat_map(|l| &l.0)
        .map(|p| p.1)
        .fold(0.0, f64::max);
    let mut chart = ChartBuilder::on(area)
        .caption(
            "Mean absolute error of voting coincidence, by year",
            style(17),
        )
        .margin(12)
        .margin_right(96)
        .x_label_area_size(40)
        .y_label_area_size(46)
        .build_cartesian_2d(
            f64::from(first.year)..f64::from(last.year.max(first.year + 1)),
            0.0..1.1 * highest,
        )?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(PALE)
        .x_labels(11)
        .y_labels(5)
        .x_label_formatter(&|v| format!("{v:.0}"))
        .y_label_formatter(&|v| format!("{v:.2}"))
        .axis_style(GREY)
        .label_style(style(13))
        .draw()?;
    let mut ends: Vec<(f64, &str, RGBColor)> = Vec::new();
    for (points, name, colour, width) in &lines {
        chart.draw_series(LineSeries::new(
            points.iter().copied(),
            colour.stroke_width(*width),
        ))?;
        if let Some((_, end)) = points.last() {
            ends.push((*end, name, *colour));
        }
    }
    let year = f64::from(last.year);
    for (height, name, colour) in apart(ends, highest * 0.055) {
        let style = (FONT, 14).into_font().color(&colour);
        let style = style.pos(Pos::new(HPos::Left, VPos::Center));
        let (x, y) = chart.backend_coord(&(year, height));
        let (left, top) = area.get_base_pixel();
        area.draw(&Text::new(name.to_owned(), (x - left + 8, y - top), style))?;
    }
    Ok(())
}

/// Labels moved up where they would stand on one another.
fn apart(mut labels: Vec<(f64, &str, RGBColor)>, least: f64) -> Vec<(f64, &str, RGBColor)> {
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    for place in 1..labels.len() {
        labels[place].0 = labels[place].0.max(labels[place - 1].0 + least);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_overlap() {
        let found = apart(
            vec![(0.05, "a", BLUE), (0.051, "b", GREY), (0.02, "c", INK)],
            0.01,
        );
        let names: Vec<&str> = found.iter().map(|l| l.1).collect();
        assert_eq!(names, ["c", "a", "b"]);
        assert!(found.windows(2).all(|w| w[1].0 - w[0].0 > 0.0099));
    }
}
