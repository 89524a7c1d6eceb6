//! What the Department of State reported on a pair, by which votes and which formula.

use entente_measures::{Formula, Period};
use entente_states::Ccode;
use serde::Serialize;

use crate::parties::Pair;

/// The United States, with which alone the Department of State compares.
const UNITED_STATES: Ccode = Ccode(2);

/// The first session on which the Department reported.
const FIRST_REPORT: u16 = 38;

/// Which of the roll calls of an issue or basket are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Votes {
    /// All recorded.
    All,
    /// No amendments and paragraphs; one of which nobody said counts as final.
    Final,
    /// Those on which not all votes cast were alike.
    Contested,
    /// Those that the Department listed as important; one of which nobody said is not.
    Important,
}

impl Votes {
    /// All, the widest first.
    pub const EVERY: [Votes; 4] = [Votes::All, Votes::Final, Votes::Contested, Votes::Important];

    /// The word for it in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Votes::All => "all",
            Votes::Final => "final",
            Votes::Contested => "contested",
            Votes::Important => "important",
        }
    }
}

/// What the Department of State reported on a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Official {
    /// It compares with the United States only, which is not of the pair.
    OtherPair,
    /// Its reports begin with session 38, of 1983.
    BeforeReports,
    /// It reported by another period, this one.
    By(Period),
    /// It reported by this formula over these votes.
    Is(Formula, Votes),
}

impl Official {
    /// What it reported on a pair in a period.
    pub fn of(pair: &Pair, period: Period) -> Self {
        let year = match period {
            Period::Session(session) => session.saturating_add(1945),
            Period::Year(year) => year,
        };
        let formula = Formula::official_for(year);
        if pair.ccode1 != UNITED_STATES && pair.ccode2 != UNITED_STATES {
            return Official::OtherPair;
        }
        if year < FIRST_REPORT + 1945 {
            return Official::BeforeReports;
        }
        match (formula, period) {
            (Formula::VotesOnly, Period::Session(_)) => Official::Is(formula, Votes::All),
            (Formula::VotesOnly, Period::Year(year)) => Official::By(Period::Session(year - 1945)),
            (_, Period::Session(_)) => Official::By(Period::Year(year)),
            (_, Period::Year(_)) => Official::Is(formula, Votes::Final),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn official(ccode1: u16, ccode2: u16, period: Period) -> Official {
        let party =
            |code: u16| crate::Party::of(entente_states::system().get(Ccode(code)).unwrap());
        Official::of(&Pair::of(&party(ccode1), &party(ccode2)), period)
    }

    #[test]
    fn what_the_department_reported() {
        for (period, told) in [
            (Period::Session(15), Official::BeforeReports),
            (Period::Year(1982), Official::BeforeReports),
            (
                Period::Session(38),
                Official::Is(Formula::VotesOnly, Votes::All),
            ),
            (Period::Year(2015), Official::By(Period::Session(70))),
            (Period::Session(73), Official::By(Period::Year(2018))),
            (
                Period::Year(2018),
                Official::Is(Formula::Y2017, Votes::Final),
            ),
            (
                Period::Year(2023),
                Official::Is(Formula::Y2022, Votes::Final),
            ),
        ] {
            assert_eq!(official(2, 70, period), told, "{period:?}");
            assert_eq!(official(70, 20, period), Official::OtherPair, "{period:?}");
        }
    }
}
