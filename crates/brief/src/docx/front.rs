//! What stands before the sections and between the two parts, and how the pages are set.

use super::body::{Body, paragraph, run};
use super::contents;
use super::xml::Element;
use crate::sentence::capital;
use crate::words::say;

impl Body<'_> {
    /// Title, date, how far the evidence reaches, and bottom line.
    pub(super) fn front(&mut self) {
        let document = self.document;
        self.push(paragraph("Title").child(run(&document.title)));
        self.push(paragraph("Subtitle").child(run(&capital(&document.as_of))));
        let head = &document.head;
        for told in head.reading.iter().chain([&head.line]) {
            self.push(paragraph("Reach").child(run(told)));
        }
        if let Some(warning) = &head.warning {
            let told = format!("{}: {warning}", head.title);
            self.push(paragraph("Warning").child(run(&told)));
        }
        let title = say!(self.words, "bottom-line");
        self.heading("Heading1", &title, "bottom_line");
        self.list(&document.bottom_line);
    }

    /// The table of contents, on a page of its own with what follows: the essentials are two pages that can
    /// be taken from the rest.
    pub(super) fn contents(&mut self) {
        let contents = contents::of(self.document, self.words);
        self.push(contents);
    }
}

/// A4 with margins of 20 mm at the sides and 18 mm above and below, and the running header and footer.
pub(super) fn page() -> Element {
    let reference = |name: &'static str, id: &str| {
        Element::new(name)
            .with("w:type", "default")
            .with("r:id", id)
    };
    Element::new("w:sectPr")
        .child(reference("w:headerReference", "rIdHeader"))
        .child(reference("w:footerReference", "rIdFooter"))
        .child(Element::new("w:pgSz").with("w:w", 11906).with("w:h", 16838))
        .child(
            Element::new("w:pgMar")
                .with("w:top", 1021)
                .with("w:right", 1134)
                .with("w:bottom", 1021)
                .with("w:left", 1134)
                .with("w:header", 567)
                .with("w:footer", 567)
                .with("w:gutter", 0),
        )
}
