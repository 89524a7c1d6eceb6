//! How the figures of a note were computed, for a reader who wants to check them.

mod plain;

use std::borrow::Cow;

use entente_assessment::{Assessment, Cell as Worked, Formula, WorkedTable, Workings};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Part, Section, Table};
use crate::notes::NoteText;
use crate::reach::Head;
use crate::sentence::{Sentence, capital};
use crate::text::Style;
use crate::words::{Lang, Words, say};
use crate::{markdown, text};

pub use plain::MainRows;

/// Decimals of what is put into a formula, and of what comes of it.
const DECIMALS: usize = 4;

/// The workings of one note, in the words of a language.
pub struct Explanation<'a> {
    workings: &'a Workings,
    brief: Brief<'a>,
}

impl<'a> Explanation<'a> {
    /// Of a note of an assessment.
    pub fn of(workings: &'a Workings, assessment: &'a Assessment, lang: Lang) -> Self {
        Explanation {
            workings,
            brief: Brief {
                assessment,
                words: lang.words(),
                draws: false,
            },
        }
    }

    /// For a terminal.
    pub fn text(&self, style: &Style) -> String {
        text::render_sections(
            &self.title(),
            &self.head(),
            &self.sections(),
            self.words(),
            style,
        )
    }

    /// In Markdown, with the tables of GitHub's.
    pub fn markdown(&self) -> String {
        markdown::render_sections(&self.title(), &self.head(), &self.sections(), self.words())
    }

    fn words(&self) -> &'static Words {
        self.brief.words.lang().words()
    }

    /// How far the evidence of the assessment reaches.
    fn head(&self) -> Head {
        Head::of(&self.brief.assessment.reach, self.words())
    }

    fn title(&self) -> String {
        say!(
            self.words(),
            "explanation-title",
            note = self.workings.note.number.to_string(),
            states = self.brief.all().bare,
            date = self.brief.as_of()
        )
    }

    fn sections(&self) -> Vec<Section> {
        let section = |id, title: &str, blocks| Section {
            id,
            title: say!(self.words(), title),
            part: Part::Essentials,
            blocks,
        };
        let all = [
            section("note", "explanation-note", self.note()),
            section("formulas", "explanation-formulas", self.formulas()),
            section("rows", "explanation-rows", self.tables()),
        ];
        all.into_iter().filter(|s| !s.blocks.is_empty()).collect()
    }

    fn note(&self) -> Vec<Block> {
        let words = self.words();
        let note = NoteText::of(&self.workings.note, words);
        let told = note.parts.iter().map(|(label, part)| {
            Sentence::new(
                say!(words, "label-and-words", label = label, words = part),
                &[],
            )
        });
        vec![Block::List(told.collect())]
    }

    fn formulas(&self) -> Vec<Block> {
        let mut of_kind: Vec<Formula> = Vec::new();
        for worked in &self.workings.formulas {
            if !of_kind.contains(&worked.formula) {
                of_kind.push(worked.formula);
            }
        }
        of_kind.into_iter().map(|f| self.formula(f)).collect()
    }

    /// One formula, with every figure that comes of it.
    fn formula(&self, formula: Formula) -> Block {
        let words = self.words();
        let own = self.workings.formulas.iter();
        let rows = own.filter(|w| w.formula == formula).map(|worked| {
            vec![
                Cell::new(capital(&words.told(&worked.what))),
                Cell::new(self.substituted(worked)),
                Cell::new(result(worked.result, words)),
            ]
        });
        Block::Table(Table {
            caption: say!(
                words,
                "explanation-formula",
                meaning = say!(words, formula.id),
                formula = formula.text
            ),
            notes: Vec::new(),
            columns: vec![
                Column::words(say!(words, "explanation-of")),
                Column::words(say!(words, "explanation-figures")),
                Column::number(say!(words, "explanation-result")),
            ],
            rows: rows.collect(),
        })
    }

    fn substituted(&self, worked: &entente_assessment::Worked) -> String {
        worked.substituted(|value| number(value, self.words()))
    }

    fn tables(&self) -> Vec<Block> {
        let words = self.words();
        if self.workings.tables.is_empty() {
            let none = say!(words, "explanation-no-rows");
            return vec![Block::Paragraph(vec![Sentence::new(none, &[])])];
        }
        let tables = self.workings.tables.iter();
        tables.map(|table| self.table(table)).collect()
    }

    fn table(&self, table: &WorkedTable) -> Block {
        let words = self.words();
        let caption = words.told(&table.title);
        if table.rows.is_empty() {
            let none = say!(words, "explanation-none", rows = caption);
            return Block::Paragraph(vec![Sentence::new(none, &[])]);
        }
        let columns = table.columns.iter().enumerate().map(|(at, name)| {
            let head = head(name, table, words);
            let cells = || table.rows.iter().filter_map(|row| row.get(at));
            let silent = cells().all(|cell| *cell == Worked::Missing);
            match !silent && cells().all(is_number) {
                true => Column::number(head),
                false => Column::words(head),
            }
        });
        let row = |cells: &Vec<Worked>| cells.iter().map(|c| shown(c, words)).collect();
        Block::Table(Table {
            caption,
            notes: Vec::new(),
            columns: columns.collect(),
            rows: table.rows.iter().map(row).collect(),
        })
    }
}

/// The heading of a column; of votes, whose they are.
fn head(name: &str, table: &WorkedTable, words: &Words) -> String {
    let key = |wanted: &str| {
        let found = table.keys.iter().find(|(key, _)| *key == wanted);
        found.map_or(Cow::Borrowed(""), |(_, cell)| match cell {
            Worked::Text(text) => Cow::Borrowed(text.as_str()),
            other => shown(other, words).text.into(),
        })
    };
    say!(
        words,
        "worked-column",
        column = name,
        first = key("iso3_1").as_ref(),
        second = key("iso3_2").as_ref()
    )
}

fn is_number(cell: &Worked) -> bool {
    matches!(
        cell,
        Worked::Whole(_) | Worked::Count(_) | Worked::Number(..) | Worked::Missing
    )
}

fn shown(cell: &Worked, words: &Words) -> Cell {
    Cell::new(match cell {
        Worked::Missing => return Cell::missing("–"),
        Worked::Text(text) => text.clone(),
        Worked::Term(term) => say!(words, "worked-term", term = term.replace(' ', "-")),
        Worked::Whole(number) => number.to_string(),
        Worked::Count(count) => words.whole(*count as f64),
        Worked::Number(number, decimals) => words.number(*number, *decimals),
        Worked::Day(day) => day.to_string(),
        Worked::Told(message) => words.told(message),
    })
}

/// A count as it is, another number with as many decimals as it has, up to some.
fn number(value: f64, words: &Words) -> String {
    let rounded = |decimals: usize| format!("{value:.decimals$}").parse::<f64>();
    let decimals = (0..DECIMALS).find(|d| rounded(*d) == rounded(DECIMALS));
    words.number(value, decimals.unwrap_or(DECIMALS))
}

/// A count as it is, another number with all decimals that are shown.
fn result(value: f64, words: &Words) -> String {
    let decimals = if value.fract() == 0.0 { 0 } else { DECIMALS };
    words.number(value, decimals)
}
