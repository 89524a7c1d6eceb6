//! The brief as one HTML file.

mod figure;
mod refs;
mod table;
mod trend;

use entente_doors::text::shown;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::charts;
use crate::document::{Block, Document, Part, Section};
use crate::reach::Head;
use crate::sentence::{Sentence, noted_once};
use crate::words::say;
use refs::Refs;

const STYLE: &str = include_str!("style.css");
/// Nothing may be fetched or run: the file holds all it needs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(crate) fn render(document: &Document) -> String {
    let words = document.lang.words();
    let refs = Refs::new(words);
    // The body first: the notes link back to every reference in it.
    let body = html! {
        section id="bottom-line" aria-labelledby="bottom-line-title" {
            h2 id="bottom-line-title" { (say!(words, "bottom-line")) }
            (list(&document.bottom_line, &refs))
        }
        (contents(document))
        @for section in document.part(Part::Essentials) { (part(section, &refs)) }
        section.annex id="annex" aria-labelledby="annex-title" {
            h2 id="annex-title" { (say!(words, "annex")) }
            @for section in document.part(Part::Annex) { (part(section, &refs)) }
        }
    };
    let title = document.full_title();
    let page = html! {
        (DOCTYPE)
        html lang=(document.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(charts::css())) (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (document.title) }
                    p.as-of { (document.as_of) }
                    (head(&document.head))
                }
                main {
                    (body)
                    (notes(document, &refs))
                    (sources(document))
                }
            }
        }
    };
    // Markup escapes what HTML acts on; what no text may hold is replaced here, wherever it stands.
    let mut text = shown(&page.into_string()).into_owned();
    text.push('\n');
    text
}

/// How far the evidence reaches; a warning is a block of its own that does not rely on colour.
fn head(head: &Head) -> Markup {
    html! {
        @if let Some(reading) = &head.reading { p.reading { (reading) } }
        p.reach { (head.line) }
        @if let Some(warning) = &head.warning {
            p.warning role="note" { strong { (head.title) ":" } " " (warning) }
        }
    }
}

fn contents(document: &Document) -> Markup {
    let words = document.lang.words();
    html! {
        nav aria-label=(say!(words, "contents")) {
            ul {
                @for section in document.part(Part::Essentials) {
                    li { a href={ "#" (section.id) } { (section.title) } }
                }
                li {
                    a href="#annex" { (say!(words, "annex")) }
                    ul {
                        @for section in document.part(Part::Annex) {
                            li { a href={ "#" (section.id) } { (section.title) } }
                        }
                    }
                }
                li { a href="#notes" { (say!(words, "notes")) } }
                li { a href="#sources" { (say!(words, "sources")) } }
            }
        }
    }
}

fn part(section: &Section, refs: &Refs) -> Markup {
    let heading = format!("{}-title", section.id);
    let annex = section.part == Part::Annex;
    html! {
        section id=(section.id) aria-labelledby=(heading) {
            @if annex { h3 id=(heading) { (section.title) } } @else { h2 id=(heading) { (section.title) } }
            @for block in &section.blocks { (self::block(block, annex, refs)) }
        }
    }
}

/// A block; headings in the annex are a level lower.
fn block(block: &Block, annex: bool, refs: &Refs) -> Markup {
    match block {
        Block::Subheading(title) if annex => html! { h4 { (title) } },
        Block::Subheading(title) => html! { h3 { (title) } },
        Block::Paragraph(sentences) => html! { p { (prose(sentences, refs)) } },
        Block::List(sentences) => list(sentences, refs),
        Block::Numbered(sentences) => html! { ol { (items(sentences, refs)) } },
        Block::Table(table) => table::markup(table, refs),
        Block::Trend(trend) => match &trend.figure {
            Some(figure) => figure::markup(figure, refs),
            None => trend::markup(trend, refs),
        },
        Block::Figure(figure) => figure::markup(figure, refs),
    }
}

fn list(sentences: &[Sentence], refs: &Refs) -> Markup {
    html! { ul { (items(sentences, refs)) } }
}

fn items(sentences: &[Sentence], refs: &Refs) -> Markup {
    html! {
        @for (sentence, notes) in noted_once(sentences) {
            li { (words(sentence)) (refs.marks(notes)) }
        }
    }
}

fn prose(sentences: &[Sentence], refs: &Refs) -> Markup {
    html! {
        @for (i, (sentence, notes)) in noted_once(sentences).enumerate() {
            @if i > 0 { " " }
            (words(sentence))
            (refs.marks(notes))
        }
    }
}

/// A sentence, with the name at its beginning set off.
fn words(sentence: &Sentence) -> Markup {
    let (name, rest) = sentence.parts();
    html! { @if !name.is_empty() { b { (name) } } (rest) }
}

fn notes(document: &Document, refs: &Refs) -> Markup {
    let words = document.lang.words();
    html! {
        section id="notes" aria-labelledby="notes-title" {
            h2 id="notes-title" { (say!(words, "notes")) }
            ol.notes {
                @for note in &document.notes {
                    li id={ "note-" (note.number) } value=(note.number) {
                        @for (label, part) in &note.parts {
                            span.part { b { (label) ":" } " " (part) } " "
                        }
                        (refs.back(note.number))
                    }
                }
            }
        }
    }
}

fn sources(document: &Document) -> Markup {
    let words = document.lang.words();
    html! {
        section id="sources" aria-labelledby="sources-title" {
            h2 id="sources-title" { (say!(words, "sources")) }
            ul.sources { @for source in &document.sources { li { (source) } } }
        }
    }
}
