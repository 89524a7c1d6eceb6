//! What the two databases write differently.

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// A parameter of a long statement. SQLite looks a name up among all names, which for thousands of
    /// them takes longer than the statement; a bare `?` has none.
    pub(super) fn parameter(self, number: usize) -> String {
        match self {
            Dialect::Sqlite => "?".to_owned(),
            Dialect::Postgres => format!("${number}"),
        }
    }

    /// Begins a transaction that writes. SQLite takes its only write lock at once, so that a
    /// transaction never has to give up for having read first; PostgreSQL locks the chain's head.
    pub(super) fn begin_write(self) -> &'static str {
        match self {
            Dialect::Sqlite => "BEGIN IMMEDIATE",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        }
    }

    /// Begins a transaction that reads one state of the database throughout.
    pub(super) fn begin_read(self) -> &'static str {
        match self {
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Columns as one text, a JSON array. A long result is read several times as fast so: SQLite hands every
    /// value of every row from one thread to another.
    pub(crate) fn as_one(self, columns: &str) -> String {
        match self {
            Dialect::Sqlite => format!("json_array({columns})"),
            Dialect::Postgres => format!("json_build_array({columns})::text"),
        }
    }

    /// After a `SELECT` of the chain's head: nobody else may write until the end of the transaction.
    pub(crate) fn lock(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " FOR UPDATE",
        }
    }

    /// A statement that waits until nobody else changes tables; SQLite's transaction has waited already.
    /// The number is the ledger's own, `ENTENTE` in ASCII.
    pub(super) fn lock_tables(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgres => Some("SELECT pg_advisory_xact_lock(19507897240015941)"),
        }
    }

    /// A statement that gives a row if the table is there.
    pub(crate) fn table_is_there(self) -> &'static str {
        match self {
            Dialect::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name = $1",
            Dialect::Postgres => {
                "SELECT table_name::text FROM information_schema.tables
                 WHERE table_schema = current_schema() AND table_name = $1"
            }
        }
    }

    /// A statement that gives the number of tables, whosever they are.
    pub(crate) fn tables(self) -> &'static str {
        match self {
            Dialect::Sqlite => "SELECT count(*) FROM sqlite_master WHERE type = 'table'",
            Dialect::Postgres => {
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
            }
        }
    }

    /// The types of columns in a migration. Text is compared byte by byte, so that orders agree.
    pub(crate) fn types(self, sql: &str) -> String {
        let (text, bytes) = match self {
            Dialect::Sqlite => ("TEXT", "BLOB"),
            Dialect::Postgres => ("TEXT COLLATE \"C\"", "BYTEA"),
        };
        sql.replace("{text}", text).replace("{bytes}", bytes)
    }
}
