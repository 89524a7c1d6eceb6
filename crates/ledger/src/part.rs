//! The parts of a ledger: what everybody at the table sees, and what is each delegation's own.
//!
//! Each part has a history of its own, with its own numbers and its own chain. So nothing of one part, not
//! a number, a time, a length or a gap, says anything of another.

use entente_states::Ccode;

use crate::LedgerError;

/// A part. Everybody's comes first in order, then each delegation's by COW number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Part(Option<Ccode>);

impl Part {
    /// What everybody at the table sees.
    pub(crate) const JOINT: Part = Part(None);

    /// The part of what is a delegation's own, or everybody's.
    pub(crate) fn of(delegation: Option<Ccode>) -> Part {
        Part(delegation)
    }

    /// The delegation whose own it is.
    pub(crate) fn delegation(self) -> Option<Ccode> {
        self.0
    }

    pub(crate) fn is_joint(self) -> bool {
        self.0.is_none()
    }

    /// Its number in the database: 0 for everybody's, which is no COW number.
    pub(crate) fn number(self) -> i64 {
        self.0.map_or(0, |Ccode(number)| i64::from(number))
    }

    /// The part with a number in the database.
    ///
    /// # Errors
    /// If no part has it.
    pub(crate) fn numbered(number: i64) -> Result<Part, LedgerError> {
        match u16::try_from(number) {
            Ok(0) => Ok(Part::JOINT),
            Ok(number) => Ok(Part(Some(Ccode(number)))),
            Err(_) => Err(LedgerError::Unreadable {
                what: format!("part {number}"),
                why: "no delegation has that number".to_owned(),
            }),
        }
    }
}
