//! What the pages of a Parquet file will take, read from their headers before any of them is unpacked.
//!
//! A file may say of itself what it likes: that a page of a hundred bytes unpacks to two gigabytes, or that
//! it has a thousand million values. The reader of the format makes room for what a header says, so headers
//! are read here first (Apache Parquet, `PageHeader` in `parquet.thrift`; Apache Thrift, compact protocol).

use entente_doors::read::grouped;
use parquet::basic::{Compression, Type};
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData};

/// The most that one page may unpack to: 256 MiB. Writers make pages of 1 MiB, some of a whole column of
/// 120,000 rows.
const MOST_OF_A_PAGE: u64 = 256 << 20;

/// The most that all pages of a table may unpack to: 4 GiB.
const MOST_OF_ALL: u64 = 4 << 30;

/// Whether what a file says of itself at its end can be passed over in a time that its length bounds.
///
/// The reader of the format passes over fields that it does not know, and believes the length of a list in
/// them: a list of four thousand million truth values takes it minutes, and six bytes of a file. What is wrong
/// otherwise, the reader finds.
pub(crate) fn ends_soundly(file: &[u8]) -> bool {
    let footer = || {
        let (rest, magic) = file.split_last_chunk::<4>()?;
        let (rest, length) = rest.split_last_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let start = rest.len().checked_sub(length)?;
        (magic == b"PAR1").then(|| &rest[start..])
    };
    footer().is_none_or(|rest| Thrift { rest }.skip(Kind::Struct, 0).is_some())
}

/// The largest page of texts in some columns of a file, unpacked: no text of it is longer.
///
/// # Errors
/// What is wrong, in words: a compression that is not read, a place outside of the file, or a page that
/// would unpack to more than a limit.
pub(crate) fn largest_of_texts(
    file: &[u8],
    metadata: &ParquetMetaData,
    columns: &[usize],
) -> Result<u64, String> {
    let (mut largest, mut all) = (0, 0u64);
    for group in metadata.row_groups() {
        let rows = u64::try_from(group.num_rows()).unwrap_or(0);
        for column in columns.iter().filter_map(|i| group.columns().get(*i)) {
            let name = column.column_path().string();
            let about = |problem: String| format!("column `{name}` {problem}");
            readable(column).map_err(about)?;
            let mut rest =
                chunk(file, column).ok_or_else(|| about("lies outside of the file".to_owned()))?;
            while !rest.is_empty() {
                let (page, after) = Page::of(rest)
                    .ok_or_else(|| about("has a page without a sound header".to_owned()))?;
                page.check(rows).map_err(about)?;
                all += page.unpacked;
                if column.column_type() == Type::BYTE_ARRAY {
                    largest = largest.max(page.unpacked);
                }
                rest = after;
            }
        }
    }
    if all > MOST_OF_ALL {
        return Err(format!(
            "it would unpack to {} bytes, and at most {} are read",
            grouped(all),
            grouped(MOST_OF_ALL)
        ));
    }
    Ok(largest)
}

/// Of the compressions only those that stop where the page ends as its header says.
fn readable(column: &ColumnChunkMetaData) -> Result<(), String> {
    match column.compression() {
        Compression::UNCOMPRESSED | Compression::SNAPPY | Compression::ZSTD(_) => Ok(()),
        other => Err(format!(
            "is compressed with {}; Snappy, Zstandard and none are read: write the file again with one of them",
            word(other)
        )),
    }
}

fn word(compression: Compression) -> String {
    let text = compression.to_string();
    text.split_once('(')
        .map_or(text.clone(), |(word, _)| word.to_owned())
}

/// The bytes of a column's pages.
fn chunk<'b>(file: &'b [u8], column: &ColumnChunkMetaData) -> Option<&'b [u8]> {
    let first = column.dictionary_page_offset();
    let start = usize::try_from(first.unwrap_or(column.data_page_offset())).ok()?;
    let length = usize::try_from(column.compressed_size()).ok()?;
    file.get(start..start.checked_add(length)?)
}

/// What the header of a page says.
struct Page {
    unpacked: u64,
    values: u64,
    dictionary: bool,
}

impl Page {
    /// The page at the beginning of some bytes, and the bytes after it.
    fn of(bytes: &[u8]) -> Option<(Page, &[u8])> {
        let mut thrift = Thrift { rest: bytes };
        let (mut unpacked, mut packed, mut values, mut dictionary) = (None, None, 0, false);
        let mut field = 0;
        while let Some(kind) = thrift.field(&mut field)? {
            match (field, kind) {
                (2, Kind::Integer) => unpacked = u64::try_from(thrift.integer()?).ok(),
                (3, Kind::Integer) => packed = usize::try_from(thrift.integer()?).ok(),
                (5 | 7 | 8, Kind::Struct) => {
                    dictionary = field == 7;
                    values = thrift.first_of_struct()?;
                }
                _ => thrift.skip(kind, 0)?,
            }
        }
        let page = Page {
            unpacked: unpacked?,
            values,
            dictionary,
        };
        Some((page, thrift.rest.get(packed?..)?))
    }

    fn check(&self, rows: u64) -> Result<(), String> {
        if self.unpacked > MOST_OF_A_PAGE {
            return Err(format!(
                "has a page that would unpack to {} bytes, and at most {} are read",
                grouped(self.unpacked),
                grouped(MOST_OF_A_PAGE)
            ));
        }
        // A value of a dictionary takes a byte at least; a value of a page is one of a row.
        let most = if self.dictionary { self.unpacked } else { rows };
        if self.values > most {
            return Err(format!(
                "has a page of {} values, where there is room for {}",
                grouped(self.values),
                grouped(most)
            ));
        }
        Ok(())
    }
}

/// Types of the compact protocol, as far as they differ in how they are passed over.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Truth,
    Byte,
    Integer,
    Double,
    Binary,
    List,
    Map,
    Struct,
}

impl Kind {
    fn of(code: u8) -> Option<Kind> {
        Some(match code {
            1 | 2 => Kind::Truth,
            3 => Kind::Byte,
            4..=6 => Kind::Integer,
            7 => Kind::Double,
            8 => Kind::Binary,
            9 | 10 => Kind::List,
            11 => Kind::Map,
            12 => Kind::Struct,
            _ => return None,
        })
    }
}

/// How deep structs and lists may lie in each other; the end of a file has some ten levels.
const DEEPEST: u8 = 24;

/// Bytes in the compact protocol; `None` where they end too early or are none of it.
struct Thrift<'b> {
    rest: &'b [u8],
}

impl Thrift<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn past(&mut self, bytes: u64) -> Option<()> {
        self.rest = self.rest.get(usize::try_from(bytes).ok()?..)?;
        Some(())
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn integer(&mut self) -> Option<i64> {
        let raw = self.varint()?;
        let magnitude = i64::try_from(raw >> 1).ok()?;
        Some(if raw & 1 == 0 { magnitude } else { !magnitude })
    }

    /// The next field's type, and its number in `field`; nothing at the end of the struct.
    fn field(&mut self, field: &mut i64) -> Option<Option<Kind>> {
        let head = self.byte()?;
        if head == 0 {
            return Some(None);
        }
        *field = match head >> 4 {
            0 => self.integer()?,
            step => field.checked_add(i64::from(step))?,
        };
        Some(Some(Kind::of(head & 0x0f)?))
    }

    /// The number in a struct's first field, which is the count of values in each header of a page.
    fn first_of_struct(&mut self) -> Option<u64> {
        let (mut field, mut first) = (0, None);
        while let Some(kind) = self.field(&mut field)? {
            match (field, kind) {
                (1, Kind::Integer) => first = Some(u64::try_from(self.integer()?).ok()?),
                _ => self.skip(kind, 1)?,
            }
        }
        first
    }

    fn skip(&mut self, kind: Kind, depth: u8) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match kind {
            Kind::Truth => Some(()),
            Kind::Byte => self.past(1),
            Kind::Integer => self.varint().map(|_| ()),
            Kind::Double => self.past(8),
            Kind::Binary => {
                let length = self.varint()?;
                self.past(length)
            }
            Kind::List => self.skip_list(depth),
            // No header of a page and no end of a file has one.
            Kind::Map => None,
            Kind::Struct => {
                let mut field = 0;
                while let Some(kind) = self.field(&mut field)? {
                    self.skip(kind, depth + 1)?;
                }
                Some(())
            }
        }
    }

    fn skip_list(&mut self, depth: u8) -> Option<()> {
        let head = self.byte()?;
        let kind = Kind::of(head & 0x0f)?;
        let length = match head >> 4 {
            15 => self.varint()?,
            short => u64::from(short),
        };
        // In a list a truth value takes a byte, and so does anything else at least.
        if length > self.rest.len() as u64 {
            return None;
        }
        for _ in 0..length {
            match kind {
                Kind::Truth => self.past(1)?,
                kind => self.skip(kind, depth + 1)?,
            }
        }
        Some(())
    }
}
