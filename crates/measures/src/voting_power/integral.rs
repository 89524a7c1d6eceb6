//! Games of many members: the probability to decide when each other joins with probability t.

use rayon::prelude::*;

use super::game::Game;
use super::power::Raw;

pub(super) fn indices(game: &Game) -> Raw {
    let weights: Vec<usize> = game.members.iter().map(|m| m.weight as usize).collect();
    let quota = game.rule.quota as usize;
    let (banzhaf, to_act) = deciding(&weights, quota, 0.5);
    // The probability is a polynomial in t of degree n − 1.
    let parts: Vec<Vec<f64>> = gauss_legendre(weights.len().div_ceil(2))
        .into_par_iter()
        .map(|(t, share)| {
            let (mut at, _) = deciding(&weights, quota, t);
            at.iter_mut().for_each(|p| *p *= share);
            at
        })
        .collect();
    // Summed in the order of the nodes, whatever the threads.
    let shapley_shubik = (0..weights.len())
        .map(|member| parts.iter().map(|part| part[member]).sum())
        .collect();
    Raw {
        banzhaf,
        shapley_shubik,
        to_act,
    }
}

/// The probability of each member to decide, and that of a winning coalition.
fn deciding(weights: &[usize], quota: usize, t: f64) -> (Vec<f64>, f64) {
    let all = distribution(weights, t);
    let mut rest = all.clone();
    let mut known: Vec<(usize, f64)> = Vec::new();
    let mut deciding = Vec::with_capacity(weights.len());
    for own in weights {
        if let Some((_, before)) = known.iter().find(|(weight, _)| weight == own) {
            deciding.push(*before);
            continue;
        }
        let top = all.len() - 1 - own;
        if t <= 0.5 {
            for weight in 0..=top {
                let joined = weight.checked_sub(*own).map_or(0.0, |w| rest[w]);
                rest[weight] = (all[weight] - t * joined) / (1.0 - t);
            }
        } else {
            // From the other end errors shrink where from this one they would grow.
            for weight in (0..=top).rev() {
                let stayed = if weight + own <= top {
                    rest[weight + own]
                } else {
                    0.0
                };
                rest[weight] = (all[weight + own] - (1.0 - t) * stayed) / t;
            }
        }
        let swing = rest[quota.saturating_sub(*own)..=top.min(quota.saturating_sub(1))]
            .iter()
            .sum::<f64>()
            .max(0.0);
        let swing = if *own == 0 { 0.0 } else { swing };
        known.push((*own, swing));
        deciding.push(swing);
    }
    (deciding, all[quota..].iter().sum())
}

/// The distribution of a coalition's weight.
fn distribution(weights: &[usize], t: f64) -> Vec<f64> {
    let mut all = vec![0.0; weights.iter().sum::<usize>() + 1];
    all[0] = 1.0;
    let mut so_far = 0;
    for own in weights {
        so_far += own;
        for weight in (0..=so_far).rev() {
            let joined = weight.checked_sub(*own).map_or(0.0, |w| all[w]);
            all[weight] = (1.0 - t) * all[weight] + t * joined;
        }
    }
    all
}

/// Nodes within 0 to 1 and their shares, by Newton's method on the Legendre polynomial.
fn gauss_legendre(count: usize) -> Vec<(f64, f64)> {
    let n = count as f64;
    (0..count)
        .map(|place| {
            let mut x = (std::f64::consts::PI * (place as f64 + 0.75) / (n + 0.5)).cos();
            let mut slope = 1.0;
            for _ in 0..100 {
                let (mut last, mut value) = (1.0, x);
                for k in 2..=count {
                    let k = k as f64;
                    (last, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * last) / k);
                }
                slope = n * (x * value - last) / (x * x - 1.0);
                let step = value / slope;
                x -= step;
                if step.abs() < 1e-15 {
                    break;
                }
            }
            ((1.0 + x) / 2.0, 1.0 / ((1.0 - x * x) * slope * slope))
        })
        .collect()
}
