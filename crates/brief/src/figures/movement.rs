//! Ideal points of the parties and their neighbours over the years.

use entente_assessment::StatePath;

use super::{beside, strip};
use crate::brief::Brief;
use crate::charts::{Axis, Movement, MovementLine, MovementPoint, Strip, Told, movement as draw};
use crate::document::{Block, Table};
use crate::words::say;

/// Years drawn, the last ones.
const YEARS: i16 = 45;
/// States whose administrations are shown; more would crowd the page.
const STRIPS: usize = 2;

/// The positions with their table.
pub(crate) fn movement(brief: &Brief<'_>, data: Table) -> Block {
    let words = brief.words;
    let section = &brief.assessment.movement;
    let date = brief.assessment.as_of;
    let earliest = date.year() - YEARS;
    let lines: Vec<MovementLine> = (section.states.iter())
        .map(|path| MovementLine {
            label: words.party(&path.state).bare,
            party: path.party,
            points: points(path, earliest),
        })
        .filter(|line| !line.points.is_empty())
        .collect();
    let years = || lines.iter().flat_map(|l| &l.points).map(|p| p.year);
    let (first, last) = (years().min().unwrap_or(earliest), date.year());
    let told = Told {
        title: data.caption.clone(),
        description: say!(
            words,
            "figure-movement",
            states = words.listed(&lines.iter().map(|l| l.label.as_str()).collect::<Vec<_>>()),
            first = first,
            last = years().max().unwrap_or(last)
        ),
    };
    let values = || lines.iter().flat_map(|l| &l.points).map(|p| p.value);
    let low = values().fold(f64::INFINITY, f64::min).min(0.0).floor();
    let high = values().fold(f64::NEG_INFINITY, f64::max).max(1.0).ceil();
    let strips: Vec<Strip> = (brief.assessment.parties.iter().take(STRIPS))
        .map(|p| strip(brief.name(p.ccode), p.ccode, &section.administrations))
        .collect();
    let chart = Movement {
        told: told.clone(),
        years: (first, last.max(first + 1)),
        axis: Axis::of(low, 1.0, (high - low) as u16, |v| words.number(v, 0))
            .between(say!(words, "axis-far"), say!(words, "axis-near")),
        lines,
        strips,
        as_of: date,
        as_of_words: say!(words, "as-of", date = words.date(date)),
    };
    beside(|| draw(&chart), told, data, brief)
}

fn points(path: &StatePath, earliest: i16) -> Vec<MovementPoint> {
    let points = path.points.iter().filter_map(|p| {
        Some(MovementPoint {
            year: i16::try_from(p.year).ok()?,
            value: p.ideal_point,
            interval: path.party.then_some((p.q05, p.q95)),
        })
    });
    points.filter(|p| p.year >= earliest).collect()
}
