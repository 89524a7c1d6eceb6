//! Ideal points as rows, and how they compare with the published ones.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use entente_evidence::{AsOf, EvidenceError, Issue, PublishedIdealPoint, Repeat, RollCallView};
use entente_measures::ideal_points::{Estimates, IdealPoint, Panel, convention};
use entente_states::Ccode;
use serde::Serialize;

/// Which votes ideal points are estimated from.
pub struct Scope<'s> {
    /// Sessions.
    pub sessions: RangeInclusive<u16>,
    /// Picks roll calls.
    pub admits: &'s dyn Fn(&RollCallView<'_>) -> bool,
    /// The coded issue, if the roll calls are those of one: Bailey, Strezhnev and Voeten begin each
    /// issue at its own session.
    pub issue: Option<Issue>,
    /// Whether to keep what they leave out: amendments and paragraphs after 1989, session 19,
    /// state-sessions with a vote or two, early sessions of an issue.
    pub every_roll_call: bool,
}

impl Scope<'_> {
    /// The votes of this scope that are known on a date.
    ///
    /// # Errors
    /// If votes, roll calls or repeats cannot be read.
    pub fn panel(&self, as_of: &AsOf<'_>) -> Result<Panel, EvidenceError> {
        let repeats: Vec<(u32, u32)> = as_of
            .rows::<Repeat>()?
            .map(|r| (r.rcid1, r.rcid2))
            .collect();
        let first = match self.issue {
            Some(issue) if !self.every_roll_call => convention::first_session(issue),
            _ => 0,
        };
        let admits = |view: &RollCallView<'_>| {
            let session = view.roll_call.session;
            self.sessions.contains(&session)
                && session >= first
                && (self.every_roll_call || convention::keeps(view))
                && (self.admits)(view)
        };
        let leaves_out = |state: Ccode, session: u16| {
            let alone = self.issue.and_then(convention::left_out_of) == Some(state);
            !self.every_roll_call && (alone || convention::leaves_out(state, session))
        };
        Ok(Panel::new(
            as_of.votes()?,
            as_of.roll_calls()?,
            &repeats,
            admits,
            leaves_out,
        ))
    }
}

/// One row of an ideal-point table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IdealPointRow {
    /// COW number.
    pub ccode: Ccode,
    /// ISO 3166 alpha-3, or the COW abbreviation where ISO has no code.
    pub iso3: &'static str,
    /// Session.
    pub session: u16,
    /// The year in which it opened: session + 1945.
    pub year: u16,
    /// `all`, a coded issue, or the name of a basket.
    pub issue: String,
    /// Votes on roll calls that divide.
    pub votes: usize,
    /// Posterior mean; over all state-sessions of the fit these have mean 0 and variance 1.
    pub ideal_point: f64,
    /// Posterior standard deviation.
    pub sd: f64,
    /// Posterior quantile 0.05.
    pub q05: f64,
    /// Posterior quantile 0.95.
    pub q95: f64,
}

/// Estimates as rows, of some states or of all.
pub fn ideal_point_rows(
    estimates: &Estimates,
    issue: &str,
    wanted: impl Fn(Ccode) -> bool,
) -> Vec<IdealPointRow> {
    let system = entente_states::system();
    estimates
        .points
        .iter()
        .filter(|p| wanted(p.at.state))
        .map(|p| IdealPointRow {
            ccode: p.at.state,
            iso3: system.get(p.at.state).map_or("", |s| s.key3()),
            session: p.at.session,
            year: p.at.session + 1945,
            issue: issue.to_owned(),
            votes: p.votes,
            ideal_point: p.ideal_point,
            sd: p.sd,
            q05: p.q05,
            q95: p.q95,
        })
        .collect()
}

/// How estimates compare with those that Bailey, Strezhnev and Voeten published (edition of April
/// 2020, all roll calls).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// State-sessions in both.
    pub shared: usize,
    /// State-sessions estimated here and not published.
    pub only_here: usize,
    /// State-sessions published and not estimated here.
    pub only_published: usize,
    /// Sessions with at least twenty shared states, worst first: session, states, correlation.
    pub sessions: Vec<SessionComparison>,
    /// The median of their correlations.
    pub median: f64,
    /// The same without the United States, which the published estimates hold nearer the middle: their
    /// code cuts latent votes at ±9, and the United States' lie beyond that on several hundred.
    pub median_without_usa: f64,
    /// The correlation over all shared state-sessions.
    pub pooled: f64,
    /// Share of state-sessions whose published mean lies between q05 and q95 here, after the linear
    /// map by least squares from the published scale to this one.
    pub coverage: f64,
    /// The median ratio of standard deviations, here over published (the published one by its
    /// quantiles 0.05 and 0.95, on this scale).
    pub sd_ratio: f64,
}

/// One session of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SessionComparison {
    /// The session.
    pub session: u16,
    /// Shared states.
    pub states: usize,
    /// Their correlation.
    pub correlation: f64,
}

const UNITED_STATES: Ccode = Ccode(2);
/// Sessions with fewer shared states are not compared by themselves.
const FEWEST_STATES: usize = 20;
/// Distance of the quantiles 0.05 and 0.95 of a normal distribution, in standard deviations.
const WIDTH_90: f64 = 3.289_707_253_902_945;

/// Compares estimates with the published ones that are known on the date; `None` if no state-session
/// is in both, as before their publication in June 2024.
///
/// # Errors
/// If the table of published ideal points cannot be read.
pub fn compare_with_published(
    estimates: &Estimates,
    as_of: &AsOf<'_>,
) -> Result<Option<Comparison>, EvidenceError> {
    let published: BTreeMap<(u16, Ccode), PublishedIdealPoint> = as_of
        .rows::<PublishedIdealPoint>()?
        .map(|p| ((p.session, p.ccode), p.into_owned()))
        .collect();
    let shared: Vec<(&IdealPoint, &PublishedIdealPoint)> = estimates
        .points
        .iter()
        .filter_map(|p| Some((p, published.get(&(p.at.session, p.at.state))?)))
        .collect();
    if shared.is_empty() {
        return Ok(None);
    }
    let sessions = by_session(&shared, |_| true);
    let without_usa = by_session(&shared, |state| state != UNITED_STATES);
    let all: Vec<(f64, f64)> = shared
        .iter()
        .map(|(here, there)| (here.ideal_point, there.ideal_point))
        .collect();
    let line = Line::through(&all);
    let covered = shared.iter().filter(|(here, there)| {
        let mapped = line.intercept + line.slope * there.ideal_point;
        (here.q05..=here.q95).contains(&mapped)
    });
    let ratios = shared
        .iter()
        .map(|(here, there)| here.sd * WIDTH_90 / (line.slope * (there.q95 - there.q05)))
        .collect();
    Ok(Some(Comparison {
        shared: shared.len(),
        only_here: estimates.points.len() - shared.len(),
        only_published: published.len() - shared.len(),
        median: median(sessions.iter().map(|s| s.correlation).collect()),
        median_without_usa: median(without_usa.iter().map(|s| s.correlation).collect()),
        pooled: line.correlation,
        coverage: covered.count() as f64 / shared.len() as f64,
        sd_ratio: median(ratios),
        sessions,
    }))
}

/// Correlations within sessions of enough states, the lowest first.
fn by_session(
    shared: &[(&IdealPoint, &PublishedIdealPoint)],
    wanted: impl Fn(Ccode) -> bool,
) -> Vec<SessionComparison> {
    let mut of_session: BTreeMap<u16, Vec<(f64, f64)>> = BTreeMap::new();
    for (here, there) in shared.iter().filter(|(here, _)| wanted(here.at.state)) {
        let pair = (here.ideal_point, there.ideal_point);
        of_session.entry(here.at.session).or_default().push(pair);
    }
    let mut sessions: Vec<SessionComparison> = of_session
        .iter()
        .filter(|(_, pairs)| pairs.len() >= FEWEST_STATES)
        .map(|(session, pairs)| SessionComparison {
            session: *session,
            states: pairs.len(),
            correlation: Line::through(pairs).correlation,
        })
        .collect();
    sessions.sort_by(|a, b| a.correlation.total_cmp(&b.correlation));
    sessions
}

/// The least-squares line that gives the first of a pair from the second.
struct Line {
    intercept: f64,
    slope: f64,
    correlation: f64,
}

impl Line {
    fn through(pairs: &[(f64, f64)]) -> Self {
        let n = pairs.len() as f64;
        let mean = |f: fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>() / n;
        let (y, x) = (mean(|p| p.0), mean(|p| p.1));
        let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
        for (b, a) in pairs {
            xx += (a - x) * (a - x);
            yy += (b - y) * (b - y);
            xy += (a - x) * (b - y);
        }
        Line {
            slope: xy / xx,
            intercept: y - xy / xx * x,
            correlation: xy / (xx * yy).sqrt(),
        }
    }
}

/// The middle value, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    match n {
        0 => f64::NAN,
        n if n % 2 == 1 => values[n / 2],
        n => 0.5 * (values[n / 2 - 1] + values[n / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// x 1, 2, 3 and y 3, 7, 9: means 2 and 19/3, Sxx 2, Sxy 6, Syy 56/3.
    #[test]
    fn a_line() {
        let line = Line::through(&[(3.0, 1.0), (7.0, 2.0), (9.0, 3.0)]);
        assert!((line.slope - 3.0).abs() < 1e-12);
        assert!((line.intercept - (19.0 / 3.0 - 6.0)).abs() < 1e-12);
        assert!((line.correlation - 6.0 / (2.0_f64 * (56.0 / 3.0)).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn medians() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
    }
}
