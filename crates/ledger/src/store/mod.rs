//! One way to speak to both databases.
//!
//! Statements are written once, with `$1` for parameters, which both understand. What differs is in
//! [`dialect`]. Dates, times and JSON are stored as text, so that a row is the same on both.

mod dialect;
mod place;
mod pool;
mod refusal;
mod row;
mod value;

pub(crate) use dialect::Dialect;
pub(crate) use place::close_to_others;
pub(crate) use pool::{Pool, Tx};
pub(crate) use refusal::Refusal;
pub(crate) use row::Row;
pub(crate) use value::{Value, maybe_text};

use crate::LedgerError;

/// Most parameters of one statement; SQLite allows 32,766, PostgreSQL 65,535.
const MOST_PARAMETERS: usize = 30_000;

impl Tx {
    /// Inserts rows, many with one statement.
    pub(crate) async fn insert(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: &[Vec<Value>],
    ) -> Result<(), LedgerError> {
        let dialect = self.dialect();
        for some in rows.chunks((MOST_PARAMETERS / columns.len()).min(500)) {
            let tuple = |row: usize| {
                let first = row * columns.len() + 1;
                let places = (first..first + columns.len()).map(|n| dialect.parameter(n));
                format!("({})", places.collect::<Vec<_>>().join(","))
            };
            let tuples: Vec<String> = (0..some.len()).map(tuple).collect();
            let sql = format!(
                "INSERT INTO {table} ({}) VALUES {}",
                columns.join(","),
                tuples.join(",")
            );
            let values: Vec<Value> = some.iter().flatten().cloned().collect();
            self.run(&sql, &values).await?;
        }
        Ok(())
    }
}
