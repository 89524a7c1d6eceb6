//! The number of a state.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A state's number in the Correlates of War state list: 2 (United States) to 990 (Samoa).
///
/// The type holds any number; [`StateSystem::get`](crate::StateSystem::get) tells whether a state
/// has it. Gleditsch-Ward numbers look alike and differ for some states: they are not `Ccode`s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ccode(pub u16);

impl fmt::Display for Ccode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A text that is not a whole number from 0 to 65535.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a COW state number: {source}")]
pub struct NotACcode {
    text: String,
    source: ParseIntError,
}

impl FromStr for Ccode {
    type Err = NotACcode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim().parse().map(Ccode).map_err(|source| NotACcode {
            text: text.to_owned(),
            source,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_and_shown() {
        assert_eq!(" 070 ".parse(), Ok(Ccode(70)));
        assert_eq!(Ccode(70).to_string(), "70");
        assert_eq!(format!("{:>4}", Ccode(2)), "   2");
    }

    #[test]
    fn a_text_that_is_no_number_is_named_in_the_error() {
        let error = "MEX".parse::<Ccode>().unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("\"MEX\" is not a COW state number")
        );
    }
}
