//! The latest year of a measure, beside ten years before.

use super::row::TiesRow;

/// Years between a figure and the one beside it.
const APART: u16 = 10;

/// A measure in the last year that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest<T> {
    /// The year.
    pub year: u16,
    /// The measure in it.
    pub now: T,
    /// The measure ten years before; empty where that year lacks it.
    pub before: Option<T>,
}

/// A measure in the last of some rows that has it, and ten years before that.
///
/// Rows are those of one pair, by year.
pub fn latest<T>(rows: &[TiesRow], measure: impl Fn(&TiesRow) -> Option<T>) -> Option<Latest<T>> {
    rows.iter().rev().find_map(|row| {
        let now = measure(row)?;
        let before = rows
            .iter()
            .find(|earlier| earlier.year + APART == row.year)
            .and_then(&measure);
        Some(Latest {
            year: row.year,
            now,
            before,
        })
    })
}
