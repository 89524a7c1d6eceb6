//! Rules that fields of several entries share.

use entente_doors::text;
use entente_states::{Ccode, Lang, system};
use jiff::civil::{Date, date};
use serde_json::Value;

use super::{Context, Fault, Invalid};
use crate::{Consultation, Days, Entity, EntityRef, ItemLink, Kind, Source};

/// Longest id.
const LONGEST_ID: usize = 100;

/// The list of states begins in this year.
const EARLIEST: Date = date(1816, 1, 1);

/// An entry under the eyes of its rules.
pub(super) struct Fields<'f> {
    pub(super) entity: &'f Entity,
    pub(super) context: &'f Context<'f>,
}

impl Fields<'_> {
    pub(super) fn fault(&self, field: impl Into<String>, fault: Fault) -> Invalid {
        Invalid {
            kind: self.entity.kind(),
            id: self.entity.id().to_owned(),
            field: field.into(),
            fault,
        }
    }

    pub(super) fn fails<T>(&self, field: impl Into<String>, fault: Fault) -> Result<T, Invalid> {
        Err(self.fault(field, fault))
    }

    /// No text anywhere is blank or holds what no text may hold.
    pub(super) fn texts(&self) -> Result<(), Invalid> {
        // An entry of the ledger is always writable as JSON; weights that are not numbers become null.
        let value = self.entity.to_value().unwrap_or_default();
        self.texts_within("", &value)
    }

    fn texts_within(&self, field: &str, value: &Value) -> Result<(), Invalid> {
        match value {
            Value::String(it) => {
                if let Err(forbidden) = text::check(it) {
                    return self.fails(field, Fault::Forbidden(forbidden));
                }
                if it.trim().is_empty() {
                    return self.fails(field, Fault::Empty);
                }
            }
            Value::Array(list) => {
                for (i, inner) in list.iter().enumerate() {
                    self.texts_within(&format!("{field}[{i}]"), inner)?;
                }
            }
            Value::Object(map) => {
                for (key, inner) in map {
                    let dot = if field.is_empty() { "" } else { "." };
                    self.texts_within(&format!("{field}{dot}{key}"), inner)?;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
        Ok(())
    }

    /// Its id is one.
    pub(super) fn identity(&self) -> Result<(), Invalid> {
        self.id_like("id", self.entity.id())
    }

    pub(super) fn id_like(&self, field: &str, id: &str) -> Result<(), Invalid> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let begins = id.starts_with(|c: char| c.is_ascii_alphanumeric());
        if begins && id.len() <= LONGEST_ID && id.chars().all(allowed) {
            Ok(())
        } else {
            self.fails(field, Fault::NotAnId(id.to_owned()))
        }
    }

    /// An item of a dossier: that is named, never given as a path, which whoever reads the entry would open.
    pub(super) fn link(&self, field: &str, link: &ItemLink) -> Result<(), Invalid> {
        self.id_like(&format!("{field}.dossier"), &link.dossier)
    }

    /// All that it refers to is there, and is not itself.
    pub(super) fn references(&self) -> Result<(), Invalid> {
        for reference in self.entity.references() {
            if reference.kind == self.entity.kind() && reference.id == self.entity.id() {
                return self.fails(self.field_of(&reference), Fault::Itself);
            }
            if !self.context.known.contains_key(&reference) {
                return self.fails(self.field_of(&reference), Fault::Unknown(reference));
            }
        }
        Ok(())
    }

    fn field_of(&self, reference: &EntityRef) -> &'static str {
        match (self.entity, reference.kind) {
            (Entity::Document(_), _) => "attached_to",
            (Entity::Commitment(_), Kind::Commitment) => "from",
            (Entity::AgendaEntry(_), Kind::AgendaEntry) => "carried_from",
            (_, Kind::Consultation) => "consultation",
            (_, Kind::Commitment) => "commitment",
            _ => "entry",
        }
    }

    pub(super) fn consultation(&self, id: &str) -> Option<&Consultation> {
        match self.context.find(Kind::Consultation, id) {
            Some(Entity::Consultation(consultation)) => Some(consultation),
            _ => None,
        }
    }

    pub(super) fn state(&self, field: &str, number: Ccode) -> Result<(), Invalid> {
        if system().get(number).is_some() {
            return Ok(());
        }
        let suggestion = system().by_m49(number.0).map(|state| {
            format!(
                "{} ({}, {})",
                state.name(Lang::En),
                state.key3(),
                state.ccode
            )
        });
        self.fails(field, Fault::UnknownState { number, suggestion })
    }

    pub(super) fn states(
        &self,
        field: &str,
        parties: &[Ccode],
        needed: usize,
    ) -> Result<(), Invalid> {
        for (i, party) in parties.iter().enumerate() {
            self.state(&format!("{field}[{i}]"), *party)?;
            if parties[..i].contains(party) {
                return self.fails(format!("{field}[{i}]"), Fault::Twice(named(*party)));
            }
        }
        let found = parties.len();
        if found < needed {
            return self.fails(field, Fault::TooFew { found, needed });
        }
        Ok(())
    }

    pub(super) fn takes_part(
        &self,
        field: &str,
        party: Ccode,
        of: EntityRef,
        parties: &[Ccode],
    ) -> Result<(), Invalid> {
        self.state(field, party)?;
        if parties.contains(&party) {
            return Ok(());
        }
        let party = named(party);
        self.fails(field, Fault::NotAParty { party, of })
    }

    pub(super) fn sources(&self, field: &str, sources: &[Source]) -> Result<(), Invalid> {
        for (i, source) in sources.iter().enumerate() {
            self.source(&format!("{field}[{i}]"), source)?;
        }
        Ok(())
    }

    pub(super) fn source(&self, field: &str, source: &Source) -> Result<(), Invalid> {
        match &source.address {
            Some(address) => self.address(&format!("{field}.address"), address),
            None => Ok(()),
        }
    }

    pub(super) fn address(&self, field: &str, address: &str) -> Result<(), Invalid> {
        let host = ["https://", "http://"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme));
        if host.is_some_and(|host| !host.is_empty()) && !address.contains(char::is_whitespace) {
            Ok(())
        } else {
            self.fails(field, Fault::NotAnAddress(address.to_owned()))
        }
    }

    /// A day on or after another.
    pub(super) fn not_before(
        &self,
        field: &str,
        day: Date,
        other: &'static str,
        other_day: Date,
    ) -> Result<(), Invalid> {
        if day >= other_day {
            return Ok(());
        }
        self.fails(
            field,
            Fault::Before {
                day,
                other,
                other_day,
            },
        )
    }

    /// A day of the state system's time.
    pub(super) fn day(&self, field: &str, day: Date) -> Result<(), Invalid> {
        if day < EARLIEST {
            return self.fails(field, Fault::TooEarly(day));
        }
        Ok(())
    }

    /// A day that has come.
    pub(super) fn past(&self, field: &str, day: Date) -> Result<(), Invalid> {
        self.day(field, day)?;
        if day > self.context.today() {
            return self.fails(field, Fault::Future(day));
        }
        Ok(())
    }

    pub(super) fn days(&self, field: &str, days: Days) -> Result<(), Invalid> {
        self.day(&format!("{field}.start"), days.start)?;
        self.not_before(
            &format!("{field}.end"),
            days.end,
            "its first day",
            days.start,
        )
    }

    /// A field that is as it was, if there was a version before.
    pub(super) fn fixed<T: PartialEq + std::fmt::Debug>(
        &self,
        field: &str,
        now: &T,
        before: Option<&T>,
    ) -> Result<(), Invalid> {
        match before {
            Some(before) if before != now => self.fails(field, Fault::Fixed(format!("{before:?}"))),
            _ => Ok(()),
        }
    }
}

pub(super) fn named(party: Ccode) -> String {
    match system().get(party) {
        Some(state) => format!("{} ({}, {party})", state.name(Lang::En), state.key3()),
        None => party.to_string(),
    }
}
