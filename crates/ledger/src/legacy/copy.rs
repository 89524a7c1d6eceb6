//! A whole copy of a database of version 1 or 2, in format 1: made before its tables are changed.

use std::io::{self, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::line::{OldDocument, OldEnd, OldHeader, OldLine, OldRevision};
use super::rows::{Names, content, digests, page};
use crate::LedgerError;
use crate::history::Head;
use crate::history::chain::hex;
use crate::store::Tx;

/// Lines, counted and summed.
struct Lines<'w, W> {
    to: &'w mut W,
    number: u64,
    sum: Sha256,
}

impl<W: Write> Lines<'_, W> {
    fn write(&mut self, line: &OldLine) -> Result<(), LedgerError> {
        let mut bytes = serde_json::to_vec(line).map_err(|error| failed(error.into()))?;
        bytes.push(b'\n');
        self.number += 1;
        self.sum.update(&bytes);
        self.to.write_all(&bytes).map_err(failed)
    }
}

fn failed(error: io::Error) -> LedgerError {
    LedgerError::File {
        file: Path::new("the copy").to_owned(),
        error,
    }
}

/// Writes the copy, with every delegation's own.
pub(crate) async fn write_copy(
    tx: &mut Tx,
    to: &mut (impl Write + Send),
) -> Result<(), LedgerError> {
    let row = tx
        .row("SELECT seq, hash FROM head WHERE one = 1", &[])
        .await?
        .ok_or_else(|| LedgerError::Unreadable {
            what: "the head of the history".to_owned(),
            why: "it is missing".to_owned(),
        })?;
    let head = Head {
        seq: row.int(0)?,
        hash: row.text(1)?,
    };
    let digests = digests(tx, Names::Own).await?;
    let mut lines = Lines {
        to,
        number: 0,
        sum: Sha256::new(),
    };
    let header = OldHeader {
        format: 1,
        viewer: "custodian".to_owned(),
        revisions: head.seq,
        documents: digests.len() as i64,
        head,
    };
    lines.write(&OldLine::Ledger(header))?;
    let mut after = 0;
    loop {
        let page = page(tx, Names::Own, after).await?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        for row in page {
            let seq = row.seq;
            let line = OldRevision::of(row).ok_or_else(|| LedgerError::Unreadable {
                what: format!("revision {seq}"),
                why: "its body is not JSON on one line".to_owned(),
            })?;
            lines.write(&OldLine::Revision(Box::new(line)))?;
        }
    }
    for sha256 in digests {
        if let Some(bytes) = content(tx, Names::Own, &sha256).await? {
            let bytes = STANDARD.encode(bytes);
            lines.write(&OldLine::Document(OldDocument { sha256, bytes }))?;
        }
    }
    let end = OldEnd {
        lines: lines.number,
        sha256: hex(&lines.sum.clone().finalize()),
    };
    lines.write(&OldLine::End(end))
}
