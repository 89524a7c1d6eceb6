//! Ideal points, and the votes behind each.

use entente_evidence::EvidenceError;

use super::table::of as both;
use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::note::Message;

const GAP: Formula = Formula {
    id: "formula-gap",
    text: "abs(x − y)",
};

/// Every state's positions, session by session.
pub(super) fn of(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let Some(estimates) = asked.fits.of_the_whole_record(asked.as_of, &())? else {
        return Ok(Parts::default());
    };
    let states = &asked.assessment.movement.states;
    let rows = states.iter().flat_map(|path| {
        let own = estimates.points.iter();
        let own = own.filter(|p| p.at.state == path.state.ccode);
        own.map(|p| {
            vec![
                Cell::text(&path.state.iso3),
                Cell::Whole(p.at.session.into()),
                Cell::Whole(i64::from(p.at.session) + 1945),
                Cell::count(i64::try_from(p.votes).ok()),
                Cell::Number(p.ideal_point, 3),
                Cell::Number(p.sd, 3),
                Cell::Number(p.q05, 3),
                Cell::Number(p.q95, 3),
            ]
        })
    });
    let columns = [
        "iso3",
        "session",
        "year",
        "votes",
        "ideal_point",
        "sd",
        "q05",
        "q95",
    ];
    let title = Message::new("rows-ideal-points");
    Ok(Parts {
        formulas: gaps(asked),
        tables: vec![WorkedTable::new("ideal-points", title, &columns).rows(rows)],
    })
}

/// The distances that are told of each pair.
fn gaps(asked: &Asked<'_, '_>) -> Vec<Worked> {
    let states = &asked.assessment.movement.states;
    let position = |state, session| {
        let path = states.iter().find(|p| p.state.ccode == state)?;
        let point = path.points.iter().find(|p| p.session == session)?;
        Some(point.ideal_point)
    };
    let mut worked = Vec::new();
    for told in &asked.assessment.outlook.pairs {
        let Some(gap) = told.questions.gap else {
            continue;
        };
        let now = Some((gap.session, gap.gap));
        for (session, gap) in [now, gap.earlier_session.zip(gap.earlier_gap)]
            .into_iter()
            .flatten()
        {
            let (one, other) = (told.pair.ccode1, told.pair.ccode2);
            let Some((x, y)) = position(one, session).zip(position(other, session)) else {
                continue;
            };
            worked.push(Worked {
                what: Message::new("worked-pair-session")
                    .with("pair", both(&told.pair))
                    .with_word("session", session),
                formula: GAP,
                terms: vec![("x", x), ("y", y)],
                result: gap,
            });
        }
    }
    worked
}
