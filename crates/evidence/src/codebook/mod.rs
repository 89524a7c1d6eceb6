//! The codebook: what is in each table, in the words of the tables' declarations and of their sources.

mod pages;
mod section;

use crate::bundle::Bundle;
use crate::error::EvidenceError;
use crate::record::TableId;
use crate::sources::{Source, Sources};

pub use pages::{CodebookError, Page};

/// What the codebook says of every table.
#[derive(Clone, Debug)]
pub struct Codebook {
    entries: Vec<Entry>,
}

/// What it says of one.
#[derive(Clone, Debug)]
struct Entry {
    table: TableId,
    source: Source,
    /// Bytes of its file in the program; none where it is not embedded.
    bytes: Option<usize>,
    section: String,
}

impl Codebook {
    /// The codebook of the program and the evidence in it. A table that is not described is left out; a test
    /// rules that out.
    ///
    /// # Errors
    /// If the embedded list of sources or the descriptions are damaged, which tests rule out too.
    pub fn of_program() -> Result<Self, EvidenceError> {
        let embedded = Bundle::Embedded.sources()?;
        let described = Sources::descriptions()?;
        let mut entries = Vec::new();
        for &table in TableId::ALL {
            let Some(source) = embedded.get(table).or_else(|| described.get(table)) else {
                continue;
            };
            entries.push(Entry {
                table,
                source: source.clone(),
                bytes: Bundle::Embedded.bytes(table)?.map(|bytes| bytes.len()),
                section: section::of(table, source),
            });
        }
        Ok(Codebook { entries })
    }

    /// What it says of every table, one after the other, as Markdown.
    pub fn text(&self) -> String {
        let sections: Vec<&str> = self.entries.iter().map(|e| e.section.as_str()).collect();
        sections.join("\n")
    }
}
