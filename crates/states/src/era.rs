//! Names that are a state's only for a time.
//!
//! One number of the state system can stand for what others count as several states: 365 is the
//! Soviet Union and Russia. Of such a state a name is also a date: who asks for the Soviet Union of
//! 2021 asks for a state that was no more. The table `data/states/eras.csv` has the names that
//! belong to a time; a name that is not in it is good for every day (Burma, Zaire and Ceylon are
//! older names of states that went on), and so are codes in use and numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::code::Ccode;
use crate::spelling::comparable;
use crate::table::{Table, TableError, embedded};

/// The word that stands for every name of a state that no other line of the state has.
const OTHERS: &str = "*";

/// A time in which a name is a state's.
#[derive(Clone, Debug)]
pub(crate) struct Era {
    from: Date,
    until: Option<Date>,
    /// Who is meant outside this time, if they existed then.
    pub(crate) instead: Vec<Ccode>,
}

impl Era {
    fn covers(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }
}

/// The eras of every state that has any.
#[derive(Debug, Default)]
struct Eras {
    /// By state and comparable spelling.
    named: HashMap<(Ccode, String), Vec<Era>>,
    /// Those of all other names of a state.
    others: HashMap<Ccode, Vec<Era>>,
}

static ERAS: LazyLock<Eras> =
    LazyLock::new(|| embedded(read(include_str!("../../../data/states/eras.csv"))));

fn read(text: &str) -> Result<Eras, TableError> {
    let mut eras = Eras::default();
    for row in Table::parse("eras.csv", text)?.rows() {
        let ccode = row.cell("ccode")?.ccode()?;
        let era = Era {
            from: row.cell("from")?.date()?,
            until: row.cell("until")?.optional(|c| c.date())?,
            instead: row.cell("instead")?.ccodes()?,
        };
        for name in row.required("names")?.split('|') {
            let place = if name == OTHERS {
                eras.others.entry(ccode).or_default()
            } else {
                eras.named.entry((ccode, comparable(name))).or_default()
            };
            place.push(era.clone());
        }
    }
    Ok(eras)
}

/// The eras to which a spelling of a state is bound; none if it is good for every day.
fn of(state: Ccode, spelling: &str, is_code: bool) -> &'static [Era] {
    let named = ERAS.named.get(&(state, comparable(spelling)));
    let others = || ERAS.others.get(&state).filter(|_| !is_code);
    named.or_else(others).map_or(&[], Vec::as_slice)
}

/// The nearest era of a name that a state does not bear on a day; `None` if it may be called so.
///
/// `is_code` says that the text was taken as a code: a code in use is good for every day, and only
/// a withdrawn one (`SUN`) is bound.
pub(crate) fn outside(
    state: Ccode,
    spelling: &str,
    is_code: bool,
    date: Date,
) -> Option<&'static Era> {
    let eras = of(state, spelling, is_code);
    if eras.iter().any(|era| era.covers(date)) {
        return None;
    }
    // Of a name that was borne before and after, the last time is told.
    eras.last()
}

/// Whether a name is bound to a time.
pub(crate) fn is_bound(state: Ccode, spelling: &str, is_code: bool) -> bool {
    !of(state, spelling, is_code).is_empty()
}

impl Era {
    /// When the name was the state's, in words: `from 1922-12-30 to 1991-12-25`.
    pub(crate) fn told(&self) -> String {
        match self.until {
            Some(until) => format!("from {} to {until}", self.from),
            None => format!("from {}", self.from),
        }
    }
}
