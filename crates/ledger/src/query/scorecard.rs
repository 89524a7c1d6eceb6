//! How far commitments were kept.
//!
//! The scale is the G20 Research Group's: a party's compliance with a commitment is −1, 0 or +1; a
//! score S is a mean of these, and the percentage is 50·(S + 1), so that −1 is 0% and +1 is 100%
//! (compliance reports of the G20 Research Group, University of Toronto).
//!
//! Where several assessors score one party on one commitment, each has one voice: its final score, or
//! its latest interim one if there is no final one; the party's compliance is the mean of the voices. A
//! line's score is the mean over pairs of a commitment and a party that has been assessed on it; pairs
//! without an assessor are counted and are in no mean.

use std::collections::BTreeMap;

use entente_measures::compliance::percent;
use entente_states::Ccode;
use serde::Serialize;

use super::Conditions;
use crate::LedgerError;
use crate::state::SCORE_UNIT;
use crate::view::View;

/// Which commitments; those that meet all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScorecardFilter {
    /// Of this party.
    pub party: Option<Ccode>,
    /// Counting for this mechanism.
    pub mechanism: Option<String>,
    /// Serving this item, written `dossier/item`.
    pub item: Option<String>,
    /// Made in this year or later.
    pub from_year: Option<i16>,
    /// Made in this year or earlier.
    pub to_year: Option<i16>,
}

/// Compliance over pairs of a commitment and a party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Tally {
    /// Pairs of a commitment and a party.
    pub commitments: i64,
    /// Those of them that were assessed.
    pub assessed: i64,
    /// Assessed as +1.
    pub full: i64,
    /// Assessed as between −1 and +1.
    pub partial: i64,
    /// Assessed as −1.
    pub none: i64,
    /// The mean score, from −1 to +1; `None` if nothing was assessed.
    pub score: Option<f64>,
    /// The same as a percentage, from 0 to 100.
    pub percent: Option<f64>,
}

/// One line of a scorecard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line<K> {
    /// What it is about; `None` where commitments name none.
    pub key: K,
    /// Compliance.
    #[serde(flatten)]
    pub tally: Tally,
}

/// Compliance, overall and by what it can be looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scorecard {
    /// Overall.
    pub overall: Tally,
    /// By party, by COW number.
    pub by_party: Vec<Line<Ccode>>,
    /// By mechanism; commitments without one last.
    pub by_mechanism: Vec<Line<Option<String>>>,
    /// By item, written `dossier/item`; commitments without one last.
    pub by_item: Vec<Line<Option<String>>>,
    /// By the year in which they were made.
    pub by_year: Vec<Line<i16>>,
}

/// Sums of pairs, before any mean.
#[derive(Clone, Copy, Default)]
struct Sums {
    pairs: i64,
    assessed: i64,
    full: i64,
    none: i64,
    /// In [`SCORE_UNIT`]s.
    score: i64,
}

impl Sums {
    fn add(&mut self, more: Sums) {
        self.pairs += more.pairs;
        self.assessed += more.assessed;
        self.full += more.full;
        self.none += more.none;
        self.score += more.score;
    }

    fn tally(self) -> Tally {
        let score =
            (self.assessed > 0).then(|| self.score as f64 / (SCORE_UNIT * self.assessed) as f64);
        Tally {
            commitments: self.pairs,
            assessed: self.assessed,
            full: self.full,
            partial: self.assessed - self.full - self.none,
            none: self.none,
            score,
            percent: score.map(percent),
        }
    }
}

impl View<'_> {
    /// Compliance with the commitments that meet a filter. Split and superseded ones count through
    /// what took their place, withdrawn ones only where they were scored.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn scorecard(&self, filter: &ScorecardFilter) -> Result<Scorecard, LedgerError> {
        let conditions = filter.conditions();
        let sql = format!(
            "SELECT mechanism, item, year, party, count(*), count(score),
                    CAST(coalesce(sum(score), 0) AS BIGINT),
                    count(CASE WHEN score = {SCORE_UNIT} THEN 1 END),
                    count(CASE WHEN score = -{SCORE_UNIT} THEN 1 END)
             FROM compliance {} GROUP BY mechanism, item, year, party",
            conditions.clause()
        );
        let mut tx = self.read().await?;
        let mut overall = Sums::default();
        let mut by_party: BTreeMap<i64, Sums> = BTreeMap::new();
        let mut by_year: BTreeMap<i64, Sums> = BTreeMap::new();
        // Those without a name last.
        let mut by_mechanism: BTreeMap<(bool, Option<String>), Sums> = BTreeMap::new();
        let mut by_item: BTreeMap<(bool, Option<String>), Sums> = BTreeMap::new();
        for row in tx.rows(&sql, &conditions.values).await? {
            let sums = Sums {
                pairs: row.int(4)?,
                assessed: row.int(5)?,
                score: row.int(6)?,
                full: row.int(7)?,
                none: row.int(8)?,
            };
            let (mechanism, item) = (row.maybe_text(0)?, row.maybe_text(1)?);
            overall.add(sums);
            by_party.entry(row.int(3)?).or_default().add(sums);
            by_year.entry(row.int(2)?).or_default().add(sums);
            by_mechanism
                .entry((mechanism.is_none(), mechanism))
                .or_default()
                .add(sums);
            by_item.entry((item.is_none(), item)).or_default().add(sums);
        }
        Ok(Scorecard {
            overall: overall.tally(),
            by_party: lines(by_party, |number| u16::try_from(number).ok().map(Ccode)),
            by_mechanism: lines(by_mechanism, |(_, name)| Some(name)),
            by_item: lines(by_item, |(_, name)| Some(name)),
            by_year: lines(by_year, |year| i16::try_from(year).ok()),
        })
    }
}

impl ScorecardFilter {
    pub(super) fn conditions(&self) -> Conditions {
        let mut conditions = Conditions::default();
        if let Some(party) = self.party {
            conditions.add("party = $", i64::from(party.0).into());
        }
        conditions.given("mechanism = $", self.mechanism.as_ref());
        conditions.given("item = $", self.item.as_ref());
        if let Some(year) = self.from_year {
            conditions.add("year >= $", i64::from(year).into());
        }
        if let Some(year) = self.to_year {
            conditions.add("year <= $", i64::from(year).into());
        }
        conditions
    }
}

fn lines<K, L>(sums: BTreeMap<K, Sums>, key: impl Fn(K) -> Option<L>) -> Vec<Line<L>> {
    let line = |(k, sums): (K, Sums)| {
        let tally = sums.tally();
        key(k).map(|key| Line { key, tally })
    };
    sums.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three of four pairs assessed, as +1, +1 and −1: S = 1/3, 50·(1/3 + 1) = 66.7%.
    #[test]
    fn unassessed_is_not_zero() {
        let sums = Sums {
            pairs: 4,
            assessed: 3,
            full: 2,
            none: 1,
            score: SCORE_UNIT,
        };
        let tally = sums.tally();
        assert_eq!(tally.score, Some(1.0 / 3.0));
        assert!((tally.percent.unwrap() - 200.0 / 3.0).abs() < 1e-12);
        assert_eq!((tally.partial, Sums::default().tally().score), (0, None));
    }
}
