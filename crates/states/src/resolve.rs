//! From what a person typed to a state.

use std::fmt;

use crate::code::Ccode;
use crate::language::Lang;
use crate::spelling::comparable;
use crate::state::State;
use crate::system::{Sense, StateSystem};

/// How alike a spelling must be to be suggested, from 0 to 1. Two letters swapped in a name of six
/// reach 0.83 and one letter wrong in a name of four 0.75; chance neighbours stay below 0.65.
const ALIKE: f64 = 0.7;

/// Suggestions that are this much worse than the best one are left out.
const MARGIN: f64 = 0.12;

/// Most suggestions given.
const MOST: usize = 3;

/// Why a text did not lead to one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No state is called that.
    Unknown,
    /// Several states are called that: the suggestions name them.
    Ambiguous,
    /// It is something else than a state; the text says what.
    Outside(String),
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

impl StateSystem {
    /// The state that a text names.
    ///
    /// Accepted, in this order: the COW number; an ISO 3166 alpha-2 or alpha-3 code in use; a
    /// withdrawn one; a COW abbreviation; a name in English, Spanish or French, short, official or
    /// former. Case, accents, punctuation, articles and "and" do not matter, `Saint` and `St.` are
    /// the same, `Korea, South` is `South Korea`, and a remark in brackets is passed over if it is
    /// not known.
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
        let text = query.trim();
        if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            let known = text.parse().ok().and_then(|number| self.get(Ccode(number)));
            return known.ok_or_else(|| self.unknown(query));
        }
        if let Some(state) = self.by_code(text) {
            return Ok(state);
        }
        for form in forms(text) {
            match self.sense(&comparable(&form)) {
                Some(Sense::One(ccode)) => {
                    if let Some(state) = self.get(*ccode) {
                        return Ok(state);
                    }
                }
                Some(Sense::Several(ccodes, lang)) => {
                    return Err(Unresolved {
                        query: query.to_owned(),
                        suggestions: self.labels(ccodes.iter().map(|c| (*c, *lang))),
                        reason: Reason::Ambiguous,
                    });
                }
                Some(Sense::Outside(ccodes, lang, what)) => {
                    return Err(Unresolved {
                        query: query.to_owned(),
                        suggestions: self.labels(ccodes.iter().map(|c| (*c, *lang))),
                        reason: Reason::Outside(what.clone()),
                    });
                }
                None => {}
            }
        }
        Err(self.unknown(query))
    }

    /// The state of a pair (code, name) in the published record of General Assembly votes.
    ///
    /// The record has ISO alpha-2 codes (in use, or `CS`, `YU`, `DD`, `YD`) and none for the Yemen
    /// Arab Republic, the Federal Republic of Germany and Zanzibar, which their names decide.
    ///
    /// # Errors
    /// [`Unresolved`], if there is no code and the name does not resolve, or if there is one that
    /// is no state's; the query in it is the name.
    pub fn by_vote_code(&self, country_code: &str, country: &str) -> Result<&State, Unresolved> {
        if country_code.trim().is_empty() {
            return self.resolve(country);
        }
        self.by_iso2(country_code.trim())
            .ok_or_else(|| self.unknown(country))
    }

    /// States that a text may mean, best first: the one that it names, then those with a name
    /// that begins with it, then those with one that holds it, then those that sound like it.
    ///
    /// Without a letter or digit in the text there are none.
    pub fn search(&self, query: &str) -> Vec<&State> {
        let wanted = comparable(query);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Ccode> = match self.resolve(query) {
            Ok(state) => vec![state.ccode],
            Err(_) => match self.sense(&wanted) {
                Some(Sense::Several(ccodes, _)) => ccodes.clone(),
                _ => Vec::new(),
            },
        };
        let mut within = Vec::new();
        for (key, ccode, _) in self.spellings() {
            if key.starts_with(&wanted) {
                found.push(*ccode);
            } else if wanted.chars().count() > 2 && key.contains(&wanted) {
                within.push(*ccode);
            }
        }
        found.extend(within);
        if found.is_empty() {
            found.extend(self.nearest(&wanted).into_iter().map(|(ccode, _)| ccode));
        }
        let mut seen = std::collections::HashSet::new();
        found
            .into_iter()
            .filter(|ccode| seen.insert(*ccode))
            .filter_map(|ccode| self.get(ccode))
            .collect()
    }

    fn by_code(&self, text: &str) -> Option<&State> {
        match text.chars().count() {
            2 => self.by_iso2(text),
            3 => self.by_iso3(text).or_else(|| self.by_abb(text)),
            _ => None,
        }
    }

    fn unknown(&self, query: &str) -> Unresolved {
        Unresolved {
            query: query.to_owned(),
            suggestions: self.labels(self.nearest(&comparable(query)).into_iter()),
            reason: Reason::Unknown,
        }
    }

    /// The states whose spellings come nearest, best first, with the language of that spelling.
    fn nearest(&self, wanted: &str) -> Vec<(Ccode, Lang)> {
        let length = wanted.chars().count();
        if length < 2 {
            return Vec::new();
        }
        let mut best: Vec<(f64, Ccode, Lang)> = Vec::new();
        for (key, ccode, lang) in self.spellings() {
            let score = likeness(wanted, key);
            if score < ALIKE {
                continue;
            }
            match best.iter_mut().find(|(_, c, _)| c == ccode) {
                Some(known) if known.0 >= score => {}
                Some(known) => *known = (score, *ccode, *lang),
                None => best.push((score, *ccode, *lang)),
            }
        }
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let floor = best.first().map_or(0.0, |top| top.0 - MARGIN);
        best.into_iter()
            .filter(|b| b.0 >= floor)
            .take(MOST)
            .map(|(_, ccode, lang)| (ccode, lang))
            .collect()
    }

    fn labels(&self, states: impl Iterator<Item = (Ccode, Lang)>) -> Vec<String> {
        states
            .filter_map(|(ccode, lang)| self.get(ccode).map(|state| (state, lang)))
            .map(|(state, lang)| {
                format!("{} ({}, {})", state.name(lang), state.key3(), state.ccode)
            })
            .collect()
    }
}

/// How alike two comparable forms are, from 0 to 1.
///
/// The share of letters that need no edit (Damerau-Levenshtein, where a swap of neighbours is one
/// edit), a beginning of four letters or more counting as 0.8.
fn likeness(wanted: &str, key: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(wanted, key);
    let begins = wanted.len() >= 4 && key.starts_with(wanted);
    if begins { edits.max(0.8) } else { edits }
}

/// The forms of a text to look up in turn: as it is, with a part after a comma in front, and
/// without what stands in brackets.
fn forms(text: &str) -> Vec<String> {
    let mut forms = vec![text.to_owned()];
    if let Some((head, tail)) = text.split_once(',') {
        forms.push(format!("{tail} {head}"));
    }
    if let Some((head, tail)) = text.split_once('(') {
        let after = tail.split_once(')').map_or("", |(_, after)| after);
        forms.push(format!("{head} {after}"));
    }
    forms
}
