//! Text that Markdown shows as it is.

use entente_doors::text::shown_on_a_line;

/// Escapes what would be read as markup, at the front of a block or within a line. What comes out is one line:
/// a line break would end a table's row or a list's item.
pub(super) fn prose(text: &str) -> String {
    let text = shown_on_a_line(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            '&' => is_entity(&text[at..]),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    front(out)
}

/// The same as the words of a heading, at whose end signs of a heading are taken for its close.
pub(super) fn heading(text: &str) -> String {
    let mut out = prose(text);
    let words = out.trim_end_matches(' ').trim_end_matches('#').len();
    if out[words..].starts_with('#') && out[..words].ends_with(' ') {
        out.insert(words, '\\');
    }
    out
}

/// At the front of a block some signs begin a heading or a list, behind blanks too, and four blanks begin code.
fn front(mut out: String) -> String {
    let blank = out.len() - out.trim_start_matches(' ').len();
    if blank > 1 {
        out.drain(1..blank);
    }
    let start = blank.min(1);
    let digits = out[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .count();
    let rest = &out[start + digits..];
    if digits == 0 && rest.starts_with(['#', '-', '+']) {
        out.insert(start, '\\');
    } else if digits > 0 && rest.starts_with(['.', ')']) {
        out.insert(start + digits, '\\');
    }
    out
}

/// Whether a text begins as `&amp;`, `&#38;` or `&#x26;` do.
fn is_entity(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let end = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    end.len() < name.len() && end.starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        for (text, written) in [
            ("a|b * [1] roll_calls", "a\\|b \\* \\[1\\] roll\\_calls"),
            ("# one", "\\# one"),
            ("   # one", " \\# one"),
            ("     code", " code"),
            ("1. one", "1\\. one"),
            (" 12) one", " 12\\) one"),
            ("1,234 + 56", "1,234 + 56"),
            ("two\nlines\rnot", "two lines\u{FFFD}not"),
            ("R&D & Q&A; &lt;b&#62;", "R&D & Q\\&A; \\&lt;b\\&#62;"),
            ("![x](javascript:y)", "!\\[x\\](javascript:y)"),
        ] {
            assert_eq!(prose(text), written);
        }
        assert_eq!(heading("The C# # ##"), "The C# # \\##");
        assert_eq!(heading("C#"), "C#");
        assert_eq!(heading("##"), "\\##");
    }
}
