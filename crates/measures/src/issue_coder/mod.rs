//! The issues of roll calls that nobody has coded, by rule.
//!
//! The published codes (Bailey, Strezhnev and Voeten 2017) end on 4 June 2024, and some of the last are not codes
//! of their issue ([`believed()`]). [`code`] rules on what is missing: a roll call has the issues of the latest coded
//! roll call under the same title; where there is none, a logistic regression on its words decides. For a roll call
//! of a day, only codes of roll calls of earlier days are learned from. [`evaluate()`] does the same for roll calls
//! that are coded, and counts where rule and publisher agree.

mod believed;
mod coding;
mod evaluate;
mod features;
mod fits;
mod logistic;
mod material;
mod record;
mod series;
#[cfg(test)]
mod testing;
mod title;

pub use believed::{believed, published_issues};
pub use coding::{Basis, Coded, Ruling, code};
pub use evaluate::{Cell, Confusion, Evaluation, Means, evaluate};
pub use record::Described;
