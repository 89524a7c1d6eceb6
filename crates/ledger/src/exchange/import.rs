//! Reading a ledger from text.

use std::io::BufRead;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::chained::Chained;
use super::fault::{ImportError, ImportFault};
use super::line::{DocumentLine, End, FORMAT, Header, Line};
use crate::LedgerError;
use crate::history::Head;
use crate::history::chain::hex;
use crate::view::View;

/// What an import brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Revisions that the database did not have.
    pub revisions: i64,
    /// Revisions that it had without their private bodies, and has now with them.
    pub unsealed: i64,
    /// Contents of documents that it did not have.
    pub documents: i64,
    /// The last row of the history.
    pub head: Option<Head>,
}

/// Where in a file.
struct Place<'f> {
    file: &'f str,
    line: usize,
}

impl Place<'_> {
    fn fault(&self, fault: ImportFault) -> LedgerError {
        self.at(None, fault)
    }

    fn at(&self, column: Option<usize>, fault: ImportFault) -> LedgerError {
        LedgerError::from(ImportError {
            file: self.file.to_owned(),
            line: self.line,
            column,
            fault,
        })
    }
}

impl View<'_> {
    /// Reads an export into the database, all or nothing. `file` is what errors call it.
    ///
    /// The database is empty, or holds the beginning of the same history, or all of it: what it has
    /// stays, what it lacks is added, also private bodies that it had sealed.
    ///
    /// # Errors
    /// [`LedgerError::Import`] with line and fault, if the file is truncated or altered, if a revision
    /// breaks a rule, or if the histories part; and if the database cannot be written.
    pub async fn import(
        &self,
        file: &str,
        from: &mut (impl BufRead + Send),
    ) -> Result<Imported, LedgerError> {
        let mut tx = self.ledger.pool.write().await?;
        let mut chained = Chained::into(&mut tx, self.sight()).await?;
        let mut place = Place { file, line: 0 };
        let mut sum = Sha256::new();
        let mut header: Option<Header> = None;
        let mut end: Option<End> = None;
        let mut documents = 0;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let read = from
                .read_until(b'\n', &mut bytes)
                .map_err(|error| LedgerError::File {
                    file: file.into(),
                    error,
                })?;
            if read == 0 {
                break;
            }
            place.line += 1;
            if end.is_some() {
                return Err(place.fault(ImportFault::GoesOn));
            }
            match line(&place, &bytes, header.is_none())? {
                Line::Ledger(it) if header.is_none() => header = Some(it),
                Line::Ledger(_) => {
                    return Err(place.fault(ImportFault::Line("a second header".to_owned())));
                }
                Line::Revision(it) => {
                    chained
                        .row(it.stored())
                        .map_err(|fault| place.fault(fault))?;
                    chained.flush(false).await?;
                }
                Line::Document(it) => {
                    let (digest, content) = content(&place, it)?;
                    let taken = chained.content(digest, content).await?;
                    taken.map_err(|fault| place.fault(fault))?;
                    documents += 1;
                }
                Line::End(it) => {
                    // No checksum covers the last line: it is as the ledger writes it.
                    if !it.writes(&bytes) {
                        return Err(place.fault(ImportFault::Checksum));
                    }
                    end = Some(it);
                    continue;
                }
            }
            sum.update(&bytes);
        }
        let (Some(header), Some(end)) = (header, end) else {
            let fault = if place.line == 0 {
                ImportFault::NoHeader
            } else {
                ImportFault::Truncated
            };
            return Err(place.fault(fault));
        };
        whole(&header, &end, place.line, documents, chained.last(), sum)
            .map_err(|fault| place.fault(fault))?;
        let imported = chained
            .finish()
            .await?
            .map_err(|fault| place.fault(fault))?;
        tx.commit().await?;
        Ok(imported)
    }
}

fn line(place: &Place, bytes: &[u8], first: bool) -> Result<Line, LedgerError> {
    if bytes.last() != Some(&b'\n') {
        return Err(place.fault(ImportFault::Truncated));
    }
    // The format is looked at before anything else: a newer one may have other lines.
    if first {
        #[derive(serde::Deserialize)]
        struct Format {
            ledger: Number,
        }
        #[derive(serde::Deserialize)]
        struct Number {
            format: u32,
        }
        let format: Result<Format, _> = serde_json::from_slice(bytes);
        match format.map(|f| f.ledger.format) {
            Err(_) => return Err(place.fault(ImportFault::NoHeader)),
            Ok(format) if format > FORMAT => {
                return Err(place.fault(ImportFault::NewerFormat(format)));
            }
            Ok(_) => {}
        }
    }
    serde_json::from_slice(bytes).map_err(|error| {
        let message = error.to_string();
        let at = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&at).unwrap_or(&message);
        place.at(Some(error.column()), ImportFault::Line(message.to_owned()))
    })
}

fn content(place: &Place, line: DocumentLine) -> Result<(String, Vec<u8>), LedgerError> {
    match STANDARD.decode(&line.bytes) {
        Ok(content) => Ok((line.sha256, content)),
        Err(error) => Err(place.fault(ImportFault::Line(format!("bytes: {error}")))),
    }
}

/// Whether the file is what its first and last lines announce.
fn whole(
    header: &Header,
    end: &End,
    lines: usize,
    documents: u64,
    last: &Head,
    sum: Sha256,
) -> Result<(), ImportFault> {
    let counts = [
        ("lines", lines as u64 - 1, end.lines),
        ("revisions", last.seq as u64, header.revisions as u64),
        ("documents", documents, header.documents as u64),
    ];
    for (what, found, expected) in counts {
        if found != expected {
            return Err(ImportFault::Count {
                what,
                found,
                expected,
            });
        }
    }
    if header.head != *last {
        return Err(ImportFault::Head);
    }
    if hex(&sum.finalize()) != end.sha256 {
        return Err(ImportFault::Checksum);
    }
    Ok(())
}
