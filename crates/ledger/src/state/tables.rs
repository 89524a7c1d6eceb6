//! The tables of the state.

use crate::LedgerError;
use crate::store::{Row, Tx, Value};

/// The type of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column {
    Text,
    Int,
}

/// A table, its columns, and how many of the first are its key.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    columns: &'static [(&'static str, Column)],
    key: usize,
}

use Column::{Int, Text};

pub(crate) const LATEST: Table = Table {
    name: "latest",
    columns: &[
        ("part", Int),
        ("kind", Text),
        ("id", Text),
        ("seq", Int),
        ("version", Int),
        ("parent", Text),
        ("day", Text),
    ],
    key: 3,
};

pub(crate) const OWED: Table = Table {
    name: "owed",
    columns: &[
        ("commitment", Text),
        ("text", Text),
        ("parties", Text),
        ("made", Text),
        ("due", Text),
        ("status", Text),
        ("consultation", Text),
        ("mechanism", Text),
        ("item", Text),
        ("extensions", Int),
    ],
    key: 1,
};

pub(crate) const STANDING: Table = Table {
    name: "standing",
    columns: &[
        ("commitment", Text),
        ("party", Int),
        ("assessor", Text),
        ("score", Text),
        ("stage", Text),
        ("value", Int),
    ],
    key: 3,
};

pub(crate) const COMPLIANCE: Table = Table {
    name: "compliance",
    columns: &[
        ("commitment", Text),
        ("party", Int),
        ("mechanism", Text),
        ("item", Text),
        ("year", Int),
        ("score", Int),
    ],
    key: 2,
};

impl Table {
    pub(crate) async fn insert(&self, tx: &mut Tx, rows: &[Vec<Value>]) -> Result<(), LedgerError> {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        tx.insert(self.name, &names, rows).await
    }

    /// Takes out the rows whose first column holds a text.
    pub(crate) async fn clear(&self, tx: &mut Tx, first: &str) -> Result<(), LedgerError> {
        let sql = format!("DELETE FROM {} WHERE {} = $1", self.name, self.columns[0].0);
        tx.run(&sql, &[first.into()]).await
    }

    pub(crate) async fn clear_all(&self, tx: &mut Tx) -> Result<(), LedgerError> {
        tx.run(&format!("DELETE FROM {}", self.name), &[]).await
    }

    /// The rows whose first column, a text, lies after one and up to another; to the end without that.
    pub(crate) async fn between(
        &self,
        tx: &mut Tx,
        after: &str,
        last: Option<&str>,
    ) -> Result<Vec<Vec<Value>>, LedgerError> {
        let first = self.columns[0].0;
        let mut values = vec![after.into()];
        let mut condition = format!("t.{first} > $1");
        if let Some(last) = last {
            condition.push_str(&format!(" AND t.{first} <= $2"));
            values.push(last.into());
        }
        self.select(tx, &format!("WHERE {condition}"), &values)
            .await
    }

    /// The rows that meet a condition.
    pub(crate) async fn select(
        &self,
        tx: &mut Tx,
        tail: &str,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, LedgerError> {
        let names = self.columns.iter().map(|(name, _)| format!("t.{name}"));
        let names = names.collect::<Vec<_>>().join(",");
        let sql = format!("SELECT {names} FROM {} t {tail}", self.name);
        tx.rows(&sql, values)
            .await?
            .iter()
            .map(|row| self.values(row))
            .collect()
    }

    fn values(&self, row: &Row) -> Result<Vec<Value>, LedgerError> {
        let columns = self.columns.iter().enumerate();
        columns
            .map(|(i, (_, column))| {
                Ok(match column {
                    Text => Value::Text(row.maybe_text(i)?),
                    Int => Value::Int(row.maybe_int(i)?),
                })
            })
            .collect()
    }

    /// The key of a row, for people; the part is not among it.
    pub(crate) fn key(&self, row: &[Value]) -> String {
        let columns = self.columns.iter().zip(row).take(self.key);
        let parts: Vec<String> = columns
            .filter(|((name, _), _)| *name != "part")
            .map(|(_, value)| match value {
                Value::Text(Some(text)) => text.clone(),
                Value::Int(Some(number)) => number.to_string(),
                _ => String::new(),
            })
            .collect();
        parts.join("/")
    }
}
