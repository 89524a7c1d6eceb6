//! The power of each member: Banzhaf and Shapley-Shubik.

use serde::Serialize;

use super::counting::{self, COUNTABLE};
use super::game::{Game, GameError};
use super::integral;

/// The power of the members of a game, in their order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Power {
    /// Absolute Banzhaf (Penrose) index: the probability that the member decides when every other votes
    /// for or against with equal odds, 0 to 1 (Penrose 1946; Banzhaf 1965; Dubey and Shapley 1979).
    pub banzhaf: Vec<f64>,
    /// The same as a share of the sum over all members.
    pub banzhaf_share: Vec<f64>,
    /// Shapley-Shubik index: the share of the orders of all members in which the member is the one that
    /// turns a losing coalition into a winning one; sums to 1 (Shapley and Shubik 1954).
    pub shapley_shubik: Vec<f64>,
    /// The share of all coalitions that win: the power of the body to act (Coleman 1971).
    pub to_act: f64,
}

/// The indices, exact but for rounding in the twelfth place.
///
/// Up to 53 members (or as many counted and as many others) coalitions are counted by size and weight:
/// the counts are whole numbers below 2⁵³, so nothing is lost. Of more, without a rule that counts
/// members, the Shapley-Shubik index is the integral over t from 0 to 1 of the probability to decide
/// when each other joins with probability t (Owen 1972), a polynomial that Gauss-Legendre quadrature
/// integrates exactly.
///
/// # Errors
///
/// [`GameError::TooMany`] if a rule counts members and there are more.
pub fn power(game: &Game) -> Result<Power, GameError> {
    let counted = match game.rule.counted {
        0 => 0,
        _ => game.members.iter().filter(|m| m.counted).count(),
    };
    let larger = counted.max(game.members.len() - counted);
    let raw = if larger <= COUNTABLE {
        counting::indices(game)
    } else if game.rule.counted == 0 {
        integral::indices(game)
    } else {
        return Err(GameError::TooMany {
            found: larger,
            most: COUNTABLE,
        });
    };
    let sum: f64 = raw.banzhaf.iter().sum();
    Ok(Power {
        banzhaf_share: raw.banzhaf.iter().map(|b| b / sum).collect(),
        banzhaf: raw.banzhaf,
        shapley_shubik: raw.shapley_shubik,
        to_act: raw.to_act,
    })
}

/// What both ways of computing give.
pub(super) struct Raw {
    pub(super) banzhaf: Vec<f64>,
    pub(super) shapley_shubik: Vec<f64>,
    pub(super) to_act: f64,
}
