//! Entries as a person writes them down in TOML.
//!
//! Either plain entries, a table for each under its kind, with the fields of the JSON:
//!
//! ```toml
//! [[commitment]]
//! id = "clean-power"
//! text = "Half of the region's power from clean sources by 2025"
//! by = ["CAN", "MEX", "USA"]
//! made = 2016-06-29
//! due = 2025-12-31
//! mechanism = "nals"
//! status = "open"
//! source = { citation = "Leaders' statement of 29 June 2016" }
//! ```
//!
//! Or a case: the consultations of one mechanism, what was promised there and how it was scored, with
//! sources that are declared once and referred to by id; it begins with a `title`.

mod case;
mod declared;
mod plain;
mod text;

use std::ops::Range;

use crate::{Entity, NotEntries};

/// The cases that come with the program, each under its name.
pub const SHIPPED_CASES: [(&str, &str); 1] = [(
    "north-american-leaders",
    include_str!("../../../../data/ledger/north-american-leaders.toml"),
)];

/// A place of a text, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Misread {
    message: String,
    /// In bytes of the text.
    span: Range<usize>,
}

/// Reads entries from TOML, plain ones or a case, in an order in which a reference leads to an earlier
/// one. `file` is what errors call it.
///
/// Rules are checked when the entries are recorded, all at once with
/// [`View::record_all`](crate::View::record_all).
///
/// # Errors
/// The first place that is not TOML, or holds a field or a value that no entry has; in a case also an id
/// that nothing there has.
pub fn read_toml_entries(file: &str, text: &str) -> Result<Vec<Entity>, Box<NotEntries>> {
    let read = match text::has_key(text, "title") {
        true => case::read(text),
        false => plain::read(text),
    };
    read.map_err(|fault| Box::new(fault.in_file(file, text)))
}

impl Misread {
    fn in_file(self, file: &str, text: &str) -> NotEntries {
        let before = &text[..self.span.start.min(text.len())];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        NotEntries {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.len() - line_start + 1,
            message: self.message,
        }
    }
}
