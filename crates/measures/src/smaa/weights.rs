//! What is known of the weights of criteria.

use super::feasible::Feasible;
use super::sampler::Sampler;

/// Why weights cannot be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WeightsError {
    /// No criteria at all.
    #[error("weights need at least one criterion")]
    NoCriteria,
    /// Weights of another number of criteria than the utilities have.
    #[error("weights of {weights} criteria for utilities by {criteria}")]
    Criteria {
        /// Criteria of the weights.
        weights: usize,
        /// Criteria of the utilities.
        criteria: usize,
    },
    /// A criterion that is not there.
    #[error("there is no criterion {place}: the criteria are numbered 0 to {last}")]
    NoSuchCriterion {
        /// The place asked for.
        place: usize,
        /// The last there is.
        last: usize,
    },
    /// A bound outside 0 to 1, or the lower above the upper.
    #[error("criterion {place}: a weight from {lower} to {upper} is not within 0 to 1")]
    Bounds {
        /// The criterion.
        place: usize,
        /// Lower bound asked for.
        lower: f64,
        /// Upper bound asked for.
        upper: f64,
    },
    /// An order that comes back to where it began.
    #[error("criterion {place} is ranked above itself")]
    Circular {
        /// One criterion of the circle.
        place: usize,
    },
    /// No weights that sum to 1 keep to the order and the bounds.
    #[error(
        "no weights keep to these bounds: they allow a sum from {least:.4} to {most:.4}, not 1"
    )]
    Empty {
        /// The least sum of weights within order and bounds.
        least: f64,
        /// The greatest.
        most: f64,
    },
    /// An order and bounds that contradict each other.
    #[error(
        "criterion {place}: order and bounds ask for at least {lower:.4} and at most {upper:.4}"
    )]
    Contradiction {
        /// The criterion.
        place: usize,
        /// What others push it up to.
        lower: f64,
        /// What others hold it down to.
        upper: f64,
    },
    /// Words that are not understood.
    #[error("weights: {message}")]
    Words {
        /// What is wrong, with the words themselves.
        message: String,
    },
}

/// The weights that are possible: non-negative, summing to 1, within an order and bounds; each as
/// likely as any other (the uniform distribution on that set).
///
/// Without constraints this is the whole simplex, which is how SMAA says that nothing is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    pub(super) bounds: Vec<(f64, f64)>,
    /// The weight of the first is not below that of the second.
    pub(super) order: Vec<(usize, usize)>,
    /// Both weights are the same.
    pub(super) ties: Vec<(usize, usize)>,
}

impl Weights {
    /// Nothing is known: uniform on the simplex of so many criteria.
    ///
    /// # Errors
    ///
    /// [`WeightsError::NoCriteria`] of none.
    pub fn uniform(criteria: usize) -> Result<Self, WeightsError> {
        if criteria == 0 {
            return Err(WeightsError::NoCriteria);
        }
        Ok(Weights {
            bounds: vec![(0.0, 1.0); criteria],
            order: Vec::new(),
            ties: Vec::new(),
        })
    }

    /// Every weight is known. They are scaled to sum to 1.
    ///
    /// # Errors
    ///
    /// [`WeightsError`] if there are none, one is negative or not finite, or all are 0.
    pub fn exact(weights: &[f64]) -> Result<Self, WeightsError> {
        let mut all = Weights::uniform(weights.len())?;
        let sum: f64 = weights.iter().sum();
        for (place, w) in weights.iter().enumerate() {
            let scaled = w / sum;
            all = all.bounded(place, scaled, scaled)?;
        }
        Ok(all)
    }

    /// The weight of `higher` is at least that of `lower`. Whether it may be equal makes no
    /// difference: of weights drawn from a continuous distribution none are.
    ///
    /// # Errors
    ///
    /// [`WeightsError::NoSuchCriterion`]; a circle is found when weights are drawn.
    pub fn ranked(mut self, higher: usize, lower: usize) -> Result<Self, WeightsError> {
        self.check(higher)?;
        self.check(lower)?;
        self.order.push((higher, lower));
        Ok(self)
    }

    /// Both weights are the same.
    ///
    /// # Errors
    ///
    /// [`WeightsError::NoSuchCriterion`].
    pub fn tied(mut self, one: usize, other: usize) -> Result<Self, WeightsError> {
        self.check(one)?;
        self.check(other)?;
        self.ties.push((one, other));
        Ok(self)
    }

    /// The weight lies within these bounds and any declared before; equal bounds fix it.
    ///
    /// # Errors
    ///
    /// [`WeightsError::Bounds`] unless 0 ≤ lower ≤ upper ≤ 1.
    pub fn bounded(mut self, place: usize, lower: f64, upper: f64) -> Result<Self, WeightsError> {
        self.check(place)?;
        // Written so that a bound that is no number fails.
        if !(0.0 <= lower && lower <= upper && upper <= 1.0) {
            return Err(WeightsError::Bounds {
                place,
                lower,
                upper,
            });
        }
        let (least, most) = self.bounds[place];
        self.bounds[place] = (least.max(lower), most.min(upper));
        Ok(self)
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.bounds.len()
    }

    /// Whether nothing is known.
    pub fn is_uniform(&self) -> bool {
        self.order.is_empty()
            && self.ties.is_empty()
            && self.bounds.iter().all(|b| *b == (0.0, 1.0))
    }

    /// Draws weights: draws by criteria, in this order. The same seed gives the same bits.
    ///
    /// # Errors
    ///
    /// [`WeightsError`] if no weights keep to the order and the bounds.
    pub fn sample(&self, draws: usize, seed: u64) -> Result<Vec<f64>, WeightsError> {
        let feasible = Feasible::of(self)?;
        Ok(Sampler::new(feasible, seed).draw(draws))
    }

    fn check(&self, place: usize) -> Result<(), WeightsError> {
        let last = self.bounds.len() - 1;
        (place <= last)
            .then_some(())
            .ok_or(WeightsError::NoSuchCriterion { place, last })
    }
}
