//! A change in the rate of a Poisson process, exactly.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Gamma};
use statrs::function::beta::beta_reg;
use statrs::function::gamma::ln_gamma;

use super::years::Years;

/// Shape of the prior of a rate: one meeting's worth of evidence.
const SHAPE: f64 = 1.0;
/// The probability, before looking, that the rate changed at all.
const PRIOR_OF_CHANGE: f64 = 0.5;
/// Added to the count of the whole series when its rate sets the scale of the prior, so that a series
/// without any meeting has a scale.
const HALF_A_MEETING: f64 = 0.5;
/// The tails left out of an interval.
const TAIL: f64 = 0.025;

/// A rate with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// Posterior mean, meetings a year.
    pub mean: f64,
    /// Lower end of the central 95% interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Whether, when and how the rate of a series changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangePoint {
    /// The first year of the series.
    pub from: i16,
    /// The last.
    pub to: i16,
    /// Meetings in it.
    pub meetings: u32,
    /// Posterior probability that the rate changed once, 0 to 1; before looking it is ½.
    pub probability_of_change: f64,
    /// That it changed and is lower since.
    pub probability_of_decline: f64,
    /// That it changed and is higher since.
    pub probability_of_rise: f64,
    /// The most likely first year of the new rate.
    pub year: i16,
    /// Its probability, given that the rate changed.
    pub probability_of_year: f64,
    /// The rate before that year, given a change in it.
    pub before: Rate,
    /// The rate from that year on.
    pub after: Rate,
    /// The rate if none changed.
    pub throughout: Rate,
}

/// The exact posterior of one change point in yearly Poisson counts.
///
/// Before looking: no change with probability ½, otherwise a change at the turn of any year with equal
/// probability. A rate is Gamma with shape 1 and the mean of the whole series, (n + ½)/E over E years:
/// as much evidence as one meeting. Gamma is conjugate, so that a stretch with s meetings in e years has
/// the marginal likelihood β^α Γ(α + s) / (Γ(α) (β + e)^(α + s)), up to a factor that all models share,
/// and every sum is finite (Raftery and Akman 1986; yearly counts as in Carlin,
/// Gelfand and Smith 1992). That the later rate is the lower one is a probability of the Beta
/// distribution: for λ₁ ~ Gamma(a₁, b₁) and λ₂ ~ Gamma(a₂, b₂), P(λ₂ < λ₁) = I_x(a₂, a₁) with
/// x = b₂ / (b₁ + b₂).
///
/// `None` with fewer than two years, which have no turn between them.
pub fn change_point(series: &Years) -> Option<ChangePoint> {
    let turns = Turns::of(series)?;
    let changed: f64 = turns.every.iter().map(|t| t.weight).sum();
    let evidence = changed + turns.unchanged;
    let declined: f64 = turns.every.iter().map(|t| t.weight * t.decline).sum();
    let likely = turns.likeliest()?;
    let years = i16::try_from(series.counts.len() - 1).unwrap_or(i16::MAX);
    let rate = |stretch: &Stretch| stretch.rate(turns.prior_rate);
    Some(ChangePoint {
        from: series.first,
        to: series.first.saturating_add(years),
        meetings: series.counts.iter().sum(),
        probability_of_change: changed / evidence,
        probability_of_decline: declined / evidence,
        probability_of_rise: (changed - declined) / evidence,
        year: likely.year,
        probability_of_year: likely.weight / changed,
        before: rate(&likely.before)?,
        after: rate(&likely.after)?,
        throughout: rate(&turns.total)?,
    })
}

/// Every turn of the year of a series, with what speaks for a change in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Turns {
    /// The whole series.
    pub total: Stretch,
    /// The rate parameter β of the prior of a rate, years.
    pub prior_rate: f64,
    /// What speaks for no change: prior times marginal likelihood, over the greatest of all of these.
    pub unchanged: f64,
    /// The turns, the earliest first.
    pub every: Vec<Turn>,
}

/// A turn of the year at which the rate may have changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The first year of the new rate.
    pub year: i16,
    /// The years before.
    pub before: Stretch,
    /// The years from it on.
    pub after: Stretch,
    /// Prior times marginal likelihood of a change here, in the unit of [`Turns::unchanged`].
    pub weight: f64,
    /// The probability that the later rate is the lower, given a change here.
    pub decline: f64,
}

/// Meetings in some years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// How many.
    pub meetings: f64,
    /// In how many covered years.
    pub years: f64,
}

impl Turns {
    /// The turns of a series; `None` with fewer than two years, which have no turn between them.
    pub fn of(series: &Years) -> Option<Self> {
        let n = series.counts.len();
        if n < 2 {
            return None;
        }
        let total = Stretch::of(series, 0..n);
        let prior_rate = SHAPE * total.years / (total.meetings + HALF_A_MEETING);
        let unchanged = (1.0 - PRIOR_OF_CHANGE).ln() + total.log_marginal(prior_rate);
        let prior = PRIOR_OF_CHANGE / (n - 1) as f64;
        let halves = (1..n).map(|k| (Stretch::of(series, 0..k), Stretch::of(series, k..n)));
        let logs: Vec<(Stretch, Stretch, f64)> = halves
            .map(|(before, after)| {
                let log =
                    prior.ln() + before.log_marginal(prior_rate) + after.log_marginal(prior_rate);
                (before, after, log)
            })
            .collect();
        let peak = logs.iter().fold(unchanged, |m, (_, _, log)| m.max(*log));
        let turns = (series.first + 1..).zip(logs);
        Some(Turns {
            total,
            prior_rate,
            unchanged: (unchanged - peak).exp(),
            every: turns
                .map(|(year, (before, after, log))| Turn {
                    year,
                    before,
                    after,
                    weight: (log - peak).exp(),
                    decline: declined(&before, &after, prior_rate),
                })
                .collect(),
        })
    }

    /// The turn for which most speaks, of equal ones the earliest.
    pub fn likeliest(&self) -> Option<&Turn> {
        let every = self.every.iter();
        every.reduce(|best, t| if t.weight > best.weight { t } else { best })
    }
}

/// The probability that the later rate is the lower.
fn declined(before: &Stretch, after: &Stretch, prior_rate: f64) -> f64 {
    let (b1, b2) = (prior_rate + before.years, prior_rate + after.years);
    beta_reg(
        SHAPE + after.meetings,
        SHAPE + before.meetings,
        b2 / (b1 + b2),
    )
}

impl Stretch {
    fn of(series: &Years, span: std::ops::Range<usize>) -> Self {
        Stretch {
            meetings: series.counts[span.clone()]
                .iter()
                .map(|c| f64::from(*c))
                .sum(),
            years: series.exposure[span].iter().sum(),
        }
    }

    fn log_marginal(&self, prior_rate: f64) -> f64 {
        let shape = SHAPE + self.meetings;
        SHAPE * prior_rate.ln() - ln_gamma(SHAPE) + ln_gamma(shape)
            - shape * (prior_rate + self.years).ln()
    }

    fn rate(&self, prior_rate: f64) -> Option<Rate> {
        let (shape, rate) = (SHAPE + self.meetings, prior_rate + self.years);
        let posterior = Gamma::new(shape, rate).ok()?;
        Some(Rate {
            mean: shape / rate,
            low: posterior.inverse_cdf(TAIL),
            high: posterior.inverse_cdf(1.0 - TAIL),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(first: i16, counts: &[u32]) -> Years {
        Years {
            first,
            counts: counts.to_vec(),
            exposure: vec![1.0; counts.len()],
        }
    }

    /// Two meetings in one year, none in the next. The prior is Gamma(1, 2/2.5 = 0.8). No change:
    /// 0.8 · 2 / 2.8³ = 0.072886. A change: 0.8 · 2 / 1.8³ · 0.8 / 1.8 = 0.121933. So a change has
    /// 0.121933 / 0.194819 = 0.625876; the later rate is the lower with 1 − ½³ = 0.875.
    #[test]
    fn two_years_by_hand() {
        let found = change_point(&whole(2016, &[2, 0])).unwrap();
        assert!((found.probability_of_change - 0.625_876).abs() < 1e-6);
        assert!((found.probability_of_decline - 0.547_642).abs() < 1e-6);
        assert_eq!((found.year, found.probability_of_year), (2017, 1.0));
        assert!((found.before.mean - 3.0 / 1.8).abs() < 1e-12);
        // Gamma(1, 1.8) is exponential: its quantiles are −ln(1 − p) / 1.8.
        assert!((found.after.low + 0.975_f64.ln() / 1.8).abs() < 1e-6);
        assert!((found.after.high + 0.025_f64.ln() / 1.8).abs() < 1e-6);
    }

    /// British coal-mining disasters by year, 1851 to 1961 (Jarrett 1979), on which Raftery and Akman and
    /// Carlin, Gelfand and Smith show the model: a fall about 1890, from some 3.1 a year to 0.9.
    #[test]
    fn coal_mining_disasters() {
        let disasters = [
            4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3,
            4, 2, 5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3,
            2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1,
            1, 1, 2, 4, 2, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
        ];
        let found = change_point(&whole(1851, &disasters)).unwrap();
        assert!(found.probability_of_decline > 0.9999);
        assert!((1890..=1892).contains(&found.year), "{found:?}");
        assert!((found.before.mean - 3.1).abs() < 0.1, "{found:?}");
        assert!((found.after.mean - 0.92).abs() < 0.05, "{found:?}");
    }

    #[test]
    fn one_year_has_no_turn() {
        assert_eq!(change_point(&whole(2016, &[3])), None);
        let silent = change_point(&whole(2000, &[0; 20])).unwrap();
        assert!(silent.probability_of_change < 0.5, "{silent:?}");
    }

    proptest! {
        /// Time reversed, a decline is a rise.
        #[test]
        fn reversed(counts in prop::collection::vec(0u32..9, 2..40)) {
            let there = change_point(&whole(1, &counts)).unwrap();
            let back: Vec<u32> = counts.iter().rev().copied().collect();
            let back = change_point(&whole(1, &back)).unwrap();
            prop_assert!((there.probability_of_decline - back.probability_of_rise).abs() < 1e-9);
            prop_assert!((there.probability_of_change - back.probability_of_change).abs() < 1e-9);
        }

        /// Probabilities are probabilities, intervals hold their mean.
        #[test]
        fn within_bounds(counts in prop::collection::vec(0u32..60, 2..150), part in 0.01f64..1.0) {
            let mut series = whole(1900, &counts);
            *series.exposure.last_mut().unwrap() = part;
            let found = change_point(&series).unwrap();
            for p in [found.probability_of_change, found.probability_of_decline, found.probability_of_rise, found.probability_of_year] {
                prop_assert!((-1e-12..=1.0 + 1e-12).contains(&p), "{:?}", found);
            }
            for rate in [found.before, found.after, found.throughout] {
                prop_assert!(rate.low < rate.mean && rate.mean < rate.high, "{:?}", rate);
            }
        }

        /// Counting in half the unit of time leaves the probabilities as they are: the prior has the
        /// scale of the series.
        #[test]
        fn free_of_the_unit(counts in prop::collection::vec(0u32..9, 2..40)) {
            let series = whole(1, &counts);
            let mut halves = series.clone();
            halves.exposure.iter_mut().for_each(|e| *e *= 0.5);
            let (a, b) = (change_point(&series).unwrap(), change_point(&halves).unwrap());
            prop_assert!((a.probability_of_decline - b.probability_of_decline).abs() < 1e-9);
            prop_assert!((2.0 * a.throughout.mean - b.throughout.mean).abs() < 1e-9);
        }
    }
}
