//! Drawing from a forecast of which five quantiles are known.

/// The quantile function through the quantiles 0.05, 0.25, 0.5, 0.75 and 0.95 of a share: straight
/// between them and on beyond the outer ones, cut to 0 and 1.
pub(crate) fn between(q: &[f64; 5], p: f64) -> f64 {
    const AT: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
    let piece = AT[1..4].iter().filter(|at| p > **at).count();
    let way = (p - AT[piece]) / (AT[piece + 1] - AT[piece]);
    (q[piece] + way * (q[piece + 1] - q[piece])).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_third_quantile() {
        let q = [0.1, 0.2, 0.4, 0.6, 0.7];
        assert_eq!(between(&q, 0.5), 0.4);
        assert!((between(&q, 0.25) - 0.2).abs() < 1e-12);
        assert!((between(&q, 0.0) - 0.075).abs() < 1e-12);
    }
}
