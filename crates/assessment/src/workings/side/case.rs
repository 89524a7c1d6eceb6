//! The arguments of each case, its weak points, and the responses to expect.

use super::super::table::of;
use super::super::votes::{self, rated};
use super::{Asked, Cell, Parts, Side, Worked, WorkedTable, code, side};
use crate::note::Message;
use crate::side::{
    Answer, Argument, ArgumentWeakness, CaseWeakness, Expected, Reason, Response, VoteOnItem,
};

/// Argument by argument; the shares of votes among them by their formula.
pub(in super::super) fn arguments(asked: &Asked<'_, '_>) -> Parts {
    let Some(side) = side(asked) else {
        return Parts::default();
    };
    Parts {
        formulas: shares(asked, &side),
        tables: vec![told(&side), weak_points(&side), responses(&side)],
    }
}

/// The issues on which the two vote most and least alike, over the last five sessions.
fn shares(asked: &Asked<'_, '_>, side: &Side<'_>) -> Vec<Worked> {
    let own = side.own.party.ccode;
    let alike = side.own.cases.iter().flat_map(|c| &c.arguments);
    let alike = alike.filter_map(|argument| match &argument.reason {
        Reason::VotesAlike { party, issue, .. } => Some((*party, issue)),
        _ => None,
    });
    let apart = side.own.cases.iter().flat_map(|c| &c.weaknesses);
    let apart = apart.filter_map(|weakness| match weakness {
        CaseWeakness::VotesApart { party, issue, .. } => Some((*party, issue)),
        _ => None,
    });
    let worked = alike.chain(apart).filter_map(|(party, issue)| {
        let pairs = asked.assessment.coincidence.pairs.iter();
        let pair = pairs
            .clone()
            .find(|p| p.pair.holds(own) && p.pair.holds(party))?;
        let found = pair.issues.iter().find(|i| i.issue.as_str() == issue)?;
        let last = found.session?;
        let what = Message::new("worked-issue")
            .with("pair", of(&pair.pair))
            .with("issue", votes::issue(issue))
            .with_word("one", "no")
            .with_word("from", last.saturating_sub(4))
            .with_word("to", last);
        rated(what, &found.recent)
    });
    worked.collect()
}

const GENERAL: &str = "general";

fn told(side: &Side<'_>) -> WorkedTable {
    let columns = ["id", "kind", "iso3", "date", "value", "words", "weakness"];
    let rows = side.own.cases.iter().flat_map(|case| {
        let item = case.item.as_deref().unwrap_or(GENERAL);
        let arguments = case.arguments.iter();
        arguments.flat_map(move |argument| argument_rows(item, argument))
    });
    WorkedTable::new("arguments", Message::new("rows-arguments"), &columns).rows(rows)
}

/// A row for each argument; of what is at stake, a row for each figure.
fn argument_rows(item: &str, argument: &Argument) -> Vec<Vec<Cell>> {
    let none = || Cell::Missing;
    let told = |kind, [iso3, date, value, words]: [Cell; 4]| {
        let weakness = argument.weakness.as_ref().map(weakness);
        vec![
            Cell::text(item),
            Cell::Term(kind),
            iso3,
            date,
            value,
            words,
            Cell::maybe(weakness, Cell::Term),
        ]
    };
    let state = |party| Cell::text(code(party));
    let row = match &argument.reason {
        Reason::TheirPosition(p) => {
            let stance = Cell::Number(p.stance, 1);
            let cells = [
                state(p.party),
                Cell::Day(p.from),
                stance,
                Cell::text(&p.words),
            ];
            told("position", cells)
        }
        Reason::TheirPriority(p) => {
            let level = Cell::Count(p.level.into());
            let cells = [
                state(p.party),
                Cell::Day(p.from),
                level,
                Cell::text(&p.words),
            ];
            told("priority", cells)
        }
        Reason::TheirVote(vote) => told("votes", of_vote(vote)),
        Reason::Precedent { circumstance } => told(
            "precedent",
            [none(), none(), none(), Cell::text(circumstance)],
        ),
        Reason::Stakes { parties } => {
            let figures = parties.iter().flat_map(|p| {
                p.figures.iter().map(move |figure| {
                    let figure = Cell::Told(figure.clone());
                    told("stake", [state(p.party), none(), none(), figure])
                })
            });
            return figures.collect();
        }
        Reason::Window { window, from, .. } => told(
            "window",
            [none(), Cell::Day(*from), none(), Cell::text(window)],
        ),
        Reason::Election { window, day } => told(
            "election",
            [none(), Cell::Day(*day), none(), Cell::text(window)],
        ),
        Reason::VotesAlike {
            party,
            issue,
            share,
            ..
        } => {
            let cells = [
                state(*party),
                none(),
                Cell::Number(*share, 4),
                Cell::text(issue),
            ];
            told("coincidence", cells)
        }
        Reason::Contact { party, level, day } => {
            let cells = [
                state(*party),
                Cell::Day(*day),
                none(),
                Cell::text(level.as_str()),
            ];
            told("meeting", cells)
        }
    };
    vec![row]
}

fn of_vote(vote: &VoteOnItem) -> [Cell; 4] {
    let symbol = vote.symbol.as_ref().unwrap_or(&vote.title);
    [
        Cell::text(code(vote.party)),
        Cell::Day(vote.day),
        Cell::Missing,
        Cell::text(symbol),
    ]
}

fn weakness(weakness: &ArgumentWeakness) -> &'static str {
    match weakness {
        ArgumentWeakness::EarlierGovernment { .. } => "earlier-government",
        ArgumentWeakness::Ended { .. } => "ended",
        ArgumentWeakness::OldFigures { .. } => "old-figures",
    }
}

fn weak_points(side: &Side<'_>) -> WorkedTable {
    let columns = ["id", "kind", "iso3", "date", "value", "words"];
    let state = |party| Cell::text(code(party));
    let none = || Cell::Missing;
    let cells = |weakness: &CaseWeakness| match weakness {
        CaseWeakness::Criterion { criterion, value } => {
            let criterion = Cell::Term(criterion.as_str());
            (
                "criterion",
                [none(), none(), Cell::Number(*value, 3), criterion],
            )
        }
        CaseWeakness::Untold { criterion } => {
            let criterion = Cell::Term(criterion.as_str());
            ("nothing", [none(), none(), none(), criterion])
        }
        CaseWeakness::AtHome { constraint } => {
            ("at-home", [none(), none(), none(), Cell::text(constraint)])
        }
        CaseWeakness::VotedApart(vote) => ("votes", of_vote(vote)),
        CaseWeakness::VotesApart {
            party,
            issue,
            share,
            ..
        } => {
            let share = Cell::Number(*share, 4);
            (
                "coincidence",
                [state(*party), none(), share, Cell::text(issue)],
            )
        }
        CaseWeakness::NoContact { party, .. } => {
            ("no-meeting", [state(*party), none(), none(), none()])
        }
    };
    let rows = side.own.cases.iter().flat_map(|case| {
        let item = case.item.as_deref().unwrap_or(GENERAL);
        case.weaknesses.iter().map(move |weakness| {
            let (kind, cells) = cells(weakness);
            let head = [Cell::text(item), Cell::Term(kind)];
            head.into_iter().chain(cells).collect()
        })
    });
    let title = Message::new("rows-weak-points");
    WorkedTable::new("weak-points", title, &columns).rows(rows)
}

fn responses(side: &Side<'_>) -> WorkedTable {
    let columns = ["id", "iso3", "expected", "stance", "constraints", "answers"];
    let row = |told: &Response| {
        let answers: Vec<&str> = told.answers.iter().map(answer).collect();
        vec![
            Cell::text(&told.item),
            Cell::text(code(told.party)),
            Cell::Term(match told.expected {
                Expected::Welcome => "welcome",
                Expected::Reserved => "reserved",
                Expected::Hesitant => "hesitant",
                Expected::Refusal => "refusal",
                Expected::Unknown => "not-told",
            }),
            Cell::maybe(told.position.as_ref(), |p| Cell::Number(p.stance, 1)),
            Cell::list(&told.constraints),
            Cell::list(&answers),
        ]
    };
    let rows = side.own.responses.iter().map(row);
    WorkedTable::new("responses", Message::new("rows-responses"), &columns).rows(rows)
}

/// The id of what is answered.
fn answer(answer: &Answer) -> &str {
    match answer {
        Answer::Opportunity { circumstance } | Answer::Precedent { circumstance } => circumstance,
        Answer::TakeUp { carrier } => &carrier.id,
    }
}
