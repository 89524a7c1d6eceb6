//! What every section is written from: the assessment, the language, and the names in it.

use entente_assessment::{Assessment, Pair};
use entente_states::Ccode;

use crate::words::{Named, Words};

/// An assessment and the words to tell it in.
#[derive(Clone, Copy)]
pub(crate) struct Brief<'a> {
    pub assessment: &'a Assessment,
    pub words: &'a Words,
    /// Whether drawings can be shown: where they cannot, none is drawn.
    pub draws: bool,
}

impl Brief<'_> {
    /// A party's name in its forms, for use inside sentences.
    pub(crate) fn state(&self, state: Ccode) -> Named {
        let party = self.assessment.parties.iter().find(|p| p.ccode == state);
        match party {
            Some(party) => self.words.party(party),
            None => self.words.named(&state.to_string(), ""),
        }
    }

    /// A party's name by itself: "United States".
    pub(crate) fn name(&self, state: Ccode) -> String {
        self.state(state).bare
    }

    /// "the United States and Mexico", for use inside sentences.
    pub(crate) fn both(&self, pair: &Pair) -> Named {
        self.words
            .names(&[self.state(pair.ccode1), self.state(pair.ccode2)])
    }

    /// "United States and Mexico".
    pub(crate) fn heading(&self, pair: &Pair) -> String {
        self.both(pair).bare
    }

    /// All parties.
    pub(crate) fn all(&self) -> Named {
        let names: Vec<Named> = self
            .assessment
            .parties
            .iter()
            .map(|p| self.words.party(p))
            .collect();
        self.words.names(&names)
    }

    /// Whether there is more than one pair, so that each needs its heading.
    pub(crate) fn several_pairs(&self) -> bool {
        self.assessment.parties.len() > 2
    }

    /// The date of reading.
    pub(crate) fn as_of(&self) -> String {
        self.words.date(self.assessment.as_of)
    }
}
