//! The parts and how they are packed.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DocxError;
use super::body::{Body, paragraph, run};
use super::contents::simple;
use super::front::page;
use super::image::{png_id, svg_id};
use super::numbering;
use super::xml::Element;
use crate::document::Document;
use crate::words::say;

const STYLES: &str = include_str!("parts/styles.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

pub(super) fn pack(document: &Document, body: Body<'_>) -> Result<Vec<u8>, DocxError> {
    let tag = say!(document.lang.words(), "language-tag");
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), types().part()?),
        ("_rels/.rels".to_owned(), roots().part()?),
        ("docProps/core.xml".to_owned(), core(document, &tag).part()?),
        (
            "word/_rels/document.xml.rels".to_owned(),
            relations(body.images.0.len()).part()?,
        ),
        (
            "word/styles.xml".to_owned(),
            STYLES.replace("{language}", &tag).into_bytes(),
        ),
        (
            "word/numbering.xml".to_owned(),
            numbering::part(NUMBERING, body.numbered).into_bytes(),
        ),
        ("word/settings.xml".to_owned(), SETTINGS.into()),
        ("word/header1.xml".to_owned(), header(document).part()?),
        ("word/footer1.xml".to_owned(), footer().part()?),
        (
            "word/footnotes.xml".to_owned(),
            footnotes(body.footnotes).part()?,
        ),
    ];
    let text = root("w:document").child(Element::new("w:body").children(body.blocks).child(page()));
    parts.push(("word/document.xml".to_owned(), text.part()?));
    for (i, image) in body.images.0.into_iter().enumerate() {
        let number = i + 1;
        parts.push((format!("word/media/image{number}.png"), image.png));
        parts.push((
            format!("word/media/image{number}.svg"),
            image.svg.into_bytes(),
        ));
    }
    zipped(&parts)
}

/// Packs the parts; the time of day is nowhere in the file, so that the same brief is the same bytes.
fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, DocxError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn root(name: &'static str) -> Element {
    Element::new(name)
        .with("xmlns:w", MAIN)
        .with("xmlns:r", RELATIONS)
        .with("xmlns:wp", DRAWING)
}

fn types() -> Element {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let default = |extension: &str, kind: &str| {
        Element::new("Default")
            .with("Extension", extension)
            .with("ContentType", kind)
    };
    let part = |name: &str, kind: String| {
        Element::new("Override")
            .with("PartName", name)
            .with("ContentType", kind)
    };
    let mut types = Element::new("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .child(default(
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ))
        .child(default("xml", "application/xml"))
        .child(default("png", "image/png"))
        .child(default("svg", "image/svg+xml"))
        .child(part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ));
    for (name, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        types = types.child(part(
            &format!("/word/{name}.xml"),
            format!("{WORD}.{kind}+xml"),
        ));
    }
    types
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship")
        .with("Id", id)
        .with("Type", kind)
        .with("Target", target)
}

fn roots() -> Element {
    Element::new("Relationships")
        .with("xmlns", format!("{PACKAGE}/relationships"))
        .child(relation(
            "rId1",
            &format!("{RELATIONS}/officeDocument"),
            "word/document.xml",
        ))
        .child(relation(
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ))
}

fn relations(images: usize) -> Element {
    let own =
        |id: &str, kind: &str, target: &str| relation(id, &format!("{RELATIONS}/{kind}"), target);
    let mut relations = Element::new("Relationships")
        .with("xmlns", format!("{PACKAGE}/relationships"))
        .child(own("rIdStyles", "styles", "styles.xml"))
        .child(own("rIdNumbering", "numbering", "numbering.xml"))
        .child(own("rIdSettings", "settings", "settings.xml"))
        .child(own("rIdFootnotes", "footnotes", "footnotes.xml"))
        .child(own("rIdHeader", "header", "header1.xml"))
        .child(own("rIdFooter", "footer", "footer1.xml"));
    for number in 1..=images {
        relations = relations
            .child(own(
                &png_id(number),
                "image",
                &format!("media/image{number}.png"),
            ))
            .child(own(
                &svg_id(number),
                "image",
                &format!("media/image{number}.svg"),
            ));
    }
    relations
}

fn core(document: &Document, tag: &str) -> Element {
    let date = |name| {
        Element::new(name)
            .with("xsi:type", "dcterms:W3CDTF")
            .text(format!("{}T00:00:00Z", document.date))
    };
    Element::new("cp:coreProperties")
        .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(Element::new("dc:title").text(document.full_title()))
        .child(Element::new("dc:creator").text("Entente"))
        .child(Element::new("dc:language").text(tag))
        .child(date("dcterms:created"))
        .child(date("dcterms:modified"))
}

fn header(document: &Document) -> Element {
    root("w:hdr").child(paragraph("Header").child(run(&document.full_title())))
}

fn footer() -> Element {
    root("w:ftr").child(
        paragraph("Footer")
            .child(simple("PAGE", "1"))
            .child(run(" / "))
            .child(simple("NUMPAGES", "1")),
    )
}

fn footnotes(own: Vec<Element>) -> Element {
    let line = |id: usize, kind: &str, mark: &'static str| {
        Element::new("w:footnote")
            .with("w:type", kind)
            .with("w:id", id)
            .child(Element::new("w:p").child(Element::new("w:r").child(Element::new(mark))))
    };
    root("w:footnotes")
        .child(line(0, "separator", "w:separator"))
        .child(line(1, "continuationSeparator", "w:continuationSeparator"))
        .children(own)
}
