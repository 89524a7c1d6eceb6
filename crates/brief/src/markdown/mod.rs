//! The brief in Markdown, with the tables and footnotes of GitHub's.

mod escape;

use crate::document::{Block, Cell, Column, Document, Figure, Part, Section, Shown, Table, Trend};
use crate::reach::Head;
use crate::sentence::Sentence;
use crate::sentence::noted_once;
use crate::text::sparkline;
use crate::words::{Words, say};

use escape::prose;

pub(crate) fn render(document: &Document) -> String {
    let words = document.lang.words();
    let mut page = Page {
        out: String::new(),
        words,
    };
    page.heading(1, &document.title);
    page.paragraph(&capitalised(&document.as_of));
    page.head(&document.head);
    page.heading(2, &say!(words, "bottom-line"));
    page.list(&document.bottom_line);
    for section in document.part(Part::Essentials) {
        page.section(2, section);
    }
    page.heading(2, &say!(words, "annex"));
    for section in document.part(Part::Annex) {
        page.section(3, section);
    }
    page.heading(2, &say!(words, "notes"));
    for note in &document.notes {
        let parts: Vec<String> = note
            .parts
            .iter()
            .map(|(label, part)| {
                let label = format!("**{}**", prose(label));
                say!(words, "label-and-words", label = label, words = prose(part))
            })
            .collect();
        page.paragraph(&format!("[^{}]: {}", note.number, parts.join(" ")));
    }
    page.heading(2, &say!(words, "sources"));
    let sources: Vec<String> = document
        .sources
        .iter()
        .map(|source| format!("- {}", prose(source)))
        .collect();
    page.paragraph(&sources.join("\n"));
    page.out
}

/// Sections under a title, and nothing else.
pub(crate) fn render_sections(
    title: &str,
    head: &Head,
    sections: &[Section],
    words: &'static Words,
) -> String {
    let mut page = Page {
        out: String::new(),
        words,
    };
    page.heading(1, title);
    page.head(head);
    for section in sections {
        page.section(2, section);
    }
    page.out
}

fn capitalised(words: &str) -> String {
    prose(&crate::sentence::capital(words))
}

struct Page {
    out: String,
    words: &'static Words,
}

impl Page {
    /// A block with a blank line before it.
    fn paragraph(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// How far the evidence reaches; a warning as a quotation, which is set off wherever it is shown.
    fn head(&mut self, head: &Head) {
        for told in head.reading.iter().chain([&head.line]) {
            self.paragraph(&prose(told));
        }
        if let Some(warning) = &head.warning {
            let title = match can_be_set_off(&head.title, ":") {
                true => format!("**{}**", prose(&head.title)),
                false => prose(&head.title),
            };
            self.paragraph(&format!("> {title}: {}", prose(warning)));
        }
    }

    fn heading(&mut self, level: usize, title: &str) {
        self.paragraph(&format!("{} {}", "#".repeat(level), escape::heading(title)));
    }

    fn section(&mut self, level: usize, section: &Section) {
        self.heading(level, &section.title);
        for block in &section.blocks {
            match block {
                Block::Subheading(title) => self.heading(level + 1, title),
                Block::Paragraph(sentences) => {
                    let told: Vec<String> = noted_once(sentences)
                        .map(|(sentence, notes)| with_notes(sentence, notes))
                        .collect();
                    self.paragraph(&told.join(" "));
                }
                Block::List(sentences) => self.list(sentences),
                Block::Numbered(sentences) => self.numbered(sentences),
                Block::Table(table) => self.table(table),
                Block::Trend(trend) => self.trend(trend),
                Block::Figure(figure) => self.figure(figure),
            }
        }
    }

    fn list(&mut self, sentences: &[Sentence]) {
        let items: Vec<String> = noted_once(sentences)
            .map(|(sentence, notes)| format!("- {}", with_notes(sentence, notes)))
            .collect();
        self.paragraph(&items.join("\n"));
    }

    fn numbered(&mut self, sentences: &[Sentence]) {
        let items = noted_once(sentences).enumerate();
        let items: Vec<String> = items
            .map(|(i, (sentence, notes))| format!("{}. {}", i + 1, with_notes(sentence, notes)))
            .collect();
        self.paragraph(&items.join("\n"));
    }

    fn table(&mut self, table: &Table) {
        self.paragraph(&marked(&format!("{}.", table.caption), &table.notes));
        self.rows(&table.columns, &table.rows);
    }

    fn rows(&mut self, columns: &[Column], rows: &[Vec<Cell>]) {
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let heads = columns.iter().map(|column| {
            // One line of heads is all there is: a heading over several columns goes before each.
            let group = column.group.as_ref().map(|g| format!("{g}: "));
            prose(&format!("{}{}", group.unwrap_or_default(), column.head))
        });
        let rules = columns
            .iter()
            .map(|c| if c.number { "---:" } else { "---" }.to_owned());
        let mut lines = vec![line(heads.collect()), line(rules.collect())];
        for row in rows {
            lines.push(line(row.iter().map(|c| prose(&c.text)).collect()));
        }
        self.paragraph(&lines.join("\n"));
    }

    fn trend(&mut self, trend: &Trend) {
        let Some((from, to)) = trend.years() else {
            return;
        };
        self.paragraph(&marked(&format!("{}.", trend.caption), &trend.notes));
        let years = say!(self.words, "trend-years", from = from, to = to);
        let columns = [
            Column::words(say!(self.words, "column-issue")),
            Column::words(years),
        ];
        let rows: Vec<Vec<Cell>> = trend
            .rows
            .iter()
            .map(|(label, points)| vec![Cell::new(label), Cell::new(sparkline(trend, points))])
            .collect();
        self.rows(&columns, &rows);
    }

    /// Its figures: a drawing would be a file beside this one. What has too many to read is told in the
    /// sentences beside it.
    fn figure(&mut self, figure: &Figure) {
        if figure.shown == Shown::Beside {
            self.table(&figure.data);
        }
    }
}

/// A sentence with marks of notes, the name at its beginning set off.
fn with_notes(sentence: &Sentence, notes: &[usize]) -> String {
    let (name, rest) = sentence.parts();
    if !name.is_empty() && can_be_set_off(name, rest) {
        return format!("**{}**{}", prose(name), marked(rest, notes));
    }
    marked(&sentence.text, notes)
}

/// Whether the marks around a name are read as such: they stand next to its letters on the inside, and next
/// to a blank or a stop on the outside.
fn can_be_set_off(name: &str, rest: &str) -> bool {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let apart = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    !blank(name.chars().next())
        && !blank(name.chars().next_back())
        && rest.chars().next().is_none_or(apart)
}

fn marked(text: &str, notes: &[usize]) -> String {
    let marks: String = notes.iter().map(|n| format!("[^{n}]")).collect();
    format!("{}{marks}", prose(text))
}
