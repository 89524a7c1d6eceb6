//! What stands between two parties day by day: missions, trade, organisations of today, and whom they name.
//!
//! The contact record is the United States' own. These are records of which some speak of every pair.

mod missions;
mod organisations;
mod speeches;
mod trade;

use entente_evidence::{AsOf, EvidenceError, TableId};
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::Pair;

pub use missions::Mission;
pub use organisations::OrganisationsToday;
pub use speeches::Naming;
pub use trade::PartnerShare;

use missions::missions;
pub(crate) use organisations::shared;
pub(crate) use speeches::namings;
use trade::shares;

/// Missions, trade, organisations and speeches between the parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BetweenSection {
    /// Notes, each where there are figures that it is about.
    pub notes: BetweenNotes,
    /// Pair by pair.
    pub pairs: Vec<PairBetween>,
}

/// The notes by what they are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BetweenNotes {
    /// On missions.
    pub missions: Option<usize>,
    /// On shares of trade.
    pub trade: Option<usize>,
    /// On organisations.
    pub organisations: Option<usize>,
    /// On speeches.
    pub speeches: Option<usize>,
}

/// The same of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairBetween {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// Who heads the missions of the two, where one of them is the United States.
    pub missions: Vec<Mission>,
    /// What each is in the other's trade.
    pub trade: Vec<PartnerShare>,
    /// Organisations that list both as members; empty before November 2020.
    pub organisations: Option<OrganisationsToday>,
    /// How often each named the other in the General Debate.
    pub namings: Vec<Naming>,
}

impl BetweenSection {
    pub(crate) fn of(
        pairs: &[Pair],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let mut found = Vec::new();
        for pair in pairs {
            found.push(PairBetween {
                pair: pair.clone(),
                missions: missions(pair, as_of)?,
                trade: shares(pair, as_of)?,
                organisations: shared(pair, as_of)?,
                namings: namings(pair, as_of)?,
            });
        }
        Ok(BetweenSection {
            notes: BetweenNotes::of(&found, notes),
            pairs: found,
        })
    }
}

impl BetweenNotes {
    fn of(pairs: &[PairBetween], notes: &mut Notes) -> Self {
        let any = |has: fn(&PairBetween) -> bool| pairs.iter().any(has);
        BetweenNotes {
            missions: any(|p| !p.missions.is_empty()).then(|| on_missions(notes)),
            trade: any(|p| !p.trade.is_empty()).then(|| on_trade(notes)),
            organisations: any(|p| p.organisations.is_some()).then(|| on_organisations(notes)),
            speeches: any(|p| !p.namings.is_empty()).then(|| on_speeches(notes)),
        }
    }
}

fn on_missions(notes: &mut Notes) -> usize {
    let note = notes.add(
        &[TableId::ChiefOfMission],
        "chiefs of mission as the World Factbook listed them, read about weekly from November 2020 to January 2026",
        "",
        "the list speaks of missions in and of the United States only. It lags by days to weeks.",
    );
    notes.last_is(Message::new("note-missions"));
    note
}

fn on_trade(notes: &mut Notes) -> usize {
    let note = notes.add(
        &[TableId::TradePartner],
        "the wording of the World Factbook that stood on the date: the latest year of each flow",
        "share of the partner in a state's exports or imports of goods",
        "only the first partners of each state are named, about five: a partner that is not named has a smaller share. Years are of different editions and sources, so a change between them is not a turn of trade.",
    );
    notes.last_is(Message::new("note-partner-shares"));
    note
}

fn on_organisations(notes: &mut Notes) -> usize {
    let note = notes.add(
        &[TableId::Participation],
        "organisations as the World Factbook listed them, observers and other standings left out",
        "number of organisations that list both as members",
        "not to be compared with the count of the Correlates of War, which has other organisations and ends in 2014. Peace operations of the United Nations are among them.",
    );
    notes.last_is(Message::new("note-organisations-today"));
    note
}

fn on_speeches(notes: &mut Notes) -> usize {
    let note = notes.add(
        &[TableId::DebateMention],
        "speeches in the General Debate of the General Assembly, counted in the UN General Debate Corpus",
        "how often the speech of one names the other, the last five years of debates on record together; rank among all whom it named",
        "names of states only. To be named is attention, neither praise nor blame.",
    );
    notes.last_is(Message::new("note-speeches"));
    note
}
