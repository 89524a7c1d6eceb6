//! The meetings of a mechanism as dots on a line.

use plotters::style::text_anchor::HPos;

use super::super::canvas::{Canvas, Drawn, LABEL, dot, filled, line, say_lines};
use super::super::palette::{BLUE, INK, PALE, SILENT};
use super::super::years::year_of;
use super::MechanismLine;
use super::layout::{Layout, status_face};

/// A line from its founding to the end of what is covered, its meetings on it, how it stands beside.
pub(super) fn row(
    canvas: &Canvas<'_>,
    row: &MechanismLine,
    layout: &Layout,
    y: f64,
    [name, status]: [&[String]; 2],
) -> Drawn {
    let (left, right) = layout.time.page;
    say_lines(canvas, name, (left - 12.0, y), LABEL, HPos::Right)?;
    let from = row.founded.map_or(left, |day| layout.time.day(day));
    let now = layout.time.now();
    let covered = row
        .covered_to
        .map_or(now, |day| layout.time.day(day))
        .min(now);
    let to = row
        .ended
        .map_or(covered, |day| layout.time.day(day))
        .max(from);
    if row.ended.is_none() && covered < now {
        filled(canvas, (covered, y - 9.0), (now, y + 9.0), SILENT)?;
    }
    line(canvas, (from, y), (to, y), PALE, 1.0)?;
    if row.founded.is_some() && from > left {
        line(canvas, (from, y - 5.0), (from, y + 5.0), PALE, 1.0)?;
    }
    if row.ended.is_some() {
        line(canvas, (to, y - 7.0), (to, y + 7.0), INK, 1.5)?;
    }
    let (first, last) = layout.time.years;
    for meeting in &row.meetings {
        if (first..=last).contains(&year_of(meeting.day)) {
            let at = (layout.time.day(meeting.day), y);
            dot(canvas, at, 4.0, BLUE, !meeting.found)?;
        }
    }
    say_lines(
        canvas,
        status,
        (right + 10.0, y),
        status_face(row),
        HPos::Left,
    )
}
