//! Layouts: a publisher issues one table under several names of columns.
//!
//! The declaration of a table names the columns of one layout. Another is a list of what stands for them. Which
//! layout a file has, its header tells.

use csv::StringRecord;

use super::ImportError;
use super::date_order::{self as dates, DateOrder};

/// A layout of a publisher's file.
#[derive(Debug)]
pub struct Layout {
    /// What it is, for a person.
    pub name: &'static str,
    /// For a column of the declaration, what stands for it here; others are under their own names.
    pub columns: &'static [(&'static str, Stands)],
    /// Rows count only where a column has this value.
    pub only: Option<(&'static str, &'static str)>,
    /// Two columns of states: a row holds of them in either order.
    pub both_ways: Option<(&'static str, &'static str)>,
    /// Why a file in this layout is not read, and which is.
    pub refused: Option<(&'static str, &'static str)>,
}

impl Layout {
    /// A layout that differs in names only.
    pub const fn named(name: &'static str, columns: &'static [(&'static str, Stands)]) -> Self {
        Layout {
            name,
            columns,
            only: None,
            both_ways: None,
            refused: None,
        }
    }
}

/// What stands for a column of the declaration.
#[derive(Clone, Copy, Debug)]
pub enum Stands {
    /// The first of these columns that is there; one must be.
    In(&'static [&'static str]),
    /// The first of these columns that is there; without any, every cell is empty.
    Perhaps(&'static [&'static str]),
    /// The first of these columns that has a date with the year first.
    Day(&'static [&'static str]),
    /// The first day of the month in this column, which is written YYYYMM.
    Month(&'static str),
    /// This column, with codes for what is missing.
    Coded(&'static str, &'static [&'static str]),
    /// How many of the columns behind this one have a 1. They may have 0, −1 and −9 besides.
    Ones(&'static str),
}

/// The columns of a file, and the layout that gives them their meaning.
#[derive(Clone, Debug)]
pub(super) struct Header {
    names: Vec<String>,
    layout: Option<&'static Layout>,
}

/// A cell that was made from one of the file.
#[derive(Debug)]
pub(super) struct Made {
    /// The column of the declaration.
    pub column: &'static str,
    /// The number of the column of the file.
    pub from: usize,
    /// What the cell says.
    pub text: String,
}

impl Header {
    pub(super) fn new(names: Vec<String>, layout: Option<&'static Layout>) -> Self {
        Header { names, layout }
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn layout(&self) -> Option<&'static Layout> {
        self.layout
    }

    /// The number of a column of the file.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|n| n == name)
    }

    fn stands(&self, column: &str) -> Option<Stands> {
        let columns = self.layout?.columns;
        columns
            .iter()
            .find(|(name, _)| *name == column)
            .map(|(_, stands)| *stands)
    }

    /// Those of the needed columns, and of those by which the layout is known, that are not there, by the names
    /// that they should have.
    pub(super) fn missing<'n>(&self, needed: &[&'n str]) -> Vec<&'n str> {
        let absent = |name: &str| self.number(name).is_none();
        let marks = self.layout.map_or(&[][..], |layout| layout.columns);
        let marks = marks.iter().map(|(name, _)| *name);
        let marks = marks.filter(|name| !needed.contains(name));
        needed
            .iter()
            .copied()
            .chain(marks)
            .filter_map(|column| match self.stands(column) {
                None => absent(column).then_some(column),
                Some(Stands::In(names) | Stands::Day(names)) => {
                    let none = names.iter().all(|name| absent(name));
                    none.then(|| names.first().copied().unwrap_or_default())
                }
                Some(Stands::Month(name) | Stands::Coded(name, _) | Stands::Ones(name)) => {
                    absent(name).then_some(name)
                }
                Some(Stands::Perhaps(_)) => None,
            })
            .collect()
    }

    /// The names of which a header must have one: those of the first column that is needed.
    pub(super) fn first_names<'n>(&self, needed: &[&'n str]) -> Vec<&'n str> {
        let Some(first) = needed.first() else {
            return Vec::new();
        };
        match self.stands(first) {
            None => vec![*first],
            Some(Stands::In(names) | Stands::Perhaps(names) | Stands::Day(names)) => names.to_vec(),
            Some(Stands::Month(name) | Stands::Coded(name, _) | Stands::Ones(name)) => vec![name],
        }
    }

    /// The column in which a cell of a row is; nothing where it is empty by the layout.
    pub(super) fn place(&self, column: &str, record: &StringRecord) -> Option<usize> {
        let text = |number: usize| record.get(number).unwrap_or("");
        match self.stands(column) {
            None => self.number(column),
            Some(Stands::In(names) | Stands::Perhaps(names)) => {
                names.iter().find_map(|name| self.number(name))
            }
            Some(Stands::Day(names)) => {
                let mut there = names.iter().filter_map(|name| self.number(name));
                let year_first = |n: &usize| {
                    !dates::year_is_last(text(*n))
                        && dates::date(text(*n), DateOrder::Untold).is_ok()
                };
                let dated = there.clone().find(year_first);
                dated.or_else(|| there.next())
            }
            Some(Stands::Coded(name, codes)) => {
                let number = self.number(name)?;
                (!codes.contains(&text(number))).then_some(number)
            }
            Some(Stands::Month(name) | Stands::Ones(name)) => self.number(name),
        }
    }

    /// The cells of a row that the layout makes of others.
    ///
    /// # Errors
    /// A cell that has none of the codes of its layout.
    pub(super) fn made(
        &self,
        file: &str,
        line: u64,
        record: &StringRecord,
    ) -> Result<Vec<Made>, ImportError> {
        let columns = self.layout.map_or(&[][..], |layout| layout.columns);
        let mut made = Vec::new();
        for (column, stands) in columns {
            let (Stands::Month(name) | Stands::Ones(name)) = stands else {
                continue;
            };
            let Some(from) = self.number(name) else {
                continue;
            };
            let text = match stands {
                Stands::Month(_) => month(record.get(from).unwrap_or("")),
                _ => Some(self.ones(file, line, from, record)?),
            };
            // What is no month stays as it is, and is refused as what it is.
            made.extend(text.map(|text| Made { column, from, text }));
        }
        Ok(made)
    }

    fn ones(
        &self,
        file: &str,
        line: u64,
        behind: usize,
        record: &StringRecord,
    ) -> Result<String, ImportError> {
        let mut ones = 0;
        for (n, text) in record.iter().enumerate().skip(behind + 1) {
            match text.trim().trim_end_matches(".0") {
                "1" => ones += 1,
                "0" | "-1" | "-9" => {}
                _ => {
                    let column = self.names.get(n).map_or("", String::as_str);
                    return Err(ImportError::at(
                        file,
                        line,
                        column,
                        text,
                        "is no code of a joint membership",
                    )
                    .hint("1, 0, -1 or -9"));
                }
            }
        }
        Ok(ones.to_string())
    }

    /// Whether a row is one that counts.
    pub(super) fn counts(&self, record: &StringRecord) -> bool {
        match self.layout.and_then(|layout| layout.only) {
            None => true,
            Some((column, value)) => self
                .number(column)
                .and_then(|n| record.get(n))
                .is_none_or(|text| text.trim().trim_end_matches(".0") == value),
        }
    }

    /// Two columns of one name are an error: which is meant, nobody can tell. A column without a name is none
    /// that anybody reads.
    pub(super) fn distinct(&self, file: &str, line: u64) -> Result<(), ImportError> {
        for (second, name) in self.names.iter().enumerate().filter(|(_, h)| !h.is_empty()) {
            let first = self.number(name).unwrap_or(second);
            if first < second {
                return Err(ImportError {
                    line,
                    column: Some(name.clone()),
                    ..ImportError::whole(
                        file,
                        format!(
                            "stands twice in the header, as column {} and as column {}",
                            first + 1,
                            second + 1
                        ),
                    )
                }
                .hint("take the one away that is not meant"));
            }
        }
        Ok(())
    }
}

/// The first day of a month that is written YYYYMM.
fn month(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(".0");
    let digits = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| format!("{}-{}-01", &text[..4], &text[4..]))
}
