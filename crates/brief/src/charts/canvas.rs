//! The few shapes that charts are made of, in page pixels.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::metrics::{self, LEADING};
use super::palette::{GRID, INK, PAPER, SOFT};
use super::sheet::{FINE, Sheet};
use super::{ChartError, Told};

/// The width of every chart: at 170 mm a pixel is 0.22 mm, and words of 12 pixels are 7.6 points.
pub(super) const WIDTH: f64 = 760.0;

pub(super) type Canvas<'a> = DrawingArea<Sheet<'a>, Shift>;
/// A plot with its own coordinates.
pub(super) type Plot<'c, 's> =
    ChartContext<'c, Sheet<'s>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
pub(super) type Drawn = Result<(), ChartError>;
/// A place on the page, from the left and from the top.
pub(super) type Spot = (f64, f64);

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    pub size: f64,
    pub bold: bool,
    pub colour: RGBColor,
}

/// Names of rows and series.
pub(super) const LABEL: Face = Face::new(12.0, false, INK);
/// Titles of panels and groups.
pub(super) const HEAD: Face = Face::new(12.0, true, INK);
/// Numbers at axes, and what is said beside.
pub(super) const SMALL: Face = Face::new(11.0, false, SOFT);

impl Face {
    pub(super) const fn new(size: f64, bold: bool, colour: RGBColor) -> Self {
        Face { size, bold, colour }
    }

    pub(super) const fn coloured(self, colour: RGBColor) -> Self {
        Face { colour, ..self }
    }

    /// The width of words on one line.
    pub(super) fn width(self, words: &str) -> f64 {
        metrics::width(words, self.size, self.bold)
    }

    /// From one line to the next.
    pub(super) fn leading(self) -> f64 {
        self.size * LEADING
    }
}

/// In plotters' pixels.
pub(super) fn fine(pixels: f64) -> i32 {
    (pixels * FINE).round() as i32
}

pub(super) fn fine_spot((x, y): Spot) -> (i32, i32) {
    (fine(x), fine(y))
}

/// A width of line or a radius in plotters' pixels.
pub(super) fn weight(pixels: f64) -> u32 {
    fine(pixels).unsigned_abs()
}

/// A whole chart of the common width: paper, and what is drawn on it.
pub(super) fn sheet(
    told: &Told,
    height: f64,
    draw: impl FnOnce(&Canvas<'_>) -> Drawn,
) -> Result<String, ChartError> {
    let mut svg = String::new();
    {
        let size = (WIDTH as u32, height.ceil().max(1.0) as u32);
        let sheet = Sheet::new(&mut svg, size, &told.title, &told.description);
        let canvas = sheet.into_drawing_area();
        canvas.fill(&PAPER)?;
        draw(&canvas)?;
        canvas.present()?;
    }
    Ok(svg)
}

/// Words whose capitals' middle is at a height.
pub(super) fn say(canvas: &Canvas<'_>, words: &str, at: Spot, face: Face, side: HPos) -> Drawn {
    if words.is_empty() {
        return Ok(());
    }
    let style = match face.bold {
        true => FontDesc::new(FontFamily::SansSerif, face.size * FINE, FontStyle::Bold),
        false => FontDesc::new(FontFamily::SansSerif, face.size * FINE, FontStyle::Normal),
    };
    let style = TextStyle::from(style)
        .color(&face.colour)
        .pos(Pos::new(side, VPos::Center));
    canvas.draw(&Text::new(words, fine_spot(at), style))?;
    Ok(())
}

/// Lines of words whose middle is at a height.
pub(super) fn say_lines(
    canvas: &Canvas<'_>,
    lines: &[String],
    (x, y): Spot,
    face: Face,
    side: HPos,
) -> Drawn {
    let first = y - face.leading() * (lines.len().saturating_sub(1)) as f64 / 2.0;
    for (i, words) in lines.iter().enumerate() {
        say(
            canvas,
            words,
            (x, first + face.leading() * i as f64),
            face,
            side,
        )?;
    }
    Ok(())
}

pub(super) fn filled(canvas: &Canvas<'_>, from: Spot, to: Spot, colour: RGBColor) -> Drawn {
    let corners = [fine_spot(from), fine_spot(to)];
    canvas.draw(&Rectangle::new(corners, colour.filled()))?;
    Ok(())
}

pub(super) fn outlined(canvas: &Canvas<'_>, from: Spot, to: Spot, colour: RGBColor) -> Drawn {
    let corners = [fine_spot(from), fine_spot(to)];
    canvas.draw(&Rectangle::new(corners, colour.stroke_width(weight(1.0))))?;
    Ok(())
}

pub(super) fn line(
    canvas: &Canvas<'_>,
    from: Spot,
    to: Spot,
    colour: RGBColor,
    width: f64,
) -> Drawn {
    let ends = vec![fine_spot(from), fine_spot(to)];
    canvas.draw(&PathElement::new(ends, colour.stroke_width(weight(width))))?;
    Ok(())
}

/// A line of dashes.
pub(super) fn dashed(
    canvas: &Canvas<'_>,
    points: &[(i32, i32)],
    (dash, gap): (f64, f64),
    colour: RGBColor,
    width: f64,
) -> Drawn {
    canvas.draw(&DashedPathElement::new(
        points.to_vec(),
        fine(dash),
        fine(gap),
        colour.stroke_width(weight(width)),
    ))?;
    Ok(())
}

/// A dot; a hollow one is a ring on paper.
pub(super) fn dot(
    canvas: &Canvas<'_>,
    at: Spot,
    radius: f64,
    colour: RGBColor,
    hollow: bool,
) -> Drawn {
    let at = fine_spot(at);
    if !hollow {
        canvas.draw(&Circle::new(at, weight(radius), colour.filled()))?;
        return Ok(());
    }
    canvas.draw(&Circle::new(at, weight(radius), PAPER.filled()))?;
    let ring = colour.stroke_width(weight(1.5));
    canvas.draw(&Circle::new(at, weight(radius - 0.75), ring))?;
    Ok(())
}

/// A plot whose corners are given on the page.
pub(super) fn plot<'c, 's>(
    canvas: &'c Canvas<'s>,
    (left, top): Spot,
    (right, bottom): Spot,
    x: std::ops::Range<f64>,
    y: std::ops::Range<f64>,
) -> Result<Plot<'c, 's>, ChartError> {
    let area = canvas.clone().shrink(
        (fine(left), fine(top)),
        (fine(right - left).max(1), fine(bottom - top).max(1)),
    );
    Ok(ChartBuilder::on(&area).build_cartesian_2d(x, y)?)
}

/// Where a value of a plot is on the page.
pub(super) fn spot(plot: &Plot<'_, '_>, at: (f64, f64)) -> Spot {
    let (x, y) = plot.backend_coord(&at);
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

/// Thin lines up from some values of the horizontal axis.
pub(super) fn uprights(plot: &mut Plot<'_, '_>, at: &[f64]) -> Drawn {
    let ends = plot.y_range();
    let style = GRID.stroke_width(weight(0.75));
    let lines = at
        .iter()
        .map(|x| PathElement::new(vec![(*x, ends.start), (*x, ends.end)], style));
    plot.draw_series(lines)?;
    Ok(())
}

/// Thin lines across from some values of the vertical axis.
pub(super) fn levels(plot: &mut Plot<'_, '_>, at: &[f64]) -> Drawn {
    let ends = plot.x_range();
    let style = GRID.stroke_width(weight(0.75));
    let lines = at
        .iter()
        .map(|y| PathElement::new(vec![(ends.start, *y), (ends.end, *y)], style));
    plot.draw_series(lines)?;
    Ok(())
}
