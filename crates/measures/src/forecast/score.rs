//! How good forecasts were.

use serde::Serialize;

use super::errors::{LEVELS, about};
use super::{PairOutlook, PastErrors};

/// Scores of forecast coincidences, summed over cells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CoincidenceScore {
    /// Cells scored.
    pub cells: u64,
    absolute: f64,
    crps: f64,
    within_50: u64,
    within_90: u64,
    /// Cells within the central intervals between two of [`LEVELS`], the widest first.
    central: [u64; LEVELS.len() / 2],
}

/// The quantiles of past errors that scoring needs, looked up once.
pub struct Yardstick {
    levels: [f64; LEVELS.len()],
    tails: [f64; 4],
}

impl Yardstick {
    /// `None` if there are no errors to go by.
    pub fn of(errors: &PastErrors) -> Option<Self> {
        let mut levels = [0.0; LEVELS.len()];
        for (at, level) in levels.iter_mut().zip(LEVELS) {
            *at = errors.quantile(level)?;
        }
        let mut tails = [0.0; 4];
        for (at, level) in tails.iter_mut().zip([0.05, 0.25, 0.75, 0.95]) {
            *at = errors.quantile(level)?;
        }
        Some(Yardstick { levels, tails })
    }
}

impl CoincidenceScore {
    /// Takes in one cell.
    ///
    /// The continuous ranked probability score is the mean of twice the quantile loss over levels
    /// (Gneiting and Ranjan 2011, equation 10); for a point it is the absolute error.
    pub fn add(&mut self, outlook: &PairOutlook, yardstick: &Yardstick, observed: f64) {
        // A coincidence is a ratio of small numbers: it may lie on the bound itself.
        const TOUCHING: f64 = 1e-6;
        let within = |low: f64, high: f64| {
            observed >= about(outlook, low) - TOUCHING
                && observed <= about(outlook, high) + TOUCHING
        };
        let [q05, q25, q75, q95] = yardstick.tails;
        self.cells += 1;
        self.absolute += (observed - f64::from(outlook.expected)).abs();
        self.within_50 += u64::from(within(q25, q75));
        self.within_90 += u64::from(within(q05, q95));
        let (lows, highs) = yardstick.levels.split_at(LEVELS.len() / 2);
        for ((held, low), high) in self.central.iter_mut().zip(lows).zip(highs.iter().rev()) {
            *held += u64::from(within(*low, *high));
        }
        let loss = |(error, level): (&f64, f64)| {
            let miss = observed - about(outlook, *error);
            if miss >= 0.0 {
                level * miss
            } else {
                (level - 1.0) * miss
            }
        };
        let losses: f64 = yardstick.levels.iter().zip(LEVELS).map(loss).sum();
        self.crps += 2.0 * losses / LEVELS.len() as f64;
    }

    /// Two sums as one.
    #[must_use]
    pub fn with(self, more: &CoincidenceScore) -> Self {
        CoincidenceScore {
            cells: self.cells + more.cells,
            absolute: self.absolute + more.absolute,
            crps: self.crps + more.crps,
            within_50: self.within_50 + more.within_50,
            within_90: self.within_90 + more.within_90,
            central: std::array::from_fn(|k| self.central[k] + more.central[k]),
        }
    }

    /// Mean absolute error of the expected coincidence.
    pub fn mae(&self) -> Option<f64> {
        self.mean(self.absolute)
    }

    /// Mean continuous ranked probability score.
    pub fn crps(&self) -> Option<f64> {
        self.mean(self.crps)
    }

    /// Share of cells within the 50% interval.
    pub fn coverage_50(&self) -> Option<f64> {
        self.mean(self.within_50 as f64)
    }

    /// Share of cells within the 90% interval.
    pub fn coverage_90(&self) -> Option<f64> {
        self.mean(self.within_90 as f64)
    }

    /// Central intervals between two of [`LEVELS`]: their level, and the share of cells within them.
    pub fn central(&self) -> impl Iterator<Item = (f64, f64)> {
        let widths = LEVELS.iter().rev().zip(LEVELS);
        let levels = widths.map(|(high, low)| high - low);
        self.central
            .iter()
            .zip(levels)
            .filter(|_| self.cells > 0)
            .map(|(held, level)| (level, *held as f64 / self.cells as f64))
    }

    fn mean(&self, sum: f64) -> Option<f64> {
        (self.cells > 0).then(|| sum / self.cells as f64)
    }
}

/// Scores of forecast votes, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct VoteScore {
    /// Votes scored.
    pub votes: u64,
    log_loss: f64,
    brier: f64,
}

impl VoteScore {
    /// Takes in one vote: the probabilities of yes, abstain and no, and the vote (1, 2, 3).
    ///
    /// Log loss is −ln of the probability given to what came; the Brier score is the sum over the three
    /// of squared differences (Brier 1950), 0 to 2.
    pub fn add(&mut self, probabilities: &[f64; 3], vote: u8) {
        const LEAST: f64 = 1e-9;
        let came = usize::from(vote - 1);
        self.votes += 1;
        self.log_loss -= probabilities[came].max(LEAST).ln();
        self.brier += probabilities
            .iter()
            .enumerate()
            .map(|(v, p)| (p - f64::from(u8::from(v == came))).powi(2))
            .sum::<f64>();
    }

    /// Two sums as one.
    #[must_use]
    pub fn with(self, more: &VoteScore) -> Self {
        VoteScore {
            votes: self.votes + more.votes,
            log_loss: self.log_loss + more.log_loss,
            brier: self.brier + more.brier,
        }
    }

    /// Mean log loss, in nats.
    pub fn log_loss(&self) -> Option<f64> {
        (self.votes > 0).then(|| self.log_loss / self.votes as f64)
    }

    /// Mean Brier score, 0 to 2.
    pub fn brier(&self) -> Option<f64> {
        (self.votes > 0).then(|| self.brier / self.votes as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sure_forecast_scores_its_distance() {
        let outlook = PairOutlook {
            expected: 0.6,
            spread: 0.1,
            votes: 20.0,
        };
        // Past errors of nothing: the distribution is a point.
        let sure = Yardstick::of(&PastErrors::of([(outlook, 0.6)])).unwrap();
        let mut score = CoincidenceScore::default();
        score.add(&outlook, &sure, 0.9);
        assert!((score.mae().unwrap() - 0.3).abs() < 1e-6);
        assert!((score.crps().unwrap() - 0.3).abs() < 1e-6);
        assert_eq!(score.coverage_90(), Some(0.0));
    }

    /// Half at 0.5, half at 0.7, and 0.6 came: CRPS = E|X − y| − ½E|X − X'| = 0.1 − 0.05.
    #[test]
    fn crps_by_hand() {
        let outlook = PairOutlook {
            expected: 0.6,
            spread: 0.1,
            votes: 20.0,
        };
        let told = (0..2_000).map(|k| (outlook, if k < 1_000 { 0.5 } else { 0.7 }));
        let two = Yardstick::of(&PastErrors::of(told)).unwrap();
        let mut score = CoincidenceScore::default();
        score.add(&outlook, &two, 0.6);
        assert!((score.crps().unwrap() - 0.05).abs() < 1e-4);
        assert_eq!(score.coverage_50(), Some(1.0));
    }

    #[test]
    fn votes_by_hand() {
        let mut score = VoteScore::default();
        score.add(&[0.5, 0.25, 0.25], 1);
        score.add(&[0.5, 0.25, 0.25], 3);
        let log = (2f64.ln() + 4f64.ln()) / 2.0;
        assert!((score.log_loss().unwrap() - log).abs() < 1e-12);
        let brier = (0.25 + 0.125 + 0.25 + 0.0625 + 0.5625) / 2.0;
        assert!((score.brier().unwrap() - brier).abs() < 1e-12);
    }
}
