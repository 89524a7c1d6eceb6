//! One line of the publisher's file, and where it stands.

use serde::Deserialize;

use super::super::ImportError;

/// Something in a publisher's file that the importer put right, or left out because it could not.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Repair {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The resolution.
    pub symbol: String,
    /// What was wrong, and what was done.
    pub what: String,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub file: &'a str,
    pub line: u64,
}

impl At<'_> {
    /// An error about one value of the line.
    pub fn error(&self, field: &str, value: &str, problem: impl Into<String>) -> ImportError {
        ImportError::at(self.file, self.line, field, value, problem)
    }

    /// What was put right in the line.
    pub fn repair(&self, symbol: &str, what: impl Into<String>) -> Repair {
        Repair {
            file: self.file.to_owned(),
            line: self.line,
            symbol: symbol.to_owned(),
            what: what.into(),
        }
    }
}

/// One resolution as the publisher writes it. Fields that a file lacks are empty; others than these are
/// not read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Line {
    pub symbol: String,
    pub title: String,
    pub resolution_title: String,
    pub adoption_date: String,
    pub originating_document: String,
    pub draft_resolution: String,
    pub committee: String,
    pub agenda_item: String,
    pub agenda_item_name: String,
    pub adoption_type: String,
    pub outcome_letter: String,
    pub pv: String,
    #[serde(rename = "chapter_VII")]
    pub chapter_vii: String,
    #[serde(rename = "MS_in_favour")]
    pub in_favour: Vec<String>,
    #[serde(rename = "MS_against")]
    pub against: Vec<String>,
    #[serde(rename = "MS_abstaining")]
    pub abstaining: Vec<String>,
    #[serde(rename = "MS_in_favour_count")]
    pub in_favour_count: String,
    #[serde(rename = "MS_against_count")]
    pub against_count: String,
    #[serde(rename = "MS_abstaining_count")]
    pub abstaining_count: String,
    pub sponsors: Vec<String>,
    pub additional_sponsors: Vec<String>,
    pub subjects: Vec<Vec<String>>,
}

impl Line {
    /// The names of all three lists, in the order yes, no, abstention.
    pub fn lists(&self) -> [&Vec<String>; 3] {
        [&self.in_favour, &self.against, &self.abstaining]
    }

    /// Whether any state stands in a list of votes.
    pub fn has_votes(&self) -> bool {
        self.lists().iter().any(|list| !list.is_empty())
    }
}

/// A text in one form: spaces single, none at the ends; `None` where nothing is left, or what the
/// publisher writes for nothing.
pub(super) fn text(raw: &str) -> Option<String> {
    let tidy = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    (!tidy.is_empty() && tidy != "N.A.").then_some(tidy)
}

/// Reads every line of a file.
///
/// # Errors
/// Text that is not UTF-8, a line that is not JSON of this form, or one without a symbol.
pub(super) fn read<'f>(file: &'f str, bytes: &[u8]) -> Result<Vec<(At<'f>, Line)>, ImportError> {
    let mut lines = Vec::new();
    for (place, bytes) in bytes.split(|b| *b == b'\n').enumerate() {
        let at = At {
            file,
            line: place as u64 + 1,
        };
        let whole = |problem: String| ImportError {
            line: at.line,
            ..ImportError::whole(file, problem)
        };
        let text = std::str::from_utf8(bytes).map_err(|_| whole("is not UTF-8 text".to_owned()))?;
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(text).map_err(|e| {
            whole(format!("is not a resolution as UNxml writes it: {e}"))
                .hint("one JSON object a line, as in the publisher's data_extract")
        })?;
        if line.symbol.trim().is_empty() {
            return Err(at.error("symbol", &line.symbol, "is empty, and may not be"));
        }
        lines.push((at, line));
    }
    Ok(lines)
}
