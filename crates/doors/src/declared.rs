//! What a person declares in a TOML file: every text in it is checked before anything else is read of it.
//!
//! The whole file is checked as it stands, comments too, since a fault is shown with the lines around it.
//! Then every text that is written with escapes (`"\u001B"`), keys too. Windows line ends and a
//! byte-order mark at the front are an editor's, and are read.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::text::{Forbidden, check, check_line};

/// A character that may not stand where it does.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// Where the character stands in the file, or the escape that stands for it, in bytes.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: &'static str,
}

const TAKE_OUT: &str = "take the character out: a reader does not see it, and programs act on it";
const ONE_LINE: &str = "write it on one line, with blanks for tabs";

/// A file whose texts may all be kept, with line ends as a reader of TOML takes them into a text.
#[derive(Clone, Debug)]
pub struct Declared<'f> {
    text: Cow<'f, str>,
    /// Where in the text a carriage return stood before a line end, in bytes of the text, in order.
    returns: Vec<usize>,
}

impl<'f> Declared<'f> {
    /// Takes a file up and checks every text of it. A text is of one line unless it, or the list or table
    /// that holds it, is under one of the keys in `long`.
    ///
    /// A file that is not TOML passes here, if its characters do: its reader says what is wrong with it.
    ///
    /// # Errors
    /// The first character that may not stand where it does.
    pub fn open(file: &'f str, long: &[&str]) -> Result<Self, Fault> {
        check_characters(file)?;
        let declared = Declared::with_line_ends(file);
        let Ok(table) = DeTable::parse(&declared.text) else {
            return Ok(declared);
        };
        let mut faults = Vec::new();
        let walk = Walk {
            file: &declared.text,
            long,
        };
        walk.table(table.get_ref(), false, &mut faults);
        match faults.into_iter().min_by_key(|fault| fault.span.start) {
            Some(first) => Err(Fault {
                span: declared.place(first.span),
                ..first
            }),
            None => Ok(declared),
        }
    }

    /// The text to read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A place of the text in the file as it stands.
    pub fn place(&self, of_text: Range<usize>) -> Range<usize> {
        let in_file = |at: usize| at + self.returns.partition_point(|before| *before < at);
        in_file(of_text.start)..in_file(of_text.end)
    }

    /// The text with Windows line ends as line ends.
    fn with_line_ends(file: &'f str) -> Self {
        if !file.contains("\r\n") {
            return Declared {
                text: Cow::Borrowed(file),
                returns: Vec::new(),
            };
        }
        let mut text = String::with_capacity(file.len());
        let mut returns = Vec::new();
        for line in file.split_inclusive('\n') {
            match line.strip_suffix("\r\n") {
                Some(words) => {
                    text.push_str(words);
                    returns.push(text.len());
                    text.push('\n');
                }
                None => text.push_str(line),
            }
        }
        Declared {
            text: Cow::Owned(text),
            returns,
        }
    }
}

/// Checks the characters of a file as they stand, whatever is written in it.
///
/// # Errors
/// The first that may not stand there.
pub fn check_characters(file: &str) -> Result<(), Fault> {
    let (mut from, mut rest) = match file.strip_prefix('\u{FEFF}') {
        Some(rest) => (file.len() - rest.len(), rest),
        None => (0, file),
    };
    while let Err(found) = check(rest) {
        let at = from + found.at;
        let after = found.at + found.character.len_utf8();
        if found.character != '\r' || !rest[after..].starts_with('\n') {
            let message = found.to_string();
            let span = at..at + found.character.len_utf8();
            return Err(Fault {
                message,
                span,
                hint: TAKE_OUT,
            });
        }
        from += after;
        rest = &rest[after..];
    }
    Ok(())
}

struct Walk<'f> {
    file: &'f str,
    long: &'f [&'f str],
}

impl Walk<'_> {
    fn table(&self, table: &DeTable<'_>, long: bool, faults: &mut Vec<Fault>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Err(found) = check_line(name) {
                faults.push(self.fault(found, key.span(), "a key"));
            }
            let long = long || self.long.contains(&name);
            self.value(value.get_ref(), value.span(), name, long, faults);
        }
    }

    fn value(
        &self,
        value: &DeValue<'_>,
        span: Range<usize>,
        name: &str,
        long: bool,
        faults: &mut Vec<Fault>,
    ) {
        match value {
            DeValue::String(text) => {
                let checked = if long { check(text) } else { check_line(text) };
                if let Err(found) = checked {
                    faults.push(self.fault(found, span, &format!("`{name}`")));
                }
            }
            DeValue::Array(values) => {
                for value in values.iter() {
                    self.value(value.get_ref(), value.span(), name, long, faults);
                }
            }
            DeValue::Table(table) => self.table(table, long, faults),
            _ => {}
        }
    }

    fn fault(&self, found: Forbidden, span: Range<usize>, what: &str) -> Fault {
        let span = self.place(found.character, span);
        match found.character {
            '\n' | '\t' => {
                let character = match found.character {
                    '\n' => "a line end",
                    _ => "a tab",
                };
                Fault {
                    message: format!("{what} is of one line, and holds {character}"),
                    span,
                    hint: ONE_LINE,
                }
            }
            _ => Fault {
                message: format!("{what}: {found}"),
                span,
                hint: TAKE_OUT,
            },
        }
    }

    /// Where a character stands within a text as it is written, by itself or as an escape.
    fn place(&self, character: char, text: Range<usize>) -> Range<usize> {
        let Some(written) = self.file.get(text.clone()) else {
            return text;
        };
        let delimiters = written.len() - written.trim_start_matches(['"', '\'']).len();
        let escapes = written.starts_with('"');
        let mut rest = &written[delimiters..];
        while let Some(first) = rest.chars().next() {
            let (meant, length) = match first {
                '\\' if escapes => escape(rest),
                _ => (Some(first), first.len_utf8()),
            };
            if meant == Some(character) {
                let from = text.start + (written.len() - rest.len());
                return from..from + length;
            }
            rest = &rest[length..];
        }
        text
    }
}

/// What an escape at the front means, and how long it is.
fn escape(written: &str) -> (Option<char>, usize) {
    let kind = written[1..].chars().next();
    let digits = match kind {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        _ => {
            let meant = match kind {
                Some('b') => Some('\u{8}'),
                Some('t') => Some('\t'),
                Some('n') => Some('\n'),
                Some('f') => Some('\u{C}'),
                Some('r') => Some('\r'),
                Some('e') => Some('\u{1B}'),
                _ => None,
            };
            return (meant, 1 + kind.map_or(0, char::len_utf8));
        }
    };
    let number = written
        .get(2..2 + digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match number {
        Some(number) => (char::from_u32(number), 2 + digits),
        None => (None, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fault(file: &str) -> (String, &str) {
        let fault = Declared::open(file, &["note"]).unwrap_err();
        (fault.message, &file[fault.span])
    }

    #[test]
    fn the_character_is_pointed_at_however_it_is_written() {
        for (file, message, pointed) in [
            (
                "title = \"A\\\\u001B \\u001B[2J\"",
                "`title`: it holds U+001B (escape), which no text may hold",
                "\\u001B",
            ),
            (
                "[[item]]\nname = \"Bell\\b\"\n",
                "`name`: it holds U+0008 (control character), which no text may hold",
                "\\b",
            ),
            (
                "names = [\"A\", \"B\\U0000202E\"]",
                "`names`: it holds U+202E (turns the direction of text), which no text may hold",
                "\\U0000202E",
            ),
            (
                "a = 1 # \u{202E} in a comment",
                "it holds U+202E (turns the direction of text), which no text may hold",
                "\u{202E}",
            ),
            (
                "\"k\\u0000\" = 1",
                "a key: it holds U+0000 (NUL), which no text may hold",
                "\\u0000",
            ),
            (
                "title = \"A\\nB\"",
                "`title` is of one line, and holds a line end",
                "\\n",
            ),
            (
                "title = '''A\r\nB'''",
                "`title` is of one line, and holds a line end",
                "\r\n",
            ),
            (
                "title = \"A\tB\"",
                "`title` is of one line, and holds a tab",
                "\t",
            ),
            (
                "note = \"A\\r\\nB\"",
                "`note`: it holds U+000D (carriage return), which no text may hold",
                "\\r",
            ),
            (
                "a = 1\rb = 2",
                "it holds U+000D (carriage return), which no text may hold",
                "\r",
            ),
        ] {
            assert_eq!(fault(file), (message.to_owned(), pointed), "{file:?}");
        }
    }

    #[test]
    fn the_first_fault_of_a_file_is_told() {
        let file = "z = \"\\u0001\"\na = \"\\u0002\"\n";
        assert_eq!(Declared::open(file, &[]).unwrap_err().span, 5..11);
    }

    #[test]
    fn what_editors_write_is_read() {
        let file = "\u{FEFF}title = \"A\"\r\nnote = \"\"\"\r\nB\r\nC\"\"\"\r\n[note2]\r\n";
        let declared = Declared::open(file, &["note"]).unwrap();
        assert!(!declared.text().contains('\r'));
        for word in ["title", "B\n", "C", "note2"] {
            let at = declared.text().find(word).unwrap();
            let there = declared.place(at..at + word.len());
            assert_eq!(file[there].replace('\r', ""), word);
        }
        assert!(Declared::open("not TOML", &[]).is_ok());
    }

    proptest! {
        #[test]
        fn a_fault_is_a_place_in_the_file(
            pieces in prop::collection::vec(
                prop_oneof![
                    Just("\"".to_owned()), Just("\\u001B".to_owned()), Just("a = ".to_owned()),
                    Just("'''".to_owned()), Just("\\".to_owned()), Just("\r\n".to_owned()),
                    Just("\\x9b".to_owned()), Just("[[t]]\n".to_owned()), any::<String>(),
                ],
                0..12,
            ),
        ) {
            let file = pieces.concat();
            if let Err(fault) = Declared::open(&file, &["note"]) {
                prop_assert!(file.get(fault.span.clone()).is_some_and(|text| !text.is_empty()));
            }
        }

        #[test]
        fn what_passes_may_be_kept(text in any::<String>()) {
            let value = toml::Value::String(text.clone());
            let written = format!("note = {value}\n");
            prop_assert_eq!(Declared::open(&written, &["note"]).is_ok(), check(&text).is_ok());
        }
    }
}
