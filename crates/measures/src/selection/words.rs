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
    use super::*;

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
