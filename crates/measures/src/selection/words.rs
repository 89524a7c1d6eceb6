//! Looking for words in titles: without case, accents or punctuation, whole words only.

/// A phrase of one or more words, which must follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As it was written.
    text: String,
    words: Vec<String>,
}

impl Phrase {
    /// Reads a phrase; `None` if it holds no word.
    pub fn of(text: &str) -> Option<Self> {
        let words = words(text);
        (!words.is_empty()).then(|| Phrase {
            text: text.trim().to_owned(),
            words,
        })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a text, as [`words`] has it, holds the phrase.
    pub fn occurs_in(&self, text: &[String]) -> bool {
        text.windows(self.words.len()).any(|w| w == self.words)
    }
}

/// The words of a text, in lower case and without accents.
pub fn words(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    // Most titles have no accents to take off.
    if text.is_ascii() {
        return text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
    }
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// An accent anywhere does not change how the rest is read.
        #[test]
        fn with_or_without_accents(text in "[ -~]{0,40}") {
            let mut all = words(&text);
            all.push("e".to_owned());
            prop_assert_eq!(words(&format!("{text} é")), all);
        }
    }

    #[test]
    fn whole_words_in_a_row_whatever_their_case_and_accents() {
        let text = words(
            "Necessity of ending the economic, commercial and FINANCIAL embargo : résolution",
        );
        for found in [
            "financial embargo",
            "Embargo",
            "Resolution",
            "economic commercial",
        ] {
            assert!(Phrase::of(found).unwrap().occurs_in(&text), "{found}");
        }
        for missing in [
            "finance",
            "embargo financial",
            "commercial embargo",
            "bargo",
        ] {
            assert!(!Phrase::of(missing).unwrap().occurs_in(&text), "{missing}");
        }
        assert_eq!(Phrase::of(" - "), None);
    }
}
