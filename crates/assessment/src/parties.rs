//! The states that an assessment is about.

use std::collections::BTreeSet;

use entente_states::{Ccode, Lang, State, Unresolved, system};
use jiff::civil::Date;
use serde::Serialize;

/// A state that an assessment is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Party {
    /// COW number.
    pub ccode: Ccode,
    /// ISO 3166 alpha-3, or the COW abbreviation where ISO has no code.
    pub iso3: String,
    /// Name in English.
    pub name: String,
    /// Name in Spanish.
    pub name_es: String,
    /// Name in French.
    pub name_fr: String,
}

/// Two parties, the lower COW number first: a pair is the same both ways.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pair {
    /// COW number of the first.
    pub ccode1: Ccode,
    /// Its three-letter code.
    pub iso3_1: String,
    /// COW number of the second.
    pub ccode2: Ccode,
    /// Its three-letter code.
    pub iso3_2: String,
}

/// One of a pair: its COW number and three-letter code.
pub(crate) type Side<'p> = (Ccode, &'p str);

/// Why a list of parties cannot be assessed.
#[derive(Debug, thiserror::Error)]
pub enum PartyError {
    /// A name that no state has.
    #[error(transparent)]
    Unresolved(#[from] Unresolved),
    /// One state given twice.
    #[error("{0} is given twice; an assessment is about two or more different states")]
    Twice(String),
    /// Fewer than two states.
    #[error("an assessment is about two or more states; {0} given")]
    TooFew(usize),
    /// A state that did not exist on the date.
    #[error("{name} ({ccode}) was not a member of the state system on {date}{}", successors(.instead))]
    NotThen {
        /// The state.
        name: String,
        /// Its COW number.
        ccode: Ccode,
        /// The date.
        date: Date,
        /// States before or after it that did exist then.
        instead: Vec<String>,
    },
}

fn successors(instead: &[String]) -> String {
    if instead.is_empty() {
        return String::new();
    }
    format!("; on that date there was {}", instead.join(", "))
}

impl Party {
    /// The party that a state is, under the names that it has today.
    pub fn of(state: &State) -> Self {
        Party {
            ccode: state.ccode,
            iso3: state.key3().to_owned(),
            name: state.name_en.clone(),
            name_es: state.name_es.clone(),
            name_fr: state.name_fr.clone(),
        }
    }

    /// The party that a state is, under the names that it had on a date (the Soviet Union in 1950).
    pub fn on(state: &State, date: Date) -> Self {
        Party {
            name: state.name_on(Lang::En, date).to_owned(),
            name_es: state.name_on(Lang::Es, date).to_owned(),
            name_fr: state.name_on(Lang::Fr, date).to_owned(),
            ..Party::of(state)
        }
    }

    /// The state that a person named, as it was on a date.
    ///
    /// Byelorussia and Ukraine voted in the General Assembly from 1946 without being in the state
    /// system; they are admitted for that time.
    ///
    /// # Errors
    /// A name that no state had on the date (`Soviet Union` in 2021), or a state that did not exist.
    pub fn named(name: &str, date: Date) -> Result<Party, PartyError> {
        let state = system().resolve_on(name, date)?;
        if !existed_or_voted(state, date) {
            return Err(not_then(state, date));
        }
        Ok(Party::on(state, date))
    }

    /// Resolves what a person typed to parties that existed on a date, as [`Party::named`] does.
    ///
    /// # Errors
    /// A name that no state has, a state given twice, fewer than two, or a state that did not exist.
    pub fn resolve(names: &[String], date: Date) -> Result<Vec<Party>, PartyError> {
        let mut parties: Vec<Party> = Vec::new();
        for name in names {
            let party = Party::named(name, date)?;
            if parties.iter().any(|p| p.ccode == party.ccode) {
                return Err(PartyError::Twice(party.name));
            }
            parties.push(party);
        }
        if parties.len() < 2 {
            return Err(PartyError::TooFew(parties.len()));
        }
        Ok(parties)
    }
}

fn existed_or_voted(state: &State, date: Date) -> bool {
    state.existed_on(date)
        || entente_states::memberships::members_on("UN", date).contains(&state.ccode)
}

fn not_then(state: &State, date: Date) -> PartyError {
    // Germany came before the German Democratic Republic and after it: named once.
    let kin: BTreeSet<Ccode> = state
        .predecessors
        .iter()
        .chain(&state.successors)
        .copied()
        .collect();
    let instead = kin
        .iter()
        .filter_map(|c| system().get(*c))
        .filter(|s| s.existed_on(date))
        .map(|s| s.label_on(date))
        .collect();
    PartyError::NotThen {
        name: state.name_en.clone(),
        ccode: state.ccode,
        date,
        instead,
    }
}

impl Pair {
    /// The pair of two parties.
    pub fn of(a: &Party, b: &Party) -> Self {
        let (a, b) = if a.ccode <= b.ccode { (a, b) } else { (b, a) };
        Pair {
            ccode1: a.ccode,
            iso3_1: a.iso3.clone(),
            ccode2: b.ccode,
            iso3_2: b.iso3.clone(),
        }
    }

    /// Whether a state is one of the two.
    pub fn holds(&self, state: Ccode) -> bool {
        state == self.ccode1 || state == self.ccode2
    }

    /// The two, with their codes.
    pub(crate) fn states(&self) -> [Side<'_>; 2] {
        [
            (self.ccode1, self.iso3_1.as_str()),
            (self.ccode2, self.iso3_2.as_str()),
        ]
    }

    /// Each of the two before the other, with their codes.
    pub(crate) fn directions(&self) -> [(Side<'_>, Side<'_>); 2] {
        let [first, second] = self.states();
        [(first, second), (second, first)]
    }
}

/// Every pair among some parties, in the order in which they were given.
pub fn pairs(parties: &[Party]) -> Vec<Pair> {
    let with_later = |(i, a)| parties[i + 1..].iter().map(move |b| Pair::of(a, b));
    parties.iter().enumerate().flat_map(with_later).collect()
}

/// A state's three-letter code.
pub(crate) fn code(state: Ccode) -> String {
    system()
        .get(state)
        .map_or_else(|| state.to_string(), |s| s.key3().to_owned())
}
