//! What the windows of some parties are made of, each as it was known on the date.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, Election, ElectionKind, EvidenceError, Leader};
use entente_states::summits::{KnownSummit, summits};
use entente_states::terms::{Rule, rules_on};
use entente_states::{Ccode, assembly, council};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::parties::Party;

/// Leaders, elections, rules, seats, sessions and summits, as known on a date.
pub(super) struct Calendar<'a> {
    pub parties: &'a [Party],
    /// The date of reading.
    pub date: Date,
    /// Leaders by state and day of entry.
    pub leaders: BTreeMap<Ccode, Vec<Leader>>,
    /// Votes and plans by state and day.
    pub elections: BTreeMap<Ccode, Vec<Election>>,
    /// Rules by state, kind and first day.
    pub rules: BTreeMap<Ccode, Vec<Rule>>,
    /// Terms on the Security Council, by first day.
    pub seats: Vec<council::Term>,
    /// Sessions that had opened.
    pub sessions: Vec<assembly::Session>,
    /// The rule for sessions ahead.
    pub opening: Option<&'static assembly::OpeningRule>,
    /// Summits held and announced, by first day.
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
        let mut leaders: BTreeMap<Ccode, Vec<Leader>> = BTreeMap::new();
        for leader in as_of.select::<Leader>(|l| states.contains(&l.ccode))? {
            let of_state = leaders.entry(leader.ccode).or_default();
            of_state.push(leader.into_owned());
        }
        for list in leaders.values_mut() {
            list.sort_by(|a, b| (a.from, &a.leadid).cmp(&(b.from, &b.leadid)));
        }
        let mut elections: BTreeMap<Ccode, Vec<Election>> = BTreeMap::new();
        let wanted = |e: &Election| states.contains(&e.ccode) && e.kind != ElectionKind::Other;
        for election in as_of.select::<Election>(wanted)? {
            let of_state = elections.entry(election.ccode).or_default();
            of_state.push(election.into_owned());
        }
        for list in elections.values_mut() {
            list.sort_by_key(|e| (e.date(), e.election, e.sequence));
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
            leaders_end: as_of.table_use::<Leader>()?.horizon,
            elections_end: as_of.table_use::<Election>()?.horizon,
        })
    }

    /// The last day of which the list of leaders tells, if nobody comes or goes in it for a whole month
    /// before the date, as [`AsOf::governing`] has it.
    pub(super) fn leaders_closed(&self) -> Option<Date> {
        let month_before = self.date.first_of_month().saturating_sub(1.day());
        self.leaders_end.filter(|end| *end < month_before)
    }

    pub(super) fn leaders_of(&self, state: Ccode) -> &[Leader] {
        self.leaders.get(&state).map_or(&[], Vec::as_slice)
    }

    pub(super) fn elections_of(&self, state: Ccode) -> &[Election] {
        self.elections.get(&state).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rules_of(&self, state: Ccode) -> &[Rule] {
        self.rules.get(&state).map_or(&[], Vec::as_slice)
    }

    pub(super) fn party(&self, state: Ccode) -> Option<&'a Party> {
        self.parties.iter().find(|p| p.ccode == state)
    }
}
