//! Who governed, as strips along an axis of years.

use jiff::civil::Date;
use plotters::style::text_anchor::HPos;

use super::canvas::{Canvas, Drawn, Face, HEAD, SMALL, filled, line, outlined, say_lines};
use super::labels::wrapped;
use super::palette::{BAND, INK, PALE, PAPER, SILENT};
use super::years::year_of;

/// The administrations of one state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The state.
    pub label: String,
    /// From the earliest.
    pub spans: Vec<StripSpan>,
    /// The day on which the list of leaders ends, if it ends before the chart does.
    pub record_ends: Option<Date>,
}

/// One administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripSpan {
    /// Its name, as short as the reader knows it.
    pub label: String,
    /// First day.
    pub from: Date,
    /// Last day; empty if it goes on.
    pub until: Option<Date>,
}

const NAME: Face = Face::new(10.0, false, INK);
/// The height of a strip.
const STRIP: f64 = 30.0;

/// Where the years of a chart begin and end, in years and on the page, and the date of reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub years: (f64, f64),
    pub page: (f64, f64),
    pub now: Date,
}

impl Time {
    /// Where a decimal year is; at the edge if it lies outside.
    pub(super) fn at(&self, year: f64) -> f64 {
        let ((first, last), (left, right)) = (self.years, self.page);
        let share = ((year - first) / (last - first).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
        left + share * (right - left)
    }

    pub(super) fn day(&self, day: Date) -> f64 {
        self.at(year_of(day))
    }

    pub(super) fn right(&self) -> f64 {
        self.page.1
    }

    /// Where the date of reading is: what goes on ends there.
    pub(super) fn now(&self) -> f64 {
        self.day(self.now)
    }
}

/// The names of strips on lines of a width, each with the room that its strip takes.
pub(super) fn named(strips: &[Strip], width: f64) -> Vec<(Vec<String>, f64)> {
    let lines = strips.iter().map(|one| wrapped(&one.label, HEAD, width));
    lines
        .map(|lines| {
            let room = HEAD.leading() * lines.len() as f64;
            (lines, room.max(STRIP) + 4.0)
        })
        .collect()
}

/// Draws the administrations of one state below a height: its name at the left, its spans, and beside them
/// who governs now, where that has no room in its span.
pub(super) fn administrations(
    canvas: &Canvas<'_>,
    one: &Strip,
    name: &[String],
    time: Time,
    (top, edge): (f64, f64),
) -> Drawn {
    let middle = top + (HEAD.leading() * name.len() as f64).max(STRIP) / 2.0;
    say_lines(
        canvas,
        name,
        (time.page.0 - 10.0, middle),
        HEAD,
        HPos::Right,
    )?;
    let Some(words) = strip(canvas, one, time, middle - STRIP / 2.0)? else {
        return Ok(());
    };
    let at = time.right() + 8.0;
    let lines = wrapped(&words, SMALL, edge - at);
    match lines.len() {
        0..=2 => say_lines(canvas, &lines, (at, middle), SMALL, HPos::Left),
        _ => Ok(()),
    }
}

/// Draws the spans of a strip below a height. A name that does not fit its span is said beside the strip
/// if the span is the last, and otherwise left to the table beside the chart. Gives what is to be said
/// beside.
fn strip(
    canvas: &Canvas<'_>,
    strip: &Strip,
    time: Time,
    top: f64,
) -> Result<Option<String>, super::ChartError> {
    let bottom = top + STRIP;
    let end = strip
        .record_ends
        .map_or(time.now(), |day| time.day(day))
        .min(time.now());
    if end < time.now() {
        filled(canvas, (end, top), (time.now(), bottom), SILENT)?;
    }
    let mut beside = None;
    let mut spans: Vec<&StripSpan> = strip.spans.iter().collect();
    spans.sort_by_key(|span| span.from);
    for (i, span) in spans.iter().enumerate() {
        // Nobody governs on after the next one has begun.
        let next = spans.get(i + 1).map_or(end, |next| time.day(next.from));
        let until = span.until.map_or(end, |day| time.day(day));
        let (from, to) = (time.day(span.from), until.min(next).min(end));
        if to <= from {
            continue;
        }
        let fill = if i % 2 == 0 { BAND } else { PAPER };
        filled(canvas, (from, top), (to, bottom), fill)?;
        outlined(canvas, (from, top), (to, bottom), PALE)?;
        let room = to - from - 4.0;
        let lines = wrapped(&span.label, NAME, room);
        let whole = span
            .label
            .split_whitespace()
            .all(|word| NAME.width(word) <= room);
        if lines.len() <= 2 && whole {
            let middle = (f64::midpoint(from, to), f64::midpoint(top, bottom));
            say_lines(canvas, &lines, middle, NAME, HPos::Center)?;
        } else if i + 1 == spans.len() {
            beside = Some(span.label.clone());
        }
    }
    line(
        canvas,
        (time.page.0, bottom),
        (time.right(), bottom),
        PALE,
        0.75,
    )?;
    Ok(beside)
}
