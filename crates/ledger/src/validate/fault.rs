//! Which rule was broken.

use entente_doors::text::shown_on_a_line;
use entente_states::Ccode;
use jiff::civil::Date;

use crate::{EntityRef, Kind};

/// An entry that breaks a rule.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{kind}{}: {field}: {fault}", if .id.is_empty() { String::new() } else { format!(" {}", shown_on_a_line(.id)) })]
pub struct Invalid {
    /// The kind of the entry.
    pub kind: Kind,
    /// Its id; empty if none was given.
    pub id: String,
    /// The field, as in the JSON; `sources[0].address` for one within.
    pub field: String,
    /// The rule.
    pub fault: Fault,
}

/// A rule that was broken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// A text without a letter.
    #[error("it is empty")]
    Empty,
    /// A text that no reader can see in full.
    #[error(transparent)]
    Forbidden(#[from] entente_doors::text::Forbidden),
    /// An entry that is too long.
    #[error("the entry has {found} bytes as JSON, and {most} are the most")]
    TooLong {
        /// So many it has.
        found: usize,
        /// So many it may have.
        most: usize,
    },
    /// A text that is no id.
    #[error(
        "{0:?} is no id: a short name of letters, digits, '.', '_' and '-', at most 100, beginning with a letter or digit"
    )]
    NotAnId(String),
    /// An id that the ledger itself might assign.
    #[error("{0:?} is an id as the ledger assigns them; choose another, or leave it empty")]
    ReservedId(String),
    /// An id for something whose id must not say anything.
    #[error("the id of what is a delegation's own is assigned; leave it empty")]
    AssignedId,
    /// A state that there is not.
    #[error("no state has the COW number {number}{}", suggested(.suggestion))]
    UnknownState {
        /// The number.
        number: Ccode,
        /// The state that may be meant, where the number is another list's.
        suggestion: Option<String>,
    },
    /// A state twice in one list.
    #[error("{0} is given twice")]
    Twice(String),
    /// Fewer states than needed.
    #[error("{found} given; {needed} or more are needed")]
    TooFew {
        /// So many were given.
        found: usize,
        /// So many are needed.
        needed: usize,
    },
    /// A state that does not take part.
    #[error("{party} is not among the parties of {of}")]
    NotAParty {
        /// The state.
        party: String,
        /// Of what.
        of: EntityRef,
    },
    /// A day before another that it must not precede.
    #[error("{day} is before {other}, {other_day}")]
    Before {
        /// The day.
        day: Date,
        /// What happened on the other.
        other: &'static str,
        /// The other day.
        other_day: Date,
    },
    /// A day that has not come for something that is said to have happened.
    #[error("{0} has not come yet when this is recorded")]
    Future(Date),
    /// A day outside the time of the state system.
    #[error("{0} is before 1816, when the list of states begins")]
    TooEarly(Date),
    /// Something that is missing.
    #[error("it is needed {0}")]
    Needed(&'static str),
    /// Something that must not be there.
    #[error("it is given, but {0}")]
    Superfluous(&'static str),
    /// A text that is no address.
    #[error("{0:?} is no address that begins with http:// or https://")]
    NotAnAddress(String),
    /// A number outside its range.
    #[error("{found} is not from {least} to {most}")]
    OutOfRange {
        /// The number.
        found: f64,
        /// Its least.
        least: f64,
        /// Its most.
        most: f64,
    },
    /// A reference to nothing, or to nothing that the viewer may see.
    #[error("there is no {0}")]
    Unknown(EntityRef),
    /// A reference to itself.
    #[error("it refers to itself")]
    Itself,
    /// A field that never changes.
    #[error("it never changes; it was {0}")]
    Fixed(String),
    /// Something that does not agree with something else.
    #[error("{0}")]
    Disagrees(&'static str),
    /// A delegation's own attached to something else.
    #[error("{0} is a delegation's own; what is attached to it must be that delegation's too")]
    Exposes(EntityRef),
}

fn suggested(suggestion: &Option<String>) -> String {
    match suggestion {
        Some(state) => format!("; did you mean {state}?"),
        None => String::new(),
    }
}
