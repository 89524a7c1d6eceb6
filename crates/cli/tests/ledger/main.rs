//! `entente ledger`, run as a person or a program runs it, each test on a database of its own.

mod adversary;
mod asking;
mod calendar;
mod changing;
mod feeding;
mod keeping;
mod older;
mod packing;
mod place;
mod planning;
mod postgres;
mod recording;
mod resting;
#[path = "../../../ledger/tests/both/server.rs"]
mod server;
