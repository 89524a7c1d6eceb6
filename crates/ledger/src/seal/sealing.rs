//! Sealing a part, and opening it again.

use std::sync::Arc;

use entente_states::Ccode;
use serde::Serialize;

use super::{Envelope, Key, Passphrase};
use crate::history::{private, read};
use crate::part::Part;
use crate::store::{Dialect, Tx};
use crate::view::View;
use crate::{Ledger, LedgerError, Viewer, documents};

/// What was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sealed {
    /// Bodies.
    pub revisions: i64,
    /// Contents of documents.
    pub documents: i64,
    /// Whether what stood there before is gone from the database's own files.
    pub compacted: bool,
}

impl Ledger {
    /// Whether what is a delegation's own is sealed, and must be unlocked before it is read.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn is_locked(&self, viewer: Viewer) -> Result<bool, LedgerError> {
        let part = Part::of(viewer.delegation());
        if part.is_joint() || self.pool.keys().get(part).is_some() {
            return Ok(false);
        }
        let mut tx = self.pool.read().await?;
        Ok(envelope(&mut tx, part).await?.is_some())
    }

    /// Takes a passphrase: opens with it what is a delegation's own, if that is sealed, and keeps it for
    /// exports that are.
    ///
    /// # Errors
    /// [`LedgerError::WrongPassphrase`] if what is sealed is sealed with another.
    pub async fn unlock(&self, viewer: Viewer, passphrase: Passphrase) -> Result<(), LedgerError> {
        let part = Part::of(viewer.delegation());
        let passphrase = Arc::new(passphrase);
        let mut tx = self.pool.read().await?;
        if let Some(party) = part.delegation() {
            match envelope(&mut tx, part).await? {
                Some(found) => match found.open(part, &passphrase) {
                    Some(key) => self.pool.keys().insert(part, key),
                    None => return Err(LedgerError::WrongPassphrase(party)),
                },
                // Only into an empty part comes something sealed that is not sealed here.
                None if read::count(&mut tx, part).await? > 0 => {
                    return Err(match private::any_sealed(&mut tx, part).await? {
                        true => LedgerError::SealLost(party),
                        false => LedgerError::NotSealed(party),
                    });
                }
                None => {}
            }
        }
        self.pool.keys().remember(passphrase);
        Ok(())
    }
}

impl View<'_> {
    /// Seals what is the viewer's own with a passphrase, all that is there and all that will be written. If it is
    /// sealed already, and unlocked, the passphrase takes the place of the one before.
    ///
    /// # Errors
    /// [`LedgerError::NotADelegation`] for everybody; [`LedgerError::ShortPassphrase`]; if it is sealed and not
    /// unlocked, and if the database cannot be written. Then nothing is changed.
    pub async fn seal(&self, passphrase: &Passphrase) -> Result<Sealed, LedgerError> {
        let Some(party) = self.viewer().delegation() else {
            return Err(LedgerError::NotADelegation);
        };
        passphrase.long_enough()?;
        let part = Part::of(Some(party));
        let mut tx = self.write().await?;
        let keys = self.ledger.pool.keys().clone();
        if let Some(key) = keys.get(part) {
            let sealed = Envelope::seal(part, &key, passphrase)?;
            put(&mut tx, part, &sealed).await?;
            tx.commit().await?;
            return Ok(Sealed {
                revisions: 0,
                documents: 0,
                compacted: true,
            });
        }
        let key = Key::random()?;
        let sealed = Envelope::seal(part, &key, passphrase)?;
        put(&mut tx, part, &sealed).await?;
        let revisions = private::seal_all(&mut tx, part, &key).await?;
        let documents = documents::seal_all(&mut tx, part, &key).await?;
        tx.commit().await?;
        keys.insert(part, key);
        Ok(Sealed {
            revisions,
            documents,
            compacted: compact(self.ledger).await,
        })
    }
}

/// Takes out of the database's files what was replaced. On a server only the owner of the tables may; others
/// are passed over without an error.
async fn compact(ledger: &Ledger) -> bool {
    let steps: &[&str] = match ledger.pool.dialect() {
        Dialect::Sqlite => &["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"],
        Dialect::Postgres if !owns_tables(ledger).await.unwrap_or(false) => return false,
        Dialect::Postgres => &["VACUUM FULL private_body", "VACUUM FULL blob"],
    };
    for step in steps {
        // A checkpoint that others stand in the way of says so in its answer, as 1.
        match ledger.pool.ask_alone(step).await {
            Ok(Some(1)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
    true
}

async fn owns_tables(ledger: &Ledger) -> Result<bool, LedgerError> {
    let sql = "SELECT count(*) FROM pg_class
        WHERE oid IN ('private_body'::regclass, 'blob'::regclass)
            AND pg_has_role(current_user, relowner, 'USAGE')";
    let mut tx = ledger.pool.read().await?;
    let row = tx.row(sql, &[]).await?;
    Ok(row.map(|row| row.int(0)).transpose()? == Some(2))
}

/// The sealed key of a part, if it is sealed.
pub(crate) async fn envelope(tx: &mut Tx, part: Part) -> Result<Option<Envelope>, LedgerError> {
    let sql = "SELECT envelope FROM seal WHERE part = $1";
    let Some(row) = tx.row(sql, &[part.number().into()]).await? else {
        return Ok(None);
    };
    let text = row.text(0)?;
    let read = serde_json::from_str(&text).map_err(|_| LedgerError::Unreadable {
        what: "the sealed key of a delegation".to_owned(),
        why: "it is not as the ledger writes it".to_owned(),
    })?;
    Ok(Some(read))
}

async fn put(tx: &mut Tx, part: Part, envelope: &Envelope) -> Result<(), LedgerError> {
    let text = serde_json::to_string(envelope).map_err(|error| LedgerError::Unreadable {
        what: "the sealed key of a delegation".to_owned(),
        why: error.to_string(),
    })?;
    let sql = "INSERT INTO seal (part, envelope) VALUES ($1, $2)
         ON CONFLICT (part) DO UPDATE SET envelope = excluded.envelope";
    tx.run(sql, &[part.number().into(), text.into()]).await
}

/// Takes over a part's seal from elsewhere, into a ledger that has nothing of that part.
pub(crate) async fn adopt(
    tx: &mut Tx,
    part: Part,
    envelope: &Envelope,
    key: Option<&Key>,
) -> Result<(), LedgerError> {
    put(tx, part, envelope).await?;
    if let Some(key) = key {
        tx.keys().insert(part, key.clone());
    }
    Ok(())
}

/// What is a delegation's own is sealed, and was not unlocked.
pub(crate) async fn unlocked(tx: &mut Tx, party: Ccode) -> Result<(), LedgerError> {
    let part = Part::of(Some(party));
    if tx.keys().get(part).is_some() {
        return Ok(());
    }
    if envelope(tx, part).await?.is_some() {
        return Err(LedgerError::Locked(party));
    }
    match private::any_sealed(tx, part).await? {
        true => Err(LedgerError::SealLost(party)),
        false => Ok(()),
    }
}
