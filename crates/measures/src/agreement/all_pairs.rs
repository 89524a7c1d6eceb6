//! Every pair of states in every cell, in one pass.

use rayon::prelude::*;

use super::counts::PairCounts;
use super::packed::Packed;
use crate::planes::VotePlanes;
use crate::selection::Selection;

/// The pairs of one cell.
#[derive(Clone, Debug)]
pub struct CellPairs<'c> {
    cell: &'c Selection,
    packed: Packed,
}

/// One pair in one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairRow {
    /// Place of the first state in [`VotePlanes::states`].
    pub first: usize,
    /// Place of the second, always after the first.
    pub second: usize,
    /// What is counted of the pair.
    pub counts: PairCounts,
}

impl CellPairs<'_> {
    /// The cell.
    pub fn cell(&self) -> &Selection {
        self.cell
    }

    /// The pairs that were both members of the United Nations on at least one roll call of the
    /// cell, by first state, then second. Each is counted when it is asked for.
    pub fn rows(&self) -> impl Iterator<Item = PairRow> + '_ {
        let states = &self.packed.states;
        states.iter().enumerate().flat_map(move |(i, first)| {
            states[i + 1..].iter().filter_map(move |second| {
                Some(PairRow {
                    first: first.place,
                    second: second.place,
                    counts: self.packed.counts(first, second)?,
                })
            })
        })
    }
}

impl VotePlanes {
    /// One cell made ready for counting its pairs.
    pub fn cell_pairs<'c>(&self, cell: &'c Selection) -> CellPairs<'c> {
        CellPairs {
            cell,
            packed: Packed::new(self, &cell.mask),
        }
    }

    /// Counts every pair in every cell, on all cores.
    ///
    /// `of_cell` turns the pairs of a cell into something to keep (lines of a file, columns, a sum);
    /// `take` gets these in the order of the cells. Never more than a few cells a core are held at
    /// once, so that the whole record can be written in little memory.
    ///
    /// # Errors
    /// The first error of `take`, after which no further cell is counted.
    pub fn all_pairs<T: Send, E>(
        &self,
        cells: &[Selection],
        of_cell: impl Fn(&CellPairs<'_>) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let held = CELLS_A_CORE * rayon::current_num_threads();
        for cells in cells.chunks(held.max(1)) {
            let done: Vec<T> = cells
                .par_iter()
                .with_max_len(1)
                .map(|cell| of_cell(&self.cell_pairs(cell)))
                .collect();
            done.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    }
}

/// Enough that cores seldom wait for the longest cell of a batch.
const CELLS_A_CORE: usize = 14;
