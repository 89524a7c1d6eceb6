//! Putting the rows of one history into the histories of their parts.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use entente_doors::text;

use super::link::OldRow;
use crate::history::chain::{GENESIS, Link};
use crate::history::write::Written;
use crate::history::{Envelope, Head, Stored, admit};
use crate::part::Part;
use crate::{Entity, Kind, LedgerError};

/// Why a row of format 1 cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OldFault {
    #[error("seq: revision {found} stands where revision {expected} should")]
    Gap { found: i64, expected: i64 },
    #[error("prev_hash: it does not follow the one before it")]
    Unlinked,
    #[error("hash: it was altered")]
    Altered,
    #[error("content: its body was altered")]
    Content,
    #[error("version: it is not the next version of its entry")]
    OutOfOrder,
    #[error("id: it has the number of another revision")]
    Number,
    #[error("it is not an entry as the ledger writes them")]
    Unreadable,
}

/// The histories as far as rows were taken.
pub(crate) struct Rechain {
    /// Rows of a file, which anybody may have written.
    strict: bool,
    last: Head,
    tips: BTreeMap<Part, Head>,
    /// Of each entry the delegation whose own it is, the number that its latest version had and has, and
    /// the version.
    entries: HashMap<(String, String), Entry>,
    /// Rows of which a text, or the author's name, was cleaned.
    pub(crate) cleaned: i64,
    /// Rows of which the body was not there.
    pub(crate) left_out: i64,
}

struct Entry {
    delegation: Option<i64>,
    /// Its version and number as they were.
    version: i64,
    had: i64,
    /// How many versions of it were taken, and the number of the last one.
    taken: i64,
    has: Option<i64>,
}

impl Rechain {
    /// Of a database that this program's forerunner kept.
    pub(crate) fn of_a_database() -> Rechain {
        Rechain {
            strict: false,
            last: Head::genesis(),
            tips: BTreeMap::new(),
            entries: HashMap::new(),
            cleaned: 0,
            left_out: 0,
        }
    }

    /// Of a file.
    pub(crate) fn of_a_file() -> Rechain {
        Rechain {
            strict: true,
            ..Rechain::of_a_database()
        }
    }

    /// The last row taken, as it was.
    pub(crate) fn last(&self) -> &Head {
        &self.last
    }

    /// Takes the next row; `None` if it is sealed.
    pub(crate) fn row(&mut self, old: OldRow) -> Result<Option<(Stored, Entity)>, OldFault> {
        self.follows(&old)?;
        self.last = Head {
            seq: old.seq,
            hash: old.hash.clone(),
        };
        let key = (old.kind.clone(), old.id.clone());
        let before = self.entries.get(&key);
        let mut entry = Entry {
            delegation: old.delegation,
            version: old.version,
            had: old.seq,
            taken: before.map_or(0, |before| before.taken),
            has: before.and_then(|before| before.has),
        };
        // Of what is sealed there is nothing to take; what its delegation wrote beside it is taken.
        if old.body.is_none() && old.secret.is_none() {
            self.entries.insert(key, entry);
            self.left_out += 1;
            return Ok(None);
        }
        let part = match old.delegation {
            Some(0) => return Err(OldFault::Unreadable),
            number => Part::numbered(number.unwrap_or(0)).map_err(|_| OldFault::Unreadable)?,
        };
        let (stored, entity) = self.taken(old, part, (entry.taken, entry.has))?;
        entry.taken = stored.link.version;
        entry.has = Some(stored.link.seq);
        self.entries.insert(key, entry);
        self.tips.insert(part, stored.head());
        Ok(Some((stored, entity)))
    }

    /// Whether a row follows those before it.
    fn follows(&self, old: &OldRow) -> Result<(), OldFault> {
        let (found, expected) = (old.seq, self.last.seq + 1);
        if found != expected {
            return Err(OldFault::Gap { found, expected });
        }
        if old.prev_hash != self.last.hash {
            return Err(OldFault::Unlinked);
        }
        if !old.hash_holds() {
            return Err(OldFault::Altered);
        }
        if !old.content_holds() {
            return Err(OldFault::Content);
        }
        let held = self.entries.get(&(old.kind.clone(), old.id.clone()));
        let next = old.version == held.map_or(1, |h| h.version + 1)
            && old.previous == held.map(|h| h.had)
            && held.is_none_or(|h| h.delegation == old.delegation);
        if !next {
            return Err(OldFault::OutOfOrder);
        }
        Ok(())
    }

    fn taken(
        &mut self,
        old: OldRow,
        part: Part,
        (taken, before): (i64, Option<i64>),
    ) -> Result<(Stored, Entity), OldFault> {
        let kind: Kind = old.kind.parse().map_err(|_| OldFault::Unreadable)?;
        let (author, body, salt) = match (old.body, old.secret, old.author) {
            (Some(body), None, Some(author)) => (author, Cow::Owned(body), None),
            (None, Some(secret), None) => {
                let envelope: Envelope<Box<serde_json::value::RawValue>> =
                    serde_json::from_str(&secret.body).map_err(|_| OldFault::Unreadable)?;
                let body = Cow::Owned(envelope.entity.get().to_owned());
                (envelope.author, body, Some(secret.salt))
            }
            _ => return Err(OldFault::Unreadable),
        };
        let entity = Entity::read(kind, &body).map_err(|_| OldFault::Unreadable)?;
        if entity.delegation() != part.delegation() || entity.id() != old.id {
            return Err(OldFault::Unreadable);
        }
        if self.strict && old.version == 1 && !admit::numbered_as_once(&entity, old.seq) {
            return Err(OldFault::Number);
        }
        let (entity, texts) = cleaned(entity)?;
        // A name in a file is held against the rule; one in a database was held against an older one.
        let (author, name) = match (self.strict, text::shown_on_a_line(&author)) {
            (false, Cow::Owned(clean)) => (clean, true),
            _ => (author, false),
        };
        self.cleaned += i64::from(texts || name);
        let unwritable = |_: LedgerError| OldFault::Unreadable;
        let written = Written::of(&entity, &author, salt).map_err(unwritable)?;
        let tip = self.tips.get(&part);
        let link = Link {
            part,
            seq: tip.map_or(1, |tip| tip.seq + 1),
            kind: old.kind,
            id: old.id,
            version: taken + 1,
            previous: before,
            author: written.author.clone(),
            joint: (!part.is_joint()).then(|| self.tips.get(&Part::JOINT).map_or(0, |tip| tip.seq)),
            time: old.time,
            content: written.content.clone(),
            prev_hash: tip.map_or(GENESIS, |tip| &tip.hash).to_owned(),
        };
        Ok((written.row(link), entity))
    }
}

/// The entry with texts that may be kept, since older programs let some in that no longer are; and whether any
/// was altered.
fn cleaned(entity: Entity) -> Result<(Entity, bool), OldFault> {
    let value = entity.to_value().map_err(|_| OldFault::Unreadable)?;
    let mut clean = value.clone();
    clean_texts(&mut clean);
    clean_dossier(&mut clean);
    if clean == value {
        return Ok((entity, false));
    }
    let clean = Entity::read(entity.kind(), &clean.to_string());
    Ok((clean.map_err(|_| OldFault::Unreadable)?, true))
}

fn clean_texts(value: &mut serde_json::Value) {
    use serde_json::Value;
    match value {
        Value::String(text) => {
            if let Cow::Owned(clean) = text::cleaned(text) {
                *text = clean;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(clean_texts),
        Value::Object(map) => map.values_mut().for_each(clean_texts),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A dossier is named, and was once named by a path: of that only the name of the file stays.
fn clean_dossier(value: &mut serde_json::Value) {
    let Some(serde_json::Value::String(dossier)) = value.pointer_mut("/item/dossier") else {
        return;
    };
    let file = dossier.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = file.strip_suffix(".toml").unwrap_or(file);
    let allowed = |c: char| match c {
        c if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') => c,
        _ => '-',
    };
    let name: String = name.chars().map(allowed).collect();
    let name = name.trim_start_matches(['.', '_', '-']);
    *dossier = match name {
        "" => "unknown".to_owned(),
        name => name.chars().take(100).collect(),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn of_a_path_the_name_stays() {
        for (path, name) in [
            ("usa-mexico", "usa-mexico"),
            ("/home/reader/private-dossier.toml", "private-dossier"),
            ("..\\mine.toml", "mine"),
            ("/etc/passwd", "passwd"),
            ("../..", "unknown"),
            ("Méx 1", "M-x-1"),
        ] {
            let mut value = json!({"item": {"dossier": path, "item": "x"}});
            clean_dossier(&mut value);
            assert_eq!(value["item"]["dossier"], name);
        }
    }
}
