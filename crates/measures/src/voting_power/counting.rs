//! Coalitions counted by size and weight.
//!
//! The counted members and the others are counted apart, since the others' number only matters to the
//! coefficient of a coalition's size.

use super::game::{Game, Member};
use super::power::Raw;

/// So many members have fewer than 2⁵³ coalitions: whole numbers that f64 holds exactly.
pub(super) const COUNTABLE: usize = 53;

pub(super) fn indices(game: &Game) -> Raw {
    let counts = |m: &Member| game.rule.counted > 0 && m.counted;
    let part = |of: bool| {
        let weights = game.members.iter().filter(|m| counts(m) == of);
        Part::of(weights.map(|m| m.weight as usize))
    };
    let halves = Halves {
        quota: game.rule.quota as i64,
        needed: game.rule.counted,
        counted: part(true),
        others: part(false),
        size: game.members.len(),
    };
    let mut known: Vec<(u64, bool, [f64; 2])> = Vec::new();
    let (mut banzhaf, mut shapley_shubik) = (Vec::new(), Vec::new());
    for member in &game.members {
        let of = counts(member);
        let before = known.iter().find(|k| (k.0, k.1) == (member.weight, of));
        let found = before.map_or_else(|| halves.swings(member.weight as usize, of), |k| k.2);
        if before.is_none() {
            known.push((member.weight, of, found));
        }
        banzhaf.push(found[0]);
        shapley_shubik.push(found[1]);
    }
    Raw {
        banzhaf,
        shapley_shubik,
        to_act: halves.winning(),
    }
}

/// The numbers of coalitions of some members, by size and weight.
struct Part {
    by_size: Vec<Vec<f64>>,
    weight: usize,
}

impl Part {
    fn of(weights: impl Iterator<Item = usize>) -> Self {
        let weights: Vec<usize> = weights.collect();
        let weight: usize = weights.iter().sum();
        let mut by_size = vec![vec![0.0; weight + 1]; weights.len() + 1];
        by_size[0][0] = 1.0;
        let mut so_far = 0;
        for (members, own) in weights.iter().enumerate() {
            so_far += own;
            for size in (1..=members + 1).rev() {
                let (smaller, same) = by_size.split_at_mut(size);
                let without = &smaller[size - 1][..=so_far - own];
                for (with, count) in same[0][*own..].iter_mut().zip(without) {
                    *with += count;
                }
            }
        }
        Part { by_size, weight }
    }

    /// The same without one member of this weight: subtraction of whole numbers is exact.
    fn without(&self, own: usize) -> Part {
        let weight = self.weight - own;
        let mut by_size: Vec<Vec<f64>> = Vec::with_capacity(self.by_size.len() - 1);
        for (size, all) in self.by_size[..self.by_size.len() - 1].iter().enumerate() {
            let mut left = all[..=weight].to_vec();
            if let Some(smaller) = size.checked_sub(1).map(|s| &by_size[s])
                && own <= weight
            {
                for (count, with) in left[own..].iter_mut().zip(smaller) {
                    *count -= with;
                }
            }
            by_size.push(left);
        }
        Part { by_size, weight }
    }
}

struct Halves {
    quota: i64,
    needed: usize,
    counted: Part,
    others: Part,
    size: usize,
}

impl Halves {
    /// The probability to decide with equal odds for every other vote, and over random orders.
    fn swings(&self, own: usize, counted: bool) -> [f64; 2] {
        let n = self.size;
        let even = 0.5_f64.powi(n as i32 - 1);
        let orders: Vec<f64> = (0..n).map(|k| order_share(n, k)).collect();
        let rest = match counted {
            true => self.counted.without(own),
            false => self.others.without(own),
        };
        let (inside, outside) = match counted {
            true => (&rest, &self.others),
            false => (&self.counted, &rest),
        };
        let decided = |share: &dyn Fn(usize) -> f64| {
            self.decided(own as i64, counted, inside, outside, share)
        };
        [decided(&|_| even), decided(&|size| orders[size])]
    }

    /// Σ share(size) over the coalitions that a member turns from losing to winning.
    fn decided(
        &self,
        own: i64,
        counted: bool,
        inside: &Part,
        outside: &Part,
        share: &dyn Fn(usize) -> f64,
    ) -> f64 {
        let from = self
            .needed
            .saturating_sub(usize::from(counted && self.needed > 0));
        let mut sum = 0.0;
        for (number, by_weight) in inside.by_size.iter().enumerate().skip(from) {
            let above = Above::of(outside, |size| share(number + size));
            // Short of one counted member, the coalition loses whatever it weighs.
            let short = number < self.needed;
            for (weight, count) in by_weight.iter().enumerate().filter(|(_, c)| **c > 0.0) {
                let lacking = self.quota - weight as i64;
                let with = above.from(lacking - own);
                let without = if short { 0.0 } else { above.from(lacking) };
                sum += count * (with - without);
            }
        }
        sum
    }

    /// The share of all coalitions that win.
    fn winning(&self) -> f64 {
        let even = 0.5_f64.powi(self.size as i32);
        let above = Above::of(&self.others, |_| even);
        let enough = self.counted.by_size.iter().skip(self.needed);
        enough
            .flat_map(|by_weight| by_weight.iter().enumerate())
            .map(|(weight, count)| count * above.from(self.quota - weight as i64))
            .sum()
    }
}

/// Shares of coalitions that weigh at least so much.
struct Above(Vec<f64>);

impl Above {
    fn of(part: &Part, share: impl Fn(usize) -> f64) -> Self {
        let mut sums = vec![0.0; part.weight + 2];
        for (size, by_weight) in part.by_size.iter().enumerate() {
            let share = share(size);
            for (sum, count) in sums.iter_mut().zip(by_weight) {
                *sum += share * count;
            }
        }
        for weight in (0..=part.weight).rev() {
            sums[weight] += sums[weight + 1];
        }
        Above(sums)
    }

    fn from(&self, weight: i64) -> f64 {
        let place = usize::try_from(weight).unwrap_or(0);
        self.0.get(place).copied().unwrap_or(0.0)
    }
}

/// k! (n − 1 − k)! / n!: the share of the orders in which exactly these k come before a member.
fn order_share(n: usize, k: usize) -> f64 {
    let choose = (1..=k).fold(1.0, |c, j| c * (n - j) as f64 / j as f64);
    1.0 / (n as f64 * choose)
}
