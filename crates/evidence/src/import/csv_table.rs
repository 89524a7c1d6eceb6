//! Reading delimited files with the place of every value at hand.

use std::io::Read;

use super::located::{Cell, ImportError};

/// A delimited file in memory, its header checked.
pub struct CsvTable {
    file: String,
    header: Vec<String>,
    reader: csv::Reader<std::io::Cursor<Vec<u8>>>,
}

/// One row, read by column name.
pub struct Row<'a> {
    file: &'a str,
    header: &'a [String],
    /// The line on which the row begins, from 1.
    pub line: u64,
    record: &'a csv::StringRecord,
}

/// Unpacks gzip if the bytes begin as gzip does; other bytes pass through.
///
/// # Errors
/// If the bytes are gzip and damaged.
pub fn unpack(file: &str, bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes.to_vec());
    }
    let mut out = Vec::new();
    flate2::read::MultiGzDecoder::new(bytes)
        .read_to_end(&mut out)
        .map_err(|e| ImportError::whole(file, format!("damaged gzip: {e}")))?;
    Ok(out)
}

impl CsvTable {
    /// Opens a file's bytes (gzip or plain, UTF-8 with or without a byte-order mark).
    ///
    /// Every column in `needed` must be in the header; others are allowed.
    ///
    /// # Errors
    /// Text that is not UTF-8 (with its line), no header, or a column missing.
    pub fn open(
        file: &str,
        bytes: &[u8],
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
        let start = if bytes.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            0
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(std::io::Cursor::new(bytes[start..].to_vec()));
        let header: Vec<String> = reader
            .headers()
            .map_err(|e| ImportError::whole(file, format!("has no readable header: {e}")))?
            .iter()
            .map(|h| h.trim().to_owned())
            .collect();
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

impl<'a> Row<'a> {
    /// The value in a column; a column that is not in the header reads as empty.
    ///
    /// Of two columns with one name the first is read.
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
