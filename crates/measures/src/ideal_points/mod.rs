//! Ideal points: where states stand on one dimension, session by session.
//!
//! The dynamic ordinal spatial model of Bailey, Strezhnev and Voeten (2017), "Estimating Dynamic
//! State Preferences from United Nations Voting Data", Journal of Conflict Resolution 61(2):
//! state i at session t with ideal point θ_it votes on item j by z = β_j θ_it + ε, ε ~ N(0, 1): no
//! below the cut γ_j1, yes above γ_j2, abstention between.

pub mod convention;
mod curve;
mod diagnostics;
mod em;
mod estimate;
mod gibbs;
mod item;
mod panel;
mod path;
mod probit;
mod session_moves;
#[cfg(test)]
mod simulated;
mod squarem;
mod start;
pub mod truncated;
mod uncertainty;

pub use diagnostics::{Mixing, mixing};
pub use estimate::{Draws, Ending, Estimates, IdealPoint, Orientation, TooThin, em, gibbs};
pub use item::Item;
pub use panel::{Panel, StateSession, Zone};

/// One over the prior variance of slopes about 0, as Bailey, Strezhnev and Voeten have it.
pub const SLOPE_PRECISION: f64 = 1.0;
/// One over the prior variance of cut points about 0. Theirs is flat between −7 and 7.
pub const CUT_PRECISION: f64 = 0.02;

/// What is taken for granted of the states' paths before the votes are read.
///
/// A path is a Gaussian Markov random field: θ_it − θ_i,t−g ~ N(0, g · `drift`) over a gap of g
/// sessions, and θ_it ~ N(0, 1 / (`pull` · votes)). The second is what fixes location and scale. The
/// authors' sampler instead standardises positions in every sweep and leaves the items as they are,
/// which draws positions to the middle in proportion to the information that their votes hold: a
/// pull per vote says the same as a prior.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Prior {
    /// Variance of the random walk from one session to the next.
    pub drift: f64,
    /// Precision about 0 for each vote cast.
    pub pull: f64,
}

impl Default for Prior {
    fn default() -> Self {
        Prior {
            drift: 0.35,
            pull: 0.02,
        }
    }
}

impl Prior {
    fn pull(&self, votes: usize) -> f64 {
        self.pull * votes as f64
    }
}

/// How expectation-maximisation runs.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct EmOptions {
    /// Ends when no position moves farther in a plain step.
    pub tolerance: f64,
    /// Ends after so many steps in any case.
    pub most_steps: usize,
}

impl Default for EmOptions {
    fn default() -> Self {
        EmOptions {
            tolerance: 1e-4,
            most_steps: 2_000,
        }
    }
}

/// How the Gibbs sampler runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct GibbsOptions {
    /// Chains, each with its own stream of random numbers.
    pub chains: usize,
    /// Sweeps of each that are thrown away.
    pub warmup: usize,
    /// Sweeps of each after these.
    pub sweeps: usize,
    /// Keeps one draw in so many sweeps; at least 1.
    pub thin: usize,
    /// Seed of the random numbers.
    pub seed: u64,
}

impl Default for GibbsOptions {
    fn default() -> Self {
        GibbsOptions {
            chains: 4,
            warmup: 500,
            sweeps: 2_000,
            thin: 4,
            seed: 1945,
        }
    }
}
