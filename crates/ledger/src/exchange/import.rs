//! Reading a ledger from text.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::fault::{ImportError, ImportFault};
use super::intake::{Hand, Intake, Stop};
use super::line::{self, DocumentLine, End, FORMAT, Header, Line};
use super::old::OldReading;
use crate::history::chain::{hex, sha256};
use crate::history::{Head, private};
use crate::part::Part;
use crate::seal::Key;
use crate::view::View;
use crate::{Custodian, LARGEST_DOCUMENT, LedgerError, documents};

/// Longest line: that of the largest document, in base 64, with what stands around it.
pub(super) const LONGEST_LINE: u64 = LARGEST_DOCUMENT as u64 / 3 * 4 + 4096;

/// What an import brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Revisions that the ledger did not have.
    pub revisions: i64,
    /// Contents of documents that it did not have.
    pub documents: i64,
    /// Contents of everybody's documents that are neither in the file nor in the ledger, as the file says.
    pub absent: i64,
    /// Revisions of format 1 of which a text was cleaned.
    pub cleaned: i64,
    /// The last row of what is everybody's.
    pub head: Option<Head>,
    /// The last row of what is the viewer's own.
    pub own_head: Option<Head>,
}

impl View<'_> {
    /// Reads an export into the ledger, all or nothing. `file` is what errors call it, and `now` the time by
    /// which its rows must have been written.
    ///
    /// The ledger is empty, or holds the beginning of the same histories, or all of them: what it has stays,
    /// what it lacks is added. A viewer brings what is everybody's and what is its own; each row passes the
    /// rules by which it would be recorded.
    ///
    /// # Errors
    /// [`LedgerError::Import`] with line and fault, if the file is truncated or altered, if it holds what is
    /// another delegation's own, if a revision breaks a rule, or if the histories part; and if the database
    /// cannot be written.
    pub async fn import(
        &self,
        file: &str,
        from: &mut (impl BufRead + Send),
        now: Timestamp,
    ) -> Result<Imported, LedgerError> {
        let mut tx = self.write().await?;
        let hand = Hand::Viewer(self.viewer());
        let intake = Intake::new(&mut tx, hand, Some(now)).await?;
        let imported = read(file, from, hand, intake).await?;
        tx.commit().await?;
        Ok(imported)
    }
}

impl Custodian<'_> {
    /// Reads an export of a whole ledger, with every delegation's own, into an empty one.
    ///
    /// # Errors
    /// [`LedgerError::NotEmpty`]; and as [`View::import`].
    pub async fn import(
        &self,
        file: &str,
        from: &mut (impl BufRead + Send),
        now: Timestamp,
    ) -> Result<Imported, LedgerError> {
        let mut tx = self.ledger.pool.write().await?;
        let intake = Intake::new(&mut tx, Hand::Custodian, Some(now)).await?;
        let imported = read(file, from, Hand::Custodian, intake).await?;
        tx.commit().await?;
        Ok(imported)
    }
}

/// Where in a file.
struct Place<'f> {
    file: &'f str,
    line: usize,
}

impl Place<'_> {
    fn stop(&self, stop: impl Into<Stop>) -> LedgerError {
        match stop.into() {
            Stop::Ledger(error) => error,
            Stop::Fault(fault) => self.at(None, fault),
        }
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

/// A file that is being read, by its format.
enum Reading {
    Unknown,
    Today(Header, BTreeMap<Part, Key>),
    Old(Box<OldReading>),
}

/// What a line was.
pub(super) enum Taken {
    Header,
    Row,
    Content,
    End(End),
}

async fn read(
    file: &str,
    from: &mut (impl BufRead + Send),
    hand: Hand,
    mut intake: Intake<'_>,
) -> Result<Imported, LedgerError> {
    let mut place = Place { file, line: 0 };
    let mut sum = Sha256::new();
    let mut reading = Reading::Unknown;
    let mut end: Option<End> = None;
    let mut documents = 0;
    let mut bytes = Vec::new();
    while next_line(&mut place, from, &mut bytes)? {
        if end.is_some() {
            return Err(place.stop(ImportFault::GoesOn));
        }
        let taken = match &mut reading {
            Reading::Unknown => {
                reading = begin(&place, &bytes, hand)?;
                if let Reading::Today(header, keys) = &mut reading {
                    let opened = opened(header, &mut intake).await;
                    *keys = opened.map_err(|stop| place.stop(stop))?;
                }
                Taken::Header
            }
            Reading::Today(header, keys) => {
                let line = parsed(&place, &bytes)?;
                let taken = take(line, header, keys, &mut intake).await;
                taken.map_err(|stop| place.stop(stop))?
            }
            Reading::Old(old) => {
                let line = parsed(&place, &bytes)?;
                let taken = old.take(line, hand, &mut intake).await;
                taken.map_err(|stop| place.stop(stop))?
            }
        };
        match taken {
            Taken::Content => documents += 1,
            Taken::End(it) => {
                // No checksum covers the last line: it is as the ledger writes it.
                if !it.writes(&bytes) {
                    return Err(place.stop(ImportFault::Checksum));
                }
                end = Some(it);
                continue;
            }
            Taken::Header | Taken::Row => {}
        }
        sum.update(&bytes);
    }
    let Some(end) = end else {
        return Err(place.stop(match place.line {
            0 => ImportFault::NoHeader,
            _ => ImportFault::Truncated,
        }));
    };
    let counted = Counted {
        lines: place.line as u64 - 1,
        documents,
        sum: hex(&sum.finalize()),
    };
    let ended = match reading {
        Reading::Unknown => Err(ImportFault::NoHeader.into()),
        Reading::Today(header, _) => whole(&header, &end, &counted, &intake).map_err(Stop::from),
        Reading::Old(old) => old.end(&end, &counted, &mut intake).await,
    };
    ended.map_err(|stop| place.stop(stop))?;
    intake.finish().await.map_err(|stop| place.stop(stop))
}

/// The next line with its end; false if there is none.
fn next_line(
    place: &mut Place,
    from: &mut impl BufRead,
    bytes: &mut Vec<u8>,
) -> Result<bool, LedgerError> {
    bytes.clear();
    let read = from
        .by_ref()
        .take(LONGEST_LINE)
        .read_until(b'\n', bytes)
        .map_err(|error| LedgerError::File {
            file: place.file.into(),
            error,
        })?;
    if read == 0 {
        return Ok(false);
    }
    place.line += 1;
    match bytes.last() {
        Some(b'\n') => Ok(true),
        _ if read as u64 == LONGEST_LINE => Err(place.stop(ImportFault::LongLine(LONGEST_LINE))),
        _ => Err(place.stop(ImportFault::Truncated)),
    }
}

/// Reads the header. The format is looked at before anything else: another one has other lines.
fn begin(place: &Place, bytes: &[u8], hand: Hand) -> Result<Reading, LedgerError> {
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
        Err(_) | Ok(0) => Err(place.stop(ImportFault::NoHeader)),
        Ok(1) => {
            let old = OldReading::begin(parsed(place, bytes)?);
            Ok(Reading::Old(Box::new(old.map_err(|f| place.stop(f))?)))
        }
        Ok(FORMAT) => {
            let Line::Ledger(header) = parsed(place, bytes)? else {
                return Err(place.stop(ImportFault::NoHeader));
            };
            // What may not come in is refused before anything of it is read.
            for it in &header.parts {
                let part = line::part(it.delegation).and_then(|part| {
                    hand.brings(part)?;
                    match it.seal {
                        Some(_) => line::never_everybodys(part, "seal"),
                        None => Ok(()),
                    }
                });
                part.map_err(|fault| place.stop(fault))?;
            }
            Ok(Reading::Today(header, BTreeMap::new()))
        }
        Ok(format) => Err(place.stop(ImportFault::NewerFormat(format))),
    }
}

fn parsed<T: DeserializeOwned>(place: &Place, bytes: &[u8]) -> Result<T, LedgerError> {
    serde_json::from_slice(bytes).map_err(|error| {
        let message = error.to_string();
        let at = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&at).unwrap_or(&message);
        place.at(Some(error.column()), ImportFault::Line(message.to_owned()))
    })
}

/// The keys of the parts that are sealed in a file.
async fn opened(header: &Header, intake: &mut Intake<'_>) -> Result<BTreeMap<Part, Key>, Stop> {
    let mut keys = BTreeMap::new();
    for it in &header.parts {
        let part = line::part(it.delegation)?;
        if let Some(envelope) = &it.seal
            && let Some(key) = intake.sealed(part, envelope).await?
        {
            keys.insert(part, key);
        }
    }
    Ok(keys)
}

/// Takes a line of format 2.
async fn take(
    line: Line,
    header: &Header,
    keys: &BTreeMap<Part, Key>,
    intake: &mut Intake<'_>,
) -> Result<Taken, Stop> {
    match line {
        Line::Ledger(_) => Err(second_header()),
        Line::Revision(it) => {
            let mut stored = it.stored()?;
            let (part, seq) = (stored.link.part, stored.link.seq);
            header.part(part)?;
            if stored.sealed.is_some() {
                header.seals(part)?;
            }
            if let (Some(sealed), Some(key)) = (&stored.sealed, keys.get(&part)) {
                stored.secret = private::opened(key, part, seq, &sealed.text);
                stored.sealed = None;
            }
            intake.row(stored).await?;
            Ok(Taken::Row)
        }
        Line::Document(it) => {
            let part = line::part(it.delegation)?;
            header.part(part)?;
            if it.sealed {
                header.seals(part)?;
            }
            if it.absent {
                absent(&it, part)?;
                intake.absent(it.sha256).await?;
                return Ok(Taken::Content);
            }
            let bytes = decoded(&it.bytes)?;
            match (it.sealed, keys.get(&part)) {
                (false, _) => intake.content(part, it.sha256, bytes).await?,
                (true, None) => intake.locked_content(part, &it.sha256, bytes).await?,
                (true, Some(key)) => {
                    let opened = documents::opened(key, part, &it.sha256, &bytes);
                    let content = opened.ok_or(ImportFault::DocumentAltered(it.sha256))?;
                    intake.content(part, sha256(&content), content).await?;
                }
            }
            Ok(Taken::Content)
        }
        Line::End(it) => Ok(Taken::End(it)),
    }
}

/// Whether a line says no more than that a content of everybody's is not there.
fn absent(it: &DocumentLine, part: Part) -> Result<(), ImportFault> {
    match part.is_joint() && !it.sealed && it.bytes.is_empty() {
        true => Ok(()),
        false => Err(ImportFault::Line(
            "absent: only a content of everybody's is said to be absent, and then it has no bytes"
                .to_owned(),
        )),
    }
}

pub(super) fn second_header() -> Stop {
    ImportFault::Line("a second header".to_owned()).into()
}

/// A content in base 64.
pub(super) fn decoded(bytes: &str) -> Result<Vec<u8>, ImportFault> {
    STANDARD
        .decode(bytes)
        .map_err(|error| ImportFault::Line(format!("bytes: {error}")))
}

/// What was found in a file.
pub(super) struct Counted {
    pub(super) lines: u64,
    pub(super) documents: u64,
    pub(super) sum: String,
}

impl Counted {
    /// Whether it is what the first and last lines announce.
    pub(super) fn whole(&self, end: &End, documents: i64) -> Result<(), ImportFault> {
        let counts = [
            ("lines", self.lines, end.lines),
            ("documents", self.documents, documents as u64),
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
        match self.sum == end.sha256 {
            true => Ok(()),
            false => Err(ImportFault::Checksum),
        }
    }
}

/// Whether a file of format 2 is what its first and last lines announce.
fn whole(
    header: &Header,
    end: &End,
    counted: &Counted,
    intake: &Intake,
) -> Result<(), ImportFault> {
    let mut seen = BTreeSet::new();
    for it in &header.parts {
        let part = line::part(it.delegation)?;
        let (found, expected) = (intake.last(part).seq as u64, it.head.seq as u64);
        if found != expected {
            let what = "revisions";
            return Err(ImportFault::Count {
                what,
                found,
                expected,
            });
        }
        if !seen.insert(part) || it.head != intake.last(part) {
            return Err(ImportFault::Head);
        }
    }
    counted.whole(end, header.documents)
}
