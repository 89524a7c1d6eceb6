//! How the parties moved, and how they vote with the rest of the world.

use entente_assessment::{PathPoint, StatePath, WorldRow};

use super::coincidence::THIN;
use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::figures;
use crate::sentence::Sentence;
use crate::words::say;

/// Sessions whose positions are listed, so many apart.
const LISTED: usize = 5;
const APART: u16 = 5;
/// States that are named at either end.
const NAMED: usize = 5;

/// Ideal points of the parties and their neighbours.
pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.movement;
    let words = brief.words;
    if section.states.is_empty() {
        return Vec::new();
    }
    let gaps = (brief.assessment.outlook.pairs.iter()).filter_map(|pair| {
        let gap = pair.questions.gap?;
        let text = match gap.earlier_session.zip(gap.earlier_gap) {
            Some((earlier, before)) => say!(
                words,
                "movement-gap",
                pair = brief.both(&pair.pair),
                gap = words.share(gap.gap),
                session = gap.session,
                before = words.share(before),
                earlier = earlier
            ),
            None => say!(
                words,
                "movement-gap-now",
                pair = brief.both(&pair.pair),
                gap = words.share(gap.gap),
                session = gap.session
            ),
        };
        Some(Sentence::new(text, &section.notes))
    });
    vec![
        Block::List(gaps.collect()),
        figures::movement(brief, table(brief)),
    ]
}

/// Positions with intervals, every few sessions to the latest.
fn table(brief: &Brief<'_>) -> Table {
    let section = &brief.assessment.movement;
    let words = brief.words;
    let points = section.states.iter().flat_map(|s| &s.points);
    let last = points.map(|p| p.session).max().unwrap_or(0);
    let sessions: Vec<u16> = (0..LISTED as u16)
        .rev()
        .filter_map(|back| last.checked_sub(back * APART))
        .filter(|session| *session > 0)
        .collect();
    let position = |point: &PathPoint| {
        say!(
            words,
            "movement-position",
            point = words.share(point.ideal_point),
            low = words.share(point.q05),
            high = words.share(point.q95)
        )
    };
    let row = |path: &StatePath| {
        let at = |session: &u16| {
            let point = path.points.iter().find(|p| p.session == *session);
            Cell::or_missing(point.map(position), say!(words, "no-record"))
        };
        std::iter::once(Cell::new(words.party(&path.state).bare))
            .chain(sessions.iter().map(at))
            .collect()
    };
    let columns = sessions.iter().map(|session| {
        Column::number(say!(
            words,
            "movement-session",
            session = *session,
            year = session + 1945
        ))
    });
    Table {
        caption: say!(words, "movement-caption"),
        notes: section.notes.clone(),
        columns: std::iter::once(Column::words(say!(words, "column-state")))
            .chain(columns)
            .collect(),
        rows: section.states.iter().map(row).collect(),
    }
}

/// Who votes most and least like the state that is looked at.
pub(crate) fn world(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.world;
    let words = brief.words;
    let Some((from, to)) = section.sessions else {
        return Vec::new();
    };
    let mut rated: Vec<(&WorldRow, f64)> = (section.rows.iter())
        .filter(|row| row.coincidence.tally.joint() >= THIN)
        .filter_map(|row| Some((row, row.coincidence.coincidence?)))
        .collect();
    rated.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.ccode.cmp(&b.0.ccode)));
    if rated.is_empty() {
        return Vec::new();
    }
    let named = |(row, share): &(&WorldRow, f64)| {
        say!(
            words,
            "world-named",
            state = words.of_code(row.ccode).bare,
            share = words.share(*share)
        )
    };
    let most: Vec<String> = rated.iter().take(NAMED).map(named).collect();
    let least: Vec<String> = rated.iter().rev().take(NAMED).map(named).collect();
    let mut told = vec![say!(
        words,
        "world-ends",
        state = words.party(&section.focus),
        from = from,
        to = to,
        most = words.listed(&most),
        least = words.listed(&least)
    )];
    for party in &brief.assessment.parties {
        let place = rated.iter().position(|(row, _)| row.ccode == party.ccode);
        if let Some(place) = place {
            told.push(say!(
                words,
                "world-place",
                party = brief.state(party.ccode),
                place = place + 1,
                of = rated.len(),
                share = words.share(rated[place].1)
            ));
        }
    }
    let told = told.into_iter().map(|t| Sentence::new(t, &section.notes));
    let mut blocks = vec![Block::List(told.collect())];
    blocks.extend(figures::world(brief));
    blocks
}
