//! The table of contents: a field with its entries filled in.
//!
//! The entries show at once and lead to their headings; page numbers, which only the word processor
//! knows, come when the field is updated.

use super::body::{paragraph, run, text};
use super::xml::Element;
use crate::document::{Document, Part};
use crate::words::{Words, say};

pub(super) fn of(document: &Document, words: &Words) -> Element {
    let mut entries: Vec<(&str, String, String)> = Vec::new();
    for section in document.part(Part::Essentials) {
        entries.push(("TOC1", section.id.to_owned(), section.title.clone()));
    }
    entries.push(("TOC1", "annex".to_owned(), say!(words, "annex")));
    for section in document.part(Part::Annex) {
        entries.push(("TOC2", section.id.to_owned(), section.title.clone()));
    }
    for (anchor, title) in [("notes", "notes"), ("sources", "sources")] {
        entries.push(("TOC1", anchor.to_owned(), say!(words, title)));
    }
    let last = entries.len().saturating_sub(1);
    let paragraphs = entries
        .into_iter()
        .enumerate()
        .map(|(i, (style, anchor, title))| {
            let mut entry = paragraph(style);
            if i == 0 {
                entry = entry
                    .child(field("begin"))
                    .child(
                        Element::new("w:r").child(
                            Element::new("w:instrText")
                                .with("xml:space", "preserve")
                                .text(" TOC \\o \"1-2\" \\h \\z \\u "),
                        ),
                    )
                    .child(field("separate"));
            }
            entry = entry.child(
                Element::new("w:hyperlink")
                    .with("w:anchor", anchor)
                    .with("w:history", 1)
                    .child(Element::new("w:r").child(text(&title))),
            );
            if i == last {
                entry = entry.child(field("end"));
            }
            entry
        });
    let properties = Element::new("w:sdtPr").child(
        Element::new("w:docPartObj")
            .child(Element::val("w:docPartGallery", "Table of Contents"))
            .child(Element::new("w:docPartUnique")),
    );
    let content = Element::new("w:sdtContent")
        .child(paragraph("TOCHeading").child(run(&say!(words, "contents"))))
        .children(paragraphs);
    Element::new("w:sdt").child(properties).child(content)
}

/// One of the marks by which a field begins, shows its result and ends.
pub(super) fn field(kind: &str) -> Element {
    Element::new("w:r").child(Element::new("w:fldChar").with("w:fldCharType", kind))
}

/// A field of one instruction, with what it showed last.
pub(super) fn simple(instruction: &str, shown: &str) -> Element {
    Element::new("w:fldSimple")
        .with("w:instr", format!(" {instruction} "))
        .child(run(shown))
}
