//! What is at stake for each party; what counts is the lesser of the two.

use std::collections::BTreeMap;

use entente_evidence::{EventCount, EvidenceError};
use entente_states::Ccode;

use super::belief::Belief;
use super::bench::Bench;
use super::coincidence::together;
use super::criterion::{Basis, Scored};
use super::votes::OnItem;
use crate::contacts::UNITED_STATES;
use crate::dossier::{AgendaItem, Indicator};
use crate::note::{Message, Value};

/// A million persons is a stake of one, one person none: log10(1 + n) / 6.
const PERSONS_POWERS: f64 = 6.0;
/// All of a party's events or votes is a stake of one, one in ten thousand none: 1 + log10(share) / 4.
const SHARE_POWERS: f64 = 4.0;
/// How far a stake as measured may miss.
const SD: f64 = 0.1;
/// Years of events that speak of the present.
const EVENT_YEARS: u16 = 4;

/// The least over the parties of the mean of what each has at stake: persons displaced that it hosts or
/// that apply to it, its events and meetings with those whom the item is about, how often it is voted on,
/// and the priority that it has declared.
pub(super) fn of(item: &AgendaItem, bench: &Bench<'_, '_>) -> Result<Scored, EvidenceError> {
    let mut all = Vec::new();
    for party in bench.parties {
        all.push((party.ccode, stakes(item, party.ccode, bench)?));
    }
    if all.iter().any(|(_, parts)| parts.is_empty()) {
        return Ok(Scored {
            belief: Belief::Unknown,
            basis: Basis::Nothing,
            message: Message::new("item-stake-unknown"),
        });
    }
    let mean =
        |parts: &[(f64, Message)]| parts.iter().map(|p| p.0).sum::<f64>() / parts.len() as f64;
    let value = all.iter().map(|(_, parts)| mean(parts)).fold(1.0, f64::min);
    let told = all.into_iter().map(|(state, parts)| {
        Message::new("item-stake")
            .with("state", Value::State(state))
            .with("stake", Value::Number(mean(&parts), 2))
            .with(
                "parts",
                Value::Messages(parts.into_iter().map(|p| p.1).collect()),
            )
    });
    Ok(Scored {
        belief: Belief::About { value, sd: SD },
        basis: Basis::Evidence,
        message: together(told.collect()),
    })
}

/// What a party has at stake, 0 to 1 each, with its words.
fn stakes(
    item: &AgendaItem,
    party: Ccode,
    bench: &Bench<'_, '_>,
) -> Result<Vec<(f64, Message)>, EvidenceError> {
    let mut found = Vec::new();
    for indicator in &item.indicators {
        found.extend(match indicator {
            Indicator::Votes { .. } => None,
            Indicator::Applications { origins } => applied(origins, party, bench),
            Indicator::Refugees { origins } => hosted(origins, party, bench),
            Indicator::Events { with } => events(&others(with, party, bench), party, bench)?,
            Indicator::Contacts { with } => met(&others(with, party, bench), party, bench),
        });
    }
    found.extend(voted_on(item, bench));
    let priority = item
        .priorities
        .iter()
        .filter(|p| p.party == party)
        .max_by_key(|p| p.from);
    found.extend(priority.map(|p| {
        let message = Message::new("item-priority")
            .with("level", Value::Count(p.level.into()))
            .with_word("words", p.words.trim_end_matches('.'));
        (f64::from(p.level) / 4.0, message)
    }));
    Ok(found)
}

/// The other parties, where none are named.
fn others(with: &[Ccode], party: Ccode, bench: &Bench<'_, '_>) -> Vec<Ccode> {
    let named: Vec<Ccode> = with.iter().copied().filter(|s| *s != party).collect();
    match with.is_empty() {
        true => bench.codes().into_iter().filter(|s| *s != party).collect(),
        false => named,
    }
}

fn of_persons(persons: u32) -> f64 {
    ((1.0 + f64::from(persons)).log10() / PERSONS_POWERS).min(1.0)
}

fn of_share(share: f64) -> f64 {
    (1.0 + share.log10() / SHARE_POWERS).clamp(0.0, 1.0)
}

fn applied(origins: &[Ccode], party: Ccode, bench: &Bench<'_, '_>) -> Option<(f64, Message)> {
    let (year, persons) = bench.applying.last(party, origins)?;
    Some((
        of_persons(persons),
        told("item-applications", persons, year),
    ))
}

fn hosted(origins: &[Ccode], party: Ccode, bench: &Bench<'_, '_>) -> Option<(f64, Message)> {
    let (year, persons) = bench.hosted.last(party, origins)?;
    Some((of_persons(persons), told("item-hosted", persons, year)))
}

fn told(id: &'static str, persons: u32, year: u16) -> Message {
    let message = Message::new(id).with("persons", Value::Count(persons));
    message.with_word("year", year)
}

/// The share of a party's events that go to some states, over the last years on record.
fn events(
    with: &[Ccode],
    party: Ccode,
    bench: &Bench<'_, '_>,
) -> Result<Option<(f64, Message)>, EvidenceError> {
    let mut by_year: BTreeMap<u16, (u64, u64)> = BTreeMap::new();
    for row in bench.as_of.select::<EventCount>(|e| e.ccode1 == party)? {
        let count = u64::from(row.verbal_cooperation)
            + u64::from(row.material_cooperation)
            + u64::from(row.verbal_conflict)
            + u64::from(row.material_conflict);
        let year = by_year.entry(row.year).or_default();
        year.1 += count;
        if with.contains(&row.ccode2) {
            year.0 += count;
        }
    }
    let last = by_year.keys().next_back().copied().unwrap_or(0);
    let from = last.saturating_sub(EVENT_YEARS - 1);
    let (some, all) = by_year
        .range(from..)
        .fold((0, 0), |sum, (_, year)| (sum.0 + year.0, sum.1 + year.1));
    if all == 0 {
        return Ok(None);
    }
    let share = some as f64 / all as f64;
    let message = Message::new("item-events")
        .with("share", Value::Share(share))
        .with_word("from", from)
        .with_word("to", last);
    Ok(Some((of_share(share), message)))
}

/// Meetings of leaders and ministers with some states over the last years: 1 − exp(−meetings a year). The
/// record is the United States' own.
fn met(with: &[Ccode], party: Ccode, bench: &Bench<'_, '_>) -> Option<(f64, Message)> {
    let asked: Vec<Ccode> = match party == UNITED_STATES {
        true => with.to_vec(),
        false if with.contains(&UNITED_STATES) => vec![party],
        false => return None,
    };
    let recent = bench.met.as_ref().filter(|recent| recent.years > 0.0)?;
    let meetings: u32 = asked
        .iter()
        .filter_map(|state| recent.with.get(state))
        .sum();
    let message = Message::new("item-meetings")
        .with("meetings", Value::Count(meetings))
        .with("years", Value::Number(recent.years, 0));
    Some((1.0 - (-f64::from(meetings) / recent.years).exp(), message))
}

/// How often it is voted on: the share of all roll calls of the recent sessions, the same for every party.
fn voted_on(item: &AgendaItem, bench: &Bench<'_, '_>) -> Option<(f64, Message)> {
    let (such, all) = OnItem::of(item)?.recent(bench);
    let share = such.len() as f64 / all.max(1) as f64;
    let message = Message::new("item-voted")
        .with(
            "calls",
            Value::Count(u32::try_from(such.len()).unwrap_or(u32::MAX)),
        )
        .with("share", Value::Share(share));
    (!such.is_empty()).then(|| (of_share(share), message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales() {
        assert_eq!(of_persons(0), 0.0);
        assert!((of_persons(999) - 0.5).abs() < 1e-12);
        assert_eq!(of_persons(2_000_000), 1.0);
        assert_eq!(of_share(0.0), 0.0);
        assert!((of_share(0.01) - 0.5).abs() < 1e-12);
        assert_eq!(of_share(1.0), 1.0);
    }
}
