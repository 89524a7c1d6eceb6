//! From the word for a kind to its type.

/// Evaluates an expression with `$entry` standing for the type of a kind.
macro_rules! of_kind {
    ($kind:expr, $entry:ident => $body:expr) => {{
        use entente_ledger::Kind;
        match $kind {
            Kind::Consultation => {
                type $entry = entente_ledger::Consultation;
                $body
            }
            Kind::AgendaEntry => {
                type $entry = entente_ledger::AgendaEntry;
                $body
            }
            Kind::Position => {
                type $entry = entente_ledger::Position;
                $body
            }
            Kind::Outcome => {
                type $entry = entente_ledger::Outcome;
                $body
            }
            Kind::Commitment => {
                type $entry = entente_ledger::Commitment;
                $body
            }
            Kind::Score => {
                type $entry = entente_ledger::Score;
                $body
            }
            Kind::Act => {
                type $entry = entente_ledger::Act;
                $body
            }
            Kind::Document => {
                type $entry = entente_ledger::Document;
                $body
            }
        }
    }};
}

pub(super) use of_kind;

use entente_ledger::{EntityRef, Kind};

use super::Room;
use super::room::unknown;
use crate::failure::Failure;

/// The entry that `kind/id`, or an id that only one entry has, stands for.
pub fn find(room: &Room, text: &str) -> Result<EntityRef, Failure> {
    if let Some((kind, id)) = text.split_once('/') {
        let kind: Kind = kind
            .parse()
            .map_err(|error: entente_ledger::NotAKind| Failure::usage(error.to_string()))?;
        of_kind!(kind, Entry => room.get::<Entry>(id).map(drop))?;
        let id = id.to_owned();
        return Ok(EntityRef { kind, id });
    }
    let mut found: Vec<EntityRef> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for kind in Kind::ALL {
        let all = of_kind!(kind, Entry => {
            let all = room.ledger.wait(room.view().all::<Entry>())?;
            all.into_iter().map(|one| one.entry.id).collect::<Vec<String>>()
        });
        if all.iter().any(|id| id == text) {
            let id = text.to_owned();
            found.push(EntityRef { kind, id });
        }
        ids.extend(all);
    }
    match found.len() {
        0 => Err(unknown(&format!("entry {text}"), text, ids, "commitment")),
        1 => Ok(found.remove(0)),
        _ => {
            let all: Vec<String> = found.iter().map(EntityRef::to_string).collect();
            Err(
                Failure::usage(format!("{text} is the id of several entries"))
                    .help(format!("one of {}", all.join(", "))),
            )
        }
    }
}
