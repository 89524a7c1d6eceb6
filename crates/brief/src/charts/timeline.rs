//! Contacts and meetings of two states by year and level, under the administrations of both.

use entente_assessment::{Level, Machinery, MechanismRow, Party, SeriesKind};
use jiff::civil::Date;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::ChartError;
use super::bars::{bars, silence};
use super::canvas::{
    BAND, Canvas, Drawn, FAINT, FILLED, INK, OUTLINE, SILENT, dot, fault, line, rectangle, text,
};
use super::labels::{fit, two_lines};
use super::layout::{BAND_HEIGHT, BAND_TOP, LEFT, Layout, RIGHT, ROW_HEIGHT, WIDTH};
use super::scale::Scale;

/// The chart as SVG: a bar for the contacts of leaders and of ministers in each year, filled where the
/// two met as two and in outline for other occasions; a row of marks for each mechanism, filled where
/// the contact record shows the meeting and in outline where it was entered; the administrations of both
/// as bands; the time after the record's end shaded.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn timeline(
    first: &Party,
    second: &Party,
    date: Date,
    machinery: &Machinery,
) -> Result<String, ChartError> {
    let declared: Vec<&MechanismRow> = machinery
        .mechanisms
        .iter()
        .filter(|m| m.series == SeriesKind::Mechanism)
        .collect();
    let layout = Layout::of(date, declared.len());
    let mut svg = String::new();
    {
        let size = (WIDTH.unsigned_abs(), layout.height.unsigned_abs());
        let canvas = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        canvas.fill(&WHITE).map_err(fault)?;
        let title = format!(
            "{} and {}: contacts and meetings, as of {date}",
            first.name, second.name
        );
        text(&canvas, &title, (20, 14), 20, INK, HPos::Left)?;
        legend(&canvas)?;
        silence(&canvas, &layout, machinery, date)?;
        years(&canvas, &layout)?;
        for (i, party) in [first, second].into_iter().enumerate() {
            let top = BAND_TOP + i32::try_from(i).unwrap_or(0) * (BAND_HEIGHT + 4);
            administrations(&canvas, &layout.scale, machinery, party, top)?;
        }
        bars(&canvas, &layout, machinery, Level::Leader, layout.leaders)?;
        bars(
            &canvas,
            &layout,
            machinery,
            Level::Minister,
            layout.ministers,
        )?;
        for (i, row) in declared.iter().enumerate() {
            let y = layout.rows + ROW_HEIGHT * i32::try_from(i).unwrap_or(0) + ROW_HEIGHT / 2;
            marks(&canvas, &layout.scale, row, y)?;
        }
        footnote(&canvas, &layout, machinery)?;
        canvas.present().map_err(fault)?;
    }
    Ok(svg)
}

fn legend(canvas: &Canvas<'_>) -> Drawn {
    let y = 42;
    rectangle(canvas, (20, y), (32, y + 10), FILLED.filled())?;
    text(
        canvas,
        "bar: the two met as two",
        (38, y - 2),
        12,
        INK,
        HPos::Left,
    )?;
    rectangle(canvas, (186, y), (198, y + 10), OUTLINE.stroke_width(1))?;
    text(
        canvas,
        "gathering, ceremony, private visit, stop",
        (204, y - 2),
        12,
        INK,
        HPos::Left,
    )?;
    dot(canvas, (446, y + 5), true)?;
    text(
        canvas,
        "meeting of a mechanism, in the contact record",
        (456, y - 2),
        12,
        INK,
        HPos::Left,
    )?;
    dot(canvas, (722, y + 5), false)?;
    text(
        canvas,
        "entered from another source",
        (732, y - 2),
        12,
        INK,
        HPos::Left,
    )?;
    rectangle(canvas, (906, y), (918, y + 10), SILENT.filled())?;
    text(
        canvas,
        "not covered by the record",
        (924, y - 2),
        12,
        INK,
        HPos::Left,
    )
}

fn years(canvas: &Canvas<'_>, layout: &Layout) -> Drawn {
    for year in layout.scale.years().filter(|y| y % 5 == 0) {
        let x = layout.scale.start_of(year);
        line(canvas, (x, BAND_TOP), (x, layout.bottom), FAINT)?;
        text(
            canvas,
            &year.to_string(),
            (x, layout.bottom + 4),
            12,
            INK,
            HPos::Center,
        )?;
    }
    Ok(())
}

fn administrations(
    canvas: &Canvas<'_>,
    scale: &Scale,
    machinery: &Machinery,
    party: &Party,
    top: i32,
) -> Drawn {
    text(
        canvas,
        &party.name,
        (LEFT - 10, top + 8),
        13,
        INK,
        HPos::Right,
    )?;
    let spells = || {
        machinery
            .administrations
            .iter()
            .filter(|a| a.ccode == party.ccode)
    };
    if let Some(day) = spells().find_map(|a| a.record_ends) {
        let from = (scale.day(day), top);
        rectangle(canvas, from, (RIGHT, top + BAND_HEIGHT), SILENT.filled())?;
    }
    for (i, spell) in spells().enumerate() {
        let (from, to) = (
            scale.day(spell.from),
            spell
                .until
                .or(spell.record_ends)
                .map_or(RIGHT, |d| scale.day(d)),
        );
        if to <= from {
            continue;
        }
        let fill = if i % 2 == 0 { BAND } else { WHITE };
        rectangle(canvas, (from, top), (to, top + BAND_HEIGHT), fill.filled())?;
        rectangle(
            canvas,
            (from, top),
            (to, top + BAND_HEIGHT),
            OUTLINE.stroke_width(1),
        )?;
        let lines = fit(&spell.leader, to - from - 4);
        let first = top + BAND_HEIGHT / 2 - 6 * i32::try_from(lines.len()).unwrap_or(0);
        for (y, words) in (first..).step_by(12).zip(lines) {
            text(canvas, &words, ((from + to) / 2, y), 10, INK, HPos::Center)?;
        }
    }
    Ok(())
}

/// The meetings of a mechanism on a line from its founding to the end of what is covered.
fn marks(canvas: &Canvas<'_>, scale: &Scale, row: &MechanismRow, y: i32) -> Drawn {
    for (i, words) in two_lines(&row.name, 30).iter().enumerate() {
        let shift = if two_lines(&row.name, 30).len() > 1 {
            13
        } else {
            7
        };
        let at = (LEFT - 10, y - shift + 13 * i32::try_from(i).unwrap_or(0));
        text(canvas, words, at, 12, INK, HPos::Right)?;
    }
    let from = row.founded.map_or(LEFT, |d| scale.day(d));
    let to = row.covered_to.map_or(RIGHT, |d| scale.day(d));
    line(canvas, (from, y), (to, y), OUTLINE)?;
    if let Some(ended) = row.ended {
        let x = scale.day(ended);
        line(canvas, (x, y - 7), (x, y + 7), INK)?;
    }
    for meeting in row
        .meetings
        .iter()
        .filter(|m| m.start.year() >= scale.first())
    {
        dot(canvas, (scale.day(meeting.start), y), meeting.found)?;
    }
    let status = row.status.map_or("", |s| s.as_str());
    text(canvas, status, (RIGHT + 12, y - 7), 13, INK, HPos::Left)
}

fn footnote(canvas: &Canvas<'_>, layout: &Layout, machinery: &Machinery) -> Drawn {
    let earlier = machinery
        .mechanisms
        .iter()
        .filter(|m| m.series == SeriesKind::Contact)
        .flat_map(|m| &m.meetings)
        .filter(|m| m.end.year() < layout.scale.first())
        .count();
    let before = match earlier {
        0 => String::new(),
        n => format!(
            " {n} meetings before {} are not shown.",
            layout.scale.first()
        ),
    };
    let leaders = match machinery.administrations.iter().find_map(|a| a.record_ends) {
        Some(day) => format!(" The list of leaders ends on {day}."),
        None => String::new(),
    };
    let said = format!(
        "Contacts: Office of the Historian, U.S. Department of State; of foreign ministers, the secretary of state's journeys only. Leaders: REIGN.{leaders}{before}"
    );
    text(
        canvas,
        &said,
        (20, layout.bottom + 34),
        11,
        OUTLINE,
        HPos::Left,
    )
}
