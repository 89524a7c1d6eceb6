//! How far two titles lie apart, to tell roll calls with the same list of votes.

use std::collections::BTreeSet;

use crate::tables::RollCall;

/// Letters of a word that count: publishers shorten and inflect the rest.
const STEM: usize = 6;

/// 1000 less a thousand times the share of words in common (Jaccard 1901), of words of four letters and more.
pub(super) fn unlike(a: &RollCall, b: &RollCall) -> u32 {
    let (a, b) = (stems(a), stems(b));
    let both = a.intersection(&b).count() as u32;
    let either = a.union(&b).count() as u32;
    match either {
        0 => 1000,
        either => 1000 - 1000 * both / either,
    }
}

fn stems(call: &RollCall) -> BTreeSet<String> {
    [&call.title, &call.description]
        .into_iter()
        .flatten()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 4)
        .map(|word| word.to_lowercase().chars().take(STEM).collect())
        .collect()
}
