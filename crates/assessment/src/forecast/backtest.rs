//! Every past session forecast again, and scored.

use std::ops::RangeInclusive;

use entente_evidence::{AsOf, EvidenceError};
use entente_measures::Selector;
use entente_measures::forecast::{Example, VoteModel, Yardstick};
use rayon::prelude::*;
use serde::Serialize;

use super::baselines::Past;
use super::scores::{
    BacktestRow, IssueScores, Reliability, SessionScores, Sums, VoteScores, VoteSums,
};
use super::sitting::{
    FEWEST_VOTES, Lesson, Outcome, SESSIONS_OF_ERRORS, Sitting, eve, examples, lessons,
};

/// Past sessions forecast from what was known on the day before each opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Backtest {
    /// Per set of roll calls, over all sessions; `every` comes first where there are several.
    pub issues: Vec<IssueScores>,
    /// Per session and set.
    pub rows: Vec<BacktestRow>,
    /// Per session, over all sets.
    pub sessions: Vec<SessionScores>,
    /// Single votes on what came back.
    pub votes: VoteScores,
    /// How often intervals of a given level held what came, and votes of a given probability came.
    pub reliability: Reliability,
}

/// Replays sessions.
///
/// A cell is a pair with five joint votes or more in a set and a session. `watch` hears of each session
/// that is done.
///
/// # Errors
/// If the evidence cannot be read.
pub fn backtest(
    sessions: RangeInclusive<u16>,
    as_of: &AsOf<'_>,
    sets: &[Selector],
    watch: &(dyn Fn() + Sync),
) -> Result<Backtest, EvidenceError> {
    let (from, to) = (*sessions.start(), *sessions.end());
    let first = from.saturating_sub(SESSIONS_OF_ERRORS).max(2);
    let sittings = Sitting::over(first..to + 1, as_of, sets, watch)?;
    let sums: Vec<Vec<Sums>> = (from..=to)
        .into_par_iter()
        .map(|session| {
            let now = usize::from(session - first);
            let from = now.saturating_sub(usize::from(SESSIONS_OF_ERRORS));
            score(&sittings[now], &sittings[from..now], as_of, sets)
        })
        .collect::<Result<_, _>>()?;
    let votes = votes(from..=to, as_of, sets)?;
    Ok(Backtest {
        issues: IssueScores::of(sets, &sums),
        rows: BacktestRow::of(from, sets, &sums),
        sessions: SessionScores::of(from, &sums),
        reliability: Reliability::of(&sums, &votes),
        votes: VoteScores::of(&votes),
    })
}

/// One session against what came of it, per set.
fn score(
    sitting: &Sitting,
    past: &[Sitting],
    as_of: &AsOf<'_>,
    sets: &[Selector],
) -> Result<Vec<Sums>, EvidenceError> {
    let came = Outcome::of(sitting.session, as_of, sets)?;
    let past_came: Vec<&Outcome> = past.iter().rev().map(|s| &s.came).collect();
    Ok((0..sets.len())
        .into_par_iter()
        .map(|set| {
            let mut sums = Sums::default();
            let lesson = Lesson::of(past, set);
            let Some(yardstick) = Yardstick::of(&lesson.errors) else {
                return sums;
            };
            let baselines = Past::of(&past_came, set, sets);
            for (a, b, came) in came.cells(set, FEWEST_VOTES) {
                let expected = sitting.outlooks[set].of(a, b, lesson.mix);
                let baseline = baselines.of_pair(a, b);
                if let Some(baseline) = baseline.filter(|_| expected.expected.is_finite()) {
                    let observed = f64::from(came.coincidence);
                    sums.add(&expected, &yardstick, observed, &baseline);
                }
            }
            sums
        })
        .collect())
}

/// Single votes, each session by a model of the sessions before it.
fn votes(
    sessions: RangeInclusive<u16>,
    as_of: &AsOf<'_>,
    sets: &[Selector],
) -> Result<VoteSums, EvidenceError> {
    let (from, to) = (*sessions.start(), *sessions.end());
    let first = lessons(from).start;
    let known: Vec<Vec<(Example, u8)>> = (first..to)
        .into_par_iter()
        .map(|past| {
            examples(
                past,
                &as_of.earlier(eve(past + 1)),
                &[entente_measures::IssueFilter::All],
            )
        })
        .collect::<Result<_, _>>()?;
    let sums: Vec<VoteSums> = (from..=to)
        .into_par_iter()
        .map(|session| {
            let lessons = lessons(session).map(|past| &known[usize::from(past - first)]);
            let model = VoteModel::learned(lessons.flatten());
            let mut sums = VoteSums::default();
            for (example, vote) in examples(session, as_of, sets)? {
                sums.add(&model, &example, vote);
            }
            Ok(sums)
        })
        .collect::<Result<_, EvidenceError>>()?;
    Ok(sums.into_iter().fold(VoteSums::default(), VoteSums::with))
}
