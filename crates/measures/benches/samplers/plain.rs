//! A plain Metropolis-within-Gibbs sampler of the model, and the scheme that was published.

use std::collections::HashMap;

use entente_measures::ideal_points::{
    CUT_PRECISION, Estimates, Item, Panel, Prior, SLOPE_PRECISION, Zone, truncated,
};
use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Standard deviation of a step of the cut points, as in the authors' code.
const CUT_STEP: f64 = 0.2 / 3.0;

/// How a state-session's position is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// From its full conditional in the model of this crate.
    Model,
    /// As in the code of Bailey, Strezhnev and Voeten: its prior looks at the session before it only
    /// (the first session's at the one after), with variance ½ · votes / (votes + the other's votes);
    /// after each sweep positions are cut at ±5 and standardised, the items staying as they are; latent
    /// votes are cut at ±9 and cuts kept within ±7.
    Published,
}

pub struct Chain {
    scheme: Scheme,
    votes_cast: Vec<f64>,
    /// Means from which the positions were drawn last.
    means: Vec<f64>,
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
    pub fn new(panel: &Panel, prior: &Prior, start: &Estimates, scheme: Scheme, seed: u64) -> Self {
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
            scheme,
            votes_cast: (0..knots.len()).map(|k| panel.votes(k) as f64).collect(),
            means: start.points.iter().map(|p| p.ideal_point).collect(),
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
        let (precision, weighted) = self.told();
        match self.scheme {
            Scheme::Model => self.draw_positions(&precision, &weighted),
            Scheme::Published => self.draw_positions_as_published(&precision, &weighted),
        }
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
        const FARTHEST: f64 = 7.0;
        let far = lower.abs() > FARTHEST || upper.abs() > FARTHEST;
        if upper < lower || (far && self.scheme == Scheme::Published) {
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
            if self.scheme == Scheme::Published {
                *z = z.clamp(-9.0, 9.0);
            }
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

    /// What the latent votes tell of each position: a precision, and that times a mean.
    fn told(&self) -> (Vec<f64>, Vec<f64>) {
        let mut precision = vec![0.0; self.position.len()];
        let mut weighted = vec![0.0; self.position.len()];
        for ((votes, latent), item) in self.votes.iter().zip(&self.latent).zip(&self.items) {
            for ((knot, _), z) in votes.iter().zip(latent) {
                precision[*knot] += item.slope * item.slope;
                weighted[*knot] += item.slope * z;
            }
        }
        (precision, weighted)
    }

    fn draw_positions(&mut self, precision: &[f64], weighted: &[f64]) {
        for knot in 0..self.position.len() {
            let (mut p, mut w) = (precision[knot] + self.pull[knot], weighted[knot]);
            for (other, step) in &self.neighbours[knot] {
                p += step;
                w += step * self.position[*other];
            }
            let normal = self.normal();
            self.position[knot] = w / p + normal / p.sqrt();
        }
    }

    fn draw_positions_as_published(&mut self, precision: &[f64], weighted: &[f64]) {
        const SMOOTH: f64 = 0.5;
        const FARTHEST: f64 = 5.0;
        let before = self.means.clone();
        for knot in 0..self.position.len() {
            // Neighbours lie in order: the one before, if there is one, comes first.
            let other = self.neighbours[knot].first().map(|n| n.0);
            let (prior, mean) = other.map_or((1.0 / SMOOTH, 0.0), |other| {
                let (own, theirs) = (self.votes_cast[knot], self.votes_cast[other]);
                ((own + theirs) / (SMOOTH * own), before[other])
            });
            let p = precision[knot] + prior;
            self.means[knot] = (weighted[knot] + prior * mean) / p;
            let drawn = self.means[knot] + self.normal() / p.sqrt();
            self.position[knot] = drawn.clamp(-FARTHEST, FARTHEST);
        }
        let n = self.position.len() as f64;
        let mean = self.position.iter().sum::<f64>() / n;
        let squares = self.position.iter().map(|p| (p - mean).powi(2));
        let spread = (squares.sum::<f64>() / n).sqrt();
        for position in &mut self.position {
            *position = (*position - mean) / spread;
        }
    }
}

fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}
