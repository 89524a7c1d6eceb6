//! As whom the ledger is read.

use std::fmt;

use entente_states::{Ccode, system};
use serde::{Deserialize, Serialize};

use crate::part::Part;

/// As whom the ledger is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Viewer {
    /// As a party, which sees its own notes and nobody else's.
    Delegation(Ccode),
    /// As everybody at the table, who see no delegation's notes.
    Joint,
}

impl Viewer {
    /// The delegation, if it is one.
    pub fn delegation(self) -> Option<Ccode> {
        match self {
            Viewer::Delegation(party) => Some(party),
            Viewer::Joint => None,
        }
    }
}

impl fmt::Display for Viewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Viewer::Joint => f.write_str("joint"),
            Viewer::Delegation(party) => match system().get(*party) {
                Some(state) => write!(f, "the delegation of {}", state.name_en),
                None => write!(f, "the delegation of {party}"),
            },
        }
    }
}

/// Which parts a statement may read: everybody's always, and one delegation's own, none, or all. All
/// reading of the history asks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sight(Reach);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Own(Option<Ccode>),
    All,
}

impl Sight {
    /// Everything, for what shows nothing of it: verifying, copying whole, rebuilding.
    pub(crate) const CUSTODIAN: Sight = Sight(Reach::All);

    /// Whether a part may be read.
    pub(crate) fn reaches(self, part: Part) -> bool {
        match (self.0, part.delegation()) {
            (_, None) | (Reach::All, _) => true,
            (Reach::Own(own), delegation) => own == delegation,
        }
    }

    /// The condition that a column of parts be within reach, where `$1` is [`as_number`](Sight::as_number). It
    /// is as plain as can be, so that a database finds the rows by their keys.
    pub(crate) fn condition(self, column: &str) -> String {
        match self.0 {
            Reach::All => "$1 = -1".to_owned(),
            Reach::Own(None) => format!("{column} = 0 AND $1 = -2"),
            Reach::Own(Some(_)) => format!("{column} IN (0, $1)"),
        }
    }

    /// The delegation whose own may be read: −1 for all, −2 for none. COW numbers are never
    /// negative.
    pub(crate) fn as_number(self) -> i64 {
        match self.0 {
            Reach::All => -1,
            Reach::Own(None) => -2,
            Reach::Own(Some(Ccode(number))) => i64::from(number),
        }
    }
}

impl From<Viewer> for Sight {
    fn from(viewer: Viewer) -> Sight {
        match viewer {
            Viewer::Delegation(party) => Sight(Reach::Own(Some(party))),
            Viewer::Joint => Sight(Reach::Own(None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_opens_its_own() {
        let (usa, mexico) = (Some(Ccode(2)), Some(Ccode(70)));
        let [joint, usa, mexico] = [None, usa, mexico].map(Part::of);
        let sight = Sight::from(Viewer::Delegation(Ccode(70)));
        assert!(sight.reaches(joint) && sight.reaches(mexico) && !sight.reaches(usa));
        let everybody = Sight::from(Viewer::Joint);
        assert!(everybody.reaches(joint) && !everybody.reaches(mexico));
        assert!(Sight::CUSTODIAN.reaches(usa));
        assert_eq!(sight.as_number(), 70);
    }
}
