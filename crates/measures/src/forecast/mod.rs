//! Forecasts of voting: what the next session of the General Assembly will bring to a vote, and how
//! any two states will coincide on it.
//!
//! Most of the Assembly's votes come back. A [`Record`] holds the roll calls before a session and links
//! those of one *series* by the words of their titles. [`Recurrence`] learns from the past how often a
//! series comes back that came up in such and such sessions. An [`Outlook`] sets every state's last vote
//! on each series, and what came up over ten sessions as a stand-in for what is new, against every other
//! state's; states that were absent are taken to vote like those that vote like them ([`Likeness`]). How
//! sure that is, past sessions tell: [`PastErrors`] holds how far the outlook missed them. Single votes
//! are forecast by a [`VoteModel`].
//!
//! Constants were chosen on sessions 45 to 54; what stands in for new roll calls ([`Mix`]) is chosen anew
//! for each session on the ten before it.

mod errors;
mod likeness;
mod logit;
mod opening;
mod outlook;
mod pairs;
mod record;
mod recurrence;
mod score;
mod series;
mod votes;

pub use errors::{Interval, LEVELS, Margins, PastErrors};
pub use likeness::Likeness;
pub use opening::{opens, session_on};
pub use outlook::{Item, Mix, Outlook, PairOutlook, WholeOutlook};
pub use pairs::{PairSums, Pairs, place_of_pair};
pub use record::{Came, Record};
pub use recurrence::{Recurrence, Standing};
pub use score::{CoincidenceScore, VoteScore, Yardstick};
pub use series::Questions;
pub use votes::{Example, VoteModel};

/// How many sessions back a series is looked for.
pub const SESSIONS_BACK: u16 = 6;
/// How many sessions back roll calls stand in for what is new.
pub const SESSIONS_OF_POOL: u16 = 10;
