//! What a forecast is mixed of, and the questions behind it.

use entente_evidence::EvidenceError;
use entente_measures::Tally;

use super::table::of as both;
use super::votes::{NAMED, issue, named, rated, title};
use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::forecast::{Forecasts, question, standing, word};
use crate::note::Message;
use crate::outlook::PairOutlook;
use crate::parties::Pair;
use crate::shortlist::shortlist_forecasts;

const EXPECTED: Formula = Formula {
    id: "formula-expected",
    text: "(S1 + x·S2 + y·S3) / (B1 + x·B2 + y·B3)",
};

const QUANTILE: Formula = Formula {
    id: "formula-quantile",
    text: "min(1, max(0, e + k·w))",
};

/// The forecasts of every pair, the questions, and the last session on record.
pub(super) fn of(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let Some(forecasts) = shortlist_forecasts(asked.as_of, asked.fits)? else {
        return Ok(Parts::default());
    };
    let mut parts = Parts::default();
    let (mut mixes, mut last) = (Vec::new(), Vec::new());
    for told in &asked.assessment.outlook.pairs {
        parts.formulas.extend(worked(told, &forecasts));
        parts.tables.push(questions(&told.pair, &forecasts)?);
        mixes.push(mix(told, &forecasts));
        last.push(last_session(&told.pair, &forecasts)?);
    }
    parts.tables.extend(mixes);
    parts.tables.extend(last);
    Ok(parts)
}

/// Expected values, intervals, and what they stand against.
fn worked(told: &PairOutlook, forecasts: &Forecasts<'_>) -> Vec<Worked> {
    let mut formulas = Vec::new();
    for (set, row) in told.forecasts.iter().enumerate() {
        let mixed = forecasts.mixed(set, &told.pair);
        let what = |id| {
            Message::new(id)
                .with("pair", both(&told.pair))
                .with("issue", issue(&row.issue))
        };
        let [coming, pool, new] = mixed.sums.map(|s| (f64::from(s.score), f64::from(s.both)));
        formulas.extend(row.expected.map(|expected| Worked {
            what: what("worked-expected"),
            formula: EXPECTED,
            terms: vec![
                ("S1", coming.0),
                ("S2", pool.0),
                ("S3", new.0),
                ("B1", coming.1),
                ("B2", pool.1),
                ("B3", new.1),
                ("x", mixed.mix.pool.into()),
                ("y", mixed.mix.new.into()),
            ],
            result: expected,
        }));
        if let Some([q05, _, _, q95]) = mixed.margins {
            for (id, margin, figure) in
                [("worked-low", q05, row.q05), ("worked-high", q95, row.q95)]
            {
                formulas.extend(figure.map(|figure| Worked {
                    what: what(id),
                    formula: QUANTILE,
                    terms: vec![
                        ("e", mixed.outlook.expected.into()),
                        ("k", margin),
                        ("w", mixed.outlook.spread.into()),
                    ],
                    result: figure,
                }));
            }
        }
        formulas.extend(on_record(set, told, forecasts, what("worked-last")));
    }
    formulas
}

/// The coincidence of the last session on record.
fn on_record(
    set: usize,
    told: &PairOutlook,
    forecasts: &Forecasts<'_>,
    what: Message,
) -> Option<Worked> {
    let (_, roll_calls) = forecasts.last_roll_calls(set, &told.pair)?;
    let votes = |state| -> Vec<u8> {
        let own = roll_calls.iter();
        own.map(|r| forecasts.vote(state, *r)).collect()
    };
    let tally = Tally::count(&votes(told.pair.ccode1), &votes(told.pair.ccode2));
    let worked = rated(what, &tally.rated())?;
    let last = told.last.get(set)?.as_ref()?;
    Some(Worked {
        result: last.coincidence,
        ..worked
    })
}

/// The questions more likely than not to come back, with both states' last votes.
fn questions(pair: &Pair, forecasts: &Forecasts<'_>) -> Result<WorkedTable, EvidenceError> {
    let rows = standing(pair, forecasts)?.into_iter().map(|q| {
        let [one, other] = q.votes;
        let session = |vote: Option<(u8, u16)>| Cell::count(vote.map(|(_, session)| session));
        let vote = |vote: Option<(u8, u16)>| Cell::maybe(vote, |(v, _)| Cell::Term(word(v)));
        vec![
            Cell::text_or_missing(q.roll_call.symbol.as_ref()),
            Cell::Number(q.returns, 3),
            vote(one),
            session(one),
            vote(other),
            session(other),
            Cell::yes_or_no(q.divided),
            Cell::text(q.sets.join(" ")),
            Cell::text(question(q.roll_call)),
        ]
    });
    let columns = [
        "symbol",
        "returns",
        "vote_1",
        "session_1",
        "vote_2",
        "session_2",
        "divided",
        "issues",
        "title",
    ];
    let title = Message::new("rows-questions");
    let table = WorkedTable::new("questions", title, &columns).of_pair(pair);
    Ok(table.rows(rows))
}

/// What the forecasts of a pair are mixed of, set by set.
fn mix(told: &PairOutlook, forecasts: &Forecasts<'_>) -> WorkedTable {
    let columns = [
        "issue",
        "roll_calls",
        "both_vote",
        "expected",
        "spread",
        "pool",
        "new",
        "m05",
        "m25",
        "m75",
        "m95",
    ];
    let rows = told.forecasts.iter().enumerate().map(|(set, row)| {
        let mixed = forecasts.mixed(set, &told.pair);
        let mut cells = vec![
            Cell::text(&row.issue),
            Cell::Number(row.roll_calls, 1),
            Cell::Number(mixed.outlook.votes.into(), 1),
            Cell::maybe(row.expected, |e| Cell::Number(e, 3)),
            Cell::Number(mixed.outlook.spread.into(), 3),
            Cell::Number(mixed.mix.pool.into(), 2),
            Cell::Number(mixed.mix.new.into(), 2),
        ];
        let margins = mixed.margins.map(|m| m.map(|k| Cell::Number(k, 2)));
        cells.extend(margins.unwrap_or([const { Cell::Missing }; 4]));
        cells
    });
    let title = Message::new("rows-mixes");
    WorkedTable::new("mixes", title, &columns)
        .of_pair(&told.pair)
        .rows(rows)
}

/// The roll calls of the last session on record in which both voted, set by set.
fn last_session(pair: &Pair, forecasts: &Forecasts<'_>) -> Result<WorkedTable, EvidenceError> {
    let columns = [&NAMED[..], &["issue", "vote_1", "vote_2", "title"]].concat();
    let mut rows = Vec::new();
    for (set, selector) in forecasts.sets().iter().enumerate() {
        let Some((_, roll_calls)) = forecasts.last_roll_calls(set, pair) else {
            continue;
        };
        for roll_call in roll_calls {
            let call = forecasts.view(roll_call)?.roll_call;
            let mut row = named(call);
            row.push(Cell::text(selector.name()));
            row.extend(
                [pair.ccode1, pair.ccode2]
                    .map(|state| Cell::Term(word(forecasts.vote(state, roll_call)))),
            );
            row.push(title(call));
            rows.push(row);
        }
    }
    let title = Message::new("rows-last-session");
    Ok(WorkedTable::new("last-session", title, &columns)
        .of_pair(pair)
        .rows(rows))
}
