//! From meetings to a row.

use entente_evidence::{AsOf, ContactLevel, EvidenceError};
use entente_measures::contact::{
    ChangePoint, Schedule, YEAR_DAYS, Years, change_point, implied_cadence, traction,
};
use entente_states::{Ccode, system};
use jiff::civil::{Date, date};

use super::found;
use super::meetings::{Meeting, days, with_entered};
use super::record::{ContactRecord, Covered};
use super::row::{MechanismRow, SeriesKind};
use crate::contacts::partner;
use crate::dossier::{Level, Mechanism};
use crate::parties::{Pair, code};

/// A series of contacts begins here at the earliest: until the Second World War was over leaders
/// and ministers hardly travelled, and the rate of then says nothing of now.
pub(super) const HISTORY_FROM: Date = date(1946, 1, 1);
/// A pair that meets more often than this is not late when a few weeks pass.
pub(super) const SHORTEST_CADENCE: f64 = YEAR_DAYS / 2.0;
/// How many years back a change in the rate is looked for: about a generation of administrations.
/// Over a whole century the rise of air travel would be all that is found.
const FRAYING_YEARS: i16 = 25;
/// With fewer years than these a change says nothing.
const FEWEST_YEARS: usize = 5;

/// A change in the rate of meetings over the last covered years.
pub(super) fn fraying(meetings: &[Date], covered: Covered) -> Option<ChangePoint> {
    change_point(&years_of(meetings, covered)?)
}

/// The years in which a change is looked for; `None` if they are too few to tell of one.
pub(crate) fn years_of(meetings: &[Date], covered: Covered) -> Option<Years> {
    let first = date((covered.to.year() - FRAYING_YEARS + 1).max(1), 1, 1);
    let years = Years::of(meetings, covered.from.max(first), covered.to);
    (years.counts.len() >= FEWEST_YEARS).then_some(years)
}

/// The days over which contact of a pair at a level would be on record.
pub(super) fn covered_of(
    pair: &Pair,
    level: ContactLevel,
    record: &ContactRecord,
    as_of: &AsOf<'_>,
) -> Option<Covered> {
    let covered = record.covered(level)?;
    let from = [pair.ccode1, pair.ccode2]
        .into_iter()
        .filter_map(|state| member_since(state, as_of.date()))
        .fold(covered.from.max(HISTORY_FROM), Date::max);
    (from <= covered.to).then_some(Covered {
        from,
        to: covered.to,
    })
}

/// The first day of a state's present or last span of membership.
fn member_since(state: Ccode, date: Date) -> Option<Date> {
    let spells = &system().get(state)?.spells;
    spells
        .iter()
        .map(|s| s.from)
        .filter(|from| *from <= date)
        .max()
}

pub(super) fn of_contact(
    pair: &Pair,
    level: ContactLevel,
    record: &ContactRecord,
    as_of: &AsOf<'_>,
) -> MechanismRow {
    let (id, name, who) = match level {
        ContactLevel::Minister => (
            "minister-contact",
            "Contact of foreign ministers",
            Level::Minister,
        ),
        ContactLevel::Leader | ContactLevel::Other => {
            ("leader-contact", "Contact of leaders", Level::Leader)
        }
    };
    let mut meetings = Vec::new();
    let mut covered = None;
    if let Some(other) = partner(pair) {
        covered = covered_of(pair, level, record, as_of);
        meetings = found::of_pair(record, other, level);
        meetings.retain(|m| m.kind.counts() && covered.is_some_and(|c| m.end >= c.from));
    }
    let held = days(&meetings);
    let covered = covered.map(|c| to_the_last(c, &held));
    let cadence = implied_cadence(&held).map(|days| days.max(SHORTEST_CADENCE));
    let row = MechanismRow {
        cadence_days: cadence,
        ..empty(pair, id, name, SeriesKind::Contact, who)
    };
    finish(row, meetings, covered, as_of)
}

pub(super) fn of_mechanism(
    mechanism: &Mechanism,
    pair: &Pair,
    record: &ContactRecord,
    as_of: &AsOf<'_>,
) -> Result<MechanismRow, EvidenceError> {
    let parties: Vec<String> = mechanism.parties.iter().map(|p| code(*p)).collect();
    let found = found::of_mechanism(mechanism, record, as_of)?;
    let by_the_date = |m: &&crate::dossier::EnteredMeeting| m.end <= as_of.date();
    let known = mechanism.meetings.iter().filter(by_the_date);
    let entered = known.map(|m| Meeting::entered(m, mechanism.level, parties.clone()));
    let meetings = with_entered(found, entered.collect(), mechanism.cadence.days);
    let listed = || record.covered(mechanism.level.on_record()?).map(|c| c.to);
    // What the dossier says of its own completeness stands: it may know less of a mechanism that
    // meets where the contact record does not look.
    let to = match mechanism.complete_to {
        Some(day) => Some(day.min(as_of.date())),
        None => listed(),
    };
    let covered = to
        .filter(|to| *to >= mechanism.founded)
        .map(|to| Covered {
            from: mechanism.founded,
            to,
        })
        .map(|c| to_the_last(c, &days(&meetings)));
    let row = MechanismRow {
        parties,
        cadence: Some(mechanism.cadence.text.clone()),
        cadence_days: Some(mechanism.cadence.days),
        founded: Some(mechanism.founded),
        ended: mechanism.ended.filter(|day| *day <= as_of.date()),
        mandate: mechanism.mandate.clone(),
        note: mechanism.note.clone(),
        sources: mechanism.sources.iter().map(ToString::to_string).collect(),
        ..empty(
            pair,
            &mechanism.id,
            &mechanism.name,
            SeriesKind::Mechanism,
            mechanism.level,
        )
    };
    Ok(finish(row, meetings, covered, as_of))
}

/// A meeting on record is itself a sign that its day is covered.
pub(super) fn to_the_last(covered: Covered, meetings: &[Date]) -> Covered {
    let last = meetings.iter().copied().max();
    Covered {
        to: last.map_or(covered.to, |day| day.max(covered.to)),
        ..covered
    }
}

fn finish(
    row: MechanismRow,
    meetings: Vec<Meeting>,
    covered: Option<Covered>,
    as_of: &AsOf<'_>,
) -> MechanismRow {
    let held = days(&meetings);
    let found = covered.zip(row.cadence_days).map(|(covered, cadence)| {
        let schedule = Schedule {
            since: covered.from,
            until: covered.to,
            cadence,
        };
        traction(&held, &schedule)
    });
    MechanismRow {
        covered_from: covered.map(|c| c.from),
        covered_to: covered.map(|c| c.to),
        record_ends: covered.is_some_and(|c| c.to < as_of.date()),
        fraying: covered.and_then(|c| fraying(&held, c)),
        meetings,
        ..row
    }
    .with(found, as_of.date())
}

fn empty(pair: &Pair, id: &str, name: &str, series: SeriesKind, level: Level) -> MechanismRow {
    MechanismRow {
        pair: pair.clone(),
        id: id.to_owned(),
        name: name.to_owned(),
        series,
        parties: vec![pair.iso3_1.clone(), pair.iso3_2.clone()],
        level,
        cadence: None,
        cadence_days: None,
        founded: None,
        ended: None,
        mandate: Vec::new(),
        note: None,
        sources: Vec::new(),
        covered_from: None,
        covered_to: None,
        record_ends: false,
        status: None,
        not_known_since: None,
        status_then: None,
        missed: None,
        last: None,
        gap_days: None,
        gap_cadences: None,
        due: None,
        expected_next: None,
        recent_rate: None,
        history_rate: None,
        rate_ratio: None,
        fraying: None,
        meetings: Vec::new(),
    }
}
