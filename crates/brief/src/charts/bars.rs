//! Contacts by year as bars.

use entente_assessment::{Level, Machinery, Meeting, SeriesKind};
use jiff::civil::Date;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::canvas::{Canvas, Drawn, FILLED, INK, OUTLINE, SILENT, line, rectangle, text};
use super::layout::{BARS_HEIGHT, LEFT, Layout, RIGHT};

/// The time after the contact record ends.
pub(super) fn silence(
    canvas: &Canvas<'_>,
    layout: &Layout,
    machinery: &Machinery,
    date: Date,
) -> Drawn {
    for (level, base) in [
        (Level::Leader, layout.leaders),
        (Level::Minister, layout.ministers),
    ] {
        let row = machinery
            .mechanisms
            .iter()
            .find(|m| m.series == SeriesKind::Contact && m.level == level);
        let from = match row.and_then(|r| r.covered_to) {
            Some(to) if to < date => layout.scale.day(to),
            Some(_) => continue,
            None => LEFT,
        };
        rectangle(
            canvas,
            (from, base - BARS_HEIGHT),
            (RIGHT, base),
            SILENT.filled(),
        )?;
        if row.and_then(|r| r.covered_to).is_none() {
            text(
                canvas,
                "no record",
                (LEFT + 8, base - BARS_HEIGHT / 2),
                12,
                OUTLINE,
                HPos::Left,
            )?;
        }
    }
    Ok(())
}

/// A bar for each year: meetings that count below, others in outline above them.
pub(super) fn bars(
    canvas: &Canvas<'_>,
    layout: &Layout,
    machinery: &Machinery,
    level: Level,
    base: i32,
) -> Drawn {
    let name = match level {
        Level::Leader => "Leaders",
        _ => "Foreign ministers",
    };
    text(
        canvas,
        name,
        (LEFT - 10, base - BARS_HEIGHT),
        13,
        INK,
        HPos::Right,
    )?;
    text(
        canvas,
        "a year",
        (LEFT - 10, base - BARS_HEIGHT + 16),
        11,
        OUTLINE,
        HPos::Right,
    )?;
    let counted: Vec<i16> = machinery
        .mechanisms
        .iter()
        .filter(|m| m.series == SeriesKind::Contact && m.level == level)
        .flat_map(|m| years_of(&m.meetings))
        .collect();
    let others: Vec<i16> = years_of(
        &machinery
            .contacts
            .others
            .iter()
            .filter(|m| m.level == level)
            .cloned()
            .collect::<Vec<_>>(),
    );
    let of =
        |all: &[i16], year| i32::try_from(all.iter().filter(|y| **y == year).count()).unwrap_or(0);
    let most = layout
        .scale
        .years()
        .map(|y| of(&counted, y) + of(&others, y))
        .max()
        .unwrap_or(0)
        .max(2);
    line(canvas, (LEFT, base), (RIGHT, base), OUTLINE)?;
    text(
        canvas,
        &most.to_string(),
        (LEFT - 6, base - BARS_HEIGHT + 32),
        11,
        OUTLINE,
        HPos::Right,
    )?;
    line(
        canvas,
        (LEFT - 4, base - BARS_HEIGHT + 38),
        (LEFT, base - BARS_HEIGHT + 38),
        OUTLINE,
    )?;
    let height = |n: i32| n * (BARS_HEIGHT - 38) / most;
    for year in layout.scale.years() {
        let (x0, x1) = layout.scale.bar(year);
        let (met, more) = (of(&counted, year), of(&others, year));
        let top = base - height(met);
        if met > 0 {
            rectangle(canvas, (x0, top), (x1, base), FILLED.filled())?;
        }
        if more > 0 {
            let above = base - height(met + more);
            rectangle(canvas, (x0, above), (x1, top), WHITE.filled())?;
            rectangle(canvas, (x0, above), (x1, top), OUTLINE.stroke_width(1))?;
        }
    }
    Ok(())
}

fn years_of(meetings: &[Meeting]) -> Vec<i16> {
    meetings.iter().map(|m| m.end.year()).collect()
}
