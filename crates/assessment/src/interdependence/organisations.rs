//! Joint memberships of intergovernmental organisations, and their rank among each state's partners.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError, JointIgo};
use entente_measures::interdependence::rank;
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;

/// Joint memberships of the two in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrganisationTie {
    /// Organisations of which both are full members.
    pub joint: Option<u16>,
    /// The place of the second state among the first's partners by that count, 1 being the most;
    /// partners with an equal count share the better place.
    pub rank_for_1: Option<u32>,
    /// The first state's partners on record.
    pub partners_of_1: Option<u32>,
    /// The place of the first state among the second's partners.
    pub rank_for_2: Option<u32>,
    /// The second state's partners on record.
    pub partners_of_2: Option<u32>,
}

/// What is on record of joint memberships of either state of a pair with any other.
pub(crate) struct Organisations {
    coverage: Coverage,
    joint: BTreeMap<u16, u16>,
    with_any: BTreeMap<(Ccode, u16), Vec<(Ccode, u16)>>,
}

impl Organisations {
    pub(crate) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut organisations = Organisations {
            coverage: Coverage::of("joint memberships"),
            joint: BTreeMap::new(),
            with_any: BTreeMap::new(),
        };
        for row in as_of.rows::<JointIgo>()? {
            organisations.coverage.reach(row.year, row.year);
            for (state, partner) in [(row.ccode1, row.ccode2), (row.ccode2, row.ccode1)] {
                if pair.holds(state) {
                    let counts = organisations.with_any.entry((state, row.year));
                    counts.or_default().push((partner, row.igos));
                }
            }
            if pair.holds(row.ccode1) && pair.holds(row.ccode2) {
                organisations.joint.insert(row.year, row.igos);
            }
        }
        Ok(organisations)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// The partners of one of the pair in a year, with the organisations that both are in.
    pub(crate) fn partners(&self, state: Ccode, year: u16) -> &[(Ccode, u16)] {
        let counts = self.with_any.get(&(state, year));
        counts.map_or(&[][..], Vec::as_slice)
    }

    /// The last year in which the pair is on record.
    pub(crate) fn last_year(&self) -> Option<u16> {
        self.joint.keys().next_back().copied()
    }

    /// The pair's memberships in a year; empty where it is not on record.
    pub(crate) fn of_year(&self, pair: &Pair, year: u16) -> OrganisationTie {
        let Some(joint) = self.joint.get(&year).copied() else {
            return OrganisationTie::default();
        };
        let counts = |state: Ccode| self.partners(state, year).iter().map(|(_, igos)| *igos);
        let partners = |state: Ccode| u32::try_from(counts(state).len()).ok();
        OrganisationTie {
            joint: Some(joint),
            rank_for_1: Some(rank(joint, counts(pair.ccode1))),
            partners_of_1: partners(pair.ccode1),
            rank_for_2: Some(rank(joint, counts(pair.ccode2))),
            partners_of_2: partners(pair.ccode2),
        }
    }

    pub(super) fn in_year(
        &self,
        pair: &Pair,
        year: u16,
        missing: &mut Vec<String>,
    ) -> OrganisationTie {
        let tie = self.of_year(pair, year);
        if tie.joint.is_none() {
            missing.push(
                self.coverage
                    .silence(year)
                    .unwrap_or_else(|| "joint memberships (no row for the pair)".to_owned()),
            );
        }
        tie
    }
}
