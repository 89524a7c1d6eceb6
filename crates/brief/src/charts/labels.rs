//! Names that must fit into little room: never cut, never on one another.

use super::canvas::Face;

/// Words on as few lines as a width allows, and these as even as can be. A word wider than that is
/// broken.
pub(super) fn wrapped(words: &str, face: Face, width: f64) -> Vec<String> {
    // A column as wide as its widest name, reckoned back from the page, may be less by a rounding.
    let width = width + 1e-6;
    let lines = greedy(words, face, width);
    if lines.len() < 2 {
        return lines;
    }
    // The narrowest width that needs no more lines.
    let (mut low, mut high) = (width / lines.len() as f64 / 2.0, width);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        if greedy(words, face, middle).len() > lines.len() {
            low = middle;
        } else {
            high = middle;
        }
    }
    greedy(words, face, high)
}

fn greedy(words: &str, face: Face, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        for piece in pieces(word, face, width) {
            let joined = lines.last().map(|line| format!("{line} {piece}"));
            match (joined, lines.last_mut()) {
                (Some(joined), Some(line)) if face.width(&joined) <= width => *line = joined,
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// A word in pieces that each fit.
fn pieces(word: &str, face: Face, width: f64) -> Vec<String> {
    if face.width(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for character in word.chars() {
        let full = pieces
            .last()
            .is_some_and(|p| !p.is_empty() && face.width(&format!("{p}{character}")) > width);
        if full {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

/// The narrowest column, within bounds, in which every name takes two lines at the most; the widest if
/// there is none.
pub(super) fn column<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    face: Face,
    (least, most): (f64, f64),
) -> f64 {
    let fits = |width: f64| {
        names.clone().all(|name| {
            let lines = greedy(name, face, width);
            lines.len() <= 2 && name.split_whitespace().all(|w| face.width(w) <= width)
        })
    };
    let mut width = least;
    while width < most && !fits(width) {
        width += 6.0;
    }
    width.min(most)
}

/// The column for names as wide as the widest of them on one line, within bounds.
pub(super) fn widest<'n>(names: impl Iterator<Item = &'n str>, face: Face) -> f64 {
    names.map(|name| face.width(name)).fold(0.0, f64::max)
}

/// Heights near those wanted, at least so far from one another and within bounds, in the order in which
/// they are wanted. What is too close is pushed apart evenly around where it wanted to be; where there
/// is not room for all, they stand evenly between the bounds.
///
/// Pool adjacent violators (Barlow and others 1972) on the heights less their places in the queue.
pub(super) fn apart(wanted: &[f64], least: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let gaps = wanted.len().saturating_sub(1) as f64;
    let least = least.min((high - low).max(0.0) / gaps.max(1.0));
    // Sum and number of each pool.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, i) in order.iter().enumerate() {
        pools.push((wanted[*i] - least * place as f64, 1));
        while let [.., (a, n), (b, m)] = pools[..] {
            if a / n as f64 <= b / m as f64 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a + b, n + m));
        }
    }
    let level = pools
        .iter()
        .flat_map(|(sum, n)| std::iter::repeat_n(sum / *n as f64, *n));
    let mut found = vec![0.0; wanted.len()];
    for ((place, i), level) in order.iter().enumerate().zip(level) {
        let level = level.clamp(low, (high - least * gaps).max(low));
        found[*i] = level + least * place as f64;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::canvas::LABEL;
    use super::*;

    #[test]
    fn names_are_wrapped_evenly() {
        let name = "Merida Initiative High-Level Consultative Group";
        let lines = wrapped(name, LABEL, 250.0);
        assert_eq!(
            lines,
            ["Merida Initiative High-Level", "Consultative Group"]
        );
        assert_eq!(wrapped(name, LABEL, 400.0), [name]);
        assert!(wrapped("", LABEL, 400.0).is_empty());
    }

    #[test]
    fn heights_that_clash_are_pushed_apart_evenly() {
        assert_eq!(
            apart(&[10.0, 10.0, 50.0], 12.0, (0.0, 100.0)),
            [4.0, 16.0, 50.0]
        );
        assert_eq!(apart(&[99.0, 98.0], 10.0, (0.0, 100.0)), [100.0, 90.0]);
        assert_eq!(
            apart(&[5.0, 5.0, 5.0], 90.0, (0.0, 100.0)),
            [0.0, 50.0, 100.0]
        );
        assert!(apart(&[], 12.0, (0.0, 1.0)).is_empty());
    }

    proptest! {
        #[test]
        fn lines_fit_and_no_letter_is_lost(
            words in prop::collection::vec("[A-Za-zé,-]{1,40}", 0..20),
            width in 20.0..300.0f64,
        ) {
            let name = words.join(" ");
            let lines = wrapped(&name, LABEL, width);
            for line in &lines {
                prop_assert!(LABEL.width(line) <= width + 1e-3 || line.chars().count() == 1);
            }
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&name));
        }

        #[test]
        fn heights_keep_order_distance_and_bounds(wanted in prop::collection::vec(-50.0..150.0f64, 1..12)) {
            let found = apart(&wanted, 8.0, (0.0, 100.0));
            for (i, a) in found.iter().enumerate() {
                prop_assert!((-1e-9..=100.0 + 1e-9).contains(a));
                for (j, b) in found.iter().enumerate().skip(i + 1) {
                    prop_assert!((a - b).abs() > 8.0 - 1e-6);
                    if wanted[i] < wanted[j] {
                        prop_assert!(a < b);
                    }
                }
            }
        }
    }
}
