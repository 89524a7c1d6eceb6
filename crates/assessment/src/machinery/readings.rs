//! What the status rule and the change point say of every pair of the United States on a date.

use entente_evidence::{AsOf, ContactLevel, EvidenceError};
use entente_measures::contact::{ChangePoint, Schedule, Status, implied_cadence, traction};
use entente_states::Ccode;

use super::found;
use super::meetings::{days, merge};
use super::record::{ContactRecord, Covered};
use super::series::{SHORTEST_CADENCE, covered_of, fraying, to_the_last};
use crate::contacts::UNITED_STATES;
use crate::parties::{Pair, Party};

/// The contact of the United States and one state, leaders and ministers as one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The other state.
    pub ccode: Ccode,
    /// Meetings on record, from 1946.
    pub meetings: usize,
    /// Against its own cadence; empty with fewer than three intervals.
    pub status: Option<Status>,
    /// Whether its rate changed in the last 25 years.
    pub fraying: Option<ChangePoint>,
}

/// A reading of every state that ever met the United States, by COW number.
///
/// # Errors
/// If the contact record cannot be read.
pub fn readings(as_of: &AsOf<'_>) -> Result<Vec<Reading>, EvidenceError> {
    let record = ContactRecord::read(as_of)?;
    let mut others: Vec<Ccode> = record
        .records
        .iter()
        .filter_map(|r| r.contact.ccode)
        .collect();
    others.sort_unstable();
    others.dedup();
    Ok(others
        .into_iter()
        .filter_map(|other| reading(other, &record, as_of))
        .collect())
}

fn reading(other: Ccode, record: &ContactRecord, as_of: &AsOf<'_>) -> Option<Reading> {
    let system = entente_states::system();
    let pair = Pair::of(
        &Party::of(system.get(UNITED_STATES)?),
        &Party::of(system.get(other)?),
    );
    let levels = [ContactLevel::Leader, ContactLevel::Minister];
    let covered: Vec<Covered> = levels
        .iter()
        .filter_map(|level| covered_of(&pair, *level, record, as_of))
        .collect();
    let covered = Covered {
        from: covered.iter().map(|c| c.from).max()?,
        to: covered.iter().map(|c| c.to).min()?,
    };
    let mut meetings: Vec<_> = levels
        .iter()
        .flat_map(|level| found::of_pair(record, other, *level))
        .filter(|m| m.kind.counts())
        .collect();
    meetings = merge(meetings);
    let mut held = days(&meetings);
    held.retain(|day| *day >= covered.from);
    let covered = to_the_last(covered, &held);
    let status = implied_cadence(&held).map(|cadence| {
        let schedule = Schedule {
            since: covered.from,
            until: covered.to,
            cadence: cadence.max(SHORTEST_CADENCE),
        };
        traction(&held, &schedule).status
    });
    Some(Reading {
        ccode: other,
        meetings: held.len(),
        status,
        fraying: fraying(&held, covered),
    })
}
