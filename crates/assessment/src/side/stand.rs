//! Where parties stand on an item, and how far what two of them want coincides.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::dossier::{AgendaItem, Citation, Dossier, Priority};
use crate::shortlist::{Basis, ItemCriterion, ItemRow, stance};

/// A stance farther from 0 than this is for or against.
pub(super) const LEANING: f64 = 0.25;
/// A priority from this level on is high.
const HIGH: u8 = 3;
/// Below this, votes or positions on an item do not coincide;
pub(super) const LOW_COINCIDENCE: f64 = 0.4;
/// from this on they do.
const GOOD_COINCIDENCE: f64 = 0.6;

/// An agenda item and where it stands on the shortlist.
#[derive(Clone, Copy)]
pub(super) struct Point<'d> {
    pub item: &'d AgendaItem,
    pub row: &'d ItemRow,
    pub dossier: &'d Dossier,
}

/// Where a party has said that it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldPosition {
    /// The party.
    pub party: Ccode,
    /// From −2, strongly against, to 2, strongly for.
    pub stance: f64,
    /// What it said or did, as the dossier has it.
    pub words: String,
    /// From this day.
    pub from: Date,
    /// Where that is from.
    pub sources: Vec<String>,
}

/// How high a party has said that it puts an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldPriority {
    /// The party.
    pub party: Ccode,
    /// From 0, none, to 4, among the first.
    pub level: u8,
    /// What it said or did, as the dossier has it.
    pub words: String,
    /// From this day.
    pub from: Date,
    /// Where that is from.
    pub sources: Vec<String>,
}

/// How far what two parties want of an item coincides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Common {
    /// Both want the same.
    Shared,
    /// Neither stands against what the other wants.
    Compatible,
    /// One is for and the other against, or they vote apart.
    AtOdds,
    /// Nothing on record or declared tells.
    Unknown,
}

impl Common {
    /// By two stances; where one is not declared, by the item's coincidence, 0 to 1. Both leaning the same
    /// way is shared, unless their votes do not coincide. The order of the two does not matter.
    pub(super) fn of(one: Option<f64>, other: Option<f64>, coincidence: Option<f64>) -> Self {
        let low = coincidence.is_some_and(|value| value < LOW_COINCIDENCE);
        match (one.map(lean), other.map(lean)) {
            (Some(a), Some(b)) if a * b < 0 => Common::AtOdds,
            (Some(a), Some(b)) if a * b > 0 && !low => Common::Shared,
            (Some(_), Some(_)) => Common::Compatible,
            _ => match coincidence {
                None => Common::Unknown,
                Some(_) if low => Common::AtOdds,
                Some(value) if value >= GOOD_COINCIDENCE => Common::Shared,
                Some(_) => Common::Compatible,
            },
        }
    }
}

/// −1 against, 1 for, 0 neither.
pub(super) fn lean(stance: f64) -> i8 {
    i8::from(stance > LEANING) - i8::from(stance < -LEANING)
}

impl Point<'_> {
    /// A party's last stance.
    pub fn stance(&self, party: Ccode) -> Option<f64> {
        stance(self.item, party).map(|p| p.stance)
    }

    /// How a party leans; 0 where it has declared nothing.
    pub fn leans(&self, party: Ccode) -> i8 {
        self.stance(party).map_or(0, lean)
    }

    /// A party's last priority.
    pub fn level(&self, party: Ccode) -> Option<u8> {
        self.last_priority(party).map(|p| p.level)
    }

    /// Whether a party puts it high.
    pub fn is_high_for(&self, party: Ccode) -> bool {
        self.level(party).is_some_and(|level| level >= HIGH)
    }

    /// The item's coincidence, if it rests on something.
    pub fn coincidence(&self) -> Option<f64> {
        let value = self.row.by(ItemCriterion::Coincidence)?;
        (value.basis != Basis::Nothing).then_some(value.value)
    }

    /// How far what two parties want of it coincides.
    pub fn common(&self, one: Ccode, other: Ccode) -> Common {
        Common::of(self.stance(one), self.stance(other), self.coincidence())
    }

    pub fn told_position(&self, party: Ccode) -> Option<ToldPosition> {
        stance(self.item, party).map(|p| ToldPosition {
            party,
            stance: p.stance,
            words: p.words.clone(),
            from: p.from,
            sources: self.cited(&p.sources),
        })
    }

    pub fn told_priority(&self, party: Ccode) -> Option<ToldPriority> {
        self.last_priority(party).map(|p| ToldPriority {
            party,
            level: p.level,
            words: p.words.clone(),
            from: p.from,
            sources: self.cited(&p.sources),
        })
    }

    fn last_priority(&self, party: Ccode) -> Option<&Priority> {
        let own = self.item.priorities.iter().filter(|p| p.party == party);
        own.max_by_key(|p| p.from)
    }

    fn cited(&self, citations: &[Citation]) -> Vec<String> {
        citations.iter().map(|c| self.dossier.cite(c)).collect()
    }
}
