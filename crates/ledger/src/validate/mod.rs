//! The rules of each entry.

mod entries;
mod fault;
mod fields;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use fault::{Fault, Invalid};

use crate::{Entity, EntityRef, Kind};
use fields::Fields;

/// What an entry is checked against.
pub(crate) struct Context<'c> {
    /// The version that it takes the place of.
    pub(crate) before: Option<&'c Entity>,
    /// What it refers to and may see, and the consultations of the agenda entries among these.
    pub(crate) known: &'c HashMap<EntityRef, Entity>,
    /// When it is recorded.
    pub(crate) time: Timestamp,
}

impl Context<'_> {
    /// The last day that may have begun anywhere when it is recorded.
    fn today(&self) -> Date {
        let day = TimeZone::UTC.to_datetime(self.time).date();
        day.tomorrow().unwrap_or(day)
    }

    fn find(&self, kind: Kind, id: &str) -> Option<&Entity> {
        let id = id.to_owned();
        self.known.get(&EntityRef { kind, id })
    }
}

/// Checks an entry.
///
/// # Errors
/// The first rule that it breaks, with the field.
pub(crate) fn check(entity: &Entity, context: &Context) -> Result<(), Invalid> {
    let fields = Fields { entity, context };
    fields.texts()?;
    fields.identity()?;
    fields.references()?;
    match entity {
        Entity::Consultation(consultation) => entries::consultation(&fields, consultation),
        Entity::AgendaEntry(entry) => entries::agenda_entry(&fields, entry),
        Entity::Position(position) => entries::position(&fields, position),
        Entity::Outcome(outcome) => entries::outcome(&fields, outcome),
        Entity::Commitment(commitment) => entries::commitment(&fields, commitment),
        Entity::Score(score) => entries::score(&fields, score),
        Entity::Act(act) => entries::act(&fields, act),
        Entity::Document(document) => entries::document(&fields, document),
    }
}
