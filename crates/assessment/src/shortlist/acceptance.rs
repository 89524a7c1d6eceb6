//! What both sides would accept: a two-level game in one dimension (Putnam 1988).
//!
//! An agreement is a point x: 0 is the status quo, 2 the most that anyone asks for. An actor with stance
//! s, from −2 to 2, has its ideal point at s and accepts what it likes no less than the status quo,
//! |x − s| ≤ |s|: the points from 0 to 2 s if s is above 0, and none otherwise. A side's win-set is what
//! its government and all its veto players accept. An item passes if the win-sets of all sides overlap
//! in something worth the name.

use entente_states::Ccode;
use jiff::civil::Date;
use rand::SeedableRng;
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::bench::Bench;
use super::coincidence::{STANCE_SD, stance};
use crate::dossier::{AgendaItem, Constraint};
use crate::note::{Message, Value};

/// An agreement of less than this is none.
const LEAST: f64 = 0.25;
/// The most that anyone asks for.
const MOST: f64 = 2.0;
/// A government that has said nothing of an item may want it or not: its stance is about this,
const UNTOLD: f64 = 0.5;
/// with this standard deviation.
const UNTOLD_SD: f64 = 1.0;
/// How far all that press on a government without a veto can shift its ideal point, if of one mind and
/// strongly so.
const PRESSURE: f64 = 0.5;
/// How far the climate can, if it is as good or as bad as can be.
const CLIMATE: f64 = 0.5;
/// Draws behind the probability of an overlap.
const DRAWS: u32 = 10_000;
/// Days after which an act counts for half.
const ACT_HALF_LIFE: f64 = 180.0;

/// The two sides, ready to be drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Game {
    sides: Vec<Side>,
}

#[derive(Clone, Debug, PartialEq)]
struct Side {
    party: Ccode,
    /// The government's stance, and how far it may miss.
    government: (f64, f64),
    told: bool,
    /// Stances of those without whom nothing passes.
    vetoes: Vec<f64>,
    /// Actors against it, those with a veto first.
    against: Vec<String>,
}

impl Game {
    pub(super) fn of(item: &AgendaItem, bench: &Bench<'_, '_>) -> Self {
        let climate = climate(bench);
        let sides = bench
            .parties
            .iter()
            .map(|p| Side::of(item, p.ccode, climate, bench));
        Game {
            sides: sides.collect(),
        }
    }

    /// The room that is left, 0 to 1: the farthest agreement that every side accepts, of the most that
    /// anyone asks for; 0 if there is none worth the name.
    pub(super) fn draw(&self, rng: &mut Xoshiro256PlusPlus) -> f64 {
        let mut farthest = MOST;
        for side in &self.sides {
            let mut accepts = |stance: f64, sd: f64| {
                let noise: f64 = StandardNormal.sample(rng);
                farthest = farthest.min(2.0 * (stance + sd * noise).clamp(-MOST, MOST));
            };
            accepts(side.government.0, side.government.1);
            for veto in &side.vetoes {
                accepts(*veto, STANCE_SD);
            }
        }
        match farthest >= LEAST {
            true => farthest / MOST,
            false => 0.0,
        }
    }

    /// The probability that there is room for an agreement.
    pub(super) fn probability(&self) -> f64 {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(0);
        let passed = (0..DRAWS).filter(|_| self.draw(&mut rng) > 0.0).count();
        passed as f64 / f64::from(DRAWS)
    }

    pub(super) fn message(&self, probability: f64) -> Message {
        let against = |side: &Side| {
            Message::new("item-against")
                .with("state", Value::State(side.party))
                .with_word("actors", side.against.join(", "))
        };
        let told: Vec<Message> = (self.sides.iter())
            .filter(|s| !s.against.is_empty())
            .map(against)
            .collect();
        let silent: Vec<Ccode> = (self.sides.iter())
            .filter(|s| !s.told)
            .map(|s| s.party)
            .collect();
        Message::new("item-acceptance")
            .with("probability", Value::Chance(probability))
            .with_word("opposed", if told.is_empty() { "no" } else { "yes" })
            .with("against", Value::Messages(told))
            .with(
                "untold",
                Value::Count(u32::try_from(silent.len()).unwrap_or(u32::MAX)),
            )
            .with("silent", Value::States(silent))
    }
}

impl Side {
    fn of(item: &AgendaItem, party: Ccode, climate: f64, bench: &Bench<'_, '_>) -> Self {
        let bears = |c: &&Constraint| {
            c.party == party && (c.items.is_empty() || c.items.contains(&item.id))
        };
        let bearing: Vec<&Constraint> = bench.dossier.constraints.iter().filter(bears).collect();
        let pressing: Vec<f64> = bearing
            .iter()
            .filter(|c| !c.veto)
            .map(|c| c.stance)
            .collect();
        let pressure = match pressing.len() {
            0 => 0.0,
            n => PRESSURE * pressing.iter().sum::<f64>() / (2.0 * n as f64),
        };
        let declared = stance(item, party);
        let (ideal, sd) = declared.map_or((UNTOLD, UNTOLD_SD), |p| (p.stance, STANCE_SD));
        let mut against: Vec<&&Constraint> = bearing.iter().filter(|c| c.stance < 0.0).collect();
        against.sort_by(|a, b| b.veto.cmp(&a.veto).then(a.stance.total_cmp(&b.stance)));
        Side {
            party,
            government: (ideal + pressure + climate, sd),
            told: declared.is_some(),
            vetoes: bearing
                .iter()
                .filter(|c| c.veto)
                .map(|c| c.stance)
                .collect(),
            against: against.iter().map(|c| c.actor.clone()).collect(),
        }
    }
}

/// Goodwill and unfriendly acts of the parties, each counting for half after half a year: from −½ to ½.
fn climate(bench: &Bench<'_, '_>) -> f64 {
    let age = |day: Date| f64::from((bench.date() - day).get_days());
    let acts = bench.dossier.acts.iter();
    let sum: f64 = acts
        .map(|a| a.weight * (-age(a.date) / ACT_HALF_LIFE).exp2())
        .sum();
    CLIMATE * (sum / 2.0).tanh()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(stance: f64, vetoes: &[f64]) -> Side {
        Side {
            party: Ccode(2),
            government: (stance, 0.25),
            told: true,
            vetoes: vetoes.to_vec(),
            against: Vec::new(),
        }
    }

    fn passes(sides: &[Side]) -> f64 {
        let game = Game {
            sides: sides.to_vec(),
        };
        game.probability()
    }

    /// One actor about s accepts ¼ if s + ¼ z ≥ ⅛: with s = ⅛ half the time, with s = 0.375 with
    /// probability Φ(1) = 0.8413; two such actors with 0.7079.
    #[test]
    fn win_sets_by_hand() {
        let sure = side(2.0, &[]);
        assert!((passes(&[sure.clone(), side(0.125, &[])]) - 0.5).abs() < 0.01);
        assert!((passes(&[sure.clone(), side(0.375, &[])]) - 0.841_3).abs() < 0.01);
        assert!((passes(&[side(0.375, &[]), side(2.0, &[0.375])]) - 0.707_9).abs() < 0.01);
        assert!(passes(&[sure, side(2.0, &[-2.0])]) < 1e-3);
    }

    proptest! {
        /// Another veto player never leaves more room.
        #[test]
        fn vetoes_only_narrow(stance in -2.0f64..2.0, veto in -2.0f64..2.0) {
            let without = passes(&[side(1.5, &[]), side(stance, &[])]);
            let with = passes(&[side(1.5, &[]), side(stance, &[veto])]);
            prop_assert!(with <= without + 0.02);
        }
    }
}
