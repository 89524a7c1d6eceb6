//! Whether chains agree, and how much independent draws theirs are worth.
//!
//! Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization, folding, and
//! localization: an improved R-hat for assessing convergence of MCMC", Bayesian Analysis 16(2).

/// What is said of one quantity's chains.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Mixing {
    /// Split R-hat of the ranks: 1 where the chains agree; above 1.01 they have not met.
    pub r_hat: f64,
    /// Bulk effective sample size: independent draws that tell as much of the middle.
    pub ess: f64,
}

/// Looks at one quantity, chain by chain; every chain has the same number of draws, at least four.
pub fn mixing(chains: &[Vec<f64>]) -> Mixing {
    let halves = split(&normal_scores(chains));
    let (within, between_plus) = variances(&halves);
    Mixing {
        r_hat: (between_plus / within).sqrt(),
        ess: effective(&halves, within, between_plus),
    }
}

/// Each chain's two halves; of an odd number of draws the middle one falls away.
fn split(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    chains
        .iter()
        .flat_map(|c| [c[..c.len() / 2].to_vec(), c[c.len().div_ceil(2)..].to_vec()])
        .collect()
}

/// Every draw replaced by the normal quantile of its rank among all (equation 14).
fn normal_scores(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut order: Vec<(f64, usize, usize)> = chains
        .iter()
        .enumerate()
        .flat_map(|(c, draws)| draws.iter().enumerate().map(move |(d, x)| (*x, c, d)))
        .collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut scores: Vec<Vec<f64>> = chains.iter().map(|c| vec![0.0; c.len()]).collect();
    let n = order.len() as f64;
    for (rank, (_, c, d)) in (1u32..).zip(&order) {
        scores[*c][*d] = normal_quantile((f64::from(rank) - 0.375) / (n + 0.25));
    }
    scores
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

/// The mean variance within chains, and the pooled estimate var⁺ (equations 1-3).
fn variances(chains: &[Vec<f64>]) -> (f64, f64) {
    let n = chains.first().map_or(0, Vec::len) as f64;
    let means: Vec<f64> = chains.iter().map(|c| mean(c)).collect();
    let spread = |x: &[f64], about: f64| {
        x.iter().map(|v| (v - about).powi(2)).sum::<f64>() / (x.len() as f64 - 1.0)
    };
    let within = mean(
        &chains
            .iter()
            .zip(&means)
            .map(|(c, m)| spread(c, *m))
            .collect::<Vec<_>>(),
    );
    let between = spread(&means, mean(&means));
    (within, within * (n - 1.0) / n + between)
}

/// Equations 10-13, with Geyer's initial monotone sequence of pairs of autocorrelations.
fn effective(chains: &[Vec<f64>], within: f64, pooled: f64) -> f64 {
    let n = chains.first().map_or(0, Vec::len);
    let total = (n * chains.len()) as f64;
    let means: Vec<f64> = chains.iter().map(|c| mean(c)).collect();
    let correlation = |lag: usize| {
        let covariances: f64 = chains
            .iter()
            .zip(&means)
            .map(|(c, m)| {
                let products = c.iter().zip(&c[lag..]).map(|(a, b)| (a - m) * (b - m));
                products.sum::<f64>() / n as f64
            })
            .sum();
        1.0 - (within - covariances / chains.len() as f64) / pooled
    };
    let mut sum = 0.0;
    let mut least = f64::INFINITY;
    let mut lag = 0;
    while lag + 1 < n {
        let pair = if lag == 0 { 1.0 } else { correlation(lag) } + correlation(lag + 1);
        if pair < 0.0 {
            break;
        }
        least = least.min(pair);
        sum += least;
        lag += 2;
    }
    let time = (2.0 * sum - 1.0).max(1.0 / total.log10());
    total / time
}

/// The standard normal's quantile: Newton's method on Φ from a logistic start.
fn normal_quantile(p: f64) -> f64 {
    let mut x = (p / (1.0 - p)).ln() / 1.702;
    for _ in 0..50 {
        let density = (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let step = (0.5 * libm::erfc(-x / std::f64::consts::SQRT_2) - p) / density.max(1e-300);
        x -= step.clamp(-1.0, 1.0);
        if step.abs() < 1e-12 {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};

    fn autoregressive(by: f64, chains: usize, draws: usize) -> Vec<Vec<f64>> {
        let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(3);
        (0..chains)
            .map(|_| {
                let mut x = 0.0;
                (0..draws)
                    .map(|_| {
                        let e: f64 = StandardNormal.sample(&mut rng);
                        x = by * x + e * (1.0 - by * by).sqrt();
                        x
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn quantiles() {
        for (p, x) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.001, -3.090_232_306)] {
            assert!((normal_quantile(p) - x).abs() < 1e-8);
        }
    }

    /// A first-order autoregression is worth (1 − φ)/(1 + φ) of its draws.
    #[test]
    fn an_autoregression_is_worth_what_it_should() {
        for by in [0.0, 0.5, 0.9] {
            let found = mixing(&autoregressive(by, 4, 5_000));
            let expected = 20_000.0 * (1.0 - by) / (1.0 + by);
            assert!(
                (found.ess / expected - 1.0).abs() < 0.15,
                "{by}: {found:?} {expected}"
            );
            assert!((found.r_hat - 1.0).abs() < 0.01);
        }
    }

    #[test]
    fn chains_apart_are_told() {
        let mut chains = autoregressive(0.0, 4, 500);
        for x in &mut chains[0] {
            *x += 3.0;
        }
        assert!(mixing(&chains).r_hat > 1.2);
    }
}
