//! The ranks that agenda items can expect.

use entente_assessment::Shortlist;

use super::beside;
use crate::brief::Brief;
use crate::charts::{RankRow, RankWords, Ranks, Told, ranks as draw};
use crate::document::{Block, Table};
use crate::words::say;

/// Every item of a shortlist, with its table.
pub(crate) fn ranks(found: &Shortlist, data: Table, brief: &Brief<'_>) -> Block {
    let words = brief.words;
    let told = Told {
        title: say!(words, "title-agenda"),
        description: say!(words, "figure-ranks", items = found.rows.len()),
    };
    let chart = Ranks {
        told: told.clone(),
        rows: (found.rows.iter())
            .map(|row| RankRow {
                label: row.name.clone(),
                expected: row.expected_rank,
                low: row.rank_q05 as f64,
                high: row.rank_q95 as f64,
                top: row.top_three,
                figures: words.chance(row.top_three),
            })
            .collect(),
        words: RankWords {
            rank: say!(words, "mark-rank"),
            top: say!(words, "mark-top-three"),
            first: say!(words, "mark-first"),
            last: say!(words, "mark-last"),
        },
    };
    beside(|| draw(&chart), told, data, brief)
}
