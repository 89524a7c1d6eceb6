//! Ranks over many draws of weights and partial utilities.

use serde::Serialize;

use super::confidence::confidence_factor;
use super::draws::Draws;
use super::weights::{Weights, WeightsError};

/// How one alternative stands among the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Rank acceptability b^r: the share of the draws in which it takes rank r, the first place first;
    /// sums to 1. Alternatives that are exactly equal share their ranks evenly.
    pub ranks: Vec<f64>,
    /// Mean rank, Σ r b^r: 1 is the best.
    pub expected_rank: f64,
    /// Monte Carlo standard error of the expected rank.
    pub standard_error: f64,
    /// The mean of the weights with which it comes first; `None` if it never does.
    pub central_weights: Option<Vec<f64>>,
    /// The share of the draws of utilities in which it comes first with its central weights held;
    /// `None` if it never comes first.
    pub confidence: Option<f64>,
}

impl Standing {
    /// The probability of a place among the first so many, 0 to 1.
    pub fn within(&self, first: usize) -> f64 {
        self.ranks.iter().take(first).sum::<f64>().min(1.0)
    }

    /// The smallest rank that it reaches or betters with at least this probability: with 0.05 and 0.95,
    /// the ends of a 90 per cent interval of its rank.
    pub fn rank_quantile(&self, probability: f64) -> usize {
        let mut within = 0.0;
        let reached = self.ranks.iter().position(|b| {
            within += b;
            // Sums of shares that should be 1 fall short of it by rounding.
            within >= probability - 1e-12
        });
        reached.map_or(self.ranks.len(), |place| place + 1)
    }
}

/// What SMAA-2 says of a set of alternatives, in their own order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Acceptability {
    /// How each stands.
    pub standings: Vec<Standing>,
    /// Pairwise winning index: the share of the draws in which the alternative of the row is better
    /// than that of the column; half a win where they are equal (Leskinen and others 2006).
    pub better: Vec<Vec<f64>>,
    /// How many draws all shares are of.
    pub draws: usize,
}

impl Acceptability {
    /// Alternatives by expected rank, the best first; equal ones in their own order.
    pub fn by_expected_rank(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.standings.len()).collect();
        let rank = |place: usize| self.standings[place].expected_rank;
        order.sort_by(|a, b| rank(*a).total_cmp(&rank(*b)));
        order
    }

    /// Monte Carlo standard error of a share p of the draws: √(p (1 − p) / n).
    pub fn standard_error(&self, share: f64) -> f64 {
        (share * (1.0 - share) / self.draws as f64).max(0.0).sqrt()
    }
}

/// Ranks the alternatives in every draw (Lahdelma and Salminen 2001, equations 7 to 12).
///
/// One set of weights is drawn for each draw of the utilities. The same seed gives the same bits.
///
/// # Errors
///
/// [`WeightsError`] if the weights are of another number of criteria, or none are possible.
pub fn smaa2(draws: &Draws, weights: &Weights, seed: u64) -> Result<Acceptability, WeightsError> {
    if weights.criteria() != draws.criteria() {
        return Err(WeightsError::Criteria {
            weights: weights.criteria(),
            criteria: draws.criteria(),
        });
    }
    let drawn = weights.sample(draws.len(), seed)?;
    let mut tally = Tally::new(draws.alternatives(), draws.criteria());
    let mut values = vec![0.0; draws.alternatives()];
    for (utilities, weights) in draws.each().zip(drawn.chunks_exact(draws.criteria())) {
        value(utilities, weights, &mut values);
        tally.add(&values, weights);
    }
    Ok(tally.finish(draws))
}

/// u = Σ wⱼ xⱼ of every alternative.
pub(super) fn value(utilities: &[f64], weights: &[f64], values: &mut [f64]) {
    for (v, own) in values.iter_mut().zip(utilities.chunks_exact(weights.len())) {
        *v = own.iter().zip(weights).map(|(x, w)| x * w).sum();
    }
}

/// Sums over the draws so far.
struct Tally {
    alternatives: usize,
    criteria: usize,
    /// Alternatives by ranks.
    ranks: Vec<f64>,
    /// Sums of squared ranks.
    squares: Vec<f64>,
    /// Alternatives by criteria: weights with which each came first.
    first: Vec<f64>,
    /// Alternatives by alternatives.
    better: Vec<f64>,
    order: Vec<usize>,
}

impl Tally {
    fn new(alternatives: usize, criteria: usize) -> Self {
        Tally {
            alternatives,
            criteria,
            ranks: vec![0.0; alternatives * alternatives],
            squares: vec![0.0; alternatives],
            first: vec![0.0; alternatives * criteria],
            better: vec![0.0; alternatives * alternatives],
            order: (0..alternatives).collect(),
        }
    }

    fn add(&mut self, values: &[f64], weights: &[f64]) {
        let mut order = std::mem::take(&mut self.order);
        order.sort_unstable_by(|a, b| values[*b].total_cmp(&values[*a]));
        let mut from = 0;
        while let Some(best) = order.get(from) {
            let equal = order[from..]
                .iter()
                .take_while(|other| values[**other] == values[*best])
                .count();
            self.place(&order, from..from + equal, weights);
            from += equal;
        }
        self.order = order;
    }

    /// Equal alternatives at these places: ranks, first places and wins over all that come after.
    fn place(&mut self, order: &[usize], places: std::ops::Range<usize>, weights: &[f64]) {
        let m = self.alternatives;
        let part = 1.0 / places.len() as f64;
        let rank = (places.start + places.end + 1) as f64 / 2.0;
        for alternative in &order[places.clone()] {
            for place in places.clone() {
                self.ranks[alternative * m + place] += part;
            }
            self.squares[*alternative] += rank * rank;
            if places.start == 0 {
                let own = &mut self.first[alternative * self.criteria..][..self.criteria];
                for (sum, w) in own.iter_mut().zip(weights) {
                    *sum += part * w;
                }
            }
            let wins = &mut self.better[alternative * m..][..m];
            for equal in &order[places.clone()] {
                wins[*equal] += 0.5;
            }
            for worse in &order[places.end..] {
                wins[*worse] += 1.0;
            }
        }
    }

    fn finish(self, draws: &Draws) -> Acceptability {
        let (m, n) = (self.alternatives, draws.len() as f64);
        let standing = |alternative: usize| {
            let counts = &self.ranks[alternative * m..][..m];
            let expected_rank: f64 = (1..).zip(counts).map(|(r, c)| f64::from(r) * c / n).sum();
            let spread = (self.squares[alternative] / n - expected_rank * expected_rank).max(0.0);
            let central_weights = (counts[0] > 0.0).then(|| {
                let own = &self.first[alternative * self.criteria..][..self.criteria];
                own.iter().map(|sum| sum / counts[0]).collect::<Vec<f64>>()
            });
            Standing {
                ranks: counts.iter().map(|c| c / n).collect(),
                expected_rank,
                standard_error: (spread / n).sqrt(),
                confidence: central_weights
                    .as_deref()
                    .map(|weights| confidence_factor(draws, alternative, weights)),
                central_weights,
            }
        };
        Acceptability {
            standings: (0..m).map(standing).collect(),
            better: self
                .better
                .chunks_exact(m)
                .map(|row| row.iter().map(|c| c / n).collect())
                .collect(),
            draws: draws.len(),
        }
    }
}
