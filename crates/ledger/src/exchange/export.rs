//! Writing a ledger as text.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::line::{DocumentLine, End, FORMAT, Header, Line, RevisionLine};
use crate::history::chain::hex;
use crate::history::{Head, read};
use crate::store::Tx;
use crate::view::View;
use crate::viewer::Sight;
use crate::{ContentFault, Entity, LedgerError, documents};

impl View<'_> {
    /// Writes the whole history as JSON Lines, as the viewer sees it: others' own stays sealed. One
    /// state of the database is written, whatever is changed meanwhile.
    ///
    /// # Errors
    /// If the database cannot be read, a document's content is damaged, or `to` cannot be written.
    pub async fn export(&self, to: &mut (impl Write + Send)) -> Result<Head, LedgerError> {
        let mut tx = self.read().await?;
        export(&mut tx, self.sight(), &self.viewer().to_string(), to).await
    }
}

/// Lines, counted and summed.
struct Lines<'w, W> {
    to: &'w mut W,
    number: u64,
    sum: Sha256,
}

impl<W: Write> Lines<'_, W> {
    fn write(&mut self, line: &Line) -> Result<(), LedgerError> {
        let failed = |error: io::Error| LedgerError::File {
            file: Path::new("the export").to_owned(),
            error,
        };
        let mut bytes = serde_json::to_vec(line).map_err(|error| failed(error.into()))?;
        bytes.push(b'\n');
        self.number += 1;
        self.sum.update(&bytes);
        self.to.write_all(&bytes).map_err(failed)
    }
}

pub(crate) async fn export(
    tx: &mut Tx,
    sight: Sight,
    viewer: &str,
    to: &mut (impl Write + Send),
) -> Result<Head, LedgerError> {
    let (head, _) = read::head(tx).await?;
    let digests = visible_digests(tx, sight).await?;
    let mut lines = Lines {
        to,
        number: 0,
        sum: Sha256::new(),
    };
    lines.write(&Line::Ledger(Header {
        format: FORMAT,
        viewer: viewer.to_owned(),
        revisions: head.seq,
        documents: digests.len() as i64,
        head: head.clone(),
    }))?;
    let mut after = 0;
    loop {
        let page = read::page(tx, sight, after).await?;
        let Some(last) = page.last() else { break };
        after = last.link.seq;
        for stored in page {
            let seq = stored.link.seq;
            let line = RevisionLine::of(stored).ok_or_else(|| LedgerError::Unreadable {
                what: format!("revision {seq}"),
                why: "its body is not JSON on one line".to_owned(),
            })?;
            lines.write(&Line::Revision(Box::new(line)))?;
        }
    }
    for (sha256, id) in digests {
        let content = documents::load(tx, &sha256).await?;
        let Some(content) = content else {
            let what = ContentFault::Missing;
            return Err(LedgerError::Content { id, what });
        };
        if crate::history::chain::sha256(&content) != sha256 {
            let what = ContentFault::Altered;
            return Err(LedgerError::Content { id, what });
        }
        let bytes = STANDARD.encode(content);
        lines.write(&Line::Document(DocumentLine { sha256, bytes }))?;
    }
    let end = End {
        lines: lines.number,
        sha256: hex(&lines.sum.clone().finalize()),
    };
    lines.write(&Line::End(end))?;
    Ok(head)
}

/// The checksums of the documents that a sight reaches, each with the id of one of these.
async fn visible_digests(
    tx: &mut Tx,
    sight: Sight,
) -> Result<BTreeSet<(String, String)>, LedgerError> {
    let mut digests = std::collections::BTreeMap::new();
    // The checksum of a document never changes: the first version has it. No state table is read, so
    // that a database of an older version can be copied.
    let filter = crate::LogFilter {
        kind: Some(crate::Kind::Document),
        ..crate::LogFilter::default()
    };
    for stored in read::log(tx, sight, &filter).await? {
        if let Some(Entity::Document(document)) = stored.open()?.map(|o| o.entity) {
            digests.insert(document.sha256, document.id);
        }
    }
    Ok(digests.into_iter().collect())
}
