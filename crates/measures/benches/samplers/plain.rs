//! A plain Metropolis-within-Gibbs sampler of the model.

use std::collections::HashMap;

use entente_measures::ideal_points::{
    CUT_PRECISION, Estimates, Item, Panel, Prior, SLOPE_PRECISION, Zone, truncated,
};
use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Standard deviation of a step of the cut points, as in the authors' code.
const CUT_STEP: f64 = 0.2 / 3.0;

pub struct Chain {
    position: Vec<f64>,
    items: Vec<Item>,
    votes: Vec<Vec<(usize, Zone)>>,
    latent: Vec<Vec<f64>>,
    /// Per state-session its neighbours on the path, with the precision of the step to them.
    neighbours: Vec<Vec<(usize, f64)>>,
    pull: Vec<f64>,
    rng: Xoshiro256PlusPlus,
}

impl Chain {
    pub fn new(panel: &Panel, prior: &Prior, start: &Estimates, seed: u64) -> Self {
        let mut last: HashMap<u16, usize> = HashMap::new();
        let knots = panel.state_sessions();
        let mut neighbours = vec![Vec::new(); knots.len()];
        for (k, knot) in knots.iter().enumerate() {
            if let Some(before) = last.insert(knot.state.0, k) {
                let gap = f64::from(knot.session - knots[before].session);
                let precision = 1.0 / (prior.drift * gap);
                neighbours[k].push((before, precision));
                neighbours[before].push((k, precision));
            }
        }
        let votes: Vec<Vec<(usize, Zone)>> = (0..panel.items().len())
            .map(|item| panel.votes_on(item).collect())
            .collect();
        Chain {
            position: start.points.iter().map(|p| p.ideal_point).collect(),
            items: start.items.clone(),
            latent: votes.iter().map(|v| vec![0.0; v.len()]).collect(),
            pull: (0..knots.len())
                .map(|k| prior.pull * panel.votes(k) as f64)
                .collect(),
            votes,
            neighbours,
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
        }
    }

    pub fn position(&self) -> &[f64] {
        &self.position
    }

    pub fn sweep(&mut self) {
        for item in 0..self.items.len() {
            self.step_cuts(item);
            self.draw_latent(item);
            self.draw_slope(item);
        }
        self.draw_positions();
    }

    fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.rng)
    }

    fn step_cuts(&mut self, place: usize) {
        let now = self.items[place];
        let two = now.upper > now.lower;
        let lower = now.lower + CUT_STEP * self.normal();
        let upper = if two {
            now.upper + CUT_STEP * self.normal()
        } else {
            lower
        };
        if upper < lower {
            return;
        }
        let next = Item {
            lower,
            upper,
            ..now
        };
        let gain = self.log_posterior(place, &next) - self.log_posterior(place, &now);
        if self.rng.random::<f64>() < gain.exp() {
            self.items[place] = next;
        }
    }

    fn log_posterior(&self, place: usize, item: &Item) -> f64 {
        let mut squares = item.lower * item.lower;
        if item.upper > item.lower {
            squares += item.upper * item.upper;
        }
        let votes = self.votes[place].iter().map(|(knot, zone)| {
            let at = item.slope * self.position[*knot];
            let probability = match zone {
                Zone::Below => cdf(item.lower - at),
                Zone::Above => cdf(at - item.upper),
                Zone::Between => cdf(item.upper - at) - cdf(item.lower - at),
            };
            probability.max(1e-300).ln()
        });
        votes.sum::<f64>() - 0.5 * CUT_PRECISION * squares
    }

    fn draw_latent(&mut self, place: usize) {
        let item = self.items[place];
        for ((knot, zone), z) in self.votes[place].iter().zip(&mut self.latent[place]) {
            let at = item.slope * self.position[*knot];
            let rng = &mut self.rng;
            *z = at
                + match zone {
                    Zone::Below => -truncated::above(at - item.lower, rng),
                    Zone::Above => truncated::above(item.upper - at, rng),
                    Zone::Between => truncated::between(item.lower - at, item.upper - at, rng),
                };
        }
    }

    fn draw_slope(&mut self, place: usize) {
        let (mut precision, mut weighted) = (SLOPE_PRECISION, 0.0);
        for ((knot, _), z) in self.votes[place].iter().zip(&self.latent[place]) {
            let theta = self.position[*knot];
            precision += theta * theta;
            weighted += theta * z;
        }
        let normal = self.normal();
        self.items[place].slope = weighted / precision + normal / precision.sqrt();
    }

    fn draw_positions(&mut self) {
        let mut precision = self.pull.clone();
        let mut weighted = vec![0.0; self.position.len()];
        for ((votes, latent), item) in self.votes.iter().zip(&self.latent).zip(&self.items) {
            for ((knot, _), z) in votes.iter().zip(latent) {
                precision[*knot] += item.slope * item.slope;
                weighted[*knot] += item.slope * z;
            }
        }
        for knot in 0..self.position.len() {
            let (mut p, mut w) = (precision[knot], weighted[knot]);
            for (other, step) in &self.neighbours[knot] {
                p += step;
                w += step * self.position[*other];
            }
            let normal = self.normal();
            self.position[knot] = w / p + normal / p.sqrt();
        }
    }
}

fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}
