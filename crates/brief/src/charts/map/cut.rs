//! Outlines across the edge of the map are cut there.

use super::shapes::Place;

/// The meridian in the middle. Its opposite, 169° W, passes through the Bering Strait: no state that has
/// a shape at this scale lies across it.
const MIDDLE: f64 = 11.0;

/// A ring with longitudes from the middle, between -180 and 180: in as many pieces as the edge of the map
/// cuts it into.
pub(super) fn cut(ring: &[Place]) -> Vec<Vec<Place>> {
    let whole = unrolled(ring);
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(|turn| {
            let turned: Vec<Place> = whole.iter().map(|(x, y)| (x + turn, *y)).collect();
            clipped(&clipped(&turned, 1.0), -1.0)
        })
        .filter(|piece| piece.len() >= 3)
        .collect()
}

/// A longitude from the middle, between -180 and 180.
pub(super) fn from_middle(longitude: f64) -> f64 {
    (longitude - MIDDLE + 180.0).rem_euclid(360.0) - 180.0
}

/// Longitudes from the middle, no step longer than half a turn.
fn unrolled(ring: &[Place]) -> Vec<Place> {
    let mut last: Option<f64> = None;
    ring.iter()
        .map(|(longitude, latitude)| {
            let near = last.unwrap_or(0.0);
            let turns = ((longitude - MIDDLE - near) / 360.0).round();
            let x = longitude - MIDDLE - 360.0 * turns;
            last = Some(x);
            (x, *latitude)
        })
        .collect()
}

/// What of a ring lies within 180 degrees on one side (Sutherland and Hodgman 1974).
fn clipped(ring: &[Place], side: f64) -> Vec<Place> {
    let inside = |place: &Place| place.0 * side <= 180.0;
    let mut kept = Vec::new();
    for (i, here) in ring.iter().enumerate() {
        let next = &ring[(i + 1) % ring.len()];
        if inside(here) {
            kept.push(*here);
        }
        if inside(here) != inside(next) {
            let share = (180.0 * side - here.0) / (next.0 - here.0);
            kept.push((180.0 * side, here.1 + share * (next.1 - here.1)));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square from 186° to 196° E lies across 169° W, the edge: five degrees on each side.
    #[test]
    fn a_ring_across_the_edge_is_in_two() {
        let square = [(-174.0, 0.0), (-164.0, 0.0), (-164.0, 8.0), (-174.0, 8.0)];
        let pieces = cut(&square);
        assert_eq!(pieces.len(), 2);
        let area = |ring: &[Place]| {
            let next = ring.iter().cycle().skip(1);
            let sum: f64 = ring
                .iter()
                .zip(next)
                .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
                .sum();
            sum.abs() / 2.0
        };
        for piece in &pieces {
            assert!((area(piece) - 40.0).abs() < 1e-9);
            assert!(piece.iter().all(|(x, _)| x.abs() <= 180.0));
        }
    }

    #[test]
    fn a_ring_across_the_date_line_stays_whole() {
        let pieces = cut(&[(178.0, 65.0), (-172.0, 65.0), (-172.0, 70.0), (178.0, 70.0)]);
        assert_eq!(
            pieces,
            [[(167.0, 65.0), (177.0, 65.0), (177.0, 70.0), (167.0, 70.0)]]
        );
    }
}
