//! What a row must be to be taken.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Hand, Intake};
use crate::Entity;
use crate::EntityRef;
use crate::exchange::fault::ImportFault;
use crate::history::chain::canonical;
use crate::history::write::Written;
use crate::history::{Opened, Stored, admit, stamped, unstamped};
use crate::part::Part;
use crate::validate::{Context, check};

impl Intake<'_> {
    /// Whether a row follows the ones before it.
    pub(super) fn chained(&self, stored: &Stored) -> Result<(), ImportFault> {
        let link = &stored.link;
        let last = self.last(link.part);
        let (found, expected) = (link.seq, last.seq + 1);
        if found != expected {
            return Err(ImportFault::Gap { found, expected });
        }
        if link.prev_hash != last.hash {
            return Err(ImportFault::Unlinked(found));
        }
        if link.hash() != stored.hash {
            return Err(ImportFault::Altered(found));
        }
        match stored.content_holds() {
            Some(true) => {}
            Some(false) => return Err(ImportFault::Content(found)),
            None if stored.is_locked() && self.hand == Hand::Custodian => {}
            None => return Err(ImportFault::Line("body: it is missing".to_owned())),
        }
        let out_of_order = |field, why| ImportFault::OutOfOrder {
            seq: found,
            field,
            why,
        };
        let Ok(kind) = stored.kind() else {
            return Err(out_of_order("kind", "is of no kind that there is"));
        };
        let id = link.id.clone();
        let held = self.replay.get(link.part, &EntityRef { kind, id });
        if link.version != held.map_or(1, |h| h.version + 1) || link.previous != held.map(|h| h.seq)
        {
            return Err(out_of_order(
                "version",
                "is not the next version of its entry",
            ));
        }
        // A delegation's own comes right after the last of everybody's that it knows of.
        let joint = self.last(Part::JOINT).seq;
        let anchor = (!link.part.is_joint()).then_some(joint);
        if link.joint != anchor {
            return Err(out_of_order(
                "joint",
                "does not stand after the revision that it names",
            ));
        }
        self.in_time(stored)
    }

    /// Whether a row's time is one, is not before those of the rows before it, and has come.
    fn in_time(&self, stored: &Stored) -> Result<(), ImportFault> {
        let (seq, text) = (stored.link.seq, &stored.link.time);
        let out_of_order = |why| ImportFault::OutOfOrder {
            seq,
            field: "time",
            why,
        };
        let time = unstamped(text).ok().filter(|time| stamped(*time) == *text);
        let Some(time) = time else {
            return Err(out_of_order("has no time as the ledger writes it"));
        };
        for part in [Part::JOINT, stored.link.part] {
            if self.tips.get(&part).is_some_and(|tip| *text < tip.time) {
                return Err(out_of_order("goes back in time"));
            }
        }
        match self.now {
            Some(now) if admit::ahead(time, now) => Err(ImportFault::Ahead { seq, time, now }),
            _ => Ok(()),
        }
    }

    /// What is in a row that the ledger does not have, if it may be recorded.
    pub(super) fn admitted(&self, stored: &Stored) -> Result<Entity, ImportFault> {
        let checked = self.checked(stored);
        match (checked, self.hand) {
            (Err(_), Hand::Custodian) if !stored.link.part.is_joint() => {
                Err(ImportFault::PrivateInvalid(stored.link.seq))
            }
            (checked, _) => checked,
        }
    }

    fn checked(&self, stored: &Stored) -> Result<Entity, ImportFault> {
        let link = &stored.link;
        let seq = link.seq;
        as_written(stored)?;
        let Opened { author, entity } = opened(stored)?;
        if admit::author(&author).ok().as_ref() != Some(&author) {
            return Err(ImportFault::Author(seq));
        }
        let salt = stored.secret.as_ref().map(|secret| secret.salt.clone());
        let written = Written::of(&entity, &author, salt).map_err(|_| unreadable(seq))?;
        if written.content != link.content {
            return Err(ImportFault::Line(
                "body: it is not written as the ledger writes it, though it says the same"
                    .to_owned(),
            ));
        }
        if link.version == 1 {
            admit::brought_id(&entity, seq)?;
        }
        let (part, kind) = (link.part, entity.kind());
        let id = link.id.clone();
        let held = self.replay.get(part, &EntityRef { kind, id });
        let before = held.and_then(|held| held.entity(kind));
        if let Some(new) = admit::taken_up(&entity, before.as_ref())
            && self.replay.has_another(part, new)
        {
            return Err(ImportFault::OutOfOrder {
                seq,
                field: "entry",
                why: "is a second position on one agenda entry",
            });
        }
        let known = self.replay.known(&entity);
        let context = Context {
            before: before.as_ref(),
            known: &known,
            time: unstamped(&link.time).map_err(|_| unreadable(seq))?,
        };
        check(&entity, &context)?;
        Ok(entity)
    }
}

fn unreadable(seq: i64) -> ImportFault {
    ImportFault::Line(format!("revision {seq} is not as the ledger writes it"))
}

/// What is in a row.
pub(super) fn opened(stored: &Stored) -> Result<Opened, ImportFault> {
    if let (Some(body), Ok(kind)) = (&stored.body, stored.kind()) {
        Entity::read(kind, body).map_err(|error| ImportFault::Line(format!("body: {error}")))?;
    }
    match stored.open() {
        Ok(Some(opened)) => Ok(opened),
        Ok(None) | Err(_) => Err(unreadable(stored.link.seq)),
    }
}

/// Whether the body is text as the ledger writes it, so that nobody reads something else in it.
fn as_written(stored: &Stored) -> Result<(), ImportFault> {
    let body = match (&stored.body, &stored.secret) {
        (Some(body), None) => body,
        (None, Some(secret)) => &secret.body,
        _ => return Err(unreadable(stored.link.seq)),
    };
    if body.len() > admit::LONGEST_ENTRY {
        return Err(ImportFault::Line(format!(
            "body: it has {} bytes, and {} are the most",
            body.len(),
            admit::LONGEST_ENTRY
        )));
    }
    let value = serde_json::from_str(body).map_err(|_| unreadable(stored.link.seq))?;
    match canonical(&value) == *body {
        true => Ok(()),
        false => Err(ImportFault::Line(
            "body: it is not JSON as the ledger writes it, without blanks and with sorted keys"
                .to_owned(),
        )),
    }
}

/// Whether a row that cannot be opened is one of a delegation's own, as the ledger writes them.
pub(super) fn locked_outside(stored: &Stored, sealed: &str) -> Result<(), ImportFault> {
    let link = &stored.link;
    let alone = link.author.is_none() && stored.body.is_none() && stored.secret.is_none();
    let kind = stored.kind().ok().filter(|kind| admit::is_own_kind(*kind));
    let numbered = link.version > 1
        || kind.is_some_and(|kind| admit::brought_own_id(kind, link.part, &link.id, link.seq));
    let whole = is_hash(&link.content) && STANDARD.decode(sealed).is_ok();
    match alone && kind.is_some() && numbered && whole {
        true => Ok(()),
        false => Err(unreadable(link.seq)),
    }
}

/// Whether a text is a checksum, in lower-case hexadecimal.
pub(super) fn is_hash(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.len() == 64 && text.bytes().all(digit)
}
