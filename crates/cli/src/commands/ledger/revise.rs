//! `entente ledger revise`

use entente_ledger::{Change, Entry};
use serde_json::Value;

use super::kinds::{find, of_kind};
use super::{Room, receipt};
use crate::args::{ReviseArgs, RoomArgs};
use crate::failure::Failure;

pub fn run(options: &ReviseArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let entry = find(&room, &options.entry)?;
    let change = of_kind!(entry.kind, Entry => revised::<Entry>(&room, &entry.id, options)?);
    let recorded = room.change(change)?;
    receipt::give(&room, &recorded, &options.written)
}

fn revised<T: Entry>(room: &Room, id: &str, options: &ReviseArgs) -> Result<Change, Failure> {
    let found = room.get::<T>(id)?;
    let mut value = serde_json::to_value(&found.entry)?;
    for field in &options.fields {
        let (name, said) = field.split_once('=').ok_or_else(|| {
            Failure::usage(format!("{field:?} names no field and value"))
                .help("FIELD=VALUE, as note=\"A new note\"")
        })?;
        if name == "id" {
            return Err(Failure::usage("the id of an entry never changes"));
        }
        match said {
            "" => {
                if let Value::Object(fields) = &mut value {
                    fields.shift_remove(name);
                }
            }
            said => {
                let read = serde_json::from_str(said);
                value[name] = read.unwrap_or_else(|_| Value::String(said.to_owned()));
            }
        }
    }
    let entry: T = serde_json::from_value(value).map_err(|error| {
        Failure::usage(format!("{} {id}: {error}", T::KIND))
            .help("`entente ledger show --format json` shows the fields of an entry")
    })?;
    Ok(Change::Revision {
        from: options.from.unwrap_or(found.version),
        entity: entry.into(),
    })
}
