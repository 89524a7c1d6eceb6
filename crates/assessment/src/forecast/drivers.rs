//! What a forecast rests on, in figures that can be put in words.

use entente_evidence::EvidenceError;
use entente_measures::ideal_points::Estimates;
use entente_states::Ccode;
use serde::Serialize;

use super::rows::{Forecasts, question, word};
use crate::parties::Pair;

/// Series more likely than not to come back are told.
const LIKELY: f64 = 0.5;
/// How far back the trend of the gap reaches, in sessions.
const TREND: u16 = 5;

/// What the forecast of a pair rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drivers {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// How far apart the two stand; empty if either has no ideal point.
    pub gap: Option<IdealPointGap>,
    /// Questions likely to come back on which both are on record as voting alike, one abstaining, or
    /// against each other, when last they voted.
    pub same: u32,
    /// One of the two abstaining.
    pub partial: u32,
    /// Against each other.
    pub opposite: u32,
    /// Those on which they part, the likeliest first.
    pub apart: Vec<RecurringItem>,
    /// Those on which they voted alike and at least a tenth of the world did not, the likeliest first.
    pub alike: Vec<RecurringItem>,
}

/// The distance of two ideal points, in standard deviations over all state-sessions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct IdealPointGap {
    /// The last session in which both stand.
    pub session: u16,
    /// Their distance then.
    pub gap: f64,
    /// The session five earlier, or the nearest before it in which both stand.
    pub earlier_session: Option<u16>,
    /// Their distance then.
    pub earlier_gap: Option<f64>,
}

/// A question that may come back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecurringItem {
    /// The symbol of its latest resolution.
    pub symbol: Option<String>,
    /// Its title.
    pub title: String,
    /// The probability that it comes to a vote, 0 to 1.
    pub returns: f64,
    /// The first state's last vote on it.
    pub vote_1: &'static str,
    /// The second's.
    pub vote_2: &'static str,
}

/// What the forecast of a pair rests on, in the first of the sets forecast.
///
/// # Errors
/// If the evidence cannot be read.
pub fn drivers(
    pair: &Pair,
    forecasts: &Forecasts<'_>,
    estimates: Option<&Estimates>,
) -> Result<Drivers, EvidenceError> {
    let record = forecasts.record();
    let mut drivers = Drivers {
        pair: pair.clone(),
        gap: estimates.and_then(|e| gap(pair, e)),
        same: 0,
        partial: 0,
        opposite: 0,
        apart: Vec::new(),
        alike: Vec::new(),
    };
    let mut items: Vec<_> = forecasts.outlook().items.iter().collect();
    items.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    for item in items {
        let latest = item.standing.latest();
        if item.probability < LIKELY || !record.is_of_kind(0, latest) {
            continue;
        }
        let last = |state: Ccode| {
            let votes = item.standing.roll_calls.iter();
            votes.map(|r| forecasts.vote(state, *r)).find(|v| *v > 0)
        };
        let Some((one, other)) = last(pair.ccode1).zip(last(pair.ccode2)) else {
            continue;
        };
        let call = forecasts.view(latest)?.roll_call;
        let told = RecurringItem {
            symbol: call.symbol.clone(),
            title: question(call),
            returns: item.probability,
            vote_1: word(one),
            vote_2: word(other),
        };
        match one.abs_diff(other) {
            0 => {
                drivers.same += 1;
                if divided(record.votes(latest)) {
                    drivers.alike.push(told);
                }
            }
            1 => {
                drivers.partial += 1;
                drivers.apart.push(told);
            }
            _ => {
                drivers.opposite += 1;
                drivers.apart.push(told);
            }
        }
    }
    Ok(drivers)
}

/// Whether a tenth of the votes or more differed from the rest.
fn divided(votes: &[u8]) -> bool {
    let count = |v: u8| votes.iter().filter(|vote| **vote == v).count();
    let counts = [count(1), count(2), count(3)];
    let cast: usize = counts.iter().sum();
    counts
        .iter()
        .max()
        .is_some_and(|most| most * 10 <= cast * 9)
}

fn gap(pair: &Pair, estimates: &Estimates) -> Option<IdealPointGap> {
    let of = |state: Ccode| {
        let own = estimates.points.iter().filter(move |p| p.at.state == state);
        own.map(|p| (p.at.session, p.ideal_point))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let (one, other) = (of(pair.ccode1), of(pair.ccode2));
    let gaps: Vec<(u16, f64)> = one
        .iter()
        .filter_map(|(session, position)| {
            let theirs = other.get(session)?;
            Some((*session, (position - theirs).abs()))
        })
        .collect();
    let (session, gap) = *gaps.last()?;
    let earlier = gaps.iter().rev().find(|(s, _)| s + TREND <= session);
    Some(IdealPointGap {
        session,
        gap,
        earlier_session: earlier.map(|e| e.0),
        earlier_gap: earlier.map(|e| e.1),
    })
}
