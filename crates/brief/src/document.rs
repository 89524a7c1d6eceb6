//! What a brief says, before it is laid out: both renderings show this and nothing else.

use entente_assessment::{Assessment, CoincidencePoint, Note};

use crate::names::Names;
use crate::sentence::{Sentence, listed};
use crate::{bottom_line, dates, sections};

/// A whole brief.
pub(crate) struct Document {
    /// The parties.
    pub title: String,
    /// "as of 1 February 2021".
    pub as_of: String,
    pub bottom_line: Vec<Sentence>,
    pub sections: Vec<Section>,
    pub notes: Vec<NoteText>,
    pub sources: Vec<String>,
}

/// A part under a heading of its own.
pub(crate) struct Section {
    /// For links; lower-case letters and hyphens.
    pub id: &'static str,
    pub title: &'static str,
    pub blocks: Vec<Block>,
}

pub(crate) enum Block {
    Subheading(String),
    Paragraph(Vec<Sentence>),
    List(Vec<Sentence>),
    Table(Table),
    Trend(Trend),
}

/// A table; its first column names the rows.
#[derive(Default)]
pub(crate) struct Table {
    pub caption: String,
    pub notes: Vec<usize>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone)]
pub(crate) struct Column {
    pub head: String,
    /// A heading over this column and its neighbours with the same one.
    pub group: Option<String>,
    /// Whether the cells are numbers, which stand to the right.
    pub number: bool,
}

#[derive(Clone)]
pub(crate) struct Cell {
    pub text: String,
    /// Whether the words stand for a figure that is not there.
    pub missing: bool,
}

/// Series of voting coincidence over the sessions.
pub(crate) struct Trend {
    pub caption: String,
    pub notes: Vec<usize>,
    pub rows: Vec<(String, Vec<CoincidencePoint>)>,
}

/// A note in words.
pub(crate) struct NoteText {
    pub number: usize,
    /// Label and words: "Selection", "recorded roll calls…".
    pub parts: Vec<(&'static str, String)>,
}

impl Document {
    pub(crate) fn of(assessment: &Assessment) -> Self {
        let parties: Vec<&str> = assessment.parties.iter().map(|p| p.name.as_str()).collect();
        Document {
            title: listed(&parties),
            as_of: format!("as of {}", dates::long(assessment.as_of)),
            bottom_line: bottom_line(assessment),
            sections: sections::all(assessment, &Names::of(assessment)),
            notes: assessment.notes.iter().map(NoteText::of).collect(),
            sources: sections::sources(assessment),
        }
    }
}

impl NoteText {
    fn of(note: &Note) -> Self {
        let tables: Vec<&str> = note.tables.iter().map(|t| t.as_str()).collect();
        let parts = [
            ("Selection", note.selection.clone()),
            ("Method", note.method.clone()),
            ("Caveat", note.caveat.clone()),
            (
                if tables.len() == 1 { "Table" } else { "Tables" },
                tables.join(", "),
            ),
        ];
        let stopped = |words: &str| {
            let stop = if words.ends_with(['.', '?', '!']) {
                ""
            } else {
                "."
            };
            crate::sentence::capital(words) + stop
        };
        NoteText {
            number: note.number,
            parts: parts
                .into_iter()
                .filter(|(_, words)| !words.is_empty())
                .map(|(label, words)| {
                    (
                        label,
                        if label.starts_with("Table") {
                            words + "."
                        } else {
                            stopped(&words)
                        },
                    )
                })
                .collect(),
        }
    }
}

impl Column {
    pub(crate) fn words(head: impl Into<String>) -> Self {
        Column {
            head: head.into(),
            group: None,
            number: false,
        }
    }

    pub(crate) fn number(head: impl Into<String>) -> Self {
        Column {
            head: head.into(),
            group: None,
            number: true,
        }
    }

    pub(crate) fn under(self, group: impl Into<String>) -> Self {
        Column {
            group: Some(group.into()),
            ..self
        }
    }
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Cell {
            text: text.into(),
            missing: false,
        }
    }

    pub(crate) fn missing(words: impl Into<String>) -> Self {
        Cell {
            text: words.into(),
            missing: true,
        }
    }

    /// A figure, or the words for its absence.
    pub(crate) fn or_missing(figure: Option<String>, words: &str) -> Self {
        figure.map_or_else(|| Cell::missing(words), Cell::new)
    }
}
