//! How often a publisher brings out a table's records: what tells whether a silence is news.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How often a publisher brings out a table's records.
///
/// In `sources.toml` it is written as [`Rhythm::to_string`] gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Rhythm {
    /// Votes of the General Assembly: those of a session come from its opening in September to December,
    /// and few after.
    Session,
    /// Once a year, in a month (1 to 12), up to the end of the year before.
    Yearly(u8),
    /// Each record when it happens.
    Running,
    /// In editions that come when they come.
    Editions,
    /// Brought out no more since a year.
    Ended(u16),
}

/// A rhythm that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is no rhythm; there are: {SESSION}; yearly, in March (or another month); {RUNNING}; \
     {EDITIONS}; ended in 2021 (or another year)"
)]
pub struct RhythmError(String);

const SESSION: &str = "September to December";
const RUNNING: &str = "as it happens";
const EDITIONS: &str = "in editions";
const YEARLY: &str = "yearly, in ";
const ENDED: &str = "ended in ";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl fmt::Display for Rhythm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rhythm::Session => f.write_str(SESSION),
            Rhythm::Yearly(month) => {
                let place = usize::from(*month).saturating_sub(1);
                write!(f, "{YEARLY}{}", MONTHS.get(place).unwrap_or(&MONTHS[11]))
            }
            Rhythm::Running => f.write_str(RUNNING),
            Rhythm::Editions => f.write_str(EDITIONS),
            Rhythm::Ended(year) => write!(f, "{ENDED}{year}"),
        }
    }
}

impl FromStr for Rhythm {
    type Err = RhythmError;

    fn from_str(text: &str) -> Result<Self, RhythmError> {
        let month = |name| MONTHS.iter().zip(1..).find(|(m, _)| **m == name);
        let found = match text {
            SESSION => Some(Rhythm::Session),
            RUNNING => Some(Rhythm::Running),
            EDITIONS => Some(Rhythm::Editions),
            _ => match (text.strip_prefix(YEARLY), text.strip_prefix(ENDED)) {
                (Some(name), _) => month(name).map(|(_, number)| Rhythm::Yearly(number)),
                (None, Some(year)) => year.parse().ok().map(Rhythm::Ended),
                (None, None) => None,
            },
        };
        found.ok_or_else(|| RhythmError(text.to_owned()))
    }
}

impl TryFrom<String> for Rhythm {
    type Error = RhythmError;

    fn try_from(text: String) -> Result<Self, RhythmError> {
        text.parse()
    }
}

impl From<Rhythm> for String {
    fn from(rhythm: Rhythm) -> String {
        rhythm.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_reads_back_as_it_is_written() {
        let months = (1..=12).map(Rhythm::Yearly);
        let others = [
            Rhythm::Session,
            Rhythm::Running,
            Rhythm::Editions,
            Rhythm::Ended(2021),
        ];
        for rhythm in months.chain(others) {
            assert_eq!(rhythm.to_string().parse(), Ok(rhythm));
        }
        assert_eq!(Rhythm::Yearly(3).to_string(), "yearly, in March");
    }

    #[test]
    fn what_is_none_names_those_that_there_are() {
        let said = "weekly".parse::<Rhythm>().unwrap_err().to_string();
        assert!(
            said.contains("“weekly”") && said.contains("yearly, in March"),
            "{said}"
        );
        assert!("yearly, in Brumaire".parse::<Rhythm>().is_err());
    }
}
