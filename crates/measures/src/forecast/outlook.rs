//! The outlook on a session: expected coincidence of every pair in every set of roll calls.

use entente_states::Ccode;
use serde::{Deserialize, Serialize};

use super::pairs::{Expected, PairSums, Pairs, sums};
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
    /// Per set.
    sets: Vec<Parts>,
}

/// The parts of a mix, for every pair.
#[derive(Clone, Debug)]
struct Parts {
    /// What may come back, by its probability.
    coming: Pairs<PairSums>,
    /// All roll calls of ten sessions, weighing as much as what is expected to come back.
    pool: Pairs<PairSums>,
    /// Those that began a series, weighing as much as a session had of them.
    new: Pairs<PairSums>,
    /// The same summed over all pairs.
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
        let series: Vec<Vec<Expected>> = items.iter().map(|i| hall.series(&i.standing)).collect();
        let pool = record.within(session.saturating_sub(SESSIONS_OF_POOL)..session);
        let past: Vec<Vec<Expected>> = pool.map(|r| hall.roll_call(r)).collect();
        let mut outlook = Outlook {
            session,
            states: record.states().to_vec(),
            roll_calls: Vec::new(),
            sets: Vec::new(),
            items,
        };
        let states = record.states().len();
        for set in 0..record.sets() {
            let may_come = outlook.items.iter().zip(&series);
            let coming: Vec<(f32, &[Expected])> = may_come
                .filter(|(item, _)| record.is_of_kind(set, item.standing.latest()))
                .map(|(item, expected)| (item.probability as f32, expected.as_slice()))
                .collect();
            let back: f64 = coming.iter().map(|(p, _)| f64::from(*p)).sum();
            let new = new_per_session(session, set, record);
            // Where no series stands, as in a set just begun, the pool is all there is.
            let all = pool_weights(session, set, record, |_| true, back.max(1.0));
            let of_new = pool_weights(session, set, record, |r| record.is_new(r), new);
            let parts = [
                sums(states, &coming),
                sums(states, &weighted(&all, &past)),
                sums(states, &weighted(&of_new, &past)),
            ];
            outlook.roll_calls.push(back + new);
            outlook.sets.push(Parts::of(parts));
        }
        outlook
    }

    /// What is expected of a pair in a set. A state that never voted is expected to do as all pairs do on
    /// average.
    pub fn of(&self, set: usize, a: Ccode, b: Ccode, mix: Mix) -> PairOutlook {
        PairOutlook::of(&mixed(self.sums(set, a, b), mix))
    }

    /// What a [`Mix`] mixes: the sums over what may come back, over the pool, and over what began a
    /// series.
    pub fn sums(&self, set: usize, a: Ccode, b: Ccode) -> [&PairSums; 3] {
        let place = |state| self.states.binary_search(&state).ok();
        let parts = &self.sets[set];
        match place(a).zip(place(b)) {
            Some((a, b)) => [
                parts.coming.get(a, b),
                parts.pool.get(a, b),
                parts.new.get(a, b),
            ],
            None => parts.world.each_ref(),
        }
    }
}

impl Parts {
    fn of([coming, pool, new]: [Pairs<PairSums>; 3]) -> Self {
        let world = [&coming, &pool, &new].map(|part| {
            let pairs = part.iter().filter(|(_, _, sums)| sums.both > 0.0);
            let (sum, count) = pairs
                .fold((PairSums::default(), 0u32), |(sum, count), (_, _, s)| {
                    (sum.plus(s, 1.0), count + 1)
                });
            PairSums::default().plus(&sum, 1.0 / count.max(1) as f32)
        });
        Parts {
            coming,
            pool,
            new,
            world,
        }
    }
}

fn mixed([coming, pool, new]: [&PairSums; 3], mix: Mix) -> PairSums {
    coming.plus(pool, mix.pool).plus(new, mix.new)
}

fn weighted<'e>(weights: &[f64], expected: &'e [Vec<Expected>]) -> Vec<(f32, &'e [Expected])> {
    let each = weights.iter().zip(expected).filter(|(w, _)| **w > 0.0);
    each.map(|(w, e)| (*w as f32, e.as_slice())).collect()
}

impl PairOutlook {
    fn of(sums: &PairSums) -> Self {
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
) -> Vec<f64> {
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
