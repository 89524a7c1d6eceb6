//! Connections and transactions.

use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{
    Sqlite, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, Executor, Transaction};

use super::{Dialect, Row, Value};
use crate::{Database, LedgerError};

/// How long a writer waits for others before it gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Connections to a database.
#[derive(Clone, Debug)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction. Dropped without [`commit`](Tx::commit), it changes nothing.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Pool {
    /// Connects.
    ///
    /// SQLite writes ahead (WAL) and has each transaction on the disk before it is acknowledged
    /// (`synchronous=FULL`).
    pub(crate) async fn connect(database: &Database) -> Result<Pool, LedgerError> {
        Ok(match database {
            Database::Sqlite(file) => {
                let options = SqliteConnectOptions::new()
                    .filename(file)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(PATIENCE);
                let pool = SqlitePoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(PATIENCE);
                Pool::Sqlite(pool.connect_with(options).await?)
            }
            Database::Memory => {
                let options = SqliteConnectOptions::new()
                    .in_memory(true)
                    .foreign_keys(true);
                let pool = SqlitePoolOptions::new()
                    .max_connections(1)
                    .idle_timeout(None)
                    .max_lifetime(None);
                Pool::Sqlite(pool.connect_with(options).await?)
            }
            Database::Postgres(options) => {
                let pool = PgPoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(PATIENCE);
                Pool::Postgres(pool.connect_with(options.as_ref().clone()).await?)
            }
        })
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Pool::Sqlite(_) => Dialect::Sqlite,
            Pool::Postgres(_) => Dialect::Postgres,
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
        Ok(match self {
            Pool::Sqlite(pool) => Tx::Sqlite(pool.begin_with(how).await?),
            Pool::Postgres(pool) => Tx::Postgres(pool.begin_with(how).await?),
        })
    }

    /// Runs a statement that allows no transaction.
    pub(crate) async fn run_alone(&self, sql: &str, values: &[Value]) -> Result<(), LedgerError> {
        match self {
            Pool::Sqlite(pool) => pool.execute(sqlite(sql, values)).await.map(drop)?,
            Pool::Postgres(pool) => pool.execute(postgres(sql, values)).await.map(drop)?,
        }
        Ok(())
    }

    pub(crate) async fn close(&self) {
        match self {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Tx::Sqlite(_) => Dialect::Sqlite,
            Tx::Postgres(_) => Dialect::Postgres,
        }
    }

    /// All rows of a result.
    pub(crate) async fn rows(
        &mut self,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Row>, LedgerError> {
        Ok(match self {
            Tx::Sqlite(tx) => {
                let rows = tx.fetch_all(sqlite(sql, values)).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Tx::Postgres(tx) => {
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
        match self {
            Tx::Sqlite(tx) => tx.execute(sqlite(sql, values)).await.map(drop)?,
            Tx::Postgres(tx) => tx.execute(postgres(sql, values)).await.map(drop)?,
        }
        Ok(())
    }

    /// Runs a script of statements without parameters.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), LedgerError> {
        let script = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Tx::Sqlite(tx) => tx.execute(script).await.map(drop)?,
            Tx::Postgres(tx) => tx.execute(script).await.map(drop)?,
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
        match self {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
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
