//! The set of possible weights, reduced to what is free in it.
//!
//! Weights that are tied are one weight, counted as often as it stands for criteria. Under an order
//! and bounds alone, the greatest lower bounds and the least upper bounds are themselves within the
//! set but for their sum, and so is the segment between them: the set is empty exactly if no point of
//! that segment sums to 1.

use super::weights::{Weights, WeightsError};

/// Weights nearer than this are the same.
const NEAR: f64 = 1e-9;

/// The possible weights, one entry a class of tied criteria.
pub(super) struct Feasible {
    /// The class of each criterion.
    pub(super) class: Vec<usize>,
    /// How many criteria each class stands for.
    pub(super) size: Vec<f64>,
    /// Least weight of each class.
    pub(super) lower: Vec<f64>,
    /// Greatest weight of each class.
    pub(super) upper: Vec<f64>,
    /// Classes of which the first has at least the weight of the second.
    pub(super) order: Vec<(usize, usize)>,
    /// A point well inside the set; the only one where `upper` is `lower`.
    pub(super) inside: Vec<f64>,
}

impl Feasible {
    pub(super) fn of(weights: &Weights) -> Result<Self, WeightsError> {
        let class = classes(weights);
        let count = class.iter().max().map_or(0, |c| c + 1);
        let mut size = vec![0.0; count];
        let mut lower = vec![0.0; count];
        let mut upper = vec![1.0; count];
        for (criterion, c) in class.iter().copied().enumerate() {
            size[c] += 1.0;
            lower[c] = f64::max(lower[c], weights.bounds[criterion].0);
            upper[c] = f64::min(upper[c], weights.bounds[criterion].1);
        }
        let mut order: Vec<(usize, usize)> = weights
            .order
            .iter()
            .map(|(a, b)| (class[*a], class[*b]))
            .collect();
        order.sort_unstable();
        order.dedup();
        let mut set = Feasible {
            class,
            size,
            lower,
            upper,
            order,
            inside: Vec::new(),
        };
        let from_the_top = set.topological()?;
        let (lower, upper) = set.tightened(&from_the_top, 0.0);
        set.refuse_empty(&lower, &upper)?;
        set.inside = set.interior(&from_the_top, &lower, &upper);
        (set.lower, set.upper) = (lower, upper);
        Ok(set)
    }

    /// Whether a point keeps to order and bounds; its sum is the caller's business.
    pub(super) fn holds(&self, point: &[f64]) -> bool {
        self.order.iter().all(|(a, b)| point[*a] >= point[*b])
            && point
                .iter()
                .zip(self.lower.iter().zip(&self.upper))
                .all(|(w, (lower, upper))| (lower..=upper).contains(&w))
    }

    /// The classes' weights, class by class, as the criteria's.
    pub(super) fn spread<'a>(&'a self, point: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
        self.class.iter().map(|c| point[*c])
    }

    /// Σ size · weight.
    pub(super) fn sum(&self, point: &[f64]) -> f64 {
        self.size.iter().zip(point).map(|(n, w)| n * w).sum()
    }

    /// The classes, each after all that are ranked above it.
    fn topological(&self) -> Result<Vec<usize>, WeightsError> {
        let count = self.size.len();
        let mut above = vec![0; count];
        for (_, b) in &self.order {
            above[*b] += 1;
        }
        let mut sorted: Vec<usize> = (0..count).filter(|c| above[*c] == 0).collect();
        let mut next = 0;
        while let Some(class) = sorted.get(next).copied() {
            next += 1;
            for (_, b) in self.order.iter().filter(|(a, _)| *a == class) {
                above[*b] -= 1;
                if above[*b] == 0 {
                    sorted.push(*b);
                }
            }
        }
        match above.iter().position(|n| *n > 0) {
            Some(class) => Err(WeightsError::Circular {
                place: self.criterion(class),
            }),
            None => Ok(sorted),
        }
    }

    /// Bounds that the order has passed on, every constraint kept with a margin.
    fn tightened(&self, from_the_top: &[usize], margin: f64) -> (Vec<f64>, Vec<f64>) {
        let mut lower: Vec<f64> = self.lower.iter().map(|l| l + margin).collect();
        let mut upper: Vec<f64> = self.upper.iter().map(|u| u - margin).collect();
        for class in from_the_top {
            for (_, b) in self.order.iter().filter(|(a, _)| a == class) {
                upper[*b] = upper[*b].min(upper[*class] - margin);
            }
        }
        for class in from_the_top.iter().rev() {
            for (a, _) in self.order.iter().filter(|(_, b)| b == class) {
                lower[*a] = lower[*a].max(lower[*class] + margin);
            }
        }
        (lower, upper)
    }

    fn refuse_empty(&self, lower: &[f64], upper: &[f64]) -> Result<(), WeightsError> {
        if let Some(class) = (0..lower.len()).find(|c| lower[*c] > upper[*c] + NEAR) {
            return Err(WeightsError::Contradiction {
                place: self.criterion(class),
                lower: lower[class],
                upper: upper[class],
            });
        }
        let (least, most) = (self.sum(lower), self.sum(upper));
        if least > 1.0 + NEAR || most < 1.0 - NEAR {
            return Err(WeightsError::Empty { least, most });
        }
        Ok(())
    }

    /// The point of the segment that sums to 1, with the greatest margin of those tried.
    fn interior(&self, from_the_top: &[usize], lower: &[f64], upper: &[f64]) -> Vec<f64> {
        let margins = std::iter::successors(Some(0.25), |m| Some(m / 2.0)).take(24);
        margins
            .map(|margin| self.tightened(from_the_top, margin))
            .find(|(lower, upper)| {
                lower.iter().zip(upper).all(|(l, u)| l <= u)
                    && self.sum(lower) <= 1.0
                    && self.sum(upper) >= 1.0
            })
            .map_or_else(
                || self.on_segment(lower, upper),
                |(lower, upper)| self.on_segment(&lower, &upper),
            )
    }

    fn on_segment(&self, lower: &[f64], upper: &[f64]) -> Vec<f64> {
        let (least, most) = (self.sum(lower), self.sum(upper));
        let way = if most > least {
            ((1.0 - least) / (most - least)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        lower
            .iter()
            .zip(upper)
            .map(|(l, u)| l + way * (u - l))
            .collect()
    }

    fn criterion(&self, class: usize) -> usize {
        self.class.iter().position(|c| *c == class).unwrap_or(0)
    }
}

/// The class of each criterion: the tied ones share one.
fn classes(weights: &Weights) -> Vec<usize> {
    let mut root: Vec<usize> = (0..weights.criteria()).collect();
    for (one, other) in &weights.ties {
        let (from, to) = (root[*one].max(root[*other]), root[*one].min(root[*other]));
        for r in &mut root {
            if *r == from {
                *r = to;
            }
        }
    }
    let mut seen: Vec<usize> = Vec::new();
    root.iter()
        .map(|r| {
            seen.iter().position(|s| s == r).unwrap_or_else(|| {
                seen.push(*r);
                seen.len() - 1
            })
        })
        .collect()
}
