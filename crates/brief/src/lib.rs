//! An assessment as a brief for a reader.
//!
//! [`text`] writes for a terminal, [`html`] one self-contained page that also prints, [`json`] what a
//! program reads. Text and HTML are two renderings of one document, so that they say the same; what
//! they say is built from the assessment alone, and no figure is computed here that is not in it.

#[cfg(test)]
mod any_text;
mod bottom_line;
mod brief;
pub mod charts;
mod cited;
mod document;
mod docx;
mod explanation;
mod figures;
mod html;
mod markdown;
mod notes;
mod reach;
mod sections;
mod sentence;
mod spark;
mod text;
mod words;

use entente_assessment::Assessment;

use brief::Brief;
use document::Document;

pub use bottom_line::bottom_line;
pub use docx::DocxError;
pub use explanation::{Explanation, MainRows};
pub use reach::Head;
pub use sentence::Sentence;
pub use text::Style;
pub use words::{Lang, Words};

/// The brief as plain text.
pub fn text(assessment: &Assessment, style: &Style, lang: Lang) -> String {
    text::render(&document(assessment, lang, false), style)
}

/// The brief as one HTML file that needs neither network nor JavaScript.
pub fn html(assessment: &Assessment, lang: Lang) -> String {
    html::render(&document(assessment, lang, true))
}

/// The brief in Markdown, with the tables and footnotes of GitHub's.
pub fn markdown(assessment: &Assessment, lang: Lang) -> String {
    markdown::render(&document(assessment, lang, false))
}

/// The brief as a Word file (ECMA-376). The same assessment gives the same bytes.
///
/// # Errors
/// If a drawing cannot be drawn, or the parts cannot be packed.
pub fn docx(assessment: &Assessment, lang: Lang) -> Result<Vec<u8>, DocxError> {
    docx::render(&document(assessment, lang, true))
}

fn document(assessment: &Assessment, lang: Lang, draws: bool) -> Document {
    Document::of(&Brief {
        assessment,
        words: lang.words(),
        draws,
    })
}

/// The assessment as JSON, with a trailing newline.
///
/// # Errors
/// If a value cannot be written as JSON, which the types rule out.
pub fn json(assessment: &Assessment) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(assessment)?;
    Ok(format!("{}\n", entente_doors::text::json(&text)))
}
