//! Moves of whole sessions, for the sampler to mix.
//!
//! Positions of a session and the items voted on in it can shift together, or stretch, and no vote
//! becomes more or less likely; where an item came up in several sessions, its parameters go the
//! mean of their ways. Drawn in turn, positions given items and items given
//! positions, they creep along these directions; so each sweep draws shifts of all sessions at once
//! and stretches of stretches of them (generalised Gibbs moves, Liu and Sabatti 2000, "Generalised
//! Gibbs sampler and multigrid Monte Carlo for Bayesian computation", Biometrika 87(2)).

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

use super::item::Item;
use super::panel::Panel;
use super::{CUT_PRECISION, Prior, SLOPE_PRECISION};

/// Stretches tried in a sweep.
const STRETCHES: usize = 64;

/// An item's votes in one session.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// The session's place.
    session: usize,
    /// Its share of the item's votes.
    share: f64,
    votes: f64,
}

/// The layout of a panel by session, and how far stretches go.
pub(super) struct SessionMoves {
    sessions: usize,
    /// Per state-session its session's place.
    session: Vec<usize>,
    /// Item by item its votes by session; most items have one part.
    parts: Vec<Part>,
    /// Per item where its parts lie.
    of_item: Vec<std::ops::Range<usize>>,
    /// Neighbours on a path: places of state-sessions, and the precision of the step between.
    steps: Vec<(usize, usize, f64)>,
    pull: Vec<f64>,
    /// State-sessions less items of each session, an item of several counting by its shares.
    surplus: Vec<f64>,
    /// ln of the usual length of a stretch of 1, 2, 4, … sessions.
    reach: Vec<f64>,
}

/// A chain's parameters and latent votes that the moves change.
pub(super) struct Moved<'c> {
    pub(super) position: &'c mut [f64],
    pub(super) items: &'c mut [Item],
    /// The latent votes z, in the order of the panel's votes by item.
    pub(super) latent: &'c mut [f64],
}

impl SessionMoves {
    pub(super) fn new(panel: &Panel, prior: &Prior) -> Self {
        let mut numbers: Vec<u16> = panel.state_sessions().iter().map(|k| k.session).collect();
        numbers.dedup();
        let place = |session: u16| numbers.binary_search(&session).unwrap_or(0);
        let session: Vec<usize> = panel
            .state_sessions()
            .iter()
            .map(|k| place(k.session))
            .collect();
        let (mut parts, mut of_item): (Vec<Part>, Vec<_>) = (Vec::new(), Vec::new());
        let mut counts = vec![0usize; numbers.len()];
        for item in 0..panel.items().len() {
            let start = parts.len();
            panel
                .votes_on(item)
                .for_each(|(knot, _)| counts[session[knot]] += 1);
            let votes = panel.items[item].all().len() as f64;
            for (session, count) in counts.iter_mut().enumerate().filter(|(_, c)| **c > 0) {
                parts.push(Part {
                    session,
                    share: *count as f64 / votes,
                    votes: *count as f64,
                });
                *count = 0;
            }
            of_item.push(start..parts.len());
        }
        let mut surplus = vec![0.0; numbers.len()];
        for s in &session {
            surplus[*s] += 1.0;
        }
        for part in &parts {
            surplus[part.session] -= part.share;
        }
        let steps = panel.paths.iter().flat_map(|path| {
            path.knots.windows(2).zip(&path.gaps).map(|(pair, gap)| {
                let precision = 1.0 / (prior.drift * f64::from(*gap));
                (pair[0] as usize, pair[1] as usize, precision)
            })
        });
        let spans = numbers.len().ilog2() as usize + 1;
        SessionMoves {
            sessions: numbers.len(),
            parts,
            of_item,
            steps: steps.collect(),
            pull: (0..session.len())
                .map(|k| prior.pull(panel.votes(k)))
                .collect(),
            session,
            surplus,
            reach: vec![(0.05f64).ln(); spans],
        }
    }

    /// Draws how far each session shifts, all at once: the shifts are jointly normal.
    pub(super) fn shift(&self, panel: &Panel, moved: &mut Moved<'_>, rng: &mut impl Rng) {
        let (system, right) = self.shift_system(panel, moved);
        if let Some(shift) = draw_normal(system, right, rng) {
            self.apply_shift(panel, moved, &shift);
        }
    }

    /// The precision of the shifts, row by row, and that times their mean.
    fn shift_system(&self, panel: &Panel, moved: &Moved<'_>) -> (Vec<f64>, Vec<f64>) {
        let n = self.sessions;
        let mut system = vec![0.0; n * n];
        let mut right = vec![0.0; n];
        for (k, s) in self.session.iter().enumerate() {
            system[s * n + s] += self.pull[k];
            right[*s] -= self.pull[k] * moved.position[k];
        }
        for (from, to, precision) in &self.steps {
            let (s, t) = (self.session[*from], self.session[*to]);
            let rise = precision * (moved.position[*to] - moved.position[*from]);
            system[s * n + s] += precision;
            system[t * n + t] += precision;
            system[s * n + t] -= precision;
            system[t * n + s] -= precision;
            right[s] += rise;
            right[t] -= rise;
        }
        let mut errors = vec![0.0; n];
        for (place, item) in moved.items.iter().enumerate() {
            let parts = &self.parts[self.of_item[place].clone()];
            // The cuts go the parts' mean way.
            let cuts = item.cuts();
            let cut_precision = CUT_PRECISION * cuts.clone().count() as f64 * item.slope.powi(2);
            let cut_pull = CUT_PRECISION * item.slope * cuts.sum::<f64>();
            for a in parts {
                right[a.session] -= cut_pull * a.share;
                for b in parts {
                    system[a.session * n + b.session] += cut_precision * a.share * b.share;
                }
            }
            if let [_] = parts {
                continue;
            }
            // Errors z − βθ change by β times (mean way − own way).
            let thirds = panel.items[place].all();
            for (voter, z) in panel.voters[thirds.clone()]
                .iter()
                .zip(&moved.latent[thirds])
            {
                let k = *voter as usize;
                errors[self.session[k]] += z - item.slope * moved.position[k];
            }
            let all: f64 = parts.iter().map(|p| errors[p.session]).sum();
            let square = item.slope * item.slope;
            for a in parts {
                right[a.session] += item.slope * (errors[a.session] - a.share * all);
                system[a.session * n + a.session] += square * a.votes;
                for b in parts {
                    system[a.session * n + b.session] -= square * a.votes * b.share;
                }
            }
            for part in parts {
                errors[part.session] = 0.0;
            }
        }
        (system, right)
    }

    fn apply_shift(&self, panel: &Panel, moved: &mut Moved<'_>, shift: &[f64]) {
        for (k, s) in self.session.iter().enumerate() {
            moved.position[k] += shift[*s];
        }
        for (place, item) in moved.items.iter_mut().enumerate() {
            let parts = &self.parts[self.of_item[place].clone()];
            let way: f64 = parts.iter().map(|p| p.share * shift[p.session]).sum();
            item.lower += item.slope * way;
            item.upper += item.slope * way;
            for z in &mut moved.latent[panel.items[place].all()] {
                *z += item.slope * way;
            }
        }
    }

    /// Tries stretches of runs of sessions, each by a Metropolis step; `learning` settles their
    /// length.
    pub(super) fn stretch(
        &mut self,
        panel: &Panel,
        moved: &mut Moved<'_>,
        learning: bool,
        rng: &mut impl Rng,
    ) {
        let mut reach = self.reach.clone();
        let mut energy = Energy::of(self, panel, moved);
        for _ in 0..STRETCHES {
            let span = rng.random_range(0..reach.len());
            let length = (1 << span).min(self.sessions);
            let first = rng.random_range(0..=self.sessions - length);
            let normal: f64 = StandardNormal.sample(rng);
            let log = reach[span].exp() * normal;
            let run = first..first + length;
            let surplus: f64 = self.surplus[run.clone()].iter().sum();
            let gain = surplus * log - energy.change(run.clone(), log);
            let taken = rng.random::<f64>() < gain.exp();
            if taken {
                energy.stretch(run, log);
            }
            if learning {
                // Toward taking 0.44 of them, the best in one dimension (Roberts and Rosenthal 2001).
                reach[span] += 0.05 * (f64::from(u8::from(taken)) - 0.44);
            }
        }
        let stretched = energy.log;
        self.apply_stretch(moved, &stretched);
        self.reach = reach;
    }

    fn apply_stretch(&self, moved: &mut Moved<'_>, log: &[f64]) {
        let by: Vec<f64> = log.iter().map(|l| l.exp()).collect();
        for (k, s) in self.session.iter().enumerate() {
            moved.position[k] *= by[*s];
        }
        for (place, item) in moved.items.iter_mut().enumerate() {
            let parts = &self.parts[self.of_item[place].clone()];
            let way: f64 = parts.iter().map(|p| p.share * log[p.session]).sum();
            item.slope *= (-way).exp();
        }
    }
}

/// Minus the log posterior as a function of how far each session is stretched.
struct Energy<'m> {
    moves: &'m SessionMoves,
    /// ln of how far each session has been stretched.
    log: Vec<f64>,
    /// Σ pull θ² per session.
    square: Vec<f64>,
    /// Σ precision θθ′ over steps between two sessions; on the diagonal the squares of both ends.
    steps: Vec<f64>,
    /// β² of items of one session, summed.
    slopes: Vec<f64>,
    several: Vec<Several>,
}

/// An item of several sessions.
struct Several {
    parts: std::ops::Range<usize>,
    /// β².
    slope: f64,
    /// Per part Σ β²θ² and Σ zβθ.
    sums: Vec<[f64; 2]>,
}

impl<'m> Energy<'m> {
    fn of(moves: &'m SessionMoves, panel: &Panel, at: &Moved<'_>) -> Self {
        let n = moves.sessions;
        let mut energy = Energy {
            moves,
            log: vec![0.0; n],
            square: vec![0.0; n],
            steps: vec![0.0; n * n],
            slopes: vec![0.0; n],
            several: Vec::new(),
        };
        for (k, s) in moves.session.iter().enumerate() {
            energy.square[*s] += moves.pull[k] * at.position[k] * at.position[k];
        }
        for (from, to, precision) in &moves.steps {
            let (s, t) = (moves.session[*from], moves.session[*to]);
            let (a, b) = (at.position[*from], at.position[*to]);
            energy.steps[s * n + s] += precision * a * a;
            energy.steps[t * n + t] += precision * b * b;
            energy.steps[s * n + t] -= precision * a * b;
            energy.steps[t * n + s] -= precision * a * b;
        }
        let mut sums = vec![[0.0; 2]; n];
        for (place, item) in at.items.iter().enumerate() {
            let range = moves.of_item[place].clone();
            let parts = &moves.parts[range.clone()];
            if let [only] = parts {
                energy.slopes[only.session] += item.slope * item.slope;
                continue;
            }
            let thirds = panel.items[place].all();
            for (voter, z) in panel.voters[thirds.clone()].iter().zip(&at.latent[thirds]) {
                let k = *voter as usize;
                let mean = item.slope * at.position[k];
                let sum = &mut sums[moves.session[k]];
                sum[0] += mean * mean;
                sum[1] += z * mean;
            }
            energy.several.push(Several {
                parts: range,
                slope: item.slope * item.slope,
                sums: parts
                    .iter()
                    .map(|p| std::mem::take(&mut sums[p.session]))
                    .collect(),
            });
        }
        energy
    }

    /// By how much the energy rises if a run of sessions is stretched by so much more.
    fn change(&self, run: std::ops::Range<usize>, log: f64) -> f64 {
        let n = self.log.len();
        let by = log.exp();
        let squared = by * by - 1.0;
        let mut change = 0.0;
        for s in run.clone() {
            change += 0.5 * squared * self.square[s];
            change += 0.5 * SLOPE_PRECISION * (1.0 / (by * by) - 1.0) * self.slopes[s];
            for (t, product) in self.steps[s * n..(s + 1) * n].iter().enumerate() {
                // Both ends inside count in both rows, hence halves; one end inside counts once.
                change += if run.contains(&t) {
                    0.5 * squared * product
                } else {
                    (by - 1.0) * product
                };
            }
        }
        let parts = |item: &Several| &self.moves.parts[item.parts.clone()];
        for item in &self.several {
            let way: f64 = parts(item)
                .iter()
                .filter(|p| run.contains(&p.session))
                .map(|p| p.share * log)
                .sum();
            if way == 0.0 {
                continue;
            }
            change += 0.5 * SLOPE_PRECISION * ((-2.0 * way).exp() - 1.0) * item.slope;
            for (part, [square, product]) in parts(item).iter().zip(&item.sums) {
                let own = if run.contains(&part.session) {
                    log
                } else {
                    0.0
                };
                let factor = (own - way).exp();
                change += 0.5 * (factor * factor - 1.0) * square - (factor - 1.0) * product;
            }
        }
        change
    }

    fn stretch(&mut self, run: std::ops::Range<usize>, log: f64) {
        let n = self.log.len();
        let by = log.exp();
        for s in run.clone() {
            self.log[s] += log;
            self.square[s] *= by * by;
            self.slopes[s] /= by * by;
            for t in 0..n {
                self.steps[s * n + t] *= by;
                self.steps[t * n + s] *= by;
            }
        }
        for item in &mut self.several {
            let parts = &self.moves.parts[item.parts.clone()];
            let inside = parts.iter().filter(|p| run.contains(&p.session));
            let way: f64 = inside.map(|p| p.share * log).sum();
            if way == 0.0 {
                continue;
            }
            item.slope *= (-2.0 * way).exp();
            for (part, [square, product]) in parts.iter().zip(&mut item.sums) {
                let own = if run.contains(&part.session) {
                    log
                } else {
                    0.0
                };
                let factor = (own - way).exp();
                *square *= factor * factor;
                *product *= factor;
            }
        }
    }
}

/// A draw of the normal distribution with a precision matrix and precision times mean.
fn draw_normal(mut system: Vec<f64>, mut right: Vec<f64>, rng: &mut impl Rng) -> Option<Vec<f64>> {
    let n = right.len();
    for j in 0..n {
        for k in 0..j {
            let factor = system[j * n + k];
            if factor != 0.0 {
                for i in j..n {
                    system[i * n + j] -= system[i * n + k] * factor;
                }
            }
        }
        let pivot = system[j * n + j].sqrt();
        if pivot.is_nan() || pivot <= 0.0 {
            return None;
        }
        for i in j..n {
            system[i * n + j] /= pivot;
        }
    }
    for i in 0..n {
        for k in 0..i {
            right[i] -= system[i * n + k] * right[k];
        }
        right[i] /= system[i * n + i];
    }
    for value in &mut right {
        let normal: f64 = StandardNormal.sample(rng);
        *value += normal;
    }
    for i in (0..n).rev() {
        for k in i + 1..n {
            right[i] -= system[k * n + i] * right[k];
        }
        right[i] /= system[i * n + i];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::super::simulated::simulated;
    use super::*;
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    #[derive(Clone)]
    struct Parameters {
        position: Vec<f64>,
        items: Vec<Item>,
        latent: Vec<f64>,
    }

    impl Parameters {
        fn drawn(panel: &Panel, seed: u64) -> Self {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
            let mut normal = || -> f64 { StandardNormal.sample(&mut rng) };
            Parameters {
                position: panel.state_sessions().iter().map(|_| normal()).collect(),
                latent: (0..panel.vote_count()).map(|_| normal()).collect(),
                items: (0..panel.items().len())
                    .map(|item| {
                        let lower = normal();
                        let gap = if panel.has_two_cuts(item) { 0.3 } else { 0.0 };
                        Item {
                            slope: normal(),
                            lower,
                            upper: lower + gap,
                        }
                    })
                    .collect(),
            }
        }

        fn moved(&mut self) -> Moved<'_> {
            Moved {
                position: &mut self.position,
                items: &mut self.items,
                latent: &mut self.latent,
            }
        }

        /// Minus the log of prior times density of the latent votes, up to a constant.
        fn energy(&self, panel: &Panel, prior: &Prior) -> f64 {
            let square = |x: f64| 0.5 * x * x;
            let mut energy = 0.0;
            for (k, theta) in self.position.iter().enumerate() {
                energy += prior.pull(panel.votes(k)) * square(*theta);
            }
            for path in &panel.paths {
                for (pair, gap) in path.knots.windows(2).zip(&path.gaps) {
                    let step = self.position[pair[1] as usize] - self.position[pair[0] as usize];
                    energy += square(step) / (prior.drift * f64::from(*gap));
                }
            }
            let mut vote = 0;
            for (place, item) in self.items.iter().enumerate() {
                energy += SLOPE_PRECISION * square(item.slope);
                energy += item.cuts().map(|c| CUT_PRECISION * square(c)).sum::<f64>();
                for (knot, _) in panel.votes_on(place) {
                    energy += square(self.latent[vote] - item.slope * self.position[knot]);
                    vote += 1;
                }
            }
            energy
        }
    }

    #[test]
    fn the_shift_is_drawn_from_what_shifting_costs() {
        let (panel, _) = simulated(12, 6, 10, 5);
        let prior = Prior::default();
        let moves = SessionMoves::new(&panel, &prior);
        let n = moves.sessions;
        assert!(
            moves.parts.len() > moves.of_item.len(),
            "some items come up twice"
        );
        let mut parameters = Parameters::drawn(&panel, 4);
        let (system, right) = moves.shift_system(&panel, &parameters.moved());
        let before = parameters.energy(&panel, &prior);
        let shift: Vec<f64> = (0..n).map(|s| 0.3 * (s as f64).cos()).collect();
        let expected: f64 = (0..n)
            .map(|s| {
                let row: f64 = (0..n).map(|t| system[s * n + t] * shift[t]).sum();
                shift[s] * (0.5 * row - right[s])
            })
            .sum();
        moves.apply_shift(&panel, &mut parameters.moved(), &shift);
        let change = parameters.energy(&panel, &prior) - before;
        assert!(
            (change - expected).abs() < 1e-8 * before.abs(),
            "{change} {expected}"
        );
    }

    #[test]
    fn stretching_costs_what_it_should() {
        let (panel, _) = simulated(12, 6, 10, 5);
        let prior = Prior::default();
        let moves = SessionMoves::new(&panel, &prior);
        let mut at = Parameters::drawn(&panel, 5);
        let mut energy = Energy::of(&moves, &panel, &at.moved());
        let stretched = |log: &[f64]| {
            let mut parameters = at.clone();
            moves.apply_stretch(&mut parameters.moved(), log);
            parameters.energy(&panel, &prior)
        };
        for (run, log) in [(1..3, 0.2), (0..6, -0.3), (2..3, 0.1)] {
            let before = stretched(&energy.log);
            let change = energy.change(run.clone(), log);
            energy.stretch(run, log);
            let after = stretched(&energy.log);
            assert!((after - before - change).abs() < 1e-8 * before.abs());
        }
    }
}
