//! Partial utilities, drawn: the uncertain side of the criteria.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Why drawn partial utilities cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DrawsError {
    /// No draws, no alternatives or no criteria.
    #[error(
        "{draws} draws of {alternatives} alternatives by {criteria} criteria are nothing to rank"
    )]
    Nothing {
        /// Draws asked for.
        draws: usize,
        /// Alternatives.
        alternatives: usize,
        /// Criteria.
        criteria: usize,
    },
    /// The matrix has another length than its shape says.
    #[error("{found} values where the shape asks for {expected}")]
    Shape {
        /// Values given.
        found: usize,
        /// Draws by alternatives by criteria.
        expected: usize,
    },
    /// A value that is not a finite number.
    #[error("draw {draw}, alternative {alternative}, criterion {criterion}: {value} is no utility")]
    NotFinite {
        /// Place of the draw, from 0.
        draw: usize,
        /// Place of the alternative, from 0.
        alternative: usize,
        /// Place of the criterion, from 0.
        criterion: usize,
        /// What was given.
        value: f64,
    },
}

/// Partial utilities by draw, alternative and criterion, in this order; the greater, the better.
///
/// 0 is the worst and 1 the best that a criterion knows. A criterion without a value is the caller's
/// business: what is not known must be drawn from something, or the criterion left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    values: Vec<f64>,
    alternatives: usize,
    criteria: usize,
}

impl Draws {
    /// From a matrix: all alternatives of the first draw, each with all its criteria, then the next.
    ///
    /// # Errors
    ///
    /// [`DrawsError`] if there is nothing to rank, the length is another, or a value is not finite.
    pub fn new(
        draws: usize,
        alternatives: usize,
        criteria: usize,
        values: Vec<f64>,
    ) -> Result<Self, DrawsError> {
        let expected = draws * alternatives * criteria;
        if expected == 0 {
            return Err(DrawsError::Nothing {
                draws,
                alternatives,
                criteria,
            });
        }
        if values.len() != expected {
            return Err(DrawsError::Shape {
                found: values.len(),
                expected,
            });
        }
        if let Some(place) = values.iter().position(|v| !v.is_finite()) {
            return Err(DrawsError::NotFinite {
                draw: place / (alternatives * criteria),
                alternative: place / criteria % alternatives,
                criterion: place % criteria,
                value: values[place],
            });
        }
        Ok(Draws {
            values,
            alternatives,
            criteria,
        })
    }

    /// From a sampler that fills one draw (alternatives by criteria) at a time.
    ///
    /// Its random numbers come from another stream of the generator than those of the weights, so one
    /// seed serves for both.
    ///
    /// # Errors
    ///
    /// As for [`Draws::new`].
    pub fn sampled(
        draws: usize,
        alternatives: usize,
        criteria: usize,
        seed: u64,
        mut sampler: impl FnMut(&mut Xoshiro256PlusPlus, &mut [f64]),
    ) -> Result<Self, DrawsError> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        rng.jump();
        let mut values = vec![0.0; draws * alternatives * criteria];
        let one = (alternatives * criteria).max(1);
        for draw in values.chunks_exact_mut(one) {
            sampler(&mut rng, draw);
        }
        Draws::new(draws, alternatives, criteria, values)
    }

    /// How many draws.
    pub fn len(&self) -> usize {
        self.values.len() / (self.alternatives * self.criteria)
    }

    /// Never true: there is at least one draw.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many alternatives.
    pub fn alternatives(&self) -> usize {
        self.alternatives
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// Draw by draw, alternatives by criteria.
    pub(super) fn each(&self) -> std::slice::ChunksExact<'_, f64> {
        self.values.chunks_exact(self.alternatives * self.criteria)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_place() {
        let nothing = Draws::new(0, 2, 2, vec![]).unwrap_err();
        assert!(nothing.to_string().contains("nothing to rank"));
        let short = Draws::new(1, 2, 2, vec![0.0; 3]).unwrap_err();
        assert_eq!(short.to_string(), "3 values where the shape asks for 4");
        let mut values = vec![0.0; 12];
        values[9] = f64::NAN;
        let broken = Draws::new(2, 3, 2, values).unwrap_err();
        assert_eq!(
            broken.to_string(),
            "draw 1, alternative 1, criterion 1: NaN is no utility"
        );
    }
}
