//! Entries without a history, as somebody writes them down: one on each line.

use entente_doors::text::shown_on_a_line;

use crate::Entity;

/// A file of entries that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}:{column}: {}", shown_on_a_line(.file), shown_on_a_line(.message))]
pub struct NotEntries {
    /// The file, as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
    /// What is wrong there, with the field or value.
    pub message: String,
}

/// Reads entries from JSON Lines: `{"consultation": {…}}`, one on each line; empty lines are passed
/// over. `file` is what errors call it.
///
/// Rules are checked when the entries are recorded: all at once with
/// [`View::record_all`](crate::View::record_all), in the order of the lines, since a reference leads to
/// an earlier one.
///
/// # Errors
/// The first line that is no entry.
pub fn read_entries(file: &str, text: &str) -> Result<Vec<Entity>, Box<NotEntries>> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let entry = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error: serde_json::Error| {
            let message = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            Box::new(NotEntries {
                file: file.to_owned(),
                line: number + 1,
                column: error.column(),
                message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
            })
        })
    };
    lines.map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_line_column_and_value() {
        let text = r#"{"act":{"date":"2024-02-01","party":"MEX","weight":0.5,"text":"A visit","sources":[]}}

{"act":{"date":"2024-02-01","party":"Mexcio","weight":0.5,"text":"A visit","sources":[]}}"#;
        let error = read_entries("acts.jsonl", text).unwrap_err();
        assert_eq!(
            error.to_string(),
            "acts.jsonl:3:44: no state is called \"Mexcio\"; did you mean Mexico (MEX, 70)?"
        );
        assert_eq!(
            read_entries("acts.jsonl", text.split('\n').next().unwrap())
                .unwrap()
                .len(),
            1
        );
        let unknown = read_entries("f", r#"{"act":{"when":"2024-02-01"}}"#).unwrap_err();
        assert!(
            unknown.message.starts_with("unknown field `when`"),
            "{unknown}"
        );
    }
}
