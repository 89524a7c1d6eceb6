//! What an assessment is asked.

use crate::commitments::CommitmentRecord;
use crate::dossier::Dossier;
use crate::pack::PackRecord;
use crate::reach::DateOfReading;
use crate::shortlist::Horizon;

/// The states to assess, and what to bring to it beside the evidence.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The states, as typed: two or more.
    pub states: &'q [String],
    /// What is declared about them, under its name; without it only the evidence speaks.
    pub dossier: Option<(&'q str, &'q Dossier)>,
    /// The state whose voting coincidence with the world is told, as typed; the first if empty.
    pub focus: Option<&'q str>,
    /// The state whose delegation the brief is for, as typed; for all of them together if empty.
    pub side: Option<&'q str>,
    /// How far ahead the shortlist looks.
    pub horizon: Horizon,
    /// What is known of the weights of the shortlist's criteria, in words; empty for nothing.
    pub weights: &'q str,
    /// What they promised, as somebody has recorded it; empty if nobody has.
    pub commitments: Option<&'q [CommitmentRecord]>,
    /// The consultation that a pack is made for, if one is.
    pub pack: Option<&'q PackRecord>,
    /// How the date of reading came about: the clock is not read here.
    pub reading: DateOfReading,
}

impl<'q> Question<'q> {
    /// About some states, with nothing declared, a year ahead.
    pub fn about(states: &'q [String]) -> Self {
        Question {
            states,
            dossier: None,
            focus: None,
            side: None,
            horizon: Horizon::YEAR,
            weights: "",
            commitments: None,
            pack: None,
            reading: DateOfReading::default(),
        }
    }

    /// The same with a dossier.
    #[must_use]
    pub fn with(self, name: &'q str, dossier: &'q Dossier) -> Self {
        Question {
            dossier: Some((name, dossier)),
            ..self
        }
    }
}
