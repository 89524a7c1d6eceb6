//! JSON with more rows than memory should hold.

use std::io::Write;
use std::path::Path;

use entente_doors::text;
use serde::Serialize;

use super::Envelope;
use super::target::Target;
use crate::failure::Failure;

/// Writes one JSON object, the envelope and the rows under their noun, row by row.
pub struct RowsWriter {
    target: Target,
    first: bool,
}

impl RowsWriter {
    /// Writes the envelope and opens the rows.
    pub fn new(to: Option<&Path>, envelope: &Envelope, noun: &str) -> Result<Self, Failure> {
        let mut target = Target::new(to)?;
        let head = serde_json::to_string_pretty(envelope)?;
        let head = head.strip_suffix('}').unwrap_or(&head).trim_end();
        write!(target, "{},\n  {noun:?}: [", text::json(head))?;
        Ok(RowsWriter {
            target,
            first: true,
        })
    }

    /// One row more, on a line of its own.
    pub fn write(&mut self, row: &impl Serialize) -> Result<(), Failure> {
        let separator = if self.first { "\n    " } else { ",\n    " };
        self.first = false;
        self.target.write_all(separator.as_bytes())?;
        let text = serde_json::to_string(row)?;
        Ok(self.target.write_all(text::json(&text).as_bytes())?)
    }

    /// Closes the object.
    pub fn finish(mut self) -> Result<(), Failure> {
        self.target.write_all(b"\n  ]\n}\n")?;
        self.target.finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_object_is_that_of_a_short_answer() {
        let directory = tempfile::tempdir().unwrap();
        for rows in [
            vec![],
            vec![json!({"a": 1})],
            vec![json!({"a": 1}), json!({"a": null})],
        ] {
            let path = directory.path().join("rows.json");
            let mut writer = RowsWriter::new(Some(&path), &Envelope::default(), "rows").unwrap();
            for row in &rows {
                writer.write(row).unwrap();
            }
            writer.finish().unwrap();
            let read = |text: &[u8]| serde_json::from_slice::<Value>(text).unwrap();
            let short = super::super::json(&Envelope::default(), "rows", &rows).unwrap();
            assert_eq!(read(&std::fs::read(&path).unwrap()), read(&short));
        }
    }
}
