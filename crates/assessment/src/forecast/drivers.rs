//! What a forecast rests on, in figures that can be put in words.

use entente_evidence::{EvidenceError, RollCall};
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
    let mut drivers = Drivers {
        pair: pair.clone(),
        gap: estimates.and_then(|e| gap(pair, e)),
        same: 0,
        partial: 0,
        opposite: 0,
        apart: Vec::new(),
        alike: Vec::new(),
    };
    for standing in standing(pair, forecasts)? {
        let [Some((one, _)), Some((other, _))] = standing.votes else {
            continue;
        };
        let told = RecurringItem {
            symbol: standing.roll_call.symbol.clone(),
            title: question(standing.roll_call),
            returns: standing.returns,
            vote_1: word(one),
            vote_2: word(other),
        };
        match one.abs_diff(other) {
            0 => {
                drivers.same += 1;
                if standing.divided {
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

/// A question that is more likely than not to come back, and where two states stand on it.
pub(crate) struct StandingQuestion<'f> {
    /// Its latest roll call.
    pub(crate) roll_call: &'f RollCall,
    /// The probability that it comes to a vote, 0 to 1.
    pub(crate) returns: f64,
    /// Each state's last vote on it, with the session; empty if it never voted on it.
    pub(crate) votes: [Option<(u8, u16)>; 2],
    /// Whether a tenth of the votes or more differed from the rest.
    pub(crate) divided: bool,
    /// Names of the sets that it is of the kind of.
    pub(crate) sets: Vec<String>,
}

/// The questions of the first of the sets that are more likely than not to come back, the likeliest
/// first.
///
/// # Errors
/// If the evidence cannot be read.
pub(crate) fn standing<'f>(
    pair: &Pair,
    forecasts: &'f Forecasts<'_>,
) -> Result<Vec<StandingQuestion<'f>>, EvidenceError> {
    let record = forecasts.record();
    let mut items: Vec<_> = forecasts.outlook().items.iter().collect();
    items.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let likely = items
        .into_iter()
        .filter(|item| item.probability >= LIKELY && record.is_of_kind(0, item.standing.latest()));
    let told = likely.map(|item| {
        let latest = item.standing.latest();
        let last = |state: Ccode| {
            let votes = item.standing.roll_calls.iter();
            votes
                .map(|r| (forecasts.vote(state, *r), record.session(*r)))
                .find(|(vote, _)| *vote > 0)
        };
        let sets = forecasts.sets().iter().enumerate();
        Ok(StandingQuestion {
            roll_call: forecasts.view(latest)?.roll_call,
            returns: item.probability,
            votes: [last(pair.ccode1), last(pair.ccode2)],
            divided: divided(record.votes(latest)),
            sets: sets
                .filter(|(set, _)| record.is_of_kind(*set, latest))
                .map(|(_, selector)| selector.name().to_owned())
                .collect(),
        })
    });
    told.collect()
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
