//! Contacts by year as bars.

use plotters::style::text_anchor::HPos;

use super::super::canvas::{Canvas, Drawn, LABEL, SMALL, filled, line, outlined, say, say_lines};
use super::super::palette::{BLUE, PALE, PAPER, SILENT, SOFT};
use super::layout::Layout;
use super::{ContactBars, Meetings};

/// The height of the tallest bar, with the words above it.
pub(super) const HEIGHT: f64 = 62.0;
const ROOM: f64 = 52.0;

/// A bar for each year: meetings that count below, others hollow above them.
pub(super) fn bars(
    canvas: &Canvas<'_>,
    chart: &Meetings,
    (one, name): (&ContactBars, &[String]),
    layout: &Layout,
    base: f64,
) -> Drawn {
    let (left, right) = layout.time.page;
    let (from, now) = (
        one.covered_to.map_or(left, |day| layout.time.day(day)),
        layout.time.now(),
    );
    if from < now {
        filled(canvas, (from, base - ROOM), (now, base), SILENT)?;
    }
    let (beside, under) = (left - 12.0, LABEL.leading() * name.len() as f64);
    let top = (base - ROOM + 8.0).min(base - under - 14.0);
    say_lines(
        canvas,
        name,
        (beside, top + under / 2.0),
        LABEL,
        HPos::Right,
    )?;
    say(
        canvas,
        &one.unit,
        (beside, top + under + 9.0),
        SMALL,
        HPos::Right,
    )?;
    line(canvas, (left, base), (right, base), SOFT, 1.0)?;
    if one.covered_to.is_none() {
        let words = &chart.words.no_record;
        return say(
            canvas,
            words,
            (left + 8.0, base - ROOM / 2.0),
            SMALL,
            HPos::Left,
        );
    }
    let shown = one
        .years
        .iter()
        .filter(|y| (chart.years.0..=chart.years.1).contains(&y.year));
    let most = shown
        .clone()
        .map(|y| y.met.saturating_add(y.other))
        .max()
        .unwrap_or(0)
        .max(2);
    scale(canvas, most, layout, base)?;
    let height = |count: u32| f64::from(count) / f64::from(most) * (ROOM - 6.0);
    for year in shown {
        let (start, end) = (
            layout.time.at(f64::from(year.year)),
            layout.time.at(f64::from(year.year) + 1.0),
        );
        let gap = (end - start) / 6.0;
        let (start, end) = (start + gap, end - gap);
        let top = base - height(year.met);
        if year.met > 0 {
            filled(canvas, (start, top), (end, base), BLUE)?;
        }
        if year.other > 0 {
            let above = top - height(year.other);
            filled(canvas, (start, above), (end, top), PAPER)?;
            outlined(canvas, (start + 0.5, above), (end - 0.5, top), BLUE)?;
        }
    }
    Ok(())
}

/// How many the tallest bar stands for.
fn scale(canvas: &Canvas<'_>, most: u32, layout: &Layout, base: f64) -> Drawn {
    let (right, top) = (layout.time.right(), base - (ROOM - 6.0));
    line(canvas, (right, base), (right, top), PALE, 0.75)?;
    line(canvas, (right, top), (right + 4.0, top), PALE, 0.75)?;
    say(
        canvas,
        &most.to_string(),
        (right + 8.0, top),
        SMALL,
        HPos::Left,
    )?;
    say(canvas, "0", (right + 8.0, base), SMALL, HPos::Left)
}
