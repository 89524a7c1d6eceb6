//! Hatching of outlines, which can be told from every shade in grey.

/// Lines down to the left, so many pixels apart, inside rings by the rule of odd and even.
pub(super) fn hatch(rings: &[Vec<(f64, f64)>], apart: f64) -> Vec<[(f64, f64); 2]> {
    // On such a line x + y is the same everywhere.
    let sum = |(x, y): (f64, f64)| x + y;
    let all = || rings.iter().flatten().map(|p| sum(*p));
    let (low, high) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let mut lines = Vec::new();
    let mut at = (low / apart).ceil() * apart;
    while at < high {
        let mut crossings: Vec<f64> = Vec::new();
        for ring in rings {
            for (i, a) in ring.iter().enumerate() {
                let b = ring[(i + 1) % ring.len()];
                let (from, to) = (sum(*a), sum(b));
                if (from <= at) != (to <= at) {
                    crossings.push(a.0 + (at - from) / (to - from) * (b.0 - a.0));
                }
            }
        }
        crossings.sort_by(f64::total_cmp);
        lines.extend(
            crossings
                .chunks_exact(2)
                .filter(|x| x[0] < x[1])
                .map(|x| [(x[0], at - x[0]), (x[1], at - x[1])]),
        );
        at += apart;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_hatched_and_its_hole_is_not() {
        let square = vec![(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)];
        let hole = vec![(2.5, 2.5), (5.5, 2.5), (5.5, 5.5), (2.5, 5.5)];
        let whole = hatch(std::slice::from_ref(&square), 4.0);
        // x + y = 0 touches the corner only; 4, 8 and 12 cross.
        assert_eq!(
            whole,
            [
                [(0.0, 4.0), (4.0, 0.0)],
                [(0.0, 8.0), (8.0, 0.0)],
                [(4.0, 8.0), (8.0, 4.0)],
            ]
        );
        // The middle line, x + y = 8, is in two parts beside the hole.
        assert_eq!(hatch(&[square, hole], 4.0).len(), whole.len() + 1);
        assert!(hatch(&[], 4.0).is_empty());
    }
}
