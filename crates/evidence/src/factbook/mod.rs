//! What is common to the tables made from the World Factbook: when it was read, and how its words for days of
//! elections are.

pub mod polling_days;
pub mod snapshots;
