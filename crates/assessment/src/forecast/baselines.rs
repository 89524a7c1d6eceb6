//! What a reader would guess without a model.

use entente_measures::{IssueFilter, Selector};
use entente_states::Ccode;
use serde::Serialize;

use super::sitting::Outcome;

/// A guess at a pair's voting coincidence from its past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Baseline {
    /// The value of the last session in which both voted.
    LastSession,
    /// The mean of the last three such sessions.
    MeanOfThree,
    /// The mean of the last five.
    MeanOfFive,
    /// The pair's value over all roll calls in the last session.
    AllIssues,
    /// The mean of all pairs in the last session.
    World,
}

impl Baseline {
    /// All of them.
    pub const ALL: [Baseline; 5] = [
        Baseline::LastSession,
        Baseline::MeanOfThree,
        Baseline::MeanOfFive,
        Baseline::AllIssues,
        Baseline::World,
    ];

    /// Its name in a table.
    pub fn title(self) -> &'static str {
        match self {
            Baseline::LastSession => "last session",
            Baseline::MeanOfThree => "mean of 3",
            Baseline::MeanOfFive => "mean of 5",
            Baseline::AllIssues => "all issues",
            Baseline::World => "world mean",
        }
    }
}

/// The past of every pair in one set, the last session first.
pub(super) struct Past<'o> {
    sessions: Vec<&'o Outcome>,
    set: usize,
    /// The set of all roll calls, where it is among those asked for.
    whole: Option<usize>,
    world: Option<f64>,
}

impl<'o> Past<'o> {
    pub fn of(sessions: &[&'o Outcome], set: usize, sets: &[Selector]) -> Self {
        let all = Selector::of_issue(IssueFilter::All);
        Past {
            sessions: sessions.to_vec(),
            set,
            whole: sets.iter().position(|s| *s == all),
            world: sessions.iter().find_map(|o| o.mean(set)),
        }
    }

    /// Every baseline for a pair, in the order of [`Baseline::ALL`]; the world's mean stands in where
    /// the pair has no past. `None` if nobody has.
    pub fn of_pair(&self, a: Ccode, b: Ccode) -> Option<[f64; 5]> {
        let world = self.world?;
        let mut values = self
            .sessions
            .iter()
            .filter_map(|o| o.of_pair(self.set, a, b));
        let mut mean = [world; 3];
        let (mut sum, mut count) = (0.0, 0);
        for (mean, until) in mean.iter_mut().zip([1, 3, 5]) {
            while count < until
                && let Some(value) = values.next()
            {
                sum += value;
                count += 1;
            }
            if count > 0 {
                *mean = sum / f64::from(count);
            }
        }
        let whole = self.whole.unwrap_or(self.set);
        let all_issues = self.sessions.iter().find_map(|o| o.of_pair(whole, a, b));
        Some([
            mean[0],
            mean[1],
            mean[2],
            all_issues.unwrap_or(world),
            world,
        ])
    }
}
