//! What a state has: the Correlates of War project's national material capabilities and trade.

use super::ImportError;
use super::csv_table::Row;
use super::displacement::{distinct, rows};
use crate::record::{Record, Tables};
use crate::tables::{Capability, Trade};

/// The publisher's own files write a missing value as −9.
const MISSING: f64 = -9.0;

/// National material capabilities of a state in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn nmc(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc",
    ];
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(Capability {
            ccode: row.cell("ccode").ccode()?,
            year: row.cell("year").year()?,
            milex: amount(row, "milex")?,
            milper: amount(row, "milper")?,
            irst: amount(row, "irst")?,
            pec: amount(row, "pec")?,
            tpop: amount(row, "tpop")?,
            upop: amount(row, "upop")?,
            cinc: share(row, "cinc")?,
        })
    })?;
    let capabilities = distinct(file, rows, "`ccode`, `year`", Capability::key)?;
    Ok(Tables {
        capabilities,
        ..Tables::default()
    })
}

/// Total imports and exports of a state in a year.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn trade(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &["ccode", "year", "imports", "exports"];
    let rows = rows(file, bytes, NEEDED, |row| {
        Ok(Trade {
            ccode: row.cell("ccode").ccode()?,
            year: row.cell("year").year()?,
            imports: amount(row, "imports")?,
            exports: amount(row, "exports")?,
        })
    })?;
    let trade = distinct(file, rows, "`ccode`, `year`", Trade::key)?;
    Ok(Tables {
        trade,
        ..Tables::default()
    })
}

/// An amount that cannot be negative; `None` where it is missing.
fn amount(row: &Row<'_>, column: &'static str) -> Result<Option<f64>, ImportError> {
    let cell = row.cell(column);
    match cell.optional_real()? {
        Some(MISSING) => Ok(None),
        Some(x) if x < 0.0 => Err(cell.error("is negative")),
        x => Ok(x),
    }
}

/// A share of a whole; `None` where it is missing.
fn share(row: &Row<'_>, column: &'static str) -> Result<Option<f64>, ImportError> {
    match amount(row, column)? {
        Some(x) if x > 1.0 => Err(row.cell(column).error("is not a share between 0 and 1")),
        x => Ok(x),
    }
}
