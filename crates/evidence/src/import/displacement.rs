//! UNHCR's tables of forced displacement (Refugee Data Finder).
//!
//! Origin and asylum are joined on the ISO columns: UNHCR's own codes differ from ISO. The text
//! `NA` is a code of UNHCR's ("not available") and is kept; only an empty field is missing.

use super::ImportError;
use super::csv_table::{CsvTable, Row};
use crate::cell::{Code, Place};
use crate::record::{Record, Tables};
use crate::tables::{AsylumApplication, AsylumDecision, Flow, Population, Solution};

/// Persons of concern at the end of a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn population(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "coo_iso",
        "coa_iso",
        "refugees",
        "asylum_seekers",
        "returned_refugees",
        "idps",
        "returned_idps",
        "stateless",
        "ooc",
        "oip",
        "hst",
    ];
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(Population {
            year: row.cell("year").year()?,
            origin: place(row, "coo_iso")?,
            asylum: place(row, "coa_iso")?,
            refugees: count(row, "refugees")?,
            asylum_seekers: count(row, "asylum_seekers")?,
            returned_refugees: count(row, "returned_refugees")?,
            idps: count(row, "idps")?,
            returned_idps: count(row, "returned_idps")?,
            stateless: count(row, "stateless")?,
            others_of_concern: count(row, "ooc")?,
            others_needing_protection: count(row, "oip")?,
            host_community: count(row, "hst")?,
        })
    })?;
    let population = distinct(file, rows, "`year`, `coo_iso`, `coa_iso`", Population::key)?;
    Ok(Tables {
        population,
        ..Tables::default()
    })
}

/// Persons newly displaced in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn flows(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "coo_iso",
        "coa_iso",
        "refugees",
        "asylum_seekers",
        "refugee_like",
        "oip",
    ];
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(Flow {
            year: row.cell("year").year()?,
            origin: place(row, "coo_iso")?,
            asylum: place(row, "coa_iso")?,
            refugees: count(row, "refugees")?,
            asylum_seekers: count(row, "asylum_seekers")?,
            refugee_like: count(row, "refugee_like")?,
            others_needing_protection: count(row, "oip")?,
        })
    })?;
    let flows = distinct(file, rows, "`year`, `coo_iso`, `coa_iso`", Flow::key)?;
    Ok(Tables {
        flows,
        ..Tables::default()
    })
}

/// Asylum applications lodged in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn applications(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "coo_iso",
        "coa_iso",
        "procedure_type",
        "app_type",
        "dec_level",
        "app_pc",
        "applied",
    ];
    const KEY: &str =
        "`year`, `coo_iso`, `coa_iso`, `procedure_type`, `app_type`, `dec_level`, `app_pc`";
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(AsylumApplication {
            year: row.cell("year").year()?,
            origin: place(row, "coo_iso")?,
            asylum: place(row, "coa_iso")?,
            procedure: code(row, "procedure_type")?,
            application_type: code(row, "app_type")?,
            level: code(row, "dec_level")?,
            unit: unit(row, "app_pc")?,
            applied: count(row, "applied")?,
        })
    })?;
    let asylum_applications = distinct(file, rows, KEY, AsylumApplication::key)?;
    Ok(Tables {
        asylum_applications,
        ..Tables::default()
    })
}

/// Decisions on asylum applications in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn decisions(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "coo_iso",
        "coa_iso",
        "procedure_type",
        "dec_level",
        "dec_pc",
        "dec_recognized",
        "dec_other",
        "dec_rejected",
        "dec_closed",
        "dec_total",
    ];
    const KEY: &str = "`year`, `coo_iso`, `coa_iso`, `procedure_type`, `dec_level`, `dec_pc`";
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(AsylumDecision {
            year: row.cell("year").year()?,
            origin: place(row, "coo_iso")?,
            asylum: place(row, "coa_iso")?,
            procedure: code(row, "procedure_type")?,
            level: code(row, "dec_level")?,
            unit: unit(row, "dec_pc")?,
            recognized: count(row, "dec_recognized")?,
            other: count(row, "dec_other")?,
            rejected: count(row, "dec_rejected")?,
            closed: count(row, "dec_closed")?,
            total: count(row, "dec_total")?,
        })
    })?;
    let asylum_decisions = distinct(file, rows, KEY, AsylumDecision::key)?;
    Ok(Tables {
        asylum_decisions,
        ..Tables::default()
    })
}

/// Durable solutions in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn solutions(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "coo_iso",
        "coa_iso",
        "returned_refugees",
        "resettlement",
        "naturalisation",
        "returned_idps",
    ];
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(Solution {
            year: row.cell("year").year()?,
            origin: place(row, "coo_iso")?,
            asylum: place(row, "coa_iso")?,
            returned_refugees: count(row, "returned_refugees")?,
            resettlement: count(row, "resettlement")?,
            naturalisation: count(row, "naturalisation")?,
            returned_idps: count(row, "returned_idps")?,
        })
    })?;
    let solutions = distinct(file, rows, "`year`, `coo_iso`, `coa_iso`", Solution::key)?;
    Ok(Tables {
        solutions,
        ..Tables::default()
    })
}

fn place(row: &Row<'_>, column: &'static str) -> Result<Place, ImportError> {
    let cell = row.cell(column);
    Place::new(cell.required()?).ok_or_else(|| cell.error("is not a code of three capital letters"))
}

fn count(row: &Row<'_>, column: &'static str) -> Result<Option<u32>, ImportError> {
    row.cell(column)
        .optional_number("a count: a whole number, not negative")
}

/// A code of UNHCR's. The lists of codes grow, so only its form is checked.
fn code(row: &Row<'_>, column: &'static str) -> Result<Code, ImportError> {
    let cell = row.cell(column);
    let text = cell.required()?;
    let capitals = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    Code::new(text)
        .filter(|_| capitals)
        .ok_or_else(|| cell.error("is not a code of one to three capital letters"))
}

/// Persons or cases: counts of the two must never be added, so nothing else is let in.
fn unit(row: &Row<'_>, column: &'static str) -> Result<Code, ImportError> {
    let cell = row.cell(column);
    let known = matches!(cell.required()?, "P" | "C");
    Code::new(cell.text)
        .filter(|_| known)
        .ok_or_else(|| cell.error("is neither P (persons) nor C (cases)"))
}

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
