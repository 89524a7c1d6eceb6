//! How far assessors agree.

use std::collections::BTreeMap;

use entente_measures::{Index, JointVotes, PairCounts};
use serde::Serialize;

use crate::LedgerError;
use crate::query::ScorecardFilter;
use crate::view::View;

/// Two assessors, over the pairs of a commitment and a party that both have scored.
///
/// The three scores −1, 0 and +1 are three ordered levels, as no, abstain and yes are in a roll call:
/// the indices are those of [`entente_measures::agreement`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// The first by name.
    pub first: String,
    /// The second.
    pub second: String,
    /// Pairs that both have scored.
    pub both: u32,
    /// The share of these that they scored alike.
    pub alike: Option<f64>,
    /// Kappa: agreement beyond chance (Cohen 1960); `None` if chance alone would have it.
    pub kappa: Option<f64>,
    /// Kappa with differences weighed by distance (Cohen 1968).
    pub kappa_linear: Option<f64>,
}

impl View<'_> {
    /// Agreement of every two assessors that have scored the same, by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn agreement(&self, filter: &ScorecardFilter) -> Result<Vec<Agreement>, LedgerError> {
        let conditions = filter.conditions();
        let sql = format!(
            "SELECT a.assessor, b.assessor, a.value, b.value, count(*)
             FROM standing a
             JOIN standing b ON b.commitment = a.commitment AND b.party = a.party
                  AND b.assessor > a.assessor
             JOIN (SELECT commitment, party FROM compliance {}) c
                  ON c.commitment = a.commitment AND c.party = a.party
             GROUP BY a.assessor, b.assessor, a.value, b.value",
            conditions.clause()
        );
        let mut tx = self.read().await?;
        let mut tables: BTreeMap<(String, String), JointVotes> = BTreeMap::new();
        for row in tx.rows(&sql, &conditions.values).await? {
            let table = tables.entry((row.text(0)?, row.text(1)?)).or_default();
            let (first, second) = (level(row.int(2)?), level(row.int(3)?));
            table.both[first][second] = u32::try_from(row.int(4)?).unwrap_or(u32::MAX);
        }
        Ok(tables
            .into_iter()
            .map(|(names, table)| agreement(names, table))
            .collect())
    }
}

/// The place of a score among the levels: +1, 0, −1, as yes, abstain, no.
fn level(score: i64) -> usize {
    match score {
        1.. => 0,
        0 => 1,
        _ => 2,
    }
}

fn agreement((first, second): (String, String), joint: JointVotes) -> Agreement {
    let counts = PairCounts {
        joint,
        ..PairCounts::default()
    };
    Agreement {
        first,
        second,
        both: joint.voted(),
        alike: Index::Agreement.of(&counts),
        kappa: Index::Kappa.of(&counts),
        kappa_linear: Index::KappaLinear.of(&counts),
    }
}
