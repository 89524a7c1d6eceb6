//! How often rule and publisher agree, by rolling origin.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use entente_evidence::Issue;

use super::believed::{has, is_coded};
use super::coding::{Basis, asked, rule};
use super::material::Material;
use super::record::Described;

/// What kind of basis a ruling has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// A namesake.
    Series,
    /// Words.
    Words,
    /// The tenth emergency special session.
    EmergencySession,
}

/// Counts of rulings against published codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    /// On the issue by rule and by the publisher.
    pub true_positives: u32,
    /// On it by rule alone.
    pub false_positives: u32,
    /// On it by the publisher alone.
    pub false_negatives: u32,
    /// On it by neither.
    pub true_negatives: u32,
}

impl Confusion {
    /// How many roll calls were ruled on.
    pub fn count(&self) -> u32 {
        self.true_positives + self.false_positives + self.false_negatives + self.true_negatives
    }

    /// Of those on the issue by rule, the share that the publisher has, 0 to 1; `None` if there are none.
    pub fn precision(&self) -> Option<f64> {
        share(
            self.true_positives,
            self.true_positives + self.false_positives,
        )
    }

    /// Of those on the issue by the publisher, the share that the rule finds, 0 to 1; `None` if there are none.
    pub fn recall(&self) -> Option<f64> {
        share(
            self.true_positives,
            self.true_positives + self.false_negatives,
        )
    }

    /// The share on which rule and publisher agree, 0 to 1; `None` of nothing.
    pub fn accuracy(&self) -> Option<f64> {
        share(self.true_positives + self.true_negatives, self.count())
    }

    /// The share that would be right if every roll call were said not to be on the issue; `None` of nothing.
    pub fn accuracy_of_no(&self) -> Option<f64> {
        share(self.true_negatives + self.false_positives, self.count())
    }

    fn add(&mut self, by_rule: bool, published: bool) {
        let counted = match (by_rule, published) {
            (true, true) => &mut self.true_positives,
            (true, false) => &mut self.false_positives,
            (false, true) => &mut self.false_negatives,
            (false, false) => &mut self.true_negatives,
        };
        *counted += 1;
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// The counts of one session, issue and means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The session.
    pub session: u16,
    /// The issue.
    pub issue: Issue,
    /// What the rulings rest on.
    pub means: Means,
    /// The counts.
    pub confusion: Confusion,
}

/// Rulings on coded roll calls, counted against their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Counts in the order of session, issue and means; only cells that hold something.
    pub cells: Vec<Cell>,
    /// Codes on which there was no ruling.
    pub unruled: usize,
}

impl Evaluation {
    /// The counts of all cells that are wanted, together.
    pub fn total(&self, wanted: impl Fn(&Cell) -> bool) -> Confusion {
        let cells = self.cells.iter().filter(|cell| wanted(cell));
        cells.fold(Confusion::default(), |sum, cell| Confusion {
            true_positives: sum.true_positives + cell.confusion.true_positives,
            false_positives: sum.false_positives + cell.confusion.false_positives,
            false_negatives: sum.false_negatives + cell.confusion.false_negatives,
            true_negatives: sum.true_negatives + cell.confusion.true_negatives,
        })
    }
}

/// Rules on every coded roll call of some sessions as if it were not coded, from what was coded before it.
///
/// Counted are codes that are believed ([`super::believed()`]): of `co` to session 72, of `ec` to 2018.
pub fn evaluate(record: &[Described<'_>], sessions: RangeInclusive<u16>) -> Evaluation {
    let material = Material::of(record);
    let coded = asked(&material, |r, issue| {
        sessions.contains(&r.session) && is_coded(r, issue)
    });
    let rulings = rule(&material, &coded);
    let mut counts: BTreeMap<(u16, Issue, Means), Confusion> = BTreeMap::new();
    for (place, ruling) in &rulings {
        let roll_call = &material.roll_calls[*place];
        let cell = (roll_call.session, ruling.issue, means(ruling.basis));
        let counted = counts.entry(cell).or_default();
        counted.add(ruling.holds, has(roll_call, ruling.issue));
    }
    let cells = counts
        .into_iter()
        .map(|((session, issue, means), confusion)| Cell {
            session,
            issue,
            means,
            confusion,
        });
    Evaluation {
        cells: cells.collect(),
        unruled: coded.len() - rulings.len(),
    }
}

fn means(basis: Basis) -> Means {
    match basis {
        Basis::Series { .. } => Means::Series,
        Basis::Words => Means::Words,
        Basis::EmergencySession => Means::EmergencySession,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::roll_call;
    use super::*;

    #[test]
    fn shares_by_hand() {
        let counts = Confusion {
            true_positives: 6,
            false_positives: 2,
            false_negatives: 4,
            true_negatives: 28,
        };
        assert_eq!(counts.count(), 40);
        assert_eq!(counts.precision(), Some(0.75));
        assert_eq!(counts.recall(), Some(0.6));
        assert_eq!(counts.accuracy(), Some(0.85));
        assert_eq!(counts.accuracy_of_no(), Some(0.75));
        assert_eq!(Confusion::default().accuracy(), None);
    }

    /// A namesake that was nuclear and is not any more is one false positive; the first of its title is not ruled on.
    #[test]
    fn a_series_that_changes_its_code() {
        let nuclear = Issue::Nuclear.bit();
        let title = "Reducing nuclear danger";
        let record = [
            roll_call(1, date(2015, 12, 7), 70, title, Some(nuclear)),
            roll_call(2, date(2016, 12, 5), 71, title, Some(nuclear)),
            roll_call(3, date(2017, 12, 4), 72, title, Some(0)),
        ];
        let found = evaluate(&record, 70..=72);
        assert_eq!(found.unruled, Issue::ALL.len());
        let nu = found.total(|c| c.issue == Issue::Nuclear && c.means == Means::Series);
        let counted = (nu.true_positives, nu.false_positives, nu.count());
        assert_eq!(counted, (1, 1, 2));
        assert_eq!(found.total(|c| c.session == 72).false_positives, 1);
    }
}
