//! The form of a delimited file: what separates its fields, and on which line its header stands.
//!
//! A spreadsheet writes what its language settings say: commas, semicolons, tabs; a website may put its name
//! and the day of the download above the header. The columns that are looked for tell which it is.

use std::borrow::Cow;

use super::ImportError;
use super::layout::{Header, Layout};

/// Lines above the header, at most.
const ABOVE: usize = 40;

/// The most bytes of a header. Where a quote is not closed, this ends it.
const LONGEST: usize = 1 << 16;

/// What separates fields, as people call it.
const SEPARATORS: [(u8, &str); 4] = [
    (b',', "commas"),
    (b';', "semicolons"),
    (b'\t', "tabs"),
    (b'|', "bars"),
];

/// Where the rows of a file begin, and how they are read.
#[derive(Debug)]
pub(super) struct Form {
    /// What separates fields.
    pub delimiter: u8,
    /// The byte at which the header begins.
    pub start: usize,
    /// Lines above the header.
    pub above: u64,
    /// The header.
    pub header: Header,
}

/// The layouts that a file may have, with the columns that are needed of it.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub needed: &'w [&'w str],
    pub layouts: &'static [Layout],
}

impl Form {
    /// Of rows that have names without a line of names.
    ///
    /// # Errors
    /// As [`find`].
    pub(super) fn of_names(
        file: &str,
        names: Vec<String>,
        wanted: Wanted<'_>,
    ) -> Result<Self, ImportError> {
        let (header, missing) = wanted.nearest(&names);
        match missing.first() {
            None => Ok(Form {
                delimiter: b',',
                start: 0,
                above: 0,
                header,
            }),
            Some(first) => Err(ImportError {
                column: Some(first.clone()),
                ..ImportError::whole(file, "is missing from the items")
            }),
        }
    }
}

impl Wanted<'_> {
    /// Whether a line may be the header, at a glance.
    fn may_be(&self, line: &[u8]) -> bool {
        let layouts = std::iter::once(None).chain(self.layouts.iter().map(Some));
        let holds = |name: &str| line.windows(name.len()).any(|part| part == name.as_bytes());
        self.needed.is_empty()
            || layouts
                .map(|layout| Header::new(Vec::new(), layout))
                .flat_map(|header| header.first_names(self.needed))
                .any(holds)
    }

    /// The header of a line, in the layout of which the fewest columns are missing, and which are.
    fn nearest(&self, names: &[String]) -> (Header, Vec<String>) {
        let layouts = std::iter::once(None).chain(self.layouts.iter().map(Some));
        let headers = layouts.map(|layout| Header::new(names.to_vec(), layout));
        headers
            .map(|header| {
                let missing = header.missing(self.needed);
                let missing = missing.into_iter().map(str::to_owned).collect::<Vec<_>>();
                (header, missing)
            })
            .min_by_key(|(_, missing)| missing.len())
            .unwrap_or_else(|| (Header::new(names.to_vec(), None), Vec::new()))
    }
}

/// Text in the encoding of this program: what a spreadsheet saves as "Unicode text" is read too.
///
/// # Errors
/// The line on which the text is not UTF-8.
pub(super) fn utf8<'b>(file: &str, bytes: Cow<'b, [u8]>) -> Result<Cow<'b, [u8]>, ImportError> {
    let wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(u16::from_le_bytes as fn([u8; 2]) -> u16),
        Some([0xfe, 0xff]) => Some(u16::from_be_bytes as fn([u8; 2]) -> u16),
        _ => None,
    };
    if let Some(unit) = wide {
        let pairs = bytes[2..].chunks_exact(2);
        let units = pairs.map(|pair| unit([pair[0], pair[1]]));
        let text = char::decode_utf16(units).collect::<Result<String, _>>();
        return match text {
            Ok(text) => Ok(Cow::Owned(text.into_bytes())),
            Err(_) => Err(ImportError::whole(
                file,
                "is not UTF-16 text, as its first bytes say",
            )),
        };
    }
    if let Err(e) = std::str::from_utf8(&bytes) {
        let before = bytes[..e.valid_up_to()].iter();
        let line = 1 + before.filter(|&&b| b == b'\n').count() as u64;
        return Err(ImportError {
            line,
            ..ImportError::whole(file, "is not UTF-8 text")
        }
        .hint("convert it first, for instance with `iconv -f latin1 -t utf8`"));
    }
    Ok(bytes)
}

/// Finds the header.
///
/// # Errors
/// A file without a line that has the columns: which are missing, in the form that has the most of them.
pub(super) fn find(
    file: &str,
    bytes: &[u8],
    usual: u8,
    wanted: Wanted<'_>,
) -> Result<Form, ImportError> {
    let mut nearest: Option<(Form, Vec<String>, usize)> = None;
    let mut start = 0;
    let lines = bytes.split_inclusive(|&b| b == b'\n');
    for (above, line) in (0..).zip(lines.take(ABOVE)) {
        // The first line is looked at in any case, to say what it has.
        if above > 0 && !wanted.may_be(line) {
            start += line.len();
            continue;
        }
        let others = SEPARATORS.iter().map(|(sign, _)| *sign);
        let others = others.filter(|sign| *sign != usual && line.contains(sign));
        let record = &bytes[start..bytes.len().min(start + LONGEST)];
        for delimiter in std::iter::once(usual).chain(others) {
            let names = fields(record, delimiter);
            let (header, missing) = wanted.nearest(&names);
            let form = Form {
                delimiter,
                start,
                above,
                header,
            };
            if missing.is_empty() {
                return Ok(form);
            }
            // Of two ways to read one line that have as many of the columns, the one that parts it.
            let nearer = nearest.as_ref().is_none_or(|(best, m, parts)| {
                let as_near = missing.len() == m.len() && best.start == start;
                missing.len() < m.len() || (as_near && names.len() > *parts)
            });
            if nearer {
                nearest = Some((form, missing, names.len()));
            }
        }
        start += line.len();
    }
    Err(match nearest {
        Some((form, missing, _)) => not_there(file, &form, &missing, wanted.needed.len()),
        None => ImportError::whole(file, "is empty"),
    })
}

/// The fields of the first record.
fn fields(bytes: &[u8], delimiter: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => record.iter().map(|name| name.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn not_there(file: &str, form: &Form, missing: &[String], needed: usize) -> ImportError {
    let first = missing.first().map_or("", String::as_str);
    let names = form.header.names();
    let near = names
        .iter()
        .map(|name| (strsim::jaro_winkler(name, first), name))
        .filter(|(score, _)| *score > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let error = ImportError {
        line: form.above + 1,
        column: Some(first.to_owned()),
        ..ImportError::whole(file, "is missing from the header")
    };
    if let Some((_, near)) = near {
        return error.hint(format!("is `{near}` meant?"));
    }
    if missing.len() * 2 <= needed {
        return error;
    }
    let separator = SEPARATORS.iter().find(|(sign, _)| *sign == form.delimiter);
    let between = separator.map_or("", |(_, name)| name);
    let shown: Vec<String> = names
        .iter()
        .take(8)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = if names.len() > shown.len() {
        " …"
    } else {
        ""
    };
    let layout = match form.header.layout() {
        Some(layout) => format!(", as in {}", layout.name),
        None => String::new(),
    };
    match names.len() {
        0 | 1 => error.hint(
            "the first line has one column: is it the header? fields are separated by commas, semicolons or tabs",
        ),
        _ => error.hint(format!(
            "read with {between} between the fields{layout}, the header has {}{more}: is `--as` the right format?",
            shown.join(", ")
        )),
    }
}
