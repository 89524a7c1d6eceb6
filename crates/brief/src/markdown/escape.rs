//! Text that Markdown shows as it is.

/// Escapes what would be read as markup inside a line.
pub(super) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$'
        ) {
            out.push('\\');
        }
        // A line break would end a table's row or a list's item.
        out.push(if c == '\n' { ' ' } else { c });
    }
    // At the front of a block these begin a heading or a list.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    let after = out[digits..].chars().next();
    if out.starts_with(['#', '-', '+']) {
        out.insert(0, '\\');
    } else if digits > 0 && matches!(after, Some('.' | ')')) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(
            prose("a|b * [1] roll_calls"),
            "a\\|b \\* \\[1\\] roll\\_calls"
        );
        assert_eq!(prose("# one"), "\\# one");
        assert_eq!(prose("1. one"), "1\\. one");
        assert_eq!(prose("1,234 + 56"), "1,234 + 56");
        assert_eq!(prose("two\nlines"), "two lines");
    }
}
