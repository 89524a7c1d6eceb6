//! Sentences that know where their figures come from.

use serde::Serialize;

/// A sentence, or a clause of a list, with the notes behind its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// The words, with the full stop.
    pub text: String,
    /// The numbers of the notes.
    pub notes: Vec<usize>,
    /// How many bytes at its beginning name what it is about.
    #[serde(skip)]
    head: usize,
}

impl Sentence {
    /// A sentence with its notes.
    pub fn new(text: impl Into<String>, notes: &[usize]) -> Self {
        Sentence {
            text: text.into(),
            notes: notes.to_vec(),
            head: 0,
        }
    }

    /// A sentence that begins with the name of what it is about, which layouts can set off; a language whose
    /// sentence begins otherwise has nothing set off.
    pub(crate) fn about(name: &str, text: String, notes: &[usize]) -> Self {
        let head = if text.starts_with(name) {
            name.len()
        } else {
            0
        };
        Sentence {
            text,
            notes: notes.to_vec(),
            head,
        }
    }

    /// The name at its beginning, and the rest.
    pub(crate) fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.head)
    }
}

/// Sentences of a paragraph or a list with their notes; sentences in a row with the same notes give them
/// once, behind the last.
pub(crate) fn noted_once(sentences: &[Sentence]) -> impl Iterator<Item = (&Sentence, &[usize])> {
    sentences.iter().enumerate().map(|(i, sentence)| {
        let again = sentences
            .get(i + 1)
            .is_some_and(|next| next.notes == sentence.notes);
        let notes: &[usize] = if again { &[] } else { &sentence.notes };
        (sentence, notes)
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
    fn a_name_is_set_off_where_the_sentence_begins_with_it() {
        let told = |text: &str| Sentence::about("Água", text.to_owned(), &[1]);
        assert_eq!(told("Água: ready.").parts(), ("Água", ": ready."));
        assert_eq!(told("Ready: Água.").parts(), ("", "Ready: Água."));
    }

    #[test]
    fn notes_in_a_row_stand_once() {
        let told: Vec<Sentence> = [[1], [1], [2], [1]].map(|n| Sentence::new("", &n)).into();
        let shown: Vec<&[usize]> = noted_once(&told).map(|(_, notes)| notes).collect();
        assert_eq!(shown, [&[][..], &[1], &[2], &[1]]);
    }

    #[test]
    fn capitals() {
        assert_eq!(capital("the État"), "The État");
        assert_eq!(capital("été"), "Été");
        assert_eq!(capital(""), "");
    }
}
