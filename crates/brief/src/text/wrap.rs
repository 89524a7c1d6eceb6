//! Filling lines, with widths counted as a terminal shows them.
//!
//! Every text of a page goes through here, and comes out as it may be printed whatever was in it: what no text
//! may hold is replaced, and a line is one line.

use entente_doors::text::{shown, shown_on_a_line};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes, as it is shown.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(shown_on_a_line(text).as_ref())
}

/// A blank at which no line is broken.
pub(crate) const NO_BREAK: char = '\u{a0}';
/// The narrow one between the thousands of a number, which stays as it is.
const NARROW: char = '\u{202f}';

/// Asks for the letter before it as a picture, which takes two columns.
const WIDENS: char = '\u{FE0F}';

/// Breaks a text into lines of at most `width` columns; a word that is longer is cut. Blanks that do
/// not break come out as plain ones.
pub(crate) fn fill(text: &str, width: usize) -> Vec<String> {
    let most = width.max(1);
    let text = shown(text);
    let mut lines = vec![String::new()];
    let mut used = 0;
    let words = text
        .split(|c: char| c.is_whitespace() && c != NO_BREAK && c != NARROW)
        .filter(|word| !word.is_empty());
    for word in words.flat_map(|word| cut(&word.replace(NO_BREAK, " "), most)) {
        let wide = self::width(&word);
        let Some(line) = lines.last_mut() else {
            continue;
        };
        if used == 0 {
            line.push_str(&word);
            used = wide;
        } else if used + 1 + wide <= most {
            line.push(' ');
            line.push_str(&word);
            used += 1 + wide;
        } else {
            lines.push(word);
            used = wide;
        }
    }
    lines
}

fn cut(word: &str, most: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for letter in word.chars() {
        let wide = match letter {
            WIDENS => 1,
            letter => letter.width().unwrap_or(0),
        };
        if used + wide > most && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
        used += wide;
    }
    pieces
}

/// The same as [`fill`], with a mark before the first line and the others set in as far.
pub(crate) fn hang(mark: &str, text: &str, width: usize) -> Vec<String> {
    let inset = self::width(mark);
    let blank = " ".repeat(inset);
    fill(text, width.saturating_sub(inset))
        .into_iter()
        .enumerate()
        .map(|(i, line)| {
            if i == 0 {
                format!("{mark}{line}")
            } else {
                format!("{blank}{line}")
            }
        })
        .collect()
}

/// Fills a text up with blanks, on the right or on the left.
pub(crate) fn pad(text: &str, to: usize, right: bool) -> String {
    let text = shown_on_a_line(text);
    let blank = " ".repeat(to.saturating_sub(width(&text)));
    if right {
        blank + &text
    } else {
        format!("{text}{blank}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_doors::strategies::any_text;
    use proptest::prelude::*;

    #[test]
    fn wide_and_combining_letters() {
        assert_eq!(width("墨西哥"), 6);
        assert_eq!(width("Pen\u{303}a"), 4);
        assert_eq!(fill("墨西哥 墨西哥", 6), ["墨西哥", "墨西哥"]);
        assert_eq!(pad("墨", 4, true), "  墨");
    }

    #[test]
    fn hanging() {
        assert_eq!(
            hang("[1] ", "one two three", 9),
            ["[1] one", "    two", "    three"]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(text in "[a-zé墨 ]{0,120}", most in 2usize..40) {
            let lines = fill(&text, most);
            prop_assert!(lines.iter().all(|l| width(l) <= most), "{lines:?}");
            let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn no_line_of_any_text_is_too_wide(text in any_text(), most in 2usize..40, right in any::<bool>()) {
            let lines = fill(&text, most);
            prop_assert!(lines.iter().all(|l| width(l) <= most), "{lines:?}");
            let padded = pad(&text, most, right);
            prop_assert_eq!(UnicodeWidthStr::width(padded.as_str()), width(&text).max(most));
        }
    }
}
