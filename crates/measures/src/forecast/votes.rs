//! How a state will vote on a question that comes back.

use std::collections::HashMap;

use super::logit::Logit;
use super::{Likeness, Record, Standing};

/// Features of a state before a vote.
const FEATURES: usize = 34;

/// One state before one vote on a series that it may know.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its own last vote in the series (1 yes, 2 abstain, 3 no, 0 none).
    pub own: u8,
    /// How many of the series' roll calls it missed since.
    pub missed: usize,
    /// Its vote at the series' last but one roll call; 0 if none.
    pub before: u8,
    /// How those like it voted at the last: probabilities of yes, abstain, no.
    pub like: [f32; 3],
    /// Sessions since the last.
    pub age: u16,
    /// How often the series came up in the sessions looked back on.
    pub times: usize,
    /// How all states voted at the last: shares of yes, abstain, no.
    pub world: [f32; 3],
    /// How steady the state is: the log odds of its voting the same twice in a row on a question.
    pub steady: f32,
    /// How near the state's likest votes to it.
    pub nearness: f32,
}

impl Example {
    /// A state before the next roll call of a series.
    ///
    /// `state` is its place among the record's; `session` that of the next roll call.
    pub fn before(
        session: u16,
        standing: &Standing,
        state: usize,
        likeness: &Likeness,
        record: &Record,
    ) -> Self {
        let latest = record.votes(standing.latest());
        let mut own = standing.roll_calls.iter().map(|r| record.votes(*r)[state]);
        let missed = own.clone().take_while(|v| *v == 0).count();
        let before = standing.roll_calls.get(1);
        Example {
            own: own.find(|v| *v > 0).unwrap_or(0),
            missed,
            before: before.map_or(0, |r| record.votes(*r)[state]),
            like: likeness.votes_of(state, latest),
            age: session - record.session(standing.latest()),
            times: standing.roll_calls.len(),
            world: shares(latest),
            steady: likeness.steady(state),
            nearness: likeness.nearness(state),
        }
    }

    /// Every vote of a session on the roll calls that `wanted` picks and whose series stood before it,
    /// with what it was (1, 2, 3).
    pub fn of_session(
        session: u16,
        record: &Record,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<(Example, u8)> {
        let likeness = Likeness::before(session, record);
        let standing: HashMap<u32, Standing> = Standing::before(session, record)
            .into_iter()
            .map(|s| (s.series, s))
            .collect();
        let mut examples = Vec::new();
        for roll_call in record.within(session..session + 1).filter(|r| wanted(*r)) {
            let Some(standing) = standing.get(&record.series(roll_call)) else {
                continue;
            };
            for (state, vote) in record.votes(roll_call).iter().enumerate() {
                if *vote > 0 {
                    let example = Example::before(session, standing, state, &likeness, record);
                    examples.push((example, *vote));
                }
            }
        }
        examples
    }

    fn features(&self) -> [f64; FEATURES] {
        const LEAST: f32 = 1e-3;
        let mut features = [0.0; FEATURES];
        let own = usize::from(self.own);
        features[own] = 1.0;
        if self.own > 0 {
            features[4 + usize::from(self.before)] = 1.0;
        }
        for (v, like) in self.like.iter().enumerate() {
            let log = f64::from(like.max(LEAST)).ln();
            features[8 + v] = log;
            if self.own == 0 {
                features[11 + v] = log;
            }
        }
        features[14 + own] = self.missed.min(3) as f64;
        features[18 + own] = f64::from(self.age.min(4));
        features[22 + own] = f64::from(u8::from(self.times < 3));
        features[26 + own] = f64::from(self.steady);
        features[30 + own] = f64::from(self.nearness);
        features
    }
}

fn shares(votes: &[u8]) -> [f32; 3] {
    let count = |v: u8| votes.iter().filter(|vote| **vote == v).count() as f32;
    let counts = [count(1), count(2), count(3)];
    let sum: f32 = counts.iter().sum();
    counts.map(|c| c / sum.max(1.0))
}

/// Forecasts of single votes, learned from past sessions.
#[derive(Clone, Debug)]
pub struct VoteModel {
    logit: Logit<FEATURES>,
    /// By own last vote: shares of yes, abstain and no next time.
    after: [[f64; 3]; 4],
}

impl VoteModel {
    /// Learns from examples with what came of them.
    pub fn learned<'e>(examples: impl Iterator<Item = &'e (Example, u8)>) -> Self {
        let cases: Vec<([f64; FEATURES], u8)> = examples
            .map(|(example, vote)| (example.features(), vote - 1))
            .collect();
        let mut after = [[0.5; 3]; 4];
        for (features, vote) in &cases {
            let own = features[..4].iter().position(|f| *f == 1.0).unwrap_or(0);
            after[own][usize::from(*vote)] += 1.0;
        }
        for counts in &mut after {
            let sum: f64 = counts.iter().sum();
            counts.iter_mut().for_each(|c| *c /= sum);
        }
        VoteModel {
            logit: Logit::fit(&cases),
            after,
        }
    }

    /// The probabilities of yes, abstain and no, if the state votes.
    pub fn probabilities(&self, example: &Example) -> [f64; 3] {
        self.logit.probabilities(&example.features())
    }

    /// The same from the state's last vote alone: how often each vote followed each.
    pub fn after(&self, own: u8) -> [f64; 3] {
        self.after[usize::from(own)]
    }
}
