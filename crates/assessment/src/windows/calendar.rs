//! What the windows of some parties are made of, each as it was known on the date.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError};
use entente_states::summits::{KnownSummit, summits};
use entente_states::terms::{Rule, rules_on};
use entente_states::{Ccode, assembly, council};
use jiff::civil::Date;

use crate::parties::Party;
use crate::polls::{self, Poll, polls};
use crate::tenures::{self, Tenure, Tenures};

/// Leaders, elections, rules, seats, sessions and summits, as known on a date.
pub(super) struct Calendar<'a> {
    pub parties: &'a [Party],
    /// The date of reading.
    pub date: Date,
    /// Leaders by state.
    pub leaders: BTreeMap<Ccode, Tenures>,
    /// Votes and plans by state and day.
    pub elections: BTreeMap<Ccode, Vec<Poll>>,
    /// Rules by state, kind and first day.
    pub rules: BTreeMap<Ccode, Vec<Rule>>,
    /// Terms on the Security Council, by first day.
    pub seats: Vec<council::Term>,
    /// Sessions that had opened.
    pub sessions: Vec<assembly::Session>,
    /// The rule for sessions ahead.
    pub opening: Option<&'static assembly::OpeningRule>,
    /// Summits held and announced, by first day; those without days at the end of their years.
    pub summits: Vec<KnownSummit>,
    /// The last day of which the list of leaders tells.
    pub leaders_end: Option<Date>,
    /// The last day of which the list of elections tells.
    pub elections_end: Option<Date>,
}

impl<'a> Calendar<'a> {
    pub(super) fn read(parties: &'a [Party], as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let states: Vec<Ccode> = parties.iter().map(|p| p.ccode).collect();
        let mut leaders = BTreeMap::new();
        let mut elections = BTreeMap::new();
        for state in &states {
            leaders.insert(*state, Tenures::of(*state, as_of)?);
            elections.insert(*state, polls(*state, as_of)?);
        }
        let seats = states.iter().flat_map(|s| council::terms_of(*s));
        Ok(Calendar {
            parties,
            date,
            leaders,
            elections,
            rules: states.iter().map(|s| (*s, rules_on(*s, date))).collect(),
            seats: seats.filter_map(|term| term.as_of(date)).collect(),
            sessions: assembly::sessions()
                .iter()
                .filter(|s| s.opened <= date)
                .cloned()
                .collect(),
            opening: assembly::rule_on(date),
            summits: summits().iter().filter_map(|s| s.as_of(date)).collect(),
            leaders_end: tenures::lists_end(as_of)?,
            elections_end: polls::lists_end(as_of)?,
        })
    }

    /// The last day of which the lists tell who governs a state, where that is not known on the date.
    pub(super) fn leaders_closed(&self, state: Ccode) -> Option<Date> {
        self.leaders.get(&state).and_then(|tenures| tenures.closed)
    }

    pub(super) fn leaders_of(&self, state: Ccode) -> &[Tenure] {
        self.leaders
            .get(&state)
            .map_or(&[], |tenures| &tenures.list)
    }

    pub(super) fn elections_of(&self, state: Ccode) -> &[Poll] {
        self.elections.get(&state).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rules_of(&self, state: Ccode) -> &[Rule] {
        self.rules.get(&state).map_or(&[], Vec::as_slice)
    }

    pub(super) fn party(&self, state: Ccode) -> Option<&'a Party> {
        self.parties.iter().find(|p| p.ccode == state)
    }
}
