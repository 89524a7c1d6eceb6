//! What the criteria read, each thing once.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, EvidenceError, RollCallView};
use entente_measures::VotePlanes;
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Horizon;
use crate::dossier::Dossier;
use crate::forecast::Forecasts;
use crate::machinery::{Machinery, MechanismRow};
use crate::parties::{Pair, Party, pairs};
use crate::windows::{Window, meetings, windows};

/// Sessions whose roll calls speak of the present.
const RECENT_SESSIONS: u16 = 5;

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
            since.extend(as_of.governing(party.ccode)?.map(|g| g.since));
        }
        let mut mechanisms = BTreeMap::new();
        for pair in &pairs {
            for row in Machinery::of(pair, Some(dossier), as_of)?.mechanisms {
                mechanisms.entry(row.id.clone()).or_insert(row);
            }
        }
        let met = meetings(parties, dossier, as_of)?;
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
            windows: windows(parties, (date, until), as_of, met)?,
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
