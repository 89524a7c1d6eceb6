//! Ideal points by expectation-maximisation.
//!
//! Expectation: each state's path given the items, a Gaussian whose mean solves a tridiagonal
//! system. Maximisation: each item given the paths, one step of Newton's method on an expected log
//! posterior that is concave (Pratt 1981). Each side allows for the uncertainty of the other to
//! second order; without it the positions of blocs that always vote apart would run away.

use rayon::prelude::*;

use super::curve::Curve;
use super::item::Item;
use super::panel::{Panel, Path as PanelPath, Zone};
use super::path::Path;
use super::probit::probit;
use super::squarem::Leaps;
use super::{EmOptions, Prior};

/// Where the algorithm stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    /// Per state-session the mean of its position.
    pub(super) position: Vec<f64>,
    /// Per state-session the variance of its position.
    pub(super) variance: Vec<f64>,
    pub(super) items: Vec<Item>,
    /// Per item the covariance of slope, lower and upper cut: 00, 01, 02, 11, 12, 22.
    pub(super) doubt: Vec<[f64; 6]>,
}

/// How the iterations ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ending {
    pub(super) steps: usize,
    pub(super) change: f64,
}

/// Iterates until no position moves farther than the tolerance in a plain step.
pub(super) fn iterate(
    panel: &Panel,
    prior: &Prior,
    options: &EmOptions,
    mut standing: Standing,
    progress: &(dyn Fn(usize, f64) + Sync),
) -> (Standing, Ending) {
    let mut leaps = Leaps::new();
    let mut steps = 0;
    let mut change = f64::INFINITY;
    while steps < options.most_steps {
        let first = step(panel, prior, &standing);
        steps += 1;
        change = farthest(&standing.position, &first.position);
        progress(steps, change);
        if change < options.tolerance {
            standing = first;
            break;
        }
        let second = step(panel, prior, &first);
        steps += 1;
        standing = match leaps.leap(&standing, &first, &second) {
            Some(leap) => {
                let settled = step(panel, prior, &leap);
                steps += 1;
                if leaps.judge(change, farthest(&leap.position, &settled.position)) {
                    settled
                } else {
                    second
                }
            }
            None => second,
        };
    }
    (standing, Ending { steps, change })
}

fn farthest(a: &[f64], b: &[f64]) -> f64 {
    let distance = a.iter().zip(b).map(|(a, b)| (a - b).abs());
    distance.fold(0.0, |far, d| if d > far || d.is_nan() { d } else { far })
}

/// One iteration: the paths given the items, then the items given the paths.
fn step(panel: &Panel, prior: &Prior, from: &Standing) -> Standing {
    let mut next = from.clone();
    let moments: Vec<Vec<[f64; 2]>> = panel
        .paths
        .par_iter()
        .map_init(Workspace::default, |space, path| {
            space.eliminate(panel, path, from, prior);
            space.path.moments()
        })
        .collect();
    for (path, moments) in panel.paths.iter().zip(&moments) {
        for (knot, [mean, variance]) in path.knots.iter().zip(moments) {
            next.position[*knot as usize] = *mean;
            next.variance[*knot as usize] = *variance;
        }
    }
    improve_items(panel, &mut next);
    next
}

/// One Newton step for every item.
pub(super) fn improve_items(panel: &Panel, standing: &mut Standing) {
    let (position, variance) = (&standing.position, &standing.variance);
    let better = standing
        .items
        .par_iter()
        .zip(&standing.doubt)
        .enumerate()
        .with_min_len(64)
        .map(|(place, (item, doubt))| {
            let curve = Curve::of(panel, place, position, variance, item);
            match curve.root() {
                Some(root) => (moved(item, curve.newton(&root)), root.covariance()),
                None => (*item, *doubt),
            }
        });
    (standing.items, standing.doubt) = better.unzip();
}

/// An item after a Newton step, held short where it goes far; the cuts never cross.
fn moved(item: &Item, step: [f64; 3]) -> Item {
    const FARTHEST: f64 = 1.0;
    let [slope, lower, upper] = step.map(|s| s.clamp(-FARTHEST, FARTHEST));
    let gap = item.upper - item.lower;
    let mut next = Item {
        slope: item.slope + slope,
        lower: item.lower + lower,
        upper: item.upper + upper,
    };
    if next.upper - next.lower < 0.25 * gap {
        let middle = 0.5 * (next.lower + next.upper);
        next.lower = middle - 0.125 * gap;
        next.upper = middle + 0.125 * gap;
    }
    next
}

#[derive(Default)]
pub(super) struct Workspace {
    pub(super) path: Path,
    precision: Vec<f64>,
    weighted: Vec<f64>,
}

impl Workspace {
    /// Sets up a state's path by one step of Newton's method from where it stands.
    pub(super) fn eliminate(
        &mut self,
        panel: &Panel,
        path: &PanelPath,
        at: &Standing,
        prior: &Prior,
    ) {
        self.precision.clear();
        self.weighted.clear();
        for knot in &path.knots {
            let knot = *knot as usize;
            let (pull, precision) = pull(panel, knot, at);
            self.weighted.push(precision * at.position[knot] + pull);
            self.precision
                .push(precision + prior.pull(panel.votes(knot)));
        }
        self.path
            .eliminate(&self.precision, &self.weighted, &path.gaps, prior.drift);
    }
}

/// Slope and curvature of the expected log likelihood of a state-session's votes by its position.
///
/// The bounds c − βθ of a vote have, through the item's covariance V, variances and a covariance
/// that depend on θ; half the curvature times these is what uncertainty costs.
fn pull(panel: &Panel, knot: usize, at: &Standing) -> (f64, f64) {
    let probit = probit();
    let thirds = panel.knots[knot];
    let theta = at.position[knot];
    let (mut pull, mut precision) = (0.0, 0.0);
    for zone in Zone::ALL {
        for place in &panel.ballots[thirds.range(zone)] {
            let item = &at.items[*place as usize];
            let [v, v_lower, v_upper, ..] = at.doubt[*place as usize];
            let slopes = item.slopes(probit, zone, item.slope * theta);
            let [ll, lu, uu] = slopes.second;
            let (first, second) = slopes.by_position();
            pull +=
                item.slope * first + v_lower * (ll + lu) + v_upper * (lu + uu) - theta * v * second;
            precision += (item.slope * item.slope + v) * second;
        }
    }
    (pull, precision)
}
