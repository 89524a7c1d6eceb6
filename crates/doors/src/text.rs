//! Which characters a text may hold.
//!
//! A text is refused at the door if it holds a character that a reader cannot see and a program acts on:
//!
//! - what XML 1.0 forbids (section 2.2, production 2), so that every text can stand in a Word file or a
//!   drawing: control characters, and U+FFFE and U+FFFF;
//! - the other control characters of ISO 6429 (U+007F to U+009F), on which a terminal acts, and the other
//!   noncharacters of Unicode;
//! - line ends other than U+000A: carriage return, U+2028 and U+2029;
//! - what turns the order of characters around: U+202A to U+202E and U+2066 to U+2069 (Unicode Standard
//!   Annex 9); the marks U+200E, U+200F and U+061C stay, since Arabic and Hebrew need them;
//! - what is never seen: the byte-order mark, annotations (U+FFF9 to U+FFFB) and tags (U+E0000 to U+E007F).
//!
//! A renderer does not rely on that: it shows every text through [`shown`].

use std::borrow::Cow;

/// What stands for a character that is not shown: U+FFFD.
pub const REPLACEMENT: char = '\u{FFFD}';

/// A character that no text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it holds {}, which no text may hold", described(*.character))]
pub struct Forbidden {
    /// Which.
    pub character: char,
    /// Where it begins, in bytes from 0.
    pub at: usize,
}

/// Whether a text may hold a character.
pub fn allowed(character: char) -> bool {
    match character {
        '\n' | '\t' => true,
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => false,
        '\u{FDD0}'..='\u{FDEF}' => false,
        _ if u32::from(character) & 0xFFFE == 0xFFFE => false,
        _ => !character.is_control(),
    }
}

/// Checks a text, line ends and tabs allowed.
///
/// # Errors
/// The first character that it may not hold.
pub fn check(text: &str) -> Result<(), Forbidden> {
    match text.char_indices().find(|(_, c)| !allowed(*c)) {
        Some((at, character)) => Err(Forbidden { character, at }),
        None => Ok(()),
    }
}

/// Checks a text of one line, such as a name: no line end and no tab either.
///
/// # Errors
/// The first character that it may not hold.
pub fn check_line(text: &str) -> Result<(), Forbidden> {
    let bad = |c: char| !allowed(c) || matches!(c, '\n' | '\t');
    match text.char_indices().find(|(_, c)| bad(*c)) {
        Some((at, character)) => Err(Forbidden { character, at }),
        None => Ok(()),
    }
}

/// The text as it may be kept: carriage returns become line ends, anything else that is forbidden
/// [`REPLACEMENT`]. For what others have written long ago; what a person writes now is refused instead.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if check(text).is_ok() {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(shown(&lines).into_owned())
}

/// The text as a renderer shows it: what is forbidden becomes [`REPLACEMENT`].
pub fn shown(text: &str) -> Cow<'_, str> {
    if check(text).is_ok() {
        return Cow::Borrowed(text);
    }
    let safe = |c: char| if allowed(c) { c } else { REPLACEMENT };
    Cow::Owned(text.chars().map(safe).collect())
}

/// The text on one line, for a row of a table or a message: line ends and tabs become spaces too.
pub fn shown_on_a_line(text: &str) -> Cow<'_, str> {
    if check_line(text).is_ok() {
        return Cow::Borrowed(text);
    }
    let safe = |c: char| match c {
        '\n' | '\t' => ' ',
        c if allowed(c) => c,
        _ => REPLACEMENT,
    };
    Cow::Owned(text.chars().map(safe).collect())
}

/// JSON as it may be printed: what no text may hold is written as an escape, so that a parser reads the same
/// and a terminal does not act on it.
///
/// Such a character stands nowhere in JSON but within a text, so that an escape may always stand for it.
pub fn json(serialised: &str) -> Cow<'_, str> {
    if check(serialised).is_ok() {
        return Cow::Borrowed(serialised);
    }
    let mut out = String::with_capacity(serialised.len() + 16);
    for character in serialised.chars() {
        // Unescaped, a carriage return stands only between the values, where it is a blank.
        if allowed(character) || character == '\r' {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    Cow::Owned(out)
}

/// A character by its number, and its name where people have one for it.
fn described(character: char) -> String {
    let name = match character {
        '\0' => " (NUL)",
        '\r' => " (carriage return)",
        '\n' => " (line end)",
        '\t' => " (tab)",
        '\u{1B}' => " (escape)",
        '\u{FEFF}' => " (byte-order mark)",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => " (turns the direction of text)",
        c if c.is_control() => " (control character)",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategies::any_text;
    use proptest::prelude::*;

    /// XML 1.0, production 2: Char.
    fn in_xml(c: char) -> bool {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
    }

    #[test]
    fn every_character_that_is_allowed_may_stand_in_xml() {
        for c in ('\0'..=char::MAX).filter(|c| allowed(*c)) {
            assert!(in_xml(c), "{:04X}", u32::from(c));
        }
    }

    #[test]
    fn what_is_refused_and_how_it_is_named() {
        for (text, named) in [
            ("A\0B", "U+0000 (NUL)"),
            ("A\rB", "U+000D (carriage return)"),
            ("\u{1B}[2J", "U+001B (escape)"),
            ("A\u{9B}2J", "U+009B (control character)"),
            ("\u{202E}exe", "U+202E (turns the direction of text)"),
            ("\u{FFFE}", "U+FFFE"),
            ("\u{2028}", "U+2028"),
            ("\u{FEFF}x", "U+FEFF (byte-order mark)"),
            ("\u{1FFFF}", "U+1FFFF"),
        ] {
            let said = check(text).unwrap_err().to_string();
            assert_eq!(said, format!("it holds {named}, which no text may hold"));
        }
        for text in [
            "Año nuevo\n\tuno",
            "می‌خواهم",
            "👩‍👩‍👧",
            "\u{200F}שלום",
            "\u{FFFD}",
        ] {
            assert_eq!(check(text), Ok(()));
        }
        assert_eq!(check_line("a\nb").unwrap_err().at, 1);
    }

    #[test]
    fn json_is_safe_to_print_and_means_the_same() {
        assert_eq!(json("[\"a\u{9B}2J\"]"), "[\"a\\u009b2J\"]");
        assert_eq!(json("\"\u{E0041}\""), "\"\\udb40\\udc41\"");
        assert_eq!(json("{\r\n\"a\":\t1}"), "{\r\n\"a\":\t1}");
    }

    #[test]
    fn old_line_ends_become_line_ends() {
        assert_eq!(cleaned("a\r\nb\rc\u{FFFE}"), "a\nb\nc\u{FFFD}");
    }

    proptest! {
        #[test]
        fn whatever_is_shown_or_cleaned_may_be_kept(text in any_text()) {
            prop_assert!(check(&shown(&text)).is_ok());
            prop_assert!(check(&cleaned(&text)).is_ok());
            prop_assert!(check_line(&shown_on_a_line(&text)).is_ok());
            prop_assert_eq!(shown(&text).chars().count(), text.chars().count());
        }
    }
}
