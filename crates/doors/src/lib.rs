//! What may come in, and how it goes out.
//!
//! Every other crate takes its rules from here, so that there is one of each:
//!
//! - [`text`]: which characters a text may hold, and how a text is shown whatever it holds;
//! - [`declared`]: the texts of a TOML file that a person wrote;
//! - [`file`]: how a file is written, so that nobody ever finds half of one, and who may read it;
//! - [`lock`]: how one writer waits for another;
//! - [`read`]: how much of a file is read.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod declared;
pub mod file;
pub mod lock;
pub mod read;
#[cfg(any(test, feature = "strategies"))]
pub mod strategies;
pub mod text;
