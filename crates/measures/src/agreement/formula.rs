//! The formulas of voting coincidence that the U.S. Department of State has used.

use serde::{Serialize, Serializer};

use super::index::Index;

/// A formula of voting coincidence, by the reports of the U.S. Department of State, *Voting
/// Practices in the United Nations*, that use it.
///
/// The reports compare every member with the United States; here a formula treats the two states of
/// a pair alike, which is the same wherever the United States voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Formula {
    /// Reports to 2016: [`Index::CoincidenceVotesOnly`].
    VotesOnly,
    /// Reports on 2017 to 2020: [`Index::Coincidence`].
    #[default]
    Y2017,
    /// The text of the report on 2021: [`Index::Coincidence2021`].
    Y2021,
    /// Reports on 2022 and 2023: [`Index::Coincidence2022`].
    Y2022,
}

impl Formula {
    /// All, by the years of their reports.
    pub const ALL: [Formula; 4] = [
        Formula::VotesOnly,
        Formula::Y2017,
        Formula::Y2021,
        Formula::Y2022,
    ];

    /// The word for it: `votes-only`, `2017`, `2021` or `2022`.
    pub fn as_str(self) -> &'static str {
        match self {
            Formula::VotesOnly => "votes-only",
            Formula::Y2017 => "2017",
            Formula::Y2021 => "2021",
            Formula::Y2022 => "2022",
        }
    }

    /// The formula with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str() == word)
    }

    /// The index that it computes.
    pub fn index(self) -> Index {
        match self {
            Formula::VotesOnly => Index::CoincidenceVotesOnly,
            Formula::Y2017 => Index::Coincidence,
            Formula::Y2021 => Index::Coincidence2021,
            Formula::Y2022 => Index::Coincidence2022,
        }
    }

    /// The formula of the Department's report on a year.
    ///
    /// Years after 2023, the last report read, are taken to follow it.
    pub fn official_for(year: u16) -> Self {
        match year {
            ..=2016 => Formula::VotesOnly,
            2017..=2020 => Formula::Y2017,
            2021 => Formula::Y2021,
            2022.. => Formula::Y2022,
        }
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back() {
        for formula in Formula::ALL {
            assert_eq!(Formula::from_word(formula.as_str()), Some(formula));
        }
        assert_eq!(Formula::from_word("2018"), None);
    }

    #[test]
    fn reports_by_year() {
        let words = [1990, 2016, 2017, 2020, 2021, 2022, 2023]
            .map(|year| Formula::official_for(year).as_str());
        assert_eq!(
            words,
            [
                "votes-only",
                "votes-only",
                "2017",
                "2017",
                "2021",
                "2022",
                "2022"
            ]
        );
    }
}
