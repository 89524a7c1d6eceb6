//! The few shapes that a chart is made of.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::ChartError;

/// Dark enough to stand out in grey, and told from the outline by being filled.
pub(super) const FILLED: RGBColor = RGBColor(31, 78, 121);
pub(super) const OUTLINE: RGBColor = RGBColor(110, 110, 110);
pub(super) const INK: RGBColor = RGBColor(30, 30, 30);
pub(super) const FAINT: RGBColor = RGBColor(215, 215, 215);
pub(super) const BAND: RGBColor = RGBColor(232, 236, 241);
pub(super) const SILENT: RGBColor = RGBColor(226, 220, 200);

pub(super) type Canvas<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
pub(super) type Drawn = Result<(), ChartError>;

pub(super) fn fault(error: impl std::fmt::Display) -> ChartError {
    ChartError(error.to_string())
}

pub(super) fn text(
    canvas: &Canvas<'_>,
    said: &str,
    at: (i32, i32),
    size: i32,
    colour: RGBColor,
    side: HPos,
) -> Drawn {
    let style = TextStyle::from(("sans-serif", size).into_font())
        .color(&colour)
        .pos(Pos::new(side, VPos::Top));
    canvas
        .draw(&Text::new(said.to_owned(), at, style))
        .map_err(fault)
}

pub(super) fn rectangle(
    canvas: &Canvas<'_>,
    from: (i32, i32),
    to: (i32, i32),
    style: ShapeStyle,
) -> Drawn {
    canvas
        .draw(&Rectangle::new([from, to], style))
        .map_err(fault)
}

pub(super) fn line(
    canvas: &Canvas<'_>,
    from: (i32, i32),
    to: (i32, i32),
    colour: RGBColor,
) -> Drawn {
    canvas
        .draw(&PathElement::new(vec![from, to], colour.stroke_width(1)))
        .map_err(fault)
}

pub(super) fn dot(canvas: &Canvas<'_>, at: (i32, i32), filled: bool) -> Drawn {
    let inside = if filled {
        FILLED.filled()
    } else {
        WHITE.filled()
    };
    canvas.draw(&Circle::new(at, 5, inside)).map_err(fault)?;
    canvas
        .draw(&Circle::new(at, 5, FILLED.stroke_width(2)))
        .map_err(fault)
}
