//! How far each table reaches on the date, and the works to cite.

use entente_assessment::Assessment;
use entente_evidence::TableUse;

use crate::dates;
use crate::document::{Block, Cell, Column, Table};

pub(crate) fn blocks(assessment: &Assessment) -> Vec<Block> {
    let row = |table: &TableUse| {
        vec![
            Cell::new(&table.title),
            Cell::or_missing(table.horizon.map(dates::long), "nothing by the date"),
            Cell::or_missing(
                (!table.publisher.is_empty()).then(|| table.publisher.clone()),
                "not stated",
            ),
        ]
    };
    vec![Block::Table(Table {
        caption: "The last day of which each table tells, read as of the date".to_owned(),
        notes: Vec::new(),
        columns: ["Table", "Reaches to", "Publisher"]
            .map(Column::words)
            .to_vec(),
        rows: assessment.evidence.iter().map(row).collect(),
    })]
}

/// The works to cite, each once, with their licences.
pub(crate) fn sources(assessment: &Assessment) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for table in assessment
        .evidence
        .iter()
        .filter(|t| !t.citation.is_empty())
    {
        let licence = if table.licence.is_empty() {
            String::new()
        } else {
            format!(" Licence: {}.", table.licence)
        };
        let source = format!("{}{licence}", table.citation);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}
