//! How often leaders and ministers met of late, with many states at once.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, ContactLevel, EvidenceError};
use entente_measures::contact::YEAR_DAYS;
use entente_states::Ccode;
use jiff::ToSpan;

use super::found;
use super::record::ContactRecord;

/// Meetings of the last years of the record.
pub(crate) struct RecentMeetings {
    /// The years that are covered.
    pub(crate) years: f64,
    /// Meetings of the United States with each state.
    pub(crate) with: BTreeMap<Ccode, u32>,
}

/// Meetings of the United States at the level of leaders or ministers in the last years that the
/// record covers by the date; `None` without a record.
///
/// # Errors
/// If the contacts cannot be read.
pub(crate) fn recent_meetings(
    others: &[Ccode],
    years: i16,
    as_of: &AsOf<'_>,
) -> Result<Option<RecentMeetings>, EvidenceError> {
    let record = ContactRecord::read(as_of)?;
    let covered = [ContactLevel::Leader, ContactLevel::Minister]
        .into_iter()
        .filter_map(|level| record.covered(level))
        .reduce(|a, b| if a.to < b.to { a } else { b });
    let Some(covered) = covered else {
        return Ok(None);
    };
    let to = covered.to.min(as_of.date());
    let from = to.saturating_sub(years.years()).max(covered.from);
    let met = |other: &Ccode| {
        let levels = [ContactLevel::Leader, ContactLevel::Minister];
        let all = levels
            .into_iter()
            .flat_map(|level| found::of_pair(&record, *other, level));
        let counted = all
            .filter(|m| m.kind.counts() && m.end > from && m.end <= to)
            .count();
        (*other, u32::try_from(counted).unwrap_or(u32::MAX))
    };
    Ok(Some(RecentMeetings {
        years: f64::from((to - from).get_days()) / YEAR_DAYS,
        with: others.iter().map(met).collect(),
    }))
}
