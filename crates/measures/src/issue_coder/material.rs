//! A record made ready for ruling: in order, with its series and features.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::features::features;
use super::record::Described;
use super::series::Series;

/// The roll calls of a record in the order of their days, and what is read off their texts.
pub(super) struct Material<'a> {
    pub roll_calls: Vec<Described<'a>>,
    /// The features of each.
    pub features: Vec<BTreeSet<String>>,
    pub series: Series<'a>,
}

impl<'a> Material<'a> {
    /// Of a record in any order.
    pub(super) fn of(record: &[Described<'a>]) -> Self {
        let mut roll_calls = record.to_vec();
        roll_calls.sort_by_key(|r| (r.date, r.rcid));
        Material {
            features: roll_calls.par_iter().map(features).collect(),
            series: Series::of(&roll_calls),
            roll_calls,
        }
    }
}
