//! How alive a series of meetings is: its status against a cadence, its rate, and whether the rate
//! has changed.

mod change_point;
mod compare;
mod traction;
mod years;

pub use change_point::{ChangePoint, Rate, Stretch, Turn, Turns, change_point};
pub use compare::{Held, RateChange, rate_change};
pub use traction::{Schedule, Status, Traction, implied_cadence, traction};
pub use years::{YEAR_DAYS, Years};
