//! What the evidence says of every candidate, each table read once.

use std::collections::BTreeMap;

use entente_evidence::{
    AsOf, AsylumApplication, Capability, Distance, EvidenceError, JointIgo, Record,
};
use entente_measures::cycles::months_after;
use entente_measures::ideal_points::Estimates;
use entente_states::memberships::in_common;
use entente_states::{Ccode, council};
use jiff::ToSpan;
use jiff::civil::Date;

use super::criterion::{Criterion, Measured};
use crate::contacts::UNITED_STATES;
use crate::forecast::Forecasts;
use crate::machinery::recent_meetings;
use crate::parties::{Pair, Party};
use crate::persons::{Applied, Places, counts_once};
use crate::windows::beginnings_of;

/// Meetings are counted over so many years.
const CONTACT_YEARS: i16 = 4;
/// How far ahead seats and terms are looked for, in months.
const AHEAD: u8 = 12;

/// Candidates and what they have by each criterion, in the order of [`Criterion::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// The state.
    pub state: Party,
    /// The candidates.
    pub candidates: Vec<Party>,
    /// Candidate by candidate.
    pub measured: Vec<Vec<Measured>>,
}

/// Reads what there is.
///
/// `forecasts` are of the next session, with all roll calls as the first set; without them, or
/// without estimates of ideal points, these criteria are missing.
///
/// # Errors
/// If a table cannot be read.
pub fn gather(
    state: &Party,
    candidates: Vec<Party>,
    forecasts: Option<&Forecasts<'_>>,
    estimates: Option<&Estimates>,
    as_of: &AsOf<'_>,
) -> Result<Gathered, EvidenceError> {
    let codes: Vec<Ccode> = candidates.iter().map(|p| p.ccode).collect();
    let contact = contact(state, &codes, as_of)?;
    let structure = Structure::read(state.ccode, &codes, as_of)?;
    let first_years = first_years(&candidates, as_of)?;
    let measured = candidates
        .iter()
        .map(|candidate| {
            let code = candidate.ccode;
            Criterion::ALL
                .into_iter()
                .map(|criterion| match criterion {
                    Criterion::Coincidence => coincidence(state, candidate, forecasts),
                    Criterion::Gap => gap(state.ccode, code, estimates),
                    Criterion::Contact => contact(code),
                    Criterion::Organisations => structure.organisations.of(code),
                    Criterion::Distance => structure.distance.of(code),
                    Criterion::Asylum => structure.asylum.of(code),
                    Criterion::Capability => structure.capability.of(code),
                    Criterion::Council => Measured::Exact(on_council(code, as_of.date())),
                    Criterion::Fora => {
                        let common = in_common(&[state.ccode, code], as_of.date());
                        Measured::Exact(common.len() as f64)
                    }
                    Criterion::NewGovernment => first_years.get(&code).map_or_else(
                        || Measured::Missing("no leader or rule on record".to_owned()),
                        |share| Measured::Exact(*share),
                    ),
                })
                .collect()
        })
        .collect();
    Ok(Gathered {
        state: state.clone(),
        candidates,
        measured,
    })
}

fn coincidence(state: &Party, candidate: &Party, forecasts: Option<&Forecasts<'_>>) -> Measured {
    let row = forecasts.and_then(|f| f.of_pair(&Pair::of(state, candidate)).into_iter().next());
    let quantiles = row.and_then(|r| Some([r.q05?, r.q25?, r.expected?, r.q75?, r.q95?]));
    quantiles.map_or_else(
        || Measured::Missing("no forecast of the pair".to_owned()),
        Measured::Quantiles,
    )
}

/// The difference in the last session in which both stand.
fn gap(state: Ccode, candidate: Ccode, estimates: Option<&Estimates>) -> Measured {
    let found = estimates.and_then(|e| {
        let of = |code: Ccode| e.points.iter().rev().filter(move |p| p.at.state == code);
        of(state).find_map(|own| {
            let other = of(candidate).find(|p| p.at.session == own.at.session)?;
            Some(Measured::Apart {
                difference: own.ideal_point - other.ideal_point,
                sd: own.sd.hypot(other.sd),
            })
        })
    });
    found.unwrap_or_else(|| Measured::Missing("no ideal points in one session".to_owned()))
}

fn contact(
    state: &Party,
    codes: &[Ccode],
    as_of: &AsOf<'_>,
) -> Result<impl Fn(Ccode) -> Measured, EvidenceError> {
    let of_state = state.ccode == UNITED_STATES;
    let others: &[Ccode] = if of_state {
        codes
    } else {
        std::slice::from_ref(&state.ccode)
    };
    let on_record = of_state || codes.contains(&UNITED_STATES);
    let met = match on_record {
        true => recent_meetings(others, CONTACT_YEARS, as_of)?,
        false => None,
    };
    let own = state.ccode;
    Ok(move |code: Ccode| {
        let other = if of_state { code } else { own };
        let speaks = of_state || code == UNITED_STATES;
        let events = met
            .as_ref()
            .filter(|_| speaks)
            .and_then(|m| m.with.get(&other));
        match (events, &met) {
            (Some(events), Some(met)) if met.years > 0.0 => Measured::Rate {
                events: *events,
                years: met.years,
            },
            _ => Measured::Missing("the contact record is of the United States only".to_owned()),
        }
    })
}

/// A figure of each candidate, or why there is none.
struct Column {
    found: BTreeMap<Ccode, f64>,
    silence: &'static str,
}

impl Column {
    fn of(&self, candidate: Ccode) -> Measured {
        self.found.get(&candidate).map_or_else(
            || Measured::Missing(self.silence.to_owned()),
            |value| Measured::Exact(*value),
        )
    }
}

struct Structure {
    organisations: Column,
    distance: Column,
    asylum: Column,
    capability: Column,
}

impl Structure {
    fn read(state: Ccode, codes: &[Ccode], as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let ours = |one: Ccode, other: Ccode| match (one, other) {
            (one, other) if one == state && codes.contains(&other) => Some(other),
            (one, other) if other == state && codes.contains(&one) => Some(one),
            _ => None,
        };
        let joint = as_of.select::<JointIgo>(|r| r.ccode1 == state || r.ccode2 == state)?;
        let joint =
            joint.filter_map(|r| Some((r.year, ours(r.ccode1, r.ccode2)?, f64::from(r.igos))));
        let distance = as_of.select::<Distance>(|r| r.ccode1 == state || r.ccode2 == state)?;
        let distance = distance.filter_map(|r| {
            let year = u16::try_from(r.speaks_until(as_of.date()).year()).ok()?;
            Some((year, ours(r.ccode1, r.ccode2)?, r.km))
        });
        let capability = as_of.select::<Capability>(|r| codes.contains(&r.ccode))?;
        let capability = capability.filter_map(|r| Some((r.year, r.ccode, r.cinc?)));
        Ok(Structure {
            organisations: Column {
                found: latest(joint),
                silence: "no row of joint memberships",
            },
            distance: Column {
                found: latest(distance),
                silence: "no row of the distance",
            },
            asylum: Column {
                found: asylum(state, codes, as_of)?,
                silence: "no asylum applications on record",
            },
            capability: Column {
                found: latest(capability),
                silence: "no capabilities on record",
            },
        })
    }
}

/// The figure of the last year of each.
fn latest(rows: impl Iterator<Item = (u16, Ccode, f64)>) -> BTreeMap<Ccode, f64> {
    let mut found: BTreeMap<Ccode, (u16, f64)> = BTreeMap::new();
    for (year, code, value) in rows {
        let entry = found.entry(code).or_insert((year, value));
        if year >= entry.0 {
            *entry = (year, value);
        }
    }
    found
        .into_iter()
        .map(|(code, (_, value))| (code, value))
        .collect()
}

/// New applications of the candidates' people in the state in the last year on record, persons and
/// cases added. No row is no figure.
fn asylum(
    state: Ccode,
    codes: &[Ccode],
    as_of: &AsOf<'_>,
) -> Result<BTreeMap<Ccode, f64>, EvidenceError> {
    let mut places = Places::default();
    let mut by_year: BTreeMap<u16, BTreeMap<Ccode, Applied>> = BTreeMap::new();
    for row in as_of.rows::<AsylumApplication>()? {
        if places.state(row.asylum) != Some(state) || !counts_once(&row) {
            continue;
        }
        let year = by_year.entry(row.year).or_default();
        if let Some(origin) = places.state(row.origin).filter(|o| codes.contains(o)) {
            year.entry(origin).or_default().add(Applied::of(&row));
        }
    }
    let last = by_year.into_values().next_back().unwrap_or_default();
    let lodged = |a: Applied| f64::from(a.persons.unwrap_or(0) + a.cases.unwrap_or(0));
    Ok(last
        .into_iter()
        .map(|(code, applied)| (code, lodged(applied)))
        .collect())
}

/// The share of the twelve months from a date in which a state sits on the Security Council, as known
/// on it.
fn on_council(code: Ccode, date: Date) -> f64 {
    let Some(until) = ahead(date) else { return 0.0 };
    let terms = council::terms_of(code)
        .into_iter()
        .filter_map(|term| term.as_of(date));
    let days = terms.map(|term| shared((term.from, term.until.unwrap_or(until)), (date, until)));
    share_of(days.sum(), (date, until))
}

/// The share of the twelve months from a date that lies in the first year of a government, or of a new
/// term of one, of every candidate with any on record.
fn first_years(
    candidates: &[Party],
    as_of: &AsOf<'_>,
) -> Result<BTreeMap<Ccode, f64>, EvidenceError> {
    let date = as_of.date();
    let Some(until) = ahead(date) else {
        return Ok(BTreeMap::new());
    };
    let share = |starts: Vec<Date>| {
        // Beginnings less than a year apart do not count their days twice.
        let (mut days, mut counted) = (0, date);
        for start in starts {
            let end = months_after(start, 12)
                .unwrap_or(start)
                .saturating_sub(1.day());
            days += shared((start.max(counted), end), (date, until));
            counted = counted.max(end.saturating_add(1.day()));
        }
        share_of(days, (date, until))
    };
    let all = beginnings_of(candidates, until, as_of)?;
    let known = all.into_iter().filter(|(_, starts)| !starts.is_empty());
    Ok(known.map(|(code, starts)| (code, share(starts))).collect())
}

fn ahead(date: Date) -> Option<Date> {
    Some(months_after(date, AHEAD)?.saturating_sub(1.day()))
}

/// Days that two spans share, both ends included.
fn shared(one: (Date, Date), other: (Date, Date)) -> i32 {
    let (from, until) = (one.0.max(other.0), one.1.min(other.1));
    ((until - from).get_days() + 1).max(0)
}

fn share_of(days: i32, span: (Date, Date)) -> f64 {
    let all = (span.1 - span.0).get_days() + 1;
    (f64::from(days) / f64::from(all)).clamp(0.0, 1.0)
}
