//! A Gaussian random walk observed with noise: exact means, variances and draws.
//!
//! The posterior of one state's path has a tridiagonal precision matrix, so that eliminating
//! forward and substituting backward (Rue and Held 2005, section 2.4; the same recursion as forward
//! filtering, backward sampling, Carter and Kohn 1994) takes a number of steps linear in its length.

/// A path's posterior precision, eliminated.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    /// Pivots.
    pivots: Vec<f64>,
    /// Minus the entries beside the diagonal: one over the variance of each step.
    steps: Vec<f64>,
    /// The right-hand side, eliminated.
    right: Vec<f64>,
}

impl Path {
    /// Sets up and eliminates the system of a random walk with variance `evolution` a session.
    ///
    /// `precision[t]` and `weighted[t]` are what the votes say of point t: a precision, and that
    /// times a mean. `gaps[t]` are the sessions from point t to the next.
    pub(super) fn eliminate(
        &mut self,
        precision: &[f64],
        weighted: &[f64],
        gaps: &[u16],
        evolution: f64,
    ) {
        self.steps.clear();
        self.steps
            .extend(gaps.iter().map(|g| 1.0 / (evolution * f64::from(*g))));
        self.pivots.clear();
        self.right.clear();
        // Nothing is known of the first point beforehand but what `precision` says of every point.
        let mut carried = (0.0, 0.0);
        for t in 0..precision.len() {
            let next = self.steps.get(t).copied().unwrap_or(0.0);
            let pivot = precision[t] + carried.0 + next;
            let right = weighted[t] + carried.1;
            self.pivots.push(pivot);
            self.right.push(right);
            let share = next / pivot;
            carried = (next * (1.0 - share), share * right);
        }
    }

    /// Mean and variance of each point.
    pub(super) fn moments(&self) -> Vec<[f64; 2]> {
        let mut moments = vec![[0.0; 2]; self.pivots.len()];
        let mut next = (0.0, 0.0);
        for t in (0..self.pivots.len()).rev() {
            let step = self.steps.get(t).copied().unwrap_or(0.0);
            let share = step / self.pivots[t];
            let mean = self.right[t] / self.pivots[t] + share * next.0;
            let variance = 1.0 / self.pivots[t] + share * share * next.1;
            moments[t] = [mean, variance];
            next = (mean, variance);
        }
        moments
    }

    /// The whole covariance matrix, row by row.
    pub(super) fn covariance(&self) -> Vec<Vec<f64>> {
        let n = self.pivots.len();
        let mut covariance = vec![vec![0.0; n]; n];
        for t in (0..n).rev() {
            let share = self.steps.get(t).copied().unwrap_or(0.0) / self.pivots[t];
            // Points after t depend on it only through its neighbour t + 1.
            let after = covariance.get(t + 1).map_or(&[][..], |row| &row[t + 1..]);
            let with_after: Vec<f64> = after.iter().map(|c| share * c).collect();
            for (s, value) in (t + 1..).zip(with_after) {
                covariance[t][s] = value;
                covariance[s][t] = value;
            }
            let from_next = if t + 1 < n { covariance[t + 1][t] } else { 0.0 };
            covariance[t][t] = 1.0 / self.pivots[t] + share * from_next;
        }
        covariance
    }

    /// One draw of the path, from as many draws of the standard normal as it has points.
    pub(super) fn draw(&self, mut normal: impl FnMut() -> f64, into: &mut Vec<f64>) {
        into.clear();
        into.resize(self.pivots.len(), 0.0);
        let mut next = 0.0;
        for t in (0..self.pivots.len()).rev() {
            let step = self.steps.get(t).copied().unwrap_or(0.0);
            let pivot = self.pivots[t];
            next = (self.right[t] + step * next) / pivot + normal() / pivot.sqrt();
            into[t] = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two points, unit precision each, step variance 1: precision [[2, -1], [-1, 2]], whose inverse
    /// is [[2, 1], [1, 2]] / 3; with right-hand side (1, 0) the mean is (2/3, 1/3).
    #[test]
    fn two_points() {
        let mut path = Path::default();
        path.eliminate(&[1.0, 1.0], &[1.0, 0.0], &[1], 1.0);
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        let moments = path.moments();
        close(moments[0][0], 2.0 / 3.0);
        close(moments[1][0], 1.0 / 3.0);
        close(moments[0][1], 2.0 / 3.0);
        close(moments[1][1], 2.0 / 3.0);
        let covariance = path.covariance();
        close(covariance[0][1], 1.0 / 3.0);
        close(covariance[0][0], 2.0 / 3.0);
    }

    proptest! {
        /// Precision times covariance is the identity, and precision times mean the right-hand side.
        #[test]
        fn solves_the_system(
            points in prop::collection::vec((0.01f64..5.0, -3.0f64..3.0, 1u16..4), 1..12),
            evolution in 0.01f64..2.0,
        ) {
            let n = points.len();
            let precision: Vec<f64> = points.iter().map(|p| p.0).collect();
            let weighted: Vec<f64> = points.iter().map(|p| p.1).collect();
            let gaps: Vec<u16> = points[1..].iter().map(|p| p.2).collect();
            let mut path = Path::default();
            path.eliminate(&precision, &weighted, &gaps, evolution);
            let covariance = path.covariance();
            let moments = path.moments();
            let entry = |t: usize, s: usize| {
                let step = |k: usize| 1.0 / (evolution * f64::from(gaps[k]));
                match s as i64 - t as i64 {
                    0 => precision[t] + if t > 0 { step(t - 1) } else { 0.0 } + if t + 1 < n { step(t) } else { 0.0 },
                    1 => -step(t),
                    -1 => -step(s),
                    _ => 0.0,
                }
            };
            for t in 0..n {
                let mean: f64 = (0..n).map(|s| entry(t, s) * moments[s][0]).sum();
                prop_assert!((mean - weighted[t]).abs() < 1e-6);
                prop_assert!((moments[t][1] - covariance[t][t]).abs() < 1e-9 * covariance[t][t]);
                // The covariance is symmetric: its rows are its columns.
                for (s, column) in covariance.iter().enumerate() {
                    let product: f64 = column.iter().enumerate().map(|(k, c)| entry(t, k) * c).sum();
                    prop_assert!((product - f64::from(u8::from(t == s))).abs() < 1e-6);
                }
            }
        }
    }
}
