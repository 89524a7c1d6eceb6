//! The brief as a Word file: Office Open XML (ECMA-376), with the styles that an office restyles by.
//!
//! The parts are written here, not by a library: those at hand have no footnotes with marks of their
//! own, write the time of day into the file, or are many times the size of this program.

mod body;
mod contents;
mod front;
mod image;
mod numbering;
mod package;
mod table;
mod xml;

use crate::document::Document;

/// Why a brief cannot be written as a Word file.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A drawing is not SVG that can be drawn.
    #[error("a figure cannot be drawn: {0}")]
    Figure(String),
    /// The parts cannot be written.
    #[error("the parts of the Word file cannot be written: {0}")]
    Parts(#[from] std::io::Error),
    /// The parts cannot be packed.
    #[error("the Word file cannot be packed: {0}")]
    Package(#[from] zip::result::ZipError),
}

pub(crate) fn render(document: &Document) -> Result<Vec<u8>, DocxError> {
    let mut body = body::Body::new(document);
    body.front();
    body.sections()?;
    body.back();
    package::pack(document, body)
}
