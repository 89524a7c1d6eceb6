//! What each party has, and how unequal they are.

use entente_evidence::{AsOf, Capability, EvidenceError, TableId};
use entente_measures::interdependence as measures;
use entente_states::Ccode;
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::{Pair, Party};

/// Capabilities of the parties, and the asymmetry of every pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PowerSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Party by party, in the order given.
    pub states: Vec<StatePower>,
    /// Pair by pair.
    pub pairs: Vec<PairPower>,
}

/// Capabilities of one party in the last year on record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatePower {
    /// COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// The last year on record; empty if there is none.
    pub year: Option<u16>,
    /// CINC, share of the world, 0 to 1.
    pub cinc: Option<f64>,
    /// Military expenditure, thousand current US dollars.
    pub military_expenditure: Option<f64>,
    /// Military personnel, thousand.
    pub military_personnel: Option<f64>,
    /// Total population, thousand.
    pub population: Option<f64>,
    /// CINC ten years before that.
    pub cinc_ten_years_before: Option<f64>,
}

/// Asymmetry of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairPower {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// The last year in which both are on record.
    pub year: Option<u16>,
    /// The one with the greater CINC.
    pub stronger: Option<Ccode>,
    /// Greater CINC over lesser, 1 and above; empty where one is missing or zero.
    pub ratio: Option<f64>,
    /// The same ratio ten years earlier, of the state now stronger over the other.
    pub ratio_ten_years_before: Option<f64>,
}

impl PowerSection {
    pub(crate) fn of(
        parties: &[Party],
        pairs: &[Pair],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let rows = capabilities(parties, as_of)?;
        let year = rows.iter().map(|c| c.year).max();
        let note = notes.add(
            &[TableId::Capability],
            match year {
                Some(year) => format!("the last year on record by the date ({year})"),
                None => "no year on record by the date".to_owned(),
            },
            "CINC: the mean of a state's shares of the world's military expenditure and personnel, iron and steel, energy, total and urban population (Singer, Bremer and Stuckey 1972); the ratio is the greater over the lesser",
            "CINC measures bulk, not leverage on an issue; it sums to 1.00-1.08 over the states of a year. A year is read as known from its 31 December; this edition was published later.",
        );
        notes.last_is(Message::new("note-power").with_year("year", year));
        let states = parties.iter().map(|p| StatePower::of(p, &rows)).collect();
        let pairs = pairs.iter().map(|p| PairPower::of(p, &rows)).collect();
        Ok(PowerSection {
            notes: vec![note],
            states,
            pairs,
        })
    }
}

/// The parties' capabilities in all years.
pub(crate) fn capabilities(
    parties: &[Party],
    as_of: &AsOf<'_>,
) -> Result<Vec<Capability>, EvidenceError> {
    let rows = as_of.rows::<Capability>()?;
    let own = rows.filter(|c| parties.iter().any(|p| p.ccode == c.ccode));
    Ok(own.map(std::borrow::Cow::into_owned).collect())
}

fn cinc(rows: &[Capability], state: Ccode, year: u16) -> Option<f64> {
    rows.iter()
        .find(|c| c.ccode == state && c.year == year)
        .and_then(|c| c.cinc)
}

impl StatePower {
    fn of(party: &Party, rows: &[Capability]) -> Self {
        let last = rows
            .iter()
            .filter(|c| c.ccode == party.ccode && c.cinc.is_some())
            .max_by_key(|c| c.year);
        StatePower {
            ccode: party.ccode,
            iso3: party.iso3.clone(),
            year: last.map(|c| c.year),
            cinc: last.and_then(|c| c.cinc),
            military_expenditure: last.and_then(|c| c.milex),
            military_personnel: last.and_then(|c| c.milper),
            population: last.and_then(|c| c.tpop),
            cinc_ten_years_before: last
                .and_then(|c| cinc(rows, party.ccode, c.year.saturating_sub(10))),
        }
    }
}

impl PairPower {
    fn of(pair: &Pair, rows: &[Capability]) -> Self {
        let both = |year| {
            Some((
                cinc(rows, pair.ccode1, year)?,
                cinc(rows, pair.ccode2, year)?,
            ))
        };
        let year = rows
            .iter()
            .map(|c| c.year)
            .filter(|y| both(*y).is_some())
            .max();
        let now = year.and_then(both);
        let stronger = now.map(|(a, b)| if a >= b { pair.ccode1 } else { pair.ccode2 });
        let ratio = |(a, b): (f64, f64)| {
            let (over, under) = if stronger == Some(pair.ccode1) {
                (a, b)
            } else {
                (b, a)
            };
            measures::ratio(over, under)
        };
        PairPower {
            pair: pair.clone(),
            year,
            stronger,
            ratio: now.and_then(ratio),
            ratio_ten_years_before: year
                .and_then(|y| both(y.saturating_sub(10)))
                .and_then(ratio),
        }
    }
}
