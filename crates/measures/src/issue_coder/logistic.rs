//! Logistic regression on features that are there or not, with a normal prior on their weights.
//!
//! P(y = 1 | x) = σ(b + Σ w_j over the features j that x has), σ(m) = 1 / (1 + e^−m). Weights are those of the
//! greatest posterior density with w_j ~ N(0, v), b free: they minimise
//!
//! > L(b, w) = Σ_i log(1 + exp(−s_i m_i)) + Σ_j w_j² / (2 v), s_i = 1 if y_i = 1, else −1
//!
//! (Hastie, Tibshirani and Friedman 2009, sections 4.4 and 18.4). L is convex. Newton's steps are found by
//! conjugate gradients, which need products with the second derivatives and never these themselves (Lin, Weng and
//! Keerthi 2008).

/// A fitted regression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Logistic {
    /// b, then w_0, w_1 and so on.
    coefficients: Vec<f64>,
}

/// What is fitted to: the numbers of each case's features, and whether it has the issue.
pub(super) struct Cases<'a> {
    /// One list of numbers for a case, each below `features`.
    pub rows: &'a [Vec<usize>],
    /// Whether each case has the issue.
    pub outcomes: &'a [bool],
    /// How many features there are.
    pub features: usize,
    /// The prior variance of a weight.
    pub variance: f64,
}

const MOST_STEPS: usize = 50;
/// A gradient without a part larger than this is nothing.
const FLAT: f64 = 1e-6;
/// How often a step that does not descend is halved.
const MOST_HALVINGS: usize = 30;
/// Conjugate gradients end when the remainder is so small a part of the gradient.
const REMAINDER: f64 = 1e-4;
const MOST_DIRECTIONS: usize = 200;

impl Logistic {
    /// Fits to cases.
    pub(super) fn fit(cases: &Cases<'_>) -> Self {
        let mut at = vec![0.0; cases.features + 1];
        let mut height = cases.loss(&at);
        for _ in 0..MOST_STEPS {
            let (gradient, curvature) = cases.slopes(&at);
            if gradient.iter().all(|g| g.abs() <= FLAT) {
                break;
            }
            let step = cases.newton_step(&gradient, &curvature);
            let Some((next, lower)) = descend(cases, &at, height, &step) else {
                break;
            };
            (at, height) = (next, lower);
        }
        Logistic { coefficients: at }
    }

    /// The probability that a case with these features has the issue.
    pub(super) fn probability(&self, row: &[usize]) -> f64 {
        sigma(margin(&self.coefficients, row))
    }
}

/// The farthest of the whole step, its half, its quarter and so on that lowers the loss, with the loss there.
fn descend(cases: &Cases<'_>, from: &[f64], height: f64, step: &[f64]) -> Option<(Vec<f64>, f64)> {
    let mut scale = 1.0;
    for _ in 0..MOST_HALVINGS {
        let next: Vec<f64> = from.iter().zip(step).map(|(x, s)| x + scale * s).collect();
        let lower = cases.loss(&next);
        if lower < height {
            return Some((next, lower));
        }
        scale *= 0.5;
    }
    None
}

fn margin(coefficients: &[f64], row: &[usize]) -> f64 {
    row.iter()
        .fold(coefficients[0], |sum, &j| sum + coefficients[j + 1])
}

fn sigma(margin: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-margin))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

impl Cases<'_> {
    /// L.
    fn loss(&self, at: &[f64]) -> f64 {
        let wrong: f64 = self
            .rows
            .iter()
            .zip(self.outcomes)
            .map(|(row, &came)| {
                let m = margin(at, row);
                let against = if came { -m } else { m };
                against.max(0.0) + libm::log1p(libm::exp(-against.abs()))
            })
            .sum();
        let weights = &at[1..];
        wrong + dot(weights, weights) / (2.0 * self.variance)
    }

    /// The gradient of L, and σ(1 − σ) of every case.
    fn slopes(&self, at: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut gradient: Vec<f64> = at.iter().map(|w| w / self.variance).collect();
        gradient[0] = 0.0;
        let mut curvature = Vec::with_capacity(self.rows.len());
        for (row, &came) in self.rows.iter().zip(self.outcomes) {
            let p = sigma(margin(at, row));
            let excess = p - f64::from(u8::from(came));
            spread(&mut gradient, row, excess);
            curvature.push(p * (1.0 - p));
        }
        (gradient, curvature)
    }

    /// The second derivatives of L times a direction: XᵀDX d + d / v.
    fn curved(&self, direction: &[f64], curvature: &[f64]) -> Vec<f64> {
        let mut product: Vec<f64> = direction.iter().map(|d| d / self.variance).collect();
        product[0] = 0.0;
        for (row, weight) in self.rows.iter().zip(curvature) {
            spread(&mut product, row, weight * margin(direction, row));
        }
        product
    }

    /// The step s with H s = −g, by conjugate gradients (Hestenes and Stiefel 1952).
    fn newton_step(&self, gradient: &[f64], curvature: &[f64]) -> Vec<f64> {
        let mut step = vec![0.0; gradient.len()];
        let mut remainder: Vec<f64> = gradient.iter().map(|g| -g).collect();
        let mut direction = remainder.clone();
        let mut square = dot(&remainder, &remainder);
        let enough = square * REMAINDER * REMAINDER;
        for _ in 0..MOST_DIRECTIONS {
            let product = self.curved(&direction, curvature);
            let bend = dot(&direction, &product);
            if square <= enough || bend <= 0.0 {
                break;
            }
            let far = square / bend;
            for (place, product) in product.iter().enumerate() {
                step[place] += far * direction[place];
                remainder[place] -= far * product;
            }
            let next = dot(&remainder, &remainder);
            for (d, r) in direction.iter_mut().zip(&remainder) {
                *d = r + next / square * *d;
            }
            square = next;
        }
        step
    }
}

/// Adds an amount to the intercept and to every feature of a row.
fn spread(sums: &mut [f64], row: &[usize], amount: f64) {
    sums[0] += amount;
    for &j in row {
        sums[j + 1] += amount;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(rows: &[Vec<usize>], outcomes: &[bool], features: usize, variance: f64) -> Logistic {
        Logistic::fit(&Cases {
            rows,
            outcomes,
            features,
            variance,
        })
    }

    /// Without features, σ(b) is the share: three of four.
    #[test]
    fn the_intercept_alone_gives_the_share() {
        let found = fit(&vec![vec![]; 4], &[true, true, true, false], 0, 1.0);
        assert!((found.probability(&[]) - 0.75).abs() < 1e-6);
    }

    /// One case with feature 0 that has the issue, one with feature 1 that has not. By symmetry b = 0 and
    /// w_0 = −w_1 = w, and the slope in w_0 vanishes where σ(w) − 1 + w / v = 0. For w = ln 3 the first part is
    /// −1/4: v = 4 ln 3.
    #[test]
    fn two_cases_by_hand() {
        let variance = 4.0 * 3f64.ln();
        let found = fit(&[vec![0], vec![1]], &[true, false], 2, variance);
        let wanted = [0.0, 3f64.ln(), -3f64.ln()];
        for (found, wanted) in found.coefficients.iter().zip(wanted) {
            assert!((found - wanted).abs() < 1e-5, "{found} for {wanted}");
        }
        assert!((found.probability(&[0]) - 0.75).abs() < 1e-6);
        assert!((found.probability(&[0, 1]) - 0.5).abs() < 1e-6);
    }

    /// At the fit no slope of the loss is left.
    #[test]
    fn the_fit_is_where_the_slopes_vanish() {
        let rows: Vec<Vec<usize>> = (0..120)
            .map(|i| (0..5).filter(|j| (i * 7 + j * 13) % (j + 2) == 0).collect())
            .collect();
        let outcomes: Vec<bool> = (0..120).map(|i| (i * i + i / 5) % 3 == 0).collect();
        let cases = Cases {
            rows: &rows,
            outcomes: &outcomes,
            features: 5,
            variance: 1.0,
        };
        let (gradient, _) = cases.slopes(&Logistic::fit(&cases).coefficients);
        assert!(gradient.iter().all(|g| g.abs() <= 1e-5), "{gradient:?}");
    }

    /// The slopes are those of the loss: against differences of it.
    #[test]
    fn the_gradient_is_that_of_the_loss() {
        let rows = [vec![0], vec![0, 1], vec![1], vec![]];
        let cases = Cases {
            rows: &rows,
            outcomes: &[true, false, true, false],
            features: 2,
            variance: 0.5,
        };
        let at = [0.3, -0.7, 1.1];
        let (gradient, _) = cases.slopes(&at);
        for (place, slope) in gradient.iter().enumerate() {
            let moved = |by: f64| {
                let mut there = at;
                there[place] += by;
                cases.loss(&there)
            };
            let difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!((slope - difference).abs() < 1e-8);
        }
    }
}
