//! Scores of a backtest, gathered and laid out.

use entente_measures::Selector;
use entente_measures::forecast::{
    CoincidenceScore, Example, PairOutlook, VoteModel, VoteScore, Yardstick,
};
use serde::Serialize;

use super::baselines::Baseline;

/// Scores over the cells of one set and session.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    forecast: CoincidenceScore,
    /// Absolute errors, in the order of [`Baseline::ALL`].
    baselines: [f64; 5],
}

impl Sums {
    pub fn add(
        &mut self,
        expected: &PairOutlook,
        yardstick: &Yardstick,
        observed: f64,
        baselines: &[f64; 5],
    ) {
        self.forecast.add(expected, yardstick, observed);
        for (sum, baseline) in self.baselines.iter_mut().zip(baselines) {
            *sum += (observed - baseline).abs();
        }
    }

    fn total<'s>(sums: impl Iterator<Item = &'s Sums>) -> Sums {
        sums.fold(Sums::default(), |mut all, sums| {
            all.forecast = all.forecast.with(&sums.forecast);
            for (all, more) in all.baselines.iter_mut().zip(sums.baselines) {
                *all += more;
            }
            all
        })
    }

    fn scores(&self) -> Scores {
        let cells = self.forecast.cells as f64;
        let baselines: Vec<BaselineScore> = Baseline::ALL
            .iter()
            .zip(self.baselines)
            .filter(|_| cells > 0.0)
            .map(|(baseline, sum)| BaselineScore {
                baseline: *baseline,
                mae: sum / cells,
            })
            .collect();
        let best = baselines.iter().min_by(|a, b| a.mae.total_cmp(&b.mae));
        let gain = best.zip(self.forecast.mae());
        Scores {
            cells: self.forecast.cells,
            mae: self.forecast.mae(),
            crps: self.forecast.crps(),
            coverage_50: self.forecast.coverage_50(),
            coverage_90: self.forecast.coverage_90(),
            gain: gain.map(|(best, mae)| 1.0 - mae / best.mae),
            best_baseline: best.map(|b| b.baseline),
            baselines,
        }
    }
}

/// How forecasts of coincidence fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// Cells scored.
    pub cells: u64,
    /// Mean absolute error of the expected coincidence, 0 to 1.
    pub mae: Option<f64>,
    /// Mean continuous ranked probability score, on the same scale.
    pub crps: Option<f64>,
    /// Share of cells within the 50% interval.
    pub coverage_50: Option<f64>,
    /// Share of cells within the 90% interval.
    pub coverage_90: Option<f64>,
    /// By how much the mean absolute error is below the best baseline's, as a share of it.
    pub gain: Option<f64>,
    /// The baseline with the least mean absolute error on these cells.
    pub best_baseline: Option<Baseline>,
    /// Every baseline on the same cells.
    pub baselines: Vec<BaselineScore>,
}

/// How one baseline fared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BaselineScore {
    /// Which.
    pub baseline: Baseline,
    /// Mean absolute error.
    pub mae: f64,
}

/// Scores over all sessions, of one set or of all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IssueScores {
    /// The set of roll calls: `all`, a coded issue or a basket; `every cell` for all sets together.
    pub issue: String,
    /// The scores.
    #[serde(flatten)]
    pub scores: Scores,
}

impl IssueScores {
    pub(super) fn of(sets: &[Selector], sums: &[Vec<Sums>]) -> Vec<Self> {
        let mut issues = Vec::new();
        if sets.len() > 1 {
            issues.push(IssueScores {
                issue: "every cell".to_owned(),
                scores: Sums::total(sums.iter().flatten()).scores(),
            });
        }
        for (set, selector) in sets.iter().enumerate() {
            issues.push(IssueScores {
                issue: selector.name().to_owned(),
                scores: Sums::total(sums.iter().map(|s| &s[set])).scores(),
            });
        }
        issues
    }
}

/// Scores of one session and set, with every baseline's mean absolute error.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BacktestRow {
    /// The session.
    pub session: u16,
    /// The year in which it opened: session + 1945.
    pub year: u16,
    /// The set of roll calls.
    pub issue: String,
    /// Cells scored.
    pub cells: u64,
    /// Mean absolute error of the expected coincidence, 0 to 1.
    pub mae: Option<f64>,
    /// Mean continuous ranked probability score, on the same scale.
    pub crps: Option<f64>,
    /// Share of cells within the 50% interval.
    pub coverage_50: Option<f64>,
    /// Share of cells within the 90% interval.
    pub coverage_90: Option<f64>,
    /// Mean absolute error of each baseline.
    pub last_session: Option<f64>,
    /// See [`Baseline::MeanOfThree`].
    pub mean_of_three: Option<f64>,
    /// See [`Baseline::MeanOfFive`].
    pub mean_of_five: Option<f64>,
    /// See [`Baseline::AllIssues`].
    pub all_issues: Option<f64>,
    /// See [`Baseline::World`].
    pub world: Option<f64>,
}

impl BacktestRow {
    pub(super) fn of(from: u16, sets: &[Selector], sums: &[Vec<Sums>]) -> Vec<Self> {
        let mut rows = Vec::new();
        for (session, sums) in (from..).zip(sums) {
            for (set, sums) in sets.iter().zip(sums) {
                let scores = sums.scores();
                let baseline = |place: usize| scores.baselines.get(place).map(|b| b.mae);
                rows.push(BacktestRow {
                    session,
                    year: session + 1945,
                    issue: set.name().to_owned(),
                    cells: scores.cells,
                    mae: scores.mae,
                    crps: scores.crps,
                    coverage_50: scores.coverage_50,
                    coverage_90: scores.coverage_90,
                    last_session: baseline(0),
                    mean_of_three: baseline(1),
                    mean_of_five: baseline(2),
                    all_issues: baseline(3),
                    world: baseline(4),
                });
            }
        }
        rows
    }
}

/// Scores over all sets, of one session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionScores {
    /// The session.
    pub session: u16,
    /// The year in which it opened: session + 1945.
    pub year: u16,
    /// The scores.
    #[serde(flatten)]
    pub scores: Scores,
}

impl SessionScores {
    pub(super) fn of(from: u16, sums: &[Vec<Sums>]) -> Vec<Self> {
        let of = |(session, sums): (u16, &Vec<Sums>)| SessionScores {
            session,
            year: session + 1945,
            scores: Sums::total(sums.iter()).scores(),
        };
        (from..).zip(sums).map(of).collect()
    }
}

/// Bins of forecast probability.
const BINS: usize = 10;

/// Scores of single votes, and how often votes of a probability came.
#[derive(Clone, Debug, Default)]
pub(super) struct VoteSums {
    forecast: VoteScore,
    last_vote: VoteScore,
    majority: VoteScore,
    /// Per bin: forecasts, the sum of their probabilities, and those that came.
    bins: [(u64, f64, u64); BINS],
}

impl VoteSums {
    pub fn add(&mut self, model: &VoteModel, example: &Example, vote: u8) {
        let probabilities = model.probabilities(example);
        self.forecast.add(&probabilities, vote);
        self.last_vote.add(&model.after(example.own), vote);
        self.majority.add(&shares(example), vote);
        for (p, v) in probabilities.iter().zip(1..) {
            let bin = &mut self.bins[((p * BINS as f64) as usize).min(BINS - 1)];
            bin.0 += 1;
            bin.1 += p;
            bin.2 += u64::from(v == vote);
        }
    }

    pub fn with(mut self, more: VoteSums) -> VoteSums {
        for (bin, more) in self.bins.iter_mut().zip(more.bins) {
            *bin = (bin.0 + more.0, bin.1 + more.1, bin.2 + more.2);
        }
        VoteSums {
            forecast: self.forecast.with(&more.forecast),
            last_vote: self.last_vote.with(&more.last_vote),
            majority: self.majority.with(&more.majority),
            bins: self.bins,
        }
    }
}

/// How all states voted last time, as probabilities; one vote is spread evenly, so that none is 0.
fn shares(example: &Example) -> [f64; 3] {
    const STATES: f64 = 190.0;
    example
        .world
        .map(|share| (f64::from(share) * STATES + 1.0 / 3.0) / (STATES + 1.0))
}

/// How forecasts of single votes fared, on roll calls whose series had come up in the six sessions
/// before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VoteScores {
    /// Votes scored.
    pub votes: u64,
    /// Mean log loss in nats.
    pub log_loss: Option<f64>,
    /// Mean Brier score over yes, abstain and no, 0 to 2.
    pub brier: Option<f64>,
    /// By how much the log loss is below the best baseline's, as a share of it.
    pub gain: Option<f64>,
    /// The baselines.
    pub baselines: Vec<VoteBaseline>,
}

/// How one baseline for single votes fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VoteBaseline {
    /// `last_vote`: how often each vote followed the state's last on the series, by the same lessons;
    /// `majority`: how all states voted last time.
    pub baseline: &'static str,
    /// Mean log loss in nats.
    pub log_loss: Option<f64>,
    /// Mean Brier score.
    pub brier: Option<f64>,
}

impl VoteScores {
    pub(super) fn of(sums: &VoteSums) -> Self {
        let baseline = |baseline, score: &VoteScore| VoteBaseline {
            baseline,
            log_loss: score.log_loss(),
            brier: score.brier(),
        };
        let baselines = vec![
            baseline("last_vote", &sums.last_vote),
            baseline("majority", &sums.majority),
        ];
        let best = baselines.iter().filter_map(|b| b.log_loss);
        let best = best.min_by(f64::total_cmp);
        VoteScores {
            votes: sums.forecast.votes,
            log_loss: sums.forecast.log_loss(),
            brier: sums.forecast.brier(),
            gain: best.zip(sums.forecast.log_loss()).map(|(b, f)| 1.0 - f / b),
            baselines,
        }
    }
}

/// Whether what was said to be so probable came so often.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// Central intervals of coincidence.
    pub intervals: Vec<IntervalReliability>,
    /// Probabilities of single votes.
    pub votes: Vec<VoteReliability>,
}

/// How often a central interval held what came.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct IntervalReliability {
    /// The interval's level, 0 to 1.
    pub level: f64,
    /// The share of cells that it held.
    pub share: f64,
}

/// How often votes came that were forecast with about the same probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct VoteReliability {
    /// The mean probability of the bin.
    pub probability: f64,
    /// The share that came.
    pub share: f64,
    /// How many forecasts.
    pub forecasts: u64,
}

impl Reliability {
    pub(super) fn of(sums: &[Vec<Sums>], votes: &VoteSums) -> Self {
        let all = Sums::total(sums.iter().flatten());
        let bins = votes.bins.iter().filter(|bin| bin.0 > 0);
        Reliability {
            intervals: all
                .forecast
                .central()
                .map(|(level, share)| IntervalReliability { level, share })
                .collect(),
            votes: bins
                .map(|(count, sum, came)| VoteReliability {
                    probability: sum / *count as f64,
                    share: *came as f64 / *count as f64,
                    forecasts: *count,
                })
                .collect(),
        }
    }
}
