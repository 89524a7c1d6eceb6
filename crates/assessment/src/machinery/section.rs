//! The machinery of every pair of parties, for an assessment.

use entente_evidence::{AsOf, EvidenceError};
use serde::Serialize;

use super::record::ContactRecord;
use super::{Machinery, MechanismRow, notes};
use crate::dossier::Dossier;
use crate::note::Notes;
use crate::parties::Pair;

/// Through what: mechanisms and contact, pair by pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MachinerySection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Pair by pair.
    pub pairs: Vec<PairMachinery>,
}

/// The machinery of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairMachinery {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// What there is.
    #[serde(flatten)]
    pub machinery: Machinery,
}

impl MachinerySection {
    pub(crate) fn of(
        pairs: &[Pair],
        dossier: Option<&Dossier>,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let record = ContactRecord::read(as_of)?;
        let read = |pair: &Pair| {
            let machinery = Machinery::read(pair, dossier, &record, as_of);
            machinery.map(|machinery| PairMachinery {
                pair: pair.clone(),
                machinery,
            })
        };
        let pairs = pairs.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let found: Vec<(&Pair, &[MechanismRow])> = (pairs.iter())
            .map(|p| (&p.pair, p.machinery.mechanisms.as_slice()))
            .collect();
        Ok(MachinerySection {
            notes: notes::add(&found, &record, dossier, as_of, notes),
            pairs,
        })
    }
}
