//! Roll calls and the votes on them.

use entente_evidence::{EvidenceError, RollCall, RollCallView};
use entente_measures::{Coincidence, Mask, VotePlanes};

use super::table::of;
use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::ballots;
use crate::coincidence::{IssueCoincidence, PairCoincidence, SessionCells, Spans};
use crate::note::{Message, Value};
use crate::world;

/// Voting coincidence (U.S. Department of State, reports on 2017-2020).
pub(super) const COINCIDENCE: Formula = Formula {
    id: "formula-coincidence",
    text: "(s + ½·p) / n",
};

/// The formula with a tally put in; nothing where the two never both voted.
pub(super) fn rated(what: Message, rated: &Coincidence) -> Option<Worked> {
    let tally = rated.tally;
    Some(Worked {
        what,
        formula: COINCIDENCE,
        terms: vec![
            ("s", tally.same.into()),
            ("p", tally.partial.into()),
            ("n", tally.joint().into()),
        ],
        result: rated.coincidence?,
    })
}

/// How a roll call is named in a row; its title stands at the end of the row.
pub(super) const NAMED: [&str; 4] = ["rcid", "session", "date", "symbol"];

/// A roll call by [`NAMED`].
pub(super) fn named(call: &RollCall) -> Vec<Cell> {
    let date = match call.day_known {
        true => Cell::Day(call.date),
        false => Cell::text(call.date.strftime("%Y-%m").to_string()),
    };
    vec![
        Cell::Whole(call.rcid.into()),
        Cell::Whole(call.session.into()),
        date,
        Cell::text_or_missing(call.symbol.as_ref()),
    ]
}

/// A roll call's title, or its description where there is none.
pub(super) fn title(call: &RollCall) -> Cell {
    Cell::text_or_missing(call.title.as_ref().or(call.description.as_ref()))
}

/// A set of roll calls in the words of a message.
pub(super) fn issue(name: &str) -> Value {
    let id = match name {
        "me" => "issue-me-prose",
        "nu" => "issue-nu-prose",
        "di" => "issue-di-prose",
        "hr" => "issue-hr-prose",
        "co" => "issue-co-prose",
        "ec" => "issue-ec-prose",
        _ => "issue-all-prose",
    };
    Value::Messages(vec![Message::new(id)])
}

/// Voting coincidence of every pair by issue.
pub(super) fn coincidence(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let calls = asked.as_of.roll_calls()?;
    let planes = VotePlanes::new(asked.as_of.votes()?, calls);
    let cells = SessionCells::of(calls);
    let pairs = &asked.assessment.coincidence.pairs;
    let mut parts = Parts::default();
    for pair in pairs {
        for issue in &pair.issues {
            parts.formulas.extend(periods(pair, issue));
        }
        parts.tables.push(roll_calls(pair, &cells, calls, &planes));
    }
    parts.tables.extend(pairs.iter().map(sessions));
    Ok(parts)
}

/// The three figures of an issue.
fn periods(pair: &PairCoincidence, issue: &IssueCoincidence) -> Vec<Worked> {
    let Some(last) = issue.session else {
        return Vec::new();
    };
    let spans = Spans::up_to(last);
    let figures = [
        (&spans.latest, &issue.latest),
        (&spans.recent, &issue.recent),
        (&spans.before, &issue.before),
    ];
    let worked = figures.into_iter().filter_map(|(sessions, figure)| {
        let what = Message::new("worked-issue")
            .with("pair", of(&pair.pair))
            .with("issue", self::issue(issue.issue.as_str()))
            .with_word(
                "one",
                if sessions.start() == sessions.end() {
                    "yes"
                } else {
                    "no"
                },
            )
            .with_word("from", sessions.start())
            .with_word("to", sessions.end());
        rated(what, figure)
    });
    worked.collect()
}

/// Every roll call of the sessions that a figure takes, with the issues for whose figures it counts.
fn roll_calls(
    pair: &PairCoincidence,
    cells: &SessionCells,
    calls: &[RollCallView<'_>],
    planes: &VotePlanes,
) -> WorkedTable {
    let mut taken: Vec<Vec<&str>> = vec![Vec::new(); calls.len()];
    for (set, issue) in pair.issues.iter().enumerate() {
        let Some(last) = issue.session else { continue };
        let spans = Spans::up_to(last);
        let sessions = *spans.before.start()..=last;
        let used = cells.sessions(set).filter(|(s, _)| sessions.contains(s));
        for (_, mask) in used {
            for (place, issues) in taken.iter_mut().enumerate() {
                if mask.holds(place) {
                    issues.push(issue.issue.as_str());
                }
            }
        }
    }
    let rows = taken
        .iter()
        .enumerate()
        .filter(|(_, issues)| !issues.is_empty());
    let columns = [
        &NAMED[..],
        &["vote_1", "vote_2", "class", "issues", "title"],
    ]
    .concat();
    let rows = rows.map(|(place, issues)| {
        let mut row = named(calls[place].roll_call);
        row.extend(votes(pair, planes, place));
        row.push(Cell::text(issues.join(" ")));
        row.push(title(calls[place].roll_call));
        row
    });
    WorkedTable::new("roll-calls", Message::new("rows-roll-calls"), &columns)
        .of_pair(&pair.pair)
        .rows(rows)
}

fn votes(pair: &PairCoincidence, planes: &VotePlanes, place: usize) -> [Cell; 3] {
    [
        Cell::Term(ballots::cast(planes, pair.pair.ccode1, place)),
        Cell::Term(ballots::cast(planes, pair.pair.ccode2, place)),
        Cell::Term(ballots::class(planes, &pair.pair, place)),
    ]
}

/// The series that are drawn: every session of every issue.
fn sessions(pair: &PairCoincidence) -> WorkedTable {
    let columns = [
        "issue",
        "session",
        "year",
        "same",
        "partial",
        "opposite",
        "absent",
        "coincidence",
    ];
    let rows = pair.issues.iter().flat_map(|issue| {
        issue.series.iter().map(|point| {
            let mut row = vec![
                Cell::text(issue.issue.as_str()),
                Cell::Whole(point.session.into()),
                Cell::Whole(point.year.into()),
            ];
            row.extend(tallied(&point.coincidence));
            row
        })
    });
    let title = Message::new("rows-sessions");
    WorkedTable::new("sessions", title, &columns)
        .of_pair(&pair.pair)
        .rows(rows)
}

/// Same, partial, opposite, absent, coincidence.
fn tallied(rated: &Coincidence) -> [Cell; 5] {
    let tally = rated.tally;
    [
        Cell::Whole(tally.same.into()),
        Cell::Whole(tally.partial.into()),
        Cell::Whole(tally.opposite.into()),
        Cell::Whole(tally.absent.into()),
        Cell::maybe(rated.coincidence, |c| Cell::Number(c, 3)),
    ]
}

/// Roll calls with and without a day of their own, session by session.
pub(super) fn days(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let calls = asked.as_of.roll_calls()?;
    let by_session = calls.chunk_by(|a, b| a.roll_call.session == b.roll_call.session);
    let rows = by_session.map(|session| {
        let without = session.iter().filter(|v| !v.roll_call.day_known).count();
        let known = session
            .iter()
            .map(|v| entente_evidence::Record::known_from(v.roll_call));
        vec![
            Cell::Whole(session[0].roll_call.session.into()),
            Cell::count(i64::try_from(session.len()).ok()),
            Cell::count(i64::try_from(without).ok()),
            Cell::day(known.max()),
        ]
    });
    let columns = ["session", "roll_calls", "without_day", "known_from"];
    let title = Message::new("rows-days");
    Ok(Parts {
        formulas: Vec::new(),
        tables: vec![WorkedTable::new("days", title, &columns).rows(rows)],
    })
}

/// Voting coincidence of one state with every other.
pub(super) fn world(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let section = &asked.assessment.world;
    let Some(sessions) = section.sessions else {
        return Ok(Parts::default());
    };
    let calls = asked.as_of.roll_calls()?;
    let planes = VotePlanes::new(asked.as_of.votes()?, calls);
    let mask: Mask = world::pooled(calls, sessions);
    let focus = section.focus.ccode;
    let worked = section.rows.iter().filter_map(|row| {
        let what = Message::new("worked-state").with("state", Value::State(row.ccode));
        rated(what, &row.coincidence)
    });
    let about = |id| Message::new(id).with("state", Value::State(focus));
    let columns = [
        "iso3",
        "ccode",
        "same",
        "partial",
        "opposite",
        "absent",
        "coincidence",
    ];
    let states = section.rows.iter().map(|row| {
        let mut cells = vec![Cell::text(&row.iso3), Cell::Whole(row.ccode.0.into())];
        cells.extend(tallied(&row.coincidence));
        cells
    });
    let own = (0..calls.len()).filter(|place| mask.holds(*place));
    let own = own.map(|place| {
        let mut row = named(calls[place].roll_call);
        row.push(Cell::Term(ballots::cast(&planes, focus, place)));
        row.push(title(calls[place].roll_call));
        row
    });
    let with_vote = [&NAMED[..], &["vote", "title"]].concat();
    Ok(Parts {
        formulas: worked.collect(),
        tables: vec![
            WorkedTable::new("states", about("rows-states"), &columns).rows(states),
            WorkedTable::new("roll-calls", about("rows-own-votes"), &with_vote).rows(own),
        ],
    })
}
