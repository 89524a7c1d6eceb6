//! Claims about meetings: contact of leaders and ministers, mechanisms.

use entente_evidence::{ContactLevel, EvidenceError, TableId};
use entente_measures::contact::{ChangePoint, Held, Status, YEAR_DAYS, rate_change};
use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::bench::{Bench, span};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::dossier::{Change, Series, Years};
use crate::machinery::{Machinery, MechanismRow};
use crate::note::{Message, Value};

const TABLES: [TableId; 1] = [TableId::Contact];

fn contact_id(level: ContactLevel) -> &'static str {
    match level {
        ContactLevel::Minister => "minister-contact",
        _ => "leader-contact",
    }
}

fn row(machinery: &Machinery, id: &str) -> Option<MechanismRow> {
    machinery
        .mechanisms
        .iter()
        .find(|row| row.id == id)
        .cloned()
}

/// The first and the last day of some years.
fn days([from, to]: Years) -> (Date, Date) {
    let year = |y: u16| i16::try_from(y).unwrap_or(9999).clamp(1, 9999);
    (date(year(from), 1, 1), date(year(to), 12, 31))
}

/// Meetings in the part of some years that the record covers; `None` where it covers none of it.
fn held(row: &MechanismRow, years: Years) -> Option<Held> {
    let (first, last) = days(years);
    let (from, to) = (row.covered_from?.max(first), row.covered_to?.min(last));
    let covered = (to - from).get_days() + 1;
    let within = row
        .meetings
        .iter()
        .filter(|m| m.kind.counts() && (from..=to).contains(&m.end));
    (covered > 0).then(|| Held {
        meetings: u32::try_from(within.count()).unwrap_or(u32::MAX),
        years: f64::from(covered) / YEAR_DAYS,
    })
}

/// Rates of contact in two periods; a probability of nine in ten decides.
pub(super) fn contact(
    pair: [Ccode; 2],
    level: ContactLevel,
    periods: [Years; 2],
    expect: Change,
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let row = bench
        .between(pair, |m| row(m, contact_id(level)))?
        .flatten();
    let about = |id| {
        Message::new(id)
            .with("pair", Value::States(pair.to_vec()))
            .with_word("level", level.as_str())
            .with_word("first", span(periods[0]))
            .with_word("second", span(periods[1]))
    };
    let both = row.and_then(|row| Some((held(&row, periods[0])?, held(&row, periods[1])?)));
    let Some((first, second)) = both else {
        return Ok(Finding::silent("contact", about("claim-no-contact-record")).from(&TABLES));
    };
    let Some(change) = rate_change(first, second) else {
        return Ok(Finding::silent("contact", about("claim-no-contact-record")).from(&TABLES));
    };
    let lower = change.probability_lower;
    let verdict = ClaimVerdict::probable(match expect {
        Change::Lower => lower,
        Change::Higher => 1.0 - lower,
    });
    let message = about("claim-contact")
        .with("before", Value::Count(first.meetings))
        .with("after", Value::Count(second.meetings))
        .with("before-years", Value::Number(first.years, 1))
        .with("after-years", Value::Number(second.years, 1))
        .with("lower", Value::Chance(lower));
    let mut finding = Finding::new("contact", verdict, message).from(&TABLES);
    for (period, (met, rate)) in periods
        .iter()
        .zip([(first, change.first), (second, change.second)])
    {
        let figure = Figure::of(
            format!("meetings a year, {}", span(*period)),
            Some(rate.mean),
        );
        finding = finding.figure(
            figure
                .between(Some(rate.low), Some(rate.high))
                .on(met.meetings),
        );
    }
    Ok(finding.figure(Figure::of("probability that the rate fell", Some(lower))))
}

/// No contact between two days, as far as the record covers them.
pub(super) fn no_contact(
    pair: [Ccode; 2],
    level: ContactLevel,
    (from, until): (Date, Date),
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let row = bench
        .between(pair, |m| row(m, contact_id(level)))?
        .flatten();
    let about = |id, until| {
        Message::new(id)
            .with("pair", Value::States(pair.to_vec()))
            .with_word("level", level.as_str())
            .with("from", Value::Day(from))
            .with("until", Value::Day(until))
    };
    let covered = row
        .as_ref()
        .and_then(|r| Some((r.covered_from?, r.covered_to?)));
    let Some((row, last)) = row.zip(covered.filter(|c| c.0 <= from && c.1 > from).map(|c| c.1))
    else {
        return Ok(
            Finding::silent("no-contact", about("claim-no-contact-days", until)).from(&TABLES),
        );
    };
    let reached = until.min(last);
    let met: Vec<Date> = (row.meetings.iter())
        .filter(|m| m.kind.counts() && (from..=reached).contains(&m.start))
        .map(|m| m.start)
        .collect();
    let verdict = match (met.is_empty(), reached < until) {
        (false, _) => ClaimVerdict::Contradicted,
        (true, true) => ClaimVerdict::Mixed,
        (true, false) => ClaimVerdict::Supported,
    };
    let message = match met.first() {
        Some(day) => about("claim-contact-met", reached).with("day", Value::Day(*day)),
        None => about("claim-no-contact", reached),
    };
    let count = u32::try_from(met.len()).unwrap_or(u32::MAX);
    let figure = Figure::of("meetings in the time", Some(f64::from(count)));
    Ok(Finding::new("no-contact", verdict, message)
        .from(&TABLES)
        .figure(figure))
}

/// A fall in the rate of a series: more likely than not fallen, and in the years claimed, supports it at
/// nine in ten and is mixed below.
pub(super) fn decline(
    pair: [Ccode; 2],
    series: &Series,
    years: Years,
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let change: Option<ChangePoint> = (bench.between(pair, |m| match series {
        Series::Contact(level) => row(m, contact_id(*level)).and_then(|r| r.fraying),
        Series::Mechanism(id) => row(m, id).and_then(|r| r.fraying),
        Series::Web => m.web.fraying.clone(),
    })?)
    .flatten();
    let name = match series {
        Series::Contact(level) => contact_id(*level).to_owned(),
        Series::Mechanism(id) => bench
            .dossier
            .mechanism(id)
            .map_or_else(|| id.clone(), |m| m.name.clone()),
        Series::Web => "web".to_owned(),
    };
    let about = |id| {
        Message::new(id)
            .with("pair", Value::States(pair.to_vec()))
            .with_word("series", &name)
            .with_word("years", span(years))
    };
    let Some(change) = change else {
        return Ok(Finding::silent("decline", about("claim-no-series")).from(&TABLES));
    };
    let [from, to] = years.map(i32::from);
    let within = (from..=to).contains(&i32::from(change.year));
    let verdict = match (
        ClaimVerdict::probable(change.probability_of_decline),
        within,
    ) {
        (ClaimVerdict::Supported, false) => ClaimVerdict::Mixed,
        (verdict, _) => verdict,
    };
    let message = about("claim-decline")
        .with("decline", Value::Chance(change.probability_of_decline))
        .with_word("year", change.year)
        .with("before", Value::Number(change.before.mean, 2))
        .with("after", Value::Number(change.after.mean, 2));
    Ok(Finding::new("decline", verdict, message)
        .from(&TABLES)
        .figure(Figure::of(
            "probability of a decline",
            Some(change.probability_of_decline),
        ))
        .figure(Figure::of(
            "likeliest first year of the new rate",
            Some(f64::from(change.year)),
        ))
        .figure(
            Figure::of("meetings a year before", Some(change.before.mean))
                .between(Some(change.before.low), Some(change.before.high)),
        )
        .figure(
            Figure::of("meetings a year since", Some(change.after.mean))
                .between(Some(change.after.low), Some(change.after.high)),
        ))
}

/// The row of a mechanism of the dossier, as its first two parties see it.
fn mechanism(id: &str, bench: &Bench<'_, '_>) -> Result<Option<MechanismRow>, EvidenceError> {
    let Some([first, second, ..]) = bench.dossier.mechanism(id).map(|m| m.parties.as_slice())
    else {
        return Ok(None);
    };
    Ok(bench.between([*first, *second], |m| row(m, id))?.flatten())
}

/// The word by which messages know a status.
fn key(status: Status) -> &'static str {
    match status {
        Status::OnCadence => "on-cadence",
        Status::Late => "late",
        Status::Lapsed => "lapsed",
        Status::Dormant => "dormant",
        Status::NeverMet => "never-met",
    }
}

/// How a mechanism stands against its cadence.
pub(super) fn standing(
    id: &str,
    wanted: &[Status],
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let found = mechanism(id, bench)?;
    let none = || {
        let silent = Message::new("claim-no-mechanism").with_word("mechanism", id);
        Finding::silent("standing", silent).from(&TABLES)
    };
    let Some(row) = found else {
        return Ok(none());
    };
    if let Some(ended) = row.not_known_since {
        let silent = Message::new("claim-record-ends")
            .with_word("mechanism", &row.name)
            .with("day", Value::Day(ended));
        return Ok(Finding::silent("standing", silent).from(&TABLES));
    }
    let Some(status) = row.status else {
        return Ok(none());
    };
    let message = Message::new("claim-standing")
        .with_word("mechanism", &row.name)
        .with_word("status", key(status))
        .with("missed", Value::Count(row.missed.unwrap_or(0)));
    let message = match row.last {
        Some(day) => message
            .with_word("met", "yes")
            .with("last", Value::Day(day)),
        None => message.with_word("met", "no").with_word("last", ""),
    };
    Ok(Finding::new(
        "standing",
        ClaimVerdict::plain(wanted.contains(&status)),
        message,
    )
    .from(&TABLES)
    .figure(Figure::of(
        "meetings missed in a row",
        row.missed.map(f64::from),
    ))
    .figure(Figure::of("cadences since the last", row.gap_cadences)))
}

/// How often a mechanism met in some years.
pub(super) fn number(
    id: &str,
    years: Years,
    (at_least, at_most): (Option<u32>, Option<u32>),
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let found = mechanism(id, bench)?;
    let Some((row, met)) = found.and_then(|row| held(&row, years).map(|met| (row, met))) else {
        let silent = Message::new("claim-no-mechanism").with_word("mechanism", id);
        return Ok(Finding::silent("meetings", silent).from(&TABLES));
    };
    let holds =
        at_least.is_none_or(|n| met.meetings >= n) && at_most.is_none_or(|n| met.meetings <= n);
    let (first, last) = days(years);
    let whole =
        row.covered_from.is_some_and(|d| d <= first) && row.covered_to.is_some_and(|d| d >= last);
    // A record of part of the years can rule out what it holds too many of, and prove what it holds enough of.
    let settled = whole
        || at_most.is_some_and(|n| met.meetings > n)
        || (at_most.is_none() && at_least.is_some_and(|n| met.meetings >= n));
    let verdict = match settled {
        true => ClaimVerdict::plain(holds),
        false => ClaimVerdict::Mixed,
    };
    let message = Message::new("claim-meetings")
        .with_word("mechanism", &row.name)
        .with_word("years", span(years))
        .with("met", Value::Count(met.meetings))
        .with_word("whole", if whole { "yes" } else { "no" });
    Ok(Finding::new("meetings", verdict, message)
        .from(&TABLES)
        .figure(
            Figure::of(
                format!("meetings {}", span(years)),
                Some(f64::from(met.meetings)),
            )
            .on(met.meetings),
        ))
}
