//! Sums over roll calls for every pair of states.

use rayon::prelude::*;

/// Something about every unordered pair of so many states.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs<T> {
    states: usize,
    of: Vec<T>,
}

/// The place of a pair among all pairs of `states`, whichever comes first.
pub fn place_of_pair(states: usize, a: usize, b: usize) -> usize {
    let (a, b) = (a.min(b), a.max(b));
    a * (2 * states - a - 1) / 2 + (b - a - 1)
}

impl<T> Pairs<T> {
    /// What there is of two different states.
    pub fn get(&self, a: usize, b: usize) -> &T {
        &self.of[place_of_pair(self.states, a, b)]
    }

    /// Every pair: the first state, the second, and what there is of them.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, &T)> {
        let pairs = (0..self.states).flat_map(|a| (a + 1..self.states).map(move |b| (a, b)));
        pairs.zip(&self.of).map(|((a, b), of)| (a, b, of))
    }

    /// Another thing of every pair.
    pub fn map<U>(&self, f: impl Fn(&T) -> U) -> Pairs<U> {
        Pairs {
            states: self.states,
            of: self.of.iter().map(f).collect(),
        }
    }
}

/// How a state may vote on a roll call.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Expected {
    /// Probability of yes, abstain and no, if it votes.
    pub votes: [f32; 3],
    /// Probability that it votes.
    pub present: f32,
}

impl Expected {
    /// A vote that was cast (1, 2, 3).
    pub(super) fn cast(vote: u8) -> Self {
        let mut votes = [0.0; 3];
        votes[usize::from(vote - 1)] = 1.0;
        Expected {
            votes,
            present: 1.0,
        }
    }

    /// A vote on record, or its absence (0).
    pub(super) fn known(vote: u8) -> Self {
        match vote {
            0 => Expected::default(),
            vote => Expected::cast(vote),
        }
    }
}

/// Sums for a pair, over roll calls weighted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PairSums {
    /// Of the chance that both vote.
    pub both: f32,
    /// Of that times the expected score: 1 for the same vote, ½ if one of the two abstains, 0 for
    /// opposite votes.
    pub score: f32,
    /// Of that times the expected square of the score.
    pub square: f32,
}

impl PairSums {
    /// The sum with another, which is weighted.
    pub(super) fn plus(&self, other: &PairSums, weight: f32) -> PairSums {
        PairSums {
            both: self.both + weight * other.both,
            score: self.score + weight * other.score,
            square: self.square + weight * other.square,
        }
    }
}

/// Sums over roll calls, each a weight and every state's expected vote, in one order of states.
pub(super) fn sums(
    states: usize,
    roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)],
) -> Pairs<PairSums> {
    let columns: Vec<Columns> = (0..states)
        .into_par_iter()
        .map(|state| Columns::of(state, roll_calls))
        .collect();
    let rows: Vec<Vec<PairSums>> = (0..states)
        .into_par_iter()
        .map(|a| {
            columns[a + 1..]
                .iter()
                .map(|other| columns[a].with(other))
                .collect()
        })
        .collect();
    Pairs {
        states,
        of: rows.into_iter().flatten().collect(),
    }
}

/// One state's expected votes by roll call, each times the root of the roll call's weight.
struct Columns {
    present: Vec<f32>,
    votes: [Vec<f32>; 3],
    /// The scores that each vote of another state would meet: same + ½ abstention.
    met: [Vec<f32>; 3],
    met_square: [Vec<f32>; 3],
}

impl Columns {
    fn of(state: usize, roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)]) -> Self {
        let column = |f: &dyn Fn(&Expected) -> f32| -> Vec<f32> {
            let each = roll_calls.iter();
            each.map(|(weight, row)| f(&row.as_ref()[state]) * weight.sqrt())
                .collect()
        };
        let met = |half: f32| {
            [
                column(&|e| e.present * (e.votes[0] + half * e.votes[1])),
                column(&|e| e.present * (e.votes[1] + half * (e.votes[0] + e.votes[2]))),
                column(&|e| e.present * (e.votes[2] + half * e.votes[1])),
            ]
        };
        Columns {
            present: column(&|e| e.present),
            votes: [0, 1, 2].map(|v| column(&|e| e.present * e.votes[v])),
            met: met(0.5),
            met_square: met(0.25),
        }
    }

    fn with(&self, other: &Columns) -> PairSums {
        let each = |met: &[Vec<f32>; 3]| -> f32 {
            (self.votes.iter().zip(met))
                .map(|(a, b)| product(a, b))
                .sum()
        };
        PairSums {
            both: product(&self.present, &other.present),
            score: each(&other.met),
            square: each(&other.met_square),
        }
    }
}

/// The inner product, in eight lanes, so that it is the same on every machine.
fn product(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0f32; 8];
    let (a_whole, a_rest) = a.as_chunks::<8>();
    let (b_whole, b_rest) = b.as_chunks::<8>();
    for (a, b) in a_whole.iter().zip(b_whole) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    lanes.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_pairs_are_in_order() {
        let pairs = Pairs {
            states: 4,
            of: vec![(); 6],
        };
        let places: Vec<usize> = pairs
            .iter()
            .map(|(a, b, _)| place_of_pair(4, b, a))
            .collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
    }

    /// Yes and abstain score ½; yes with two thirds yes, one third no, at half the weight, scores ⅔.
    #[test]
    fn sums_by_hand() {
        let unsure = Expected {
            votes: [2.0 / 3.0, 0.0, 1.0 / 3.0],
            present: 0.5,
        };
        let found = sums(
            2,
            &[
                (1.0, vec![Expected::cast(1), Expected::cast(2)]),
                (0.5, vec![Expected::cast(1), unsure]),
            ],
        );
        let sums = found.get(1, 0);
        assert!((sums.both - 1.25).abs() < 1e-6);
        assert!((sums.score - (0.5 + 0.25 * 2.0 / 3.0)).abs() < 1e-6);
        assert!((sums.square - (0.25 + 0.25 * 2.0 / 3.0)).abs() < 1e-6);
    }
}
