//! The schema, one step after another. A step that has shipped is never changed.

use crate::LedgerError;
use crate::store::{Dialect, Tx};

/// One step.
pub(crate) struct Migration {
    /// The version that it leads to.
    pub(crate) version: i64,
    both: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// All steps, in order.
pub(crate) const MIGRATIONS: [Migration; 2] = [
    Migration {
        version: 1,
        both: include_str!("0001_history.sql"),
        sqlite: include_str!("0001_history.sqlite.sql"),
        postgres: include_str!("0001_history.postgres.sql"),
    },
    Migration {
        version: 2,
        both: include_str!("0002_state.sql"),
        sqlite: "",
        postgres: "",
    },
];

/// The version of the schema that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

impl Migration {
    pub(crate) async fn run(&self, tx: &mut Tx) -> Result<(), LedgerError> {
        let dialect = tx.dialect();
        tx.script(&dialect.types(self.both)).await?;
        let own = match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        };
        if own.is_empty() {
            return Ok(());
        }
        tx.script(own).await
    }
}
