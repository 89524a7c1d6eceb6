//! What past sessions teach of forecasts, computed once and kept.

use entente_evidence::{AsOf, EvidenceError, Record as _, sha256};
use entente_measures::forecast::{Margins, Mix};
use entente_measures::{Admits, Selector};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::sitting::{Lesson, Sitting};
use crate::fits::Fits;

/// Raised when the same record teaches something else.
const EDITION: u32 = 1;

/// What past sessions teach of one set of roll calls.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Taught {
    /// What would have served best in place of new roll calls.
    pub mix: Mix,
    /// How far it missed; empty if nothing of the set had come up.
    pub margins: Option<Margins>,
}

/// Set by set, for the forecast of a session, as known on the day before it opens.
pub(super) fn taught(
    session: u16,
    known: &AsOf<'_>,
    sets: &[Selector],
    fits: &Fits,
) -> Result<Vec<Taught>, EvidenceError> {
    fits.kept(&key(session, known, sets)?, || {
        let sittings = Sitting::before(session, known, sets)?;
        let of = |set| {
            let lesson = Lesson::of(&sittings, set);
            Taught {
                mix: lesson.mix,
                margins: lesson.errors.margins(),
            }
        };
        Ok((0..sets.len()).into_par_iter().map(of).collect())
    })
}

/// A checksum of every roll call and vote that could be known, with the sets each falls in.
fn key(session: u16, known: &AsOf<'_>, sets: &[Selector]) -> Result<String, EvidenceError> {
    let mut bytes = Bytes(format!("past errors {EDITION} {session} {}", sets.len()).into_bytes());
    for view in known.roll_calls()? {
        let call = view.roll_call;
        bytes.text(&call.session.to_string());
        bytes.text(&call.known_from().to_string());
        for text in [&call.symbol, &call.title, &call.description] {
            bytes.text(text.as_deref().unwrap_or_default());
        }
        bytes.text(call.kind.as_str());
        let flags = sets.iter().map(|s| s.admits(view));
        bytes.0.extend(flags.map(u8::from));
    }
    let votes = known.votes()?;
    for state in votes.states() {
        bytes.text(&state.to_string());
        bytes.0.extend(votes.votes_of(*state).unwrap_or_default());
    }
    Ok(sha256(&bytes.0))
}

/// Bytes to be summed, each text with its length so that no two run into each other.
struct Bytes(Vec<u8>);

impl Bytes {
    fn text(&mut self, text: &str) {
        self.0.extend(text.len().to_le_bytes());
        self.0.extend(text.as_bytes());
    }
}
