//! People displaced between the parties, and through them.

use entente_assessment::{Applied, Assessment, DisplacementSection, Exchange, HostedCount};

use super::note;
use crate::dates;
use crate::document::{Block, Cell, Column, Table};
use crate::names::Names;
use crate::numbers::{NO_RECORD, count, thousands};
use crate::sentence::{Sentence, listed};

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let section = &assessment.displacement;
    let mut blocks = Vec::new();
    let mut silent = Vec::new();
    let date = dates::long(assessment.as_of);
    match section.year {
        Some(year) => blocks.extend(hosted(section, year, names)),
        None => {
            let words = format!(
                "No record of persons hosted reaches {date}: no year before it is in the table."
            );
            silent.push(Sentence::new(words, note(&section.notes, 0)));
        }
    }
    match section.application_year {
        Some(_) => blocks.extend(applications(section, names)),
        None => {
            let words = format!(
                "No record of asylum applications reaches {date}: no year before it is in the table."
            );
            silent.push(Sentence::new(words, note(&section.notes, 1)));
        }
    }
    if !silent.is_empty() {
        blocks.push(Block::Paragraph(silent));
    }
    if section.year.is_some() {
        blocks.push(through(assessment));
    }
    blocks
}

fn route(exchange: &Exchange, names: &Names<'_>) -> String {
    format!(
        "{} → {}",
        names.plain(exchange.origin),
        names.plain(exchange.asylum)
    )
}

fn hosted(section: &DisplacementSection, year: u16, names: &Names<'_>) -> Vec<Block> {
    type Kind = (&'static str, fn(&HostedCount) -> Option<u32>);
    const KINDS: [Kind; 3] = [
        ("refugees", |h| h.refugees),
        ("asylum-seekers", |h| h.asylum_seekers),
        ("others in need", |h| h.others_needing_protection),
    ];
    let notes = note(&section.notes, 0);
    let (known, silent): (Vec<&Exchange>, Vec<&Exchange>) =
        section.between.iter().partition(|e| e.hosted.is_some());
    let mut blocks = Vec::new();
    if !known.is_empty() {
        // A column without any figure in the year would be a column of blanks.
        let kinds: Vec<Kind> = KINDS
            .into_iter()
            .filter(|(_, of)| {
                known
                    .iter()
                    .any(|e| e.hosted.as_ref().and_then(of).is_some())
            })
            .collect();
        let row = |e: &&Exchange| {
            let counts = kinds
                .iter()
                .map(|(_, of)| figure(e.hosted.as_ref().and_then(of)));
            std::iter::once(Cell::new(route(e, names)))
                .chain(counts)
                .collect()
        };
        let columns = kinds.iter().map(|(name, _)| Column::number(*name));
        blocks.push(Block::Table(Table {
            caption: format!(
                "Persons at the end of {year}, from the first state in the second{}",
                if kinds.iter().any(|k| k.0 == "others in need") {
                    "; others in need of international protection"
                } else {
                    ""
                }
            ),
            notes: notes.to_vec(),
            columns: std::iter::once(Column::words("From → in"))
                .chain(columns)
                .collect(),
            rows: known.iter().map(row).collect(),
        }));
    }
    if !silent.is_empty() {
        blocks.push(no_record(
            &silent,
            &format!("of persons at the end of {year}"),
            names,
            notes,
        ));
    }
    blocks
}

fn no_record(silent: &[&Exchange], what: &str, names: &Names<'_>, notes: &[usize]) -> Block {
    let routes: Vec<String> = silent.iter().map(|e| route(e, names)).collect();
    Block::Paragraph(vec![Sentence::new(
        format!("No record {what}: {}.", listed(&routes)),
        notes,
    )])
}

fn applications(section: &DisplacementSection, names: &Names<'_>) -> Vec<Block> {
    type Unit = (&'static str, fn(&Applied) -> Option<u32>);
    const UNITS: [Unit; 2] = [("persons", |a| a.persons), ("cases", |a| a.cases)];
    let notes = note(&section.notes, 1);
    let (known, silent): (Vec<&Exchange>, Vec<&Exchange>) = section
        .between
        .iter()
        .partition(|e| e.applications.iter().any(|a| a.applied.is_some()));
    let years: Vec<u16> = section.between.first().map_or_else(Vec::new, |e| {
        e.applications.iter().map(|a| a.year).collect()
    });
    let mut rows = Vec::new();
    for exchange in &known {
        for (unit, of) in UNITS {
            let counts: Vec<Option<u32>> = exchange
                .applications
                .iter()
                .map(|a| a.applied.as_ref().and_then(of))
                .collect();
            if counts.iter().any(Option::is_some) {
                let label = Cell::new(format!("{}, {unit}", route(exchange, names)));
                rows.push(
                    std::iter::once(label)
                        .chain(counts.into_iter().map(figure))
                        .collect(),
                );
            }
        }
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "New applications for asylum by people of the first state in the second, in the units in \
                      which they were reported"
                .to_owned(),
            notes: notes.to_vec(),
            columns: std::iter::once(Column::words("From → in"))
                .chain(years.iter().map(|y| Column::number(y.to_string())))
                .collect(),
            rows,
        }));
    }
    if let (false, Some(first), Some(last)) = (silent.is_empty(), years.first(), years.last()) {
        let what = format!("of applications {first}–{last}");
        blocks.push(no_record(&silent, &what, names, notes));
    }
    blocks
}

/// Origins whose people all parties host.
fn through(assessment: &Assessment) -> Block {
    let section = &assessment.displacement;
    if section.through.is_empty() {
        let words = "No origin outside the parties has people on record in all of them.";
        return Block::Paragraph(vec![Sentence::new(words, note(&section.notes, 0))]);
    }
    let applied = section.application_year;
    let mut columns = vec![Column::words("Origin")];
    for party in &assessment.parties {
        columns.push(Column::number("hosted").under(&party.name));
        if applied.is_some() {
            columns.push(Column::number("applied").under(&party.name));
        }
    }
    let rows = section.through.iter().map(|origin| {
        let mut cells = vec![Cell::new(&origin.name)];
        for (i, hosted) in origin.hosted.iter().enumerate() {
            cells.push(figure(Some(hosted.total())));
            if applied.is_some() {
                let applied = origin.applications.get(i).copied().flatten();
                cells.push(Cell::or_missing(
                    applied.as_ref().and_then(in_both_units),
                    NO_RECORD,
                ));
            }
        }
        cells
    });
    let year = section.year.map(|y| y.to_string()).unwrap_or_default();
    let applied = applied
        .map(|y| format!("; new applications for asylum in {y} (persons; c: cases)"))
        .unwrap_or_default();
    Block::Table(Table {
        caption: format!(
            "Through the parties: people of other origins whom all of them hosted at the end of {year}{applied}"
        ),
        notes: section.notes.clone(),
        columns,
        rows: rows.collect(),
    })
}

/// "1,234", "56 c", "1,234 + 56 c": persons and cases are not added up.
fn in_both_units(applied: &Applied) -> Option<String> {
    let persons = applied.persons.map(|n| thousands(n.into()));
    let cases = applied.cases.map(|n| format!("{} c", thousands(n.into())));
    match (persons, cases) {
        (Some(persons), Some(cases)) => Some(format!("{persons} + {cases}")),
        (persons, cases) => persons.or(cases),
    }
}

fn figure(number: Option<u32>) -> Cell {
    match number {
        Some(_) => Cell::new(count(number)),
        None => Cell::missing(NO_RECORD),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stay_apart() {
        let written = |persons, cases| in_both_units(&Applied { persons, cases });
        assert_eq!(
            written(Some(1234), Some(56)).as_deref(),
            Some("1,234 + 56 c")
        );
        assert_eq!(written(None, Some(56)).as_deref(), Some("56 c"));
        assert_eq!(written(Some(0), None).as_deref(), Some("0"));
        assert_eq!(written(None, None), None);
    }
}
