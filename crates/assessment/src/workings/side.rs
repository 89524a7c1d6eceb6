//! What one side's lists are made of: the items with what decides, then what came of it.

mod case;
mod items;

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable, code};
use crate::agenda::AgendaSection;
use crate::note::Message;
use crate::shortlist::Shortlist;
use crate::side::{Aim, ArisingReason, Common, Likelihood, SideSection, Wish};

pub(super) use case::arguments;

const HALF: Formula = Formula {
    id: "formula-half",
    text: "n / 2",
};
const QUARTER: Formula = Formula {
    id: "formula-quarter",
    text: "D / 4",
};

/// The side with its agenda, if it has one.
struct Side<'a> {
    own: &'a SideSection,
    agenda: Option<(&'a AgendaSection, &'a Shortlist)>,
}

fn side<'a>(asked: &Asked<'a, '_>) -> Option<Side<'a>> {
    let agenda = asked.assessment.agenda.as_ref();
    Some(Side {
        own: asked.assessment.side.as_ref()?,
        agenda: agenda.and_then(|a| Some((a, a.shortlist.as_ref()?))),
    })
}

/// What each party has declared on every item; then the objectives of both sides.
pub(super) fn objectives(asked: &Asked<'_, '_>) -> Parts {
    let Some(side) = side(asked) else {
        return Parts::default();
    };
    let Some((_, found)) = side.agenda else {
        return Parts {
            formulas: Vec::new(),
            tables: vec![questions(side.own)],
        };
    };
    Parts {
        formulas: vec![half(found)],
        tables: vec![
            items::declared(asked, found),
            ours(side.own),
            theirs(side.own),
        ],
    }
}

/// Up to this place an objective can be obtained, and an item could move.
fn half(found: &Shortlist) -> Worked {
    let items = found.rows.len() as f64;
    Worked {
        what: Message::new("worked-half"),
        formula: HALF,
        terms: vec![("n", items)],
        result: items / 2.0,
    }
}

fn ours(own: &SideSection) -> WorkedTable {
    let columns = [
        "place",
        "id",
        "aim",
        "level",
        "stance",
        "q05",
        "q95",
        "probability",
    ];
    let rows = own.objectives.iter().map(|o| {
        vec![
            place(o.place),
            Cell::text(&o.item),
            Cell::Term(match o.aim {
                Aim::Obtain => "obtain",
                Aim::Prepare => "prepare",
            }),
            Cell::count(o.priority.as_ref().map(|p| p.level)),
            Cell::maybe(o.position.as_ref(), |p| Cell::Number(p.stance, 1)),
            place(o.rank_q05),
            place(o.rank_q95),
            Cell::Number(o.top_three, 4),
        ]
    });
    WorkedTable::new("objectives", Message::new("rows-objectives"), &columns).rows(rows)
}

fn theirs(own: &SideSection) -> WorkedTable {
    let columns = ["iso3", "place", "id", "level", "stance", "common"];
    let rows = own.theirs.iter().flat_map(|theirs| {
        theirs.objectives.iter().map(|o| {
            vec![
                Cell::text(code(theirs.party)),
                place(o.place),
                Cell::text(&o.item),
                Cell::count(o.priority.as_ref().map(|p| p.level)),
                Cell::maybe(o.position.as_ref(), |p| Cell::Number(p.stance, 1)),
                Cell::Term(common(o.common)),
            ]
        })
    });
    let title = Message::new("rows-their-objectives");
    WorkedTable::new("their-objectives", title, &columns).rows(rows)
}

/// Without agenda items: the questions of the General Assembly.
fn questions(own: &SideSection) -> WorkedTable {
    let columns = [
        "iso3",
        "symbol",
        "ours",
        "theirs",
        "wish",
        "returns",
        "likelihood",
        "title",
    ];
    let rows = own.questions.iter().map(|q| {
        vec![
            Cell::text(code(q.party)),
            Cell::text_or_missing(q.symbol.as_ref()),
            Cell::Term(q.ours),
            Cell::Term(q.theirs),
            Cell::Term(match q.wish {
                Wish::Them => "for-them",
                Wish::Us => "for-us",
                Wish::Nobody => "for-nobody",
            }),
            Cell::Number(q.returns, 4),
            Cell::Term(likelihood(q.likelihood)),
            Cell::text(&q.title),
        ]
    });
    let title = Message::new("rows-side-questions");
    WorkedTable::new("side-questions", title, &columns).rows(rows)
}

/// What rules an item out; then our acts that are remembered.
pub(super) fn limits(asked: &Asked<'_, '_>) -> Parts {
    let Some(side) = side(asked) else {
        return Parts::default();
    };
    let limits = items::limits(&side);
    let acts = side.agenda.map_or(&[][..], |(agenda, _)| &agenda.acts);
    let acts = side
        .own
        .own_acts
        .iter()
        .filter_map(|place| acts.get(*place));
    let acts = acts.map(|act| {
        vec![
            Cell::Day(act.date),
            Cell::Number(act.weight, 2),
            Cell::text(&act.text),
            Cell::list(&act.sources),
        ]
    });
    let columns = ["date", "weight", "text", "sources"];
    let acts = WorkedTable::new("own-acts", Message::new("rows-own-acts"), &columns).rows(acts);
    Parts {
        formulas: Vec::new(),
        tables: vec![limits, acts],
    }
}

/// Who puts an item high, when its carrier meets, and what follows.
pub(super) fn arising(asked: &Asked<'_, '_>) -> Parts {
    let Some(side) = side(asked) else {
        return Parts::default();
    };
    let Some((_, found)) = side.agenda else {
        return Parts {
            formulas: Vec::new(),
            tables: vec![questions(side.own)],
        };
    };
    let days = f64::from((found.until - asked.assessment.as_of).get_days());
    let quarter = Worked {
        what: Message::new("worked-quarter"),
        formula: QUARTER,
        terms: vec![("D", days)],
        result: days / 4.0,
    };
    let columns = ["place", "id", "date", "likelihood", "because"];
    let rows = side.own.arising.iter().map(|told| {
        let row = found.rows.iter().find(|r| r.id == told.item);
        let carrier = row.and_then(|r| r.carrier.as_ref());
        vec![
            Cell::maybe(row, |r| place(r.place)),
            Cell::text(&told.item),
            Cell::day(carrier.and_then(|c| c.date)),
            Cell::Term(likelihood(told.likelihood)),
            Cell::maybe(told.because.as_ref(), |b| Cell::Term(because(b))),
        ]
    });
    let title = Message::new("rows-arising");
    Parts {
        formulas: vec![quarter, half(found)],
        tables: vec![
            WorkedTable::new("arising", title, &columns).rows(rows),
            items::declared(asked, found),
        ],
    }
}

/// The public facts, and nothing else.
pub(super) fn press(asked: &Asked<'_, '_>) -> Parts {
    let Some(side) = side(asked) else {
        return Parts::default();
    };
    let press = &side.own.press;
    let shared = press.shared.iter();
    let shared = shared.map(|id| vec![Cell::Term("shared"), Cell::text(id), Cell::Missing]);
    let last = press.last_meeting.iter().map(|day| {
        let who = press.last_level.map(|level| level.as_str());
        vec![
            Cell::Term("meeting"),
            Cell::maybe(who, Cell::text),
            Cell::Day(*day),
        ]
    });
    let next = press.next.iter().map(|occasion| {
        vec![
            Cell::Term("window"),
            Cell::text(&occasion.window),
            Cell::Day(occasion.day),
        ]
    });
    let rows = shared.chain(last).chain(next);
    let table = WorkedTable::new("press", Message::new("rows-press"), &["kind", "id", "date"]);
    Parts {
        formulas: Vec::new(),
        tables: vec![table.rows(rows)],
    }
}

fn place(place: usize) -> Cell {
    Cell::count(i64::try_from(place).ok())
}

fn common(common: Common) -> &'static str {
    match common {
        Common::Shared => "shared",
        Common::Compatible => "compatible",
        Common::AtOdds => "at-odds",
        Common::Unknown => "not-told",
    }
}

fn likelihood(likelihood: Likelihood) -> &'static str {
    match likelihood {
        Likelihood::Sure => "sure",
        Likelihood::Possible => "possible",
        Likelihood::Unlikely => "unlikely",
    }
}

fn because(reason: &ArisingReason) -> &'static str {
    match reason {
        ArisingReason::BothHigh => "both-high",
        ArisingReason::Dated { .. } => "dated",
        ArisingReason::High { .. } => "one-high",
        ArisingReason::CouldMove => "could-move",
    }
}
