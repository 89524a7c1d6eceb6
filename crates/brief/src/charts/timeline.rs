//! Contacts and meetings of two states by year and level, under the administrations of both.

use entente_assessment::{Level, Machinery, MechanismRow, Meeting, Party, SeriesKind};
use jiff::civil::Date;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::ChartError;
use super::scale::Scale;

/// Dark enough to stand out in grey, and told from the outline by being filled.
const FILLED: RGBColor = RGBColor(31, 78, 121);
const OUTLINE: RGBColor = RGBColor(110, 110, 110);
const INK: RGBColor = RGBColor(30, 30, 30);
const FAINT: RGBColor = RGBColor(215, 215, 215);
const BAND: RGBColor = RGBColor(232, 236, 241);
const SILENT: RGBColor = RGBColor(226, 220, 200);

const WIDTH: i32 = 1200;
/// Where the years begin and end.
const LEFT: i32 = 200;
const RIGHT: i32 = 1080;
const BAND_TOP: i32 = 64;
const BAND_HEIGHT: i32 = 30;
const BARS_HEIGHT: i32 = 90;
const ROW_HEIGHT: i32 = 34;
/// Years shown, the last ones.
const YEARS: i16 = 50;

type Canvas<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Drawn = Result<(), ChartError>;

fn fault(error: impl std::fmt::Display) -> ChartError {
    ChartError(error.to_string())
}

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

/// Where things stand.
struct Layout {
    scale: Scale,
    /// Base of the bars of leaders.
    leaders: i32,
    /// Base of the bars of ministers.
    ministers: i32,
    /// Top of the first row of marks.
    rows: i32,
    bottom: i32,
    height: i32,
}

impl Layout {
    fn of(date: Date, rows: usize) -> Self {
        let leaders = BAND_TOP + 2 * (BAND_HEIGHT + 4) + 16 + BARS_HEIGHT;
        let ministers = leaders + 24 + BARS_HEIGHT;
        let top = ministers + 24;
        let bottom = top + ROW_HEIGHT * i32::try_from(rows).unwrap_or(0) + 6;
        Layout {
            scale: Scale::of(date.year() - YEARS + 1, date.year(), LEFT, RIGHT),
            leaders,
            ministers,
            rows: top,
            bottom,
            height: bottom + 64,
        }
    }
}

fn text(
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

fn rectangle(canvas: &Canvas<'_>, from: (i32, i32), to: (i32, i32), style: ShapeStyle) -> Drawn {
    canvas
        .draw(&Rectangle::new([from, to], style))
        .map_err(fault)
}

fn line(canvas: &Canvas<'_>, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
    canvas
        .draw(&PathElement::new(vec![from, to], colour.stroke_width(1)))
        .map_err(fault)
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

fn dot(canvas: &Canvas<'_>, at: (i32, i32), filled: bool) -> Drawn {
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

/// The time after the contact record ends.
fn silence(canvas: &Canvas<'_>, layout: &Layout, machinery: &Machinery, date: Date) -> Drawn {
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

/// A name on one line or two; nothing if it does not fit so many pixels.
fn fit(name: &str, width: i32) -> Vec<String> {
    let fits = |words: &str| i32::try_from(words.chars().count()).unwrap_or(i32::MAX) * 5 <= width;
    if fits(name) {
        return vec![name.to_owned()];
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..words.len())
        .rev()
        .map(|at| vec![words[..at].join(" "), words[at..].join(" ")])
        .find(|lines| lines.iter().all(|l| fits(l)))
        .unwrap_or_default()
}

/// A bar for each year: meetings that count below, others in outline above them.
fn bars(
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

fn two_lines(name: &str, width: usize) -> Vec<String> {
    if name.chars().count() <= width {
        return vec![name.to_owned()];
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..words.len())
        .map(|at| vec![words[..at].join(" "), words[at..].join(" ")])
        .min_by_key(|lines| lines.iter().map(|l| l.chars().count()).max())
        .unwrap_or_else(|| vec![name.to_owned()])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_or_are_left_out() {
        assert_eq!(fit("Obama", 60), ["Obama"]);
        assert_eq!(fit("Enrique Pena Nieto", 80), ["Enrique Pena", "Nieto"]);
        assert!(fit("Enrique Pena Nieto", 20).is_empty());
        assert_eq!(
            two_lines("Merida Initiative High-Level Consultative Group", 30).len(),
            2
        );
    }
}
