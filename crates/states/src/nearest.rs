//! States that a text may mean, when it does not name one.

use std::collections::HashSet;

use crate::code::Ccode;
use crate::language::Lang;
use crate::resolve::{Reason, Unresolved};
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

/// How alike a name counts that holds the text, or that the text holds.
const HELD: f64 = 0.72;

/// The letters that a text must have, so that a name which holds it is suggested.
const HELD_FROM: usize = 5;

impl StateSystem {
    /// States that a part of a name leaves the choice among: those that are called so, then those with a
    /// name that begins with it, then those with one that holds it (three letters or more).
    ///
    /// They are for a person to choose from; only [`StateSystem::resolve`] answers. Without a letter or
    /// digit in the text there are none, and none of what is known to be something else (`Western
    /// Sahara`).
    pub fn with_part_of_name(&self, part: &str) -> Vec<&State> {
        let wanted = comparable(part);
        let mut found = match self.sense(&wanted) {
            Some(Sense::Outside(..)) => return Vec::new(),
            Some(Sense::Several(ccodes, _)) => ccodes.clone(),
            Some(Sense::One(ccode)) => vec![*ccode],
            None => Vec::new(),
        };
        found.extend(self.holding(&wanted));
        let mut seen = HashSet::new();
        found
            .into_iter()
            .filter(|ccode| seen.insert(*ccode))
            .filter_map(|ccode| self.get(ccode))
            .collect()
    }

    fn holding(&self, wanted: &str) -> Vec<Ccode> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let (mut found, mut within) = (Vec::new(), Vec::new());
        for (key, ccode, _) in self.spellings() {
            if key.starts_with(wanted) {
                found.push(*ccode);
            } else if wanted.chars().count() > 2 && key.contains(wanted) {
                within.push(*ccode);
            }
        }
        found.extend(within);
        found
    }

    pub(crate) fn unknown(&self, query: &str) -> Unresolved {
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

    pub(crate) fn labels(&self, states: impl Iterator<Item = (Ccode, Lang)>) -> Vec<String> {
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
/// edit), a beginning of four letters or more counting as 0.8, and one form within the other as 0.72.
fn likeness(wanted: &str, key: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(wanted, key);
    let begins = wanted.len() >= 4 && key.starts_with(wanted);
    let shorter = wanted.chars().count().min(key.chars().count());
    let held = shorter >= HELD_FROM && (key.contains(wanted) || wanted.contains(key));
    match (begins, held) {
        (true, _) => edits.max(0.8),
        (false, true) => edits.max(HELD),
        _ => edits,
    }
}
