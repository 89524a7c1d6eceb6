//! The running text.

use std::collections::BTreeMap;

use super::DocxError;
use super::image::{Image, Images};
use super::numbering;
use super::xml::Element;
use crate::document::{Block, Document, Figure, Part, Section, Shown, Trend};
use crate::sentence::{Sentence, noted_once};
use crate::spark;
use crate::words::{Words, say};

/// The first two footnotes are the lines above footnotes.
const FIRST_FOOTNOTE: usize = 2;

/// New notes at one place that have a footnote each: more would push the text off its page.
const FEW_NOTES: usize = 2;

/// The text as it grows, with the footnotes and images that it refers to.
pub(super) struct Body<'d> {
    pub document: &'d Document,
    pub words: &'static Words,
    pub blocks: Vec<Element>,
    pub footnotes: Vec<Element>,
    pub images: Images,
    /// The numbers of the footnotes of notes that have been cited.
    cited: BTreeMap<usize, usize>,
    bookmarks: usize,
    /// How many lists in order there are.
    pub numbered: usize,
}

impl<'d> Body<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Body {
            document,
            words: document.lang.words(),
            blocks: Vec::new(),
            footnotes: Vec::new(),
            images: Images::default(),
            cited: BTreeMap::new(),
            bookmarks: 0,
            numbered: 0,
        }
    }

    pub(super) fn push(&mut self, block: Element) {
        self.blocks.push(block);
    }

    /// A heading that the table of contents can lead to.
    pub(super) fn heading(&mut self, style: &str, title: &str, anchor: &str) {
        let heading = self.bookmarked(paragraph(style), anchor, vec![run(title)]);
        self.push(heading);
    }

    fn bookmarked(&mut self, paragraph: Element, anchor: &str, runs: Vec<Element>) -> Element {
        self.bookmarks += 1;
        let id = self.bookmarks;
        paragraph
            .child(
                Element::new("w:bookmarkStart")
                    .with("w:id", id)
                    .with("w:name", anchor),
            )
            .children(runs)
            .child(Element::new("w:bookmarkEnd").with("w:id", id))
    }

    pub(super) fn sections(&mut self) -> Result<(), DocxError> {
        let document = self.document;
        for section in document.part(Part::Essentials) {
            self.section(section, ["Heading1", "Heading2"])?;
        }
        self.contents();
        let annex = say!(self.words, "annex");
        self.heading("Heading1", &annex, "annex");
        for section in document.part(Part::Annex) {
            self.section(section, ["Heading2", "Heading3"])?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section, styles: [&str; 2]) -> Result<(), DocxError> {
        self.heading(styles[0], &section.title, section.id);
        for block in &section.blocks {
            match block {
                Block::Subheading(title) => self.push(paragraph(styles[1]).child(run(title))),
                Block::Paragraph(sentences) => self.paragraph(sentences),
                Block::List(sentences) => self.list(sentences),
                Block::Numbered(sentences) => self.numbered(sentences),
                Block::Table(table) => self.table(table),
                Block::Trend(trend) => match &trend.figure {
                    Some(figure) => self.figure(figure)?,
                    None => self.trend(trend)?,
                },
                Block::Figure(figure) => self.figure(figure)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, sentences: &[Sentence]) {
        let mut told = paragraph("BodyText");
        for (i, (sentence, notes)) in noted_once(sentences).enumerate() {
            if i > 0 {
                told = told.child(run(" "));
            }
            told = told.children(runs(sentence)).children(self.marks(notes));
        }
        self.push(told);
    }

    pub(super) fn list(&mut self, sentences: &[Sentence]) {
        for (sentence, notes) in noted_once(sentences) {
            let marks = self.marks(notes);
            let item = paragraph("ListBullet").children(runs(sentence));
            self.push(item.children(marks));
        }
    }

    /// A list in order: each is an instance of its own, so that it begins at 1.
    fn numbered(&mut self, sentences: &[Sentence]) {
        self.numbered += 1;
        let instance = numbering::instance(self.numbered);
        for (sentence, notes) in noted_once(sentences) {
            let marks = self.marks(notes);
            let properties = Element::new("w:pPr")
                .child(Element::val("w:pStyle", "ListNumber"))
                .child(numbering::of(instance));
            let item = Element::new("w:p").child(properties);
            self.push(item.children(runs(sentence)).children(marks));
        }
    }

    /// The caption of what follows, on the same page with it.
    pub(super) fn caption(&mut self, caption: &str, notes: &[usize]) {
        self.captioned("Caption", caption, notes);
    }

    fn captioned(&mut self, style: &str, caption: &str, notes: &[usize]) {
        let marks = self.marks(notes);
        self.push(
            paragraph(style)
                .child(run(&format!("{caption}.")))
                .children(marks),
        );
    }

    fn trend(&mut self, trend: &Trend) -> Result<(), DocxError> {
        let Some((first, last)) = trend.sessions() else {
            return Ok(());
        };
        self.caption(&trend.caption, &trend.notes);
        let mut rows = Vec::new();
        for (label, points) in &trend.rows {
            let svg = spark::drawing(label, points, first, last, self.words).into_string();
            let image = Image::of(&svg, label, spark::WIDTH * 0.8)?;
            rows.push((label.as_str(), self.images.add(image)));
        }
        let years = say!(
            self.words,
            "trend-years",
            from = first + 1945,
            to = last + 1945
        );
        let head = [say!(self.words, "column-issue"), years];
        self.push(super::table::of_drawings(&head, rows));
        self.push(paragraph("TableEnd"));
        Ok(())
    }

    /// The drawing, and its figures in a table below.
    fn figure(&mut self, figure: &Figure) -> Result<(), DocxError> {
        let image = Image::across(&figure.svg, &figure.alternative)?;
        let drawing = self.images.add(image);
        self.push(paragraph("Figure").child(drawing));
        match figure.shown {
            Shown::Beside => {
                self.caption(&figure.caption, &figure.notes);
                self.rows(&figure.data);
            }
            Shown::Folded | Shown::Apart => {
                self.captioned("FigureCaption", &figure.caption, &figure.notes);
            }
        }
        Ok(())
    }

    /// The marks of some notes: a footnote where one is first cited, then references to it.
    ///
    /// Footnotes are numbered by the word processor in the order of the text, as an office expects;
    /// each says which note it is of. Notes that come many at once share one footnote.
    pub(super) fn marks(&mut self, notes: &[usize]) -> Vec<Element> {
        let mut marks = Vec::new();
        let (known, new): (Vec<usize>, Vec<usize>) =
            notes.iter().partition(|n| self.cited.contains_key(n));
        let mut shown: Vec<usize> = Vec::new();
        for note in known {
            let footnote = self.cited[&note];
            if !shown.contains(&footnote) {
                shown.push(footnote);
                let instruction = format!("NOTEREF footnote_{note} \\h");
                let field = reference_field(&instruction, text(&footnote.to_string()));
                separated(&mut marks, field);
            }
        }
        if new.len() > FEW_NOTES {
            let mark = self.mark(&new);
            separated(&mut marks, mark);
        } else {
            for note in new {
                let mark = self.mark(&[note]);
                separated(&mut marks, mark);
            }
        }
        marks
    }

    /// The mark of a new footnote, which some notes share.
    fn mark(&mut self, notes: &[usize]) -> Vec<Element> {
        let id = self.footnotes.len() + FIRST_FOOTNOTE;
        let footnote = self.footnote(notes, id);
        self.footnotes.push(footnote);
        let mut starts = Vec::new();
        let mut ends = Vec::new();
        for note in notes {
            self.cited.insert(*note, self.footnotes.len());
            self.bookmarks += 1;
            starts.push(
                Element::new("w:bookmarkStart")
                    .with("w:id", self.bookmarks)
                    .with("w:name", format!("footnote_{note}")),
            );
            ends.push(Element::new("w:bookmarkEnd").with("w:id", self.bookmarks));
        }
        let mark = reference_run(Element::new("w:footnoteReference").with("w:id", id));
        starts.into_iter().chain([mark]).chain(ends).collect()
    }

    /// What the figures are of, for one note; the rest of the note stands at the end. For several notes,
    /// where they stand.
    fn footnote(&self, notes: &[usize], id: usize) -> Element {
        let mut told =
            paragraph("FootnoteText").child(reference_run(Element::new("w:footnoteRef")));
        match notes {
            [note] => {
                let mut written = self.document.notes.iter().filter(|n| n.number == *note);
                let first = written.next().and_then(|n| n.parts.first());
                let selection = first.map_or("", |(_, words)| words);
                let more = say!(self.words, "footnote-more", note = *note);
                told = told
                    .child(run(&format!(" {selection} ")))
                    .child(link_to_note(*note, &more));
            }
            _ => {
                told = told.child(run(&format!(" {} ", say!(self.words, "footnote-several"))));
                for (i, note) in notes.iter().enumerate() {
                    told = told.child(link_to_note(*note, &note.to_string()));
                    told = told.child(run(if i + 1 < notes.len() { ", " } else { "." }));
                }
            }
        }
        Element::new("w:footnote").with("w:id", id).child(told)
    }

    /// Notes and sources.
    pub(super) fn back(&mut self) {
        let document = self.document;
        let title = say!(self.words, "notes");
        self.heading("Heading1", &title, "notes");
        for note in &document.notes {
            let mut runs = vec![run(&format!("[{}] ", note.number))];
            for (label, part) in &note.parts {
                runs.push(bold(&say!(
                    self.words,
                    "label-and-words",
                    label = label,
                    words = ""
                )));
                runs.push(run(&format!("{part} ")));
            }
            let told = self.bookmarked(paragraph("Note"), &anchor_of(note.number), runs);
            self.push(told);
        }
        let title = say!(self.words, "sources");
        self.heading("Heading1", &title, "sources");
        for source in &document.sources {
            self.push(paragraph("Source").child(run(source)));
        }
    }
}

/// Some words that lead to a note at the end.
fn link_to_note(note: usize, words: &str) -> Element {
    Element::new("w:hyperlink")
        .with("w:anchor", anchor_of(note))
        .child(run(words))
}

/// A mark more, behind a comma where it is not the first.
fn separated(marks: &mut Vec<Element>, mark: Vec<Element>) {
    if !marks.is_empty() {
        marks.push(reference_run(text(",")));
    }
    marks.extend(mark);
}

fn anchor_of(note: usize) -> String {
    format!("note_{note}")
}

/// A run in the style of footnote marks.
fn reference_run(content: Element) -> Element {
    Element::new("w:r")
        .child(Element::new("w:rPr").child(Element::val("w:rStyle", "FootnoteReference")))
        .child(content)
}

/// A field in the style of footnote marks, with what it shows.
fn reference_field(instruction: &str, shown: Element) -> Vec<Element> {
    let mark = |kind: &str| reference_run(Element::new("w:fldChar").with("w:fldCharType", kind));
    let instruction = Element::new("w:instrText")
        .with("xml:space", "preserve")
        .text(format!(" {instruction} "));
    vec![
        mark("begin"),
        reference_run(instruction),
        mark("separate"),
        reference_run(shown),
        mark("end"),
    ]
}

/// A paragraph in a style.
pub(super) fn paragraph(style: &str) -> Element {
    Element::new("w:p").child(Element::new("w:pPr").child(Element::val("w:pStyle", style)))
}

/// Words.
pub(super) fn run(words: &str) -> Element {
    Element::new("w:r").child(text(words))
}

/// A sentence, with the name at its beginning set off.
fn runs(sentence: &Sentence) -> Vec<Element> {
    let (name, rest) = sentence.parts();
    let name = (!name.is_empty()).then(|| bold(name));
    name.into_iter().chain([run(rest)]).collect()
}

fn bold(words: &str) -> Element {
    Element::new("w:r")
        .child(Element::new("w:rPr").child(Element::new("w:b")))
        .child(text(words))
}

/// Text with its spaces kept.
pub(super) fn text(words: &str) -> Element {
    Element::new("w:t")
        .with("xml:space", "preserve")
        .text(words)
}
