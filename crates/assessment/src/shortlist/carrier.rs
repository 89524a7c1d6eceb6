//! What can carry an item: how likely something that can meets within the horizon, and when.

use entente_evidence::EvidenceError;
use entente_states::council;
use entente_states::memberships::members_on;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::belief::Belief;
use super::bench::Bench;
use super::criterion::{Basis, Scored};
use crate::dossier::{AgendaItem, Carrier};
use crate::machinery::MechanismRow;
use crate::note::{Message, Value};
use crate::windows::{Certainty, Window, WindowKind};

/// What is announced or fixed by rule comes about so surely; summits have been put off.
const ANNOUNCED: f64 = 0.95;
/// A body that can take a matter up on any day is likely, not certain, to be brought to it.
const AT_ANY_TIME: f64 = 0.7;
/// How far those two may miss.
const SD: f64 = 0.05;
const AT_ANY_TIME_SD: f64 = 0.15;
/// The mean age of a meeting's weight in the recent rate, in cadences: two half-lives of it over ln 2.
const MEMORY_CADENCES: f64 = 2.0 / std::f64::consts::LN_2;
const YEAR_DAYS: f64 = 365.25;

/// The carrier that is suggested for an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestedCarrier {
    /// As the dossier names it: a mechanism's id, a series of summits, a body, UNGA, UNSC.
    pub id: String,
    /// Its name, in English or as declared.
    pub name: String,
    /// The same to be told in words.
    #[serde(skip)]
    pub message: Message,
    /// The probability that it meets, or can take it up, within the horizon, 0 to 1.
    pub probability: f64,
    /// The day on which it is announced, due or to be expected; empty where any day will do or none is
    /// known.
    pub date: Option<Date>,
    /// The year for which it is announced, where no day of it is.
    pub year: Option<i16>,
    /// How surely the day is known.
    pub certainty: Option<Certainty>,
}

/// One carrier as far as it is known.
pub(super) struct Live {
    pub suggested: SuggestedCarrier,
    belief: Belief,
}

/// Every carrier of an item, the likeliest first.
pub(super) fn all(item: &AgendaItem, bench: &Bench<'_, '_>) -> Result<Vec<Live>, EvidenceError> {
    let mut found: Vec<Live> = item.carriers.iter().map(|c| live(c, bench)).collect();
    found.sort_by(|a, b| b.suggested.probability.total_cmp(&a.suggested.probability));
    Ok(found)
}

/// The likeliest carrier's probability.
pub(super) fn of(carriers: &[Live]) -> Scored {
    let Some(best) = carriers.first() else {
        return Scored {
            belief: Belief::Unknown,
            basis: Basis::Nothing,
            message: Message::new("item-carrier-unknown"),
        };
    };
    let message = Message::new("item-carrier")
        .with(
            "carrier",
            Value::Messages(vec![best.suggested.message.clone()]),
        )
        .with("probability", Value::Chance(best.suggested.probability));
    Scored {
        belief: best.belief.clone(),
        basis: Basis::Evidence,
        message: dated(message, &best.suggested),
    }
}

/// When it meets, as far as that is known.
fn dated(message: Message, carrier: &SuggestedCarrier) -> Message {
    match (carrier.date, carrier.year, carrier.certainty) {
        (Some(day), _, Some(Certainty::Expected)) => message
            .with_word("when", "about")
            .with("day", Value::Day(day)),
        (Some(day), ..) => message.with_word("when", "on").with("day", Value::Day(day)),
        (None, Some(year), _) => message.with_word("when", "year").with_word("day", year),
        (None, None, _) => message.with_word("when", "any").with_word("day", ""),
    }
}

fn live(carrier: &Carrier, bench: &Bench<'_, '_>) -> Live {
    match carrier {
        Carrier::Mechanism(id) => mechanism(id, bench),
        Carrier::Leaders | Carrier::Ministers => mechanism(carrier.id(), bench),
        Carrier::Summit(series) => summit(series, bench),
        Carrier::Assembly => debated(carrier, assembly(bench)),
        Carrier::Council => seats(bench),
        Carrier::Body(id) => body(id, bench),
    }
}

fn none(id: &str, name: &str, message: Message) -> Live {
    Live {
        suggested: SuggestedCarrier {
            id: id.to_owned(),
            name: name.to_owned(),
            message,
            probability: 0.0,
            date: None,
            year: None,
            certainty: None,
        },
        belief: Belief::About {
            value: 0.0,
            sd: 0.0,
        },
    }
}

/// The contact of leaders or of ministers, or what the dossier calls it.
fn named(id: &str, name: &str) -> Message {
    match id {
        "leader-contact" => Message::new("carrier-leaders"),
        "minister-contact" => Message::new("carrier-ministers"),
        _ => Message::new("carrier-named").with_word("name", name),
    }
}

/// A mechanism meets at its recent rate, as uncertain as its few meetings leave it; where a meeting is
/// announced, it comes about.
fn mechanism(id: &str, bench: &Bench<'_, '_>) -> Live {
    let Some(row) = bench.mechanisms.get(id).filter(|row| row.ended.is_none()) else {
        return none(id, id, named(id, id));
    };
    let message = named(id, &row.name);
    let announced = bench.windows.iter().find(|w| {
        w.certainty == Certainty::Announced
            && w.start > bench.date()
            && w.id.starts_with(&format!("meeting-{id}-"))
    });
    if let Some(window) = announced {
        return Live {
            suggested: SuggestedCarrier {
                id: id.to_owned(),
                name: row.name.clone(),
                message,
                probability: ANNOUNCED,
                date: Some(window.start),
                year: None,
                certainty: Some(window.certainty),
            },
            belief: Belief::About {
                value: ANNOUNCED,
                sd: SD,
            },
        };
    }
    let Some(belief) = rate(row, bench) else {
        return none(id, &row.name, message);
    };
    let expected = row
        .expected_next
        .filter(|day| *day > bench.date() && *day <= bench.until);
    let probability = match &belief {
        // E[1 − exp(−λ h)] with λ ~ Gamma(n + ½, t) is 1 − (t / (t + h))^(n + ½).
        Belief::Within {
            events,
            years,
            ahead,
        } => 1.0 - (years / (years + ahead)).powf(events + 0.5),
        _ => 0.0,
    };
    Live {
        suggested: SuggestedCarrier {
            id: id.to_owned(),
            name: row.name.clone(),
            message,
            probability,
            certainty: expected.map(|_| Certainty::Expected),
            date: expected,
            year: None,
        },
        belief,
    }
}

/// The recent rate stands for as many years as its kernel remembers, or as the record covers.
fn rate(row: &MechanismRow, bench: &Bench<'_, '_>) -> Option<Belief> {
    let (from, to) = (row.covered_from?, row.covered_to?);
    let covered = f64::from((to - from).get_days() + 1) / YEAR_DAYS;
    let memory = row.cadence_days? * MEMORY_CADENCES / YEAR_DAYS;
    let years = covered.min(memory).max(0.1);
    Some(Belief::Within {
        events: row.recent_rate.unwrap_or(0.0) * years,
        years,
        ahead: bench.years_ahead,
    })
}

/// The next summit of a series within the horizon in which every party takes part.
fn summit(series: &str, bench: &Bench<'_, '_>) -> Live {
    let stem = format!("summit-{}-", series.to_lowercase());
    let next = bench.windows.iter().find(|w| {
        w.kind == WindowKind::Summit
            && w.id.starts_with(&stem)
            && w.ccodes.len() == bench.parties.len()
            && w.end.is_none_or(|end| end >= bench.date())
    });
    let Some(window) = next else {
        return none(series, series, named(series, series));
    };
    let share = within(window, bench.date(), bench.until);
    let value = ANNOUNCED * share;
    Live {
        suggested: SuggestedCarrier {
            id: series.to_owned(),
            name: window.title.clone(),
            message: window.message.clone(),
            probability: value,
            date: window.days().map(|(first, _)| first.max(bench.date())),
            year: window.year,
            certainty: Some(window.certainty),
        },
        belief: Belief::About {
            value,
            sd: if share < 1.0 { AT_ANY_TIME_SD } else { SD },
        },
    }
}

/// How much of a summit lies within the horizon: all of one that has days in it; of one that is announced
/// for a year, the share of the days still left of that year, for nothing says which of them it will be.
fn within(window: &Window, date: Date, until: Date) -> f64 {
    let Some((_, end)) = window.year.zip(window.end) else {
        return 1.0;
    };
    let from = window.start.max(date);
    let days = |last: Date| f64::from((last - from).get_days() + 1);
    (days(until.min(end)) / days(end)).clamp(0.0, 1.0)
}

/// The session under way, or the next one.
fn assembly<'w>(bench: &'w Bench<'_, '_>) -> Option<&'w Window> {
    let debates = bench
        .windows
        .iter()
        .filter(|w| w.kind == WindowKind::Debate);
    debates
        .filter(|w| w.end.is_none_or(|end| end >= bench.date()))
        .min_by_key(|w| w.start)
}

fn debated(carrier: &Carrier, window: Option<&Window>) -> Live {
    Live {
        suggested: SuggestedCarrier {
            id: carrier.id().to_owned(),
            name: "General Assembly".to_owned(),
            message: Message::new("carrier-assembly"),
            probability: ANNOUNCED,
            date: window.map(|w| w.start),
            year: None,
            certainty: window.map(|w| w.certainty),
        },
        belief: Belief::About {
            value: ANNOUNCED,
            sd: SD,
        },
    }
}

/// The share of the horizon in which every party sits on the Security Council, as known on the date.
fn seats(bench: &Bench<'_, '_>) -> Live {
    let date = bench.date();
    let sits = |code, day: Date| {
        let terms = council::terms_of(code)
            .into_iter()
            .filter_map(|t| t.as_of(date));
        terms.into_iter().any(|term| term.covers(day))
    };
    let days: Vec<Date> = std::iter::successors(Some(date), |day| day.checked_add(7.days()).ok())
        .take_while(|day| *day <= bench.until)
        .collect();
    let together: Vec<&Date> = (days.iter())
        .filter(|day| bench.parties.iter().all(|p| sits(p.ccode, **day)))
        .collect();
    let share = together.len() as f64 / days.len().max(1) as f64;
    let message = Message::new("carrier-council");
    let mut live = none("UNSC", "Security Council", message);
    live.suggested.probability = share;
    live.suggested.date = together.first().map(|day| **day).filter(|day| *day > date);
    live.suggested.certainty = live.suggested.date.map(|_| Certainty::ByRule);
    live.belief = Belief::About {
        value: share,
        sd: 0.0,
    };
    live
}

fn body(id: &str, bench: &Bench<'_, '_>) -> Live {
    let members = members_on(id, bench.date());
    let name = entente_states::memberships::body(id).map_or(id, |b| b.name_en.as_str());
    let message = Message::new("carrier-body").with("body", Value::Body(id.to_owned()));
    let mut live = none(id, name, message);
    if bench.parties.iter().all(|p| members.contains(&p.ccode)) {
        live.suggested.probability = AT_ANY_TIME;
        live.belief = Belief::About {
            value: AT_ANY_TIME,
            sd: AT_ANY_TIME_SD,
        };
    }
    live
}
