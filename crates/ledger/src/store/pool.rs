//! Connections and transactions.

use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{
    Sqlite, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool,
    SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, Transaction};

use super::{Dialect, Row, Value, place};
use crate::seal::Keys;
use crate::{Database, LedgerError};

/// How long a writer waits for others before it gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Pages of a SQLite file that a connection keeps, in KiB with a minus sign: those of 100,000 commitments.
const CACHE: &str = "-65536";

/// A server may be set to acknowledge what is not on its disk yet; not for the ledger.
const DURABLE: &str = "SELECT set_config('synchronous_commit', 'on', false)
     WHERE current_setting('synchronous_commit') = 'off'";

/// Connections to a database, and the keys of what is sealed in it.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    connections: Connections,
    keys: Keys,
}

#[derive(Clone, Debug)]
enum Connections {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction. Dropped without [`commit`](Tx::commit), it changes nothing.
pub(crate) struct Tx {
    running: Running,
    keys: Keys,
}

enum Running {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Pool {
    /// Connects.
    ///
    /// SQLite writes ahead (WAL) and has each transaction on the disk before it is acknowledged
    /// (`synchronous=FULL`); so does PostgreSQL, whatever the server's default.
    pub(crate) async fn connect(database: &Database) -> Result<Pool, LedgerError> {
        let connections = match database {
            Database::Sqlite(file) => Connections::Sqlite(sqlite_file(file).await?),
            Database::Memory => {
                let options = SqliteConnectOptions::new()
                    .in_memory(true)
                    .foreign_keys(true);
                let pool = SqlitePoolOptions::new()
                    .max_connections(1)
                    .idle_timeout(None)
                    .max_lifetime(None);
                Connections::Sqlite(pool.connect_with(options).await?)
            }
            Database::Postgres(options) => {
                // The pool would wait for a server that refuses, and not say that it does.
                options.connect().await?.close().await?;
                let pool = PgPoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(PATIENCE)
                    .after_connect(|connection, _| {
                        Box::pin(async { connection.execute(DURABLE).await.map(drop) })
                    });
                Connections::Postgres(pool.connect_with(options.as_ref().clone()).await?)
            }
        };
        let keys = Keys::default();
        Ok(Pool { connections, keys })
    }

    /// The keys of what is sealed.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self.connections {
            Connections::Sqlite(_) => Dialect::Sqlite,
            Connections::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Begins a transaction that writes.
    pub(crate) async fn write(&self) -> Result<Tx, LedgerError> {
        self.begin(self.dialect().begin_write()).await
    }

    /// Begins a transaction that sees one state of the database throughout.
    pub(crate) async fn read(&self) -> Result<Tx, LedgerError> {
        self.begin(self.dialect().begin_read()).await
    }

    async fn begin(&self, how: &'static str) -> Result<Tx, LedgerError> {
        let running = match &self.connections {
            Connections::Sqlite(pool) => Running::Sqlite(pool.begin_with(how).await?),
            Connections::Postgres(pool) => Running::Postgres(pool.begin_with(how).await?),
        };
        let keys = self.keys.clone();
        Ok(Tx { running, keys })
    }

    /// Runs a statement that allows no transaction.
    pub(crate) async fn run_alone(&self, sql: &str, values: &[Value]) -> Result<(), LedgerError> {
        match &self.connections {
            Connections::Sqlite(pool) => pool.execute(sqlite(sql, values)).await.map(drop)?,
            Connections::Postgres(pool) => pool.execute(postgres(sql, values)).await.map(drop)?,
        }
        Ok(())
    }

    /// Runs a statement that allows no transaction; the first number of its answer, if it gives one.
    pub(crate) async fn ask_alone(&self, sql: &str) -> Result<Option<i64>, LedgerError> {
        let row = match &self.connections {
            Connections::Sqlite(pool) => pool
                .fetch_optional(sqlite(sql, &[]))
                .await?
                .map(Row::Sqlite),
            Connections::Postgres(pool) => pool
                .fetch_optional(postgres(sql, &[]))
                .await?
                .map(Row::Postgres),
        };
        row.map(|row| row.int(0)).transpose()
    }

    pub(crate) async fn close(&self) {
        match &self.connections {
            Connections::Sqlite(pool) => pool.close().await,
            Connections::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub(crate) fn dialect(&self) -> Dialect {
        match self.running {
            Running::Sqlite(_) => Dialect::Sqlite,
            Running::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The keys of what is sealed.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// All rows of a result.
    pub(crate) async fn rows(
        &mut self,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Row>, LedgerError> {
        Ok(match &mut self.running {
            Running::Sqlite(tx) => {
                let rows = tx.fetch_all(sqlite(sql, values)).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Running::Postgres(tx) => {
                let rows = tx.fetch_all(postgres(sql, values)).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The only row of a result, if there is one.
    pub(crate) async fn row(
        &mut self,
        sql: &str,
        values: &[Value],
    ) -> Result<Option<Row>, LedgerError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Runs a statement.
    pub(crate) async fn run(&mut self, sql: &str, values: &[Value]) -> Result<(), LedgerError> {
        match &mut self.running {
            Running::Sqlite(tx) => tx.execute(sqlite(sql, values)).await.map(drop)?,
            Running::Postgres(tx) => tx.execute(postgres(sql, values)).await.map(drop)?,
        }
        Ok(())
    }

    /// Runs a script of statements without parameters.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), LedgerError> {
        let script = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match &mut self.running {
            Running::Sqlite(tx) => tx.execute(script).await.map(drop)?,
            Running::Postgres(tx) => tx.execute(script).await.map(drop)?,
        }
        Ok(())
    }

    /// Waits until nobody else changes tables.
    pub(crate) async fn lock_tables(&mut self) -> Result<(), LedgerError> {
        match self.dialect().lock_tables() {
            Some(sql) => self.run(sql, &[]).await,
            None => Ok(()),
        }
    }

    /// Makes the transaction last. When this returns, it is on the disk.
    pub(crate) async fn commit(self) -> Result<(), LedgerError> {
        let committed = match self.running {
            Running::Sqlite(tx) => tx.commit().await,
            Running::Postgres(tx) => tx.commit().await,
        };
        committed.map_err(LedgerError::unacknowledged)
    }
}

/// Connects to a file, which is made if it is not there, for the user alone. One that cannot be written, or
/// beside which nothing can be, is read as it stands.
async fn sqlite_file(file: &Path) -> Result<SqlitePool, LedgerError> {
    place::prepare(file).map_err(|error| LedgerError::File {
        file: file.to_owned(),
        error,
    })?;
    let options = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", CACHE);
    let writing = options
        .clone()
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = || {
        SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(PATIENCE)
            .before_acquire(|connection, _| Box::pin(usable(connection)))
    };
    match pool().connect_with(writing).await {
        Err(error) if place::unwritable(file) => {
            // Without a log beside it the file is all there is: nothing is made beside it to read it.
            let reading = options.read_only(true).immutable(!place::has_log(file));
            pool().connect_with(reading).await.map_err(|_| error.into())
        }
        connected => Ok(connected?),
    }
}

/// Whether a connection can begin a transaction. Where SQLite itself has rolled one back, as it does
/// when the disk is full, sqlx's own roll-back fails and it believes for ever that it is within one.
async fn usable(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    Ok(!connection.is_in_transaction())
}

macro_rules! bound {
    ($name:ident, $database:ty) => {
        fn $name(
            sql: &str,
            values: &[Value],
        ) -> Query<'static, $database, <$database as sqlx::Database>::Arguments> {
            let mut query = sqlx::query(AssertSqlSafe(sql.to_owned()));
            for value in values {
                query = match value.clone() {
                    Value::Text(text) => query.bind(text),
                    Value::Int(number) => query.bind(number),
                    Value::Bytes(bytes) => query.bind(bytes),
                };
            }
            query
        }
    };
}

bound!(sqlite, Sqlite);
bound!(postgres, Postgres);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_has_it_on_the_disk_before_it_says_so() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(settings());
    }

    async fn settings() {
        let directory = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(directory.path().join("ledger"));
        let pool = Pool::connect(&database).await.unwrap();
        let mut tx = pool.read().await.unwrap();
        let row = tx.row("PRAGMA journal_mode", &[]).await.unwrap().unwrap();
        assert_eq!(row.text(0).unwrap(), "wal");
        // 2 is FULL.
        for (pragma, value) in [("synchronous", 2), ("foreign_keys", 1)] {
            let row = tx.row(&format!("PRAGMA {pragma}"), &[]).await.unwrap();
            assert_eq!(row.unwrap().int(0).unwrap(), value, "{pragma}");
        }
    }
}
