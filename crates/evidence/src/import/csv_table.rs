//! Reading delimited files with the place of every value at hand.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Cursor, Read};

use csv::StringRecord;
use entente_doors::read::TooLarge;

use super::date_order::{self as dates, DateOrder};
use super::form::{self, Form, Wanted};
use super::intake::Named;
use super::json_items::{self, Items};
use super::layout::{Header, Layout, Made};
use super::located::{Cell, ImportError};

/// A delimited file in memory, its header checked.
pub struct CsvTable<'b> {
    file: Named<'b>,
    header: Header,
    rows: Rows<'b>,
    /// What the dates of a column tell of their order, once one of them asks.
    orders: RefCell<HashMap<usize, DateOrder>>,
}

/// Where rows come from.
enum Rows<'b> {
    /// Lines of fields.
    Delimited {
        reader: Box<csv::Reader<Cursor<Cow<'b, [u8]>>>>,
        delimiter: u8,
        /// The byte at which the header begins, and the lines above it.
        start: usize,
        above: u64,
    },
    /// The items of a JSON answer.
    Items {
        rows: Vec<(u64, StringRecord)>,
        next: usize,
    },
}

/// One row, read by column name.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a CsvTable<'a>,
    /// The line on which the row begins, from 1.
    pub line: u64,
    record: &'a StringRecord,
    made: &'a [Made],
    /// Two columns that change their places.
    turned: Option<(&'static str, &'static str)>,
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
    /// Opens a file's bytes: gzip or plain; UTF-8 with or without a byte-order mark, or UTF-16 with one; fields
    /// separated by `delimiter`, or else by commas, semicolons, tabs or bars; lines above the header allowed. A
    /// JSON answer with a list of rows is a table too.
    ///
    /// Every column in `needed` must be in the header; others are allowed.
    ///
    /// # Errors
    /// Text that is not UTF-8 (with its line), a column missing, or two of one name.
    pub fn open(
        file: impl Into<Named<'b>>,
        bytes: &'b [u8],
        delimiter: u8,
        needed: &[&str],
    ) -> Result<Self, ImportError> {
        Self::open_as(file, bytes, delimiter, needed, &[])
    }

    /// The same, where the file may have another layout.
    ///
    /// # Errors
    /// As [`CsvTable::open`], and a layout of which it is known that it does not say what is needed.
    pub(super) fn open_as(
        file: impl Into<Named<'b>>,
        bytes: &'b [u8],
        delimiter: u8,
        needed: &[&str],
        layouts: &'static [Layout],
    ) -> Result<Self, ImportError> {
        let file = file.into();
        let bytes = unmarked(form::utf8(&file, unpack(&file, bytes)?)?);
        let wanted = Wanted { needed, layouts };
        let (form, rows) = if json_items::is_json(&bytes) {
            let Items { names, rows } = json_items::read(&file, &bytes)?;
            let rows = Rows::Items { rows, next: 0 };
            (Form::of_names(&file, names, wanted)?, rows)
        } else {
            let form = form::find(&file, &bytes, delimiter, wanted)?;
            let mut text = Cursor::new(bytes);
            text.set_position(form.start as u64);
            let reader = csv::ReaderBuilder::new()
                .delimiter(form.delimiter)
                .flexible(true)
                .from_reader(text);
            let rows = Rows::Delimited {
                reader: Box::new(reader),
                delimiter: form.delimiter,
                start: form.start,
                above: form.above,
            };
            (form, rows)
        };
        form.header.distinct(&file, form.above + 1)?;
        let refused = form.header.layout().and_then(|layout| layout.refused);
        if let Some((problem, hint)) = refused {
            return Err(ImportError::whole(&file, problem).hint(hint));
        }
        Ok(CsvTable {
            file,
            header: form.header,
            rows,
            orders: RefCell::default(),
        })
    }

    /// The header, trimmed.
    pub fn header(&self) -> &[String] {
        self.header.names()
    }

    /// Whether the header has a column.
    pub fn has(&self, column: &str) -> bool {
        self.header.number(column).is_some()
    }

    /// The layout, where it is not the one of the declaration.
    pub(super) fn layout(&self) -> Option<&'static Layout> {
        self.header.layout()
    }

    /// The next row and its line.
    fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, ImportError> {
        match &mut self.rows {
            Rows::Items { rows, next } => {
                let Some((line, row)) = rows.get(*next) else {
                    return Ok(None);
                };
                *next += 1;
                record.clone_from(row);
                Ok(Some(*line))
            }
            Rows::Delimited {
                reader,
                start,
                above,
                ..
            } => {
                let more = reader.read_record(record).map_err(|e| ImportError {
                    line: e.position().map_or(0, |at| *above + at.line()),
                    ..ImportError::whole(&self.file, format!("cannot be read: {e}"))
                })?;
                if !more {
                    return Ok(None);
                }
                let text = &reader.get_ref().get_ref()[*start..];
                let line = record.position().map_or(0, |at| line_at(text, at));
                Ok(Some(*above + line))
            }
        }
    }

    /// Reads every row in turn. Where faulty rows are left out, a row that cannot be read is noted.
    ///
    /// # Errors
    /// A row with more or fewer fields than the header, an unclosed quote, or what `read` returns.
    pub fn each(
        mut self,
        mut read: impl FnMut(&Row<'_>) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let mut record = StringRecord::new();
        while let Some(line) = self.next(&mut record)? {
            if let Err(fault) = self.row(line, &record, &mut read) {
                self.file.leave_out(fault)?;
            }
        }
        Ok(())
    }

    fn row(
        &self,
        line: u64,
        record: &StringRecord,
        read: &mut impl FnMut(&Row<'_>) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let columns = self.header.names().len();
        if record.len() != columns {
            let problem = format!("has {} fields where the header has {columns}", record.len());
            return Err(ImportError {
                line,
                ..ImportError::whole(&self.file, problem)
            }
            .hint("a stray quote or delimiter, or a file cut short?"));
        }
        if !self.header.counts(record) {
            return Ok(());
        }
        let made = self.header.made(&self.file, line, record)?;
        read(&Row {
            table: self,
            line,
            record,
            made: &made,
            turned: None,
        })
    }

    /// What the dates of a column tell of the order of day and month.
    fn order_of(&self, column: usize) -> DateOrder {
        if let Some(order) = self.orders.borrow().get(&column) {
            return *order;
        }
        let and = |order: DateOrder, record: &StringRecord| match record.get(column) {
            Some(text) => order.and(text),
            None => order,
        };
        let order = match &self.rows {
            Rows::Items { rows, .. } => rows
                .iter()
                .fold(DateOrder::Untold, |order, (_, row)| and(order, row)),
            Rows::Delimited {
                reader,
                delimiter,
                start,
                ..
            } => csv::ReaderBuilder::new()
                .delimiter(*delimiter)
                .flexible(true)
                .from_reader(&reader.get_ref().get_ref()[*start..])
                .records()
                .map_while(Result::ok)
                .fold(DateOrder::Untold, |order, row| and(order, &row)),
        };
        self.orders.borrow_mut().insert(column, order);
        order
    }
}

/// The line on which a record's first byte stands. The reader's own position lies before line ends that it
/// skips: the second byte of CRLF, and blank lines.
fn line_at(text: &[u8], position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let ends = text
        .iter()
        .skip(start)
        .take_while(|b| matches!(b, b'\r' | b'\n'));
    position.line() + ends.filter(|b| **b == b'\n').count() as u64
}

impl<'a> Row<'a> {
    /// The value in a column; a column that is not in the header reads as empty.
    pub fn cell(&self, column: &'a str) -> Cell<'a> {
        let column = match self.turned {
            Some((one, other)) if column == one => other,
            Some((one, other)) if column == other => one,
            _ => column,
        };
        let header = &self.table.header;
        let made = self.made.iter().find(|made| made.column == column);
        let place = match made {
            Some(made) => Some(made.from),
            None => header.place(column, self.record),
        };
        let text = match made {
            Some(made) => made.text.as_str(),
            None => place.and_then(|n| self.record.get(n)).unwrap_or(""),
        };
        Cell {
            file: &self.table.file,
            line: self.line,
            column: place
                .and_then(|n| header.names().get(n))
                .map_or(column, String::as_str),
            text,
            dates: match place {
                Some(n) if dates::year_is_last(text) => self.table.order_of(n),
                _ => DateOrder::default(),
            },
        }
    }

    /// The row with two columns in each other's place.
    pub(super) fn turned(self, columns: (&'static str, &'static str)) -> Self {
        Row {
            turned: Some(columns),
            ..self
        }
    }

    /// An error about the row as a whole.
    pub fn error(&self, problem: impl Into<String>) -> ImportError {
        ImportError {
            line: self.line,
            ..ImportError::whole(&self.table.file, problem)
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

    fn read(bytes: &[u8]) -> Vec<(u64, String, String)> {
        let mut rows = Vec::new();
        let table = CsvTable::open("f", bytes, b',', &["a", "b"]).unwrap();
        table
            .each(|row| {
                let text = |column| row.cell(column).text.to_owned();
                rows.push((row.line, text("a"), text("b")));
                Ok(())
            })
            .unwrap();
        rows
    }

    #[test]
    fn whatever_separates_the_fields() {
        for sign in [",", ";", "\t", "|"] {
            let text = format!("\u{feff}x{sign}a{sign}b\n1{sign}2{sign}\"3{sign}\"\n");
            let expected = vec![(2, "2".to_owned(), format!("3{sign}"))];
            assert_eq!(read(text.as_bytes()), expected, "{sign:?}");
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(read(&wide), expected, "{sign:?} in UTF-16");
        }
        assert_eq!(
            read(b"sep=;\n\"Data\";\"today\"\n\na;b\r\n\r\n1;2\r\n"),
            [(6, "1".to_owned(), "2".to_owned())]
        );
    }

    #[test]
    fn the_header_is_told_where_it_is_not_the_one_looked_for() {
        let error = CsvTable::open("f", b"x;y;z\n", b',', &["alpha"]).err();
        assert_eq!(
            error.unwrap().to_string(),
            "f:1: column `alpha`: is missing from the header; read with semicolons between the fields, \
             the header has `x`, `y`, `z`: is `--as` the right format?"
        );
    }
}
