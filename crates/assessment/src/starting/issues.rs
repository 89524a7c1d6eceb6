//! Issues on which some states vote.

use entente_evidence::{AsOf, EvidenceError, Issue};
use entente_measures::{Mask, VotePlanes};

use crate::parties::{Party, pairs};

/// Sessions that speak of the present.
const RECENT_SESSIONS: u16 = 5;

/// A coded issue on which the parties voted of late.
pub(super) struct VotedIssue {
    pub issue: Issue,
    /// Roll calls with a vote of both of every pair, in the mean.
    pub roll_calls: u32,
    /// Mean voting coincidence of the pairs, 0 to 1.
    pub coincidence: f64,
    /// The sessions.
    pub sessions: (u16, u16),
}

/// Those with a roll call on which each pair voted in the last five sessions on record.
pub(super) fn of(parties: &[Party], as_of: &AsOf<'_>) -> Result<Vec<VotedIssue>, EvidenceError> {
    let calls = as_of.roll_calls()?;
    let planes = VotePlanes::new(as_of.votes()?, calls);
    let Some(last) = calls.iter().map(|v| v.roll_call.session).max() else {
        return Ok(Vec::new());
    };
    let first = (last + 1).saturating_sub(RECENT_SESSIONS);
    let pairs = pairs(parties);
    let voted = |issue: &Issue| {
        let places = (0..calls.len())
            .filter(|at| calls[*at].roll_call.session >= first && calls[*at].has(*issue));
        let mask = Mask::of(places);
        let (mut joint, mut sum) = (0, 0.0);
        for pair in &pairs {
            let tally = planes.tally(
                planes.place(pair.ccode1)?,
                planes.place(pair.ccode2)?,
                &mask,
            );
            joint += tally.joint();
            sum += tally.coincidence()?;
        }
        let of_pairs = u32::try_from(pairs.len()).unwrap_or(u32::MAX).max(1);
        Some(VotedIssue {
            issue: *issue,
            roll_calls: joint / of_pairs,
            coincidence: sum / f64::from(of_pairs),
            sessions: (first, last),
        })
    };
    Ok(Issue::ALL.iter().filter_map(voted).collect())
}
