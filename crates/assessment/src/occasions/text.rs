//! A remark as words, so that spellings and punctuation do not matter.

/// A remark in lower case, its words parted by single blanks, with a blank at either end. Apostrophes
/// and the stops of abbreviations are dropped; a stop or semicolon is a word of its own, ` . `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark(String);

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

    /// Whether some words stand in it in a row. A phrase without a closing blank may be the
    /// beginning of a longer word: `commemorat`.
    pub(crate) fn has(&self, phrase: &str) -> bool {
        self.0
            .match_indices(phrase)
            .any(|(at, _)| self.0[..at].ends_with(' '))
    }

    /// Whether whole words stand in it in a row, in whatever spelling.
    pub(crate) fn has_words(&self, phrase: &Remark) -> bool {
        !phrase.0.trim().is_empty() && self.0.contains(&phrase.0)
    }

    pub(crate) fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// The same with `former president` and the like taken out.
    pub(crate) fn without_those_out_of_office(&self) -> Remark {
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
        Remark(out)
    }

    /// What follows each place in which a phrase stands.
    pub(crate) fn after<'r>(&'r self, phrase: &'r str) -> impl Iterator<Item = &'r str> {
        self.0
            .match_indices(phrase)
            .filter(|(at, _)| self.0[..*at].ends_with(' '))
            .map(move |(at, _)| &self.0[at + phrase.len()..])
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
        assert!(remark.has("commemorat") && !remark.has("niversary") && !remark.has("memorat"));
        assert!(remark.has_words(&Remark::of("Anniversary")));
        assert!(!remark.has_words(&Remark::of("anni")) && !remark.has_words(&Remark::of("")));
    }
}
