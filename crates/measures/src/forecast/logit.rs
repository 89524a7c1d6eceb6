//! Multinomial logistic regression of three outcomes, by Newton's method.
//!
//! P(k | x) ∝ exp(b_k · x), b_1 = 0 (McFadden 1974; Hastie, Tibshirani and Friedman 2009, section
//! 4.4.1), with a ridge on the coefficients.

/// Coefficients of the second and third outcome against the first, feature by feature.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Logit<const F: usize> {
    coefficients: [[f64; F]; 2],
}

/// The ridge: one over the coefficients' prior variance.
const RIDGE: f64 = 1.0;
const MOST_STEPS: usize = 25;
/// A step that moves no coefficient farther than this is the last.
const STILL: f64 = 1e-4;

impl<const F: usize> Logit<F> {
    /// Fits to cases: features and outcome (0, 1, 2).
    pub(super) fn fit(cases: &[([f64; F], u8)]) -> Self {
        let mut fit = Logit {
            coefficients: [[0.0; F]; 2],
        };
        for _ in 0..MOST_STEPS {
            let Some(step) = fit.newton(cases) else {
                break;
            };
            // A ridge keeps the posterior concave; a long first step is shortened all the same.
            let longest = step.iter().fold(0f64, |most, s| most.max(s.abs()));
            let scale = (4.0 / longest).min(1.0);
            for (place, s) in step.iter().enumerate() {
                fit.coefficients[place / F][place % F] += scale * s;
            }
            if longest < STILL {
                break;
            }
        }
        fit
    }

    /// The probabilities of the three outcomes.
    pub(super) fn probabilities(&self, features: &[f64; F]) -> [f64; 3] {
        let score = |k: usize| -> f64 {
            let products = self.coefficients[k].iter().zip(features);
            products.map(|(b, x)| b * x).sum()
        };
        let scores = [0.0, score(0), score(1)];
        let most = scores.iter().fold(f64::MIN, |m, s| m.max(*s));
        let odds = scores.map(|s| (s - most).exp());
        let sum: f64 = odds.iter().sum();
        odds.map(|o| o / sum)
    }

    /// Newton's step: the information's inverse times the gradient; `None` if it cannot be solved.
    fn newton(&self, cases: &[([f64; F], u8)]) -> Option<Vec<f64>> {
        let size = 2 * F;
        let mut gradient: Vec<f64> = self.coefficients.as_flattened().to_vec();
        gradient.iter_mut().for_each(|g| *g *= -RIDGE);
        // Three blocks: second with second, second with third, third with third.
        let mut blocks = [[[0.0; F]; F]; 3];
        for (x, outcome) in cases {
            let p = self.probabilities(x);
            let weights = [p[1] * (1.0 - p[1]), -p[1] * p[2], p[2] * (1.0 - p[2])];
            for (i, xi) in x.iter().enumerate() {
                if *xi == 0.0 {
                    continue;
                }
                for k in 0..2 {
                    let came = f64::from(u8::from(usize::from(*outcome) == k + 1));
                    gradient[k * F + i] += xi * (came - p[k + 1]);
                }
                for (block, weight) in blocks.iter_mut().zip(weights) {
                    let scaled = weight * xi;
                    for (h, xj) in block[i][..=i].iter_mut().zip(x) {
                        *h += scaled * xj;
                    }
                }
            }
        }
        let mut information = vec![0.0; size * size];
        for i in 0..F {
            for j in 0..F {
                let (low, high) = (i.max(j), i.min(j));
                information[i * size + j] = blocks[0][low][high];
                information[i * size + F + j] = blocks[1][low][high];
                information[(F + i) * size + j] = blocks[1][low][high];
                information[(F + i) * size + F + j] = blocks[2][low][high];
            }
        }
        for i in 0..size {
            information[i * size + i] += RIDGE;
        }
        solve(information, gradient)
    }
}

/// Solves a symmetric positive definite system by Cholesky's decomposition; `None` if it is not one.
fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| matrix[i * n + k] * matrix[j * n + k]).sum();
            let rest = matrix[i * n + j] - known;
            if i == j {
                if rest <= 0.0 || !rest.is_finite() {
                    return None;
                }
                matrix[i * n + i] = rest.sqrt();
            } else {
                matrix[i * n + j] = rest / matrix[j * n + j];
            }
        }
        let known: f64 = (0..i).map(|k| matrix[i * n + k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * n + i];
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| matrix[k * n + i] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * n + i];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With one constant feature the fitted probabilities are the shares, but for the ridge.
    #[test]
    fn a_constant_gives_the_shares() {
        let cases: Vec<([f64; 1], u8)> = (0..1_000)
            .map(|i| ([1.0], [0, 0, 0, 0, 0, 1, 1, 1, 2, 2][i % 10]))
            .collect();
        let p = Logit::fit(&cases).probabilities(&[1.0]);
        for (found, share) in p.iter().zip([0.5, 0.3, 0.2]) {
            assert!((found - share).abs() < 5e-3, "{p:?}");
        }
    }

    /// At the fit, the gradient of the penalised likelihood is nothing.
    #[test]
    fn the_fit_is_where_the_gradient_vanishes() {
        let cases: Vec<([f64; 2], u8)> = (0..300)
            .map(|i| {
                let x = f64::from(i % 7) - 3.0;
                ([1.0, x], u8::try_from((i * i + i / 7) % 3).unwrap())
            })
            .collect();
        let fit = Logit::fit(&cases);
        for k in 0..2 {
            for f in 0..2 {
                let slope: f64 = cases
                    .iter()
                    .map(|(x, y)| {
                        let came = f64::from(u8::from(usize::from(*y) == k + 1));
                        x[f] * (came - fit.probabilities(x)[k + 1])
                    })
                    .sum();
                assert!((slope - RIDGE * fit.coefficients[k][f]).abs() < 1e-2);
            }
        }
    }

    #[test]
    fn solves_by_hand() {
        let found = solve(vec![4.0, 2.0, 2.0, 3.0], vec![10.0, 9.0]).unwrap();
        assert!((found[0] - 1.5).abs() < 1e-12 && (found[1] - 2.0).abs() < 1e-12);
        assert_eq!(solve(vec![1.0, 2.0, 2.0, 1.0], vec![0.0, 0.0]), None);
    }
}
