//! The ledger for programs that wait.

use std::future::Future;
use std::ops::Deref;

use tokio::runtime::{Builder, Runtime};

use crate::{Database, Ledger, LedgerError, Opening};

/// A ledger with a runtime of its own: [`wait`](Blocking::wait) runs what a [`Ledger`] offers.
#[derive(Debug)]
pub struct Blocking {
    ledger: Ledger,
    runtime: Runtime,
}

impl Blocking {
    /// Opens a ledger, as [`Ledger::open`] does.
    ///
    /// # Errors
    /// As there, and if no runtime can be made.
    pub fn open(database: &Database, opening: &Opening) -> Result<Self, LedgerError> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| LedgerError::Database(error.into()))?;
        let ledger = runtime.block_on(Ledger::open(database, opening))?;
        Ok(Blocking { ledger, runtime })
    }

    /// Waits until something is done.
    ///
    /// # Panics
    /// If called from within another runtime; there the [`Ledger`] itself is used.
    pub fn wait<F: Future>(&self, what: F) -> F::Output {
        self.runtime.block_on(what)
    }
}

impl Deref for Blocking {
    type Target = Ledger;

    fn deref(&self) -> &Ledger {
        &self.ledger
    }
}

impl Drop for Blocking {
    /// Ends the connections, so that SQLite folds its log into the file.
    fn drop(&mut self) {
        self.runtime.block_on(self.ledger.close());
    }
}
