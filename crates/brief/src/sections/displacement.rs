//! People displaced between the parties, and through them.

use entente_assessment::{Applied, DisplacementSection, Exchange, HostedCount, Origin};

use super::note;
use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::{Words, say};

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.displacement;
    let words = brief.words;
    let mut blocks = Vec::new();
    let mut silent = Vec::new();
    match section.year {
        Some(year) => blocks.extend(hosted(section, year, brief)),
        None => silent.push(Sentence::new(
            say!(words, "hosted-never", date = brief.as_of()),
            note(&section.notes, 0),
        )),
    }
    match section.application_year {
        Some(_) => blocks.extend(applications(section, brief)),
        None => silent.push(Sentence::new(
            say!(words, "applications-never", date = brief.as_of()),
            note(&section.notes, 1),
        )),
    }
    if !silent.is_empty() {
        blocks.push(Block::Paragraph(silent));
    }
    if let Some(year) = section.year {
        blocks.push(through(section, year, brief));
    }
    blocks
}

fn route(exchange: &Exchange, brief: &Brief<'_>) -> String {
    format!(
        "{} → {}",
        brief.name(exchange.origin),
        brief.name(exchange.asylum)
    )
}

fn routes(exchanges: &[&Exchange], brief: &Brief<'_>) -> String {
    let routes: Vec<String> = exchanges.iter().map(|e| route(e, brief)).collect();
    brief.words.clauses(&routes)
}

fn hosted(section: &DisplacementSection, year: u16, brief: &Brief<'_>) -> Vec<Block> {
    type Kind = (String, fn(&HostedCount) -> Persons);
    let words = brief.words;
    let notes = note(&section.notes, 0);
    let (known, silent): (Vec<&Exchange>, Vec<&Exchange>) =
        section.between.iter().partition(|e| e.hosted.is_some());
    let mut blocks = Vec::new();
    if !known.is_empty() {
        let in_need = |h: &HostedCount| {
            Persons(
                h.others_needing_protection,
                h.one_to_four.others_needing_protection,
            )
        };
        let all: [Kind; 3] = [
            (say!(words, "hosted-refugees"), |h| {
                Persons(h.refugees, h.one_to_four.refugees)
            }),
            (say!(words, "hosted-asylum-seekers"), |h| {
                Persons(h.asylum_seekers, h.one_to_four.asylum_seekers)
            }),
            (say!(words, "hosted-others"), in_need),
        ];
        let any = |of: &dyn Fn(&HostedCount) -> Persons| {
            known
                .iter()
                .any(|e| e.hosted.as_ref().is_some_and(|h| of(h).are_told()))
        };
        let others = any(&in_need);
        // A column without any figure in the year would be a column of blanks.
        let kinds: Vec<Kind> = all.into_iter().filter(|(_, of)| any(of)).collect();
        let row = |e: &&Exchange| {
            let counts = kinds
                .iter()
                .map(|(_, of)| persons(e.hosted.as_ref().map(of), words));
            std::iter::once(Cell::new(route(e, brief)))
                .chain(counts)
                .collect()
        };
        blocks.push(Block::Table(Table {
            caption: if others {
                say!(words, "hosted-caption-others", year = year)
            } else {
                say!(words, "hosted-caption", year = year)
            },
            notes: notes.to_vec(),
            columns: std::iter::once(Column::words(say!(words, "column-route")))
                .chain(kinds.iter().map(|(name, _)| Column::number(name)))
                .collect(),
            rows: known.iter().map(row).collect(),
        }));
    }
    if !silent.is_empty() {
        let none = say!(
            words,
            "hosted-none",
            year = year,
            routes = routes(&silent, brief)
        );
        blocks.push(Block::Paragraph(vec![Sentence::new(none, notes)]));
    }
    blocks
}

fn applications(section: &DisplacementSection, brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let notes = note(&section.notes, 1);
    let (known, silent): (Vec<&Exchange>, Vec<&Exchange>) = section
        .between
        .iter()
        .partition(|e| e.applications.iter().any(|a| a.applied.is_some()));
    let years: Vec<u16> = section.between.first().map_or_else(Vec::new, |e| {
        e.applications.iter().map(|a| a.year).collect()
    });
    let rows: Vec<Vec<Cell>> = known
        .iter()
        .flat_map(|e| application_rows(e, brief))
        .collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: say!(words, "applications-caption"),
            notes: notes.to_vec(),
            columns: std::iter::once(Column::words(say!(words, "column-route")))
                .chain(years.iter().map(|y| Column::number(y.to_string())))
                .collect(),
            rows,
        }));
    }
    if let (false, Some(first), Some(last)) = (silent.is_empty(), years.first(), years.last()) {
        let none = say!(
            words,
            "applications-none",
            first = *first,
            last = *last,
            routes = routes(&silent, brief)
        );
        blocks.push(Block::Paragraph(vec![Sentence::new(none, notes)]));
    }
    blocks
}

/// One row for each unit in which applications were reported.
fn application_rows(exchange: &Exchange, brief: &Brief<'_>) -> Vec<Vec<Cell>> {
    type Unit = (&'static str, fn(&Applied) -> Option<u32>);
    const UNITS: [Unit; 2] = [("persons", |a| a.persons), ("cases", |a| a.cases)];
    let words = brief.words;
    let mut rows = Vec::new();
    for (unit, of) in UNITS {
        let counts: Vec<Option<u32>> = exchange
            .applications
            .iter()
            .map(|a| a.applied.as_ref().and_then(of))
            .collect();
        if counts.iter().any(Option::is_some) {
            let label = say!(
                words,
                "applications-row",
                route = route(exchange, brief),
                unit = unit
            );
            rows.push(
                std::iter::once(Cell::new(label))
                    .chain(counts.into_iter().map(|n| figure(n, words)))
                    .collect(),
            );
        }
    }
    rows
}

/// Origins whose people all parties host.
fn through(section: &DisplacementSection, year: u16, brief: &Brief<'_>) -> Block {
    let words = brief.words;
    if section.through.is_empty() {
        let none = say!(words, "through-none");
        return Block::Paragraph(vec![Sentence::new(none, note(&section.notes, 0))]);
    }
    let applied = section.application_year;
    let mut columns = vec![Column::words(say!(words, "column-origin"))];
    for party in &brief.assessment.parties {
        let name = brief.name(party.ccode);
        columns.push(Column::number(say!(words, "column-hosted")).under(&name));
        if applied.is_some() {
            columns.push(Column::number(say!(words, "column-applied")).under(&name));
        }
    }
    let rows = section.through.iter().map(|origin| {
        let mut cells = vec![Cell::new(origin_name(origin, words))];
        for (i, hosted) in origin.hosted.iter().enumerate() {
            let all = Persons(Some(hosted.total()), hosted.one_to_four.all());
            cells.push(persons(Some(all), words));
            if applied.is_some() {
                let applied = origin.applications.get(i).copied().flatten();
                cells.push(Cell::or_missing(
                    applied.as_ref().and_then(|a| in_both_units(a, words)),
                    say!(words, "no-record"),
                ));
            }
        }
        cells
    });
    Block::Table(Table {
        caption: match applied {
            Some(applied) => say!(
                words,
                "through-caption-applied",
                year = year,
                applied = applied
            ),
            None => say!(words, "through-caption", year = year),
        },
        notes: section.notes.clone(),
        columns,
        rows: rows.collect(),
    })
}

/// The origin in the language, where it is a state.
fn origin_name(origin: &Origin, words: &Words) -> String {
    match entente_states::system().resolve(&origin.origin.to_string()) {
        Ok(state) if state.name_en == origin.name => words
            .pick(&state.name_en, &state.name_es, &state.name_fr)
            .to_owned(),
        _ => origin.name.clone(),
    }
}

/// "1,234", "56 c", "1,234 + 56 c": persons and cases are not added up.
fn in_both_units(applied: &Applied, words: &Words) -> Option<String> {
    let persons = applied.persons.map(|n| words.thousands(n.into()));
    let cases = applied.cases.map(|n| say!(words, "in-cases", cases = n));
    match (persons, cases) {
        (Some(persons), Some(cases)) => Some(format!("{persons} + {cases}")),
        (persons, cases) => persons.or(cases),
    }
}

/// Persons: the number, and how many figures beside it are published as one to four persons.
#[derive(Clone, Copy)]
struct Persons(Option<u32>, u32);

impl Persons {
    fn are_told(self) -> bool {
        self.0.is_some() || self.1 > 0
    }
}

/// A number of persons, or the least and the most that it can be.
fn persons(persons: Option<Persons>, words: &Words) -> Cell {
    match persons {
        Some(Persons(number, few)) if few > 0 => {
            let number = number.unwrap_or(0);
            let bound = |each: u32| words.count(Some(number + each * few));
            Cell::new(say!(
                words,
                "persons-between",
                least = bound(1),
                most = bound(4)
            ))
        }
        Some(Persons(number, _)) => figure(number, words),
        None => figure(None::<u32>, words),
    }
}

fn figure(number: Option<u32>, words: &Words) -> Cell {
    match number {
        Some(_) => Cell::new(words.count(number)),
        None => Cell::missing(words.count(None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn one_to_four_persons_are_shown_as_such() {
        let words = Lang::default().words();
        let written = |number, few| persons(Some(Persons(number, few)), words).text;
        assert_eq!(written(None, 1), "1 to 4");
        assert_eq!(written(Some(1230), 2), "1,232 to 1,238");
        assert_eq!(written(Some(5), 0), "5");
    }

    #[test]
    fn units_stay_apart() {
        let words = Lang::default().words();
        let written = |persons, cases| in_both_units(&Applied { persons, cases }, words);
        assert_eq!(
            written(Some(1234), Some(56)).as_deref(),
            Some("1,234 + 56 c")
        );
        assert_eq!(written(None, Some(56)).as_deref(), Some("56 c"));
        assert_eq!(written(Some(0), None).as_deref(), Some("0"));
        assert_eq!(written(None, None), None);
    }
}
