//! Notes in the words of a language.

use entente_assessment::Note;

use crate::sentence::capital;
use crate::words::{Words, say};

/// A note in words.
pub(crate) struct NoteText {
    pub number: usize,
    /// Label and words: "Selection", "recorded roll calls…".
    pub parts: Vec<(String, String)>,
}

impl NoteText {
    pub(crate) fn of(note: &Note, words: &Words) -> Self {
        let tables: Vec<&str> = note.tables.iter().map(|t| t.as_str()).collect();
        let mut parts = Vec::new();
        for (label, part, english) in [
            ("note-label-selection", "selection", &note.selection),
            ("note-label-method", "method", &note.method),
            ("note-label-caveat", "caveat", &note.caveat),
        ] {
            let text = in_words(note, part, english, words);
            if !text.is_empty() {
                parts.push((say!(words, label), stopped(&text)));
            }
        }
        if !tables.is_empty() {
            let label = say!(words, "note-label-tables", count = tables.len());
            parts.push((label, format!("{}.", tables.join(", "))));
        }
        NoteText {
            number: note.number,
            parts,
        }
    }
}

/// A part of a note from its message; as it stands in the assessment where the message is not there.
fn in_words(note: &Note, part: &str, english: &str, words: &Words) -> String {
    let Some(message) = note.message.as_ref().filter(|_| !english.is_empty()) else {
        return english.to_owned();
    };
    words.told_part(message, part)
}

fn stopped(words: &str) -> String {
    let stop = if words.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    capital(words) + stop
}
