//! What a revision must be to enter the history, by whatever door: the rules that `record` and `import`
//! share, beside those of each kind of entry ([`validate`](crate::validate)).

use entente_doors::text;
use jiff::{SignedDuration, Timestamp};

use super::unstamped;
use crate::part::Part;
use crate::validate::{Fault, Invalid};
use crate::{Entity, Kind, LedgerError, Position, Viewer};

/// How far ahead of the clock a time may lie, since clocks differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_hours(1);

/// Longest entry, in bytes of its JSON: 1 MiB.
pub(crate) const LONGEST_ENTRY: usize = 1 << 20;

/// Longest name of an author, in bytes.
const LONGEST_NAME: usize = 500;

/// The kinds of which an entry can be a delegation's own.
const OWN: [Kind; 2] = [Kind::Position, Kind::Document];

/// An author's name as it is kept.
///
/// # Errors
/// [`LedgerError::NoAuthor`] if it has no letter, is too long, or holds what no line of text may hold.
pub(crate) fn author(name: &str) -> Result<String, LedgerError> {
    let name = name.trim();
    match name.is_empty() || name.len() > LONGEST_NAME || text::check_line(name).is_err() {
        true => Err(LedgerError::NoAuthor),
        false => Ok(name.to_owned()),
    }
}

/// Whether a time lies well ahead of the clock.
pub(crate) fn ahead(time: Timestamp, now: Timestamp) -> bool {
    time.duration_since(now) > CLOCKS_DIFFER
}

/// The last row was not written by a clock that is well ahead of this one: otherwise each row after it
/// would have to bear its time.
pub(crate) fn clock(last: &str, now: Timestamp) -> Result<(), LedgerError> {
    if last.is_empty() {
        return Ok(());
    }
    let last = unstamped(last)?;
    match ahead(last, now) {
        true => Err(LedgerError::ClockBehind { last, now }),
        false => Ok(()),
    }
}

/// What is a delegation's own is written by itself.
pub(crate) fn owner(viewer: Viewer, entity: &Entity) -> Result<(), LedgerError> {
    match entity.delegation() {
        Some(owner) if viewer != Viewer::Delegation(owner) => {
            Err(LedgerError::NotYours { owner, viewer })
        }
        _ => Ok(()),
    }
}

/// The position that an entry puts on an agenda entry, where there must be no other: a new one, or one that was
/// given up and is taken up again. One that stood before is held against nothing: an older program let two be.
pub(crate) fn taken_up<'e>(entity: &'e Entity, before: Option<&Entity>) -> Option<&'e Position> {
    let Entity::Position(new) = entity else {
        return None;
    };
    let stood = match before {
        Some(Entity::Position(before)) => before.withdrawn.is_none(),
        _ => false,
    };
    (new.withdrawn.is_none() && !stood).then_some(new)
}

/// The id that the ledger assigns to a new entry, from a number that only who sees the part can see.
pub(crate) fn assigned_id(kind: Kind, part: Part, number: i64) -> String {
    match part.is_joint() {
        true => format!("{kind}-{number}"),
        false => format!("{kind}-own-{number}"),
    }
}

/// The number in an id as the ledger assigns them, or once assigned them.
fn assigned_number(kind: Kind, part: Part, id: &str) -> Option<i64> {
    let rest = id.strip_prefix(kind.as_str())?.strip_prefix('-')?;
    let number = match part.is_joint() {
        true => rest,
        // Ledgers of format 1 counted what was a delegation's own together with everybody's.
        false => rest.strip_prefix("own-").unwrap_or(rest),
    };
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    match digits && !number.starts_with('0') {
        true => number.parse().ok(),
        false => None,
    }
}

/// Whether an id looks as if the ledger had assigned it, in any part.
fn looks_assigned(kind: Kind, id: &str) -> bool {
    let rest = id
        .strip_prefix(kind.as_str())
        .and_then(|rest| rest.strip_prefix('-'));
    let Some(rest) = rest else { return false };
    let number = match is_own_kind(kind) {
        true => rest.strip_prefix("own-").unwrap_or(rest),
        false => rest,
    };
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// An id that somebody chose for a new entry.
pub(crate) fn chosen_id(entity: &Entity) -> Result<(), Invalid> {
    let id = entity.id();
    if entity.delegation().is_some() {
        return Err(of_id(entity, Fault::AssignedId));
    }
    match looks_assigned(entity.kind(), id) {
        true => Err(of_id(entity, Fault::ReservedId(id.to_owned()))),
        false => Ok(()),
    }
}

/// The id of an entry that another ledger wrote, in the row with this number: chosen, or assigned there.
/// An assigned number is that of the row, or above it where that one was taken.
pub(crate) fn brought_id(entity: &Entity, seq: i64) -> Result<(), Invalid> {
    let part = Part::of(entity.delegation());
    let (kind, id) = (entity.kind(), entity.id());
    if !part.is_joint() || looks_assigned(kind, id) {
        return match assigned_number(kind, part, id) {
            Some(number) if number >= seq => Ok(()),
            _ if part.is_joint() => Err(of_id(entity, Fault::ReservedId(id.to_owned()))),
            _ => Err(of_id(entity, Fault::AssignedId)),
        };
    }
    chosen_id(entity)
}

/// Whether an entry of a kind can be a delegation's own.
pub(crate) fn is_own_kind(kind: Kind) -> bool {
    OWN.contains(&kind)
}

/// Whether an id is one that the ledger assigned to a delegation's own, in the row with this number.
pub(crate) fn brought_own_id(kind: Kind, part: Part, id: &str, seq: i64) -> bool {
    !part.is_joint() && assigned_number(kind, part, id).is_some_and(|number| number >= seq)
}

/// Whether the id of a new entry of format 1, if it was assigned, has the number of its row.
pub(crate) fn numbered_as_once(entity: &Entity, seq: i64) -> bool {
    let (kind, id) = (entity.kind(), entity.id());
    let assigned = id == format!("{kind}-{seq}");
    let number = id
        .strip_prefix(kind.as_str())
        .and_then(|rest| rest.strip_prefix('-'));
    let looks = number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    assigned || (entity.delegation().is_none() && !looks)
}

fn of_id(entity: &Entity, fault: Fault) -> Invalid {
    Invalid {
        kind: entity.kind(),
        id: entity.id().to_owned(),
        field: "id".to_owned(),
        fault,
    }
}

/// An entry is not longer than what any reader must be ready for.
pub(crate) fn length(entity: &Entity, body: &str) -> Result<(), Invalid> {
    match body.len() > LONGEST_ENTRY {
        true => Err(Invalid {
            kind: entity.kind(),
            id: entity.id().to_owned(),
            field: "text".to_owned(),
            fault: Fault::TooLong {
                found: body.len(),
                most: LONGEST_ENTRY,
            },
        }),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_states::Ccode;

    fn document(id: &str, own: bool) -> Entity {
        let mut document: crate::Document =
            serde_json::from_str(r#"{"name": "N", "media_type": "text/plain"}"#).unwrap();
        document.id = id.to_owned();
        document.delegation = own.then_some(Ccode(70));
        document.into()
    }

    #[test]
    fn ids_are_chosen_or_assigned() {
        assert!(chosen_id(&document("statement", false)).is_ok());
        for reserved in ["document-4", "document-own-4", "document-007"] {
            assert!(chosen_id(&document(reserved, false)).is_err(), "{reserved}");
        }
        assert!(chosen_id(&document("statement", true)).is_err());
    }

    #[test]
    fn ids_from_elsewhere_bear_a_number_of_their_own_part() {
        for (id, own, seq, good) in [
            ("statement", false, 3, true),
            ("document-3", false, 3, true),
            ("document-5", false, 3, true),
            ("document-2", false, 3, false),
            ("document-03", false, 3, false),
            ("document-own-3", false, 3, false),
            ("document-own-3", true, 3, true),
            ("document-6", true, 3, true),
            ("document-own-1", true, 3, false),
            ("statement", true, 3, false),
        ] {
            let said = brought_id(&document(id, own), seq);
            assert_eq!(said.is_ok(), good, "{id} {own}: {said:?}");
        }
        let act: Entity = serde_json::from_str(
            r#"{"act": {"id": "act-own-3", "date": "2024-01-01", "party": "MEX", "weight": 0.5, "text": "T", "sources": []}}"#,
        )
        .unwrap();
        assert!(brought_id(&act, 9).is_ok(), "no act is anybody's own");
    }

    #[test]
    fn a_position_is_taken_up_when_it_comes_to_stand() {
        let position = |withdrawn: Option<&str>| {
            let mut position: Position =
                serde_json::from_str(r#"{"party": "MEX", "entry": "e", "aim": "A"}"#).unwrap();
            position.withdrawn = withdrawn.map(str::to_owned);
            Entity::from(position)
        };
        let [stands, given_up] = [position(None), position(Some("Agreed"))];
        for (now, before, taken) in [
            (&stands, None, true),
            (&stands, Some(&given_up), true),
            (&stands, Some(&stands), false),
            (&given_up, None, false),
            (&given_up, Some(&given_up), false),
            (&given_up, Some(&stands), false),
        ] {
            assert_eq!(taken_up(now, before).is_some(), taken);
        }
    }

    #[test]
    fn clocks_may_differ_a_little() {
        let now: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        for (last, good) in [
            ("", true),
            ("2026-11-25T12:59:00.000000Z", true),
            ("2026-11-25T13:01:00.000000Z", false),
            ("9999-12-30T21:59:59.999999Z", false),
        ] {
            assert_eq!(clock(last, now).is_ok(), good, "{last}");
        }
    }

    #[test]
    fn authors_are_names_on_a_line() {
        assert_eq!(author(" Ana ").unwrap(), "Ana");
        for name in ["", "  ", "A\0B", "A\r\nB", "A\u{1b}[31m", "\u{202e}anA"] {
            assert!(author(name).is_err(), "{name:?}");
        }
    }
}
