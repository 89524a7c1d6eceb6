//! The schema, one step after another. A step that has shipped is never changed.

use crate::store::{Dialect, Tx};
use crate::{LedgerError, TakenOver, documents, legacy};

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
    /// A table is made of the contents that everybody's documents lack.
    Absent {
        makes: &'static str,
    },
}

/// All steps, in order.
pub(crate) const MIGRATIONS: [Migration; 4] = [
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
    Migration {
        version: ABSENT,
        work: Work::Absent {
            makes: include_str!("0004_absent.sql"),
        },
        sqlite: "",
        postgres: include_str!("0004_absent.postgres.sql"),
    },
];

/// The version of the schema that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// The first version that has the histories of everybody and of each delegation apart.
pub(crate) const PARTS: i64 = 3;

/// The first version that says which contents are known to be absent.
pub(crate) const ABSENT: i64 = 4;

impl Migration {
    /// Takes the step, and counts what became of what was there.
    pub(crate) async fn run(&self, tx: &mut Tx, taken: &mut TakenOver) -> Result<(), LedgerError> {
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
                legacy::take_over(tx, taken).await?;
                tx.script(drops).await?;
            }
            Work::Absent { makes } => {
                tx.script(&dialect.types(makes)).await?;
                for digest in documents::lacking(tx).await? {
                    documents::note_absent(tx, &digest).await?;
                    taken.absent += 1;
                }
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
