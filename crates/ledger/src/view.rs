//! What a viewer sees and writes.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::change::{extended, replaced};
use crate::exchange::{Hand, restore};
use crate::history::write::Writer;
use crate::history::{Head, Opened, Stored, read};
use crate::part::Part;
use crate::seal::unlocked;
use crate::store::Tx;
use crate::viewer::Sight;
use crate::{
    Change, Commitment, CommitmentStatus, Consultation, ConsultationStatus, Database, EntityRef,
    Entry, Ledger, LedgerError, LogFilter, Opening, Recorded, Revision, Stamp, Versioned, Viewer,
};

/// The ledger as a viewer sees it. Every reading and every change goes through one.
#[derive(Clone, Copy, Debug)]
pub struct View<'l> {
    pub(crate) ledger: &'l Ledger,
    viewer: Viewer,
}

impl<'l> View<'l> {
    pub(crate) fn new(ledger: &'l Ledger, viewer: Viewer) -> Self {
        View { ledger, viewer }
    }

    /// As whom.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    pub(crate) fn sight(&self) -> Sight {
        Sight::from(self.viewer)
    }

    /// Begins to read. What is the viewer's own must be unlocked, so that it is never taken for nothing.
    pub(crate) async fn read(&self) -> Result<Tx, LedgerError> {
        let mut tx = self.ledger.pool.read().await?;
        self.unlocked(&mut tx).await?;
        Ok(tx)
    }

    /// Begins to write.
    pub(crate) async fn write(&self) -> Result<Tx, LedgerError> {
        let mut tx = self.ledger.pool.write().await?;
        self.unlocked(&mut tx).await?;
        Ok(tx)
    }

    async fn unlocked(&self, tx: &mut Tx) -> Result<(), LedgerError> {
        match self.viewer.delegation() {
            Some(party) => unlocked(tx, party).await,
            None => Ok(()),
        }
    }

    /// Makes one change.
    ///
    /// # Errors
    /// [`LedgerError::Invalid`], [`LedgerError::Conflict`] and others: nothing is changed then, except
    /// perhaps with [`LedgerError::InDoubt`]. When this returns without one, the change is on the disk.
    pub async fn record(&self, change: Change, stamp: &Stamp) -> Result<Recorded, LedgerError> {
        let mut tx = self.write().await?;
        let mut writer = Writer::new(&mut tx, self.viewer, stamp).await?;
        let recorded = writer.change(change).await?;
        tx.commit().await?;
        Ok(recorded)
    }

    /// Makes changes in order, all or none.
    ///
    /// # Errors
    /// As [`record`](View::record), for the first change that cannot be made.
    pub async fn record_all(
        &self,
        changes: Vec<Change>,
        stamp: &Stamp,
    ) -> Result<Vec<Recorded>, LedgerError> {
        let mut tx = self.write().await?;
        let mut writer = Writer::new(&mut tx, self.viewer, stamp).await?;
        let mut recorded = Vec::new();
        for change in changes {
            recorded.push(writer.change(change).await?);
        }
        tx.commit().await?;
        Ok(recorded)
    }

    /// An entry by its id.
    ///
    /// # Errors
    /// [`LedgerError::Unknown`] if there is none that the viewer may see.
    pub async fn get<T: Entry>(&self, id: &str) -> Result<Versioned<T>, LedgerError> {
        let entry = EntityRef {
            kind: T::KIND,
            id: id.to_owned(),
        };
        let mut tx = self.read().await?;
        let stored = read::latest(&mut tx, self.sight(), &entry).await?;
        match stored.map(|s| self.versioned(&s)).transpose()?.flatten() {
            Some(versioned) => Ok(versioned),
            None => Err(LedgerError::Unknown(entry)),
        }
    }

    /// All entries of a kind, by day and id. Withdrawn ones are among them.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn all<T: Entry>(&self) -> Result<Vec<Versioned<T>>, LedgerError> {
        self.latest(None).await
    }

    /// The entries of a kind that belong to another: consultations to a mechanism; agenda entries,
    /// outcomes and commitments to a consultation; scores to a commitment; by day and id.
    ///
    /// Positions, acts and documents belong to none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn of<T: Entry>(&self, parent: &str) -> Result<Vec<Versioned<T>>, LedgerError> {
        self.latest(Some(parent)).await
    }

    async fn latest<T: Entry>(
        &self,
        parent: Option<&str>,
    ) -> Result<Vec<Versioned<T>>, LedgerError> {
        let mut tx = self.read().await?;
        let rows = read::all_latest(&mut tx, self.sight(), T::KIND, parent).await?;
        let seen = rows
            .iter()
            .filter_map(|stored| self.versioned(stored).transpose());
        seen.collect()
    }

    fn versioned<T: Entry>(&self, stored: &Stored) -> Result<Option<Versioned<T>>, LedgerError> {
        if !self.sight().reaches(stored.link.part) {
            return Ok(None);
        }
        let Some(Opened { entity, .. }) = stored.open()? else {
            return Ok(None);
        };
        let entry = T::try_from(entity).map_err(|_| stored.unreadable("it is of another kind"))?;
        Ok(Some(Versioned {
            version: stored.link.version,
            seq: stored.link.seq,
            entry,
        }))
    }

    /// The meetings of a mechanism that were held, by day.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn held(&self, mechanism: &str) -> Result<Vec<Versioned<Consultation>>, LedgerError> {
        let mut all: Vec<Versioned<Consultation>> = self.of(mechanism).await?;
        all.retain(|c| c.entry.status == ConsultationStatus::Held);
        Ok(all)
    }

    /// The history, or rows of it, in the order in which they were written. Of another delegation's own there
    /// is nothing.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn log(&self, filter: &LogFilter) -> Result<Vec<Revision>, LedgerError> {
        let mut tx = self.read().await?;
        let rows = read::log(&mut tx, self.sight(), filter).await?;
        rows.iter().map(Stored::seen).collect()
    }

    /// The last row of what is the viewer's own; `None` if it has written nothing of its own, or is nobody's
    /// delegation.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn own_head(&self) -> Result<Option<Head>, LedgerError> {
        let Some(party) = self.viewer.delegation() else {
            return Ok(None);
        };
        let mut tx = self.read().await?;
        let head = read::tip(&mut tx, Part::of(Some(party))).await?.head;
        Ok((head.seq > 0).then_some(head))
    }

    /// Closes a commitment, and puts others in its place: their `from` names it.
    ///
    /// # Errors
    /// As [`record`](View::record).
    pub async fn supersede(
        &self,
        id: &str,
        from: i64,
        by: Vec<Commitment>,
        on: Date,
        reason: Option<String>,
        stamp: &Stamp,
    ) -> Result<Vec<Recorded>, LedgerError> {
        let old = self.get(id).await?.entry;
        let status = CommitmentStatus::Superseded;
        self.record_all(replaced(old, from, by, status, on, reason), stamp)
            .await
    }

    /// Splits a commitment into others: their `from` names it.
    ///
    /// # Errors
    /// As [`record`](View::record).
    pub async fn split(
        &self,
        id: &str,
        from: i64,
        into: Vec<Commitment>,
        on: Date,
        stamp: &Stamp,
    ) -> Result<Vec<Recorded>, LedgerError> {
        let old = self.get(id).await?.entry;
        let status = CommitmentStatus::Split;
        self.record_all(replaced(old, from, into, status, on, None), stamp)
            .await
    }

    /// Moves the day on which a commitment is due.
    ///
    /// # Errors
    /// As [`record`](View::record).
    pub async fn extend(
        &self,
        id: &str,
        from: i64,
        to: Date,
        decided: Date,
        reason: String,
        stamp: &Stamp,
    ) -> Result<Recorded, LedgerError> {
        let old = self.get(id).await?.entry;
        self.record(extended(old, from, to, decided, reason), stamp)
            .await
    }

    /// The ledger as it was at a time, in memory, to be asked as this one is. Nothing is changed.
    ///
    /// Other delegations' own is not in it.
    ///
    /// # Errors
    /// If the history cannot be read.
    pub async fn as_of(&self, time: Timestamp) -> Result<Ledger, LedgerError> {
        self.restore(time, &Database::Memory).await
    }

    /// Writes the history up to a time, as the viewer sees it, into another, empty database. This one is not
    /// changed.
    ///
    /// # Errors
    /// [`LedgerError::NotEmpty`] if the other holds a history; if either cannot be read or written.
    pub async fn restore(&self, time: Timestamp, into: &Database) -> Result<Ledger, LedgerError> {
        let other = Ledger::open(into, &Opening::default()).await?;
        let hand = Hand::Viewer(self.viewer);
        restore(self.ledger, hand, time, &other).await?;
        Ok(other)
    }
}
