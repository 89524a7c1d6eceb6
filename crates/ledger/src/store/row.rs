//! Values that come out of a statement.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, ValueRef as _};

use crate::LedgerError;

/// A row of a result; columns are numbered from 0.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

macro_rules! get {
    ($name:ident, $type:ty) => {
        pub(crate) fn $name(&self, column: usize) -> Result<$type, LedgerError> {
            Ok(match self {
                Row::Sqlite(row) => row.try_get_unchecked(column)?,
                Row::Postgres(row) => row.try_get(column)?,
            })
        }
    };
    ($name:ident, $maybe:ident, $type:ty) => {
        get!($name, $type);

        pub(crate) fn $maybe(&self, column: usize) -> Result<Option<$type>, LedgerError> {
            let null = match self {
                Row::Sqlite(row) => row.try_get_raw(column)?.is_null(),
                Row::Postgres(row) => row.try_get_raw(column)?.is_null(),
            };
            if null {
                return Ok(None);
            }
            self.$name(column).map(Some)
        }
    };
}

impl Row {
    get!(text, maybe_text, String);
    get!(int, maybe_int, i64);
    get!(bytes, Vec<u8>);
}
