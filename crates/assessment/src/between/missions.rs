//! Who heads the missions between the United States and another party.

use entente_evidence::{AsOf, ChiefOfMission, EvidenceError, Mission as Whose, PartialDate};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::contacts::{UNITED_STATES, partner};
use crate::parties::Pair;
use crate::tenures::FRESH_DAYS;

/// The head of a mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mission {
    /// The state whose mission it is.
    pub of: Ccode,
    /// The state in which it is.
    pub in_state: Ccode,
    /// Who heads it, in the list's words; a vacancy has its own words.
    pub chief: String,
    /// Whether the post of ambassador is vacant.
    pub vacant: bool,
    /// Since when, where the list gives it.
    pub since: Option<PartialDate>,
    /// The last day of which the list tells, where that lies so far before the date that it is not known who
    /// heads the mission on it.
    pub record_ends: Option<Date>,
}

/// The missions between a pair of which one is the United States, as the list stood on the date.
///
/// # Errors
/// If the table cannot be read.
pub(super) fn missions(pair: &Pair, as_of: &AsOf<'_>) -> Result<Vec<Mission>, EvidenceError> {
    let Some(other) = partner(pair) else {
        return Ok(Vec::new());
    };
    let mut rows: Vec<ChiefOfMission> = as_of
        .select::<ChiefOfMission>(|c| c.ccode == Some(other) && !c.none)?
        .map(std::borrow::Cow::into_owned)
        .collect();
    rows.sort_by(|a, b| (a.first_seen, &a.chief).cmp(&(b.first_seen, &b.chief)));
    let read = as_of.snapshot();
    let mut found = Vec::new();
    for (whose, of, in_state) in [
        (Whose::FromUs, UNITED_STATES, other),
        (Whose::InUs, other, UNITED_STATES),
    ] {
        // Of what stands in the last reading, the wording that came last.
        let row = rows
            .iter()
            .rfind(|c| c.mission == whose && c.last_seen.is_none());
        let (Some(row), Some(read)) = (row, read) else {
            continue;
        };
        let stale = (as_of.date() - read).get_days() > FRESH_DAYS;
        found.push(Mission {
            of,
            in_state,
            chief: row.chief.clone(),
            vacant: row.vacant,
            since: row.since,
            record_ends: stale.then_some(read),
        });
    }
    Ok(found)
}
