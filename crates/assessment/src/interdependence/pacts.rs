//! Alliance and consultation pacts between the two.

use entente_evidence::{Alliance, AsOf, EvidenceError};
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;

/// What one state is bound to by its pacts with the other in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PactTie {
    /// To defend it.
    pub defence: bool,
    /// To join it in attack.
    pub offence: bool,
    /// To stay neutral.
    pub neutrality: bool,
    /// Not to attack it.
    pub nonaggression: bool,
    /// To consult with it.
    pub consultation: bool,
}

impl PactTie {
    /// The five by name.
    pub fn named(&self) -> [(&'static str, bool); 5] {
        [
            ("defence", self.defence),
            ("offence", self.offence),
            ("neutrality", self.neutrality),
            ("nonaggression", self.nonaggression),
            ("consultation", self.consultation),
        ]
    }
}

pub(super) struct Pacts {
    coverage: Coverage,
    between: Vec<Alliance>,
}

impl Pacts {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut pacts = Pacts {
            coverage: Coverage::of("pacts"),
            between: Vec::new(),
        };
        for row in as_of.rows::<Alliance>()? {
            pacts.coverage.reach(row.first_year, row.last_year);
            if pair.holds(row.ccode1) && pair.holds(row.ccode2) {
                pacts.between.push(row.into_owned());
            }
        }
        Ok(pacts)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// What the first state is bound to, then what the second is. Within the record a pair of
    /// states without a row has no pact.
    pub(super) fn in_year(
        &self,
        pair: &Pair,
        year: u16,
        missing: &mut Vec<String>,
    ) -> [Option<PactTie>; 2] {
        if let Some(reason) = self.coverage.silence_on(pair, year) {
            missing.push(reason);
            return [None; 2];
        }
        [pair.ccode1, pair.ccode2].map(|state| Some(self.of(state, year)))
    }

    fn of(&self, state: Ccode, year: u16) -> PactTie {
        self.between
            .iter()
            .filter(|row| row.ccode1 == state && (row.first_year..=row.last_year).contains(&year))
            .fold(PactTie::default(), |sum, row| PactTie {
                defence: sum.defence || row.defense,
                offence: sum.offence || row.offense,
                neutrality: sum.neutrality || row.neutrality,
                nonaggression: sum.nonaggression || row.nonaggression,
                consultation: sum.consultation || row.consultation,
            })
    }
}
