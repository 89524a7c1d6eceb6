//! Dossiers: the declared part of a relationship, in TOML.
//!
//! A dossier declares what evidence cannot know: what could be taken up, through what, what stands in
//! the way at home, what has been said where there is no vote, and what a source claims. Every entry
//! has a source and days, and is read as of a date ([`Dossier::as_of`]).

mod among;
mod cadence;
mod claim;
mod constraint;
mod declared;
mod entered;
mod item;
mod known;
mod mechanism;
mod shipped;
mod source;
mod template;
mod texts;
mod told;
mod translation;

use std::ops::Range;

use entente_doors::declared::Declared;
use entente_states::Ccode;

pub use cadence::Cadence;
pub use claim::{Among, Change, Claim, Closeness, EventClass, Series, Test, VoteSets, Years};
pub use constraint::{Act, Circumstance, CircumstanceKind, Constraint};
pub use entered::EnteredAct;
pub use item::{AgendaItem, Carrier, Indicator, Priority, Reach, StatedPosition};
pub use mechanism::{EnteredMeeting, Level, Mechanism, OccasionPattern};
pub use source::{Citation, Cited, Source};
pub use translation::Translation;

/// The declared part of the relationship of two or more states.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// In a line.
    pub title: String,
    /// The states that it is about, two or more, as declared.
    pub parties: Vec<Ccode>,
    /// Public sources.
    pub sources: Vec<Source>,
    /// Standing arrangements among them, and others.
    pub mechanisms: Vec<Mechanism>,
    /// What a consultation could take up.
    pub items: Vec<AgendaItem>,
    /// What stands in the way at home.
    pub constraints: Vec<Constraint>,
    /// Risks, opportunities and precedents.
    pub circumstances: Vec<Circumstance>,
    /// Goodwill and unfriendly acts.
    pub acts: Vec<Act>,
    /// What a source claims and evidence can test.
    pub claims: Vec<Claim>,
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
    /// If it holds a character that no text may hold, or a line end where a text is of one line (all are
    /// but descriptions, notes, mandates, next steps and what was said); if it is not TOML, holds a key
    /// that does not exist, or names a state, level, body, issue,
    /// cadence, day or the like that is none; if an entry has no source, or refers to an entry that is
    /// not there; if two entries of a kind have one id.
    pub fn read(text: &str) -> Result<Dossier, DossierError> {
        declared::read(text)
    }

    /// The JSON Schema of a dossier, by which editors complete and check it.
    pub fn schema() -> serde_json::Value {
        declared::schema().to_value()
    }

    /// The text of a dossier that comes with the program.
    pub fn shipped_text(name: &str) -> Option<&'static str> {
        shipped::text(name)
    }

    /// The dossiers that come with the program, each under its name.
    pub fn shipped() -> &'static [(&'static str, Dossier)] {
        shipped::all()
    }

    /// The same in a language (`es`): translated where a translation comes with the program, otherwise
    /// as they are.
    pub fn shipped_in(language: &str) -> Vec<(&'static str, Dossier)> {
        shipped::in_language(language)
    }

    /// The translations that come with the program of one that does: language and text.
    pub fn shipped_translations(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        shipped::translations(name)
    }

    /// Whether the dossier is about a state.
    pub fn holds(&self, state: Ccode) -> bool {
        self.parties.contains(&state)
    }

    /// A mechanism by its id.
    pub fn mechanism(&self, id: &str) -> Option<&Mechanism> {
        self.mechanisms.iter().find(|m| m.id == id)
    }

    /// A citation as a reader sees it: the work, and the place in it.
    pub fn cite(&self, citation: &Citation) -> String {
        Cited::among(&self.sources, citation).to_string()
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

    fn of_text(fault: entente_doors::declared::Fault) -> Self {
        DossierError::at(fault.span, fault.message).hint(fault.hint)
    }

    /// The same at its place in the file, before line ends were taken as such.
    fn in_file(self, file: &Declared<'_>) -> Self {
        DossierError {
            span: file.place(self.span),
            ..self
        }
    }

    fn of_toml(error: toml::de::Error) -> Self {
        DossierError::at(error.span().unwrap_or(0..0), error.message())
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests;
