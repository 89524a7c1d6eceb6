//! The outlook on a session: expected coincidence of every pair in every set of roll calls.

use std::sync::OnceLock;

use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use super::pairs::{Expected, PairSums, Pairs, sums, sums_of_pair};
use super::{Likeness, Record, Recurrence, SESSIONS_BACK, SESSIONS_OF_POOL, Standing};

/// What the latest session's roll calls weigh a session later, standing in for what is new.
const POOL_FADING: f64 = 0.7;
/// How much of the expected attendance is the state's own at the last and the last but one roll call of
/// the series; the rest is its general rate.
const LAST: f32 = 0.325;
const LAST_BUT_ONE: f32 = 0.175;
/// A general rate of attendance, and how many sessions' worth it counts.
const PRESENT: f32 = 0.8;
const PRESENT_COUNTS: f32 = 3.0;
/// Added to the spread, so that unanimity is not certainty.
const LEAST_SPREAD: f32 = 0.02;

/// What a pair is expected to do in a set of roll calls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairOutlook {
    /// Expected voting coincidence, 0 to 1; `NaN` if nothing of the set is on record.
    pub expected: f32,
    /// How far single outcomes may lie apart, above 0: the unit in which past errors are told.
    pub spread: f32,
    /// Expected number of roll calls on which both vote.
    pub votes: f32,
}

/// A roll call that may come.
#[derive(Clone, Debug)]
pub struct Item {
    /// The series' past.
    pub standing: Standing,
    /// The probability that it comes back, 0 to 1.
    pub probability: f64,
}

/// What stands in for roll calls that begin a series.
///
/// How far a session's new business is like the old changes over the decades, so both weights are chosen
/// anew for each session: see [`Mix::GRID`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mix {
    /// The weight of all roll calls of ten sessions, as a share of those expected to come back.
    pub pool: f32,
    /// The weight of those among them that began a series, as a share of how many a session had on
    /// average.
    pub new: f32,
}

impl Mix {
    /// The mixes to choose from.
    pub const GRID: [Mix; 16] = {
        const POOL: [f32; 4] = [0.0, 0.1, 0.25, 0.5];
        const NEW: [f32; 4] = [0.2, 0.4, 0.7, 1.0];
        let mut grid = [Mix {
            pool: 0.0,
            new: 0.0,
        }; 16];
        let mut k = 0;
        while k < grid.len() {
            grid[k] = Mix {
                pool: POOL[k / 4],
                new: NEW[k % 4],
            };
            k += 1;
        }
        grid
    };
}

/// The outlook on a session, as of the record.
///
/// A pair's is summed up when it is asked for: whoever asks of most pairs takes a [`WholeOutlook`].
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The session.
    pub session: u16,
    /// The states, by COW number.
    pub states: Vec<Ccode>,
    /// The series that may come back.
    pub items: Vec<Item>,
    /// Per set: the number of roll calls expected.
    pub roll_calls: Vec<f64>,
    /// Every state's expected vote, series by series as they lie in `items`.
    coming: Vec<Vec<Expected>>,
    /// The same on the roll calls of the pool.
    pool: Vec<Vec<Expected>>,
    /// Per set.
    sets: Vec<Weights>,
}

/// What each series and each roll call of the pool weighs in a set; 0 if it is not of it.
#[derive(Clone, Debug)]
struct Weights {
    /// What may come back, by its probability.
    coming: Vec<f32>,
    /// All roll calls of ten sessions, weighing as much as what is expected to come back.
    pool: Vec<f32>,
    /// Those that began a series, weighing as much as a session had of them.
    new: Vec<f32>,
    /// The three summed for the mean of all pairs, once somebody asks.
    world: OnceLock<[PairSums; 3]>,
}

/// The outlook for every pair in one set.
#[derive(Clone, Debug)]
pub struct WholeOutlook {
    states: Vec<Ccode>,
    /// What may come back, the pool, and what began a series.
    parts: [Pairs<PairSums>; 3],
    /// The same for the mean of all pairs.
    world: [PairSums; 3],
}

impl Outlook {
    /// The outlook on a session from the sessions before it.
    pub fn on(session: u16, record: &Record) -> Self {
        let recurrence = Recurrence::learned(record);
        let items: Vec<Item> = Standing::before(session, record)
            .into_iter()
            .map(|standing| Item {
                probability: recurrence.probability(&standing, record),
                standing,
            })
            .collect();
        let hall = Hall::new(session, record);
        let pool = record.within(session.saturating_sub(SESSIONS_OF_POOL)..session);
        let mut outlook = Outlook {
            session,
            states: record.states().to_vec(),
            roll_calls: Vec::new(),
            coming: items.iter().map(|i| hall.series(&i.standing)).collect(),
            pool: pool.map(|r| hall.roll_call(r)).collect(),
            sets: Vec::new(),
            items,
        };
        for set in 0..record.sets() {
            let of_kind = |item: &Item| record.is_of_kind(set, item.standing.latest());
            let coming = outlook.items.iter().map(|item| match of_kind(item) {
                true => item.probability,
                false => 0.0,
            });
            let coming: Vec<f32> = coming.map(|probability| probability as f32).collect();
            let back: f64 = coming.iter().map(|p| f64::from(*p)).sum();
            let new = new_per_session(session, set, record);
            outlook.roll_calls.push(back + new);
            outlook.sets.push(Weights {
                coming,
                // Where no series stands, as in a set just begun, the pool is all there is.
                pool: pool_weights(session, set, record, |_| true, back.max(1.0)),
                new: pool_weights(session, set, record, |r| record.is_new(r), new),
                world: OnceLock::new(),
            });
        }
        outlook
    }

    /// What is expected of a pair in a set. A state that never voted is expected to do as all pairs do on
    /// average.
    pub fn of(&self, set: usize, a: Ccode, b: Ccode, mix: Mix) -> PairOutlook {
        PairOutlook::mixed(&self.sums(set, a, b), mix)
    }

    /// What a [`Mix`] mixes: the sums over what may come back, over the pool, and over what began a
    /// series.
    pub fn sums(&self, set: usize, a: Ccode, b: Ccode) -> [PairSums; 3] {
        let Some(places) = places(&self.states, a, b) else {
            let world = &self.sets[set].world;
            return *world.get_or_init(|| self.whole(set).world);
        };
        self.weighted(set)
            .map(|roll_calls| sums_of_pair(places, &roll_calls))
    }

    /// What is expected of every pair in a set.
    pub fn whole(&self, set: usize) -> WholeOutlook {
        let states = self.states.len();
        let parts = self
            .weighted(set)
            .map(|roll_calls| sums(states, &roll_calls));
        WholeOutlook {
            states: self.states.clone(),
            world: parts.each_ref().map(mean),
            parts,
        }
    }

    /// The three parts: every state's expected votes, with what they weigh.
    fn weighted(&self, set: usize) -> [Vec<(f32, &[Expected])>; 3] {
        let weights = &self.sets[set];
        [
            weighted(&weights.coming, &self.coming),
            weighted(&weights.pool, &self.pool),
            weighted(&weights.new, &self.pool),
        ]
    }
}

impl WholeOutlook {
    /// As [`Outlook::of`].
    pub fn of(&self, a: Ccode, b: Ccode, mix: Mix) -> PairOutlook {
        PairOutlook::mixed(&self.sums(a, b), mix)
    }

    /// As [`Outlook::sums`].
    pub fn sums(&self, a: Ccode, b: Ccode) -> [PairSums; 3] {
        match places(&self.states, a, b) {
            Some((a, b)) => self.parts.each_ref().map(|part| *part.get(a, b)),
            None => self.world,
        }
    }
}

fn places(states: &[Ccode], a: Ccode, b: Ccode) -> Option<(usize, usize)> {
    let place = |state| states.binary_search(&state).ok();
    place(a).zip(place(b))
}

/// The mean over all pairs of which both may vote.
fn mean(part: &Pairs<PairSums>) -> PairSums {
    let pairs = part.iter().filter(|(_, _, sums)| sums.both > 0.0);
    let (sum, count) = pairs.fold((PairSums::default(), 0u32), |(sum, count), (_, _, s)| {
        (sum.plus(s, 1.0), count + 1)
    });
    PairSums::default().plus(&sum, 1.0 / count.max(1) as f32)
}

/// The rows that weigh something, with what they weigh.
fn weighted<'e>(weights: &[f32], rows: &'e [Vec<Expected>]) -> Vec<(f32, &'e [Expected])> {
    let each = weights.iter().zip(rows).filter(|(w, _)| **w > 0.0);
    each.map(|(w, row)| (*w, row.as_slice())).collect()
}

impl PairOutlook {
    /// From what a [`Mix`] mixes, as [`Outlook::sums`] has it.
    #[inline]
    pub fn mixed([coming, pool, new]: &[PairSums; 3], mix: Mix) -> Self {
        let sums = coming.plus(pool, mix.pool).plus(new, mix.new);
        let expected = sums.score / sums.both;
        let variance = (sums.square / sums.both - expected * expected).max(0.0);
        PairOutlook {
            expected,
            spread: (variance / sums.both.max(1.0) + LEAST_SPREAD * LEAST_SPREAD).sqrt(),
            votes: sums.both,
        }
    }
}

/// How many roll calls of a set a session had that began a series; recent sessions count more.
fn new_per_session(session: u16, set: usize, record: &Record) -> f64 {
    let (mut new, mut sessions) = (0.0, 0.0);
    for age in 0..SESSIONS_BACK.min(session.saturating_sub(1)) {
        let of = session - 1 - age;
        let weight = POOL_FADING.powi(i32::from(age));
        let began = |r: &usize| record.is_of_kind(set, *r) && record.is_new(*r);
        new += weight * record.within(of..of + 1).filter(began).count() as f64;
        sessions += weight;
    }
    if sessions > 0.0 { new / sessions } else { 0.0 }
}

/// What each roll call of the pool weighs if it is in the set and `wanted`, all together `total`; recent
/// ones weigh more.
fn pool_weights(
    session: u16,
    set: usize,
    record: &Record,
    wanted: impl Fn(usize) -> bool,
    total: f64,
) -> Vec<f32> {
    let pool = record.within(session.saturating_sub(SESSIONS_OF_POOL)..session);
    let own: Vec<f64> = pool
        .map(|r| match record.is_of_kind(set, r) && wanted(r) {
            true => POOL_FADING.powi(i32::from(session - 1 - record.session(r))),
            false => 0.0,
        })
        .collect();
    let sum: f64 = own.iter().sum();
    own.into_iter()
        .map(|weight| if sum > 0.0 { weight / sum * total } else { 0.0 })
        .map(|weight| weight as f32)
        .collect()
}

/// The states with their likeness and attendance.
struct Hall<'r> {
    record: &'r Record,
    likeness: Likeness,
    present: Vec<f32>,
}

impl<'r> Hall<'r> {
    fn new(session: u16, record: &'r Record) -> Self {
        Hall {
            likeness: Likeness::before(session, record),
            present: attendance(session, record),
            record,
        }
    }

    /// Every state's expected vote when a series comes back: its last on it; else as those like it
    /// voted last.
    fn series(&self, standing: &Standing) -> Vec<Expected> {
        let votes = self.record.votes(standing.latest());
        let before = standing.roll_calls.get(1).map(|r| self.record.votes(*r));
        (0..votes.len())
            .map(|state| {
                let own = standing.roll_calls.iter();
                let own = own.map(|r| self.record.votes(*r)[state]).find(|v| *v > 0);
                let last = here(votes[state]);
                let last_but_one = before.map_or(last, |votes| here(votes[state]));
                Expected {
                    votes: self.expected(state, own, votes),
                    present: LAST * last
                        + LAST_BUT_ONE * last_but_one
                        + (1.0 - LAST - LAST_BUT_ONE) * self.present[state],
                }
            })
            .collect()
    }

    /// Every state's expected vote on a roll call like one of the past.
    fn roll_call(&self, roll_call: usize) -> Vec<Expected> {
        let votes = self.record.votes(roll_call);
        let own = LAST + LAST_BUT_ONE;
        (votes.iter().enumerate())
            .map(|(state, vote)| Expected {
                votes: self.expected(state, Some(*vote).filter(|v| *v > 0), votes),
                present: own * here(*vote) + (1.0 - own) * self.present[state],
            })
            .collect()
    }

    fn expected(&self, state: usize, own: Option<u8>, votes: &[u8]) -> [f32; 3] {
        match own {
            Some(vote) => Expected::cast(vote).votes,
            None => self.likeness.votes_of(state, votes),
        }
    }
}

fn here(vote: u8) -> f32 {
    f32::from(u8::from(vote > 0))
}

/// Each state's rate of attendance over the sessions of the pool, recent ones counting more.
fn attendance(session: u16, record: &Record) -> Vec<f32> {
    let mut present = vec![PRESENT * PRESENT_COUNTS; record.states().len()];
    let mut all = PRESENT_COUNTS;
    for roll_call in record.within(session.saturating_sub(SESSIONS_OF_POOL)..session) {
        let age = session - 1 - record.session(roll_call);
        let weight = 0.6f32.powi(i32::from(age));
        all += weight;
        for (present, vote) in present.iter_mut().zip(record.votes(roll_call)) {
            *present += weight * here(*vote);
        }
    }
    present.iter().map(|p| p / all).collect()
}
