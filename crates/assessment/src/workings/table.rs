//! The rows behind a figure.

use jiff::civil::Date;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::note::{Message, Value};
use crate::parties::Pair;

/// A table of rows behind some figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorkedTable {
    /// What its rows are: `roll-calls`.
    pub id: &'static str,
    /// What it shows, in words.
    #[serde(skip)]
    pub title: Message,
    /// Columns that are the same in every row: of which pair, series or state the rows are.
    #[serde(serialize_with = "by_name")]
    pub keys: Vec<(&'static str, Cell)>,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing on record.
    Missing,
    /// As it is published or declared; a code.
    Text(String),
    /// A word of which every language has its own: `abstain`.
    Term(&'static str),
    /// A year, a session, a number by which something goes.
    Whole(i64),
    /// A count.
    Count(i64),
    /// A number, of which so many decimals are for reading.
    Number(f64, usize),
    /// A day.
    Day(Date),
    /// Something to be told in words.
    Told(Message),
}

impl WorkedTable {
    pub(super) fn new(id: &'static str, title: Message, columns: &[&'static str]) -> Self {
        WorkedTable {
            id,
            title,
            keys: Vec::new(),
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Of the rows of a pair, named in the title as `pair`.
    pub(super) fn of_pair(mut self, pair: &Pair) -> Self {
        self.keys = vec![
            ("ccode1", Cell::Whole(pair.ccode1.0.into())),
            ("iso3_1", Cell::text(&pair.iso3_1)),
            ("ccode2", Cell::Whole(pair.ccode2.0.into())),
            ("iso3_2", Cell::text(&pair.iso3_2)),
        ];
        self.title = self.title.with("pair", of(pair));
        self
    }

    pub(super) fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        debug_assert!(self.rows.iter().all(|r| r.len() == self.columns.len()));
        self
    }

    /// The cell of a row in a column.
    pub fn cell<'t>(&self, row: &'t [Cell], column: &str) -> Option<&'t Cell> {
        let place = self.columns.iter().position(|c| *c == column)?;
        row.get(place)
    }
}

/// A pair in the words of a message.
pub(super) fn of(pair: &Pair) -> Value {
    Value::States(vec![pair.ccode1, pair.ccode2])
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    pub(super) fn list(items: &[impl AsRef<str>]) -> Self {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match items.is_empty() {
            true => Cell::Missing,
            false => Cell::Text(items.join("; ")),
        }
    }

    pub(super) fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Self {
        value.map_or(Cell::Missing, cell)
    }

    pub(super) fn text_or_missing(text: Option<&String>) -> Self {
        Cell::maybe(text, Cell::text)
    }

    pub(super) fn count<T: Into<i64>>(count: Option<T>) -> Self {
        Cell::maybe(count, |n| Cell::Count(n.into()))
    }

    pub(super) fn day(day: Option<Date>) -> Self {
        Cell::maybe(day, Cell::Day)
    }

    pub(super) fn yes_or_no(holds: bool) -> Self {
        Cell::Term(if holds { "yes" } else { "no" })
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Missing => to.serialize_none(),
            Cell::Text(text) => to.serialize_str(text),
            Cell::Term(term) => to.serialize_str(term),
            Cell::Whole(number) | Cell::Count(number) => to.serialize_i64(*number),
            Cell::Number(number, _) => to.serialize_f64(*number),
            Cell::Day(day) => day.serialize(to),
            Cell::Told(message) => message.serialize(to),
        }
    }
}

pub(super) fn by_name<S: Serializer, T: Serialize>(
    values: &[(&'static str, T)],
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(values.len()))?;
    for (name, value) in values {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
