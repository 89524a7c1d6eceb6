//! The world by its voting coincidence with one state.

use entente_assessment::WorldRow;

use super::figure;
use crate::brief::Brief;
use crate::charts::{MapClass, MapValue, MapWords, Told, WorldMap, world_map};
use crate::document::{Block, Cell, Column, Shown, Table};
use crate::sections::THIN;
use crate::words::{Words, say};

/// How many shades.
const CLASSES: usize = 6;

/// The map, with every state in a table to fold away.
pub(crate) fn world(brief: &Brief<'_>) -> Option<Block> {
    let words = brief.words;
    let section = &brief.assessment.world;
    let (from, to) = section.sessions?;
    let rated: Vec<(&WorldRow, f64)> = (section.rows.iter())
        .filter_map(|row| Some((row, row.coincidence.coincidence?)))
        .collect();
    let title = say!(
        words,
        "world-caption",
        state = words.party(&section.focus),
        from = from,
        to = to
    );
    let data = table(&rated, title.clone(), &section.notes, words);
    let told = Told {
        title: title.clone(),
        description: say!(words, "figure-world", states = rated.len()),
    };
    let chart = WorldMap {
        told: told.clone(),
        focus: section.focus.ccode,
        focus_position: section.position,
        values: (rated
            .iter()
            .filter(|(row, _)| row.coincidence.tally.joint() >= THIN))
        .map(|(row, share)| MapValue {
            ccode: row.ccode,
            value: *share,
            position: row.longitude.zip(row.latitude),
        })
        .collect(),
        classes: classes(rated.iter().map(|r| r.1), words),
        words: MapWords {
            title,
            focus: words.party(&section.focus).bare,
            none: say!(words, "no-record"),
            small: say!(words, "mark-small"),
        },
    };
    figure(|| world_map(&chart), told, data, Shown::Folded, brief).map(Block::Figure)
}

/// Classes of equal width, in tenths or halves of tenths, that hold all values.
fn classes(values: impl Iterator<Item = f64> + Clone, words: &Words) -> Vec<MapClass> {
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    let fits = |step: f64| {
        let first = (low / step).floor() * step;
        first + step * CLASSES as f64 >= high
    };
    let step = [0.05, 0.1, 0.15, 0.2].into_iter().find(|s| fits(*s));
    let step = step.unwrap_or(0.2);
    let first = (low / step).floor() * step;
    let count = (((high - first) / step).ceil() as usize).clamp(1, CLASSES);
    let class = |place: usize| {
        let (from, to) = (
            first + step * place as f64,
            first + step * (place + 1) as f64,
        );
        MapClass {
            below: if place + 1 == count {
                f64::INFINITY
            } else {
                to
            },
            words: say!(
                words,
                "interval",
                low = words.share(from),
                high = words.share(to.min(1.0))
            ),
        }
    };
    (0..count).map(class).collect()
}

fn table(rated: &[(&WorldRow, f64)], caption: String, notes: &[usize], words: &Words) -> Table {
    let mut rated = rated.to_vec();
    rated.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.ccode.cmp(&b.0.ccode)));
    Table {
        caption,
        notes: notes.to_vec(),
        columns: vec![
            Column::words(say!(words, "column-state")),
            Column::number(say!(words, "column-share")),
            Column::number(say!(words, "column-calls")),
        ],
        rows: (rated.iter())
            .map(|(row, share)| {
                vec![
                    Cell::new(words.of_code(row.ccode).bare),
                    Cell::new(words.share(*share)),
                    Cell::new(words.thousands(row.coincidence.tally.joint().into())),
                ]
            })
            .collect(),
    }
}
