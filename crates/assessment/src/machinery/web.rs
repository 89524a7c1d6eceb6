//! All meetings between two states as one series.

use entente_evidence::{AsOf, ContactLevel};
use entente_measures::contact::ChangePoint;
use jiff::civil::Date;
use serde::Serialize;

use super::meetings::{Meeting, days, merge};
use super::record::{ContactRecord, Covered};
use super::row::{MechanismRow, SeriesKind};
use super::series::{covered_of, fraying};
use crate::contacts::partner;
use crate::parties::Pair;

/// The web as a whole: every meeting of every mechanism and the contact at both levels, each once.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Web {
    /// Different meetings since the record of both levels begins.
    pub meetings: usize,
    /// First day on which leaders and ministers are both covered; empty without a record.
    pub covered_from: Option<Date>,
    /// Last such day.
    pub covered_to: Option<Date>,
    /// Whether its rate has changed within the last 25 years.
    pub fraying: Option<ChangePoint>,
}

/// The last days of all meetings, each once, on the covered days.
pub(crate) fn held(rows: &[MechanismRow], covered: Option<Covered>) -> Vec<Date> {
    let mut held = days(&merge(each_once(rows)));
    held.retain(|day| covered.is_none_or(|c| (c.from..=c.to).contains(day)));
    held
}

impl Web {
    pub(super) fn of(
        pair: &Pair,
        rows: &[MechanismRow],
        record: &ContactRecord,
        as_of: &AsOf<'_>,
    ) -> Self {
        let covered = partner(pair).and_then(|_| {
            let leaders = covered_of(pair, ContactLevel::Leader, record, as_of)?;
            let ministers = covered_of(pair, ContactLevel::Minister, record, as_of)?;
            let both = Covered {
                from: leaders.from.max(ministers.from),
                to: leaders.to.min(ministers.to),
            };
            (both.from <= both.to).then_some(both)
        });
        let held = held(rows, covered);
        Web {
            meetings: held.len(),
            covered_from: covered.map(|c| c.from),
            covered_to: covered.map(|c| c.to),
            fraying: covered.and_then(|c| fraying(&held, c)),
        }
    }
}

/// All meetings of mechanisms, and the contacts, but for contacts that a mechanism's meeting holds on
/// other days: the days that were entered stand for the ones of the record.
fn each_once(rows: &[MechanismRow]) -> Vec<Meeting> {
    let of = |series| {
        let rows = rows.iter().filter(move |row| row.series == series);
        rows.flat_map(|row| row.meetings.iter().cloned())
    };
    let mut all: Vec<Meeting> = of(SeriesKind::Mechanism).collect();
    let told = |contact: &Meeting| {
        all.iter().any(|meeting| {
            meeting.entered
                && meeting.gap(contact) > 1
                && contact.sources.iter().all(|s| meeting.sources.contains(s))
        })
    };
    let contacts: Vec<Meeting> = of(SeriesKind::Contact).filter(|c| !told(c)).collect();
    all.extend(contacts);
    all
}
