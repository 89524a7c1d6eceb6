//! How often the parties name each other in the General Debate.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{AsOf, DebateMention, EvidenceError};
use entente_states::Ccode;
use serde::Serialize;

use crate::parties::Pair;

/// Years that are counted together.
const SPAN: usize = 5;

/// How often one state named another over some years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Naming {
    /// The state that spoke.
    pub by: Ccode,
    /// The state that was named.
    pub named: Ccode,
    /// The first and the last of the years counted.
    pub years: [u16; 2],
    /// In how many of them it named any state.
    pub spoke: u32,
    /// How often it named the other.
    pub times: u32,
    /// The place of the other among all whom it named, 1 being the most; empty if it was not named.
    pub rank: Option<u32>,
}

/// How often each of a pair named the other in the last five debates on record by the date.
///
/// # Errors
/// If the table cannot be read.
pub(crate) fn namings(pair: &Pair, as_of: &AsOf<'_>) -> Result<Vec<Naming>, EvidenceError> {
    let mut held: BTreeSet<u16> = BTreeSet::new();
    let mut rows: Vec<DebateMention> = Vec::new();
    for row in as_of.rows::<DebateMention>()? {
        held.insert(row.year);
        if row.speaker_ccode.is_some_and(|s| pair.holds(s)) {
            rows.push(row.into_owned());
        }
    }
    let years: Vec<u16> = held.into_iter().rev().take(SPAN).collect();
    let (Some(last), Some(first)) = (years.first(), years.last()) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (by, named) in [(pair.ccode1, pair.ccode2), (pair.ccode2, pair.ccode1)] {
        let own = rows
            .iter()
            .filter(|m| m.speaker_ccode == Some(by) && years.contains(&m.year));
        let mut times: BTreeMap<Ccode, u32> = BTreeMap::new();
        let mut spoke: BTreeSet<u16> = BTreeSet::new();
        for mention in own {
            spoke.insert(mention.year);
            if let Some(whom) = mention.mentioned_ccode.filter(|whom| *whom != by) {
                *times.entry(whom).or_default() += u32::from(mention.mentions);
            }
        }
        if spoke.is_empty() {
            continue;
        }
        let own = times.get(&named).copied();
        let more = times.values().filter(|t| Some(**t) > own).count();
        found.push(Naming {
            by,
            named,
            years: [*first, *last],
            spoke: u32::try_from(spoke.len()).unwrap_or(u32::MAX),
            times: own.unwrap_or(0),
            rank: own.and(u32::try_from(more + 1).ok()),
        });
    }
    Ok(found)
}
