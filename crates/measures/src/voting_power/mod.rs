//! Weighted voting games: who elects, and whose vote decides.
//!
//! A coalition wins if its weights reach a quota and, where the rule says so, it holds enough of the
//! counted members (the Inter-American Development Bank elects its president by a majority of the
//! voting power that includes a majority of the regional governors). Indices are exact, not simulated:
//! coalitions are counted by dynamic programming over their weight (Mann and Shapley 1962; Lucas 1983;
//! Matsui and Matsui 2000).

mod counting;
mod game;
mod integral;
mod outlook;
mod power;

pub use game::{Game, GameError, Member, Rule};
pub use outlook::{Need, minimal_winning, need};
pub use power::{Power, power};

#[cfg(test)]
mod tests;
