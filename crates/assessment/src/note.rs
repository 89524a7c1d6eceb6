//! Notes: where a figure comes from, and what a reader must know before trusting it.

use entente_evidence::TableId;
use serde::Serialize;

/// A numbered note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Its number, from 1, by which sections refer to it.
    pub number: usize,
    /// The tables behind the figures.
    pub tables: Vec<TableId>,
    /// Which rows of them.
    pub selection: String,
    /// How the figure is computed from the rows; empty for a plain reading.
    pub method: String,
    /// What the reader must know: where the record is silent, thin, or ends early.
    pub caveat: String,
}

/// Notes as they are collected.
#[derive(Clone, Debug, Default)]
pub struct Notes(Vec<Note>);

impl Notes {
    /// Adds a note and returns its number.
    pub fn add(
        &mut self,
        tables: &[TableId],
        selection: impl Into<String>,
        method: impl Into<String>,
        caveat: impl Into<String>,
    ) -> usize {
        let number = self.0.len() + 1;
        self.0.push(Note {
            number,
            tables: tables.to_vec(),
            selection: selection.into(),
            method: method.into(),
            caveat: caveat.into(),
        });
        number
    }

    /// The notes in order.
    pub fn finish(self) -> Vec<Note> {
        self.0
    }
}
