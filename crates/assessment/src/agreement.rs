//! Agreement of pairs, cell by cell of period and roll-call set.

use entente_evidence::{AsOf, EvidenceError, RollCallView};
use entente_measures::{
    CellPairs, Formula, Indices, PairCounts, Period, Selection, Selector, VotePlanes,
};
use entente_states::{Ccode, system};
use serde::Serialize;

use crate::parties::Pair;

/// One pair in one cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgreementRow<'a> {
    /// COW number of the first state.
    pub ccode1: Ccode,
    /// ISO 3166 alpha-3, or the COW abbreviation where ISO has no code.
    pub iso3_1: &'static str,
    /// COW number of the second state.
    pub ccode2: Ccode,
    /// Its three-letter code.
    pub iso3_2: &'static str,
    /// The regular session, or
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// the calendar year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The set of roll calls: `all`, a coded issue, or a basket.
    pub issue: &'a str,
    /// Roll calls on which both voted alike.
    pub same: u32,
    /// Roll calls on which exactly one of the two abstained.
    pub partial: u32,
    /// Roll calls on which one voted yes and the other no.
    pub opposite: u32,
    /// Roll calls on which at least one of the two cast no vote, both being members.
    pub absent: u32,
    /// Roll calls on which at least one of the two was not a member of the United Nations.
    pub not_members: u32,
    /// The formula of `coincidence`.
    pub formula: Formula,
    /// Voting coincidence by that formula, 0 to 1; empty where it has no value.
    pub coincidence: Option<f64>,
    /// Every index.
    #[serde(flatten)]
    pub indices: Indices,
}

/// The votes on record, cut into cells.
pub struct Agreement<'a> {
    planes: VotePlanes,
    cells: Vec<Selection>,
    sets: &'a [Selector],
    formula: Formula,
}

impl<'a> Agreement<'a> {
    /// Cells of every period that `keep` wants and every set.
    ///
    /// # Errors
    /// If votes or roll calls cannot be read.
    pub fn new(
        as_of: &AsOf<'_>,
        period_of: impl Fn(&RollCallView<'_>) -> Period,
        keep: impl Fn(Period) -> bool,
        sets: &'a [Selector],
        formula: Formula,
    ) -> Result<Self, EvidenceError> {
        let roll_calls = as_of.roll_calls()?;
        Ok(Agreement {
            cells: Selection::cells(roll_calls, period_of, keep, sets),
            planes: VotePlanes::new(as_of.votes()?, roll_calls),
            sets,
            formula,
        })
    }

    /// The cells.
    pub fn cells(&self) -> usize {
        self.cells.len()
    }

    /// One pair in every cell, whether or not both were ever members.
    pub fn of_pair(&self, pair: &Pair) -> Vec<AgreementRow<'a>> {
        let places = (self.planes.place(pair.ccode1)).zip(self.planes.place(pair.ccode2));
        self.cells
            .iter()
            .map(|cell| {
                let counts = places.map(|(a, b)| self.planes.counts(a, b, &cell.mask));
                self.row(cell, pair.ccode1, pair.ccode2, counts.unwrap_or_default())
            })
            .collect()
    }

    /// Every pair that was seated together at least once in a cell; of one state, if one is named.
    ///
    /// `of_cell` sees the rows of a cell, on whichever core; `take` gets what it made of them, in
    /// the order of the cells. If `directed`, each pair stands in both directions.
    ///
    /// # Errors
    /// The first that `take` gives.
    pub fn of_all<T: Send, E>(
        &self,
        of: Option<Ccode>,
        directed: bool,
        of_cell: impl Fn(&[AgreementRow<'a>]) -> T + Sync,
        take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let rows = |pairs: &CellPairs<'_>| {
            let states = self.planes.states();
            let mut rows = Vec::new();
            for found in pairs.rows() {
                let (first, second) = (states[found.first], states[found.second]);
                if of.is_some_and(|state| state != first && state != second) {
                    continue;
                }
                let cell = pairs.cell();
                // The state asked for comes first; otherwise the lower number.
                let turned = of == Some(second);
                if directed || !turned {
                    rows.push(self.row(cell, first, second, found.counts));
                }
                if directed || turned {
                    rows.push(self.row(cell, second, first, found.counts.swapped()));
                }
            }
            of_cell(&rows)
        };
        self.planes.all_pairs(&self.cells, rows, take)
    }

    fn row(
        &self,
        cell: &Selection,
        first: Ccode,
        second: Ccode,
        counts: PairCounts,
    ) -> AgreementRow<'a> {
        let (session, year) = match cell.period {
            Period::Session(session) => (Some(session), None),
            Period::Year(year) => (None, Some(year)),
        };
        let key = |code| system().get(code).map_or("", |s| s.key3());
        let tally = counts.joint.tally();
        let indices = Indices::of(&counts);
        AgreementRow {
            ccode1: first,
            iso3_1: key(first),
            ccode2: second,
            iso3_2: key(second),
            session,
            year,
            issue: self.sets[cell.set].name(),
            same: tally.same,
            partial: tally.partial,
            opposite: tally.opposite,
            absent: tally.absent,
            not_members: cell.mask.len() - counts.joint.seated(),
            formula: self.formula,
            coincidence: indices.get(self.formula.index()),
            indices,
        }
    }
}
