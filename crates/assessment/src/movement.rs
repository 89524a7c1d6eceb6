//! How the parties moved: ideal points of them and of their neighbours, and who governed when.

use entente_evidence::{AsOf, Capability, Contiguity, EvidenceError, TableId};
use entente_measures::ideal_points::Estimates;
use entente_states::{Ccode, system};
use serde::Serialize;

use crate::machinery::{Administration, administrations_of};
use crate::note::{Message, Notes};
use crate::parties::Party;

/// Neighbours that are told, the most capable ones.
const NEIGHBOURS: usize = 5;
/// A land or river border, in the coding of direct contiguity.
const BY_LAND: u8 = 1;

/// Ideal points of the parties and their neighbours.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MovementSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The parties in the order given, then their neighbours; states without an ideal point left out.
    pub states: Vec<StatePath>,
    /// Who led the parties, party by party, the earliest first.
    pub administrations: Vec<Administration>,
}

/// Where a state stood, session by session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatePath {
    /// The state.
    #[serde(flatten)]
    pub state: Party,
    /// Whether it is one of the parties.
    pub party: bool,
    /// The sessions in which it voted, the earliest first.
    pub points: Vec<PathPoint>,
}

/// Where a state stood in one session.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PathPoint {
    /// Session.
    pub session: u16,
    /// The year in which it opened.
    pub year: u16,
    /// Posterior mean; over all states and sessions these have mean 0 and variance 1.
    pub ideal_point: f64,
    /// Posterior quantile 0.05.
    pub q05: f64,
    /// Posterior quantile 0.95.
    pub q95: f64,
}

impl MovementSection {
    /// `estimates` are of the whole record as of the date; without them there is nothing to tell.
    pub(crate) fn of(
        parties: &[Party],
        estimates: Option<&Estimates>,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let Some(estimates) = estimates else {
            return Ok(MovementSection {
                notes: Vec::new(),
                states: Vec::new(),
                administrations: Vec::new(),
            });
        };
        let note = notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::Contiguity],
            "votes of all states in all regular sessions known on the date; amendments and paragraphs after 1989, session 19 and states with a vote or two left out",
            "dynamic ordinal ideal points by expectation-maximisation (Bailey, Strezhnev and Voeten 2017), one dimension, 90% posterior intervals; neighbours are states with a common land border, the most capable first",
            "one dimension holds what divides the Assembly as a whole, and it need not be what matters between two states. The scale has mean 0 and variance 1 over all states and sessions; on the side of the United States it is positive.",
        );
        notes.last_is(Message::new("note-movement"));
        let told = |state: &Party, party| {
            let points = estimates
                .points
                .iter()
                .filter(|p| p.at.state == state.ccode);
            StatePath {
                state: state.clone(),
                party,
                points: points
                    .map(|p| PathPoint {
                        session: p.at.session,
                        year: p.at.session + 1945,
                        ideal_point: p.ideal_point,
                        q05: p.q05,
                        q95: p.q95,
                    })
                    .collect(),
            }
        };
        let neighbours = neighbours(parties, as_of)?;
        let states = (parties.iter().map(|p| told(p, true)))
            .chain(neighbours.iter().map(|n| told(n, false)))
            .filter(|path| !path.points.is_empty());
        Ok(MovementSection {
            notes: vec![note],
            states: states.collect(),
            administrations: administrations_of(
                parties.iter().map(|p| (p.ccode, p.iso3.as_str())),
                as_of,
            )?,
        })
    }
}

/// States that touch a party on land, by their capabilities in the last year on record.
fn neighbours(parties: &[Party], as_of: &AsOf<'_>) -> Result<Vec<Party>, EvidenceError> {
    let is_party = |state: Ccode| parties.iter().any(|p| p.ccode == state);
    let borders = as_of
        .select::<Contiguity>(|c| is_party(c.ccode1) && !is_party(c.ccode2))?
        .filter(|c| c.conttype == BY_LAND && c.until.is_none());
    let mut states: Vec<Ccode> = borders.map(|c| c.ccode2).collect();
    states.sort_unstable();
    states.dedup();
    let mut rated = Vec::new();
    for state in states {
        let latest = as_of
            .select::<Capability>(|c| c.ccode == state)?
            .filter(|c| c.cinc.is_some())
            .max_by_key(|c| c.year);
        rated.push((latest.and_then(|c| c.cinc).unwrap_or(0.0), state));
    }
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let date = as_of.date();
    Ok((rated.into_iter().take(NEIGHBOURS))
        .filter_map(|(_, state)| system().get(state))
        .map(|state| Party::on(state, date))
        .collect())
}
