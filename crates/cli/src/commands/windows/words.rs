//! Words and widths of a page.

/// Columns that a page may take.
pub const WIDTH: usize = 80;

/// "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A number in words up to twelve.
pub fn number(n: u16) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match WORDS.get(usize::from(n)) {
        Some(word) => (*word).to_owned(),
        None => n.to_string(),
    }
}

/// A number of things: "one year", "twelve years".
pub fn count(n: u16, thing: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{} {thing}{ending}", number(n))
}

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
    fn numbers_and_lists() {
        assert_eq!(count(12, "year"), "twelve years");
        assert_eq!(count(1, "month"), "one month");
        assert_eq!(count(20, "year"), "20 years");
        assert_eq!(list(&["a".to_owned(), "b".to_owned()]), "a and b");
    }

    #[test]
    fn lines_stay_within_the_page_and_below_each_other() {
        let text = filled("2021-01-01  ", &"displacement ".repeat(20));
        assert!(text.lines().all(|l| l.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|l| l.starts_with("            d")));
        assert_eq!(text.matches("displacement").count(), 20);
    }
}
