//! From what candidates have to partial utilities, and from these to ranks.

use entente_measures::smaa::{Acceptability, Draws, Weights, WeightsError, smaa2};
use entente_states::Ccode;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Partners;
use super::criterion::{Criterion, Measured};
use super::gather::Gathered;
use super::scale::Scale;

/// A partial utility no farther from the middle than this is no reason.
const TOLD: f64 = 0.02;

/// One candidate. Written, it is flat: three columns a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerRow {
    /// Place by expected rank, 1 the best.
    pub place: usize,
    /// COW number.
    pub ccode: Ccode,
    /// Three-letter code.
    pub iso3: String,
    /// Name.
    pub name: String,
    /// Mean rank over the draws.
    pub expected_rank: f64,
    /// The rank that it reaches or betters in 5 per cent of the draws.
    pub rank_low: usize,
    /// The rank that it reaches or betters in 95 per cent.
    pub rank_high: usize,
    /// Probability of the first rank.
    pub first: f64,
    /// Probability of one of the first three.
    pub top_three: f64,
    /// The probability of the first rank with the weights that favour it most; empty if never first.
    pub confidence: Option<f64>,
    /// Its criteria, in the order of [`Partners::criteria`].
    pub values: Vec<Value>,
    /// The criterion in which it stands farthest above the middle of the candidates.
    pub strongest: Option<Criterion>,
    /// The criterion in which it stands farthest below.
    pub weakest: Option<Criterion>,
}

/// What a candidate has by one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The criterion.
    pub criterion: Criterion,
    /// Its median; empty if missing.
    pub value: Option<f64>,
    /// Quantile 0.05, and
    pub low: Option<f64>,
    /// quantile 0.95: both the value itself where it is a figure on record.
    pub high: Option<f64>,
    /// Mean partial utility, 0 the worst and 1 the best of these candidates; ½ if missing.
    pub utility: f64,
    /// The median of the candidates' values.
    pub middle: Option<f64>,
    /// Why it is missing.
    pub missing: Option<String>,
}

impl Serialize for PartnerRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ccode", &self.ccode)?;
        map.serialize_entry("iso3", &self.iso3)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("place", &self.place)?;
        map.serialize_entry("expected_rank", &self.expected_rank)?;
        map.serialize_entry("rank_q05", &self.rank_low)?;
        map.serialize_entry("rank_q95", &self.rank_high)?;
        map.serialize_entry("first", &self.first)?;
        map.serialize_entry("top_three", &self.top_three)?;
        map.serialize_entry("confidence", &self.confidence)?;
        map.serialize_entry("strongest", &self.strongest)?;
        map.serialize_entry("weakest", &self.weakest)?;
        for value in &self.values {
            let name = value.criterion.as_str();
            map.serialize_entry(name, &value.value)?;
            map.serialize_entry(&format!("{name}_q05"), &value.low)?;
            map.serialize_entry(&format!("{name}_q95"), &value.high)?;
            map.serialize_entry(&format!("{name}_utility"), &value.utility)?;
        }
        let missing = self.values.iter().filter_map(|v| {
            let why = v.missing.as_ref()?;
            Some(format!("{} ({why})", v.criterion.as_str()))
        });
        map.serialize_entry("missing", &missing.collect::<Vec<_>>())?;
        map.end()
    }
}

pub(super) fn rank(
    gathered: Gathered,
    weights: &str,
    draws: usize,
    seed: u64,
) -> Result<Partners, WeightsError> {
    let scales: Vec<Option<Scale>> = (0..Criterion::ALL.len())
        .map(|at| Scale::of(Criterion::ALL[at], gathered.measured.iter().map(|m| &m[at])))
        .collect();
    let kept = |keep: bool| -> Vec<Criterion> {
        let places = (0..scales.len()).filter(|at| scales[*at].is_some() == keep);
        places.map(|at| Criterion::ALL[at]).collect()
    };
    let (criteria, left_out) = (kept(true), kept(false));
    let names: Vec<&str> = criteria.iter().map(|c| c.as_str()).collect();
    let weights = Weights::in_words(&names, weights)?;
    let cells: Vec<(&Measured, &Scale)> = gathered
        .measured
        .iter()
        .flat_map(|own| {
            own.iter()
                .zip(&scales)
                .filter_map(|(m, s)| Some((m, s.as_ref()?)))
        })
        .collect();
    let sampled = Draws::sampled(
        draws,
        gathered.candidates.len(),
        criteria.len(),
        seed,
        |rng, draw| {
            for (utility, (measured, scale)) in draw.iter_mut().zip(&cells) {
                *utility = scale.utility(measured.draw(rng), rng);
            }
        },
    )
    .map_err(|e| WeightsError::Words {
        message: format!("nothing tells the candidates apart: {e}"),
    })?;
    let found = smaa2(&sampled, &weights, seed)?;
    let mut rows = Vec::new();
    for (place, at) in found.by_expected_rank().into_iter().enumerate() {
        rows.push(row(
            place + 1,
            at,
            &gathered,
            &cells,
            &found,
            criteria.len(),
        ));
    }
    Ok(Partners {
        state: gathered.state,
        criteria,
        left_out,
        draws,
        rows,
    })
}

fn row(
    place: usize,
    at: usize,
    gathered: &Gathered,
    cells: &[(&Measured, &Scale)],
    found: &Acceptability,
    criteria: usize,
) -> PartnerRow {
    let standing = &found.standings[at];
    let values: Vec<Value> = cells[at * criteria..][..criteria]
        .iter()
        .map(|(measured, scale)| scale.value(measured))
        .collect();
    let scored = || {
        let own = cells[at * criteria..][..criteria].iter();
        let known = values.iter().zip(own).filter(|(v, _)| v.missing.is_none());
        known.map(|(v, (_, scale))| (v.utility - scale.middle_utility, v.criterion))
    };
    let best = scored().max_by(|a, b| a.0.total_cmp(&b.0));
    let worst = scored().min_by(|a, b| a.0.total_cmp(&b.0));
    let party = &gathered.candidates[at];
    PartnerRow {
        place,
        ccode: party.ccode,
        iso3: party.iso3.clone(),
        name: party.name.clone(),
        expected_rank: standing.expected_rank,
        rank_low: standing.rank_quantile(0.05),
        rank_high: standing.rank_quantile(0.95),
        first: standing.within(1),
        top_three: standing.within(3),
        confidence: standing.confidence,
        strongest: best.filter(|(lead, _)| *lead > TOLD).map(|(_, c)| c),
        weakest: worst.filter(|(lead, _)| *lead < -TOLD).map(|(_, c)| c),
        values,
    }
}
