//! Contacts and meetings of two states by year and level, under the administrations of both.

mod bars;
mod key;
mod layout;
mod of;
mod rows;

use jiff::civil::Date;
use plotters::style::text_anchor::HPos;

use super::canvas::{Canvas, Drawn, Face, SMALL, WIDTH, dashed, fine_spot, line, say, sheet};
use super::palette::{GRID, SOFT};
use super::strips::{Strip, administrations};
use super::years::marked;
use super::{ChartError, Told};

use layout::{HEADING, Layout};

pub use of::{MachineryWords, timeline};

/// The machinery between two states: bars of contact, rows of mechanisms, strips of administrations.
#[derive(Clone, Debug, PartialEq)]
pub struct Meetings {
    /// For readers who do not see it.
    pub told: Told,
    /// A heading above the chart, for a file that stands by itself; empty where a caption says it.
    pub heading: String,
    /// First and last year shown.
    pub years: (i16, i16),
    /// The date of reading.
    pub as_of: Date,
    /// What the marks mean.
    pub words: MeetingWords,
    /// The administrations of each state.
    pub strips: Vec<Strip>,
    /// Contacts by year.
    pub bars: Vec<ContactBars>,
    /// Mechanisms.
    pub rows: Vec<MechanismLine>,
    /// What a reader must know of the record, below the chart; may be empty.
    pub footnote: String,
}

/// What the marks of the machinery's chart mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingWords {
    /// A filled bar: "the two met as two".
    pub met: String,
    /// A hollow bar: "gathering, ceremony, private visit, stop".
    pub other: String,
    /// A filled dot: "meeting in the contact record".
    pub found: String,
    /// A hollow dot: "entered from another source".
    pub entered: String,
    /// Shading: "not covered by the record".
    pub silent: String,
    /// In place of bars: "no record".
    pub no_record: String,
}

/// Contacts at one level, year by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactBars {
    /// Who met.
    pub label: String,
    /// What the bars count, such as "a year".
    pub unit: String,
    /// Years with any.
    pub years: Vec<ContactYearCount>,
    /// The last day that the record covers; empty without a record.
    pub covered_to: Option<Date>,
}

/// Contacts of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactYearCount {
    /// The year.
    pub year: i16,
    /// Meetings of the two as two.
    pub met: u32,
    /// Other occasions.
    pub other: u32,
}

/// One mechanism.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MechanismLine {
    /// Its name.
    pub label: String,
    /// From this day it exists; empty if since before the chart begins.
    pub founded: Option<Date>,
    /// The day on which it was replaced or given up.
    pub ended: Option<Date>,
    /// The last day that the record covers; empty if to the end of the chart.
    pub covered_to: Option<Date>,
    /// Its meetings.
    pub meetings: Vec<MeetingMark>,
    /// How it stands, in a word or two.
    pub status: String,
    /// Whether that is a reason to look: it has lapsed or is dormant.
    pub weak: bool,
}

/// One meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingMark {
    /// Its first day.
    pub day: Date,
    /// Whether the contact record shows it; otherwise it was entered from another source.
    pub found: bool,
}

const EDGE: f64 = 10.0;

/// Draws it: a bar for the contacts of each year, filled where the two met as two and hollow for other
/// occasions; a row of dots for each mechanism, filled where the contact record shows the meeting and
/// hollow where it was entered; the administrations of both as strips; what is not covered shaded.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn meetings(chart: &Meetings) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    let lines = |lines: &[String], first: f64, face: Face, canvas: &Canvas<'_>| -> Drawn {
        for (i, words) in lines.iter().enumerate() {
            let at = (EDGE, first + face.leading() * i as f64);
            say(canvas, words, at, face, HPos::Left)?;
        }
        Ok(())
    };
    sheet(&chart.told, layout.height, |canvas| {
        lines(&layout.heading, 14.0, HEADING, canvas)?;
        key::key(canvas, &layout.key)?;
        years(canvas, chart, &layout)?;
        let mut top = layout.strips;
        for (one, (name, room)) in chart.strips.iter().zip(&layout.states) {
            administrations(canvas, one, name, layout.time, (top, WIDTH - EDGE))?;
            top += room;
        }
        for (one, (base, name)) in chart.bars.iter().zip(&layout.bars) {
            bars::bars(canvas, chart, (one, name), &layout, *base)?;
        }
        for (row, (middle, name, status)) in chart.rows.iter().zip(&layout.rows) {
            rows::row(canvas, row, &layout, *middle, [name, status])?;
        }
        lines(&layout.footnote, layout.bottom + 36.0, SMALL, canvas)
    })
}

fn years(canvas: &Canvas<'_>, chart: &Meetings, layout: &Layout) -> Drawn {
    let (left, right) = layout.time.page;
    for year in marked(chart.years.0, chart.years.1, right - left) {
        let x = layout.time.at(f64::from(year));
        line(canvas, (x, layout.strips), (x, layout.bottom), GRID, 0.75)?;
        say(
            canvas,
            &year.to_string(),
            (x, layout.bottom + 12.0),
            SMALL,
            HPos::Center,
        )?;
    }
    let now = layout.time.now();
    if now < right {
        let ends = [
            fine_spot((now, layout.strips)),
            fine_spot((now, layout.bottom)),
        ];
        dashed(canvas, &ends, (3.0, 3.0), SOFT, 1.0)?;
    }
    line(
        canvas,
        (left, layout.bottom),
        (right, layout.bottom),
        SOFT,
        1.0,
    )
}
