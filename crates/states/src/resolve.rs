//! From what a person typed to a state.

use std::fmt;

use jiff::civil::Date;

use crate::code::Ccode;
use crate::era::{self, Era};
use crate::forms::{Form, forms, points};
use crate::spelling::comparable;
use crate::state::State;
use crate::system::{Sense, StateSystem};

/// Why a text did not lead to one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No state is called that.
    Unknown,
    /// Several states are called that: the suggestions name them.
    Ambiguous,
    /// It is something else than a state; the text says what.
    Outside(String),
    /// It is a state's name of another time; the suggestions name who existed on the date.
    NotThen {
        /// The date that was asked for.
        date: Date,
        /// When the name was a state's, as in `from 1922-12-30 to 1991-12-25`.
        when: String,
    },
}

/// A text that does not name exactly one state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Unresolved {
    /// What was typed.
    pub query: String,
    /// States that may be meant, best first, at most three, as in `Mexico (MEX, 70)`; the names
    /// are in the language of the spelling that came nearest.
    pub suggestions: Vec<String>,
    /// Why it was not resolved.
    pub reason: Reason,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unresolved {
            query,
            suggestions,
            reason,
        } = self;
        match reason {
            Reason::Unknown => write!(f, "no state is called {query:?}")?,
            Reason::Ambiguous => return write!(f, "{query:?} can be {}", listed(suggestions)),
            Reason::Outside(what) => write!(f, "{query:?} is not in the state system ({what})")?,
            Reason::NotThen { date, when } => {
                write!(
                    f,
                    "no state was called {query:?} on {date} (one was, {when})"
                )?;
                return match suggestions.as_slice() {
                    [] => Ok(()),
                    [one] => write!(f, "; on that date there was {one}"),
                    then => write!(f, "; on that date there were {}", all(then)),
                };
            }
        }
        if suggestions.is_empty() {
            Ok(())
        } else {
            write!(f, "; did you mean {}?", listed(suggestions))
        }
    }
}

fn listed(suggestions: &[String]) -> String {
    match suggestions {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn all(states: &[String]) -> String {
    match states {
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
        [] => String::new(),
    }
}

/// A state that was found, and how.
struct Found<'s> {
    state: &'s State,
    /// The text that named it: what was typed, or a form of it.
    by: String,
    /// Whether that is a code.
    is_code: bool,
}

impl StateSystem {
    /// The state that a text names.
    ///
    /// Accepted, in this order: the COW number; an ISO 3166 alpha-2 or alpha-3 code in use; a
    /// withdrawn one; a COW abbreviation; a name, short, official or former. Case, accents, punctuation, articles and "and" do not matter, `Saint` and `St.` are
    /// the same, `Korea, South` and `Korea (South)` are `South Korea`. A remark in brackets is passed
    /// over if nothing else is meant by it: `Sudan (South)` is not Sudan. The six languages of the
    /// United Nations are known.
    ///
    /// **Where a code is one state's in ISO and another's in COW, ISO decides**: `AUS` is Australia
    /// (COW's Austria), `SWZ` Eswatini (Switzerland), `CZE` Czechia (Czechoslovakia), `MNG`
    /// Mongolia (Montenegro), `SLV` El Salvador (Slovenia). `CS` is Czechoslovakia, which had the
    /// code before Serbia and Montenegro. Numbers are COW's, never M49's.
    ///
    /// `Germany` is 255, `Yemen` 679, `China` 710, `Sudan` 625: the state that bears the name
    /// today. `Federal Republic of Germany` is 260, as data sets use it.
    ///
    /// # Errors
    /// [`Unresolved`], if no state or more than one (`Korea`, `Congo`) is called that, or if it is
    /// something else (`Palestine`, `Hong Kong`); with suggestions.
    pub fn resolve(&self, query: &str) -> Result<&State, Unresolved> {
        self.found(query).map(|found| found.state)
    }

    /// The state that a text names on a date.
    ///
    /// As [`StateSystem::resolve`], but a name that was another state's time is refused: `Soviet
    /// Union` in 2021, `Serbia` in 1985, `Vietnam` in 1965. Names that a state only changed (Burma,
    /// Zaire) are good for every day, and so are numbers and codes in use. Whether the state existed
    /// on the date is not asked; see [`State::existed_on`].
    ///
    /// # Errors
    /// [`Unresolved`], as of [`StateSystem::resolve`], or with [`Reason::NotThen`] and the states
    /// that there were instead.
    pub fn resolve_on(&self, query: &str, date: Date) -> Result<&State, Unresolved> {
        let Found { state, by, is_code } = self.found(query)?;
        match era::outside(state.ccode, &by, is_code, date) {
            None => Ok(state),
            Some(era) => Err(self.not_then(query, era, date)),
        }
    }

    /// Whether a text is a name that one of the states of the past and present that share a number
    /// has for itself (`Soviet Union`), so that [`StateSystem::resolve_on`] depends on the date.
    pub fn is_of_a_time(&self, query: &str) -> bool {
        self.found(query)
            .is_ok_and(|found| era::is_bound(found.state.ccode, &found.by, found.is_code))
    }

    fn found(&self, query: &str) -> Result<Found<'_>, Unresolved> {
        let text = query.trim();
        let found = |state, by: &str, is_code| Found {
            state,
            by: by.to_owned(),
            is_code,
        };
        if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            let known = text.parse().ok().and_then(|number| self.get(Ccode(number)));
            let known = known.ok_or_else(|| self.unknown(query))?;
            return Ok(found(known, text, true));
        }
        if let Some(state) = self.by_code(text) {
            return Ok(found(state, text, true));
        }
        for Form { text, remark } in forms(text) {
            let Some(sense) = self.sense(&comparable(&text)) else {
                continue;
            };
            let state = self.one(query, sense)?;
            return match remark.map_or(Ok(()), |remark| self.is_harmless(query, state, &remark)) {
                Ok(()) => Ok(found(state, &text, false)),
                Err(other) => Err(other),
            };
        }
        Err(self.unknown(query))
    }

    /// The one state of a sense.
    fn one(&self, query: &str, sense: &Sense) -> Result<&State, Unresolved> {
        let (ccodes, lang, reason) = match sense {
            Sense::One(ccode) => return self.get(*ccode).ok_or_else(|| self.unknown(query)),
            Sense::Several(ccodes, lang) => (ccodes, lang, Reason::Ambiguous),
            Sense::Outside(ccodes, lang, what) => (ccodes, lang, Reason::Outside(what.clone())),
        };
        Err(Unresolved {
            query: query.to_owned(),
            suggestions: self.labels(ccodes.iter().map(|c| (*c, *lang))),
            reason,
        })
    }

    /// Whether a remark in brackets leaves the state the one that stands before it: it is another
    /// name of the state, a part of it, or says nothing that is known.
    fn is_harmless(&self, query: &str, state: &State, remark: &str) -> Result<(), Unresolved> {
        match self.sense(&comparable(remark)) {
            Some(Sense::One(other)) if *other != state.ccode => Err(self.unknown(query)),
            Some(sense @ Sense::Outside(within, ..)) if !within.contains(&state.ccode) => {
                self.one(query, sense).map(drop)
            }
            None if points(remark) => Err(self.unknown(query)),
            _ => Ok(()),
        }
    }

    fn not_then(&self, query: &str, era: &Era, date: Date) -> Unresolved {
        let then = era.instead.iter().filter_map(|c| self.get(*c));
        Unresolved {
            query: query.to_owned(),
            suggestions: then
                .filter(|state| state.existed_on(date))
                .map(|state| state.label_on(date))
                .collect(),
            reason: Reason::NotThen {
                date,
                when: era.told(),
            },
        }
    }

    fn by_code(&self, text: &str) -> Option<&State> {
        match text.chars().count() {
            2 => self.by_iso2(text),
            3 => self.by_iso3(text).or_else(|| self.by_abb(text)),
            _ => None,
        }
    }
}
