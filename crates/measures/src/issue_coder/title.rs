//! The title of a question, without what differs from session to session.

use crate::selection::words;

/// What the Library writes after a title: `Moderation : resolution / adopted by the General Assembly`.
const CATALOGUE_NOTE: &str = ": resolution";

/// Words that say nothing of the question.
const EMPTY_WORDS: [&str; 27] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "s",
    "that", "the", "their", "this", "to", "which", "with", "adopted", "assembly", "general",
    "reports", "report",
];

/// Words that number a session, a conference or a year.
const NUMBERING: [&str; 46] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty",
    "thirtieth",
    "thirty",
    "fortieth",
    "forty",
    "fiftieth",
    "fifty",
    "sixtieth",
    "sixty",
    "seventieth",
    "seventy",
    "eightieth",
    "eighty",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "anniversary",
];

/// The words of a title that tell which question it is on, in order.
///
/// Left out are the Library's note after the title, words without a meaning of their own, months, and whatever
/// numbers: years, sessions, ordinals.
pub(super) fn telling_words(title: &str) -> Vec<String> {
    let lower = title.to_lowercase();
    let end = lower.find(CATALOGUE_NOTE).unwrap_or(lower.len());
    let mut words = words(&lower[..end]);
    words.retain(|w| is_telling(w));
    words
}

fn is_telling(word: &str) -> bool {
    let numbered = word.starts_with(|c: char| c.is_ascii_digit());
    !numbered && !EMPTY_WORDS.contains(&word) && !NUMBERING.contains(&word)
}

/// The title in a form that namesakes have in common; `None` if no telling word is left.
pub(super) fn normal_form(title: &str) -> Option<String> {
    let words = telling_words(title);
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn namesakes_of_different_sessions() {
        for (one, other) in [
            (
                "Report of the International Atomic Energy Agency",
                "International Atomic Energy Agency: report for 1995",
            ),
            (
                "Moderation : resolution / adopted by the General Assembly",
                "MODERATION",
            ),
            (
                "Preparations for the Sixth Review Conference, 3 May 2001",
                "Preparations for the 7th review conference",
            ),
            ("The right to food", "Right to food"),
        ] {
            assert_eq!(normal_form(one), normal_form(other), "{one}");
        }
    }

    #[test]
    fn different_questions_stay_apart() {
        let forms = ["Nuclear disarmament", "Nuclear disarmament verification"].map(normal_form);
        assert_ne!(forms[0], forms[1]);
        assert_eq!(normal_form("Report of the General Assembly, 1995"), None);
    }

    proptest! {
        /// A normal form is its own normal form, and no text makes it fail.
        #[test]
        fn the_normal_form_is_stable(title in "\\PC{0,60}") {
            if let Some(form) = normal_form(&title) {
                prop_assert_eq!(normal_form(&form), Some(form));
            }
        }
    }
}
