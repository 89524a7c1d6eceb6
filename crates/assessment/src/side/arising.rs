//! What is sure, possible or unlikely to come up.

use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::Desk;
use super::stand::Point;

/// How likely something is to come up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likelihood {
    /// Both sides put it high, or something with a day brings it up soon.
    Sure,
    /// One side puts it high, or it could move.
    Possible,
    /// Neither.
    Unlikely,
}

/// How likely an agenda item is to come up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arising {
    /// Id of the agenda item.
    pub item: String,
    /// How likely.
    pub likelihood: Likelihood,
    /// Why; empty for the unlikely.
    pub because: Option<ArisingReason>,
}

/// Why an item comes up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ArisingReason {
    /// We and another party put it high.
    BothHigh,
    /// What could carry it meets within the first quarter of the time looked at.
    Dated {
        /// The day.
        day: Date,
    },
    /// Only these put it high.
    High {
        /// The parties.
        parties: Vec<Ccode>,
    },
    /// It stands in the first half of the shortlist.
    CouldMove,
}

pub(super) fn arising(points: &[Point<'_>], desk: &Desk<'_, '_>) -> Vec<Arising> {
    let ahead = (desk.until() - desk.date).get_days();
    let soon = desk.date.saturating_add((ahead / 4).days());
    let arising = |point: &Point<'_>| {
        let ours = point.is_high_for(desk.party);
        let theirs: Vec<Ccode> = desk.others().filter(|o| point.is_high_for(*o)).collect();
        let carrier = point.row.carrier.as_ref().and_then(|c| c.date);
        let dated = carrier.filter(|day| *day >= desk.date && *day <= soon);
        let (likelihood, because) = match (ours, theirs.is_empty(), dated) {
            (true, false, _) => (Likelihood::Sure, Some(ArisingReason::BothHigh)),
            (_, _, Some(day)) => (Likelihood::Sure, Some(ArisingReason::Dated { day })),
            (true, true, None) => (
                Likelihood::Possible,
                Some(ArisingReason::High {
                    parties: vec![desk.party],
                }),
            ),
            (false, false, None) => (
                Likelihood::Possible,
                Some(ArisingReason::High { parties: theirs }),
            ),
            _ if point.row.place * 2 <= points.len() => {
                (Likelihood::Possible, Some(ArisingReason::CouldMove))
            }
            _ => (Likelihood::Unlikely, None),
        };
        Arising {
            item: point.item.id.clone(),
            likelihood,
            because,
        }
    };
    points.iter().map(arising).collect()
}
