//! What a brief says, before it is laid out: every rendering shows this and nothing else.

use entente_assessment::CoincidencePoint;

use crate::brief::Brief;
use crate::notes::NoteText;
use crate::sentence::Sentence;
use crate::words::{Lang, say};
use crate::{bottom_line, sections};

/// A whole brief.
pub(crate) struct Document {
    /// The language that its words are in.
    pub lang: Lang,
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
    pub title: String,
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

impl Document {
    pub(crate) fn of(brief: &Brief<'_>) -> Self {
        let words = brief.words;
        Document {
            lang: words.lang(),
            title: brief.all().bare,
            as_of: say!(words, "as-of", date = brief.as_of()),
            bottom_line: bottom_line::of(brief),
            sections: sections::all(brief),
            notes: brief
                .assessment
                .notes
                .iter()
                .map(|note| NoteText::of(note, words))
                .collect(),
            sources: sections::sources(brief),
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
    pub(crate) fn or_missing(figure: Option<String>, words: impl Into<String>) -> Self {
        figure.map_or_else(|| Cell::missing(words), Cell::new)
    }
}
