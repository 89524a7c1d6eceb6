//! Words of titles, notes and identifiers.

use entente_states::Ccode;

/// 1st, 2nd, 3rd, 11th.
pub(super) fn ordinal(n: u16) -> String {
    let ending = match (n % 10, n % 100) {
        (1, r) if r != 11 => "st",
        (2, r) if r != 12 => "nd",
        (3, r) if r != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// A number in Roman figures; empty for zero.
pub(super) fn roman(n: u32) -> String {
    const FIGURES: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n;
    let mut out = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            out.push_str(figure);
            rest -= value;
        }
    }
    out
}

/// A text in small letters, figures and hyphens.
pub(super) fn slug(text: &str) -> String {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let words: Vec<String> = text
        .split(|c| !letter(c))
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

/// "a, b and c".
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// COW numbers in order, with hyphens.
pub(super) fn numbers(states: &[Ccode]) -> String {
    let mut states = states.to_vec();
    states.sort_unstable();
    let numbers: Vec<String> = states.iter().map(Ccode::to_string).collect();
    numbers.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        assert_eq!(
            [1, 2, 3, 11, 58, 75, 81, 112].map(ordinal).join(" "),
            "1st 2nd 3rd 11th 58th 75th 81st 112th"
        );
        assert_eq!(
            [0, 4, 9, 14, 28, 40, 99].map(roman).join(" "),
            " IV IX XIV XXVIII XL XCIX"
        );
        assert_eq!(
            slug("APEC Economic Leaders' Meeting"),
            "apec-economic-leaders-meeting"
        );
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(numbers(&[Ccode(70), Ccode(2)]), "2-70");
    }
}
