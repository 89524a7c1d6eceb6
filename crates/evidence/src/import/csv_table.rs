//! Reading delimited files with the place of every value at hand.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};

use entente_doors::read::TooLarge;

use super::located::{Cell, ImportError};

/// A delimited file in memory, its header checked.
pub struct CsvTable<'b> {
    file: String,
    header: Vec<String>,
    reader: csv::Reader<Cursor<Cow<'b, [u8]>>>,
}

/// One row, read by column name.
pub struct Row<'a> {
    file: &'a str,
    header: &'a [String],
    /// The line on which the row begins, from 1.
    pub line: u64,
    record: &'a csv::StringRecord,
}

/// The most bytes that are read of a publisher's file, packed or unpacked: 2 GiB. The largest file of which the
/// bundle is made has 29 MB unpacked.
pub const MOST_OF_A_FILE: u64 = 2 << 30;

/// Unpacks gzip if the bytes begin as gzip does; other bytes pass through.
///
/// # Errors
/// If the bytes are gzip and damaged, or unpack to more than [`MOST_OF_A_FILE`].
pub fn unpack<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, ImportError> {
    unpack_within(file, bytes, MOST_OF_A_FILE)
}

fn unpack_within<'b>(file: &str, bytes: &'b [u8], most: u64) -> Result<Cow<'b, [u8]>, ImportError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(Cow::Borrowed(bytes));
    }
    let damaged = |e: io::Error| ImportError::whole(file, format!("damaged gzip: {e}"));
    // A thousandth of what a gzip unpacks to is enough to write it, so it is measured before it is kept.
    let unpacked = || flate2::read::MultiGzDecoder::new(bytes).take(most + 1);
    let size = io::copy(&mut unpacked(), &mut io::sink()).map_err(damaged)?;
    if size > most {
        let reason = TooLarge { size: None, most };
        return Err(
            ImportError::whole(file, format!("is a gzip: unpacked, {reason}")).hint(
                "is it what the publisher issued? a file of several years can be imported by parts",
            ),
        );
    }
    let mut out = Vec::new();
    let room = usize::try_from(size).unwrap_or(usize::MAX);
    out.try_reserve_exact(room)
        .map_err(|_| ImportError::whole(file, "unpacked, does not fit into memory"))?;
    unpacked().read_to_end(&mut out).map_err(damaged)?;
    Ok(Cow::Owned(out))
}

/// Without the byte-order mark.
fn unmarked(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    match bytes {
        Cow::Borrowed(b) => Cow::Borrowed(b.strip_prefix(MARK).unwrap_or(b)),
        Cow::Owned(mut b) if b.starts_with(MARK) => {
            b.drain(..MARK.len());
            Cow::Owned(b)
        }
        owned => owned,
    }
}

impl<'b> CsvTable<'b> {
    /// Opens a file's bytes (gzip or plain, UTF-8 with or without a byte-order mark).
    ///
    /// Every column in `needed` must be in the header; others are allowed.
    ///
    /// # Errors
    /// Text that is not UTF-8 (with its line), no header, a column missing, or two of one name.
    pub fn open(
        file: &str,
        bytes: &'b [u8],
        delimiter: u8,
        needed: &[&str],
    ) -> Result<Self, ImportError> {
        let bytes = unpack(file, bytes)?;
        if let Err(e) = std::str::from_utf8(&bytes) {
            let line = 1 + bytes[..e.valid_up_to()]
                .iter()
                .filter(|&&b| b == b'\n')
                .count() as u64;
            return Err(ImportError {
                line,
                ..ImportError::whole(file, "is not UTF-8 text")
            }
            .hint("convert it first, for instance with `iconv -f latin1 -t utf8`"));
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(Cursor::new(unmarked(bytes)));
        let header: Vec<String> = reader
            .headers()
            .map_err(|e| ImportError::whole(file, format!("has no readable header: {e}")))?
            .iter()
            .map(|h| h.trim().to_owned())
            .collect();
        distinct(file, &header)?;
        for column in needed {
            if header.iter().any(|h| h == column) {
                continue;
            }
            let nearest = header
                .iter()
                .map(|h| (strsim::jaro_winkler(h, column), h))
                .filter(|(score, _)| *score > 0.85)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let mut error = ImportError {
                line: 1,
                column: Some((*column).to_owned()),
                ..ImportError::whole(file, "is missing from the header")
            };
            if let Some((_, near)) = nearest {
                error = error.hint(format!("is `{near}` meant?"));
            }
            return Err(error);
        }
        Ok(CsvTable {
            file: file.to_owned(),
            header,
            reader,
        })
    }

    /// The header, trimmed.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Whether the header has a column.
    pub fn has(&self, column: &str) -> bool {
        self.header.iter().any(|h| h == column)
    }

    /// The line on which a record's first byte stands. The reader's own position lies before line
    /// ends that it skips: the second byte of CRLF, and blank lines.
    fn line_at(&self, position: &csv::Position) -> u64 {
        let text = self.reader.get_ref().get_ref();
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let ends = text
            .iter()
            .skip(start)
            .take_while(|b| matches!(b, b'\r' | b'\n'));
        position.line() + ends.filter(|b| **b == b'\n').count() as u64
    }

    /// Reads every row in turn.
    ///
    /// # Errors
    /// A row with more or fewer fields than the header, an unclosed quote, or what `read` returns.
    pub fn each(
        mut self,
        mut read: impl FnMut(&Row<'_>) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let mut record = csv::StringRecord::new();
        loop {
            let more = self
                .reader
                .read_record(&mut record)
                .map_err(|e| ImportError {
                    line: e.position().map_or(0, csv::Position::line),
                    ..ImportError::whole(&self.file, format!("cannot be read: {e}"))
                })?;
            if !more {
                return Ok(());
            }
            let line = record
                .position()
                .map_or(0, |position| self.line_at(position));
            if record.len() != self.header.len() {
                return Err(ImportError {
                    line,
                    ..ImportError::whole(
                        &self.file,
                        format!(
                            "has {} fields where the header has {}",
                            record.len(),
                            self.header.len()
                        ),
                    )
                }
                .hint("a stray quote or delimiter, or a file cut short?"));
            }
            read(&Row {
                file: &self.file,
                header: &self.header,
                line,
                record: &record,
            })?;
        }
    }
}

/// A column without a name is none that anybody reads.
fn distinct(file: &str, header: &[String]) -> Result<(), ImportError> {
    for (second, name) in header.iter().enumerate().filter(|(_, h)| !h.is_empty()) {
        let first = header.iter().position(|h| h == name).unwrap_or(second);
        if first < second {
            return Err(ImportError {
                line: 1,
                column: Some(name.clone()),
                ..ImportError::whole(
                    file,
                    format!(
                        "stands twice in the header, as column {} and as column {}",
                        first + 1,
                        second + 1
                    ),
                )
            }
            .hint("take the one away that is not meant"));
        }
    }
    Ok(())
}

impl<'a> Row<'a> {
    /// The value in a column; a column that is not in the header reads as empty.
    pub fn cell(&self, column: &'a str) -> Cell<'a> {
        let text = self
            .header
            .iter()
            .position(|h| h == column)
            .and_then(|i| self.record.get(i))
            .unwrap_or("");
        Cell {
            file: self.file,
            line: self.line,
            column,
            text,
        }
    }

    /// An error about the row as a whole.
    pub fn error(&self, problem: impl Into<String>) -> ImportError {
        ImportError {
            line: self.line,
            ..ImportError::whole(self.file, problem)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_gzip_is_unpacked_up_to_a_limit() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(&[b'0'; 1_000]).unwrap();
        let gzip = gzip.finish().unwrap();
        assert_eq!(unpack_within("f", &gzip, 1_000).unwrap().len(), 1_000);
        assert_eq!(
            unpack_within("f", &gzip, 999).unwrap_err().problem,
            "is a gzip: unpacked, it has more bytes, and at most 999 bytes are read"
        );
    }

    #[test]
    fn two_columns_of_one_name() {
        let error = CsvTable::open("f", b"rcid,,vote, rcid ,\n", b',', &["rcid"]).err();
        assert_eq!(
            error.unwrap().to_string(),
            "f:1: column `rcid`: stands twice in the header, as column 1 and as column 4; \
             take the one away that is not meant"
        );
    }
}
