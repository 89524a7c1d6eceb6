//! Dossiers: the declared part of a relationship, in TOML.
//!
//! For now a dossier holds its parties and mechanisms.

mod cadence;
mod declared;
mod mechanism;
mod shipped;

use std::ops::Range;

use entente_states::Ccode;

pub use cadence::Cadence;
pub use mechanism::{EnteredMeeting, Level, Mechanism, OccasionPattern};

/// The declared part of the relationship of two or more states.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// In a line.
    pub title: String,
    /// The states that it is about, two or more, as declared.
    pub parties: Vec<Ccode>,
    /// Standing arrangements among them, and others.
    pub mechanisms: Vec<Mechanism>,
}

/// A dossier that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DossierError {
    /// What is wrong.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Dossier {
    /// Reads a dossier.
    ///
    /// # Errors
    /// If it is not TOML, holds a key that does not exist, or names a state, level, cadence or day that
    /// is none; if a mechanism says neither how its meetings are found nor to which day they are
    /// entered, or two have one id.
    pub fn read(text: &str) -> Result<Dossier, DossierError> {
        declared::read(text)
    }

    /// The dossiers that come with the program, each under its name.
    pub fn shipped() -> &'static [(&'static str, Dossier)] {
        shipped::all()
    }

    /// Whether the dossier is about a state.
    pub fn holds(&self, state: Ccode) -> bool {
        self.parties.contains(&state)
    }
}

impl DossierError {
    fn at(span: Range<usize>, message: impl Into<String>) -> Self {
        DossierError {
            message: message.into(),
            span,
            hint: None,
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests;
