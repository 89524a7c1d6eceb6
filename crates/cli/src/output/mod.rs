//! Writing results: to a file or to standard output, as a table, CSV or JSON.

#[cfg(test)]
mod any_text;
mod frame;
mod head;
pub mod ics;
mod rows;
pub mod spreadsheet;
mod target;

use std::io::Write;
use std::path::Path;

use entente_assessment::{EvidenceReach, Note};
use entente_doors::file::{self, Access};
use entente_doors::text;
use entente_evidence::TableUse;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::failure::Failure;

pub use frame::{Column, Frame, FrameWriter};
pub use head::Head;
pub use rows::RowsWriter;
pub use target::Target;

/// Writes bytes to a file, or to standard output.
pub fn write(output: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    write_for(output, bytes, Access::Usual)
}

/// Writes bytes of a ledger to a file that is the user's alone, or to standard output.
pub fn write_private(output: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    write_for(output, bytes, Access::Private)
}

fn write_for(output: Option<&Path>, bytes: &[u8], access: Access) -> Result<(), Failure> {
    match output {
        Some(path) => {
            target::not_an_input(path)?;
            file::write(path, bytes, access).map_err(|e| target::cannot(path, &e))
        }
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(bytes)?;
            Ok(out.flush()?)
        }
    }
}

/// What every JSON answer holds besides its rows.
#[derive(Debug, Default, Serialize)]
pub struct Envelope {
    /// The date of reading.
    pub as_of: Option<Date>,
    /// The tables used.
    pub evidence: Vec<TableUse>,
    /// How far these reach against the date; empty where no evidence is read as of a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reach: Option<EvidenceReach>,
    /// Caveats.
    pub notes: Vec<Note>,
}

/// One JSON object: the envelope, and the rows under their noun.
pub fn json(
    envelope: &impl Serialize,
    noun: &str,
    rows: &[impl Serialize],
) -> Result<Vec<u8>, Failure> {
    pretty(object(envelope, noun, rows)?)
}

/// The same before it is written, to hold more.
pub fn object(
    envelope: &impl Serialize,
    noun: &str,
    rows: &[impl Serialize],
) -> Result<Map<String, Value>, Failure> {
    let mut object = match serde_json::to_value(envelope)? {
        Value::Object(object) => object,
        _ => Map::new(),
    };
    object.insert(noun.to_owned(), serde_json::to_value(rows)?);
    Ok(object)
}

/// An object as text.
pub fn pretty(object: Map<String, Value>) -> Result<Vec<u8>, Failure> {
    let text = serde_json::to_string_pretty(&Value::Object(object))?;
    Ok(format!("{}\n", text::json(&text)).into_bytes())
}

/// One JSON object: the envelope, and the fields of an answer that has more than rows.
pub fn json_object(envelope: &Envelope, answer: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut object = Map::new();
    for part in [
        serde_json::to_value(envelope)?,
        serde_json::to_value(answer)?,
    ] {
        if let Value::Object(fields) = part {
            object.extend(fields);
        }
    }
    pretty(object)
}

/// Rows as CSV: the fields of the first row, in their order, are the header. Lists are joined with
/// a semicolon; an empty field is missing.
pub fn csv(rows: &[impl Serialize]) -> Result<Vec<u8>, Failure> {
    let mut header: Vec<String> = Vec::new();
    let mut records = Vec::new();
    for row in rows {
        let Value::Object(fields) = serde_json::to_value(row)? else {
            return Err(Failure::failed(
                "the result cannot be written as CSV: a row without fields",
            ));
        };
        if records.is_empty() {
            header = fields.keys().cloned().collect();
        }
        records.push(fields.into_iter().map(|(_, value)| value).collect());
    }
    csv_under(&header, &records)
}

/// Rows as CSV under a header, which stands also where there is no row; none without any column.
pub fn csv_under(header: &[impl AsRef<str>], rows: &[Vec<Value>]) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::WriterBuilder::new().from_writer(spreadsheet::mark().to_vec());
    let fault =
        |e: csv::Error| Failure::failed(format!("the result cannot be written as CSV: {e}"));
    if !header.is_empty() {
        let header = header.iter().map(AsRef::as_ref);
        writer.write_record(header).map_err(fault)?;
    }
    for row in rows {
        writer.write_record(row.iter().map(plain)).map_err(fault)?;
    }
    writer
        .into_inner()
        .map_err(|e| Failure::failed(format!("the result cannot be written as CSV: {e}")))
}

/// A cell. CSV has no escapes: what no text may hold is shown as it is elsewhere.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => spreadsheet::cell(text::shown(text)).into_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}

/// A page of text as it may be printed, whatever was put into it.
pub fn page(text: impl AsRef<str>) -> Vec<u8> {
    text::shown(text.as_ref()).into_owned().into_bytes()
}

/// Tells the person at the terminal something beside the result.
pub fn tell(message: impl AsRef<str>) {
    eprintln!("{}", text::shown(message.as_ref()));
}

/// Aligned columns under a header; the columns named in `right` stand to the right. A row is one line,
/// whatever is in its cells.
pub fn table(header: &[&str], right: &[usize], rows: Vec<Vec<String>>) -> String {
    use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(header.iter().map(|h| text::shown(h)).collect::<Vec<_>>());
    for column in right {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for row in &rows {
        table.add_row(row.iter().map(|cell| text::shown_on_a_line(cell)));
    }
    table.trim_fmt() + "\n"
}

/// A text on one line, cut to so many signs, the last of them then an ellipsis.
pub fn shortened(text: &str, room: usize) -> String {
    let text = text::shown_on_a_line(text);
    if text.chars().count() <= room {
        return text.into_owned();
    }
    let cut: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// A line of prose broken at the width of a terminal; a list item's further lines are indented.
pub fn wrapped(text: &str) -> String {
    const WIDTH: usize = 96;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let fits = lines
            .last()
            .is_none_or(|l| l.is_empty() || l.chars().count() + word.chars().count() < WIDTH);
        match lines.last_mut() {
            Some(line) if fits => {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let indent = if text.starts_with("- ") { "\n  " } else { "\n" };
    lines.join(indent) + "\n"
}
