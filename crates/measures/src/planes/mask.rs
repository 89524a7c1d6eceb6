//! Selections of roll calls as bits.

/// A set of roll calls, as bits in the order of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    pub(super) words: Vec<u64>,
    /// Words from `first` to `last` hold all the bits: most selections are one session.
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Mask {
    /// The roll calls at some places of the record.
    pub fn of(places: impl IntoIterator<Item = usize>) -> Self {
        let mut words: Vec<u64> = Vec::new();
        for place in places {
            let word = place / 64;
            if words.len() <= word {
                words.resize(word + 1, 0);
            }
            words[word] |= 1 << (place % 64);
        }
        let first = words.iter().position(|w| *w != 0).unwrap_or(0);
        let last = words.iter().rposition(|w| *w != 0).map_or(0, |i| i + 1);
        Mask { words, first, last }
    }

    /// How many roll calls it holds.
    pub fn len(&self) -> u32 {
        self.words.iter().map(|w| w.count_ones()).sum()
    }

    /// The places of its roll calls, from the first.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        let words = self.words.iter().enumerate().skip(self.first);
        words.flat_map(|(w, word)| bits(*word).map(move |bit| w * 64 + bit))
    }

    /// Whether it holds the roll call at a place of the record.
    pub fn holds(&self, place: usize) -> bool {
        (self.words.get(place / 64)).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.first == self.last
    }
}

/// The places of the bits that are set, from the lowest.
pub(super) fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(bit)
    })
}
