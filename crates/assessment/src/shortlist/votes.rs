//! The roll calls that speak of an item.

use entente_evidence::{Issue, RollCallView, Symbol};
use entente_measures::{Criteria, Phrase};

use super::bench::Bench;
use crate::dossier::{AgendaItem, Indicator};

/// Roll calls coded with one of some issues, or with one of some symbols, or with one of some phrases in
/// title or description.
pub(crate) struct OnItem {
    pub issues: Vec<Issue>,
    named: Vec<Criteria>,
}

impl OnItem {
    /// `None` where the item declares no votes.
    pub fn of(item: &AgendaItem) -> Option<Self> {
        let mut found = OnItem {
            issues: Vec::new(),
            named: Vec::new(),
        };
        for indicator in &item.indicators {
            if let Indicator::Votes {
                issues,
                symbols,
                titles,
            } = indicator
            {
                found.issues.extend(issues);
                let symbols: Vec<Symbol> =
                    symbols.iter().filter_map(|s| Symbol::parse(s)).collect();
                let phrases: Vec<Phrase> = titles.iter().filter_map(|t| Phrase::of(t)).collect();
                let by_symbol = Criteria {
                    symbols,
                    ..Criteria::default()
                };
                let by_phrase = Criteria {
                    phrases,
                    ..Criteria::default()
                };
                let given = [by_symbol, by_phrase].into_iter().filter(|c| !c.is_empty());
                found.named.extend(given);
            }
        }
        (!found.issues.is_empty() || !found.named.is_empty()).then_some(found)
    }

    /// Whether some roll calls are named by symbol or phrase.
    pub fn names_some(&self) -> bool {
        !self.named.is_empty()
    }

    /// Whether a roll call is named by symbol or phrase, or, if none are, coded with an issue: what is
    /// named speaks of the item more closely than a whole issue does.
    pub fn admits(&self, view: &RollCallView<'_>) -> bool {
        match self.names_some() {
            true => self.named.iter().any(|c| c.admits(view)),
            false => self.issues.iter().any(|issue| view.has(*issue)),
        }
    }

    /// The places of the roll calls of the recent sessions, and how many there were in all.
    pub(super) fn recent(&self, bench: &Bench<'_, '_>) -> (Vec<usize>, usize) {
        let recent = (0..bench.calls.len())
            .filter(|place| bench.calls[*place].roll_call.session >= bench.recent_from);
        let all: Vec<usize> = recent.collect();
        let such = all
            .iter()
            .copied()
            .filter(|place| self.admits(&bench.calls[*place]));
        (such.collect(), all.len())
    }
}
