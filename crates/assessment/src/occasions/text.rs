//! A remark as words, so that spellings and punctuation do not matter.

use std::borrow::Cow;

/// A remark in lower case, its words parted by single blanks, with a blank at either end. Apostrophes
/// and the stops of abbreviations are dropped; a stop or semicolon is a word of its own, ` . `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark(String);

/// Phrases of a few words each, by their first byte: a remark is read word by word, thousands of them, and
/// few phrases begin like a word.
#[derive(Debug)]
pub(crate) struct Phrases<S = &'static str>(Vec<Vec<S>>);

impl<S: AsRef<str>> Phrases<S> {
    pub(crate) fn of(phrases: impl IntoIterator<Item = S>) -> Self {
        let mut by_first: Vec<Vec<S>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
        for phrase in phrases {
            if let Some(first) = phrase.as_ref().bytes().next() {
                by_first[usize::from(first)].push(phrase);
            }
        }
        Phrases(by_first)
    }

    /// Those with which a text begins.
    fn beginning(&self, text: &str) -> impl Iterator<Item = &str> {
        let first = text.bytes().next();
        let alike = first.map(|first| &self.0[usize::from(first)]);
        let phrases = alike.into_iter().flatten().map(AsRef::as_ref);
        phrases.filter(move |phrase| text.starts_with(phrase))
    }
}

impl Remark {
    pub(crate) fn of(text: &str) -> Self {
        let mut out = String::from(" ");
        let mut letters = 0;
        for sign in text.chars() {
            match sign {
                '\'' | '’' | '‘' | '`' => {}
                // A single letter before a stop is an abbreviation: U.S., D.C., George W.
                '.' if letters == 1 => letters = 0,
                '.' | ';' => {
                    out.push_str(" . ");
                    letters = 0;
                }
                c if c.is_alphanumeric() || c == '+' => {
                    out.extend(c.to_lowercase());
                    letters += 1;
                }
                _ => {
                    out.push(' ');
                    letters = 0;
                }
            }
        }
        let words: Vec<&str> = out.split_whitespace().collect();
        Remark(format!(" {} ", words.join(" ")))
    }

    /// What stands in it from each of its words on: behind each blank.
    fn after_each_blank(&self) -> impl Iterator<Item = &str> {
        let blanks = self.0.match_indices(' ');
        blanks.map(|(at, blank)| &self.0[at + blank.len()..])
    }

    /// Whether whole words stand in it in a row, in whatever spelling.
    pub(crate) fn has_words(&self, phrase: &Remark) -> bool {
        !phrase.0.trim().is_empty() && self.0.contains(&phrase.0)
    }

    /// Whether one of some phrases stands in it. A phrase without a closing blank may be the beginning
    /// of a longer word: `commemorat`.
    pub(crate) fn has_any<S: AsRef<str>>(&self, phrases: &Phrases<S>) -> bool {
        self.after_any(phrases).next().is_some()
    }

    /// What follows each place in which one of some phrases stands.
    pub(crate) fn after_any<S: AsRef<str>>(
        &self,
        phrases: &Phrases<S>,
    ) -> impl Iterator<Item = &str> {
        self.after_each_blank().flat_map(move |text| {
            let found = phrases.beginning(text);
            found.map(move |phrase| &text[phrase.len()..])
        })
    }

    /// The same with `former president` and the like taken out.
    pub(crate) fn without_those_out_of_office(&self) -> Cow<'_, Remark> {
        if !self.0.contains(" former ") {
            return Cow::Borrowed(self);
        }
        let out = [
            "president",
            "prime minister",
            "premier",
            "chancellor",
            "king",
        ]
        .iter()
        .fold(self.0.clone(), |text, office| {
            text.replace(&format!(" former {office} "), " ")
        });
        Cow::Owned(Remark(out))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fall_together() {
        let plain = Remark::of("Attended the North American Leaders Summit.");
        for other in [
            "Attended the North American Leaders’ Summit.",
            "attended the North  American Leaders' Summit .",
        ] {
            assert_eq!(Remark::of(other), plain);
        }
        assert_eq!(
            Remark::of("U.S.-Mexico; G-20").as_str(),
            " us mexico . g 20 "
        );
    }

    #[test]
    fn phrases_begin_with_a_word() {
        let remark = Remark::of("Commemorated the anniversary of the accompaniment.");
        let has = |phrase| remark.has_any(&Phrases::of(["another", phrase]));
        assert!(has("commemorat") && !has("niversary") && !has("memorat") && !has("accord"));
        let after: Vec<&str> = remark.after_any(&Phrases::of(["the a"])).collect();
        assert_eq!(
            after,
            ["nniversary of the accompaniment . ", "ccompaniment . "]
        );
        assert!(remark.has_words(&Remark::of("Anniversary")));
        assert!(!remark.has_words(&Remark::of("anni")) && !remark.has_words(&Remark::of("")));
    }
}
