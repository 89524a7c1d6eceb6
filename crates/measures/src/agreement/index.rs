//! The indices by name.

use serde::{Serialize, Serializer};

use super::counts::PairCounts;
use super::sums::values;

/// An index of agreement between two states.
///
/// Every index is symmetric: the same for (a, b) and (b, a). Every one is `None` where its
/// denominator is 0, which is not the same as any number.
///
/// Below, over the roll calls of the selection: s both voted alike, both abstaining included; p
/// exactly one abstained; o one voted yes and the other no; n = s + p + o; d = |v - v'| with yes 1,
/// abstain 2, no 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// (s + p/2) / n, 0 to 1. U.S. Department of State, reports on 2017 to 2020.
    Coincidence,
    /// (yes-yes + no-no) / (yes-yes + no-no + yes-no + no-yes), 0 to 1: roll calls on which either
    /// abstained are left out. U.S. Department of State, reports to 2016.
    CoincidenceVotesOnly,
    /// A member's non-vote counts as an abstention, 0 to 1: (s' + p'/2) / (s' + p' + o), where s'
    /// adds to s the roll calls on which one abstained and the other was absent, p' to p those on
    /// which one voted yes or no and the other was absent; roll calls on which neither voted are
    /// left out. U.S. Department of State, report on 2021; its table follows this but takes the United
    /// States as voting yes on resolution 75/289, on which it voted no, and as abstaining on 76/226, on
    /// which it did not vote.
    Coincidence2021,
    /// (s + p/2 + a/2) / (s + p + o + a), 0 to 1, with a the roll calls on which exactly one of the
    /// two was absent though a member, whatever the other's vote. U.S. Department of State, reports
    /// on 2022 and 2023, where a is the other state's absence; here an absence of either counts, so
    /// that the index is symmetric. The two are the same wherever the United States voted.
    Coincidence2022,
    /// Mean of 1 - d/2 over the roll calls on which not all votes cast in the Assembly were alike,
    /// 0 to 1. Voeten, *United Nations General Assembly Votes and Ideal Points*,
    /// `DyadicAgreementScores.R`.
    AgreementVoeten,
    /// s / n, 0 to 1: the share of identical votes.
    Agreement,
    /// Agreement beyond chance, each state with its own margins, -1 to 1; any difference counts
    /// alike. Cohen 1960.
    Kappa,
    /// The same with differences weighed by d. Cohen 1968.
    KappaLinear,
    /// The same with differences weighed by d². Cohen 1968.
    KappaSquared,
    /// Agreement beyond chance, both states with the mean of their margins, -1 to 1; any difference
    /// counts alike. Scott 1955; Häge 2011.
    Pi,
    /// The same with differences weighed by d. Häge 2011.
    PiLinear,
    /// The same with differences weighed by d². Häge 2011.
    PiSquared,
    /// 1 - 2·Σd / (2n), -1 to 1: twice the coincidence, less one. Signorino and Ritter 1999.
    S,
    /// 1 - 2·Σd² / (4n), -1 to 1. Signorino and Ritter 1999.
    SSquared,
    /// Σw(1 - d/2) / Σw, 0 to 1, each roll call weighed by how far the Assembly was divided on it
    /// ([`Weighted`](super::Weighted)). Entente's own weighting; it carries Voeten's leaving-out of
    /// unanimous roll calls on by degrees.
    AgreementLopsided,
}

impl Index {
    /// All, in the order of tables.
    pub const ALL: [Index; 15] = [
        Index::Coincidence,
        Index::CoincidenceVotesOnly,
        Index::Coincidence2021,
        Index::Coincidence2022,
        Index::AgreementVoeten,
        Index::Agreement,
        Index::Kappa,
        Index::KappaLinear,
        Index::KappaSquared,
        Index::Pi,
        Index::PiLinear,
        Index::PiSquared,
        Index::S,
        Index::SSquared,
        Index::AgreementLopsided,
    ];

    /// The word for it in options and columns.
    pub fn as_str(self) -> &'static str {
        match self {
            Index::Coincidence => "coincidence_2017",
            Index::CoincidenceVotesOnly => "coincidence_votes_only",
            Index::Coincidence2021 => "coincidence_2021",
            Index::Coincidence2022 => "coincidence_2022",
            Index::AgreementVoeten => "agreement_voeten",
            Index::Agreement => "agreement",
            Index::Kappa => "kappa",
            Index::KappaLinear => "kappa_linear",
            Index::KappaSquared => "kappa_squared",
            Index::Pi => "pi",
            Index::PiLinear => "pi_linear",
            Index::PiSquared => "pi_squared",
            Index::S => "s",
            Index::SSquared => "s_squared",
            Index::AgreementLopsided => "agreement_lopsided",
        }
    }

    /// The index with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|index| index.as_str() == word)
    }

    /// What it is, in plain words, with its source.
    pub fn title(self) -> &'static str {
        match self {
            Index::Coincidence => {
                "voting coincidence: a half for one abstention (U.S. Department of State, reports on 2017-2020)"
            }
            Index::CoincidenceVotesOnly => {
                "voting coincidence: yes and no votes only (U.S. Department of State, reports to 2016)"
            }
            Index::Coincidence2021 => {
                "voting coincidence: an absence is an abstention (U.S. Department of State, text of the report on 2021)"
            }
            Index::Coincidence2022 => {
                "voting coincidence: a half for one abstention or absence (U.S. Department of State, reports on 2022-2023)"
            }
            Index::AgreementVoeten => {
                "agreement on roll calls that were not unanimous, a half for one abstention (Voeten)"
            }
            Index::Agreement => "share of identical votes",
            Index::Kappa => {
                "kappa: agreement beyond chance, each with its own margins (Cohen 1960)"
            }
            Index::KappaLinear => "kappa, differences weighed by distance (Cohen 1968)",
            Index::KappaSquared => "kappa, differences weighed by squared distance (Cohen 1968)",
            Index::Pi => {
                "pi: agreement beyond chance, both with their mean margins (Scott 1955; Häge 2011)"
            }
            Index::PiLinear => "pi, differences weighed by distance (Scott 1955; Häge 2011)",
            Index::PiSquared => {
                "pi, differences weighed by squared distance (Scott 1955; Häge 2011)"
            }
            Index::S => "S, absolute distances (Signorino and Ritter 1999)",
            Index::SSquared => "S, squared distances (Signorino and Ritter 1999)",
            Index::AgreementLopsided => {
                "agreement, a half for one abstention, each roll call weighed by how far the Assembly was divided (Entente's own weighting)"
            }
        }
    }

    /// Its value; `None` where its denominator is 0.
    pub fn of(self, counts: &PairCounts) -> Option<f64> {
        values(counts)[self as usize]
    }
}

impl Serialize for Index {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back() {
        for index in Index::ALL {
            assert_eq!(Index::from_word(index.as_str()), Some(index));
            assert!(!index.title().is_empty());
        }
        assert_eq!(Index::from_word("phi"), None);
    }
}
