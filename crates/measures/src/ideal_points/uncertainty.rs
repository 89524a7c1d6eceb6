//! Standard errors of ideal points found by expectation-maximisation.
//!
//! The variance of a path given the items says too little: the items are estimated too. To first
//! order in what is shared, Var θ ≈ H⁻¹ + H⁻¹ C V Cᵀ H⁻¹, with H the path's precision, V the items'
//! covariance, and C the cross derivatives of the log likelihood (the block inverse of the
//! information matrix, Schur's complement expanded once).

use rayon::prelude::*;

use super::Prior;
use super::em::Standing;
use super::panel::{Panel, Path as PanelPath, Zone};
use super::path::Path;
use super::probit::probit;

/// Per state-session the variance of its position.
pub(super) fn variances(panel: &Panel, prior: &Prior, at: &Standing) -> Vec<f64> {
    let of_paths: Vec<Vec<f64>> = panel
        .paths
        .par_iter()
        .map(|path| of_path(panel, prior, path, at))
        .collect();
    let mut variances = vec![0.0; at.position.len()];
    for (path, own) in panel.paths.iter().zip(of_paths) {
        for (knot, variance) in path.knots.iter().zip(own) {
            variances[*knot as usize] = variance;
        }
    }
    variances
}

/// ∂²ln P/∂θ∂(slope, lower, upper) of one vote: an item, a point of the path, three derivatives.
struct Cross {
    item: u32,
    point: usize,
    by: [f64; 3],
}

fn of_path(panel: &Panel, prior: &Prior, path: &PanelPath, at: &Standing) -> Vec<f64> {
    let probit = probit();
    let mut crossed: Vec<Cross> = Vec::new();
    let mut precision = Vec::with_capacity(path.knots.len());
    for (point, knot) in path.knots.iter().enumerate() {
        let knot = *knot as usize;
        let theta = at.position[knot];
        let mut information = prior.pull(panel.votes(knot));
        for zone in Zone::ALL {
            for place in &panel.ballots[panel.knots[knot].range(zone)] {
                let item = &at.items[*place as usize];
                let slopes = item.slopes(probit, zone, item.slope * theta);
                let [ll, lu, uu] = slopes.second;
                let (first, second) = slopes.by_position();
                information += item.slope * item.slope * second;
                let by = [
                    first - item.slope * theta * second,
                    item.slope * (ll + lu),
                    item.slope * (lu + uu),
                ];
                crossed.push(Cross {
                    item: *place,
                    point,
                    by,
                });
            }
        }
        precision.push(information);
    }
    let mut system = Path::default();
    let nothing = vec![0.0; precision.len()];
    system.eliminate(&precision, &nothing, &path.gaps, prior.drift);
    let covariance = system.covariance();
    let mut variances: Vec<f64> = (0..precision.len()).map(|t| covariance[t][t]).collect();
    crossed.sort_by_key(|c| c.item);
    for votes in crossed.chunk_by(|a, b| a.item == b.item) {
        // What moves with the item: H⁻¹ C, three numbers a point.
        let doubt = &at.doubt[votes[0].item as usize];
        for (t, variance) in variances.iter_mut().enumerate() {
            let mut moved = [0.0; 3];
            for vote in votes {
                for (m, by) in moved.iter_mut().zip(vote.by) {
                    *m += covariance[t][vote.point] * by;
                }
            }
            *variance += quadratic(doubt, moved);
        }
    }
    variances
}

/// xᵀ M x for a symmetric M given as 00, 01, 02, 11, 12, 22.
fn quadratic([m00, m01, m02, m11, m12, m22]: &[f64; 6], [x, y, z]: [f64; 3]) -> f64 {
    m00 * x * x + m11 * y * y + m22 * z * z + 2.0 * (m01 * x * y + m02 * x * z + m12 * y * z)
}
