//! From what items have to ranks.

use entente_measures::smaa::{Acceptability, Draws, Weights, WeightsError, smaa2};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::acceptance::Game;
use super::belief::Belief;
use super::bench::Bench;
use super::carrier::Live;
use super::criterion::{Basis, ItemCriterion, Scored};
use super::row::{CriterionValue, ItemRow};
use super::season::Season;
use super::{Shortlist, ShortlistError, carrier, coincidence, season, stake};
use crate::dossier::AgendaItem;

/// Draws from which a criterion's interval is read.
const INTERVAL_DRAWS: usize = 2_000;
/// A value no farther from the middle than this is no reason.
const TOLD: f64 = 0.02;

/// An item with all that is believed of it.
struct Candidate<'b> {
    item: &'b AgendaItem,
    carriers: Vec<Live>,
    /// The first four criteria.
    scored: Vec<Scored>,
    game: Game,
    /// The probability that it leaves room.
    overlap: f64,
}

pub(super) fn rank(
    bench: &Bench<'_, '_>,
    words: &str,
    draws: usize,
    seed: u64,
) -> Result<Shortlist, ShortlistError> {
    let names: Vec<&str> = ItemCriterion::ALL.iter().map(|c| c.as_str()).collect();
    let weights = Weights::in_words(&names, words)?;
    let season = Season::of(bench);
    let candidates = (bench.dossier.items.par_iter())
        .map(|item| Candidate::of(item, &season, bench))
        .collect::<Result<Vec<_>, _>>()?;
    let sampled = Draws::sampled(draws, candidates.len(), names.len(), seed, |rng, draw| {
        for (own, candidate) in draw.chunks_exact_mut(names.len()).zip(&candidates) {
            candidate.draw(rng, own);
        }
    });
    let sampled = sampled.map_err(|e| WeightsError::Words {
        message: format!("the items cannot be ranked: {e}"),
    })?;
    let found = smaa2(&sampled, &weights, seed)?;
    let values: Vec<Vec<CriterionValue>> = candidates.par_iter().map(Candidate::values).collect();
    let middles = middles(&values);
    let rows = found
        .by_expected_rank()
        .into_iter()
        .enumerate()
        .map(|(place, at)| {
            row(
                place + 1,
                &candidates[at],
                &values[at],
                &middles,
                &found,
                at,
                bench,
            )
        });
    Ok(Shortlist {
        as_of: bench.date(),
        until: bench.until,
        parties: bench.parties.to_vec(),
        weights: words.to_owned(),
        draws,
        open: season.open,
        closed: season.closed,
        opportunity: season.why.as_ref().map(|w| w.title.clone()),
        opportunity_message: season.why.as_ref().map(|w| w.message.clone()),
        rows: rows.collect(),
    })
}

impl<'b> Candidate<'b> {
    fn of(
        item: &'b AgendaItem,
        season: &Season,
        bench: &Bench<'_, '_>,
    ) -> Result<Self, ShortlistError> {
        let carriers = carrier::all(item, bench)?;
        let game = Game::of(item, bench);
        Ok(Candidate {
            item,
            scored: vec![
                coincidence::of(item, bench),
                stake::of(item, bench)?,
                carrier::of(&carriers),
                season::of(season, &carriers, bench),
            ],
            carriers,
            overlap: game.probability(),
            game,
        })
    }

    /// One number per criterion.
    fn draw(&self, rng: &mut Xoshiro256PlusPlus, to: &mut [f64]) {
        for (to, scored) in to.iter_mut().zip(&self.scored) {
            *to = scored.belief.draw(rng);
        }
        if let Some(last) = to.last_mut() {
            *last = self.game.draw(rng);
        }
    }

    fn values(&self) -> Vec<CriterionValue> {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(0);
        let n = ItemCriterion::ALL.len();
        let mut drawn = vec![vec![0.0; INTERVAL_DRAWS]; n];
        let mut one = vec![0.0; n];
        for draw in 0..INTERVAL_DRAWS {
            self.draw(&mut rng, &mut one);
            for (column, value) in drawn.iter_mut().zip(&one) {
                column[draw] = *value;
            }
        }
        let game = Scored {
            belief: Belief::Unknown,
            basis: Basis::Declared,
            message: self.game.message(self.overlap),
        };
        (ItemCriterion::ALL
            .into_iter()
            .zip(self.scored.iter().chain([&game])))
        .zip(&mut drawn)
        .map(|((criterion, scored), column)| {
            column.sort_by(f64::total_cmp);
            let at = |p: f64| column[(p * (INTERVAL_DRAWS - 1) as f64) as usize];
            CriterionValue {
                criterion,
                value: column.iter().sum::<f64>() / INTERVAL_DRAWS as f64,
                low: at(0.05),
                high: at(0.95),
                basis: scored.basis,
                message: scored.message.clone(),
            }
        })
        .collect()
    }
}

/// The median over the items, criterion by criterion.
fn middles(values: &[Vec<CriterionValue>]) -> Vec<f64> {
    (0..ItemCriterion::ALL.len())
        .map(|at| {
            let mut all: Vec<f64> = values.iter().map(|own| own[at].value).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        })
        .collect()
}

fn row(
    place: usize,
    candidate: &Candidate<'_>,
    values: &[CriterionValue],
    middles: &[f64],
    found: &Acceptability,
    at: usize,
    bench: &Bench<'_, '_>,
) -> ItemRow {
    let standing = &found.standings[at];
    let item = candidate.item;
    let known = || {
        let leads = values
            .iter()
            .zip(middles)
            .filter(|(v, _)| v.basis != Basis::Nothing);
        leads.map(|(v, middle)| (v.value - middle, v.criterion))
    };
    let best = known().max_by(|a, b| a.0.total_cmp(&b.0));
    let worst = known().min_by(|a, b| a.0.total_cmp(&b.0));
    ItemRow {
        place,
        id: item.id.clone(),
        name: item.name.clone(),
        reach: item.reach,
        expected_rank: standing.expected_rank,
        rank_q05: standing.rank_quantile(0.05),
        rank_q95: standing.rank_quantile(0.95),
        first: standing.within(1),
        top_three: standing.within(3),
        confidence: standing.confidence,
        central_weights: standing.central_weights.clone(),
        ranks: standing.ranks.clone(),
        overlap: candidate.overlap,
        criteria: values.to_vec(),
        strongest: best.filter(|(lead, _)| *lead > TOLD).map(|(_, c)| c),
        weakest: worst.filter(|(lead, _)| *lead < -TOLD).map(|(_, c)| c),
        carrier: candidate
            .carriers
            .first()
            .map(|live| live.suggested.clone()),
        next_step: item.next_step.clone(),
        sources: item.sources.iter().map(|s| bench.dossier.cite(s)).collect(),
    }
}
