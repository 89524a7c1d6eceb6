//! Lists of records in XML, one level deep, with the line of every element at hand.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::import::ImportError;
use crate::import::csv_table::unpack;
use crate::import::date_order::DateOrder;
use crate::import::located::Cell;

/// The elements of a list.
pub(super) struct Format {
    /// The root.
    pub root: &'static str,
    /// The element of one record.
    pub entry: &'static str,
    /// The elements within a record.
    pub elements: &'static [&'static str],
}

/// One record.
pub(super) struct Entry<'a> {
    file: &'a str,
    name: &'static str,
    line: u64,
    elements: Vec<Element>,
}

/// One element of a record.
struct Element {
    name: &'static str,
    line: u64,
    /// The attribute `id`.
    id: Option<String>,
    /// The text, its lines and blanks run together.
    text: String,
}

impl Entry<'_> {
    /// The line on which the record begins.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// An element that must be there and have a text.
    pub fn required(&self, name: &'static str) -> Result<Cell<'_>, ImportError> {
        let element = self.present(name)?;
        let cell = self.cell(name, element.line, &element.text);
        cell.required()?;
        Ok(cell)
    }

    /// The text of an element, `None` if it is empty or not there.
    pub fn optional(&self, name: &str) -> Option<&str> {
        let element = self.find(name)?;
        (!element.text.is_empty()).then_some(&*element.text)
    }

    /// The attribute `id` of an element that must be there.
    pub fn attribute_id(&self, name: &'static str) -> Result<&str, ImportError> {
        let element = self.present(name)?;
        match element.id.as_deref() {
            Some(id) if !id.is_empty() => Ok(id),
            _ => Err(self
                .cell(name, element.line, &element.text)
                .error("has no attribute `id`")),
        }
    }

    fn present(&self, name: &'static str) -> Result<&Element, ImportError> {
        self.find(name).ok_or_else(|| ImportError {
            line: self.line,
            column: Some(name.to_owned()),
            ..ImportError::whole(self.file, format!("is missing from this {}", self.name))
        })
    }

    fn find(&self, name: &str) -> Option<&Element> {
        self.elements.iter().find(|e| e.name == name)
    }

    fn cell<'b>(&'b self, column: &'b str, line: u64, text: &'b str) -> Cell<'b> {
        Cell {
            file: self.file,
            line,
            column,
            text,
            dates: DateOrder::default(),
        }
    }
}

/// Reads every record of a list.
///
/// # Errors
/// Text that is not UTF-8, XML that is not well-formed, an element that the format does not have,
/// one that occurs twice in a record, or text between elements.
pub(super) fn entries<'a>(
    file: &'a str,
    bytes: &[u8],
    format: &Format,
) -> Result<Vec<Entry<'a>>, ImportError> {
    let bytes = unpack(file, bytes)?;
    let text = utf8(file, &bytes)?;
    let mut reader = Reader::from_str(text);
    let mut lines = Lines::of(text);
    let mut list = List {
        file,
        format,
        stage: Stage::Before,
        entries: Vec::new(),
    };
    loop {
        let line = lines.at(reader.buffer_position());
        let event = reader.read_event().map_err(|e| ImportError {
            line: Lines::of(text).at(reader.error_position()),
            ..ImportError::whole(file, format!("is not well-formed XML: {e}"))
        })?;
        match event {
            Event::Start(tag) => list.open(line, &tag)?,
            Event::End(_) => list.close(),
            Event::Empty(tag) => {
                list.open(line, &tag)?;
                list.close();
            }
            Event::Text(text) => list.text(line, &text.xml10_content())?,
            Event::CData(text) => list.text(line, &text.xml10_content())?,
            Event::GeneralRef(name) => list.text(line, &resolved(file, line, &name)?)?,
            Event::Eof => return list.finish(line),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn utf8<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, ImportError> {
    std::str::from_utf8(bytes).map_err(|e| {
        let before = bytes.get(..e.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count() as u64;
        ImportError {
            line,
            ..ImportError::whole(file, "is not UTF-8 text")
        }
        .hint("convert it first, for instance with `iconv -f latin1 -t utf8`")
    })
}

/// What a reference such as `&amp;` or `&#233;` stands for.
fn resolved(file: &str, line: u64, name: &BytesRef<'_>) -> Result<String, ImportError> {
    let known = match &**name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => name.resolve_char_ref().ok().flatten(),
    };
    known.map(String::from).ok_or_else(|| ImportError {
        line,
        value: Some(format!("&{};", &**name)),
        ..ImportError::whole(file, "stands for no character")
    })
}

/// How far into the document the reader is.
enum Stage {
    Before,
    Root,
    Entry {
        line: u64,
        elements: Vec<Element>,
    },
    Element {
        line: u64,
        elements: Vec<Element>,
        open: Element,
    },
    After,
}

/// The list as it is read.
struct List<'a, 'f> {
    file: &'a str,
    format: &'f Format,
    stage: Stage,
    entries: Vec<Entry<'a>>,
}

impl<'a> List<'a, '_> {
    fn open(&mut self, line: u64, tag: &BytesStart<'_>) -> Result<(), ImportError> {
        let name = tag.name();
        let name = name.as_ref();
        self.stage = match std::mem::replace(&mut self.stage, Stage::After) {
            Stage::Before if name == self.format.root => Stage::Root,
            Stage::Before => {
                return Err(self
                    .misplaced(
                        line,
                        name,
                        format!("is not `{}`, the root of such a list", self.format.root),
                    )
                    .hint("visits begin with <visits>, travels with <trips>"));
            }
            Stage::Root if name == self.format.entry => Stage::Entry {
                line,
                elements: Vec::new(),
            },
            Stage::Root => {
                let problem = format!("is not an element of a list of {}s", self.format.entry);
                return Err(self.misplaced(line, name, problem));
            }
            Stage::Entry {
                line: begin,
                elements,
            } => {
                let open = self.element(line, tag, &elements)?;
                Stage::Element {
                    line: begin,
                    elements,
                    open,
                }
            }
            Stage::Element { open, .. } => {
                let problem = format!("stands within `{}`, which holds only text", open.name);
                return Err(self.misplaced(line, name, problem));
            }
            Stage::After => {
                return Err(self.misplaced(line, name, "follows the end of the list".to_owned()));
            }
        };
        Ok(())
    }

    fn element(
        &self,
        line: u64,
        tag: &BytesStart<'_>,
        earlier: &[Element],
    ) -> Result<Element, ImportError> {
        let tag_name = tag.name();
        let tag_name = tag_name.as_ref();
        let Some(&name) = self
            .format
            .elements
            .iter()
            .find(|known| **known == tag_name)
        else {
            let problem = format!("is not an element of a {}", self.format.entry);
            return Err(self
                .misplaced(line, tag_name, problem)
                .hint(format!("known are {}", self.format.elements.join(", "))));
        };
        if earlier.iter().any(|e| e.name == name) {
            let problem = format!("occurs twice in this {}", self.format.entry);
            return Err(self.misplaced(line, name, problem));
        }
        let id = attribute_id(tag).map_err(|e| {
            self.misplaced(
                line,
                name,
                format!("has attributes that cannot be read: {e}"),
            )
        })?;
        Ok(Element {
            name,
            line,
            id,
            text: String::new(),
        })
    }

    /// Ends the innermost element; the reader has checked that the names agree.
    fn close(&mut self) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::After) {
            Stage::Element {
                line,
                mut elements,
                mut open,
            } => {
                open.text = run_together(&open.text);
                elements.push(open);
                Stage::Entry { line, elements }
            }
            Stage::Entry { line, elements } => {
                self.entries.push(Entry {
                    file: self.file,
                    name: self.format.entry,
                    line,
                    elements,
                });
                Stage::Root
            }
            Stage::Root | Stage::Before | Stage::After => Stage::After,
        };
    }

    fn text(&mut self, line: u64, text: &str) -> Result<(), ImportError> {
        if let Stage::Element { open, .. } = &mut self.stage {
            open.text.push_str(text);
            return Ok(());
        }
        // A byte-order mark reads as text.
        let stray = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if stray.is_empty() {
            return Ok(());
        }
        let blank = text
            .find(stray)
            .and_then(|at| text.get(..at))
            .unwrap_or_default();
        Err(ImportError {
            line: line + blank.matches('\n').count() as u64,
            value: Some(run_together(stray)),
            ..ImportError::whole(self.file, "stands between elements, where no text belongs")
        })
    }

    fn finish(self, line: u64) -> Result<Vec<Entry<'a>>, ImportError> {
        let unclosed = match &self.stage {
            Stage::After => return Ok(self.entries),
            Stage::Before => {
                let problem = format!("holds no list of {}s", self.format.entry);
                return Err(ImportError::whole(self.file, problem));
            }
            Stage::Root => self.format.root,
            Stage::Entry { .. } => self.format.entry,
            Stage::Element { open, .. } => open.name,
        };
        Err(self
            .misplaced(
                line,
                unclosed,
                "is not closed before the file ends".to_owned(),
            )
            .hint("is the file cut short?"))
    }

    fn misplaced(&self, line: u64, element: &str, problem: String) -> ImportError {
        ImportError {
            line,
            column: Some(element.to_owned()),
            ..ImportError::whole(self.file, problem)
        }
    }
}

fn attribute_id(tag: &BytesStart<'_>) -> Result<Option<String>, quick_xml::Error> {
    tag.try_get_attribute("id")?
        .map(|a| {
            a.normalized_value(XmlVersion::Implicit1_0)
                .map(|v| v.trim().to_owned())
        })
        .transpose()
}

/// The publisher breaks and indents the lines of every text.
fn run_together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Line numbers of byte positions that never go back.
struct Lines<'t> {
    text: &'t [u8],
    position: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        Lines {
            text: text.as_bytes(),
            position: 0,
            line: 1,
        }
    }

    fn at(&mut self, position: u64) -> u64 {
        let position = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        let passed = self.text.get(self.position..position).unwrap_or_default();
        self.line += passed.iter().filter(|&&b| b == b'\n').count() as u64;
        self.position = self.position.max(position);
        self.line
    }
}
