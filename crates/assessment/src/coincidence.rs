//! How the parties voted in the General Assembly.

use entente_evidence::{AsOf, EvidenceError, TableId};
use entente_measures::{Coincidence, IssueFilter, Mask, Period, Selection, Tally, VotePlanes};
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::Pair;

/// Sessions that "recent" means, the latest included.
pub(crate) const RECENT_SESSIONS: u16 = 5;

/// Voting coincidence of every pair of parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoincidenceSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Pair by pair.
    pub pairs: Vec<PairCoincidence>,
}

/// Voting coincidence of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairCoincidence {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// All roll calls, then each coded issue.
    pub issues: Vec<IssueCoincidence>,
}

/// Voting coincidence of one pair on one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IssueCoincidence {
    /// `all`, or a coded issue.
    pub issue: IssueFilter,
    /// The latest session on record with a roll call on it; empty if there is none.
    pub session: Option<u16>,
    /// That session.
    pub latest: Coincidence,
    /// The five sessions up to that one, roll calls pooled.
    pub recent: Coincidence,
    /// The ten sessions before those five, roll calls pooled.
    pub before: Coincidence,
    /// Every session with a roll call on it.
    pub series: Vec<CoincidencePoint>,
}

/// One session of a series.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CoincidencePoint {
    /// The session.
    pub session: u16,
    /// The year in which it opened: session + 1945.
    pub year: u16,
    /// The coincidence.
    #[serde(flatten)]
    pub coincidence: Coincidence,
}

/// A state without any vote on record was absent throughout.
fn tally(planes: &VotePlanes, pair: &Pair, mask: &Mask) -> Tally {
    match (planes.place(pair.ccode1), planes.place(pair.ccode2)) {
        (Some(a), Some(b)) => planes.tally(a, b, mask),
        _ => Tally {
            absent: mask.len(),
            ..Tally::default()
        },
    }
}

impl CoincidenceSection {
    pub(crate) fn of(
        pairs: &[Pair],
        planes: &VotePlanes,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let issues: Vec<IssueFilter> = IssueFilter::every().collect();
        let cells = Selection::cells(as_of.roll_calls()?, Period::session_of, |_| true, &issues);
        let rated = notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
            "recorded General Assembly roll calls known on the date, amendments and paragraphs included, by regular session",
            "voting coincidence (U.S. Department of State, reports on 2017-2020): (same + ½ partial) / both voted; partial where exactly one abstained; both abstaining is the same",
            "a count, not a sample: the number of roll calls stands beside each share. Most of the Assembly's business passes without a vote, so contested matters weigh more than they do in its work. A roll call can carry several issue codes or none; items on Israel and Palestine are 15-25% of contested votes by the Department of State's own account.",
        );
        notes.last_is(Message::new("note-coincidence"));
        let days = notes.add(
            &[TableId::RollCall],
            "roll calls of sessions 1-51, and many of 52-57",
            "read as known from the last day of their month",
            "the publisher's day means nothing there; year and month do.",
        );
        notes.last_is(Message::new("note-days"));
        let pairs = pairs
            .iter()
            .map(|pair| PairCoincidence {
                pair: pair.clone(),
                issues: issues
                    .iter()
                    .copied()
                    .enumerate()
                    .map(|issue| issue_coincidence(planes, &cells, pair, issue))
                    .collect(),
            })
            .collect();
        Ok(CoincidenceSection {
            notes: vec![rated, days],
            pairs,
        })
    }
}

fn issue_coincidence(
    planes: &VotePlanes,
    cells: &[Selection],
    pair: &Pair,
    (set, issue): (usize, IssueFilter),
) -> IssueCoincidence {
    let series: Vec<CoincidencePoint> = cells
        .iter()
        .filter(|cell| cell.set == set)
        .filter_map(|cell| match cell.period {
            Period::Session(session) => Some(CoincidencePoint {
                session,
                year: session + 1945,
                coincidence: tally(planes, pair, &cell.mask).rated(),
            }),
            Period::Year(_) => None,
        })
        .collect();
    let session = series
        .iter()
        .rev()
        .find(|p| p.coincidence.tally.joint() > 0)
        .map(|p| p.session);
    let last = session.unwrap_or(0);
    let pooled = |from: u16, to: u16| {
        series
            .iter()
            .filter(|p| (from..=to).contains(&p.session))
            .map(|p| p.coincidence.tally)
            .sum::<Tally>()
            .rated()
    };
    let recent_from = (last + 1).saturating_sub(RECENT_SESSIONS);
    IssueCoincidence {
        issue,
        session,
        latest: pooled(last, last),
        recent: pooled(recent_from, last),
        before: pooled(
            recent_from.saturating_sub(10),
            recent_from.saturating_sub(1),
        ),
        series,
    }
}
