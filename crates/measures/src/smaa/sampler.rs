//! Uniform draws from a set of possible weights.
//!
//! Without constraints a draw is a set of exponential variates over their sum; under a complete order
//! it is that draw, sorted (Tervonen and Lahdelma 2007). Otherwise draws outside the set are thrown
//! away, and where too many would be, hit-and-run walks within it (Smith 1984; Tervonen, van
//! Valkenhoef, Baştürk and Postmus 2013).

use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::feasible::Feasible;

/// Draws that tell how often one falls within the set.
const PILOT: usize = 2_000;
/// Fewer than this share within it, and the sampler walks.
const RARE: f64 = 0.01;
/// Steps of the walk before the first draw, and between two, per squared dimension.
const WARM: usize = 400;
const THIN: usize = 4;
/// A direction moves a weight not at all if by less.
const STILL: f64 = 1e-14;

pub(super) struct Sampler {
    set: Feasible,
    way: Way,
    rng: Xoshiro256PlusPlus,
}

enum Way {
    /// The set is one point.
    Fixed,
    /// The classes from the heaviest to the lightest.
    Sorted(Vec<usize>),
    Rejection,
    HitAndRun,
}

impl Sampler {
    pub(super) fn new(set: Feasible, seed: u64) -> Self {
        let mut sampler = Sampler {
            set,
            way: Way::Rejection,
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
        };
        sampler.way = sampler.best_way();
        sampler
    }

    /// Draws by criteria.
    pub(super) fn draw(mut self, draws: usize) -> Vec<f64> {
        let mut point = self.set.inside.clone();
        let squared = point.len() * point.len();
        if matches!(self.way, Way::HitAndRun) {
            self.walk(&mut point, WARM * squared);
        }
        let mut drawn = Vec::with_capacity(draws * self.set.class.len());
        for _ in 0..draws {
            match &self.way {
                Way::Fixed => {}
                Way::Sorted(order) => {
                    let order = order.clone();
                    self.within_lower(&mut point);
                    point.sort_by(|a, b| b.total_cmp(a));
                    let sorted = point.clone();
                    for (class, weight) in order.into_iter().zip(sorted) {
                        point[class] = weight;
                    }
                }
                Way::Rejection => loop {
                    self.within_lower(&mut point);
                    if self.set.holds(&point) {
                        break;
                    }
                },
                Way::HitAndRun => self.walk(&mut point, THIN * squared),
            }
            drawn.extend(self.set.spread(&point));
        }
        drawn
    }

    fn best_way(&mut self) -> Way {
        let set = &self.set;
        let free = set
            .lower
            .iter()
            .zip(&set.upper)
            .filter(|(l, u)| l < u)
            .count();
        if free < 2 {
            return Way::Fixed;
        }
        if let Some(order) = complete_order(set) {
            return Way::Sorted(order);
        }
        let mut point = set.inside.clone();
        let mut found = 0;
        for _ in 0..PILOT {
            self.within_lower(&mut point);
            found += usize::from(self.set.holds(&point));
        }
        if found as f64 >= RARE * PILOT as f64 {
            Way::Rejection
        } else {
            Way::HitAndRun
        }
    }

    /// Uniform on the simplex that the lower bounds leave: l + (1 − Σ n l) s / n, with s uniform on the
    /// unit simplex.
    fn within_lower(&mut self, point: &mut [f64]) {
        let rest = 1.0 - self.set.sum(&self.set.lower);
        let mut sum = 0.0;
        for p in point.iter_mut() {
            let draw: f64 = Exp1.sample(&mut self.rng);
            *p = draw;
            sum += draw;
        }
        for (place, p) in point.iter_mut().enumerate() {
            *p = self.set.lower[place] + rest * *p / sum / self.set.size[place];
        }
    }

    /// Steps of hit-and-run: a direction in which the sum stays 1, then a place on the chord.
    fn walk(&mut self, point: &mut [f64], steps: usize) {
        let size_squared: f64 = self.set.size.iter().map(|n| n * n).sum();
        let mut direction = vec![0.0; point.len()];
        for _ in 0..steps {
            for d in &mut direction {
                *d = StandardNormal.sample(&mut self.rng);
            }
            let off = self.set.sum(&direction) / size_squared;
            for (d, n) in direction.iter_mut().zip(&self.set.size) {
                *d -= off * n;
            }
            let (from, to) = self.chord(point, &direction);
            let step = from + (to - from) * self.rng.random::<f64>();
            for (p, d) in point.iter_mut().zip(&direction) {
                *p += step * d;
            }
        }
    }

    /// How far back and forth the set reaches from a point in a direction.
    fn chord(&self, point: &[f64], direction: &[f64]) -> (f64, f64) {
        let set = &self.set;
        let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
        // The slack of a constraint and how it changes with a step: it must stay at least 0.
        let mut keep = |slack: f64, change: f64| {
            let slack = slack.max(0.0);
            if change > STILL {
                from = from.max(-slack / change);
            } else if change < -STILL {
                to = to.min(-slack / change);
            }
        };
        for (place, (p, d)) in point.iter().zip(direction).enumerate() {
            keep(p - set.lower[place], *d);
            keep(set.upper[place] - p, -d);
        }
        for (a, b) in &set.order {
            keep(point[*a] - point[*b], direction[*a] - direction[*b]);
        }
        if from.is_finite() && to.is_finite() {
            (from, to)
        } else {
            (0.0, 0.0)
        }
    }
}

/// The classes from the heaviest to the lightest, if the order says so of all of them and nothing
/// else is known.
fn complete_order(set: &Feasible) -> Option<Vec<usize>> {
    let count = set.size.len();
    let plain = set.size.iter().all(|n| *n == 1.0)
        && set.lower.iter().all(|l| *l == 0.0)
        && set.upper.iter().all(|u| *u == 1.0);
    if !plain || set.order.is_empty() {
        return None;
    }
    let below = reachable(set);
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|c| std::cmp::Reverse(below[*c].iter().filter(|b| **b).count()));
    order
        .windows(2)
        .all(|pair| below[pair[0]][pair[1]])
        .then_some(order)
}

/// Which classes are ranked below which, directly or by way of others.
fn reachable(set: &Feasible) -> Vec<Vec<bool>> {
    let count = set.size.len();
    let mut below = vec![vec![false; count]; count];
    for (a, b) in &set.order {
        below[*a][*b] = true;
    }
    for by in 0..count {
        let through = below[by].clone();
        for row in below.iter_mut().filter(|row| row[by]) {
            for (reached, further) in row.iter_mut().zip(&through) {
                *reached |= further;
            }
        }
    }
    below
}
