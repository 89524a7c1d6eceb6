//! The schema, one step after another. A step that has shipped is never changed.

use crate::store::{Dialect, Tx};
use crate::{LedgerError, legacy};

/// One step.
pub(crate) struct Migration {
    /// The version that it leads to.
    pub(crate) version: i64,
    work: Work,
    sqlite: &'static str,
    postgres: &'static str,
}

/// What a step does on both databases, before what is a database's own.
enum Work {
    Script(&'static str),
    /// Rows are taken over from tables of another shape, which then go.
    TakeOver {
        renames: &'static str,
        makes: &'static str,
        drops: &'static str,
    },
}

/// All steps, in order.
pub(crate) const MIGRATIONS: [Migration; 3] = [
    Migration {
        version: 1,
        work: Work::Script(include_str!("0001_history.sql")),
        sqlite: include_str!("0001_history.sqlite.sql"),
        postgres: include_str!("0001_history.postgres.sql"),
    },
    Migration {
        version: 2,
        work: Work::Script(include_str!("0002_state.sql")),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 3,
        work: Work::TakeOver {
            renames: include_str!("0003_parts.before.sql"),
            makes: include_str!("0003_parts.sql"),
            drops: include_str!("0003_parts.after.sql"),
        },
        sqlite: include_str!("0003_parts.sqlite.sql"),
        postgres: include_str!("0003_parts.postgres.sql"),
    },
];

/// The version of the schema that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// The first version that has the histories of everybody and of each delegation apart.
pub(crate) const PARTS: i64 = 3;

impl Migration {
    pub(crate) async fn run(&self, tx: &mut Tx) -> Result<(), LedgerError> {
        let dialect = tx.dialect();
        match &self.work {
            Work::Script(script) => tx.script(&dialect.types(script)).await?,
            Work::TakeOver {
                renames,
                makes,
                drops,
            } => {
                tx.script(renames).await?;
                tx.script(&dialect.types(makes)).await?;
                legacy::take_over(tx).await?;
                tx.script(drops).await?;
            }
        }
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
