//! What the next session is likely to bring: the forecast of each pair, and the questions on which it
//! parts or votes alike.

use entente_evidence::{EvidenceError, TableId};
use entente_measures::forecast::opens;
use entente_measures::ideal_points::Estimates;
use jiff::civil::Date;
use serde::Serialize;

use crate::forecast::{Drivers, ForecastRow, Forecasts, GroupForecast, drivers};
use crate::note::{Message, Notes, Value};
use crate::parties::Pair;

/// The outlook for the session that the date looks forward to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlookSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The session; empty where no roll call is on record by the date, or the record ends too long before.
    pub session: Option<u16>,
    /// The day on which it opens or opened, as known today or by the rule.
    pub opens: Option<Date>,
    /// Pair by pair, in the order of the parties.
    pub pairs: Vec<PairOutlook>,
    /// The mean over all pairs, set by set; empty for two parties.
    pub group: Vec<GroupForecast>,
}

/// The outlook of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairOutlook {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// The forecast: all roll calls, then issue by issue.
    pub forecasts: Vec<ForecastRow>,
    /// The last session on record in which both voted, and their coincidence then, set by set.
    pub last: Vec<Option<LastOnRecord>>,
    /// The questions behind it that are more likely than not to come back.
    pub questions: Drivers,
}

/// What a forecast stands against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LastOnRecord {
    /// The session.
    pub session: u16,
    /// Voting coincidence, 0 to 1, by the formula of 2017.
    pub coincidence: f64,
}

impl OutlookSection {
    /// # Errors
    /// If roll calls cannot be read.
    pub(crate) fn of(
        pairs: &[Pair],
        forecasts: Option<&Forecasts<'_>>,
        estimates: Option<&Estimates>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let Some(forecasts) = forecasts else {
            return Ok(OutlookSection {
                notes: Vec::new(),
                session: None,
                opens: None,
                pairs: Vec::new(),
                group: Vec::new(),
            });
        };
        let session = forecasts.session();
        let note = notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
            format!("roll calls of the sessions before session {session} that were known on the date and before the session opened"),
            "series of roll calls on one question, how often such come back, every state's last vote on each; intervals from how far such forecasts missed the ten sessions before",
            "a forecast of recorded votes: what is adopted without a vote is not in it.",
        );
        notes.last_is(
            Message::new("note-outlook").with("session", Value::Word(session.to_string())),
        );
        let pairs_told = pairs
            .iter()
            .map(|pair| PairOutlook::of(pair, forecasts, estimates))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(OutlookSection {
            notes: vec![note],
            session: Some(session),
            opens: Some(opens(session)),
            group: match pairs.len() {
                1 => Vec::new(),
                _ => forecasts.of_group(pairs),
            },
            pairs: pairs_told,
        })
    }
}

impl PairOutlook {
    fn of(
        pair: &Pair,
        forecasts: &Forecasts<'_>,
        estimates: Option<&Estimates>,
    ) -> Result<Self, EvidenceError> {
        let last = (0..forecasts.sets().len()).map(|set| {
            let (session, coincidence) = forecasts.last(set, pair)?;
            Some(LastOnRecord {
                session,
                coincidence,
            })
        });
        Ok(PairOutlook {
            pair: pair.clone(),
            forecasts: forecasts.of_pair(pair),
            last: last.collect(),
            questions: drivers(pair, forecasts, estimates)?,
        })
    }
}
