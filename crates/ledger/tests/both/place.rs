//! Where a test runs: a backend, a directory, and empty databases.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use entente_ledger::{Database, Ledger, Opening};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tempfile::TempDir;

use crate::server;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// A backend and a directory.
pub struct Place {
    pub backend: Backend,
    directory: TempDir,
    number: AtomicU32,
}

/// Runs a test in a place of its own.
pub fn run(backend: Backend, test: impl AsyncFnOnce(&Place)) {
    let place = Place {
        backend,
        directory: tempfile::tempdir().unwrap(),
        number: AtomicU32::new(0),
    };
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap().block_on(test(&place));
}

impl Place {
    /// A file that is not there yet.
    pub fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// A new, empty database.
    pub async fn database(&self) -> Database {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        match self.backend {
            Backend::Sqlite => Database::Sqlite(self.file(&format!("{number}.ledger"))),
            Backend::Postgres => Database::Postgres(Box::new(server::database().await)),
        }
    }

    /// A new, empty ledger.
    pub async fn ledger(&self) -> Ledger {
        open(&self.database().await).await
    }
}

/// Opens a ledger.
pub async fn open(database: &Database) -> Ledger {
    Ledger::open(database, &Opening::default()).await.unwrap()
}

/// Runs statements past the ledger.
///
/// # Errors
/// What the database says.
pub async fn sql(database: &Database, script: &str) -> Result<(), sqlx::Error> {
    let script = sqlx::raw_sql(AssertSqlSafe(script.to_owned()));
    match database {
        Database::Sqlite(file) => {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = options
                .foreign_keys(false)
                .create_if_missing(true)
                .connect()
                .await?;
            connection.execute(script).await?;
            connection.close().await
        }
        Database::Postgres(options) => {
            let mut connection = options.connect().await?;
            connection.execute(script).await?;
            connection.close().await
        }
        Database::Memory => panic!("a database in memory is its ledger's own"),
    }
}

/// Runs statements past the ledger and its triggers.
pub async fn tamper(database: &Database, script: &str) {
    const TABLES: [&str; 3] = ["revision", "private_body", "blob"];
    let mut all = String::new();
    for table in TABLES {
        match database {
            Database::Postgres(_) => all.push_str(&format!("ALTER TABLE {table} DISABLE TRIGGER ALL;")),
            _ => all.push_str(&format!(
                "DROP TRIGGER IF EXISTS {table}_keeps_update; DROP TRIGGER IF EXISTS {table}_keeps_delete;"
            )),
        }
    }
    all.push_str(script);
    sql(database, &all).await.unwrap();
}
