//! Sentences that know where their figures come from.

use serde::Serialize;

/// A sentence, or a clause of a list, with the notes behind its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// The words, with the full stop.
    pub text: String,
    /// The numbers of the notes.
    pub notes: Vec<usize>,
}

impl Sentence {
    /// A sentence with its notes.
    pub fn new(text: impl Into<String>, notes: &[usize]) -> Self {
        Sentence {
            text: text.into(),
            notes: notes.to_vec(),
        }
    }
}

/// Sentences of a paragraph with their notes; sentences in a row with the same notes give them once.
pub(crate) fn noted_once(sentences: &[Sentence]) -> impl Iterator<Item = (&str, &[usize])> {
    sentences.iter().enumerate().map(|(i, sentence)| {
        let again = sentences
            .get(i + 1)
            .is_some_and(|next| next.notes == sentence.notes);
        let notes: &[usize] = if again { &[] } else { &sentence.notes };
        (sentence.text.as_str(), notes)
    })
}

/// The same words with a capital at the front.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        assert_eq!(capital("the État"), "The État");
        assert_eq!(capital("été"), "Été");
        assert_eq!(capital(""), "");
    }
}
