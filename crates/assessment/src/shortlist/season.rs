//! How good the moment is: what the calendar says of the horizon, and how soon the carrier meets.

use jiff::ToSpan;
use jiff::civil::Date;

use super::belief::Belief;
use super::bench::Bench;
use super::carrier::Live;
use super::criterion::{Basis, Scored};
use crate::note::{Message, Value};
use crate::windows::{Window, WindowKind};

/// Days before a vote in which little is decided.
const CAMPAIGN_DAYS: i64 = 90;
/// How far the value may miss.
const SD: f64 = 0.1;

/// What the calendar says of the days of the horizon, the same for every item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Season {
    /// Share of the days on which an opportunity is open.
    pub open: f64,
    /// Share of the days before a party's vote or in its transition.
    pub closed: f64,
    /// The opportunity that is open longest.
    pub why: Option<Window>,
}

impl Season {
    pub(super) fn of(bench: &Bench<'_, '_>) -> Self {
        let days: Vec<Date> = std::iter::successors(Some(bench.date()), |d| d.tomorrow().ok())
            .take_while(|day| *day <= bench.until)
            .collect();
        let share = |holds: &dyn Fn(Date) -> bool| {
            days.iter().filter(|day| holds(**day)).count() as f64 / days.len().max(1) as f64
        };
        let of_kind = |kind| bench.windows.iter().filter(move |w| w.kind == kind);
        let opportunities: Vec<&Window> = of_kind(WindowKind::Opportunity).collect();
        let elections: Vec<&Window> = of_kind(WindowKind::Election).collect();
        let transitions: Vec<&Window> = of_kind(WindowKind::Transition).collect();
        let covers = |w: &Window, day: Date| w.start <= day && w.end.is_none_or(|end| day <= end);
        let campaign = |w: &Window, day: Date| {
            let from = w.start.saturating_sub(CAMPAIGN_DAYS.days());
            from <= day && w.end.is_none_or(|end| day <= end)
        };
        let longest = opportunities.iter().max_by_key(|w| {
            let (from, to) = (
                w.start.max(bench.date()),
                w.end.unwrap_or(bench.until).min(bench.until),
            );
            (to - from).get_days()
        });
        Season {
            open: share(&|day| opportunities.iter().any(|w| covers(w, day))),
            closed: share(&|day| {
                elections.iter().any(|w| campaign(w, day))
                    || transitions.iter().any(|w| covers(w, day))
            }),
            why: longest.map(|w| (*w).clone()),
        }
    }

    /// 0 where every day is closed and none open, 1 where every day is open and none closed.
    fn value(&self) -> f64 {
        (0.5 + 0.5 * self.open - 0.5 * self.closed).clamp(0.0, 1.0)
    }
}

/// Half the season, half the occasion: the carrier's probability, less the longer it is to wait for, down
/// to a half at the end of the horizon. A carrier that any day will do for is waited for half the horizon.
pub(super) fn of(season: &Season, carriers: &[Live], bench: &Bench<'_, '_>) -> Scored {
    let horizon = f64::from((bench.until - bench.date()).get_days().max(1));
    let occasion = |live: &Live| {
        let wait = live.suggested.date.map_or(horizon / 2.0, |day| {
            f64::from((day - bench.date()).get_days()).clamp(0.0, horizon)
        });
        live.suggested.probability * (1.0 - wait / (2.0 * horizon))
    };
    let best = carriers.iter().map(occasion).fold(0.0, f64::max);
    let message = Message::new("item-window")
        .with("open", Value::Chance(season.open))
        .with("closed", Value::Chance(season.closed))
        .with("occasion", Value::Number(best, 2));
    Scored {
        belief: Belief::About {
            value: 0.5 * season.value() + 0.5 * best,
            sd: SD,
        },
        basis: Basis::Evidence,
        message,
    }
}
