//! Workings for programs: JSON, and the main rows.

use entente_assessment::{Cell, WorkedTable};
use serde_json::{Map, Value, json};

use super::Explanation;
use crate::words::say;

/// The main rows under their columns, keys first.
pub struct MainRows {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, a value for each column; null is missing.
    pub rows: Vec<Vec<Value>>,
}

impl Explanation<'_> {
    /// One JSON object, with a trailing newline: the date of reading, the note, the formulas with
    /// their figures, unrounded, and the tables with every row.
    ///
    /// # Errors
    /// If a value cannot be written as JSON, which the types rule out.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        let words = self.words();
        let formulas = self.workings.formulas.iter().map(|worked| {
            let terms = worked
                .terms
                .iter()
                .map(|(name, value)| ((*name).to_owned(), json!(value)));
            json!({
                "of": words.told(&worked.what),
                "formula": worked.formula.text,
                "meaning": say!(words, worked.formula.id),
                "terms": terms.collect::<Map<_, _>>(),
                "with_figures": self.substituted(worked),
                "result": worked.result,
            })
        });
        let tables = self.workings.tables.iter().map(|table| {
            json!({
                "id": table.id,
                "title": words.told(&table.title),
                "rows": self.objects(table),
            })
        });
        let answer = json!({
            "as_of": self.brief.assessment.as_of,
            "reach": self.brief.assessment.reach,
            "parties": self.brief.assessment.parties,
            "note": self.workings.note,
            "formulas": formulas.collect::<Vec<_>>(),
            "tables": tables.collect::<Vec<_>>(),
        });
        let text = serde_json::to_string_pretty(&answer)?;
        Ok(format!("{}\n", entente_doors::text::json(&text)))
    }

    /// The main rows, of whichever parts there are.
    pub fn main_rows(&self) -> MainRows {
        let mut main = self.workings.main().peekable();
        let columns = main.peek().map_or_else(Vec::new, |table| columns(table));
        let rows = main.flat_map(|table| table.rows.iter().map(|row| self.values(table, row)));
        MainRows {
            columns,
            rows: rows.collect(),
        }
    }

    fn objects(&self, table: &WorkedTable) -> Vec<Map<String, Value>> {
        let names = columns(table);
        let object = |row: &Vec<Cell>| {
            let names = names.iter().map(|name| (*name).to_owned());
            names.zip(self.values(table, row)).collect()
        };
        table.rows.iter().map(object).collect()
    }

    fn values(&self, table: &WorkedTable, row: &[Cell]) -> Vec<Value> {
        let keys = table.keys.iter().map(|(_, cell)| cell);
        keys.chain(row).map(|cell| self.value(cell)).collect()
    }

    /// Words of the program's own stay as they are for every language; what is to be told is told.
    fn value(&self, cell: &Cell) -> Value {
        match cell {
            Cell::Missing => Value::Null,
            Cell::Text(text) => json!(text),
            Cell::Term(term) => json!(term),
            Cell::Whole(number) | Cell::Count(number) => json!(number),
            Cell::Number(number, _) => json!(number),
            Cell::Day(day) => json!(day),
            Cell::Told(message) => json!(self.words().told(message)),
        }
    }
}

/// The keys of a table, then its columns.
fn columns(table: &WorkedTable) -> Vec<&'static str> {
    let keys = table.keys.iter().map(|(name, _)| *name);
    keys.chain(table.columns.iter().copied()).collect()
}
