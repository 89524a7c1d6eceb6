//! Forecasts of the next session, and how past ones fared.

mod backtest;
mod baselines;
mod drivers;
mod rows;
mod scores;
mod sitting;
mod taught;

pub use backtest::{Backtest, backtest};
pub use baselines::Baseline;
pub(crate) use drivers::standing;
pub use drivers::{Drivers, IdealPointGap, RecurringItem, drivers};
pub use rows::{ForecastRow, Forecasts, GroupForecast, ResolutionForecast, StateVoteForecast};
pub(crate) use rows::{question, word};
pub use scores::{
    BacktestRow, BaselineScore, IntervalReliability, IssueScores, Reliability, Scores,
    SessionScores, VoteBaseline, VoteReliability, VoteScores,
};
pub use sitting::{SESSIONS_OF_ERRORS, SESSIONS_OF_LESSONS, session_forecast};
