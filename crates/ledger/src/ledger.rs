//! A ledger, and the two doors to it.

use crate::history::{Head, read};
use crate::part::Part;
use crate::store::Pool;
use crate::view::View;
use crate::{Database, LedgerError, TakenOver, Viewer};

/// An open ledger. Copies of it share their connections.
#[derive(Clone, Debug)]
pub struct Ledger {
    pub(crate) pool: Pool,
    pub(crate) database: Database,
    pub(crate) taken_over: Option<TakenOver>,
}

/// Who keeps the ledger as a whole: copies it, makes it anew, checks it. No content is returned, but a
/// copy holds every delegation's notes.
#[derive(Clone, Copy, Debug)]
pub struct Custodian<'l> {
    pub(crate) ledger: &'l Ledger,
}

impl Ledger {
    /// Reads and writes as somebody: the only door to what the ledger holds.
    pub fn as_seen_by(&self, viewer: Viewer) -> View<'_> {
        View::new(self, viewer)
    }

    /// Keeps the ledger as a whole.
    pub fn custodian(&self) -> Custodian<'_> {
        Custodian { ledger: self }
    }

    /// Where it is.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The last row of what is everybody's.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn head(&self) -> Result<Head, LedgerError> {
        let mut tx = self.pool.read().await?;
        Ok(read::tip(&mut tx, Part::JOINT).await?.head)
    }

    /// Ends all connections, once what runs on them has ended.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
