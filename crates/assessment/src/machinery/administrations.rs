//! Who led either state, and when.

use entente_evidence::{AsOf, EvidenceError};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::tenures::Tenures;

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
        let tenures = Tenures::of(ccode, as_of)?;
        for tenure in tenures.list {
            found.push(Administration {
                ccode,
                iso3: iso3.to_owned(),
                leader: tenure.leader,
                from: tenure.from,
                until: tenure.until,
                record_ends: tenures.closed.filter(|_| tenure.until.is_none()),
            });
        }
    }
    Ok(found)
}
