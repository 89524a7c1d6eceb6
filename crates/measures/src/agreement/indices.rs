//! All indices of a pair at once.

use serde::Serialize;

use super::counts::PairCounts;
use super::index::Index;
use super::sums::values;

/// Every [`Index`] of a pair on a selection of roll calls, each under its word.
///
/// `None` where an index has no value: never voting together, or, for kappa and pi, both always
/// voting the same one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Indices {
    /// [`Index::Coincidence`].
    pub coincidence_2017: Option<f64>,
    /// [`Index::CoincidenceVotesOnly`].
    pub coincidence_votes_only: Option<f64>,
    /// [`Index::Coincidence2021`].
    pub coincidence_2021: Option<f64>,
    /// [`Index::Coincidence2022`].
    pub coincidence_2022: Option<f64>,
    /// [`Index::AgreementVoeten`].
    pub agreement_voeten: Option<f64>,
    /// [`Index::Agreement`].
    pub agreement: Option<f64>,
    /// [`Index::Kappa`].
    pub kappa: Option<f64>,
    /// [`Index::KappaLinear`].
    pub kappa_linear: Option<f64>,
    /// [`Index::KappaSquared`].
    pub kappa_squared: Option<f64>,
    /// [`Index::Pi`].
    pub pi: Option<f64>,
    /// [`Index::PiLinear`].
    pub pi_linear: Option<f64>,
    /// [`Index::PiSquared`].
    pub pi_squared: Option<f64>,
    /// [`Index::S`].
    pub s: Option<f64>,
    /// [`Index::SSquared`].
    pub s_squared: Option<f64>,
    /// [`Index::AgreementLopsided`].
    pub agreement_lopsided: Option<f64>,
}

impl Indices {
    /// All indices of a pair.
    #[inline]
    pub fn of(counts: &PairCounts) -> Self {
        let [
            coincidence_2017,
            coincidence_votes_only,
            coincidence_2021,
            coincidence_2022,
            agreement_voeten,
            agreement,
            kappa,
            kappa_linear,
            kappa_squared,
            pi,
            pi_linear,
            pi_squared,
            s,
            s_squared,
            agreement_lopsided,
        ] = values(counts);
        Indices {
            coincidence_2017,
            coincidence_votes_only,
            coincidence_2021,
            coincidence_2022,
            agreement_voeten,
            agreement,
            kappa,
            kappa_linear,
            kappa_squared,
            pi,
            pi_linear,
            pi_squared,
            s,
            s_squared,
            agreement_lopsided,
        }
    }

    /// One of them.
    pub fn get(&self, index: Index) -> Option<f64> {
        match index {
            Index::Coincidence => self.coincidence_2017,
            Index::CoincidenceVotesOnly => self.coincidence_votes_only,
            Index::Coincidence2021 => self.coincidence_2021,
            Index::Coincidence2022 => self.coincidence_2022,
            Index::AgreementVoeten => self.agreement_voeten,
            Index::Agreement => self.agreement,
            Index::Kappa => self.kappa,
            Index::KappaLinear => self.kappa_linear,
            Index::KappaSquared => self.kappa_squared,
            Index::Pi => self.pi,
            Index::PiLinear => self.pi_linear,
            Index::PiSquared => self.pi_squared,
            Index::S => self.s,
            Index::SSquared => self.s_squared,
            Index::AgreementLopsided => self.agreement_lopsided,
        }
    }
}
