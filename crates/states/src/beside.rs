//! A state from a code and the name that stands beside it in a file.

use crate::code::Ccode;
use crate::resolve::{Reason, Unresolved};
use crate::spelling::comparable;
use crate::state::State;
use crate::system::{Sense, StateSystem};

/// What R and others write where a value is missing. It is also Namibia's ISO alpha-2 code.
const MISSING: &str = "NA";

/// How a code and a name beside it contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The state of the code, as in `Mexico (MEX, 70)`.
    pub code: String,
    /// What the name means: a state in the same form, or what it is instead of a state.
    pub name: String,
}

/// Why a code and a name beside it do not lead to one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// There is no code, and the name does not resolve.
    Name(Unresolved),
    /// The code is no state's; with the state of the name beside it, if that is one's.
    Code(Option<Ccode>),
    /// The code and the name are two states', or the name is something else than a state.
    Contradiction(Contradiction),
}

impl StateSystem {
    /// The state of an ISO 3166 alpha-2 or alpha-3 code, in use or withdrawn, and the name beside it.
    ///
    /// The name decides. Without a code it is alone; **`NA` is Namibia's code only beside a name of
    /// Namibia** (or none), and beside another name the value is missing, as R writes it. A name that
    /// nobody bears contradicts nothing: then the code decides. A name of the states that held one
    /// seat in turn (`DE` beside `Federal Republic of Germany`) stands, too.
    ///
    /// # Errors
    /// [`Beside`], which says which of the two is wrong.
    pub fn by_code_and_name(&self, code: &str, name: &str) -> Result<&State, Beside> {
        let (code, name) = (code.trim(), name.trim());
        let named = self.resolve(name);
        let coded = match code.len() {
            2 => self.by_iso2(code),
            _ => self.by_iso3(code),
        };
        let is_of = |state: Option<&State>| state.is_some_and(|s| self.may_be(name, s));
        if code.is_empty() || (code == MISSING && !name.is_empty() && !is_of(coded)) {
            return named.map_err(Beside::Name);
        }
        let Some(coded) = coded else {
            return Err(Beside::Code(named.ok().map(|state| state.ccode)));
        };
        match named {
            Ok(named) if named.ccode == coded.ccode || are_kin(named, coded) => Ok(named),
            Err(_) if self.may_be(name, coded) => Ok(coded),
            Ok(other) => Err(contradiction(coded, label(other))),
            Err(Unresolved {
                reason: Reason::Unknown,
                ..
            }) => Ok(coded),
            Err(other) => Err(contradiction(coded, told(&other))),
        }
    }

    /// Whether a name can be that of a state: it is, or it is one of several states', among them it.
    pub(crate) fn may_be(&self, name: &str, state: &State) -> bool {
        match self.sense(&comparable(name)) {
            Some(Sense::Several(ccodes, _)) => ccodes.contains(&state.ccode),
            _ => self.resolve(name).is_ok_and(|s| s.ccode == state.ccode),
        }
    }
}

/// States that one name or code is used for in turn: Germany and the Federal Republic, Yemen and the
/// Yemen Arab Republic.
fn are_kin(one: &State, other: &State) -> bool {
    const KIN: [[u16; 2]; 2] = [[255, 260], [678, 679]];
    KIN.iter()
        .any(|pair| pair.contains(&one.ccode.0) && pair.contains(&other.ccode.0))
}

fn label(state: &State) -> String {
    format!("{} ({}, {})", state.name_en, state.key3(), state.ccode)
}

fn told(unresolved: &Unresolved) -> String {
    match &unresolved.reason {
        Reason::Outside(what) => what.clone(),
        _ => unresolved.suggestions.join(" or "),
    }
}

fn contradiction(code: &State, name: String) -> Beside {
    Beside::Contradiction(Contradiction {
        code: label(code),
        name,
    })
}
