//! Votes as bit planes: one bit a roll call, one plane each for yes, abstain and no.
//!
//! A tally of two states over any selection of roll calls is then three population counts a word.

use entente_evidence::VoteMatrix;
use entente_states::Ccode;

use crate::coincidence::Tally;

/// A set of roll calls, as bits in the order of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    words: Vec<u64>,
    /// Words from `first` to `last` hold all the bits: most selections are one session.
    first: usize,
    last: usize,
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

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.first == self.last
    }
}

/// The votes of all states as bit planes.
#[derive(Clone, Debug, Default)]
pub struct VotePlanes {
    states: Vec<Ccode>,
    words: usize,
    /// Per state: the words of yes, then of abstain, then of no.
    planes: Vec<u64>,
}

impl VotePlanes {
    /// Packs a matrix of votes. The states that never voted are not in it.
    pub fn new(matrix: &VoteMatrix) -> Self {
        let states = matrix.states().to_vec();
        let roll_calls = states
            .first()
            .and_then(|s| matrix.votes_of(*s))
            .map_or(0, <[u8]>::len);
        let words = roll_calls.div_ceil(64);
        let mut planes = vec![0u64; states.len() * 3 * words];
        for (i, state) in states.iter().enumerate() {
            let own = &mut planes[i * 3 * words..(i + 1) * 3 * words];
            for (place, vote) in matrix
                .votes_of(*state)
                .unwrap_or_default()
                .iter()
                .enumerate()
            {
                if let 1..=3 = vote {
                    own[(usize::from(*vote) - 1) * words + place / 64] |= 1 << (place % 64);
                }
            }
        }
        VotePlanes {
            states,
            words,
            planes,
        }
    }

    /// The states, by COW number.
    pub fn states(&self) -> &[Ccode] {
        &self.states
    }

    /// The place of a state in [`VotePlanes::states`].
    pub fn place(&self, state: Ccode) -> Option<usize> {
        self.states.binary_search(&state).ok()
    }

    fn of(&self, place: usize) -> [&[u64]; 3] {
        let own = &self.planes[place * 3 * self.words..(place + 1) * 3 * self.words];
        [
            &own[..self.words],
            &own[self.words..2 * self.words],
            &own[2 * self.words..],
        ]
    }

    /// How often a state voted, over some roll calls.
    pub fn cast(&self, place: usize, mask: &Mask) -> u32 {
        let [yes, abstain, no] = self.of(place);
        (mask.first..mask.last.min(self.words))
            .map(|w| ((yes[w] | abstain[w] | no[w]) & mask.words[w]).count_ones())
            .sum()
    }

    /// The tally of two states, given by their places, over some roll calls.
    pub fn tally(&self, a: usize, b: usize, mask: &Mask) -> Tally {
        let [yes_a, abstain_a, no_a] = self.of(a);
        let [yes_b, abstain_b, no_b] = self.of(b);
        let mut tally = Tally::default();
        for w in mask.first..mask.last.min(self.words) {
            let chosen = mask.words[w];
            let voted_a = yes_a[w] | abstain_a[w] | no_a[w];
            let voted_b = yes_b[w] | abstain_b[w] | no_b[w];
            let both = voted_a & voted_b & chosen;
            let same = (yes_a[w] & yes_b[w]) | (abstain_a[w] & abstain_b[w]) | (no_a[w] & no_b[w]);
            tally.same += (same & chosen).count_ones();
            tally.partial += ((abstain_a[w] ^ abstain_b[w]) & both).count_ones();
            tally.opposite += (((yes_a[w] & no_b[w]) | (no_a[w] & yes_b[w])) & chosen).count_ones();
            tally.absent += (chosen & !both).count_ones();
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_evidence::{Evidence, RollCall, Tables, Vote};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn record(votes: &[Vec<u8>]) -> Evidence {
        let length = votes.first().map_or(0, Vec::len);
        let roll_calls = (0..length).map(|i| RollCall {
            rcid: i as u32,
            session: 1,
            session_published: 1,
            date: date(1946, 1, 1),
            day_known: true,
            symbol: None,
            important: None,
            amendment: None,
            paragraph: None,
            title: None,
            description: None,
        });
        let cast = votes.iter().enumerate().flat_map(|(state, row)| {
            row.iter()
                .enumerate()
                .filter(|(_, v)| **v != 0)
                .map(move |(i, v)| Vote {
                    ccode: Ccode(state as u16 + 2),
                    rcid: i as u32,
                    vote: *v,
                })
        });
        Evidence::from_tables(Tables {
            roll_calls: roll_calls.collect(),
            votes: cast.collect(),
            ..Tables::default()
        })
    }

    proptest! {
        /// Counting bits gives what counting votes gives, whatever the selection.
        #[test]
        fn planes_count_as_votes_do(
            a in prop::collection::vec(0u8..=3, 200),
            b in prop::collection::vec(0u8..=3, 200),
            chosen in prop::collection::vec(any::<bool>(), 200),
        ) {
            let evidence = record(&[a.clone(), b.clone()]);
            let as_of = evidence.as_of(date(2000, 1, 1));
            let planes = VotePlanes::new(as_of.votes().unwrap());
            let places: Vec<usize> = (0..200).filter(|i| chosen[*i]).collect();
            let pick = |v: &[u8]| places.iter().map(|i| v[*i]).collect::<Vec<_>>();
            let mask = Mask::of(places.iter().copied());
            if let (Some(i), Some(j)) = (planes.place(Ccode(2)), planes.place(Ccode(3))) {
                prop_assert_eq!(planes.tally(i, j, &mask), Tally::count(&pick(&a), &pick(&b)));
            }
        }
    }
}
