//! What the tests read, each thing once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError, RollCallView};
use entente_measures::ideal_points::Estimates;
use entente_measures::{Mask, Tally, VotePlanes};
use entente_states::{Ccode, system};

use crate::dossier::{Dossier, Years};
use crate::machinery::Machinery;
use crate::parties::{Pair, Party};

pub(super) struct Bench<'b, 'e> {
    pub dossier: &'b Dossier,
    pub estimates: Option<&'b Estimates>,
    pub as_of: &'b AsOf<'e>,
    pub calls: &'b [RollCallView<'e>],
    pub planes: VotePlanes,
    machinery: RefCell<BTreeMap<Pair, Machinery>>,
}

impl<'b, 'e> Bench<'b, 'e> {
    pub fn new(
        dossier: &'b Dossier,
        estimates: Option<&'b Estimates>,
        as_of: &'b AsOf<'e>,
    ) -> Result<Self, EvidenceError> {
        let calls = as_of.roll_calls()?;
        Ok(Bench {
            dossier,
            estimates,
            as_of,
            calls,
            planes: VotePlanes::new(as_of.votes()?, calls),
            machinery: RefCell::default(),
        })
    }

    /// The roll calls of some years that are of a kind.
    pub fn mask(&self, years: Years, admits: impl Fn(&RollCallView<'_>) -> bool) -> Mask {
        let [from, to] = years.map(i32::from);
        let within = |view: &RollCallView<'_>| {
            (from..=to).contains(&i32::from(view.roll_call.date.year())) && admits(view)
        };
        Mask::of((0..self.calls.len()).filter(|place| within(&self.calls[*place])))
    }

    /// How two states voted on some roll calls.
    pub fn tally(&self, one: Ccode, other: Ccode, mask: &Mask) -> Tally {
        match (self.planes.place(one), self.planes.place(other)) {
            (Some(a), Some(b)) => self.planes.tally(a, b, mask),
            _ => Tally::default(),
        }
    }

    /// Reads something from what there is between two states.
    pub fn between<T>(
        &self,
        pair: [Ccode; 2],
        read: impl FnOnce(&Machinery) -> T,
    ) -> Result<Option<T>, EvidenceError> {
        let Some(pair) = pair_of(pair) else {
            return Ok(None);
        };
        let mut kept = self.machinery.borrow_mut();
        if !kept.contains_key(&pair) {
            let found = Machinery::of(&pair, Some(self.dossier), self.as_of)?;
            kept.insert(pair.clone(), found);
        }
        Ok(kept.get(&pair).map(read))
    }
}

/// The pair of two numbers of the state system.
pub(super) fn pair_of(pair: [Ccode; 2]) -> Option<Pair> {
    let [a, b] = pair;
    Some(Pair::of(&party(a)?, &party(b)?))
}

pub(super) fn party(code: Ccode) -> Option<Party> {
    system().get(code).map(Party::of)
}

/// A state's three-letter code.
pub(super) fn iso3(code: Ccode) -> String {
    party(code).map_or_else(|| code.to_string(), |p| p.iso3)
}

/// "2009-2012", and one year as one.
pub(super) fn span(years: Years) -> String {
    match years {
        [from, to] if from == to => from.to_string(),
        [from, to] => format!("{from}–{to}"),
    }
}
