//! What the marks of the machinery's chart mean.

use plotters::style::text_anchor::HPos;

use super::super::canvas::{Canvas, Drawn, SMALL, WIDTH, dot, filled, outlined, say_lines};
use super::super::labels::wrapped;
use super::super::palette::{BLUE, SILENT};
use super::{EDGE, Meetings};

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Bar,
    HollowBar,
    Dot,
    HollowDot,
    Shade,
}

/// One mark with its words and its place.
pub(super) struct Entry {
    mark: Mark,
    words: Vec<String>,
    at: (f64, f64),
}

/// Places, from a height on, for what the marks mean that are on the chart; and the height of the last.
pub(super) fn places(chart: &Meetings, first: f64) -> (Vec<Entry>, f64) {
    let mut placed = Vec::new();
    let (mut x, mut y) = (EDGE, first);
    let words = &chart.words;
    for (mark, said) in [
        (Mark::Bar, &words.met),
        (Mark::HollowBar, &words.other),
        (Mark::Dot, &words.found),
        (Mark::HollowDot, &words.entered),
        (Mark::Shade, &words.silent),
    ] {
        let lines = wrapped(said, SMALL, WIDTH - 2.0 * EDGE - 18.0);
        if lines.is_empty() || !shown(mark, chart) {
            continue;
        }
        let widest = lines.iter().map(|l| SMALL.width(l)).fold(0.0, f64::max);
        let across = 18.0 + widest + 18.0;
        if x > EDGE && x + across > WIDTH - EDGE {
            x = EDGE;
            y += 17.0;
        }
        let more = SMALL.leading() * (lines.len() - 1) as f64;
        placed.push(Entry {
            mark,
            words: lines,
            at: (x, y + more / 2.0),
        });
        x += across;
        y += more;
    }
    (placed, y)
}

/// Whether a mark is on the chart at all.
fn shown(mark: Mark, chart: &Meetings) -> bool {
    let mut years = chart.bars.iter().flat_map(|b| &b.years);
    let mut dots = chart.rows.iter().flat_map(|r| &r.meetings);
    let ends = |day: Option<jiff::civil::Date>| day.is_some_and(|day| day < chart.as_of);
    match mark {
        Mark::Bar => years.any(|y| y.met > 0),
        Mark::HollowBar => years.any(|y| y.other > 0),
        Mark::Dot => dots.any(|m| m.found),
        Mark::HollowDot => dots.any(|m| !m.found),
        Mark::Shade => {
            let rows = chart.rows.iter().filter(|r| r.ended.is_none());
            chart
                .bars
                .iter()
                .any(|b| b.covered_to.is_none() || ends(b.covered_to))
                || rows.map(|r| r.covered_to).any(ends)
                || chart.strips.iter().any(|s| ends(s.record_ends))
        }
    }
}

pub(super) fn key(canvas: &Canvas<'_>, entries: &[Entry]) -> Drawn {
    for entry in entries {
        let (x, y) = entry.at;
        let (from, to) = ((x, y - 5.0), (x + 12.0, y + 5.0));
        match entry.mark {
            Mark::Bar => filled(canvas, from, to, BLUE)?,
            Mark::HollowBar => outlined(canvas, from, to, BLUE)?,
            Mark::Dot => dot(canvas, (x + 6.0, y), 4.5, BLUE, false)?,
            Mark::HollowDot => dot(canvas, (x + 6.0, y), 4.5, BLUE, true)?,
            Mark::Shade => filled(canvas, from, to, SILENT)?,
        }
        say_lines(canvas, &entry.words, (x + 18.0, y), SMALL, HPos::Left)?;
    }
    Ok(())
}
