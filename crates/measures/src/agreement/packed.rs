//! The votes on one cell's roll calls, packed side by side.
//!
//! So an issue with twelve roll calls is one word a vote and two bytes of weights, wherever these
//! lie in the record. What is left for a pair is ten population counts a word and three table
//! lookups a byte.

use super::counts::{Contested, JointVotes, PairCounts, Weighted};
use crate::planes::{Mask, VotePlanes, WEIGHT_STEP};

/// The votes on the roll calls of one cell, side by side.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    roll_calls: u32,
    words: usize,
    pub(super) states: Vec<PackedState>,
    /// The roll calls on which votes differed.
    contested: Vec<u64>,
    /// For every eight roll calls, the weight of each of their 256 subsets.
    weights: Vec<[u64; 256]>,
}

#[derive(Clone, Debug)]
pub(super) struct PackedState {
    pub(super) place: usize,
    /// Yes, abstain, no and member, word by word.
    bits: Vec<[u64; 4]>,
    /// How many of each.
    count: [u32; 4],
}

impl Packed {
    pub(super) fn new(planes: &VotePlanes, mask: &Mask) -> Self {
        let runs = runs(mask);
        let roll_calls = mask.len();
        let words = (roll_calls as usize).div_ceil(64);
        let states = (0..planes.states().len())
            .filter_map(|place| {
                let mut bits = vec![[0u64; 4]; words];
                let mut count = [0u32; 4];
                for (kind, plane) in planes.planes_of(place).into_iter().enumerate() {
                    pack(plane, &runs, |word, part| bits[word][kind] |= part);
                    count[kind] = bits.iter().map(|b| b[kind].count_ones()).sum();
                }
                (count[3] > 0).then_some(PackedState { place, bits, count })
            })
            .collect();
        let mut contested = vec![0u64; words];
        pack(planes.contested(), &runs, |word, part| {
            contested[word] |= part
        });
        let all = planes.weights();
        let weight = |place: usize| all.get(place).copied().unwrap_or(0);
        let own: Vec<u64> = mask.places().map(weight).collect();
        Packed {
            roll_calls,
            words,
            states,
            contested,
            weights: own.chunks(8).map(subset_sums).collect(),
        }
    }

    /// What is counted of two states; `None` if they were never members at once.
    #[inline]
    pub(super) fn counts(&self, first: &PackedState, second: &PackedState) -> Option<PairCounts> {
        let mut both = [[0u32; 3]; 3];
        let mut contested_same = 0;
        let (mut same_weight, mut partial_weight, mut total_weight) = (0u64, 0u64, 0u64);
        let mut tables = self.weights.chunks(8);
        for ((a, b), contested) in first.bits.iter().zip(&second.bits).zip(&self.contested) {
            for i in 0..3 {
                for j in 0..3 {
                    both[i][j] += (a[i] & b[j]).count_ones();
                }
            }
            // A roll call on which all votes are alike weighs nothing, so only the others are looked up.
            let mut same = ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2])) & contested;
            contested_same += same.count_ones();
            let mut voted = (a[0] | a[1] | a[2]) & (b[0] | b[1] | b[2]) & contested;
            let mut partial = (a[1] ^ b[1]) & voted;
            for table in tables.next().into_iter().flatten() {
                same_weight += table[(same & 0xff) as usize];
                partial_weight += table[(partial & 0xff) as usize];
                total_weight += table[(voted & 0xff) as usize];
                same >>= 8;
                partial >>= 8;
                voted >>= 8;
            }
        }
        let joint = self.joint(first, second, both);
        (joint.seated() > 0).then(|| PairCounts {
            joint,
            contested: Contested {
                same: contested_same,
                partial: joint.partial(),
                opposite: joint.opposite(),
            },
            weighted: Weighted {
                same: same_weight as f64 * WEIGHT_STEP,
                partial: partial_weight as f64 * WEIGHT_STEP,
                total: total_weight as f64 * WEIGHT_STEP,
            },
        })
    }

    /// The absences that follow from what both voted on: what a state voted while the other was a
    /// member, less what the other voted on too.
    #[inline]
    fn joint(&self, first: &PackedState, second: &PackedState, both: [[u32; 3]; 3]) -> JointVotes {
        let ([y1, a1, n1, seated], [y2, a2, n2, _]) = self.while_both_members(first, second);
        let row = |i: usize| both[i][0] + both[i][1] + both[i][2];
        let column = |j: usize| both[0][j] + both[1][j] + both[2][j];
        let first_only = [y1 - row(0), a1 - row(1), n1 - row(2)];
        let second_only = [y2 - column(0), a2 - column(1), n2 - column(2)];
        let counted = row(0)
            + row(1)
            + row(2)
            + first_only.iter().sum::<u32>()
            + second_only.iter().sum::<u32>();
        JointVotes {
            both,
            first_only,
            second_only,
            neither: seated - counted,
        }
    }

    /// The votes of each, and the roll calls, on days on which both were members.
    #[inline]
    fn while_both_members(
        &self,
        first: &PackedState,
        second: &PackedState,
    ) -> ([u32; 4], [u32; 4]) {
        if first.count[3] == self.roll_calls && second.count[3] == self.roll_calls {
            return (first.count, second.count);
        }
        let (mut of_first, mut of_second) = ([0; 4], [0; 4]);
        for word in 0..self.words {
            let (a, b) = (first.bits[word], second.bits[word]);
            for kind in 0..4 {
                of_first[kind] += (a[kind] & b[3]).count_ones();
                of_second[kind] += (b[kind] & a[3]).count_ones();
            }
        }
        (of_first, of_second)
    }
}

/// Consecutive roll calls of a mask that lie in one word both of the record and of the cell.
#[derive(Clone, Copy, Debug)]
struct Run {
    from_word: usize,
    from_bit: u32,
    length: u32,
    to_word: usize,
    to_bit: u32,
}

fn runs(mask: &Mask) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (k, place) in mask.places().enumerate() {
        let (from_word, from_bit) = (place / 64, (place % 64) as u32);
        let (to_word, to_bit) = (k / 64, (k % 64) as u32);
        match runs.last_mut() {
            Some(run)
                if run.from_word == from_word
                    && run.to_word == to_word
                    && run.from_bit + run.length == from_bit =>
            {
                run.length += 1;
            }
            _ => runs.push(Run {
                from_word,
                from_bit,
                length: 1,
                to_word,
                to_bit,
            }),
        }
    }
    runs
}

/// Hands on the bits of the runs, each at its place in the cell.
#[inline]
fn pack(plane: &[u64], runs: &[Run], mut put: impl FnMut(usize, u64)) {
    for run in runs {
        let word = plane.get(run.from_word).copied().unwrap_or(0);
        let bits = (word >> run.from_bit) & (u64::MAX >> (64 - run.length));
        put(run.to_word, bits << run.to_bit);
    }
}

/// The sum of each subset of up to eight weights, by the subset's bits.
fn subset_sums(weights: &[u64]) -> [u64; 256] {
    let mut sums = [0u64; 256];
    for subset in 1..256usize {
        let lowest = subset.trailing_zeros() as usize;
        sums[subset] = sums[subset & (subset - 1)] + weights.get(lowest).copied().unwrap_or(0);
    }
    sums
}
