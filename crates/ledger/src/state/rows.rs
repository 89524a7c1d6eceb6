//! What the history says of one entry, as rows of the state's tables.

use std::collections::BTreeMap;

use entente_states::Ccode;

use crate::history::Stored;
use crate::store::{Value, maybe_text};
use crate::{Commitment, CommitmentStatus, Compliance, Entity, Score, Stage};

/// A score of 1 in the table `compliance`: the least common multiple of 1 to 16, so that means of up to
/// sixteen assessors, and sums of these, are exact.
pub(crate) const SCORE_UNIT: i64 = 720_720;

/// A commitment with all that counts for it.
pub(crate) struct Subject<'s> {
    pub(crate) commitment: &'s Commitment,
    /// Its own mechanism, or that of its consultation.
    pub(crate) mechanism: Option<&'s str>,
    /// Its scores, each with the number of its revision.
    pub(crate) scores: Vec<(i64, &'s Score)>,
}

/// Rows for [`OWED`](super::OWED), [`STANDING`](super::STANDING) and
/// [`COMPLIANCE`](super::COMPLIANCE).
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) owed: Vec<Vec<Value>>,
    pub(crate) standing: Vec<Vec<Value>>,
    pub(crate) compliance: Vec<Vec<Value>>,
}

/// The row of [`LATEST`](super::LATEST) for a revision.
///
/// Of a delegation's own it says no more than the row itself.
pub(crate) fn latest_row(stored: &Stored, entity: Option<&Entity>) -> Vec<Value> {
    let shown = entity.filter(|_| stored.link.part.is_joint());
    vec![
        stored.link.part.number().into(),
        stored.link.kind.as_str().into(),
        stored.link.id.as_str().into(),
        stored.link.seq.into(),
        stored.link.version.into(),
        maybe_text(shown.and_then(Entity::parent)),
        maybe_text(shown.and_then(Entity::day)),
    ]
}

impl Subject<'_> {
    pub(crate) fn rows(&self) -> Rows {
        let mut rows = Rows::default();
        self.add_to(&mut rows);
        rows
    }

    pub(crate) fn add_to(&self, rows: &mut Rows) {
        let it = self.commitment;
        let parties: Vec<String> = it.by.iter().map(Ccode::to_string).collect();
        rows.owed.push(vec![
            it.id.as_str().into(),
            it.text.as_str().into(),
            parties.join(",").into(),
            it.made.to_string().into(),
            maybe_text(it.due),
            it.status.as_str().into(),
            it.consultation.clone().into(),
            maybe_text(self.mechanism),
            maybe_text(it.item.as_ref()),
            (it.extensions.len() as i64).into(),
        ]);
        let standing = self.standing();
        for ((party, assessor), (_, score)) in &standing {
            rows.standing.push(vec![
                it.id.as_str().into(),
                i64::from(party.0).into(),
                (*assessor).into(),
                score.id.as_str().into(),
                stage(score.stage).into(),
                i64::from(i8::from(score.score)).into(),
            ]);
        }
        for party in &it.by {
            let of_party = standing.iter().filter(|((p, _), _)| p == party);
            let together = combined(of_party.map(|(_, (_, score))| score.score));
            if !self.counts(together) {
                continue;
            }
            rows.compliance.push(vec![
                it.id.as_str().into(),
                i64::from(party.0).into(),
                maybe_text(self.mechanism),
                maybe_text(it.item.as_ref()),
                i64::from(it.made.year()).into(),
                together.into(),
            ]);
        }
    }

    /// Of each party and assessor the score that stands: a final one before an interim one, then the
    /// one of the later day, then the one recorded later.
    fn standing(&self) -> BTreeMap<(Ccode, &str), (i64, &Score)> {
        let mut standing: BTreeMap<(Ccode, &str), (i64, &Score)> = BTreeMap::new();
        for (seq, score) in &self.scores {
            if score.withdrawn.is_some() {
                continue;
            }
            let rank = |(seq, score): &(i64, &Score)| (score.stage, score.date, *seq);
            let this = (*seq, *score);
            let place = standing
                .entry((score.party, &score.assessor))
                .or_insert(this);
            if rank(place) < rank(&this) {
                *place = this;
            }
        }
        standing
    }

    /// What was split or superseded counts through what took its place; what was withdrawn counts
    /// only where it was scored.
    fn counts(&self, score: Option<i64>) -> bool {
        match self.commitment.status {
            CommitmentStatus::Open | CommitmentStatus::Done => true,
            CommitmentStatus::Withdrawn => score.is_some(),
            CommitmentStatus::Superseded | CommitmentStatus::Split => false,
        }
    }
}

/// The mean of the assessors' scores in units, each assessor counting alike.
fn combined(scores: impl Iterator<Item = Compliance>) -> Option<i64> {
    let (mut sum, mut number) = (0, 0);
    for score in scores {
        sum += SCORE_UNIT * i64::from(i8::from(score));
        number += 1;
    }
    (number > 0).then(|| (sum as f64 / number as f64).round() as i64)
}

pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Interim => "interim",
        Stage::Final => "final",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assessors_count_alike_and_no_score_is_no_zero() {
        use Compliance::{Full, None as Nothing, Partial};
        let of = |scores: &[Compliance]| combined(scores.iter().copied());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[Partial]), Some(0));
        assert_eq!(of(&[Full, Full, Nothing]), Some(SCORE_UNIT / 3));
        assert_eq!(of(&[Nothing; 16]), Some(-SCORE_UNIT));
    }
}
