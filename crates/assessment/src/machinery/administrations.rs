//! Who led either state, and when.

use entente_evidence::{AsOf, EvidenceError, Leader, end_of_month};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

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

/// The administrations of some states, each told by its number and three-letter code.
pub(crate) fn of<'s>(
    states: impl IntoIterator<Item = (Ccode, &'s str)>,
    as_of: &AsOf<'_>,
) -> Result<Vec<Administration>, EvidenceError> {
    let mut found = Vec::new();
    for (ccode, iso3) in states {
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
                iso3: iso3.to_owned(),
                leader: spell.leader.clone(),
                from: spell.from,
                until,
                record_ends: until.is_none().then_some(record_ends).flatten(),
            });
        }
    }
    Ok(found)
}
