//! What a brief says, before it is laid out: every rendering shows this and nothing else.

use std::collections::BTreeSet;

use entente_assessment::{CoincidencePoint, Note};
use jiff::civil::Date;

use crate::brief::Brief;
use crate::notes::NoteText;
use crate::reach::Head;
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
    /// The date itself.
    pub date: Date,
    /// How far the evidence reaches, on the first page.
    pub head: Head,
    pub bottom_line: Vec<Sentence>,
    /// In the order in which they stand: the essentials, then the annex.
    pub sections: Vec<Section>,
    pub notes: Vec<NoteText>,
    pub sources: Vec<String>,
}

/// Where a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// On the first pages, for the reader who has five minutes.
    Essentials,
    /// After them, for the reader who wants to know more.
    Annex,
}

/// A part under a heading of its own.
pub(crate) struct Section {
    /// For links; lower-case letters and hyphens.
    pub id: &'static str,
    pub title: String,
    pub part: Part,
    pub blocks: Vec<Block>,
}

pub(crate) enum Block {
    Subheading(String),
    Paragraph(Vec<Sentence>),
    List(Vec<Sentence>),
    /// In order, from 1.
    Numbered(Vec<Sentence>),
    Table(Table),
    Trend(Trend),
    Figure(Figure),
}

/// A table; its first column names the rows.
#[derive(Clone, Default)]
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
    /// The same drawn at more length, where there is room for a drawing.
    pub figure: Option<Figure>,
}

/// A drawing with its words and its data; renderings that cannot draw show these instead.
pub(crate) struct Figure {
    /// SVG with a `viewBox`, or `width` and `height` in pixels.
    pub svg: String,
    /// What it shows, in a line.
    pub caption: String,
    /// What a reader who does not see it must know.
    pub alternative: String,
    pub notes: Vec<usize>,
    /// What is drawn, as figures; its caption is not shown beside the figure's own.
    pub data: Table,
    pub shown: Shown,
}

/// Where the figures of a drawing are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// With it, and in its place where nothing can be drawn.
    Beside,
    /// Only where they can be folded away: there are too many to read.
    Folded,
    /// In a table of their own in the annex: the first pages have room for the drawing alone.
    Apart,
}

impl Document {
    pub(crate) fn of(brief: &Brief<'_>) -> Self {
        let words = brief.words;
        let mut sections = sections::all(brief);
        sections.sort_by_key(|s| s.part);
        let bottom_line = bottom_line::of(brief);
        let cited = cited(&bottom_line, &sections);
        let shown = |note: &&Note| brief.assessment.pack.is_none() || cited.contains(&note.number);
        Document {
            lang: words.lang(),
            title: title(brief),
            as_of: as_of(brief),
            date: brief.assessment.as_of,
            head: Head::of(&brief.assessment.reach, words),
            bottom_line,
            sections,
            notes: (brief.assessment.notes.iter())
                .filter(shown)
                .map(|note| NoteText::of(note, words))
                .collect(),
            sources: sections::sources(brief),
        }
    }

    /// The title with the date.
    pub(crate) fn full_title(&self) -> String {
        format!("{}, {}", self.title, self.as_of)
    }

    /// The sections of a part.
    pub(crate) fn part(&self, part: Part) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |s| s.part == part)
    }
}

/// The parties, and whose delegation it is for.
fn title(brief: &Brief<'_>) -> String {
    let parties = brief.all().bare;
    if let Some(pack) = &brief.assessment.pack {
        let title = &pack.consultation.title;
        return say!(brief.words, "pack-title", title = title, parties = parties);
    }
    match &brief.assessment.side {
        Some(side) => say!(
            brief.words,
            "side-title",
            parties = parties,
            state = brief.state(side.party.ccode)
        ),
        None => parties,
    }
}

/// The date, and that a side's brief, or a pack with positions, is not for both.
fn as_of(brief: &Brief<'_>) -> String {
    if let Some(pack) = &brief.assessment.pack {
        return match pack.delegation {
            Some(state) => say!(
                brief.words,
                "pack-as-of-own",
                date = brief.as_of(),
                state = brief.words.of_code(state)
            ),
            None => say!(brief.words, "pack-as-of", date = brief.as_of()),
        };
    }
    let id = match brief.assessment.side {
        Some(_) => "side-as-of",
        None => "as-of",
    };
    say!(brief.words, id, date = brief.as_of())
}

/// The numbers of the notes that are referred to.
fn cited(bottom_line: &[Sentence], sections: &[Section]) -> BTreeSet<usize> {
    let of_blocks = sections.iter().flat_map(|s| &s.blocks).flat_map(|block| {
        let of_sentences = |told: &[Sentence]| told.iter().flat_map(|s| s.notes.clone()).collect();
        match block {
            Block::Subheading(_) => Vec::new(),
            Block::Paragraph(told) | Block::List(told) | Block::Numbered(told) => {
                of_sentences(told)
            }
            Block::Table(table) => table.notes.clone(),
            Block::Trend(trend) => trend.notes.clone(),
            Block::Figure(figure) => [&figure.notes[..], &figure.data.notes].concat(),
        }
    });
    let of_line = bottom_line.iter().flat_map(|s| s.notes.clone());
    of_line.chain(of_blocks).collect()
}

impl Trend {
    /// The first and last session drawn, if there is any.
    pub(crate) fn sessions(&self) -> Option<(u16, u16)> {
        let all = || {
            self.rows
                .iter()
                .flat_map(|(_, points)| points.iter().map(|p| p.session))
        };
        Some((all().min()?, all().max()?))
    }

    /// The years in which those opened.
    pub(crate) fn years(&self) -> Option<(u16, u16)> {
        self.sessions()
            .map(|(first, last)| (first + 1945, last + 1945))
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

/// Runs of columns under one heading, with how many there are; a column without one is a run of its own.
pub(crate) fn runs(columns: &[Column]) -> Vec<(&Column, usize)> {
    let mut runs: Vec<(&Column, usize)> = Vec::new();
    for column in columns {
        match runs.last_mut() {
            Some((first, span)) if first.group.is_some() && first.group == column.group => {
                *span += 1;
            }
            _ => runs.push((column, 1)),
        }
    }
    runs
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
