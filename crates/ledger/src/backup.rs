//! Whole copies of a ledger.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::exchange::export;
use crate::migrations::SCHEMA_VERSION;
use crate::viewer::Sight;
use crate::{Custodian, Database, Ledger, LedgerError, Opening};

impl Custodian<'_> {
    /// Writes a whole copy, while others read and write: one state of the database.
    ///
    /// Of SQLite it is a database, ready to be opened; of PostgreSQL an export in JSON Lines with all
    /// delegations' notes, to be imported into an empty one. It is as secret as the ledger itself.
    ///
    /// # Errors
    /// [`LedgerError::InTheWay`] if the file is there; if the database cannot be read or the file not
    /// be written.
    pub async fn backup(&self, file: &Path) -> Result<(), LedgerError> {
        copy(self.ledger, file).await
    }
}

/// Copies a database of an older version before its tables are changed.
pub(crate) async fn before_migration(
    ledger: &Ledger,
    found: i64,
    opening: &Opening,
) -> Result<(), LedgerError> {
    let time = opening
        .now
        .map(|now| now.strftime("-%Y%m%dT%H%M%SZ").to_string());
    let suffix = format!("v{found}{}", time.unwrap_or_default());
    let (directory, name) = match (&ledger.database, &opening.copies) {
        (Database::Memory, _) => return Ok(()),
        (Database::Sqlite(file), copies) => {
            let mut name = file.file_name().map(OsString::from).unwrap_or_default();
            name.push(format!(".{suffix}.backup"));
            let beside = file.parent().unwrap_or(Path::new(""));
            (copies.as_deref().unwrap_or(beside), name)
        }
        (Database::Postgres(options), Some(copies)) => {
            let name = options.get_database().unwrap_or("ledger");
            (copies.as_path(), format!("{name}.{suffix}.jsonl").into())
        }
        (Database::Postgres(_), None) => {
            let known = SCHEMA_VERSION;
            return Err(LedgerError::NoPlaceForBackup { found, known });
        }
    };
    copy(ledger, &directory.join(name)).await
}

async fn copy(ledger: &Ledger, file: &Path) -> Result<(), LedgerError> {
    if file.exists() {
        return Err(LedgerError::InTheWay(file.to_owned()));
    }
    let failed = |error| LedgerError::File {
        file: file.to_owned(),
        error,
    };
    // Under another name until it is whole.
    let mut partial = file.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    if partial.exists() {
        fs::remove_file(&partial).map_err(failed)?;
    }
    match ledger.database {
        Database::Sqlite(_) | Database::Memory => {
            let name = partial.to_str().ok_or_else(|| {
                failed(std::io::Error::other("SQLite needs a file name in UTF-8"))
            })?;
            ledger
                .pool
                .run_alone("VACUUM INTO $1", &[name.into()])
                .await?;
        }
        Database::Postgres(_) => {
            let mut to = BufWriter::new(File::create(&partial).map_err(failed)?);
            let mut tx = ledger.pool.read().await?;
            export(&mut tx, Sight::CUSTODIAN, "custodian", &mut to).await?;
            to.flush().map_err(failed)?;
        }
    }
    File::open(&partial)
        .and_then(|f| f.sync_all())
        .map_err(failed)?;
    fs::rename(&partial, file).map_err(failed)
}
