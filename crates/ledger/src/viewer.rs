//! As whom the ledger is read.

use std::fmt;

use entente_states::{Ccode, system};
use serde::{Deserialize, Serialize};

/// As whom the ledger is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Viewer {
    /// As a party, which sees its own notes and nobody else's.
    Delegation(Ccode),
    /// As everybody at the table, who see no delegation's notes.
    Joint,
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

/// Whose private bodies a statement may read. All reading of these goes through
/// [`history::private`](crate::history), which asks for one.
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

    /// Whether a body may be read.
    pub(crate) fn opens(self, delegation: Option<Ccode>) -> bool {
        match (self.0, delegation) {
            (_, None) | (Reach::All, _) => true,
            (Reach::Own(own), delegation) => own == delegation,
        }
    }

    /// The delegation whose bodies may be read: −1 for all, −2 for none. COW numbers are never
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
        let sight = Sight::from(Viewer::Delegation(Ccode(70)));
        assert!(sight.opens(None) && sight.opens(mexico) && !sight.opens(usa));
        let joint = Sight::from(Viewer::Joint);
        assert!(joint.opens(None) && !joint.opens(mexico));
        assert!(Sight::CUSTODIAN.opens(usa));
        assert_eq!(sight.as_number(), 70);
    }
}
