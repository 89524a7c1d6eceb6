//! Where the two lie to each other.

use entente_evidence::{
    AsOf, Contiguity, Distance, EvidenceError, Record, end_of_month, end_of_year,
};

use super::coverage::Coverage;
use crate::parties::Pair;

/// How near the two lie in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlaceTie {
    /// On 31 December: 1 land or river, 2-5 across up to 12, 24, 150 or 400 miles of water; 0 none
    /// of these.
    pub contiguity: Option<u8>,
    /// Minimum distance of the territories on 1 January, kilometres; 0 means touching.
    pub distance_km: Option<f64>,
}

pub(super) struct Places {
    borders: Coverage,
    distances: Coverage,
    contiguity: Vec<Contiguity>,
    distance: Vec<Distance>,
}

impl Places {
    pub(super) fn read(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let mut places = Places {
            borders: Coverage::of("contiguity"),
            distances: Coverage::of("distance"),
            contiguity: Vec::new(),
            distance: Vec::new(),
        };
        let ours = |first, second| pair.holds(first) && pair.holds(second);
        for row in as_of.rows::<Contiguity>()? {
            let until = row.speaks_until(as_of.date());
            let [from, to] = [row.from, until].map(|day| u16::try_from(day.year()).unwrap_or(0));
            // A year that the table does not tell of to its end is not covered.
            let last = if end_of_month(until) < end_of_year(to) {
                to - 1
            } else {
                to
            };
            places.borders.reach(from, last.max(from));
            if ours(row.ccode1, row.ccode2) {
                places.contiguity.push(row.into_owned());
            }
        }
        for row in as_of.rows::<Distance>()? {
            places.distances.reach(row.first_year, row.last_year);
            if ours(row.ccode1, row.ccode2) {
                places.distance.push(row.into_owned());
            }
        }
        Ok(places)
    }

    pub(super) fn coverages(&self) -> [&Coverage; 2] {
        [&self.borders, &self.distances]
    }

    pub(super) fn in_year(&self, pair: &Pair, year: u16, missing: &mut Vec<String>) -> PlaceTie {
        let contiguity = match self.borders.silence_on(pair, year) {
            Some(reason) => {
                missing.push(reason);
                None
            }
            None => Some(self.contiguity_in(year)),
        };
        let distance_km = self
            .distance
            .iter()
            .find(|d| (d.first_year..=d.last_year).contains(&year))
            .map(|d| d.km);
        if distance_km.is_none() {
            let reason = self.distances.silence_on(pair, year);
            missing.push(reason.unwrap_or_else(|| "distance (no row for the pair)".to_owned()));
        }
        PlaceTie {
            contiguity,
            distance_km,
        }
    }

    /// The closest kind on the last day of the year; the table lists every contiguity, so none
    /// listed is none.
    fn contiguity_in(&self, year: u16) -> u8 {
        let day = end_of_year(year);
        self.contiguity
            .iter()
            .filter(|c| c.from <= day && c.until.is_none_or(|until| end_of_month(until) >= day))
            .map(|c| c.conttype)
            .filter(|kind| *kind > 0)
            .min()
            .unwrap_or(0)
    }
}
