//! The drawings of a brief: what the charts are given, in the language of the brief.
//!
//! One file per drawing. A drawing that cannot be drawn leaves its table.

mod calendar;
mod coincidence;
mod machinery;
mod movement;
mod outlook;
mod shortlist;
mod world;

use entente_assessment::Administration;
use entente_states::Ccode;

use crate::brief::Brief;
use crate::charts::{Axis, ChartError, Strip, StripSpan, Told};
use crate::document::{Block, Figure, Shown, Table};
use crate::words::{Words, say};

pub(crate) use calendar::calendar;
pub(crate) use coincidence::coincidence;
pub(crate) use machinery::machinery;
pub(crate) use movement::movement;
pub(crate) use outlook::outlook;
pub(crate) use shortlist::ranks;
pub(crate) use world::world;

/// A drawing with its table beside it; the table alone where nothing is drawn.
fn beside(
    draw: impl FnOnce() -> Result<String, ChartError>,
    told: Told,
    data: Table,
    brief: &Brief<'_>,
) -> Block {
    drawn(draw, told, data, Shown::Beside, brief)
}

/// A drawing with its table where that is shown; the table alone where nothing is drawn.
fn drawn(
    draw: impl FnOnce() -> Result<String, ChartError>,
    told: Told,
    data: Table,
    shown: Shown,
    brief: &Brief<'_>,
) -> Block {
    match figure(draw, told, data.clone(), shown, brief) {
        Some(figure) => Block::Figure(figure),
        None => Block::Table(data),
    }
}

/// A drawing whose caption is that of its data.
fn figure(
    draw: impl FnOnce() -> Result<String, ChartError>,
    told: Told,
    data: Table,
    shown: Shown,
    brief: &Brief<'_>,
) -> Option<Figure> {
    Some(Figure {
        svg: brief.draws.then(draw)?.ok()?,
        caption: data.caption.clone(),
        alternative: told.description,
        notes: data.notes.clone(),
        data,
        shown,
    })
}

/// Voting coincidence from 0 to 1.
fn shares(step: f64, steps: u16, words: &Words) -> Axis {
    Axis::of(0.0, step, steps, |v| words.share(v))
        .between(say!(words, "axis-opposed"), say!(words, "axis-alike"))
}

/// The administrations of a state as a strip.
fn strip(label: String, state: Ccode, administrations: &[Administration]) -> Strip {
    let own = || administrations.iter().filter(move |a| a.ccode == state);
    Strip {
        label,
        spans: own()
            .map(|a| StripSpan {
                label: a.leader.clone(),
                from: a.from,
                until: a.until.or(a.record_ends),
            })
            .collect(),
        record_ends: own().find_map(|a| a.record_ends),
    }
}
