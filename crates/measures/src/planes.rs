//! Votes as bit planes: one bit a roll call, one plane each for yes, abstain and no.
//!
//! A tally of two states over any selection of roll calls is then three population counts a word.

mod mask;
mod members;

use std::sync::OnceLock;

use entente_evidence::{RollCallView, VoteMatrix};
use entente_states::Ccode;

pub use mask::Mask;

use crate::agreement::PairCounts;
use crate::coincidence::Tally;
use mask::bits;
use members::{days, seat};

/// The votes of all states as bit planes.
#[derive(Clone, Debug, Default)]
pub struct VotePlanes {
    states: Vec<Ccode>,
    words: usize,
    /// Per state: the words of yes, of abstain, of no, and of days on which it was a member.
    planes: Vec<u64>,
    /// The roll calls on which not all votes cast were alike.
    contested: Vec<u64>,
    /// How far each roll call was divided, in steps of [`WEIGHT_STEP`]; a tally does without.
    weights: OnceLock<Vec<u64>>,
}

/// Yes, abstain, no, member.
const KINDS: usize = 4;

/// Weights are whole multiples of this, so that sums of up to 2¹³ of them are exact.
pub(crate) const WEIGHT_STEP: f64 = 1.0 / (1u64 << 40) as f64;

impl VotePlanes {
    /// Packs a matrix of votes. The states that never voted are not in it.
    ///
    /// `roll_calls` are those of the matrix, in its order ([`AsOf::roll_calls`]). A state counts as
    /// a member of the United Nations on a roll call if it was on the roll call's day by the list of
    /// members ([`memberships_of`]), or if it voted. The day is sound to the month only for sessions 1
    /// to 51 and parts of 52 to 57, so in the month of a state's admission an absence may be counted
    /// too early or missed.
    ///
    /// [`memberships_of`]: entente_states::memberships::memberships_of
    /// [`AsOf::roll_calls`]: entente_evidence::AsOf::roll_calls
    pub fn new(matrix: &VoteMatrix, roll_calls: &[RollCallView<'_>]) -> Self {
        let states = matrix.states().to_vec();
        let words = roll_calls.len().div_ceil(64);
        let mut planes = vec![0u64; states.len() * KINDS * words];
        let mut any = [vec![0u64; words], vec![0; words], vec![0; words]];
        let days = days(roll_calls);
        for (i, state) in states.iter().enumerate() {
            let own = &mut planes[i * KINDS * words..(i + 1) * KINDS * words];
            let row = matrix.votes_of(*state).unwrap_or_default();
            for (word, votes) in row.chunks(64).enumerate().take(words) {
                for (kind, code) in (1..).enumerate().take(KINDS - 1) {
                    own[kind * words + word] = packed(votes, code);
                }
            }
            let (votes, member) = own.split_at_mut((KINDS - 1) * words);
            seat(*state, &days, member);
            for (kind, votes) in votes.chunks(words.max(1)).enumerate() {
                for (word, vote) in votes.iter().enumerate() {
                    member[word] |= vote;
                    any[kind][word] |= vote;
                }
            }
        }
        let [yes, abstain, no] = &any;
        let contested = |w: usize| (yes[w] & abstain[w]) | (no[w] & (yes[w] | abstain[w]));
        VotePlanes {
            states,
            words,
            planes,
            contested: (0..words).map(contested).collect(),
            weights: OnceLock::new(),
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

    /// Yes, abstain, no and member.
    pub(crate) fn planes_of(&self, place: usize) -> [&[u64]; KINDS] {
        let own = &self.planes[place * KINDS * self.words..(place + 1) * KINDS * self.words];
        std::array::from_fn(|kind| &own[kind * self.words..(kind + 1) * self.words])
    }

    /// The roll calls on which not all votes cast were alike.
    pub(crate) fn contested(&self) -> &[u64] {
        &self.contested
    }

    /// How far each roll call was divided, in steps of [`WEIGHT_STEP`].
    pub(crate) fn weights(&self) -> &[u64] {
        self.weights.get_or_init(|| {
            let mut cast = vec![[0u32; KINDS - 1]; self.words * 64];
            for place in 0..self.states.len() {
                let [yes, abstain, no, _] = self.planes_of(place);
                for (kind, plane) in [yes, abstain, no].into_iter().enumerate() {
                    for (word, votes) in plane.iter().enumerate() {
                        bits(*votes).for_each(|bit| cast[word * 64 + bit][kind] += 1);
                    }
                }
            }
            cast.iter().map(weight).collect()
        })
    }

    /// Whether not all votes cast on a roll call, given by its place, were alike.
    pub fn is_contested(&self, place: usize) -> bool {
        let word = self.contested.get(place / 64).copied().unwrap_or(0);
        word >> (place % 64) & 1 == 1
    }

    /// What a state voted on a roll call, both given by their places: 1 yes, 2 abstain, 3 no.
    pub fn vote(&self, state: usize, place: usize) -> Option<u8> {
        let planes = self.planes_of(state);
        (1..=3u8).find(|code| planes[usize::from(*code) - 1][place / 64] >> (place % 64) & 1 == 1)
    }

    /// Whether a state, given by its place, was a member on a roll call, given by its place.
    pub fn is_member(&self, state: usize, place: usize) -> bool {
        let [.., member] = self.planes_of(state);
        member[place / 64] >> (place % 64) & 1 == 1
    }

    /// How often a state voted, over some roll calls.
    pub fn cast(&self, place: usize, mask: &Mask) -> u32 {
        let [yes, abstain, no, _] = self.planes_of(place);
        (mask.first..mask.last.min(self.words))
            .map(|w| ((yes[w] | abstain[w] | no[w]) & mask.words[w]).count_ones())
            .sum()
    }

    /// The tally of two states, given by their places, over some roll calls.
    ///
    /// Here *absent* holds every roll call of the selection on which either cast no vote, members or
    /// not; [`VotePlanes::counts`] tells the two apart.
    pub fn tally(&self, a: usize, b: usize, mask: &Mask) -> Tally {
        let [yes_a, abstain_a, no_a, _] = self.planes_of(a);
        let [yes_b, abstain_b, no_b, _] = self.planes_of(b);
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

    /// All that is counted of two states, given by their places, over some roll calls.
    ///
    /// For all pairs at once [`VotePlanes::all_pairs`] is many times faster.
    pub fn counts(&self, a: usize, b: usize, mask: &Mask) -> PairCounts {
        let [first, second] = [self.planes_of(a), self.planes_of(b)];
        let mut counts = PairCounts::default();
        for w in mask.first..mask.last.min(self.words) {
            let chosen = mask.words[w] & first[3][w] & second[3][w];
            let voted_a = first[0][w] | first[1][w] | first[2][w];
            let voted_b = second[0][w] | second[1][w] | second[2][w];
            let joint = &mut counts.joint;
            for (i, votes_a) in first.iter().take(3).enumerate() {
                for (j, votes_b) in second.iter().take(3).enumerate() {
                    joint.both[i][j] += (votes_a[w] & votes_b[w] & chosen).count_ones();
                }
                joint.first_only[i] += (votes_a[w] & !voted_b & chosen).count_ones();
                joint.second_only[i] += (second[i][w] & !voted_a & chosen).count_ones();
            }
            joint.neither += (chosen & !voted_a & !voted_b).count_ones();

            let both = voted_a & voted_b & self.contested[w] & chosen;
            let partial = (first[1][w] ^ second[1][w]) & both;
            let opposite = ((first[0][w] & second[2][w]) | (first[2][w] & second[0][w])) & both;
            let same = both & !partial & !opposite;
            counts.contested.same += same.count_ones();
            counts.contested.partial += partial.count_ones();
            counts.contested.opposite += opposite.count_ones();
            counts.weighted.same += self.weight_of(w, same);
            counts.weighted.partial += self.weight_of(w, partial);
            counts.weighted.total += self.weight_of(w, both);
        }
        counts
    }

    fn weight_of(&self, word: usize, roll_calls: u64) -> f64 {
        let weights = &self.weights()[word * 64..];
        let sum: u64 = bits(roll_calls).map(|bit| weights[bit]).sum();
        sum as f64 * WEIGHT_STEP
    }
}

/// Up to 64 votes as bits: which of them are of a code.
fn packed(votes: &[u8], code: u8) -> u64 {
    let bit = |(i, vote): (usize, &u8)| u64::from(*vote == code) << i;
    votes
        .iter()
        .enumerate()
        .map(bit)
        .fold(0, |word, bit| word | bit)
}

/// The expected distance |v - v'|/2 of two votes drawn with replacement, in steps of
/// [`WEIGHT_STEP`]; 0 where none was cast.
fn weight(&[yes, abstain, no]: &[u32; 3]) -> u64 {
    let [yes, abstain, no] = [yes, abstain, no].map(f64::from);
    let cast = yes + abstain + no;
    if cast == 0.0 {
        return 0;
    }
    let distance = (2.0 * yes * no + abstain * (yes + no)) / (cast * cast);
    (distance / WEIGHT_STEP).round() as u64
}
