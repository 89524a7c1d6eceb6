//! Charts as SVG: direct labels, readable in grey, no colour that a colour-blind reader would confuse.
//!
//! Each chart is a pure function of its own input: numbers, and words in whatever language they are in.
//! All are as wide as the text of a page (170 mm) and hold a title and a description for readers who do
//! not see them. The axes, series and marks are plotters'; the back end that writes them, and what
//! plotters has not, such as labels at the ends of lines, is here.

mod axes;
mod backtest;
mod balance;
mod canvas;
mod hatch;
mod intervals;
mod labels;
mod map;
mod meetings;
mod metrics;
mod movement;
mod multiples;
mod palette;
mod ranks;
mod scorecard;
mod sheet;
mod strips;
mod windows;
mod years;

pub use backtest::backtest;
pub use balance::{Balance, BalanceRow, balance};
pub use intervals::{
    IntervalMark, IntervalPanel, IntervalRow, IntervalWords, Intervals, intervals,
};
pub use map::{MapClass, MapValue, MapWords, WorldMap, has_outline, world_map};
pub use meetings::{
    ContactBars, ContactYearCount, MachineryWords, MechanismLine, MeetingMark, MeetingWords,
    Meetings, meetings, timeline,
};
pub use movement::{Movement, MovementLine, MovementPoint, movement};
pub use multiples::{MultipleLine, MultiplePanel, MultiplePoint, Multiples, multiples};
pub use palette::css;
pub use ranks::{RankRow, RankWords, Ranks, ranks};
pub use scorecard::{Scorecard, ScorecardRow, ScorecardWords, scorecard};
pub use strips::{Strip, StripSpan};
pub use windows::{WindowGroup, WindowSpan, Windows, windows};

use std::convert::Infallible;

/// A chart that could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the chart cannot be drawn: {0}")]
pub struct ChartError(String);

impl From<plotters::drawing::DrawingAreaErrorKind<Infallible>> for ChartError {
    fn from(error: plotters::drawing::DrawingAreaErrorKind<Infallible>) -> Self {
        ChartError(error.to_string())
    }
}

/// What a chart shows, for readers who do not see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// In a few words.
    pub title: String,
    /// What a reader who does not see it must know.
    pub description: String,
}

/// A value of an axis and how it is written there.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub at: f64,
    /// As the reader's language writes it.
    pub words: String,
}

/// An axis: the values that are marked, which it spans, and what its ends mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Marked values; the least and the greatest are the ends of the axis.
    pub ticks: Vec<Tick>,
    /// What the low end means, such as "always against each other"; may be empty.
    pub low: String,
    /// What the high end means; may be empty.
    pub high: String,
}

impl Axis {
    /// An axis marked in so many equal steps from a value on, each written in a way.
    pub fn of(from: f64, step: f64, steps: u16, write: impl Fn(f64) -> String) -> Self {
        let marked = (0..=steps).map(|i| from + step * f64::from(i));
        Axis {
            ticks: marked
                .map(|at| Tick {
                    at,
                    words: write(at),
                })
                .collect(),
            ..Axis::default()
        }
    }

    /// The same with what its ends mean.
    pub fn between(self, low: impl Into<String>, high: impl Into<String>) -> Self {
        Axis {
            low: low.into(),
            high: high.into(),
            ..self
        }
    }

    /// The values marked that are finite.
    fn values(&self) -> Vec<f64> {
        let finite = self.ticks.iter().map(|t| t.at).filter(|v| v.is_finite());
        finite.collect()
    }

    /// The span of the axis: that of its ticks, or of 0 to 1 if these span nothing.
    fn span(&self) -> std::ops::Range<f64> {
        let values = self.values();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if low < high { low..high } else { 0.0..1.0 }
    }
}

/// A value if it is a number.
fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite())
}
