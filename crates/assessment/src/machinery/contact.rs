//! What the contact record shows of a pair besides the meetings that count.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, ContactLevel, EvidenceError};
use serde::Serialize;

use super::found;
use super::meetings::Meeting;
use super::record::ContactRecord;
use crate::contacts::partner;
use crate::occasions::OccasionKind;
use crate::parties::Pair;

/// The contact of a pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairContact {
    /// Whether the record speaks of the pair: only if the United States is in it.
    pub on_record: bool,
    /// Meetings by year, level and kind, merged; years without any are not listed.
    pub years: Vec<ContactCount>,
    /// Attendance at gatherings, ceremonies, private visits and stops on the way.
    pub others: Vec<Meeting>,
    /// Meetings on the ground of a third state that a remark names; the record of these is thin.
    pub third_places: Vec<Meeting>,
    /// Days on which both leaders were at one gathering in the United States, for pairs without it.
    pub together: Vec<Meeting>,
}

/// Meetings of one kind in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ContactCount {
    /// The year in which they ended.
    pub year: i16,
    /// Whether leaders, or ministers only.
    pub level: crate::dossier::Level,
    /// What for.
    pub kind: OccasionKind,
    /// How many.
    pub meetings: u32,
}

impl PairContact {
    pub(super) fn of(
        pair: &Pair,
        record: &ContactRecord,
        as_of: &AsOf<'_>,
    ) -> Result<Self, EvidenceError> {
        let Some(other) = partner(pair) else {
            return Ok(PairContact {
                on_record: false,
                years: Vec::new(),
                others: Vec::new(),
                third_places: Vec::new(),
                together: found::together(record, pair.ccode1, pair.ccode2),
            });
        };
        let third_places = found::in_third_places(record, other, as_of)?;
        let all: Vec<Meeting> = [ContactLevel::Leader, ContactLevel::Minister]
            .into_iter()
            .flat_map(|level| found::of_pair(record, other, level))
            .collect();
        let mut counts: BTreeMap<(i16, &str, OccasionKind), ContactCount> = BTreeMap::new();
        for meeting in all.iter().chain(&third_places) {
            let year = meeting.end.year();
            counts
                .entry((year, meeting.level.as_str(), meeting.kind))
                .or_insert(ContactCount {
                    year,
                    level: meeting.level,
                    kind: meeting.kind,
                    meetings: 0,
                })
                .meetings += 1;
        }
        let mut others: Vec<Meeting> = all.into_iter().filter(|m| !m.kind.counts()).collect();
        others.sort_by_key(|m| (m.start, m.end));
        Ok(PairContact {
            on_record: true,
            years: counts.into_values().collect(),
            others,
            third_places,
            together: Vec::new(),
        })
    }
}
