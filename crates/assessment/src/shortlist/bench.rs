//! What the criteria read, each thing once.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError, RollCallView};
use entente_measures::VotePlanes;
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Horizon;
use super::people::People;
use crate::dossier::{Dossier, Indicator};
use crate::forecast::Forecasts;
use crate::machinery::{MechanismRow, RecentMeetings, mechanisms_of, recent_meetings};
use crate::parties::{Pair, Party, pairs};
use crate::tenures::Tenures;
use crate::windows::{Window, meetings, windows};

/// Sessions whose roll calls speak of the present.
const RECENT_SESSIONS: u16 = 5;

/// Years of meetings that speak of the present.
pub(super) const MEETING_YEARS: i16 = 4;

pub(super) struct Bench<'b, 'e> {
    pub dossier: &'b Dossier,
    pub parties: &'b [Party],
    pub pairs: Vec<Pair>,
    pub as_of: &'b AsOf<'e>,
    /// The last day of the horizon.
    pub until: Date,
    pub years_ahead: f64,
    pub calls: &'b [RollCallView<'e>],
    pub planes: VotePlanes,
    /// The first session whose roll calls speak of the present.
    pub recent_from: u16,
    /// The first day of the party's government that is the youngest; none without leaders on record.
    pub governed_since: Option<Date>,
    pub forecasts: Option<&'b Forecasts<'e>>,
    /// Windows open on some day of the horizon.
    pub windows: Vec<Window>,
    /// Asylum applications lodged with the parties.
    pub applying: People,
    /// Persons whom they host.
    pub hosted: People,
    /// Meetings of the United States of late with all that the dossier's items are about.
    pub met: Option<RecentMeetings>,
    /// Mechanisms of the dossier by id, as their first pair of parties sees them.
    pub mechanisms: BTreeMap<String, MechanismRow>,
}

impl<'b, 'e> Bench<'b, 'e> {
    pub fn read(
        dossier: &'b Dossier,
        parties: &'b [Party],
        horizon: Horizon,
        forecasts: Option<&'b Forecasts<'e>>,
        as_of: &'b AsOf<'e>,
    ) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let until = date.saturating_add(horizon.days().days());
        let calls = as_of.roll_calls()?;
        let last = calls.iter().map(|v| v.roll_call.session).max().unwrap_or(0);
        let pairs = pairs(parties);
        let mut since = Vec::new();
        for party in parties {
            let tenures = Tenures::of(party.ccode, as_of)?;
            since.extend(tenures.governing(date).map(|g| g.since));
        }
        let mut mechanisms = BTreeMap::new();
        for pair in &pairs {
            for row in mechanisms_of(pair, dossier, as_of)? {
                mechanisms.entry(row.id.clone()).or_insert(row);
            }
        }
        let declared = meetings(parties, dossier, as_of)?;
        Ok(Bench {
            dossier,
            parties,
            as_of,
            until,
            years_ahead: horizon.years(),
            calls,
            planes: VotePlanes::new(as_of.votes()?, calls),
            recent_from: (last + 1).saturating_sub(RECENT_SESSIONS),
            governed_since: since.into_iter().max(),
            forecasts,
            windows: windows(parties, (date, until), as_of, declared)?,
            applying: People::applying(parties, as_of)?,
            hosted: People::hosted(parties, as_of)?,
            met: recent_meetings(&met_with(dossier), MEETING_YEARS, as_of)?,
            mechanisms,
            pairs,
        })
    }

    pub fn date(&self) -> Date {
        self.as_of.date()
    }

    pub fn codes(&self) -> Vec<Ccode> {
        self.parties.iter().map(|p| p.ccode).collect()
    }
}

/// Everybody whose meetings with a party an item of the dossier counts.
fn met_with(dossier: &Dossier) -> Vec<Ccode> {
    let named = dossier
        .items
        .iter()
        .flat_map(|item| &item.indicators)
        .filter_map(|i| match i {
            Indicator::Contacts { with } => Some(with),
            _ => None,
        });
    let mut states: Vec<Ccode> = named.flatten().chain(&dossier.parties).copied().collect();
    states.sort_unstable();
    states.dedup();
    states
}
