//! How far each table reaches on the date, and the works to cite.

use entente_evidence::TableUse;

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::words::{Words, say};

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let row = |table: &TableUse| {
        vec![
            Cell::new(title(table, words)),
            Cell::or_missing(
                table.horizon.map(|d| words.date(d)),
                say!(words, "horizon-nothing"),
            ),
            Cell::or_missing(
                (!table.publisher.is_empty()).then(|| table.publisher.clone()),
                say!(words, "horizon-unstated"),
            ),
        ]
    };
    vec![Block::Table(Table {
        caption: say!(words, "horizon-caption"),
        notes: Vec::new(),
        columns: [
            say!(words, "column-table"),
            say!(words, "column-reaches"),
            say!(words, "column-publisher"),
        ]
        .map(Column::words)
        .to_vec(),
        rows: brief.assessment.evidence.iter().map(row).collect(),
    })]
}

/// What a table is called: in the language where the messages name it, otherwise as its source has it.
fn title(table: &TableUse, words: &Words) -> String {
    let id = format!("table-{}", table.table.as_str().replace('_', "-"));
    if words.has(&id) {
        say!(words, &id)
    } else {
        table.title.clone()
    }
}

/// The works to cite of the tables that have rows on the date, each once, with their licences.
pub(crate) fn sources(brief: &Brief<'_>) -> Vec<String> {
    let words = brief.words;
    let mut sources: Vec<String> = Vec::new();
    for table in brief
        .assessment
        .evidence
        .iter()
        .filter(|t| t.horizon.is_some() && !t.citation.is_empty())
    {
        let source = if table.licence.is_empty() {
            table.citation.clone()
        } else {
            say!(
                words,
                "source-licence",
                citation = &table.citation,
                licence = &table.licence
            )
        };
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources.extend(brief.declared_sources());
    sources
}
