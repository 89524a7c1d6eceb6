//! Extrapolation of a slowly converging sequence: SQUAREM, scheme S3 (Varadhan and Roland 2008,
//! "Simple and globally convergent methods for accelerating the convergence of any EM algorithm").

use super::em::Standing;

const SHORTEST_LIMIT: f64 = 4.0;

/// How far leaps may go: farther while they hit that limit, short again after a bad one.
pub(super) struct Leaps {
    limit: f64,
}

impl Leaps {
    pub(super) fn new() -> Self {
        Leaps {
            limit: SHORTEST_LIMIT,
        }
    }

    /// From a point and its next two iterates, a point farther on; `None` where two plain steps are
    /// as good.
    pub(super) fn leap(
        &mut self,
        start: &Standing,
        first: &Standing,
        second: &Standing,
    ) -> Option<Standing> {
        let (mut rr, mut vv) = (0.0, 0.0);
        let points = coordinates(start)
            .zip(coordinates(first))
            .zip(coordinates(second));
        for ((a, b), c) in points {
            let r = b - a;
            let v = (c - b) - r;
            rr += r * r;
            vv += v * v;
        }
        let length = (rr / vv).sqrt();
        if length.is_nan() || length <= 1.0 {
            return None;
        }
        let length = length.min(self.limit);
        if length == self.limit {
            self.limit *= 4.0;
        }
        let onward = |a: f64, b: f64, c: f64| {
            let r = b - a;
            let v = (c - b) - r;
            a + 2.0 * length * r + length * length * v
        };
        let mut next = second.clone();
        for (k, position) in next.position.iter_mut().enumerate() {
            *position = onward(start.position[k], first.position[k], second.position[k]);
        }
        for (k, item) in next.items.iter_mut().enumerate() {
            let [a, b, c] = [start, first, second].map(|s| s.items[k]);
            item.slope = onward(a.slope, b.slope, c.slope);
            let lower = onward(a.lower, b.lower, c.lower);
            let upper = onward(a.upper, b.upper, c.upper);
            if upper > lower || c.upper == c.lower {
                item.lower = lower;
                item.upper = upper;
            }
        }
        Some(next)
    }

    /// Whether a leap is kept, by how far a plain step moves before and after it.
    pub(super) fn judge(&mut self, before: f64, after: f64) -> bool {
        const WORSE: f64 = 8.0;
        let kept = after < WORSE * before;
        if !kept {
            self.limit = SHORTEST_LIMIT;
        }
        kept
    }
}

fn coordinates(standing: &Standing) -> impl Iterator<Item = f64> {
    let items = standing.items.iter();
    standing
        .position
        .iter()
        .copied()
        .chain(items.flat_map(|i| [i.slope, i.lower, i.upper]))
}
