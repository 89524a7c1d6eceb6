//! `entente ledger ics`

use std::collections::BTreeMap;

use entente_ledger::{Consultation, ConsultationStatus, DueFilter, Kind, LogFilter, Owed, Until};
use jiff::Timestamp;
use jiff::civil::Date;

use super::Room;
use super::names::{codes, mechanism};
use super::summary::status_of;
use crate::args::{IcsArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;
use crate::output::ics::{Event, Status, calendar};

/// When an entry was last changed, and how many times.
type Changed = BTreeMap<String, (Timestamp, i64)>;

pub fn run(options: &IcsArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let mut events = consultations(&room, options)?;
    events.extend(due(&room, options)?);
    let name = match &options.mechanism {
        Some(id) => format!("Ledger, {}", mechanism(id)),
        None => "Ledger".to_owned(),
    };
    let text = calendar("entente ledger", &name, None, &events);
    output::write_private(options.output.as_deref(), text.as_bytes())
}

fn consultations(room: &Room, options: &IcsArgs) -> Result<Vec<Event>, Failure> {
    let changed = changed(room, Kind::Consultation)?;
    let all = match &options.mechanism {
        Some(id) => room.ledger.wait(room.view().of::<Consultation>(id))?,
        None => room.ledger.wait(room.view().all())?,
    };
    let event = |it: &Consultation| {
        let days = it.actual.or(it.planned)?;
        let mut lines = vec![
            format!(
                "{}. {}.",
                mechanism(&it.mechanism),
                codes(&it.parties).join(", ")
            ),
            format!("Status: {}.", status_of(it)),
        ];
        lines.extend(it.reason.clone());
        lines.extend(it.note.clone());
        let (status, ahead) = match it.status {
            ConsultationStatus::Held => (Status::Confirmed, false),
            ConsultationStatus::Cancelled => (Status::Cancelled, false),
            ConsultationStatus::Planned | ConsultationStatus::Postponed => {
                (Status::Tentative, true)
            }
        };
        Some(Event {
            uid: format!("consultation-{}@ledger.entente", it.id),
            stamp: stamp(&changed, &it.id),
            sequence: sequence(&changed, &it.id),
            start: days.start,
            last: days.end,
            summary: match &it.place {
                Some(place) if !it.title.contains(place) => format!("{}, {place}", it.title),
                _ => it.title.clone(),
            },
            description: lines.join("\n"),
            category: "CONSULTATION",
            status,
            reminders: if ahead {
                options.remind.clone()
            } else {
                Vec::new()
            },
        })
    };
    Ok(all.iter().filter_map(|found| event(&found.entry)).collect())
}

/// Open commitments on the day by which they are to be done.
fn due(room: &Room, options: &IcsArgs) -> Result<Vec<Event>, Failure> {
    let changed = changed(room, Kind::Commitment)?;
    let filter = DueFilter {
        until: Until::Day(Date::MAX),
        mechanism: options.mechanism.clone(),
        ..DueFilter::default()
    };
    let owed = room.ledger.wait(room.view().due(Date::MAX, &filter))?;
    let event = |it: &Owed| {
        let day = it.due?;
        let by = codes(&it.by).join(", ");
        Some(Event {
            uid: format!("commitment-{}@ledger.entente", it.commitment),
            stamp: stamp(&changed, &it.commitment),
            sequence: sequence(&changed, &it.commitment),
            start: day,
            last: day,
            summary: format!("Due ({by}): {}", it.text),
            description: format!("{}, made on {} by {by}.", it.commitment, it.made),
            category: "COMMITMENT DUE",
            status: Status::Confirmed,
            reminders: options.remind.clone(),
        })
    };
    Ok(owed.iter().filter_map(event).collect())
}

fn changed(room: &Room, kind: Kind) -> Result<Changed, Failure> {
    let filter = LogFilter {
        kind: Some(kind),
        ..LogFilter::default()
    };
    let log = room.ledger.wait(room.view().log(&filter))?;
    let last = log.into_iter().map(|row| (row.id, (row.time, row.version)));
    Ok(last.collect())
}

fn stamp(changed: &Changed, id: &str) -> String {
    let time = changed
        .get(id)
        .map_or(Timestamp::UNIX_EPOCH, |(time, _)| *time);
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn sequence(changed: &Changed, id: &str) -> Option<i64> {
    changed.get(id).map(|(_, version)| version - 1)
}
