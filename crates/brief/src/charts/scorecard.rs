//! Compliance: how far what was promised was kept, and how much of it was assessed at all.

use plotters::style::text_anchor::HPos;

use super::axes::{below, depth};
use super::canvas::{
    Canvas, Drawn, HEAD, LABEL, SMALL, WIDTH, dot, filled, line, outlined, plot, say, say_lines,
    sheet, spot, uprights,
};
use super::hatch::hatch;
use super::labels::{column, widest, wrapped};
use super::palette::{BLUE, GRID, PALE, SOFT, VERMILION};
use super::{Axis, ChartError, Told, finite};

/// Compliance by party, item, mechanism or year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// For readers who do not see it.
    pub told: Told,
    /// Per cent, 0 to 100; `low` says that nothing was kept, `high` that all was.
    pub axis: Axis,
    /// What is shown.
    pub words: ScorecardWords,
    /// From the top.
    pub rows: Vec<ScorecardRow>,
}

/// What the parts of a scorecard show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScorecardWords {
    /// Above the dots: "compliance".
    pub mean: String,
    /// Above the bars: "shares of commitments by party".
    pub pairs: String,
    /// Kept in full.
    pub full: String,
    /// In part, or in progress.
    pub partial: String,
    /// Not kept, or the contrary done.
    pub none: String,
    /// Nobody has assessed it.
    pub unassessed: String,
}

/// A line of a scorecard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScorecardRow {
    /// What it is about.
    pub label: String,
    /// Mean compliance in per cent; none where nothing was assessed.
    pub percent: Option<f64>,
    /// Pairs of a commitment and a party, kept in full.
    pub full: u32,
    /// Kept in part.
    pub partial: u32,
    /// Not kept.
    pub none: u32,
    /// Not assessed.
    pub unassessed: u32,
    /// The figures as the reader's language writes them: "71% (7 of 12)".
    pub figures: String,
}

const EDGE: f64 = 10.0;
const GAP: f64 = 14.0;
/// The width of a bar.
const BAR: f64 = 170.0;
/// A swatch of the key.
const SWATCH: f64 = 11.0;

/// Draws it: for each line a dot at the mean compliance, and a bar of all its commitments, in shares of those
/// kept in full, in part, not, and not assessed.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn scorecard(chart: &Scorecard) -> Result<String, ChartError> {
    let layout = Layout::of(chart);
    sheet(&chart.told, layout.height, |canvas| {
        heads(canvas, &layout)?;
        let (left, right) = layout.plot;
        let mut plot = plot(
            canvas,
            (left, layout.top),
            (right, layout.bottom),
            chart.axis.span(),
            0.0..1.0,
        )?;
        uprights(&mut plot, &chart.axis.values())?;
        let x = |at: f64| spot(&plot, (at, 0.0)).0.clamp(left, right);
        below(canvas, &chart.axis, x, layout.plot, layout.bottom)?;
        let mut y = layout.top;
        for ((row, lines), height) in chart.rows.iter().zip(&layout.names).zip(&layout.heights) {
            let middle = y + height / 2.0;
            y += height;
            say_lines(canvas, lines, (left - GAP, middle), LABEL, HPos::Right)?;
            if let Some(percent) = finite(row.percent) {
                dot(canvas, (x(percent), middle), 4.5, BLUE, false)?;
            }
            bar(canvas, row, &layout, middle)?;
            let at = (WIDTH - EDGE, middle);
            say_lines(
                canvas,
                &wrapped(&row.figures, SMALL, layout.figures),
                at,
                SMALL,
                HPos::Right,
            )?;
        }
        let bars = [(layout.bars, layout.top), (layout.bars, layout.bottom)];
        line(canvas, bars[0], bars[1], GRID, 1.0)?;
        key(canvas, &layout)
    })
}

/// How a part of a bar is drawn.
#[derive(Clone, Copy)]
enum Part {
    Full,
    Partial,
    None,
    Unassessed,
}

const PARTS: [Part; 4] = [Part::Full, Part::Partial, Part::None, Part::Unassessed];

/// An entry of the key: its words, and the left and the middle of its swatch.
struct Keyed {
    part: Part,
    lines: Vec<String>,
    at: (f64, f64),
}

/// Where things stand.
struct Layout {
    names: Vec<Vec<String>>,
    heights: Vec<f64>,
    heads: [Vec<String>; 2],
    key: Vec<Keyed>,
    top: f64,
    bottom: f64,
    /// Left and right of the dots.
    plot: (f64, f64),
    /// Where the bars begin.
    bars: f64,
    /// Room for figures.
    figures: f64,
    height: f64,
}

impl Layout {
    fn of(chart: &Scorecard) -> Self {
        let labels = chart.rows.iter().map(|r| r.label.as_str());
        let name_column = column(labels, LABEL, (60.0, 230.0));
        let names: Vec<Vec<String>> = chart
            .rows
            .iter()
            .map(|row| wrapped(&row.label, LABEL, name_column))
            .collect();
        let figures =
            widest(chart.rows.iter().map(|r| r.figures.as_str()), SMALL).clamp(8.0, 110.0);
        let heights: Vec<f64> = names
            .iter()
            .zip(&chart.rows)
            .map(|(lines, row)| {
                let figures = wrapped(&row.figures, SMALL, figures).len() as f64;
                let lines = LABEL.leading() * lines.len() as f64;
                (lines.max(SMALL.leading() * figures) + 7.0).max(24.0)
            })
            .collect();
        let bars = WIDTH - EDGE - figures - GAP - BAR;
        let plot = (EDGE + name_column + GAP, bars - 2.0 * GAP);
        let heads = [
            wrapped(&chart.words.mean, HEAD, plot.1 - plot.0),
            wrapped(&chart.words.pairs, HEAD, WIDTH - EDGE - bars),
        ];
        let head_lines = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let top = 14.0 + HEAD.leading() * head_lines;
        let bottom = top + heights.iter().sum::<f64>();
        let (key, height) = keyed(
            &chart.words,
            bottom + depth(&chart.axis, plot.1 - plot.0) + 14.0,
        );
        Layout {
            names,
            heights,
            heads,
            key,
            top,
            bottom,
            plot,
            bars,
            figures,
            height,
        }
    }
}

/// The key, in rows of the page's width from a height on, and where it ends.
fn keyed(words: &ScorecardWords, from: f64) -> (Vec<Keyed>, f64) {
    let (mut left, mut y, mut deepest) = (EDGE, from, 1);
    let mut key = Vec::new();
    for part in PARTS {
        let lines = wrapped(part.word(words), SMALL, WIDTH - 2.0 * EDGE - SWATCH - 6.0);
        let wide = lines.iter().map(|l| SMALL.width(l)).fold(0.0, f64::max) + SWATCH + 6.0;
        if left > EDGE && left + wide > WIDTH - EDGE {
            y += SMALL.leading() * deepest as f64 + 4.0;
            (left, deepest) = (EDGE, 1);
        }
        deepest = deepest.max(lines.len());
        key.push(Keyed {
            part,
            lines,
            at: (left, y),
        });
        left += wide + 18.0;
    }
    (key, y + SMALL.leading() * deepest as f64)
}

impl Part {
    fn count(self, row: &ScorecardRow) -> u32 {
        match self {
            Part::Full => row.full,
            Part::Partial => row.partial,
            Part::None => row.none,
            Part::Unassessed => row.unassessed,
        }
    }

    fn word(self, words: &ScorecardWords) -> &str {
        match self {
            Part::Full => &words.full,
            Part::Partial => &words.partial,
            Part::None => &words.none,
            Part::Unassessed => &words.unassessed,
        }
    }

    /// Dark, light, hatched and hollow: told apart without colour.
    fn draw(self, canvas: &Canvas<'_>, from: (f64, f64), to: (f64, f64)) -> Drawn {
        match self {
            Part::Full => filled(canvas, from, to, BLUE),
            Part::Partial => filled(canvas, from, to, PALE),
            Part::None => {
                let ring = vec![from, (to.0, from.1), to, (from.0, to.1)];
                for [a, b] in hatch(&[ring], 4.0) {
                    line(canvas, a, b, VERMILION, 1.2)?;
                }
                outlined(canvas, from, to, VERMILION)
            }
            Part::Unassessed => outlined(canvas, from, to, SOFT),
        }
    }
}

fn heads(canvas: &Canvas<'_>, layout: &Layout) -> Drawn {
    for (lines, left) in layout.heads.iter().zip([layout.plot.0, layout.bars]) {
        for (i, words) in lines.iter().enumerate() {
            let y = 10.0 + HEAD.leading() * i as f64;
            say(canvas, words, (left, y), HEAD, HPos::Left)?;
        }
    }
    Ok(())
}

fn bar(canvas: &Canvas<'_>, row: &ScorecardRow, layout: &Layout, y: f64) -> Drawn {
    let mut left = layout.bars;
    let all: f64 = PARTS.iter().map(|part| f64::from(part.count(row))).sum();
    for part in PARTS {
        let wide = BAR * f64::from(part.count(row)) / all.max(1.0);
        if wide > 0.0 {
            part.draw(canvas, (left, y - 5.5), (left + wide, y + 5.5))?;
            left += wide;
        }
    }
    Ok(())
}

fn key(canvas: &Canvas<'_>, layout: &Layout) -> Drawn {
    for Keyed { part, lines, at } in &layout.key {
        let (left, y) = *at;
        part.draw(
            canvas,
            (left, y - SWATCH / 2.0),
            (left + SWATCH, y + SWATCH / 2.0),
        )?;
        for (i, words) in lines.iter().enumerate() {
            let at = (left + SWATCH + 6.0, y + SMALL.leading() * i as f64);
            say(canvas, words, at, SMALL, HPos::Left)?;
        }
    }
    Ok(())
}
