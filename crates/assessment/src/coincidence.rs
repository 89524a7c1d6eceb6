//! How the parties voted in the General Assembly.

use std::ops::RangeInclusive;

use entente_evidence::{AsOf, EvidenceError, RollCallView, TableId};
use entente_measures::{
    Admits, Coincidence, IssueFilter, Mask, Period, Selection, Tally, VotePlanes,
};
use serde::Serialize;

use crate::ballots::tally;
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

/// The roll calls on record, by session and issue.
pub(crate) struct SessionCells {
    cells: Vec<Selection>,
}

/// The sessions of each figure of an issue, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spans {
    /// The latest session.
    pub(crate) latest: RangeInclusive<u16>,
    /// The five up to it.
    pub(crate) recent: RangeInclusive<u16>,
    /// The ten before those.
    pub(crate) before: RangeInclusive<u16>,
}

/// The roll calls of an issue that were on a text as a whole. The record has votes on paragraphs and amendments
/// in some sessions and lacks them in others; counted, they would show changes that are the record's.
struct WholeTexts(IssueFilter);

impl Admits for WholeTexts {
    fn admits(&self, view: &RollCallView<'_>) -> bool {
        !view.roll_call.is_on_a_part() && self.0.admits(view)
    }
}

impl SessionCells {
    pub(crate) fn of(roll_calls: &[RollCallView<'_>]) -> Self {
        let issues: Vec<WholeTexts> = IssueFilter::every().map(WholeTexts).collect();
        SessionCells {
            cells: Selection::cells(roll_calls, Period::session_of, |_| true, &issues),
        }
    }

    /// The sessions with a roll call on an issue, given by its place among all, with these roll calls.
    pub(crate) fn sessions(&self, issue: usize) -> impl Iterator<Item = (u16, &Mask)> {
        let own = self.cells.iter().filter(move |cell| cell.set == issue);
        own.filter_map(|cell| match cell.period {
            Period::Session(session) => Some((session, &cell.mask)),
            Period::Year(_) => None,
        })
    }
}

impl Spans {
    /// Those of an issue, by its latest session.
    pub(crate) fn up_to(last: u16) -> Self {
        let recent_from = (last + 1).saturating_sub(RECENT_SESSIONS);
        Spans {
            latest: last..=last,
            recent: recent_from..=last,
            before: recent_from.saturating_sub(10)..=recent_from.saturating_sub(1),
        }
    }
}

impl CoincidenceSection {
    pub(crate) fn of(
        pairs: &[Pair],
        planes: &VotePlanes,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let cells = SessionCells::of(as_of.roll_calls()?);
        let rated = notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
            "recorded General Assembly roll calls on texts as a whole known on the date, by regular session; votes on paragraphs and amendments, which the record has in some sessions only, are left out",
            "voting coincidence (U.S. Department of State, reports on 2017-2020): (same + ½ partial) / both voted; partial where exactly one abstained; both abstaining is the same",
            "a count, not a sample: the number of roll calls stands beside each share. Most of the Assembly's business passes without a vote, so contested matters weigh more than they do in its work. A roll call can carry several issue codes or none; items on Israel and Palestine are 15-25% of contested votes by the Department of State's own account. The codes of roll calls after 4 June 2024, of economic development from 2019 and of colonialism from session 73 are by rule, not the publisher's.",
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
                issues: IssueFilter::every()
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
    cells: &SessionCells,
    pair: &Pair,
    (set, issue): (usize, IssueFilter),
) -> IssueCoincidence {
    let series: Vec<CoincidencePoint> = cells
        .sessions(set)
        .map(|(session, mask)| CoincidencePoint {
            session,
            year: session + 1945,
            coincidence: tally(planes, pair, mask).rated(),
        })
        .collect();
    let session = series
        .iter()
        .rev()
        .find(|p| p.coincidence.tally.joint() > 0)
        .map(|p| p.session);
    let spans = Spans::up_to(session.unwrap_or(0));
    let pooled = |sessions: &RangeInclusive<u16>| {
        series
            .iter()
            .filter(|p| sessions.contains(&p.session))
            .map(|p| p.coincidence.tally)
            .sum::<Tally>()
            .rated()
    };
    IssueCoincidence {
        issue,
        session,
        latest: pooled(&spans.latest),
        recent: pooled(&spans.recent),
        before: pooled(&spans.before),
        series,
    }
}
