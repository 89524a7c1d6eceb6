//! Contents of documents: stored once in each part of the ledger, under their checksum, and verified whenever they are read.

use std::collections::BTreeSet;

use crate::history::chain::sha256;
use crate::history::read;
use crate::history::write::Writer;
use crate::part::Part;
use crate::seal::Key;
use crate::store::{Row, Tx, Value};
use crate::view::View;
use crate::viewer::Sight;
use crate::{
    ContentFault, Document, Entity, EntityRef, Fault, Invalid, Kind, LedgerError, Recorded, Stamp,
    Versioned, Viewer,
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
        let mut tx = self.write().await?;
        let digest = document.sha256.clone();
        let part = Part::of(document.delegation);
        let mut writer = Writer::new(&mut tx, self.viewer(), stamp).await?;
        let recorded = writer.document(document).await?;
        store(&mut tx, part, &digest, content.to_vec()).await?;
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
        let part = Part::of(document.entry.delegation);
        let digest = &document.entry.sha256;
        let Some(content) = load(&mut tx, part, digest).await? else {
            return Err(fault(match absent(&mut tx).await?.contains(digest) {
                true if part.is_joint() => ContentFault::Absent,
                _ => ContentFault::Missing,
            }));
        };
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

/// Stores a content in a part, if it is not there yet; sealed where the part is. Each part has its own copy, so
/// that nobody learns from one whether it is in another.
pub(crate) async fn store(
    tx: &mut Tx,
    part: Part,
    digest: &str,
    content: Vec<u8>,
) -> Result<(), LedgerError> {
    match tx.keys().get(part) {
        None => put(tx, part, digest, content, 0).await,
        Some(key) => {
            let name = key.name_of(digest);
            let sealed = key.seal(&content, &place_of(part, &name))?;
            put(tx, part, &name, sealed, 1).await
        }
    }
}

/// Stores a content that is sealed already, under its name.
pub(crate) async fn store_sealed(
    tx: &mut Tx,
    part: Part,
    name: &str,
    sealed: Vec<u8>,
) -> Result<(), LedgerError> {
    put(tx, part, name, sealed, 1).await
}

async fn put(
    tx: &mut Tx,
    part: Part,
    name: &str,
    bytes: Vec<u8>,
    sealed: i64,
) -> Result<(), LedgerError> {
    let sql = "INSERT INTO blob (part, sha256, bytes, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (part, sha256) DO NOTHING";
    let values = [
        part.number().into(),
        name.into(),
        Value::Bytes(bytes),
        sealed.into(),
    ];
    tx.run(sql, &values).await
}

/// What a content is sealed to.
fn place_of(part: Part, name: &str) -> String {
    format!("entente-ledger-content-1|{}|{name}", part.number())
}

/// The name under which a content is kept in a part.
pub(crate) fn name_of(tx: &Tx, part: Part, digest: &str) -> String {
    match tx.keys().get(part) {
        Some(key) => key.name_of(digest),
        None => digest.to_owned(),
    }
}

/// A content of a part. One that is sealed and does not open is as it is stored, which is not its checksum's.
pub(crate) async fn load(
    tx: &mut Tx,
    part: Part,
    digest: &str,
) -> Result<Option<Vec<u8>>, LedgerError> {
    let key = tx.keys().get(part);
    let name = name_of(tx, part, digest);
    let Some(bytes) = load_stored(tx, part, &name).await? else {
        return Ok(None);
    };
    let opened = key.and_then(|key| opened(&key, part, &name, &bytes));
    Ok(Some(opened.unwrap_or(bytes)))
}

/// A content that was sealed; `None` if it was by another key, or altered.
pub(crate) fn opened(key: &Key, part: Part, name: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let opened = key.open(sealed, &place_of(part, name))?;
    Some(opened.to_vec())
}

/// A content as it is stored, under its name.
pub(crate) async fn load_stored(
    tx: &mut Tx,
    part: Part,
    name: &str,
) -> Result<Option<Vec<u8>>, LedgerError> {
    let sql = "SELECT bytes FROM blob WHERE part = $1 AND sha256 = $2";
    let row = tx.row(sql, &[part.number().into(), name.into()]).await?;
    row.map(|row| row.bytes(0)).transpose()
}

/// Whether a part has a content.
pub(crate) async fn holds(tx: &mut Tx, part: Part, digest: &str) -> Result<bool, LedgerError> {
    let name = name_of(tx, part, digest);
    let sql = "SELECT 1 FROM blob WHERE part = $1 AND sha256 = $2";
    let row = tx.row(sql, &[part.number().into(), name.into()]).await?;
    Ok(row.is_some())
}

/// The checksums of everybody's documents of which the content is known not to be here: the document came from
/// an older ledger, or a file, that did not have it.
pub(crate) async fn absent(tx: &mut Tx) -> Result<BTreeSet<String>, LedgerError> {
    let sql = "SELECT sha256 FROM absent_content";
    let rows = tx.rows(sql, &[]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// The checksums of everybody's documents of which the content is not stored, for whatever reason.
pub(crate) async fn lacking(tx: &mut Tx) -> Result<BTreeSet<String>, LedgerError> {
    let mut lacking = BTreeSet::new();
    for (part, document) in first_versions(tx, Sight::from(Viewer::Joint)).await? {
        if !holds(tx, part, &document.sha256).await? {
            lacking.insert(document.sha256);
        }
    }
    Ok(lacking)
}

/// Takes note that the content of a document of everybody's is not here.
pub(crate) async fn note_absent(tx: &mut Tx, digest: &str) -> Result<(), LedgerError> {
    let sql = "INSERT INTO absent_content (sha256) VALUES ($1) ON CONFLICT (sha256) DO NOTHING";
    tx.run(sql, &[digest.into()]).await
}

/// The names under which contents are stored, in order.
pub(crate) async fn names(tx: &mut Tx, sight: Sight) -> Result<Vec<(Part, String)>, LedgerError> {
    let sql = format!(
        "SELECT part, sha256 FROM blob WHERE {} ORDER BY part, sha256",
        sight.condition("part")
    );
    let rows = tx.rows(&sql, &[sight.as_number().into()]).await?;
    let read = |row: &Row| Ok((Part::numbered(row.int(0)?)?, row.text(1)?));
    rows.iter().map(read).collect()
}

/// Seals all contents of a part; how many there are.
pub(crate) async fn seal_all(tx: &mut Tx, part: Part, key: &Key) -> Result<i64, LedgerError> {
    let sql = "SELECT sha256 FROM blob WHERE part = $1 AND sealed = 0 ORDER BY sha256";
    let rows = tx.rows(sql, &[part.number().into()]).await?;
    for row in &rows {
        let digest = row.text(0)?;
        let Some(content) = load_stored(tx, part, &digest).await? else {
            continue;
        };
        let name = key.name_of(&digest);
        let sealed = key.seal(&content, &place_of(part, &name))?;
        let sql = "UPDATE blob SET sha256 = $1, bytes = $2, sealed = 1
            WHERE part = $3 AND sha256 = $4";
        let values = [
            name.into(),
            Value::Bytes(sealed),
            part.number().into(),
            digest.into(),
        ];
        tx.run(sql, &values).await?;
    }
    Ok(rows.len() as i64)
}

/// Every document, as it was attached. Its checksum never changes, so that the first version has it.
pub(crate) async fn first_versions(
    tx: &mut Tx,
    sight: Sight,
) -> Result<Vec<(Part, Document)>, LedgerError> {
    let mut found = Vec::new();
    for stored in read::first_versions(tx, sight, Kind::Document).await? {
        if let Ok(Some(Entity::Document(document))) = stored.open().map(|o| o.map(|o| o.entity)) {
            found.push((stored.link.part, document));
        }
    }
    Ok(found)
}
