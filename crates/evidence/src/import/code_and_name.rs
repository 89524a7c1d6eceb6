//! States in files that write a code and a name beside it.

use std::collections::HashMap;

use entente_states::{Beside, Ccode, system};
use jiff::civil::Date;

use super::{Cell, ImportError};
use crate::seats;

/// States by code and name as a file writes them. A file has 200 of these on 900,000 rows, so each is
/// resolved once.
pub(super) struct States {
    known: HashMap<String, Vec<(String, Ccode)>>,
    /// How many letters the codes have.
    letters: u8,
}

impl States {
    /// Of a file with ISO 3166 alpha-2 codes.
    pub(super) fn by_alpha2() -> Self {
        States {
            known: HashMap::new(),
            letters: 2,
        }
    }

    /// Of a file with ISO 3166 alpha-3 codes. A code of the publisher's own is passed over where the name
    /// resolves.
    pub(super) fn by_alpha3() -> Self {
        States {
            letters: 3,
            ..States::by_alpha2()
        }
    }

    /// The state of a code and the name beside it: the name decides, and `NA` beside a name other than
    /// Namibia's is a missing code.
    ///
    /// # Errors
    /// A code and a name of two states, a code that is no state's, or a name that none has where there is
    /// no code.
    pub(super) fn of(&mut self, code: Cell<'_>, name: Cell<'_>) -> Result<Ccode, ImportError> {
        let known = self
            .known
            .get(code.text)
            .and_then(|names| names.iter().find(|(n, _)| n == name.text));
        if let Some(&(_, ccode)) = known {
            return Ok(ccode);
        }
        let ccode = self.resolved(code, name)?;
        self.known
            .entry(code.text.to_owned())
            .or_default()
            .push((name.text.to_owned(), ccode));
        Ok(ccode)
    }

    /// The state that held the seat of a code on a day. The name of who held it then contradicts nothing:
    /// `CHN` beside Taiwan in 1947.
    ///
    /// # Errors
    /// As [`States::of`].
    pub(super) fn of_seat(
        &mut self,
        code: Cell<'_>,
        name: Cell<'_>,
        on: Date,
    ) -> Result<Ccode, ImportError> {
        let of_the_code = system().by_iso3(code.text).map(|s| s.ccode);
        match of_the_code.map(|state| (state, seats::holder(state, on))) {
            Some((state, holder)) if state != holder => {
                let named = system().resolve(name.text).map(|s| s.ccode);
                match named == Ok(holder) {
                    true => Ok(holder),
                    false => Ok(seats::holder(self.of(code, name)?, on)),
                }
            }
            _ => Ok(seats::holder(self.of(code, name)?, on)),
        }
    }

    fn resolved(&self, code: Cell<'_>, name: Cell<'_>) -> Result<Ccode, ImportError> {
        match system().by_code_and_name(code.text, name.text) {
            Ok(state) => Ok(state.ccode),
            Err(Beside::Code(Some(of_the_name))) if self.letters == 3 => Ok(of_the_name),
            Err(Beside::Code(_)) => {
                let problem = format!("is no state's ISO 3166 alpha-{} code", self.letters);
                Err(with_suggestions(code.error(problem), name.text))
            }
            Err(Beside::Name(_)) => {
                name.required()?;
                let problem = name.error("is no state's name");
                Err(with_suggestions(problem, name.text))
            }
            Err(Beside::Contradiction(found)) => Err(code
                .error(format!(
                    "is the code of {}, and the name beside it, {:?}, means another: {}",
                    found.code, name.text, found.name
                ))
                .hint("correct the one that is wrong")),
        }
    }
}

/// Adds to an error which states a name may mean.
fn with_suggestions(error: ImportError, name: &str) -> ImportError {
    let near = match system().resolve(name) {
        Ok(state) => {
            return error.hint(format!(
                "the name beside it, {name:?}, is that of state {}",
                state.ccode.0
            ));
        }
        Err(unresolved) => unresolved.suggestions,
    };
    if near.is_empty() {
        return error;
    }
    let near: Vec<String> = near.iter().map(|s| format!("`{s}`")).collect();
    error.hint(format!("is {} meant?", near.join(" or ")))
}
