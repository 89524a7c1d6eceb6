//! Whether the criteria are known well enough for a choice, once the weights favour it.

use super::acceptability::value;
use super::draws::Draws;

/// Confidence factor of an alternative: the share of the draws in which it comes first with the
/// weights held (Lahdelma and Salminen 2001, equation 13); equal alternatives share the place.
pub(super) fn confidence_factor(draws: &Draws, alternative: usize, weights: &[f64]) -> f64 {
    let mut values = vec![0.0; draws.alternatives()];
    let firsts = draws.each().map(|utilities| {
        value(utilities, weights, &mut values);
        let own = values[alternative];
        if values.iter().any(|v| *v > own) {
            return 0.0;
        }
        1.0 / values.iter().filter(|v| **v == own).count() as f64
    });
    firsts.sum::<f64>() / draws.len() as f64
}
