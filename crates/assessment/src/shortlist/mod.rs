//! The shortlist: which agenda items of a dossier could move now.
//!
//! Each item is told by five criteria, one file each, all of them between 0 and 1 and none of them known
//! exactly. What they weigh is not known at all, so that the ranking is one over all that they might
//! weigh (SMAA-2, Lahdelma and Salminen 2001).

mod acceptance;
mod belief;
mod bench;
mod carrier;
mod coincidence;
mod criterion;
mod people;
mod rank;
mod row;
mod season;
mod stake;
mod votes;

use entente_evidence::{
    AsOf, AsylumApplication, Contact, Election, ElectionNotice, EventCount, EvidenceError, Leader,
    OfficeHolder, Population, RollCall, TableUse, Vote,
};
use entente_measures::smaa::WeightsError;
use entente_measures::{IssueFilter, Selector};
use jiff::civil::Date;
use serde::Serialize;

use crate::dossier::Dossier;
use crate::fits::Fits;
use crate::forecast::{Forecasts, session_forecast};
use crate::note::Message;
use crate::parties::{Party, PartyError};
use crate::tenures::without_unread;
use bench::Bench;

pub use carrier::SuggestedCarrier;
pub(crate) use coincidence::stance;
pub use criterion::{Basis, ItemCriterion};
pub use row::{CriterionValue, ItemRow};
pub(crate) use votes::OnItem;

/// Draws of criteria and weights.
const DRAWS: usize = 10_000;
/// Seed of the random numbers.
pub(crate) const SEED: u64 = 1988;

/// How far ahead is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Horizon(u16);

/// Agenda items in the order in which they could move.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shortlist {
    /// The date of reading.
    pub as_of: Date,
    /// The last day of the horizon.
    pub until: Date,
    /// The parties, as the dossier names them.
    pub parties: Vec<Party>,
    /// What is known of the weights, in words; empty for nothing.
    pub weights: String,
    /// How many draws.
    pub draws: usize,
    /// Share of the horizon's days on which an opportunity is open.
    pub open: f64,
    /// Share of its days before a party's vote or in its transition.
    pub closed: f64,
    /// The opportunity that is open longest.
    pub opportunity: Option<String>,
    /// The same as a message, to be told in any language.
    #[serde(skip)]
    pub opportunity_message: Option<Message>,
    /// By expected rank.
    pub rows: Vec<ItemRow>,
}

/// Why there is no shortlist.
#[derive(Debug, thiserror::Error)]
pub enum ShortlistError {
    /// The parties were no states on the date.
    #[error(transparent)]
    Party(#[from] PartyError),
    /// The evidence cannot be read.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The weights are wrong.
    #[error(transparent)]
    Weights(#[from] WeightsError),
    /// There is nothing to rank.
    #[error("the dossier has no agenda item on {0}")]
    NoItem(Date),
}

impl Horizon {
    /// Twelve months.
    pub const YEAR: Horizon = Horizon(365);
    /// The longest: five years. Beyond it calendars and rates say nothing.
    pub const MOST_DAYS: u16 = 1826;

    /// So many days, from 1 to [`Horizon::MOST_DAYS`].
    pub fn of_days(days: u16) -> Option<Self> {
        (1..=Horizon::MOST_DAYS)
            .contains(&days)
            .then_some(Horizon(days))
    }

    pub(crate) fn days(self) -> i64 {
        i64::from(self.0)
    }

    pub(crate) fn years(self) -> f64 {
        f64::from(self.0) / 365.25
    }
}

impl Shortlist {
    /// Ranks a dossier's items as known on the date.
    ///
    /// `weights` in words (see [`entente_measures::smaa::Weights::in_words`]), none if empty. `forecasts`
    /// are of the next session, issue by issue; without them recorded votes stand for them.
    ///
    /// # Errors
    /// If the parties were no states then, the dossier has no item then, the weights are not understood,
    /// or a table cannot be read.
    pub fn of<'e>(
        dossier: &Dossier,
        horizon: Horizon,
        weights: &str,
        forecasts: Option<&Forecasts<'e>>,
        as_of: &AsOf<'e>,
    ) -> Result<Self, ShortlistError> {
        let dossier = dossier.as_of(as_of.date());
        if dossier.items.is_empty() {
            return Err(ShortlistError::NoItem(as_of.date()));
        }
        let names: Vec<String> = dossier.parties.iter().map(|c| c.to_string()).collect();
        let parties = Party::resolve(&names, as_of.date())?;
        let bench = Bench::read(&dossier, &parties, horizon, forecasts, as_of)?;
        rank::rank(&bench, weights, DRAWS, SEED)
    }
}

/// The forecasts that a shortlist reads: of the session that the date looks forward to, issue by issue.
///
/// # Errors
/// If votes or roll calls cannot be read.
pub fn shortlist_forecasts<'e>(
    as_of: &AsOf<'e>,
    fits: &Fits,
) -> Result<Option<Forecasts<'e>>, EvidenceError> {
    let Some(session) = session_forecast(as_of)? else {
        return Ok(None);
    };
    let sets: Vec<Selector> = IssueFilter::every().map(Selector::of_issue).collect();
    Forecasts::of(session, as_of, &sets, fits).map(Some)
}

/// The tables behind the criteria.
///
/// # Errors
/// If a table cannot be read.
pub fn shortlist_evidence(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(without_unread(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<Contact>()?,
        as_of.table_use::<Population>()?,
        as_of.table_use::<AsylumApplication>()?,
        as_of.table_use::<EventCount>()?,
        as_of.table_use::<Leader>()?,
        as_of.table_use::<OfficeHolder>()?,
        as_of.table_use::<Election>()?,
        as_of.table_use::<ElectionNotice>()?,
    ]))
}

#[cfg(test)]
mod tests;
