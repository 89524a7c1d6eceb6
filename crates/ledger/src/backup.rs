//! Whole copies of a ledger.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use entente_doors::file::{Access, NewFile};
use jiff::Timestamp;

use crate::exchange::{Hand, export, restore};
use crate::legacy;
use crate::migrations::{ABSENT, PARTS, SCHEMA_VERSION};
use crate::roles;
use crate::viewer::Sight;
use crate::{Custodian, Database, Ledger, LedgerError, Opening, documents};

impl Custodian<'_> {
    /// Writes a whole copy, while others read and write: one state of the database.
    ///
    /// Of SQLite it is a database, ready to be opened; of PostgreSQL an export in JSON Lines with all
    /// delegations' notes, to be imported into an empty one. It is as secret as the ledger itself.
    ///
    /// # Errors
    /// [`LedgerError::InTheWay`] if the file is there; [`LedgerError::NotAllSeen`] to an account of which the server
    /// keeps what is others' own; if the database cannot be read or the file not be written.
    pub async fn backup(&self, file: &Path) -> Result<(), LedgerError> {
        copy(self.ledger, SCHEMA_VERSION, file).await
    }

    /// Writes the histories of all parts up to a time into another, empty database. This one is not changed.
    ///
    /// # Errors
    /// [`LedgerError::NotEmpty`] if the other holds a history; [`LedgerError::NotAllSeen`] as for
    /// [`backup`](Custodian::backup); if either cannot be read or written.
    pub async fn restore(&self, time: Timestamp, into: &Database) -> Result<Ledger, LedgerError> {
        let mut tx = self.ledger.pool.read().await?;
        if !roles::sees_all(&mut tx).await? {
            return Err(LedgerError::NotAllSeen);
        }
        drop(tx);
        let other = Ledger::open(into, &Opening::default()).await?;
        restore(self.ledger, Hand::Custodian, time, &other).await?;
        Ok(other)
    }
}

/// Copies a database of an older version before its tables are changed; where the copy is.
pub(crate) async fn before_migration(
    ledger: &Ledger,
    found: i64,
    opening: &Opening,
) -> Result<Option<PathBuf>, LedgerError> {
    let time = opening
        .now
        .map(|now| now.strftime("-%Y%m%dT%H%M%SZ").to_string());
    let suffix = format!("v{found}{}", time.unwrap_or_default());
    let (directory, name) = match (&ledger.database, &opening.copies) {
        (Database::Memory, _) => return Ok(None),
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
    let file = directory.join(name);
    copy(ledger, found, &file).await?;
    Ok(Some(file))
}

async fn copy(ledger: &Ledger, version: i64, file: &Path) -> Result<(), LedgerError> {
    if file.exists() {
        return Err(LedgerError::InTheWay(file.to_owned()));
    }
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => LedgerError::InTheWay(file.to_owned()),
        _ => LedgerError::File {
            file: file.to_owned(),
            error,
        },
    };
    let mut to = NewFile::beside(file, Access::Private).map_err(failed)?;
    match ledger.database {
        Database::Sqlite(_) | Database::Memory => {
            // SQLite writes into a file that is there only if that is empty, as this one is.
            let name = to
                .part_name()
                .to_str()
                .ok_or_else(|| failed(io::Error::other("SQLite needs a file name in UTF-8")))?;
            ledger
                .pool
                .run_alone("VACUUM INTO $1", &[name.into()])
                .await?;
        }
        Database::Postgres(_) => {
            let mut tx = ledger.pool.read().await?;
            if !roles::sees_all(&mut tx).await? {
                return Err(LedgerError::NotAllSeen);
            }
            if version < PARTS {
                legacy::write_copy(&mut tx, &mut to).await?;
            } else {
                // Before there was a list, nobody could tell what is absent from what was lost.
                let absent = match version < ABSENT {
                    true => documents::lacking(&mut tx).await?,
                    false => documents::absent(&mut tx).await?,
                };
                export(&mut tx, Sight::CUSTODIAN, "custodian", &absent, &mut to).await?;
            }
        }
    }
    to.finish_new().map_err(failed)
}
