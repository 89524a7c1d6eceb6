//! `entente ledger draw`

use std::path::Path;

use entente_assessment::{Horizon, ItemRow, Shortlist, shortlist_forecasts};
use entente_brief::Lang;
use entente_ledger::{AgendaEntry, Change, Consultation, ItemLink};
use jiff::civil::Date;

use super::{Room, feed, names, receipt};
use crate::args::{DrawArgs, EvidenceArgs, RoomArgs};
use crate::clock::today;
use crate::commands::dossier;
use crate::failure::Failure;
use crate::fits;

pub fn run(options: &DrawArgs, room: &RoomArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let consultation = room.get::<Consultation>(&options.consultation)?.entry;
    let name = match &options.dossier {
        Some(asked) => asked.clone(),
        None => names::declared(&consultation.mechanism, None)?.0,
    };
    let chosen = feed::fed_by(&room, dossier::by_name(&name, Lang::default())?)?;
    let date = options.as_of.unwrap_or_else(today);
    let evidence = evidence.open()?;
    let as_of = evidence.as_of(date);
    let forecasts = shortlist_forecasts(&as_of, &fits::kept())?;
    let shortlist = Shortlist::of(
        &chosen.dossier,
        Horizon::YEAR,
        "",
        forecasts.as_ref(),
        &as_of,
    )?;
    let there = room
        .ledger
        .wait(room.view().of::<AgendaEntry>(&consultation.id))?;
    let there: Vec<AgendaEntry> = there.into_iter().map(|found| found.entry).collect();
    let standing = |link: &ItemLink| {
        let mut entries = there.iter().filter(|entry| entry.withdrawn.is_none());
        entries.any(|entry| entry.item.as_ref() == Some(link))
    };
    let links = shortlist.rows.iter().map(|row| {
        let link = ItemLink {
            dossier: short_name(&chosen.name),
            item: row.id.clone(),
        };
        (row, link)
    });
    let mut order = there.iter().map(|entry| entry.order).max().unwrap_or(0);
    let changes: Vec<Change> = links
        .take(usize::from(options.first))
        .filter(|(_, link)| !standing(link))
        .map(|(row, link)| {
            order = order.saturating_add(1);
            Change::New(entry(&consultation.id, order, row, link, date).into())
        })
        .collect();
    if changes.is_empty() {
        return Err(Failure::usage(format!(
            "the first {} items of the shortlist are on the agenda of {} already",
            options.first, consultation.id
        ))
        .help("--first takes more of them"));
    }
    let recorded = room.changes(changes)?;
    receipt::give(&room, &recorded, &options.written)
}

fn entry(consultation: &str, order: u32, row: &ItemRow, link: ItemLink, date: Date) -> AgendaEntry {
    let note = format!(
        "Place {} of the shortlist as of {date}; among the first three with probability {:.0}%.",
        row.place,
        100.0 * row.top_three
    );
    AgendaEntry {
        id: String::new(),
        consultation: consultation.to_owned(),
        order,
        item: Some(link),
        title: None,
        leads: Vec::new(),
        carried_from: None,
        reached: None,
        note: Some(note),
        withdrawn: None,
    }
}

/// What a dossier is called on an agenda: the name of a shipped one, or of a file without folder and ending,
/// since an agenda is read by others.
fn short_name(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default();
    match dossier::shipped_as(name, Lang::default()) {
        Some(_) => name.to_owned(),
        None => stem.to_string_lossy().into_owned(),
    }
}
