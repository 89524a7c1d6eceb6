//! Names that must fit into little room.

/// A name on one line or two; nothing if it does not fit so many pixels.
pub(super) fn fit(name: &str, width: i32) -> Vec<String> {
    let fits = |words: &str| i32::try_from(words.chars().count()).unwrap_or(i32::MAX) * 5 <= width;
    if fits(name) {
        return vec![name.to_owned()];
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..words.len())
        .rev()
        .map(|at| vec![words[..at].join(" "), words[at..].join(" ")])
        .find(|lines| lines.iter().all(|l| fits(l)))
        .unwrap_or_default()
}

pub(super) fn two_lines(name: &str, width: usize) -> Vec<String> {
    if name.chars().count() <= width {
        return vec![name.to_owned()];
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..words.len())
        .map(|at| vec![words[..at].join(" "), words[at..].join(" ")])
        .min_by_key(|lines| lines.iter().map(|l| l.chars().count()).max())
        .unwrap_or_else(|| vec![name.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_or_are_left_out() {
        assert_eq!(fit("Obama", 60), ["Obama"]);
        assert_eq!(fit("Enrique Pena Nieto", 80), ["Enrique Pena", "Nieto"]);
        assert!(fit("Enrique Pena Nieto", 20).is_empty());
        assert_eq!(
            two_lines("Merida Initiative High-Level Consultative Group", 30).len(),
            2
        );
    }
}
