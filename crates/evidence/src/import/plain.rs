//! The importer of every table whose declaration says how its columns are read.

use super::ImportError;
use super::csv_table::Row;
use super::rows::{Numbered, distinct, rows};
use crate::record::{Column, Plain, Tables};

/// Reads a publisher's file into the table of `R`.
///
/// # Errors
/// A column that is missing, the first value that cannot be read, or the first row that repeats another's key.
pub(super) fn read<R: Plain>(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let columns = R::columns();
    let needed: Vec<&str> = published(&columns).collect();
    let read = |row: &Row<'_>| match R::is_left_out(row) {
        true => Ok(None),
        false => R::of_row(row).map(Some),
    };
    let rows = rows(file, bytes, &needed, read)?;
    let rows = rows
        .into_iter()
        .filter_map(|(line, row)| Some((line, row?)));
    let mut rows: Vec<Numbered<R>> = rows.collect();
    if R::FORMAT.repeats_once {
        once(&mut rows);
    }
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
