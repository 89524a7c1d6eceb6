//! How far the parties coincide on an item: in votes, and in what they declared.

use entente_measures::IssueFilter;

use super::belief::Belief;
use super::bench::Bench;
use super::criterion::{Basis, Scored};
use super::votes::OnItem;
use crate::dossier::{AgendaItem, StatedPosition};
use crate::note::{Message, Value};
use crate::parties::Pair;

/// A vote cast under a government that has left says half as much of the present one.
const UNDER_OTHERS: f64 = 0.5;
/// How far a stance as coded may miss, on the scale from −2 to 2.
pub(super) const STANCE_SD: f64 = 0.25;

/// Votes where some are on record, declared positions where every party has one, the mean of both where
/// there are both. Roll calls that the item names are read from the record of the last five sessions; of
/// whole issues the next session is forecast.
pub(super) fn of(item: &AgendaItem, bench: &Bench<'_, '_>) -> Scored {
    let voted = OnItem::of(item).and_then(|on| match on.names_some() {
        true => on_record(&on, bench),
        false => forecast(&on, bench).or_else(|| on_record(&on, bench)),
    });
    let declared = declared(item, bench);
    match (voted, declared) {
        (Some(voted), Some(declared)) => Scored {
            belief: Belief::Mean(vec![voted.belief, declared.belief]),
            basis: Basis::VotesAndDeclared,
            message: together(vec![voted.message, declared.message]),
        },
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Scored {
            belief: Belief::Unknown,
            basis: Basis::Nothing,
            message: Message::new("item-coincidence-unknown"),
        },
    }
}

pub(super) fn together(parts: Vec<Message>) -> Message {
    Message::new("item-parts").with("parts", Value::Messages(parts))
}

/// The mean over pairs, and over the item's issues, of the quantiles of the next session's forecast.
fn forecast(on: &OnItem, bench: &Bench<'_, '_>) -> Option<Scored> {
    let forecasts = bench.forecasts?;
    let wanted: Vec<String> = (on.issues.iter())
        .map(|issue| IssueFilter::Only(*issue).as_str().to_owned())
        .collect();
    let mut sum = [0.0; 5];
    let mut count = 0.0;
    for row in bench.pairs.iter().flat_map(|pair| forecasts.of_pair(pair)) {
        if !wanted.contains(&row.issue) {
            continue;
        }
        let quantiles = [row.q05?, row.q25?, row.expected?, row.q75?, row.q95?];
        for (sum, q) in sum.iter_mut().zip(quantiles) {
            *sum += q;
        }
        count += 1.0;
    }
    let quantiles = sum.map(|s| s / count);
    (count > 0.0).then(|| Scored {
        belief: Belief::Quantiles(quantiles),
        basis: Basis::Forecast,
        message: Message::new("item-coincidence-forecast")
            .with("share", Value::Number(quantiles[2], 2))
            .with(
                "issues",
                Value::Messages(
                    (wanted.iter())
                        .map(|issue| Message::new("item-issue").with_word("issue", issue))
                        .collect(),
                ),
            )
            .with_word("session", forecasts.session()),
    })
}

fn on_record(on: &OnItem, bench: &Bench<'_, '_>) -> Option<Scored> {
    let (places, _) = on.recent(bench);
    let (mut favourable, mut all, mut calls, mut earlier) = (0.0, 0.0, 0_u32, 0_u32);
    for place in places {
        let day = bench.calls[place].roll_call.date;
        let before = bench.governed_since.is_some_and(|since| day < since);
        let weight = if before { UNDER_OTHERS } else { 1.0 };
        let scores: Vec<f64> = (bench.pairs.iter())
            .filter_map(|pair| score(pair, place, bench))
            .collect();
        if scores.is_empty() {
            continue;
        }
        calls += 1;
        earlier += u32::from(before);
        all += weight;
        favourable += weight * scores.iter().sum::<f64>() / scores.len() as f64;
    }
    (calls > 0).then(|| Scored {
        belief: Belief::Share {
            favourable,
            unfavourable: all - favourable,
        },
        basis: Basis::Votes,
        message: Message::new("item-coincidence-votes")
            .with("share", Value::Number(favourable / all, 2))
            .with("calls", Value::Count(calls))
            .with("earlier", Value::Count(earlier)),
    })
}

/// 1 where both voted alike, ½ where exactly one abstained, 0 where they opposed each other.
fn score(pair: &Pair, place: usize, bench: &Bench<'_, '_>) -> Option<f64> {
    let planes = &bench.planes;
    let vote = |code| planes.vote(planes.place(code)?, place);
    let (one, other) = (vote(pair.ccode1)?, vote(pair.ccode2)?);
    Some(1.0 - f64::from(one.abs_diff(other)) / 2.0)
}

/// A party's last stance.
pub(crate) fn stance(item: &AgendaItem, party: entente_states::Ccode) -> Option<&StatedPosition> {
    let own = item.positions.iter().filter(|p| p.party == party);
    own.max_by_key(|p| p.from)
}

/// The mean over pairs of 1 − |a − b| / 4, with a and b the stances from −2 to 2.
fn declared(item: &AgendaItem, bench: &Bench<'_, '_>) -> Option<Scored> {
    let stances: Vec<&StatedPosition> = (bench.parties.iter())
        .map(|p| stance(item, p.ccode))
        .collect::<Option<_>>()?;
    let mut near = Vec::new();
    for (i, a) in stances.iter().enumerate() {
        near.extend(
            stances[i + 1..]
                .iter()
                .map(|b| 1.0 - (a.stance - b.stance).abs() / 4.0),
        );
    }
    let value = near.iter().sum::<f64>() / near.len().max(1) as f64;
    let told = |p: &&StatedPosition| {
        Message::new("item-declared")
            .with("state", Value::State(p.party))
            .with_word("words", p.words.trim_end_matches('.'))
            .with("stance", Value::Number(p.stance, 1))
    };
    Some(Scored {
        belief: Belief::About {
            value,
            sd: STANCE_SD * std::f64::consts::SQRT_2 / 4.0,
        },
        basis: Basis::Declared,
        message: together(stances.iter().map(told).collect()),
    })
}
