//! SMAA-2 beside published results and an independent computation.
//!
//! `data/smaa_cases.toml` holds the `thrombo` and Hansen cases of the R package smaa, as inputs and
//! published results, and says where they are from; `data/smaa_reference.csv` is the output of
//! `data/smaa_reference.py`, which computes the same cases in numpy under three sets of weights.

use entente_measures::smaa::{Acceptability, Draws, Weights, smaa2};
use rand_distr::{Beta, Distribution, StandardNormal};
use serde::Deserialize;

const DRAWS: usize = 100_000;
const SEED: u64 = 2001;

#[derive(Deserialize)]
struct Cases {
    thrombo: Thrombo,
    hansen: Hansen,
}

#[derive(Deserialize)]
struct Thrombo {
    scales: Vec<[f64; 2]>,
    beta: Vec<Vec<[f64; 2]>>,
    acceptability: Vec<Vec<f64>>,
    central_weights: Vec<Vec<f64>>,
    confidence: Vec<f64>,
    exact_weights: Vec<f64>,
    exact_acceptability: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
struct Hansen {
    scales: Vec<[f64; 2]>,
    log_odds: Vec<LogOdds>,
    acceptability: Vec<Vec<f64>>,
    central_weights: Vec<Vec<f64>>,
    confidence: Vec<f64>,
}

#[derive(Deserialize)]
struct LogOdds {
    mean: f64,
    deviation: f64,
    differences: Vec<f64>,
    covariances: Vec<Vec<f64>>,
}

fn cases() -> Cases {
    toml::from_str(include_str!("data/smaa_cases.toml")).expect("the cases are TOML")
}

fn utility(x: f64, [worst, best]: [f64; 2]) -> f64 {
    (x - worst) / (best - worst)
}

fn thrombo(case: &Thrombo) -> Draws {
    let (m, k) = (case.beta.len(), case.scales.len());
    let cells: Vec<(Beta<f64>, [f64; 2])> = case
        .beta
        .iter()
        .flat_map(|row| row.iter().zip(&case.scales))
        .map(|([a, b], scale)| (Beta::new(*a, *b).expect("positive"), *scale))
        .collect();
    Draws::sampled(DRAWS, m, k, SEED, |rng, draw| {
        for (x, (beta, scale)) in draw.iter_mut().zip(&cells) {
            *x = utility(beta.sample(rng), *scale);
        }
    })
    .expect("finite")
}

fn hansen(case: &Hansen) -> Draws {
    let (m, k) = (case.log_odds[0].differences.len() + 1, case.scales.len());
    let roots: Vec<Vec<Vec<f64>>> = case.log_odds.iter().map(|c| root(&c.covariances)).collect();
    Draws::sampled(DRAWS, m, k, SEED, |rng, draw| {
        for (j, (criterion, root)) in case.log_odds.iter().zip(&roots).enumerate() {
            let mut normal = || -> f64 { StandardNormal.sample(rng) };
            let base = criterion.mean + criterion.deviation * normal();
            let noise: Vec<f64> = root.iter().map(|_| normal()).collect();
            for i in 0..m {
                let difference = i.checked_sub(1).map_or(0.0, |i| {
                    let shift: f64 = root[i].iter().zip(&noise).map(|(l, z)| l * z).sum();
                    criterion.differences[i] + shift
                });
                let share = 1.0 / (1.0 + (-(base + difference)).exp());
                draw[i * k + j] = utility(share, case.scales[j]);
            }
        }
    })
    .expect("finite")
}

/// The Cholesky factor.
fn root(covariances: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = covariances.len();
    let mut l = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let rest = covariances[i][j] - (0..j).map(|k| l[i][k] * l[j][k]).sum::<f64>();
            l[i][j] = if i == j { rest.sqrt() } else { rest / l[j][j] };
        }
    }
    l
}

fn near(found: &[f64], expected: &[f64], within: f64, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (f, e) in found.iter().zip(expected) {
        assert!(
            (f - e).abs() <= within,
            "{what}: {found:?}, not {expected:?}"
        );
    }
}

fn like(
    found: &Acceptability,
    (ranks, central, confidence): (&[Vec<f64>], &[Vec<f64>], &[f64]),
    within: f64,
) {
    for (place, standing) in found.standings.iter().enumerate() {
        near(&standing.ranks, &ranks[place], within, "acceptability");
        let weights = standing.central_weights.as_deref().expect("it comes first");
        near(weights, &central[place], within, "central weights");
        let factor = standing.confidence.expect("it comes first");
        near(&[factor], &confidence[place..=place], within, "confidence");
    }
}

/// The published shares are of 10,000 draws: standard errors are up to 0.005, three of them 0.015.
#[test]
fn published_thrombo() {
    let case = cases().thrombo;
    let draws = thrombo(&case);
    let open = Weights::uniform(3).expect("three");
    let found = smaa2(&draws, &open, SEED).expect("weights");
    let published = (
        &*case.acceptability,
        &*case.central_weights,
        &*case.confidence,
    );
    like(&found, published, 0.018);
    let exact = Weights::exact(&case.exact_weights).expect("known");
    let found = smaa2(&draws, &exact, SEED).expect("weights");
    for (standing, published) in found.standings.iter().zip(&case.exact_acceptability) {
        near(&standing.ranks, published, 0.015, "exact weights");
    }
}

/// Drawn from normal distributions fitted to the draws of the published results, so less close: the
/// independent computation from the same distributions differs from the published by as much.
#[test]
fn published_hansen() {
    let case = cases().hansen;
    let found = smaa2(&hansen(&case), &Weights::uniform(6).expect("six"), SEED).expect("weights");
    let published = (
        &*case.acceptability,
        &*case.central_weights,
        &*case.confidence,
    );
    like(&found, published, 0.045);
}

/// Every figure of the independent computation, within four standard errors of the share.
#[test]
fn independent_computation() {
    let cases = cases();
    let draws = [
        ("thrombo", thrombo(&cases.thrombo)),
        ("hansen", hansen(&cases.hansen)),
    ];
    let rules = [
        ("none", ""),
        ("ordered", "c0 > c1 > c2"),
        ("bounded", "c0 > c2, c1 >= 0.1, c2 <= 0.2"),
    ];
    let mut lines = include_str!("data/smaa_reference.csv").lines();
    assert_eq!(
        lines.next(),
        Some("case,weights,alternative,measure,of,value")
    );
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let mut seen = 0;
    for (case, draws) in &draws {
        let names: Vec<String> = (0..draws.criteria()).map(|c| format!("c{c}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for (rule, words) in rules {
            let weights = Weights::in_words(&names, words).expect("words");
            let found = smaa2(draws, &weights, SEED).expect("weights");
            for line in lines.iter().filter(|l| l[0] == *case && l[1] == rule) {
                let [a, of] = [2, 4].map(|column| line[column].parse::<usize>().expect("a place"));
                let expected: f64 = line[5].parse().expect("a number");
                let standing = &found.standings[a];
                let (value, firsts) = match line[3] {
                    "rank" => (standing.ranks[of], 1.0),
                    "better" => (found.better[a][of], 1.0),
                    "confidence" => (standing.confidence.expect("first"), 1.0),
                    _ => (
                        standing.central_weights.as_ref().expect("first")[of],
                        standing.ranks[0],
                    ),
                };
                // Weights spread by less than 0.25, and a central weight is of fewer draws; the confidence
                // factor also turns on those.
                let slack = if line[3] == "confidence" { 0.012 } else { 0.0 };
                let error = f64::max(expected * (1.0 - expected), 0.0004) / (DRAWS as f64 * firsts);
                let within = 4.0 * error.sqrt() + 0.002 + slack;
                assert!((value - expected).abs() < within, "{line:?}: {value}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, lines.len());
}
