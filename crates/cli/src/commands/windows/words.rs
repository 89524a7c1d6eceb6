//! Words and widths of a page.

/// Columns that a page may take.
pub const WIDTH: usize = 80;

/// A text filled to the width of a page after a first part; further lines stand below its end.
pub fn filled(first: &str, text: &str) -> String {
    let indent = first.chars().count();
    let mut out = first.to_owned();
    let mut used = indent;
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if used > indent && used + 1 + wide > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = indent;
        }
        if used > indent {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_the_page_and_below_each_other() {
        let text = filled("2021-01-01  ", &"displacement ".repeat(20));
        assert!(text.lines().all(|l| l.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|l| l.starts_with("            d")));
        assert_eq!(text.matches("displacement").count(), 20);
    }
}
