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

impl<T: Send> Pairs<T> {
    /// Of every pair what `of` says of the two places, of which the first is the lower.
    pub(super) fn of(states: usize, of: impl Fn(usize, usize) -> T + Sync) -> Self {
        let rows: Vec<Vec<T>> = (0..states)
            .into_par_iter()
            .map(|a| (a + 1..states).map(|b| of(a, b)).collect())
            .collect();
        Pairs {
            states,
            of: rows.into_iter().flatten().collect(),
        }
    }
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
    let columns = Columns::of_all(states, roll_calls);
    Pairs::of(states, |a, b| columns[a].with(&columns[b]))
}

/// The same without the squares: the chance that both vote, and that times the score.
pub(super) fn scores(
    states: usize,
    roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)],
) -> Pairs<(f32, f32)> {
    let columns = Columns::of_all(states, roll_calls);
    Pairs::of(states, |a, b| columns[a].score(&columns[b]))
}

/// The sums of one pair, given by places of states.
pub(super) fn sums_of_pair(
    (a, b): (usize, usize),
    roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)],
) -> PairSums {
    Columns::of(a.min(b), roll_calls).with(&Columns::of(a.max(b), roll_calls))
}

/// One state's expected votes by roll call, each times the root of the roll call's weight.
struct Columns {
    whole: Vec<Eight>,
    /// The roll calls that are left over, and after them zeros.
    rest: Eight,
}

/// The votes on eight roll calls.
#[derive(Clone, Copy, Debug, Default)]
struct Eight {
    present: [f32; 8],
    votes: [[f32; 8]; 3],
    /// The scores that each vote of another state would meet: same + ½ abstention.
    met: [[f32; 8]; 3],
    met_square: [[f32; 8]; 3],
}

impl Columns {
    fn of_all(states: usize, roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)]) -> Vec<Columns> {
        (0..states)
            .into_par_iter()
            .map(|state| Columns::of(state, roll_calls))
            .collect()
    }

    fn of(state: usize, roll_calls: &[(f32, impl AsRef<[Expected]> + Sync)]) -> Self {
        let (whole, rest) = roll_calls.as_chunks::<8>();
        let eight = |roll_calls: &[(f32, _)]| {
            let mut eight = Eight::default();
            for (lane, (weight, row)) in roll_calls.iter().enumerate() {
                eight.put(lane, &AsRef::<[Expected]>::as_ref(row)[state], *weight);
            }
            eight
        };
        Columns {
            whole: whole.iter().map(|roll_calls| eight(roll_calls)).collect(),
            rest: eight(rest),
        }
    }

    fn with(&self, other: &Columns) -> PairSums {
        let (both, score) = self.score(other);
        let square = self.met(other, |eight| &eight.met_square);
        PairSums {
            both,
            score,
            square,
        }
    }

    /// The chance that both vote, and that times the score.
    fn score(&self, other: &Columns) -> (f32, f32) {
        let mut both = Lanes::default();
        for (a, b) in self.whole.iter().zip(&other.whole) {
            both.add(&a.present, &b.present);
        }
        let both = both.sum(&self.rest.present, &other.rest.present);
        (both, self.met(other, |eight| &eight.met))
    }

    /// The sum over a state's votes of what each meets of another's.
    #[inline]
    fn met(&self, other: &Columns, met: impl Fn(&Eight) -> &[[f32; 8]; 3]) -> f32 {
        let [mut yes, mut abstain, mut no] = [Lanes::default(); 3];
        for (a, b) in self.whole.iter().zip(&other.whole) {
            let (votes, met) = (&a.votes, met(b));
            yes.add(&votes[0], &met[0]);
            abstain.add(&votes[1], &met[1]);
            no.add(&votes[2], &met[2]);
        }
        let (votes, met) = (&self.rest.votes, met(&other.rest));
        yes.sum(&votes[0], &met[0]) + abstain.sum(&votes[1], &met[1]) + no.sum(&votes[2], &met[2])
    }
}

impl Eight {
    fn put(&mut self, lane: usize, expected: &Expected, weight: f32) {
        let Expected { votes, present } = *expected;
        let [yes, abstain, no] = votes;
        let root = weight.sqrt();
        let met = |half: f32| {
            [
                yes + half * abstain,
                abstain + half * (yes + no),
                no + half * abstain,
            ]
        };
        let (met, met_square) = (met(0.5), met(0.25));
        self.present[lane] = present * root;
        for v in 0..3 {
            self.votes[v][lane] = present * votes[v] * root;
            self.met[v][lane] = present * met[v] * root;
            self.met_square[v][lane] = present * met_square[v] * root;
        }
    }
}

/// An inner product in eight lanes, so that it is the same on every machine.
#[derive(Clone, Copy, Debug, Default)]
struct Lanes([f32; 8]);

impl Lanes {
    #[inline]
    fn add(&mut self, a: &[f32; 8], b: &[f32; 8]) {
        for lane in 0..8 {
            self.0[lane] += a[lane] * b[lane];
        }
    }

    /// All lanes, with what is left over.
    #[inline]
    fn sum(self, a: &[f32; 8], b: &[f32; 8]) -> f32 {
        let rest: f32 = a.iter().zip(b).map(|(a, b)| a * b).sum();
        self.0.iter().sum::<f32>() + rest
    }
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
