//! Voting coincidence of one state with every other: where the parties' closeness stands in the world.

use entente_evidence::{AsOf, Capital, EvidenceError, RollCallView, TableId};
use entente_measures::{Coincidence, Mask, VotePlanes};
use entente_states::{Ccode, system};
use serde::Serialize;

use crate::coincidence::RECENT_SESSIONS;
use crate::note::{Message, Notes, Value};
use crate::parties::Party;

/// Voting coincidence of one state with all others of late.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorldSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The one state.
    pub focus: Party,
    /// Where its capital lies, degrees east and north.
    pub position: Option<(f64, f64)>,
    /// First and last session, roll calls pooled; empty where none is on record.
    pub sessions: Option<(u16, u16)>,
    /// Every state that voted with it in that time, by COW number.
    pub rows: Vec<WorldRow>,
}

/// One other state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorldRow {
    /// COW number.
    pub ccode: Ccode,
    /// Three-letter code.
    pub iso3: String,
    /// Voting coincidence, 0 to 1, with the counts behind it.
    #[serde(flatten)]
    pub coincidence: Coincidence,
    /// Latitude of its capital, degrees north.
    pub latitude: Option<f64>,
    /// Longitude of its capital, degrees east.
    pub longitude: Option<f64>,
}

/// The sessions of late, the first and the last; empty where no roll call is on record.
fn sessions_of_late(roll_calls: &[RollCallView<'_>]) -> Option<(u16, u16)> {
    let last = roll_calls.last().map(|v| v.roll_call.session)?;
    Some(((last + 1).saturating_sub(RECENT_SESSIONS).max(1), last))
}

/// The roll calls of some sessions, both ends included.
pub(crate) fn pooled(roll_calls: &[RollCallView<'_>], (from, to): (u16, u16)) -> Mask {
    let within = |place: &usize| (from..=to).contains(&roll_calls[*place].roll_call.session);
    Mask::of((0..roll_calls.len()).filter(within))
}

impl WorldSection {
    pub(crate) fn of(
        focus: &Party,
        planes: &VotePlanes,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let roll_calls = as_of.roll_calls()?;
        let Some((from, to)) = sessions_of_late(roll_calls) else {
            return Ok(WorldSection {
                notes: Vec::new(),
                focus: focus.clone(),
                position: None,
                sessions: None,
                rows: Vec::new(),
            });
        };
        let note = notes.add(
            &[TableId::Vote, TableId::RollCall],
            format!("recorded roll calls of sessions {from} to {to} known on the date, amendments and paragraphs included, pooled"),
            "voting coincidence (U.S. Department of State, reports on 2017-2020) of one state with every other",
            "a state that was absent from most votes has a share that rests on few.",
        );
        notes.last_is(
            Message::new("note-world")
                .with("from", Value::Word(from.to_string()))
                .with("to", Value::Word(to.to_string())),
        );
        let mask = pooled(roll_calls, (from, to));
        let capitals: Vec<Capital> = as_of
            .rows::<Capital>()?
            .filter(|c| c.until.is_none())
            .map(std::borrow::Cow::into_owned)
            .collect();
        let rows = planes.states().iter().filter(|s| **s != focus.ccode);
        let rows = rows.filter_map(|state| {
            let (a, b) = (planes.place(focus.ccode)?, planes.place(*state)?);
            let tally = planes.tally(a, b, &mask);
            let capital = capitals.iter().rfind(|c| c.ccode == *state);
            (tally.joint() > 0).then(|| WorldRow {
                ccode: *state,
                iso3: system().get(*state).map_or("", |s| s.key3()).to_owned(),
                coincidence: tally.rated(),
                latitude: capital.map(|c| c.latitude),
                longitude: capital.map(|c| c.longitude),
            })
        });
        Ok(WorldSection {
            notes: vec![note],
            focus: focus.clone(),
            position: (capitals.iter().rfind(|c| c.ccode == focus.ccode))
                .map(|c| (c.longitude, c.latitude)),
            sessions: Some((from, to)),
            rows: rows.collect(),
        })
    }
}
