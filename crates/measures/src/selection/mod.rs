//! Which roll calls a measure is taken over.

mod basket;
mod criteria;
mod declared;
mod selector;
mod words;

use entente_evidence::{Issue, RollCallView};
use serde::Serialize;

use crate::planes::Mask;

pub use basket::{Basket, BasketError};
pub use criteria::Criteria;
pub use selector::Selector;
pub use words::Phrase;
pub(crate) use words::words;

/// Something that picks roll calls.
pub trait Admits {
    /// Whether a roll call passes.
    fn admits(&self, view: &RollCallView<'_>) -> bool;
}

/// A stretch of the record: one regular session or one calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// A regular session, from 1.
    Session(u16),
    /// A calendar year.
    Year(u16),
}

impl Period {
    /// The session that a roll call belongs to.
    pub fn session_of(view: &RollCallView<'_>) -> Period {
        Period::Session(view.roll_call.session)
    }

    /// The year that a roll call belongs to. Year and month are sound throughout the record.
    pub fn year_of(view: &RollCallView<'_>) -> Period {
        Period::Year(u16::try_from(view.roll_call.date.year()).unwrap_or(0))
    }
}

/// Which of the coded issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IssueFilter {
    /// Every roll call, coded or not.
    All,
    /// Roll calls coded with one issue.
    Only(Issue),
}

impl IssueFilter {
    /// All, then each issue.
    pub fn every() -> impl Iterator<Item = IssueFilter> {
        std::iter::once(IssueFilter::All).chain(Issue::ALL.iter().map(|i| IssueFilter::Only(*i)))
    }

    /// The word for it in output: `all`, or the issue's.
    pub fn as_str(self) -> &'static str {
        match self {
            IssueFilter::All => "all",
            IssueFilter::Only(issue) => issue.as_str(),
        }
    }
}

impl Admits for IssueFilter {
    fn admits(&self, view: &RollCallView<'_>) -> bool {
        match self {
            IssueFilter::All => true,
            IssueFilter::Only(issue) => view.has(*issue),
        }
    }
}

impl Serialize for IssueFilter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Roll calls grouped for measuring: one cell per period and set.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The period.
    pub period: Period,
    /// The place of the set in the list that [`Selection::cells`] was given.
    pub set: usize,
    /// The roll calls.
    pub mask: Mask,
}

impl Selection {
    /// Every cell with at least one roll call, by period, then set.
    ///
    /// `period_of` assigns roll calls to periods; `keep` says which periods are wanted.
    pub fn cells(
        roll_calls: &[RollCallView<'_>],
        period_of: impl Fn(&RollCallView<'_>) -> Period,
        keep: impl Fn(Period) -> bool,
        sets: &[impl Admits],
    ) -> Vec<Selection> {
        let mut places: std::collections::BTreeMap<(Period, usize), Vec<usize>> =
            std::collections::BTreeMap::new();
        for (place, view) in roll_calls.iter().enumerate() {
            let period = period_of(view);
            if !keep(period) {
                continue;
            }
            for (set, admits) in sets.iter().enumerate() {
                if admits.admits(view) {
                    places.entry((period, set)).or_default().push(place);
                }
            }
        }
        places
            .into_iter()
            .map(|((period, set), places)| Selection {
                period,
                set,
                mask: Mask::of(places),
            })
            .collect()
    }
}
