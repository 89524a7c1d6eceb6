//! What a row of a list of elections is.

use crate::cell::words;

words! {
    /// What a row of the election list is.
    pub enum ElectionKind {
        /// A vote that took place.
        Vote = "vote",
        /// A vote that was planned when the list was closed.
        Plan = "plan",
        /// Anything else: an announcement, a delay, a deadline, an annulment.
        Other = "other",
    }
}
