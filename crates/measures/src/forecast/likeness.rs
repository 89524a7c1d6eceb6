//! How alike states vote, and what an absent state would have voted.

use super::pairs::{Expected, scores};
use super::{Record, SESSIONS_OF_POOL, Standing};

/// What a session's votes are worth a session later.
const FADING: f32 = 0.6;
/// How fast likeness falls with agreement: weight exp(−40 (1 − agreement)).
const STEEPNESS: f32 = 40.0;
/// Joint votes that the world's mean agreement counts for.
const PRIOR_VOTES: f32 = 5.0;

/// How much each state's vote tells of each other's: exp(−40 (1 − a)), a their agreement over ten
/// sessions, recent ones counting more, where agreement scores ½ if one of the two abstains.
#[derive(Clone, Debug)]
pub struct Likeness {
    states: usize,
    weights: Vec<f32>,
    /// Per state: the log odds that it votes the same twice in a row on a question.
    steady: Vec<f32>,
    /// Per state: the log of the sum of the weights of all others.
    nearness: Vec<f32>,
}

impl Likeness {
    /// From the sessions before one.
    pub fn before(session: u16, record: &Record) -> Self {
        let states = record.states().len();
        let from = session.saturating_sub(SESSIONS_OF_POOL);
        let cast: Vec<(f32, Vec<Expected>)> = record
            .within(from..session)
            .map(|r| {
                let age = i32::from(session - 1 - record.session(r));
                let votes = record.votes(r).iter();
                let cast = votes.map(|v| Expected::known(*v)).collect();
                (FADING.powi(age), cast)
            })
            .collect();
        let found = scores(states, &cast);
        let (score, both) = (found.iter()).fold((0.0, 0.0), |sum, (_, _, (both, score))| {
            (sum.0 + f64::from(*score), sum.1 + f64::from(*both))
        });
        let mean = if both > 0.0 {
            (score / both) as f32
        } else {
            0.5
        };
        let mut weights = vec![0.0; states * states];
        for (a, b, (both, score)) in found.iter() {
            let agreement = (score + PRIOR_VOTES * mean) / (both + PRIOR_VOTES);
            let weight = (STEEPNESS * (agreement - 1.0)).exp();
            weights[a * states + b] = weight;
            weights[b * states + a] = weight;
        }
        let nearness = (0..states)
            .map(|a| {
                weights[a * states..(a + 1) * states]
                    .iter()
                    .sum::<f32>()
                    .max(1e-6)
                    .ln()
            })
            .collect();
        Likeness {
            states,
            weights,
            steady: steady(session, record),
            nearness,
        }
    }

    /// The log odds that a state votes the same twice in a row on a question that comes back.
    pub fn steady(&self, state: usize) -> f32 {
        self.steady[state]
    }

    /// The log of the sum of all others' weights: high for a state with many that vote like it.
    pub fn nearness(&self, state: usize) -> f32 {
        self.nearness[state]
    }

    /// How a state would vote on a roll call, by the votes of the others: probabilities of yes,
    /// abstain and no. The world's votes weigh a little, so that none is 0 if anybody cast it.
    pub fn votes_of(&self, state: usize, votes: &[u8]) -> [f32; 3] {
        const WORLD: f32 = 1e-3;
        let mut cast = [0.0f32; 4];
        let mut near = [0.0f32; 4];
        let own = &self.weights[state * self.states..(state + 1) * self.states];
        for (weight, vote) in own.iter().zip(votes) {
            near[usize::from(*vote)] += weight;
            cast[usize::from(*vote)] += 1.0;
        }
        let all: f32 = cast[1..].iter().sum();
        if all == 0.0 {
            return [1.0 / 3.0; 3];
        }
        let found = [1, 2, 3].map(|v| near[v] + WORLD * cast[v] / all);
        let sum: f32 = found.iter().sum();
        found.map(|f| f / sum)
    }
}

/// The log odds of each state's voting the same twice in a row on a question, over the series that
/// stand before a session.
fn steady(session: u16, record: &Record) -> Vec<f32> {
    let states = record.states().len();
    let (mut same, mut both) = (vec![0.0f32; states], vec![0.0f32; states]);
    for standing in Standing::before(session, record) {
        for pair in standing.roll_calls.windows(2) {
            let (later, earlier) = (record.votes(pair[0]), record.votes(pair[1]));
            for (state, (later, earlier)) in later.iter().zip(earlier).enumerate() {
                if *later > 0 && *earlier > 0 {
                    both[state] += 1.0;
                    same[state] += f32::from(u8::from(later == earlier));
                }
            }
        }
    }
    let all: f32 = both.iter().sum();
    let mean = if all > 0.0 {
        same.iter().sum::<f32>() / all
    } else {
        0.5
    };
    (same.iter().zip(&both))
        .map(|(same, both)| {
            let share = (same + PRIOR_VOTES * mean) / (both + PRIOR_VOTES);
            let share = share.clamp(0.5, 0.999);
            (share / (1.0 - share)).ln()
        })
        .collect()
}
