//! What a contact was for, read from the publisher's remark.

mod kind;
mod named;
mod text;
mod words;

pub use kind::OccasionKind;
pub(crate) use kind::classify;
pub(crate) use named::{Named, event_of, same_event};
pub(crate) use text::Remark;
