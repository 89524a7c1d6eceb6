//! Who led either state, and when.

use entente_evidence::{AsOf, EvidenceError, Leader, end_of_month};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::parties::Pair;

/// A leader's time in office.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Administration {
    /// COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// The leader, as the list writes the name.
    pub leader: String,
    /// First day.
    pub from: Date,
    /// Last day: that before the next one's first, otherwise the last of the month of leaving; empty
    /// for the last on record.
    pub until: Option<Date>,
    /// For the last on record, the last day of which the list tells, if it ends before the date.
    pub record_ends: Option<Date>,
}

pub(super) fn of(pair: &Pair, as_of: &AsOf<'_>) -> Result<Vec<Administration>, EvidenceError> {
    let mut found = Vec::new();
    for (ccode, iso3) in [(pair.ccode1, &pair.iso3_1), (pair.ccode2, &pair.iso3_2)] {
        let mut spells: Vec<Leader> = as_of
            .select::<Leader>(|l| l.ccode == ccode)?
            .map(std::borrow::Cow::into_owned)
            .collect();
        spells.sort_by(|a, b| (a.from, &a.leadid).cmp(&(b.from, &b.leadid)));
        let record_ends = as_of.governing(ccode)?.and_then(|g| g.record_ends);
        for (i, spell) in spells.iter().enumerate() {
            let next = spells.get(i + 1).map(|s| s.from);
            let left = spell.until_month.map(end_of_month);
            let until = match (left, next) {
                (Some(left), Some(next)) if left >= next => next.yesterday().ok(),
                (None, Some(next)) => next.yesterday().ok(),
                (left, _) => left,
            };
            found.push(Administration {
                ccode,
                iso3: iso3.clone(),
                leader: spell.leader.clone(),
                from: spell.from,
                until,
                record_ends: until.is_none().then_some(record_ends).flatten(),
            });
        }
    }
    Ok(found)
}
