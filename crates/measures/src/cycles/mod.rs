//! Terms of office as arithmetic: the days that rules fix, and when two cycles come round together.

mod coincidence;
mod day;
mod series;

pub use coincidence::{Meeting, Recurrence, meetings, recurrence};
pub use day::day_in;
pub use series::{TermOfOffice, after_last, days, months_after, months_before, terms};
