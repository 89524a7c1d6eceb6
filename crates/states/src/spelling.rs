//! What is the same name, written differently.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that carry no meaning in the name of a state in any of the three languages.
const EMPTY_WORDS: &[&str] = &[
    "the", "of", "and", "el", "la", "los", "las", "de", "del", "y", "le", "les", "du", "des", "et",
    "d", "l",
];

/// The form under which spellings are compared: no case, accents, punctuation, blanks, articles or
/// words for "and"; `Saint` as `St`, `Rep.` and `Dem.` written out.
pub(crate) fn comparable(text: &str) -> String {
    let words = words(text);
    let full: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|w| !EMPTY_WORDS.contains(w))
        .collect();
    // "La" alone is all there is to compare.
    if full.is_empty() {
        return words.concat();
    }
    let several = full.len() > 1;
    full.into_iter()
        .map(|word| match word {
            "saint" | "sainte" if several => "st",
            "rep" if several => "republic",
            "dem" if several => "democratic",
            _ => word,
        })
        .collect()
}

/// The words of a name in small letters, without accents, apostrophes or stops.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    // Apostrophes are looked at before decomposition, which would take some of them apart.
    for c in text.chars() {
        match c {
            // "d'Ivoire" and "l'Inde" are two words, "People's" is one.
            '\'' | '’' | '‘' | '`' | '´' | 'ʼ' => {
                if word == "d" || word == "l" {
                    words.push(std::mem::take(&mut word));
                }
            }
            // "U.S." is one word, "St.Lucia" two.
            '.' => {
                if word.chars().count() > 1 {
                    words.push(std::mem::take(&mut word));
                }
            }
            c => {
                for part in c.nfkd().filter(|p| !is_combining_mark(*p)) {
                    // Counts as a letter, and "ŉ" is decomposed into it.
                    if part == 'ʼ' {
                        continue;
                    }
                    if part.is_alphanumeric() {
                        part.to_lowercase().for_each(|l| push_plain(&mut word, l));
                    } else if !word.is_empty() {
                        words.push(std::mem::take(&mut word));
                    }
                }
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Adds a small letter, as two where it is one sign for two.
///
/// These signs have no decomposition, but letters with accents and capitals lead to them (`Ǿ`, `ẞ`):
/// so they are looked at last, or else the form of a form would be another one.
fn push_plain(word: &mut String, letter: char) {
    match letter {
        'ß' => word.push_str("ss"),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        letter => word.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::comparable;

    #[test]
    fn spellings_of_one_name_compare_equal() {
        for (one, other) in [
            ("México", "MEXICO"),
            ("Trinidad y Tobago", "Trinidad & Tobago"),
            ("Trinidad and Tobago", "trinidad-tobago"),
            ("Côte d’Ivoire", "Cote D'Ivoire"),
            ("Saint Lucia", "St.Lucia"),
            ("U.S.S.R.", "USSR"),
            ("EE. UU.", "ee.uu."),
            ("The Gambia", "Gambia (the)"),
            ("Afghanistan (l')", "Afghanistan"),
            ("Central African Rep.", "Central African Republic"),
            ("Lao People’s Democratic Republic", "Lao Peoples Dem. Rep."),
            ("Guinée équatoriale", "guinee  equatoriale"),
            ("E\u{301}tats-Unis", "États Unis"),
            ("FRANKREICH GROẞ", "Frankreich groß"),
            ("Ǿresund", "oresund"),
            ("İstanbul ıssız", "istanbul issiz"),
            ("ÆRØ ŁÓDŹ ŒUVRE", "aero lodz oeuvre"),
        ] {
            assert_eq!(comparable(one), comparable(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_nothing_but_empty_words_is_kept() {
        assert_eq!(comparable("La"), "la");
        assert_eq!(comparable(" - "), "");
    }

    #[test]
    fn combining_marks_alone_do_not_split_a_word() {
        assert_eq!(comparable("Me\u{301}xico"), "mexico");
    }

    #[test]
    fn the_form_of_a_letter_is_its_own_form() {
        for c in ('\0'..='\u{ffff}').chain('\u{10000}'..='\u{1ffff}') {
            let once = comparable(&format!("a{c}b"));
            assert_eq!(comparable(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn the_form_of_a_form_is_itself(text in any::<String>()) {
            let once = comparable(&text);
            prop_assert_eq!(comparable(&once), once);
        }

        /// Words that are treated apart, run together in any way.
        #[test]
        fn the_form_of_words_is_its_own_form(text in "(St\\.?|Saint|Rep\\.|Dem|d'|l’|the|y|[A-ZŒǾẞ]| |-|\\.){0,6}") {
            let once = comparable(&text);
            prop_assert_eq!(comparable(&once), once);
        }
    }
}
