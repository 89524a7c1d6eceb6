//! The full posterior of ideal points by a Gibbs sampler.
//!
//! One sweep: every item's slope and cuts together, the latent votes integrated out; then the latent
//! votes; then every state's whole path at once, by forward filtering and backward sampling. Drawing
//! cuts given latent votes, as Albert and Chib (1993) have it, hardly moves them: the latent votes
//! next to a cut leave it no room.

use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::curve::{Curve, Root};
use super::em::Standing;
use super::item::Item;
use super::panel::{Panel, Zone};
use super::path::Path;
use super::probit::probit;
use super::session_moves::{Moved, SessionMoves};
use super::{CUT_PRECISION, Prior, SLOPE_PRECISION, truncated};

/// Where one chain stands.
pub(super) struct Chain<'p> {
    panel: &'p Panel,
    prior: &'p Prior,
    position: Vec<f64>,
    items: Vec<Item>,
    /// Per item what its proposals are drawn from: where its posterior lay at the start, and how wide.
    proposals: Vec<Option<Proposal>>,
    moves: SessionMoves,
    /// The latent votes z, in the order of the panel's votes by item.
    latent: Vec<f64>,
    pull: Vec<f64>,
    precision: Vec<f64>,
    weighted: Vec<f64>,
    path: Path,
    drawn: Vec<f64>,
    rng: Xoshiro256PlusPlus,
    tried: u64,
    moved: u64,
}

struct Proposal {
    centre: Item,
    root: Root,
}

/// Local steps are as long as is best in three dimensions: 2.38/√3 (Gelman, Roberts and Gilks 1996).
const LOCAL: f64 = 1.4;
/// Steps drawn about the centre are this much wider than the posterior there.
const WIDER: f64 = 1.15;

impl<'p> Chain<'p> {
    /// A chain that begins near a standing, scattered by its uncertainty.
    pub(super) fn new(
        panel: &'p Panel,
        prior: &'p Prior,
        standing: &Standing,
        seed: u64,
        number: u64,
    ) -> Self {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        // Streams of the generator that do not meet: 2^128 draws apart.
        for _ in 0..number {
            rng.jump();
        }
        let proposals = (0..panel.items.len())
            .map(|place| {
                let item = &standing.items[place];
                let curve = Curve::of(panel, place, &standing.position, &standing.variance, item);
                curve.root().map(|root| Proposal {
                    centre: *item,
                    root,
                })
            })
            .collect();
        let scattered = standing
            .position
            .iter()
            .zip(&standing.variance)
            .map(|(p, v)| {
                let normal: f64 = StandardNormal.sample(&mut rng);
                p + 2.0 * v.sqrt() * normal
            });
        Chain {
            position: scattered.collect(),
            items: standing.items.clone(),
            proposals,
            moves: SessionMoves::new(panel, prior),
            latent: vec![0.0; panel.vote_count()],
            pull: (0..standing.position.len())
                .map(|k| prior.pull(panel.votes(k)))
                .collect(),
            precision: vec![0.0; standing.position.len()],
            weighted: vec![0.0; standing.position.len()],
            path: Path::default(),
            drawn: Vec::new(),
            panel,
            prior,
            rng,
            tried: 0,
            moved: 0,
        }
    }

    /// The positions.
    pub(super) fn position(&self) -> &[f64] {
        &self.position
    }

    /// The items.
    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// Share of proposals for items that were taken.
    pub(super) fn acceptance(&self) -> f64 {
        self.moved as f64 / self.tried.max(1) as f64
    }

    /// One sweep over all parameters. While `learning`, moves settle how far they go.
    pub(super) fn sweep(&mut self, learning: bool) {
        for place in 0..self.items.len() {
            self.draw_item(place);
            self.draw_latent_votes(place);
        }
        let mut moved = Moved {
            position: &mut self.position,
            items: &mut self.items,
            latent: &mut self.latent,
        };
        self.moves.shift(self.panel, &mut moved, &mut self.rng);
        self.moves
            .stretch(self.panel, &mut moved, learning, &mut self.rng);
        self.draw_paths();
    }

    fn draw_item(&mut self, place: usize) {
        let Some(proposal) = &self.proposals[place] else {
            return;
        };
        let now = self.items[place];
        let local = self.rng.random::<bool>();
        let mut normal = || StandardNormal.sample(&mut self.rng);
        let step = proposal.root.draw([normal(), normal(), normal()]);
        let (next, log_ratio) = if local {
            (now.plus(step, LOCAL), 0.0)
        } else {
            let next = proposal.centre.plus(step, WIDER);
            (
                next,
                proposal.log_density(&now) - proposal.log_density(&next),
            )
        };
        self.tried += 1;
        if next.upper < next.lower {
            return;
        }
        let gain = self.log_posterior(place, &next) - self.log_posterior(place, &now) + log_ratio;
        if self.rng.random::<f64>() < gain.exp() {
            self.items[place] = next;
            self.moved += 1;
        }
    }

    fn log_posterior(&self, place: usize, item: &Item) -> f64 {
        let probit = probit();
        let thirds = self.panel.items[place];
        let mut sum = -0.5
            * (SLOPE_PRECISION * item.slope * item.slope + CUT_PRECISION * item.lower * item.lower);
        if self.panel.has_two_cuts(place) {
            sum -= 0.5 * CUT_PRECISION * item.upper * item.upper;
        }
        for zone in Zone::ALL {
            for voter in &self.panel.voters[thirds.range(zone)] {
                sum +=
                    item.log_probability(probit, zone, item.slope * self.position[*voter as usize]);
            }
        }
        sum
    }

    fn draw_latent_votes(&mut self, place: usize) {
        let item = self.items[place];
        let thirds = self.panel.items[place];
        for zone in Zone::ALL {
            let range = thirds.range(zone);
            let votes = self.panel.voters[range.clone()].iter();
            for (voter, z) in votes.zip(&mut self.latent[range]) {
                let at = item.slope * self.position[*voter as usize];
                let rng = &mut self.rng;
                *z = at
                    + match zone {
                        Zone::Below => -truncated::above(at - item.lower, rng),
                        Zone::Above => truncated::above(item.upper - at, rng),
                        Zone::Between => truncated::between(item.lower - at, item.upper - at, rng),
                    };
            }
        }
    }

    /// Draws every path given the latent votes: each says z/β of a position, with precision β².
    fn draw_paths(&mut self) {
        self.precision.copy_from_slice(&self.pull);
        self.weighted.fill(0.0);
        for (thirds, item) in self.panel.items.iter().zip(&self.items) {
            let square = item.slope * item.slope;
            let range = thirds.all();
            for (voter, z) in self.panel.voters[range.clone()]
                .iter()
                .zip(&self.latent[range])
            {
                self.precision[*voter as usize] += square;
                self.weighted[*voter as usize] += item.slope * z;
            }
        }
        let (mut precision, mut weighted) = (Vec::new(), Vec::new());
        for path in &self.panel.paths {
            let of = |from: &[f64], into: &mut Vec<f64>| {
                into.clear();
                into.extend(path.knots.iter().map(|k| from[*k as usize]));
            };
            of(&self.precision, &mut precision);
            of(&self.weighted, &mut weighted);
            self.path
                .eliminate(&precision, &weighted, &path.gaps, self.prior.drift);
            let rng = &mut self.rng;
            self.path
                .draw(|| StandardNormal.sample(rng), &mut self.drawn);
            for (knot, drawn) in path.knots.iter().zip(&self.drawn) {
                self.position[*knot as usize] = *drawn;
            }
        }
    }
}

impl Proposal {
    /// ln of the density of a draw about the centre, up to a constant.
    fn log_density(&self, item: &Item) -> f64 {
        let step = [
            item.slope - self.centre.slope,
            item.lower - self.centre.lower,
            item.upper - self.centre.upper,
        ];
        -0.5 * self.root.length(step) / (WIDER * WIDER)
    }
}

impl Item {
    fn plus(&self, [slope, lower, upper]: [f64; 3], times: f64) -> Item {
        Item {
            slope: self.slope + times * slope,
            lower: self.lower + times * lower,
            upper: self.upper + times * upper,
        }
    }
}
