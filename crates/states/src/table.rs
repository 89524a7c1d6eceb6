//! Reading the embedded tables.

use csv::StringRecord;
use jiff::civil::Date;

use crate::code::Ccode;

/// A cell of a table that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table}, line {line}, column {column}: {value:?} {problem}")]
pub struct TableError {
    /// The table's file name.
    pub table: String,
    /// The line, from 1, which is the header's.
    pub line: u64,
    /// The column's name.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub problem: String,
}

/// A table with its header.
pub(crate) struct Table {
    name: String,
    header: Vec<String>,
    rows: Vec<StringRecord>,
}

impl Table {
    /// Reads a comma separated text with a header line.
    pub(crate) fn parse(name: &str, text: &str) -> Result<Self, TableError> {
        Self::read(name, text.as_bytes(), b',')
    }

    /// Reads a separated text with a header line.
    pub(crate) fn read(name: &str, bytes: &[u8], delimiter: u8) -> Result<Self, TableError> {
        // A quote inside a tab separated field is a character like any other.
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(delimiter == b',')
            .from_reader(bytes);
        let broken = |error: csv::Error| TableError {
            table: name.to_owned(),
            line: error.position().map_or(1, csv::Position::line),
            column: "(the line)".to_owned(),
            value: String::new(),
            problem: format!("cannot be read: {error}"),
        };
        let header = reader.headers().map_err(broken)?;
        let header = header.iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .collect::<Result<Vec<_>, _>>()
            .map_err(broken)?;
        Ok(Table {
            name: name.to_owned(),
            header,
            rows,
        })
    }

    /// The place of a column.
    pub(crate) fn column(&self, name: &str) -> Result<usize, TableError> {
        self.header
            .iter()
            .position(|column| column == name)
            .ok_or_else(|| TableError {
                table: self.name.clone(),
                line: 1,
                column: name.to_owned(),
                value: self.header.join(","),
                problem: "has no such column".to_owned(),
            })
    }

    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(move |record| Row {
            table: self,
            record,
        })
    }
}

/// A line of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t Table,
    record: &'t StringRecord,
}

impl<'t> Row<'t> {
    /// The cell in a column, without blanks around it.
    pub(crate) fn cell(&self, column: &'static str) -> Result<Cell<'t>, TableError> {
        let place = self.table.column(column)?;
        Ok(Cell {
            row: *self,
            column,
            text: self.record.get(place).unwrap_or_default().trim(),
        })
    }

    /// The text in a column.
    pub(crate) fn text(&self, column: &'static str) -> Result<&'t str, TableError> {
        Ok(self.cell(column)?.text)
    }

    /// The text in a column, which must not be empty.
    pub(crate) fn required(&self, column: &'static str) -> Result<&'t str, TableError> {
        let cell = self.cell(column)?;
        if cell.text.is_empty() {
            Err(cell.error("must not be empty"))
        } else {
            Ok(cell.text)
        }
    }
}

/// A cell of a table.
#[derive(Clone, Copy)]
pub(crate) struct Cell<'t> {
    row: Row<'t>,
    column: &'static str,
    /// What stands there.
    pub(crate) text: &'t str,
}

impl Cell<'_> {
    /// An error at this cell.
    pub(crate) fn error(&self, problem: impl Into<String>) -> TableError {
        TableError {
            table: self.row.table.name.clone(),
            line: self.row.record.position().map_or(0, csv::Position::line),
            column: self.column.to_owned(),
            value: self.text.to_owned(),
            problem: problem.into(),
        }
    }

    /// A whole number.
    pub(crate) fn number<N: std::str::FromStr>(&self) -> Result<N, TableError> {
        self.text
            .parse()
            .map_err(|_| self.error("is not a whole number in range"))
    }

    /// A state's number.
    pub(crate) fn ccode(&self) -> Result<Ccode, TableError> {
        self.number().map(Ccode)
    }

    /// A date, written YYYY-MM-DD.
    pub(crate) fn date(&self) -> Result<Date, TableError> {
        self.text
            .parse()
            .map_err(|_| self.error("is not a date YYYY-MM-DD"))
    }

    /// Nothing, or what `read` makes of the cell.
    pub(crate) fn optional<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, TableError>,
    ) -> Result<Option<T>, TableError> {
        if self.text.is_empty() {
            Ok(None)
        } else {
            read(self).map(Some)
        }
    }

    /// States' numbers, separated by `|`.
    pub(crate) fn ccodes(&self) -> Result<Vec<Ccode>, TableError> {
        self.text
            .split('|')
            .filter(|part| !part.is_empty())
            .map(|part| {
                part.parse()
                    .map(Ccode)
                    .map_err(|_| self.error("is not a list of COW numbers separated by |"))
            })
            .collect()
    }
}

/// The value of an embedded table.
///
/// # Panics
/// If the table cannot be read: it is part of the program and every test reads it, so no input
/// leads here.
pub(crate) fn embedded<T>(read: Result<T, TableError>) -> T {
    match read {
        Ok(value) => value,
        Err(error) => panic!("an embedded table is broken: {error}"),
    }
}
