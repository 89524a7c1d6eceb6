//! The tables of version 2, and what becomes of their rows.

use std::collections::{BTreeMap, BTreeSet};

use super::link::OldRow;
use super::rechain::Rechain;
use crate::history::write::insert;
use crate::history::{Secret, Tip, read};
use crate::part::Part;
use crate::store::{Row, Tx};
use crate::{Entity, LedgerError, TakenOver, documents};

/// Rows read at once.
const PAGE: i64 = 1_000;

/// Where the tables are: under their own names, or renamed while they are taken over.
#[derive(Clone, Copy)]
pub(super) enum Names {
    Own,
    Renamed,
}

impl Names {
    pub(super) fn of(self, table: &str) -> String {
        match self {
            Names::Own => table.to_owned(),
            Names::Renamed => format!("old_{table}"),
        }
    }
}

/// The next rows after one, with all private bodies.
pub(super) async fn page(
    tx: &mut Tx,
    names: Names,
    after: i64,
) -> Result<Vec<OldRow>, LedgerError> {
    let sql = format!(
        "SELECT r.seq, r.kind, r.id, r.version, r.previous, r.author, r.delegation, r.time, r.content,
                r.prev_hash, r.hash, r.body, p.salt, p.body
         FROM {} r LEFT JOIN {} p ON p.seq = r.seq
         WHERE r.seq > $1 ORDER BY r.seq LIMIT $2",
        names.of("revision"),
        names.of("private_body")
    );
    let rows = tx.rows(&sql, &[after.into(), PAGE.into()]).await?;
    rows.iter().map(row).collect()
}

fn row(row: &Row) -> Result<OldRow, LedgerError> {
    let secret = match (row.maybe_text(12)?, row.maybe_text(13)?) {
        (Some(salt), Some(body)) => Some(Secret { salt, body }),
        _ => None,
    };
    Ok(OldRow {
        seq: row.int(0)?,
        kind: row.text(1)?,
        id: row.text(2)?,
        version: row.int(3)?,
        previous: row.maybe_int(4)?,
        author: row.maybe_text(5)?,
        delegation: row.maybe_int(6)?,
        time: row.text(7)?,
        content: row.text(8)?,
        prev_hash: row.text(9)?,
        hash: row.text(10)?,
        body: row.maybe_text(11)?,
        secret,
    })
}

/// The checksums under which contents are stored, in order.
pub(super) async fn digests(tx: &mut Tx, names: Names) -> Result<Vec<String>, LedgerError> {
    let sql = format!("SELECT sha256 FROM {} ORDER BY sha256", names.of("blob"));
    let rows = tx.rows(&sql, &[]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// A content.
pub(super) async fn content(
    tx: &mut Tx,
    names: Names,
    digest: &str,
) -> Result<Option<Vec<u8>>, LedgerError> {
    let sql = format!("SELECT bytes FROM {} WHERE sha256 = $1", names.of("blob"));
    let row = tx.row(&sql, &[digest.into()]).await?;
    row.map(|row| row.bytes(0)).transpose()
}

/// Takes all rows over into the tables of today, in which there are none, and counts those that were altered on
/// the way and those that were left out.
///
/// # Errors
/// If the history is not as it was written: nothing is taken over then.
pub(crate) async fn take_over(tx: &mut Tx, taken: &mut TakenOver) -> Result<(), LedgerError> {
    let mut rechain = Rechain::of_a_database();
    let mut contents = Contents::default();
    let mut tips: BTreeMap<Part, Tip> = BTreeMap::new();
    let mut after = 0;
    loop {
        let page = page(tx, Names::Renamed, after).await?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        let mut rows = Vec::new();
        for old in page {
            let seq = old.seq;
            let row = rechain.row(old).map_err(|fault| LedgerError::Unreadable {
                what: format!("revision {seq} of a ledger of an older version"),
                why: fault.to_string(),
            })?;
            let Some((stored, entity)) = row else {
                continue;
            };
            contents.names(&entity);
            let head = stored.head();
            let time = stored.link.time.clone();
            tips.insert(stored.link.part, Tip { head, time });
            rows.push(stored);
        }
        insert(tx, &rows).await?;
    }
    // The end may have been cut off: the head says where it was.
    let head = tx
        .row("SELECT seq, hash FROM old_head WHERE one = 1", &[])
        .await?;
    let head = head.map(|row| Ok::<_, LedgerError>((row.int(0)?, row.text(1)?)));
    let last = rechain.last();
    if head.transpose()? != Some((last.seq, last.hash.clone())) {
        return Err(LedgerError::Unreadable {
            what: "the history of a ledger of an older version".to_owned(),
            why: "its head is not its last row: rows were cut off, or the head altered".to_owned(),
        });
    }
    for (part, tip) in &tips {
        read::set_tip(tx, *part, tip).await?;
    }
    taken.cleaned = rechain.cleaned;
    taken.left_out = rechain.left_out;
    for digest in digests(tx, Names::Renamed).await? {
        for part in contents.of(&digest) {
            if let Some(bytes) = content(tx, Names::Renamed, &digest).await? {
                documents::store(tx, part, &digest, bytes).await?;
            }
        }
    }
    Ok(())
}

/// Whose the contents of documents are: those of format 1 had no owner.
#[derive(Default)]
pub(crate) struct Contents {
    parts: BTreeMap<String, BTreeSet<Part>>,
}

impl Contents {
    /// Takes note of a document, in the order of the history.
    ///
    /// A content that a delegation attached as its own stays its own, also if a later document that
    /// everybody sees has the same checksum: who only knew the checksum could write such a document. Who
    /// has the content attaches it again.
    pub(crate) fn names(&mut self, entity: &Entity) {
        let Entity::Document(document) = entity else {
            return;
        };
        let part = Part::of(document.delegation);
        let parts = self.parts.entry(document.sha256.clone()).or_default();
        if !part.is_joint() || parts.is_empty() {
            parts.insert(part);
        }
    }

    /// The parts that have a content.
    pub(crate) fn of(&self, digest: &str) -> Vec<Part> {
        let parts = self.parts.get(digest).into_iter().flatten();
        parts.copied().collect()
    }
}
