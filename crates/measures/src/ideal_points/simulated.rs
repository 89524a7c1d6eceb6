//! Votes drawn from the model itself, for tests.

use entente_evidence::{Evidence, RollCall, Tables, Vote};
use entente_states::Ccode;
use jiff::civil::date;
use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::panel::Panel;

/// A panel of `states` states over `sessions` sessions of `each` roll calls, in which every session's
/// first roll call repeats the last one's; and the true positions of its state-sessions.
///
/// The first state is the United States, far up; the second is Russia, far down. One vote in ten is
/// missing.
pub(super) fn simulated(states: u16, sessions: u16, each: u32, seed: u64) -> (Panel, Vec<f64>) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let code = |i: u16| match i {
        0 => Ccode(2),
        1 => Ccode(365),
        i => Ccode(400 + i),
    };
    let mut normal = {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed + 1);
        move || -> f64 { StandardNormal.sample(&mut rng) }
    };
    let mut position: Vec<f64> = (0..states).map(|_| normal()).collect();
    (position[0], position[1]) = (2.0, -2.0);
    let mut tables = Tables::default();
    let mut truth = std::collections::HashMap::new();
    let mut repeated = (1.5, 0.0);
    for session in 1..=sessions {
        for i in 0..states {
            position[usize::from(i)] += 0.15 * normal();
            truth.insert((session, code(i)), position[usize::from(i)]);
        }
        for number in 0..each {
            let rcid = u32::from(session) * 1_000 + number;
            let (slope, cut) = if number == 0 {
                repeated
            } else {
                (1.5 * normal(), normal())
            };
            repeated = (slope, cut);
            tables.roll_calls.push(roll_call(rcid, session));
            for i in 0..states {
                if rng.random::<f64>() < 0.1 {
                    continue;
                }
                let z = slope * position[usize::from(i)] + normal();
                let vote = match z {
                    z if z < cut => 3,
                    z if z < cut + 0.4 => 2,
                    _ => 1,
                };
                tables.votes.push(Vote {
                    ccode: code(i),
                    rcid,
                    vote,
                });
            }
        }
    }
    let repeats: Vec<(u32, u32)> = (1..u32::from(sessions))
        .map(|s| (s * 1_000 + each - 1, (s + 1) * 1_000))
        .collect();
    let evidence = Evidence::from_tables(tables);
    let as_of = evidence.as_of(date(2100, 1, 1));
    let panel = Panel::new(
        as_of.votes().expect("votes"),
        as_of.roll_calls().expect("roll calls"),
        &repeats,
        |_| true,
        |_, _| false,
    );
    let positions = panel
        .state_sessions()
        .iter()
        .map(|k| truth[&(k.session, k.state)])
        .collect();
    (panel, positions)
}

fn roll_call(rcid: u32, session: u16) -> RollCall {
    RollCall::plain(rcid, session, date(1945 + session as i16, 12, 1))
}
