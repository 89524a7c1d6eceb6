//! Opening a database: making its tables, or bringing them up to date.

use std::path::PathBuf;

use entente_doors::file;
use jiff::Timestamp;

use crate::backup;
use crate::history::read;
use crate::migrations::{MIGRATIONS, SCHEMA_VERSION};
use crate::state;
use crate::store::{Pool, Tx, close_to_others};
use crate::viewer::Sight;
use crate::{Database, Ledger, LedgerError};

/// What opening may need if the database is of an older version.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The time, for the name of a copy that is made before tables are changed. Without it the name
    /// has no time.
    pub now: Option<Timestamp>,
    /// The directory for that copy. Without it a copy of a SQLite file is put beside the file, and a
    /// PostgreSQL database of an older version is not opened.
    pub copies: Option<PathBuf>,
}

/// What became of a ledger that an older version of the program wrote, when it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// The version of the tables that it had.
    pub version: i64,
    /// The copy that was made before; none of a ledger in memory.
    pub copy: Option<PathBuf>,
    /// Rows of the history in which a text, or the author's name, held characters that none may hold; these were
    /// replaced.
    pub cleaned: i64,
    /// Rows that were left out, because their bodies were not there: they came sealed from elsewhere.
    pub left_out: i64,
    /// Contents of everybody's documents that are not there.
    pub absent: i64,
}

/// What a database holds.
enum Found {
    Nothing,
    Version(i64),
}

impl Ledger {
    /// Opens a ledger. An empty database becomes one; one of an older version is copied, then brought
    /// up to date.
    ///
    /// # Errors
    /// [`LedgerError::Newer`], [`LedgerError::NotALedger`], [`LedgerError::NoPlaceForBackup`]; and if
    /// the database cannot be reached or the copy not be written. In all of these nothing is changed.
    pub async fn open(database: &Database, opening: &Opening) -> Result<Ledger, LedgerError> {
        let mut ledger = Ledger {
            pool: Pool::connect(database).await?,
            database: database.clone(),
            taken_over: None,
        };
        let mut tx = ledger.pool.read().await?;
        let found = look(&mut tx).await?;
        drop(tx);
        if let (Database::Sqlite(file), Found::Version(_)) = (database, &found) {
            let file = file.clone();
            close_to_others(&file).map_err(|error| LedgerError::File { file, error })?;
        }
        match found {
            Found::Version(SCHEMA_VERSION) => return Ok(ledger),
            Found::Version(found) if found > SCHEMA_VERSION => {
                let known = SCHEMA_VERSION;
                return Err(LedgerError::Newer { found, known });
            }
            Found::Version(found) => {
                let copy = backup::before_migration(&ledger, found, opening).await?;
                match migrate(&ledger.pool).await {
                    Ok(taken) => ledger.taken_over = taken.map(|it| TakenOver { copy, ..it }),
                    Err(error) => {
                        // Nothing was changed: the copy is one too many.
                        if let Some(copy) = copy {
                            let _ = file::remove(&copy);
                        }
                        return Err(error);
                    }
                }
            }
            Found::Nothing => {
                migrate(&ledger.pool).await?;
            }
        }
        Ok(ledger)
    }

    /// What became of what an older version of the program wrote; none if the ledger was of today's version when
    /// it was opened.
    pub fn taken_over(&self) -> Option<&TakenOver> {
        self.taken_over.as_ref()
    }
}

async fn look(tx: &mut Tx) -> Result<Found, LedgerError> {
    let dialect = tx.dialect();
    if tx
        .row(dialect.table_is_there(), &["ledger_schema".into()])
        .await?
        .is_none()
    {
        let tables = tx.row(dialect.tables(), &[]).await?;
        return match tables.map(|row| row.int(0)).transpose()? {
            None | Some(0) => Ok(Found::Nothing),
            Some(_) => Err(LedgerError::NotALedger),
        };
    }
    let row = tx
        .row("SELECT max(version) FROM ledger_schema", &[])
        .await?;
    let version = row.map(|row| row.maybe_int(0)).transpose()?.flatten();
    Ok(version.map_or(Found::Nothing, Found::Version))
}

/// Takes the steps that are missing, all or none. Another program may be doing the same. What became of what
/// was there; none if nothing was, or another program did it.
async fn migrate(pool: &Pool) -> Result<Option<TakenOver>, LedgerError> {
    let mut tx = pool.write().await?;
    tx.lock_tables().await?;
    let version = match look(&mut tx).await? {
        Found::Version(version) => version,
        Found::Nothing => {
            tx.script("CREATE TABLE IF NOT EXISTS ledger_schema (version BIGINT PRIMARY KEY)")
                .await?;
            0
        }
    };
    let mut taken = TakenOver {
        version,
        ..TakenOver::default()
    };
    for migration in MIGRATIONS.iter().filter(|m| m.version > version) {
        migration.run(&mut tx, &mut taken).await?;
        let sql = "INSERT INTO ledger_schema (version) VALUES ($1)";
        tx.run(sql, &[migration.version.into()]).await?;
    }
    let older = (1..SCHEMA_VERSION).contains(&version);
    if older {
        let parts = read::parts(&mut tx, Sight::CUSTODIAN).await?;
        state::rebuild(&mut tx, &parts).await?;
    }
    tx.commit().await?;
    Ok(older.then_some(taken))
}
