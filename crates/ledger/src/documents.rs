//! Contents of documents: stored once, under their checksum, and verified whenever they are read.

use crate::history::chain::sha256;
use crate::history::write::Writer;
use crate::store::{Tx, Value};
use crate::view::View;
use crate::{
    ContentFault, Document, EntityRef, Fault, Invalid, Kind, LedgerError, Recorded, Stamp,
    Versioned,
};

/// Most bytes of a document: 64 MiB.
pub const LARGEST_DOCUMENT: usize = 64 * 1024 * 1024;

impl View<'_> {
    /// Attaches a document. Its checksum and size are filled in.
    ///
    /// # Errors
    /// As [`record`](View::record); and if it is larger than [`LARGEST_DOCUMENT`].
    pub async fn attach(
        &self,
        mut document: Document,
        content: &[u8],
        stamp: &Stamp,
    ) -> Result<Recorded, LedgerError> {
        if content.len() > LARGEST_DOCUMENT {
            let most = LARGEST_DOCUMENT as f64;
            let (found, least) = (content.len() as f64, 0.0);
            return Err(LedgerError::from(Invalid {
                kind: Kind::Document,
                id: document.id,
                field: "size".to_owned(),
                fault: Fault::OutOfRange { found, least, most },
            }));
        }
        document.sha256 = sha256(content);
        document.size = content.len() as u64;
        let mut tx = self.ledger.pool.write().await?;
        let digest = document.sha256.clone();
        let mut writer = Writer::new(&mut tx, self.viewer(), stamp).await?;
        let recorded = writer.document(document).await?;
        store(&mut tx, &digest, content.to_vec()).await?;
        tx.commit().await?;
        Ok(recorded)
    }

    /// The content of a document, verified.
    ///
    /// # Errors
    /// [`LedgerError::Unknown`] if there is no such document that the viewer may see, and
    /// [`LedgerError::Content`] if its content is not what was attached.
    pub async fn content(&self, id: &str) -> Result<Vec<u8>, LedgerError> {
        let document: Versioned<Document> = self.get(id).await?;
        let mut tx = self.read().await?;
        let fault = |what| LedgerError::Content {
            id: id.to_owned(),
            what,
        };
        let content = load(&mut tx, &document.entry.sha256).await?;
        let content = content.ok_or_else(|| fault(ContentFault::Missing))?;
        if sha256(&content) == document.entry.sha256 {
            Ok(content)
        } else {
            Err(fault(ContentFault::Altered))
        }
    }

    /// The documents attached to an entry that the viewer may see, by id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn documents_of(
        &self,
        entry: &EntityRef,
    ) -> Result<Vec<Versioned<Document>>, LedgerError> {
        let mut all: Vec<Versioned<Document>> = self.all().await?;
        all.retain(|d| d.entry.withdrawn.is_none() && d.entry.attached_to.contains(entry));
        Ok(all)
    }
}

/// Stores a content, if it is not there yet.
pub(crate) async fn store(tx: &mut Tx, digest: &str, content: Vec<u8>) -> Result<(), LedgerError> {
    let sql = "INSERT INTO blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING";
    tx.run(sql, &[digest.into(), Value::Bytes(content)]).await
}

/// A content as it is stored.
pub(crate) async fn load(tx: &mut Tx, digest: &str) -> Result<Option<Vec<u8>>, LedgerError> {
    let sql = "SELECT bytes FROM blob WHERE sha256 = $1";
    let row = tx.row(sql, &[digest.into()]).await?;
    row.map(|row| row.bytes(0)).transpose()
}

/// The checksums under which contents are stored, in order.
pub(crate) async fn digests(tx: &mut Tx) -> Result<Vec<String>, LedgerError> {
    let rows = tx
        .rows("SELECT sha256 FROM blob ORDER BY sha256", &[])
        .await?;
    rows.iter().map(|row| row.text(0)).collect()
}
