//! The brief for a terminal.

mod table;
mod trend;
mod wrap;

use crate::document::{Block, Document, Part, Section, Shown, Table};
use crate::reach::Head;
use crate::sentence::{Sentence, noted_once};
use crate::words::{Words, say};

pub(crate) use trend::sparkline;
pub(crate) use wrap::fill;
use wrap::{NO_BREAK, hang, width};

/// Narrower terminals get lines of this width all the same.
const NARROWEST: usize = 40;
const INDENT: &str = "  ";

/// How text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether headings are set off with terminal attributes; nothing depends on them.
    pub colour: bool,
    /// Columns of a line.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Style {
            colour: false,
            width: 80,
        }
    }
}

pub(crate) fn render(document: &Document, style: &Style) -> String {
    let mut page = Page::new(document.lang.words(), style);
    let words = page.words;
    page.title(document);
    page.heading(&say!(words, "bottom-line"));
    page.list(&document.bottom_line);
    for section in document.part(Part::Essentials) {
        page.section(section);
    }
    page.divider(&say!(words, "annex"));
    for section in document.part(Part::Annex) {
        page.section(section);
    }
    page.heading(&say!(words, "notes"));
    for note in &document.notes {
        let parts: Vec<String> = note
            .parts
            .iter()
            .map(|(label, part)| say!(words, "label-and-words", label = label, words = part))
            .collect();
        page.lines(&hang(
            &format!("[{}] ", note.number),
            &parts.join(" "),
            page.width,
        ));
    }
    page.heading(&say!(words, "sources"));
    for source in &document.sources {
        page.lines(&hang("- ", source, page.width));
    }
    page.out
}

/// Sections under a title, and nothing else.
pub(crate) fn render_sections(
    title: &str,
    head: &Head,
    sections: &[Section],
    words: &'static Words,
    style: &Style,
) -> String {
    let mut page = Page::new(words, style);
    page.underlined(title, "═");
    page.head(head);
    for section in sections {
        page.section(section);
    }
    page.out
}

struct Page {
    out: String,
    colour: bool,
    width: usize,
    words: &'static Words,
}

impl Page {
    fn new(words: &'static Words, style: &Style) -> Self {
        Page {
            out: String::new(),
            colour: style.colour,
            width: style.width.max(NARROWEST),
            words,
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    /// A line set off where colour is wanted.
    fn set_off(&mut self, line: &str, with: anstyle::Style) {
        if self.colour {
            self.line(&format!("{}{line}{}", with.render(), with.render_reset()));
        } else {
            self.line(line);
        }
    }

    fn bold(&mut self, line: &str) {
        self.set_off(line, anstyle::Style::new().bold());
    }

    fn dim(&mut self, line: &str) {
        self.set_off(line, anstyle::Style::new().dimmed());
    }

    fn underlined(&mut self, title: &str, with: &str) {
        let lines = fill(title, self.width);
        for line in &lines {
            self.bold(line);
        }
        let longest = lines.iter().map(|l| width(l)).max().unwrap_or(0);
        self.dim(&with.repeat(longest));
    }

    fn title(&mut self, document: &Document) {
        self.underlined(&document.full_title(), "═");
        self.head(&document.head);
    }

    /// How far the evidence reaches, and what must not be missed.
    fn head(&mut self, head: &Head) {
        for line in head.lines(self.width) {
            self.line(&line);
        }
    }

    fn heading(&mut self, title: &str) {
        self.line("");
        self.underlined(title, "─");
    }

    /// Between the essentials and the annex.
    fn divider(&mut self, title: &str) {
        self.line("");
        self.underlined(title, "═");
    }

    fn list(&mut self, sentences: &[Sentence]) {
        for (sentence, notes) in noted_once(sentences) {
            let told = with_notes(&sentence.text, notes);
            self.lines(&hang("- ", &told, self.width));
        }
    }

    fn numbered(&mut self, sentences: &[Sentence]) {
        for (i, (sentence, notes)) in noted_once(sentences).enumerate() {
            let told = with_notes(&sentence.text, notes);
            self.lines(&hang(&format!("{}. ", i + 1), &told, self.width));
        }
    }

    fn section(&mut self, section: &Section) {
        self.heading(&section.title);
        // A drawing with too many figures to read is told in the sentences beside it.
        let drawn = |b: &&Block| matches!(b, Block::Figure(f) if f.shown == Shown::Folded);
        let told = section.blocks.iter().filter(|b| !drawn(b));
        for (i, block) in told.enumerate() {
            if i > 0 {
                self.line("");
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subheading(title) => {
                for line in fill(title, self.width) {
                    self.bold(&line);
                }
            }
            Block::Paragraph(sentences) => {
                let words: Vec<String> = noted_once(sentences)
                    .map(|(sentence, notes)| with_notes(&sentence.text, notes))
                    .collect();
                self.lines(&fill(&words.join(" "), self.width));
            }
            Block::List(sentences) => self.list(sentences),
            Block::Numbered(sentences) => self.numbered(sentences),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.table(&figure.data),
            Block::Trend(trend) => {
                self.caption(&trend.caption, &trend.notes);
                for line in trend::lines(trend, self.width - INDENT.len(), self.words) {
                    self.line(&format!("{INDENT}{line}"));
                }
            }
        }
    }

    fn caption(&mut self, caption: &str, notes: &[usize]) {
        let words = with_notes(&format!("{caption}."), notes);
        self.lines(&fill(&words, self.width));
    }

    fn table(&mut self, table: &Table) {
        self.caption(&table.caption, &table.notes);
        self.rows(table);
    }

    fn rows(&mut self, table: &Table) {
        for (i, lines) in table::lay_out(table, self.width - INDENT.len())
            .iter()
            .enumerate()
        {
            if i > 0 {
                self.line("");
            }
            for line in &lines.header {
                self.dim(&format!("{INDENT}{line}"));
            }
            for line in &lines.rows {
                self.line(&format!("{INDENT}{line}"));
            }
        }
    }
}

/// "… [1] [3]", the marks on one line with the last word.
fn with_notes(text: &str, notes: &[usize]) -> String {
    let marks: String = notes.iter().map(|n| format!("{NO_BREAK}[{n}]")).collect();
    format!("{text}{marks}")
}
