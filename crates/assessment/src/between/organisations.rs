//! Organisations that list both of a pair as members, by the World Factbook.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, EvidenceError, Participation};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::parties::Pair;

/// Organisations with both of a pair among their members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationsToday {
    /// The day on which the list was read.
    pub read: Date,
    /// Their abbreviations, in order.
    pub both: Vec<String>,
}

/// The organisations that list both of a pair; nothing before the list begins, or where it has one of them not.
///
/// # Errors
/// If the table cannot be read.
pub(crate) fn shared(
    pair: &Pair,
    as_of: &AsOf<'_>,
) -> Result<Option<OrganisationsToday>, EvidenceError> {
    let Some(read) = as_of.snapshot() else {
        return Ok(None);
    };
    let of = |state: Ccode| -> Result<BTreeSet<String>, EvidenceError> {
        let listed = as_of.select::<Participation>(|p| p.ccode == Some(state))?;
        // Whether an organisation is listed is known of the row as it reads on the date only.
        let standing = listed.filter(|p| p.last_seen.is_none() && p.status.is_none());
        Ok(standing.map(|p| p.organisation.clone()).collect())
    };
    let (first, second) = (of(pair.ccode1)?, of(pair.ccode2)?);
    let listed = !first.is_empty() && !second.is_empty();
    Ok(listed.then(|| OrganisationsToday {
        read,
        both: first.intersection(&second).cloned().collect(),
    }))
}
