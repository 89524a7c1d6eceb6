//! The rows of a delimited file, each with the line on which it stands.

use super::ImportError;
use super::csv_table::{CsvTable, Row};

/// A row with the line on which it stands.
pub(super) type Numbered<T> = (u64, T);

/// Reads every row of a comma-separated table, keeping its line.
pub(super) fn rows<T>(
    file: &str,
    bytes: &[u8],
    needed: &[&str],
    read: impl Fn(&Row<'_>) -> Result<T, ImportError>,
) -> Result<Vec<Numbered<T>>, ImportError> {
    let mut rows = Vec::new();
    CsvTable::open(file, bytes, b',', needed)?.each(|row| {
        rows.push((row.line, read(row)?));
        Ok(())
    })?;
    Ok(rows)
}

/// The rows in order of their keys, so that the order in the file does not matter.
///
/// Two rows with one key are an error: which of them is meant, nobody can tell.
pub(super) fn distinct<T, K: Ord>(
    file: &str,
    mut rows: Vec<Numbered<T>>,
    columns: &str,
    key: impl Fn(&T) -> K,
) -> Result<Vec<T>, ImportError> {
    rows.sort_by_cached_key(|(line, row)| (key(row), *line));
    let repeated = rows
        .windows(2)
        .filter(|pair| key(&pair[0].1) == key(&pair[1].1))
        .map(|pair| (pair[1].0, pair[0].0))
        .min();
    match repeated {
        Some((line, earlier)) => Err(ImportError {
            line,
            ..ImportError::whole(file, format!("repeats line {earlier}: the same {columns}"))
        }),
        None => Ok(rows.into_iter().map(|(_, row)| row).collect()),
    }
}
