//! The importer of every table whose declaration says how its columns are read.

use std::collections::BTreeSet;

use super::csv_table::CsvTable;
use super::intake::Named;
use super::rows::{Numbered, distinct};
use super::{ImportError, layouts};
use crate::record::{Column, Plain, Tables};

/// Reads a publisher's file into the table of `R`.
///
/// # Errors
/// A column that is missing, the first value that cannot be read, or the first row that repeats another's key.
pub(super) fn read<R: Plain>(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    let columns = R::columns();
    let needed: Vec<&str> = published(&columns).collect();
    let layouts = layouts::of(R::FORMAT.word);
    let table = CsvTable::open_as(file, bytes, b',', &needed, layouts)?;
    let both_ways = table.layout().and_then(|layout| layout.both_ways);
    let mut rows: Vec<Numbered<R>> = Vec::new();
    let mut turned: Vec<Numbered<R>> = Vec::new();
    table.each(|row| {
        if R::is_left_out(row) {
            return Ok(());
        }
        let read = R::of_row(row)?;
        if let Some(columns) = both_ways {
            turned.push((row.line, R::of_row(&row.turned(columns))?));
        }
        rows.push((row.line, read));
        Ok(())
    })?;
    if R::FORMAT.repeats_once {
        once(&mut rows);
    }
    // A file that has a pair both ways says of each way what it says.
    let said: BTreeSet<R::Key> = rows.iter().map(|(_, row)| row.key()).collect();
    turned.retain(|(_, row)| !said.contains(&row.key()));
    rows.extend(turned);
    let rows = distinct(file, rows, &key_of::<R>(&columns), R::key)?;
    let mut tables = Tables::default();
    *R::of_mut(&mut tables) = joined(rows);
    Ok(tables)
}

/// Takes out of rows that are equal all but the first.
fn once<R: Plain>(rows: &mut Vec<Numbered<R>>) {
    rows.sort_by_cached_key(|(line, row)| (row.key(), *line));
    rows.dedup_by(|(_, next), (_, first)| next == first);
}

fn published<'c>(columns: impl IntoIterator<Item = &'c Column>) -> impl Iterator<Item = &'c str> {
    columns
        .into_iter()
        .flat_map(|column| column.published.iter().copied())
}

/// The publisher's columns of the key, as an error names them.
fn key_of<R: Plain>(columns: &[Column]) -> String {
    let key = columns
        .iter()
        .filter(|column| R::KEY.contains(&column.name));
    let names: Vec<String> = published(key).map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The rows with each run of years that say the same as one. They are in order of their keys.
fn joined<R: Plain>(rows: Vec<R>) -> Vec<R> {
    let mut joined: Vec<R> = Vec::with_capacity(rows.len());
    for row in rows {
        match joined.last_mut() {
            Some(last) if last.goes_on_with(&row) => last.go_on_to(&row),
            _ => joined.push(row),
        }
    }
    joined
}
