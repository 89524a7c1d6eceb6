//! The regressions of all issues, each learned from what was coded before a session opened.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::Issue;
use jiff::civil::Date;
use rayon::prelude::*;

use super::believed::{has, is_coded};
use super::features::Vocabulary;
use super::logistic::{Cases, Logistic};
use super::material::Material;

/// The prior variance of a weight. A round number, not tuned: three times as much or as little makes no difference
/// to speak of.
const VARIANCE: f64 = 1.0;

/// From fewer roll calls with the issue, or without it, nothing is learned.
const FEWEST: usize = 10;

/// Sessions open in September.
const OPENING_MONTH: i8 = 9;

/// The regressions that some roll calls need, by opening and issue.
pub(super) struct Fits<'m> {
    fits: BTreeMap<(Date, Issue), Fit<'m>>,
}

struct Fit<'m> {
    vocabulary: Vocabulary<'m>,
    regression: Logistic,
}

/// The first of September on or before a day.
///
/// A regression is fitted for this day and used for a year: what is voted on between is not learned from until the
/// next. The day does not depend on the record, so that nothing later can move it.
pub(super) fn opening(day: Date) -> Date {
    let this_year = day.first_of_month().with().month(OPENING_MONTH).build();
    let one_year = jiff::Span::new().years(1);
    match this_year {
        Ok(opening) if opening <= day => opening,
        Ok(opening) => opening.saturating_sub(one_year),
        Err(_) => day,
    }
}

impl<'m> Fits<'m> {
    /// Learns what is needed.
    pub(super) fn learn(material: &'m Material<'_>, needed: BTreeSet<(Date, Issue)>) -> Self {
        let needed: Vec<(Date, Issue)> = needed.into_iter().collect();
        let fits = needed.into_par_iter().filter_map(|(opening, issue)| {
            let fit = Fit::learn(material, opening, issue)?;
            Some(((opening, issue), fit))
        });
        Fits {
            fits: fits.collect(),
        }
    }

    /// The probability that a roll call of a day is on an issue; `None` if too little was coded before, or if the
    /// roll call has no feature that was there to learn from.
    pub(super) fn probability(
        &self,
        day: Date,
        issue: Issue,
        features: &BTreeSet<String>,
    ) -> Option<f64> {
        let fit = self.fits.get(&(opening(day), issue))?;
        let row = fit.vocabulary.numbers(features);
        (!row.is_empty()).then(|| fit.regression.probability(&row))
    }
}

impl<'m> Fit<'m> {
    /// Learns from the roll calls before a day whose code of the issue is believed.
    fn learn(material: &'m Material<'_>, before: Date, issue: Issue) -> Option<Self> {
        let cases: Vec<(bool, &BTreeSet<String>)> = material
            .roll_calls
            .iter()
            .zip(&material.features)
            .filter(|(r, _)| r.date < before && is_coded(r, issue))
            .map(|(r, features)| (has(r, issue), features))
            .collect();
        let with = cases.iter().filter(|(has, _)| *has).count();
        if with < FEWEST || cases.len() - with < FEWEST {
            return None;
        }
        let vocabulary = Vocabulary::of(cases.iter().map(|(_, features)| *features));
        let rows: Vec<Vec<usize>> = cases.iter().map(|(_, f)| vocabulary.numbers(f)).collect();
        let outcomes: Vec<bool> = cases.iter().map(|(has, _)| *has).collect();
        let regression = Logistic::fit(&Cases {
            rows: &rows,
            outcomes: &outcomes,
            features: vocabulary.len(),
            variance: VARIANCE,
        });
        Some(Fit {
            vocabulary,
            regression,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_opening_is_the_september_before() {
        for (day, first) in [
            (date(2025, 12, 19), date(2025, 9, 1)),
            (date(2026, 6, 4), date(2025, 9, 1)),
            (date(2026, 8, 31), date(2025, 9, 1)),
            (date(2026, 9, 1), date(2026, 9, 1)),
        ] {
            assert_eq!(opening(day), first, "{day}");
        }
        assert_eq!(opening(Date::MIN), Date::MIN);
    }
}
