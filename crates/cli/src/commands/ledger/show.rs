//! `entente ledger show`

use entente_ledger::{
    AgendaEntry, Commitment, Document, EntityRef, Kind, Outcome, Position, Score, Versioned,
};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Room;
use super::kinds::{find, of_kind};
use super::summary::{self, Told};
use super::{fields, names};
use crate::args::{RoomArgs, ShowArgs, TableFormat};
use crate::failure::Failure;
use crate::output;

/// Letters of the last column.
const TEXT: usize = 60;

/// What belongs to an entry: each list under its name.
#[derive(Default)]
struct Belongings {
    lists: Map<String, Value>,
    page: String,
    rows: Vec<summary::Summary>,
}

pub fn run(options: &ShowArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let entry = find(&room, &options.id)?;
    let belongings = belongings(&room, &entry)?;
    let bytes = of_kind!(entry.kind, Entry => {
        let found = room.get::<Entry>(&entry.id)?;
        write(&room, &entry, &found, belongings, options.written.format)?
    });
    output::write_private(options.written.output.as_deref(), &bytes)
}

fn write<T: Told>(
    room: &Room,
    entry: &EntityRef,
    found: &Versioned<T>,
    belongings: Belongings,
    format: TableFormat,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        TableFormat::Json => {
            let mut object = output::object(
                &room.answer(None, Vec::new())?,
                "entries",
                std::slice::from_ref(found),
            )?;
            object.insert("kind".to_owned(), entry.kind.as_str().into());
            object.extend(belongings.lists);
            output::pretty(object)?
        }
        TableFormat::Csv => {
            let mut rows = vec![summary::of(found)];
            rows.extend(belongings.rows);
            output::csv(&rows)?
        }
        TableFormat::Table => {
            let mut page = format!("{entry}, version {}\n\n", found.version);
            page.push_str(&fields::page(&found.entry)?);
            if let Some(link) = item_of(&found.entry)? {
                page.push_str(&format!("\n{link}\n"));
            }
            page.push_str(&belongings.page);
            output::page(page)
        }
    })
}

/// The item's name, which the entry itself does not hold.
fn item_of(entry: &impl Serialize) -> Result<Option<String>, Failure> {
    let value = serde_json::to_value(entry)?;
    let text = |key: &str| value.get("item")?.get(key)?.as_str();
    let link = text("dossier").zip(text("item"));
    Ok(link.and_then(|(dossier, item)| {
        let link = format!("{dossier}/{item}");
        let name = names::item(&link);
        (name != link).then(|| format!("{link}: {name}"))
    }))
}

fn belongings(room: &Room, entry: &EntityRef) -> Result<Belongings, Failure> {
    let (view, ledger) = (room.view(), &room.ledger);
    let mut found = Belongings::default();
    let id = entry.id.as_str();
    match entry.kind {
        Kind::Consultation => {
            found.add("agenda", ledger.wait(view.of::<AgendaEntry>(id))?)?;
            found.add("outcomes", ledger.wait(view.of::<Outcome>(id))?)?;
            found.add("commitments", ledger.wait(view.of::<Commitment>(id))?)?;
        }
        Kind::Commitment => {
            found.add("scores", ledger.wait(view.of::<Score>(id))?)?;
            let mut later = ledger.wait(view.all::<Commitment>())?;
            later.retain(|c| c.entry.from.iter().any(|from| from == id));
            found.add("in_its_place", later)?;
        }
        Kind::AgendaEntry => {
            let mut own = ledger.wait(view.all::<Position>())?;
            own.retain(|p| p.entry.entry == id);
            found.add("own_position", own)?;
            let consultation = room.get::<AgendaEntry>(id)?.entry.consultation;
            let mut outcomes = ledger.wait(view.of::<Outcome>(&consultation))?;
            outcomes.retain(|o| o.entry.entry.as_deref() == Some(id));
            found.add("outcomes", outcomes)?;
        }
        _ => {}
    }
    let documents: Vec<Versioned<Document>> = ledger.wait(view.documents_of(entry))?;
    found.add("documents", documents)?;
    Ok(found)
}

impl Belongings {
    fn add<T: Told>(&mut self, name: &str, list: Vec<Versioned<T>>) -> Result<(), Failure> {
        self.lists
            .insert(name.to_owned(), serde_json::to_value(&list)?);
        if !list.is_empty() {
            let rows: Vec<summary::Summary> = list.iter().map(summary::of).collect();
            let table = summary::table(&rows, TEXT);
            self.page
                .push_str(&format!("\n{}\n{table}", name.replace('_', " ")));
            self.rows.extend(rows);
        }
        Ok(())
    }
}
