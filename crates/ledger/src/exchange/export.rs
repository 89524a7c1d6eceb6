//! Writing a ledger as text.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::line::{self, DocumentLine, End, FORMAT, Header, Line, PartLine, RevisionLine};
use crate::history::chain::hex;
use crate::history::walk::Walk;
use crate::history::{Head, read};
use crate::part::Part;
use crate::seal::envelope;
use crate::store::Tx;
use crate::view::View;
use crate::viewer::Sight;
use crate::{ContentFault, LedgerError, documents};

impl View<'_> {
    /// Writes the history as JSON Lines, as the viewer sees it: of another delegation's own there is nothing in
    /// it, not even that there is something. What is sealed in the database is sealed in the file, for the same
    /// passphrase. One state of the database is written, whatever is changed meanwhile. The head that is returned is everybody's.
    ///
    /// # Errors
    /// If the database cannot be read, a document's content is damaged, or `to` cannot be written.
    pub async fn export(&self, to: &mut (impl Write + Send)) -> Result<Head, LedgerError> {
        let mut tx = self.read().await?;
        let absent = documents::absent(&mut tx).await?;
        let viewer = self.viewer().to_string();
        export(&mut tx, self.sight(), &viewer, &absent, to).await
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

/// Writes what a sight reaches. Of everybody's documents with the checksums in `absent` the content may be
/// missing.
pub(crate) async fn export(
    tx: &mut Tx,
    sight: Sight,
    viewer: &str,
    absent: &BTreeSet<String>,
    to: &mut (impl Write + Send),
) -> Result<Head, LedgerError> {
    let mut parts = Vec::new();
    let mut sealed = BTreeSet::new();
    for part in read::parts(tx, sight).await? {
        let head = read::tip(tx, part).await?.head;
        if part.is_joint() || head.seq > 0 {
            let seal = envelope(tx, part).await?;
            if seal.is_some() {
                sealed.insert(part);
            }
            let delegation = line::number(part);
            parts.push(PartLine {
                delegation,
                head,
                seal,
            });
        }
    }
    let (sealed, digests) = contents(tx, sight, &sealed).await?;
    let head = parts
        .first()
        .map_or_else(Head::genesis, |first| first.head.clone());
    let mut lines = Lines {
        to,
        number: 0,
        sum: Sha256::new(),
    };
    lines.write(&Line::Ledger(Header {
        format: FORMAT,
        viewer: viewer.to_owned(),
        parts,
        documents: (digests.len() + sealed.len()) as i64,
    }))?;
    let mut walk = Walk::new(tx, sight).await?;
    while let Some((stored, _)) = walk.next(tx).await? {
        let unreadable = stored.unreadable("its body is not JSON on one line");
        let line = RevisionLine::of(stored).ok_or(unreadable)?;
        lines.write(&Line::Revision(Box::new(line)))?;
    }
    write_contents(tx, &mut lines, digests, absent).await?;
    for (part, name) in sealed {
        let content = documents::load_stored(tx, part, &name).await?;
        lines.write(&Line::Document(DocumentLine {
            delegation: line::number(part),
            sha256: name,
            bytes: STANDARD.encode(content.unwrap_or_default()),
            sealed: true,
            absent: false,
        }))?;
    }
    let end = End {
        lines: lines.number,
        sha256: hex(&lines.sum.clone().finalize()),
    };
    lines.write(&Line::End(end))?;
    Ok(head)
}

/// Writes the contents that are not sealed, or that they are absent.
async fn write_contents<W: Write>(
    tx: &mut Tx,
    lines: &mut Lines<'_, W>,
    digests: BTreeMap<(Part, String), String>,
    absent: &BTreeSet<String>,
) -> Result<(), LedgerError> {
    for ((part, sha256), id) in digests {
        let content = documents::load(tx, part, &sha256).await?;
        let is_absent = content.is_none() && part.is_joint() && absent.contains(&sha256);
        let content = match content {
            Some(content) if crate::history::chain::sha256(&content) != sha256 => {
                let what = ContentFault::Altered;
                return Err(LedgerError::Content { id, what });
            }
            Some(content) => content,
            None if is_absent => Vec::new(),
            None => {
                let what = ContentFault::Missing;
                return Err(LedgerError::Content { id, what });
            }
        };
        lines.write(&Line::Document(DocumentLine {
            delegation: line::number(part),
            sha256,
            bytes: STANDARD.encode(content),
            sealed: false,
            absent: is_absent,
        }))?;
    }
    Ok(())
}

/// The names of the contents that are kept sealed, and the checksums of the others, each with the id of one of
/// the documents that have it.
async fn contents(
    tx: &mut Tx,
    sight: Sight,
    sealed: &BTreeSet<Part>,
) -> Result<(Vec<(Part, String)>, BTreeMap<(Part, String), String>), LedgerError> {
    let mut names = documents::names(tx, sight).await?;
    names.retain(|(part, _)| sealed.contains(part));
    let documents = documents::first_versions(tx, sight).await?;
    let open = documents
        .into_iter()
        .filter(|(part, _)| !sealed.contains(part))
        .map(|(part, it)| ((part, it.sha256), it.id));
    Ok((names, open.collect()))
}
