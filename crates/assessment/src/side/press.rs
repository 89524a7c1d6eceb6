//! What can be said in public: nothing but public facts, and nothing of our own reckoning.

use entente_evidence::ContactLevel;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::Desk;
use super::limits::Avoided;
use super::stand::{Common, Point};
use crate::note::Message;
use crate::windows::{Certainty, WindowKind};

/// Public facts for the press.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Press {
    /// Ids of the items that every party has declared a priority, and stands for.
    pub shared: Vec<String>,
    /// The last meeting on record.
    pub last_meeting: Option<Date>,
    /// Who met then.
    pub last_level: Option<ContactLevel>,
    /// The next occasion that is announced or fixed by rule.
    pub next: Option<Occasion>,
}

/// An occasion in public calendars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Occasion {
    /// Id of its window.
    pub window: String,
    /// First day.
    pub day: Date,
    /// What it is, to be told in words.
    pub message: Message,
}

pub(super) fn press(points: &[Point<'_>], avoided: &[Avoided], desk: &Desk<'_, '_>) -> Press {
    let shared = points.iter().filter(|p| {
        let declared = |code| p.is_high_for(code);
        desk.parties.iter().all(|party| declared(party.ccode))
            && desk
                .others()
                .all(|o| p.common(desk.party, o) == Common::Shared)
            && avoided.iter().all(|a| a.item != p.item.id)
    });
    let last = last_meeting(desk);
    Press {
        shared: shared.map(|p| p.item.id.clone()).collect(),
        last_meeting: last.map(|(day, _)| day),
        last_level: last.map(|(_, level)| level),
        next: next(desk),
    }
}

/// The last contact of leaders, or of ministers if that is later, with any other party.
fn last_meeting(desk: &Desk<'_, '_>) -> Option<(Date, ContactLevel)> {
    let own = desk
        .contacts
        .pairs
        .iter()
        .filter(|p| p.pair.holds(desk.party));
    let entries = own.flat_map(|p| p.last_leader.iter().chain(&p.last_minister));
    entries
        .map(|e| (e.end, e.level))
        .max_by_key(|(day, _)| *day)
}

/// The next summit, general debate or meeting of a mechanism in which every party takes part.
fn next(desk: &Desk<'_, '_>) -> Option<Occasion> {
    let common = desk.windows.windows.iter().filter(|w| {
        matches!(
            w.kind,
            WindowKind::Summit | WindowKind::Debate | WindowKind::Meeting
        ) && w.certainty != Certainty::Expected
            && w.start > desk.date
            && w.ccodes.len() == desk.parties.len()
            // A summit of which only the year is known has no day to name.
            && w.year.is_none()
            && w.end.is_some_and(|end| (end - w.start).get_days() < 60)
    });
    let first = common.min_by_key(|w| w.start)?;
    Some(Occasion {
        window: first.id.clone(),
        day: first.start,
        message: first.message.clone(),
    })
}
