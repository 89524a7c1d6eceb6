//! An assessment as a brief for a reader.
//!
//! [`text`] writes for a terminal, [`html`] one self-contained page that also prints, [`json`] what a
//! program reads. Text and HTML are two renderings of one document, so that they say the same; what
//! they say is built from the assessment alone, and no figure is computed here that is not in it.

mod bottom_line;
pub mod charts;
mod dates;
mod document;
mod html;
mod names;
mod numbers;
mod sections;
mod sentence;
mod text;

use entente_assessment::Assessment;

pub use bottom_line::bottom_line;
pub use sentence::Sentence;
pub use text::Style;

/// How a brief can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text for a terminal.
    Text,
    /// One self-contained HTML file.
    Html,
    /// One JSON object.
    Json,
}

/// The brief as plain text.
pub fn text(assessment: &Assessment, style: &Style) -> String {
    text::render(&document::Document::of(assessment), style)
}

/// The brief as one HTML file that needs neither network nor JavaScript.
pub fn html(assessment: &Assessment) -> String {
    html::render(&document::Document::of(assessment))
}

/// The assessment as JSON, with a trailing newline.
///
/// # Errors
/// If a value cannot be written as JSON, which the types rule out.
pub fn json(assessment: &Assessment) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(assessment)?;
    text.push('\n');
    Ok(text)
}

/// The brief in a format; the style matters to text only.
///
/// # Errors
/// As [`json`].
pub fn render(
    assessment: &Assessment,
    format: Format,
    style: &Style,
) -> Result<String, serde_json::Error> {
    match format {
        Format::Text => Ok(text(assessment, style)),
        Format::Html => Ok(html(assessment)),
        Format::Json => json(assessment),
    }
}
