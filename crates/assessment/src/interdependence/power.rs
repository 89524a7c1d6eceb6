//! Material capabilities of the two, and how unequal they are.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, Capability, EvidenceError};
use entente_measures::interdependence::{asymmetry, ratio};
use entente_states::Ccode;

use super::coverage::Coverage;
use crate::parties::Pair;

/// Material capabilities of the two in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PowerTie {
    /// CINC of the first state, share of the world, 0 to 1.
    pub cinc_1: Option<f64>,
    /// CINC of the second.
    pub cinc_2: Option<f64>,
    /// First over second; empty where one is missing or the second is 0.
    pub ratio: Option<f64>,
    /// ln(first / second): 0 is equality; empty where one is missing or 0.
    pub asymmetry: Option<f64>,
}

pub(super) struct Power {
    coverage: Coverage,
    cinc: BTreeMap<(Ccode, u16), f64>,
}

impl Power {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut power = Power {
            coverage: Coverage::of("capabilities"),
            cinc: BTreeMap::new(),
        };
        for row in as_of.rows::<Capability>()? {
            power.coverage.reach(row.year, row.year);
            if let Some(cinc) = row.cinc
                && pair.holds(row.ccode)
            {
                power.cinc.insert((row.ccode, row.year), cinc);
            }
        }
        Ok(power)
    }

    pub(super) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    pub(super) fn in_year(&self, pair: &Pair, year: u16, missing: &mut Vec<String>) -> PowerTie {
        if let Some(reason) = self.coverage.silence(year) {
            missing.push(reason);
            return PowerTie::default();
        }
        let mut cinc = |state: Ccode, iso3: &str| {
            let found = self.cinc.get(&(state, year)).copied();
            if found.is_none() {
                missing.push(format!("capabilities (no figure for {iso3})"));
            }
            found
        };
        let cinc_1 = cinc(pair.ccode1, &pair.iso3_1);
        let cinc_2 = cinc(pair.ccode2, &pair.iso3_2);
        let both = cinc_1.zip(cinc_2);
        if both.is_some_and(|(a, b)| a.min(b) <= 0.0) {
            missing.push("capabilities (a figure of 0 has no ratio)".to_owned());
        }
        PowerTie {
            cinc_1,
            cinc_2,
            ratio: both.and_then(|(a, b)| ratio(a, b)),
            asymmetry: both.and_then(|(a, b)| asymmetry(a, b)),
        }
    }
}
