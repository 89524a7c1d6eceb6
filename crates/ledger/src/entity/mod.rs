//! What the ledger holds.
//!
//! Every entry is a plain struct. What a field may hold is in its doc; [`Invalid`](crate::Invalid)
//! says which field breaks which rule. Parties are COW numbers; where text is read, a three-letter code
//! or a name will do.

mod act;
mod agenda;
mod commitment;
mod consultation;
mod days;
mod document;
mod kind;
mod outcome;
mod party;
mod position;
mod score;
mod source;

use entente_states::Ccode;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use act::Act;
pub use agenda::{AgendaEntry, ItemLink, Lead};
pub use commitment::{Commitment, CommitmentStatus, Extension};
pub use consultation::{Consultation, ConsultationStatus, Level, Participant};
pub use days::Days;
pub use document::Document;
pub use kind::{EntityRef, Kind, NotAKind};
pub use outcome::Outcome;
pub use position::Position;
pub use score::{Compliance, NotAScore, Score, Stage};
pub use source::Source;

/// Any entry of the ledger.
///
/// As JSON it is an object with one key, the kind: `{"act": {…}}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entity {
    /// A meeting of a mechanism.
    Consultation(Consultation),
    /// An entry of its agenda.
    AgendaEntry(AgendaEntry),
    /// A delegation's own notes on such an entry.
    Position(Position),
    /// A result.
    Outcome(Outcome),
    /// A promise.
    Commitment(Commitment),
    /// Whether it was kept.
    Score(Score),
    /// A goodwill or an unfriendly act.
    Act(Act),
    /// A document.
    Document(Document),
}

/// A kind of entry, as a type.
pub trait Entry: Serialize + DeserializeOwned + Clone + Into<Entity> + TryFrom<Entity> {
    /// Which kind.
    const KIND: Kind;
}

macro_rules! entries {
    ($($name:ident),*) => {
        $(
            impl Entry for $name {
                const KIND: Kind = Kind::$name;
            }

            impl From<$name> for Entity {
                fn from(entry: $name) -> Entity {
                    Entity::$name(entry)
                }
            }

            impl TryFrom<Entity> for $name {
                type Error = Entity;

                fn try_from(entity: Entity) -> Result<Self, Entity> {
                    match entity {
                        Entity::$name(entry) => Ok(entry),
                        other => Err(other),
                    }
                }
            }
        )*

        impl Entity {
            /// Which kind it is of.
            pub fn kind(&self) -> Kind {
                match self { $(Entity::$name(_) => Kind::$name,)* }
            }

            /// Its id; empty if none is assigned yet.
            pub fn id(&self) -> &str {
                match self { $(Entity::$name(entry) => &entry.id,)* }
            }

            pub(crate) fn set_id(&mut self, id: String) {
                match self { $(Entity::$name(entry) => entry.id = id,)* }
            }

            /// The entry as JSON, without its kind.
            pub(crate) fn to_value(&self) -> serde_json::Result<serde_json::Value> {
                match self { $(Entity::$name(entry) => serde_json::to_value(entry),)* }
            }

            /// Reads an entry of a kind.
            pub(crate) fn read(kind: Kind, json: &str) -> serde_json::Result<Entity> {
                match kind { $(Kind::$name => serde_json::from_str(json).map(Entity::$name),)* }
            }
        }
    };
}

entries!(
    Consultation,
    AgendaEntry,
    Position,
    Outcome,
    Commitment,
    Score,
    Act,
    Document
);

impl Entity {
    /// The delegation whose own it is; `None` if everybody sees it.
    pub fn delegation(&self) -> Option<Ccode> {
        match self {
            Entity::Position(position) => Some(position.party),
            Entity::Document(document) => document.delegation,
            _ => None,
        }
    }

    /// What it belongs to, so that it is found from there. Nothing is said for a delegation's own.
    pub(crate) fn parent(&self) -> Option<&str> {
        match self {
            Entity::Consultation(consultation) => Some(&consultation.mechanism),
            Entity::AgendaEntry(entry) => Some(&entry.consultation),
            Entity::Outcome(outcome) => Some(&outcome.consultation),
            Entity::Commitment(commitment) => commitment.consultation.as_deref(),
            Entity::Score(score) => Some(&score.commitment),
            Entity::Position(_) | Entity::Act(_) | Entity::Document(_) => None,
        }
    }

    /// The day by which it is ordered in time. Nothing is said for a delegation's own.
    pub(crate) fn day(&self) -> Option<Date> {
        match self {
            Entity::Consultation(consultation) => consultation.day(),
            Entity::Commitment(commitment) => Some(commitment.made),
            Entity::Score(score) => Some(score.date),
            Entity::Act(act) => Some(act.date),
            Entity::AgendaEntry(_)
            | Entity::Outcome(_)
            | Entity::Position(_)
            | Entity::Document(_) => None,
        }
    }

    /// What it refers to.
    pub(crate) fn references(&self) -> Vec<EntityRef> {
        let to = |kind, id: &String| EntityRef {
            kind,
            id: id.clone(),
        };
        let mut all = Vec::new();
        match self {
            Entity::Consultation(_) | Entity::Act(_) => {}
            Entity::AgendaEntry(entry) => {
                all.push(to(Kind::Consultation, &entry.consultation));
                all.extend(
                    entry
                        .carried_from
                        .iter()
                        .map(|id| to(Kind::AgendaEntry, id)),
                );
            }
            Entity::Position(position) => all.push(to(Kind::AgendaEntry, &position.entry)),
            Entity::Outcome(outcome) => {
                all.push(to(Kind::Consultation, &outcome.consultation));
                all.extend(outcome.entry.iter().map(|id| to(Kind::AgendaEntry, id)));
            }
            Entity::Commitment(commitment) => {
                let consultation = commitment.consultation.iter();
                all.extend(consultation.map(|id| to(Kind::Consultation, id)));
                all.extend(commitment.from.iter().map(|id| to(Kind::Commitment, id)));
            }
            Entity::Score(score) => all.push(to(Kind::Commitment, &score.commitment)),
            Entity::Document(document) => all.extend(document.attached_to.iter().cloned()),
        }
        all
    }
}
