//! Missions, shares of trade, organisations of today, and who was named in the General Debate.

use entente_evidence::{
    AsOf, ChiefOfMission, DebateMention, EvidenceError, Mission, TradeFlow, TradePartner,
};

use super::{Asked, Cell, Parts, WorkedTable, code};
use crate::note::Message;
use crate::parties::Pair;

/// Every wording of the heads of the missions, past ones too.
pub(super) fn missions(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    of_pairs(
        asked,
        "missions",
        |pair, as_of| {
            let other = crate::contacts::partner(pair);
            let rows = as_of.select::<ChiefOfMission>(|c| c.ccode.is_some() && c.ccode == other)?;
            let mut rows: Vec<ChiefOfMission> = rows.map(std::borrow::Cow::into_owned).collect();
            rows.sort_by(|a, b| {
                (a.mission, a.first_seen, &a.chief).cmp(&(b.mission, b.first_seen, &b.chief))
            });
            Ok(rows
                .iter()
                .map(|c| {
                    let theirs = Cell::maybe(c.ccode, |c| Cell::text(code(c)));
                    let ours = Cell::text(code(crate::contacts::UNITED_STATES));
                    let (of, place) = match c.mission {
                        Mission::InUs => (theirs, ours),
                        Mission::FromUs => (ours, theirs),
                    };
                    vec![
                        of,
                        place,
                        Cell::text(&c.chief),
                        Cell::text_or_missing(c.since_text.as_ref()),
                        Cell::Day(c.first_seen),
                        Cell::day(c.last_seen),
                    ]
                })
                .collect())
        },
        &["iso3", "place", "person", "from", "start", "until"],
        Message::new("rows-missions"),
    )
}

/// The partners named on the date for either of the pair.
pub(super) fn trade(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    of_pairs(
        asked,
        "partner-shares",
        |pair, as_of| {
            let rows = as_of.select::<TradePartner>(|t| t.ccode.is_some_and(|c| pair.holds(c)))?;
            let standing = rows.filter(|t| t.last_seen.is_none());
            Ok(standing
                .map(|t| {
                    vec![
                        Cell::maybe(t.ccode, |c| Cell::text(code(c))),
                        Cell::Term(match t.flow {
                            TradeFlow::Export => "export",
                            TradeFlow::Import => "import",
                        }),
                        Cell::maybe(t.year, |y| Cell::Whole(y.into())),
                        Cell::text(&t.partner),
                        Cell::Number(t.share, 1),
                    ]
                })
                .collect())
        },
        &["iso3", "direction", "year", "partner", "share"],
        Message::new("rows-partner-shares"),
    )
}

/// The organisations that list both.
pub(super) fn organisations(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    of_pairs(
        asked,
        "organisations-today",
        |pair, as_of| {
            let shared = crate::between::shared(pair, as_of)?;
            Ok(shared
                .iter()
                .flat_map(|s| {
                    s.both
                        .iter()
                        .map(|name| vec![Cell::text(name), Cell::Day(s.read)])
                })
                .collect())
        },
        &["organisations", "date"],
        Message::new("rows-organisations-today"),
    )
}

/// Whom either of the pair named, year by year.
pub(super) fn speeches(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    of_pairs(
        asked,
        "speeches",
        |pair, as_of| {
            let Some([first, last]) = crate::between::namings(pair, as_of)?
                .first()
                .map(|n| n.years)
            else {
                return Ok(Vec::new());
            };
            let rows = as_of.select::<DebateMention>(|m| {
                m.speaker_ccode.is_some_and(|s| pair.holds(s)) && (first..=last).contains(&m.year)
            })?;
            Ok(rows
                .map(|m| {
                    vec![
                        Cell::Whole(m.year.into()),
                        Cell::text(&m.speaker),
                        Cell::text(&m.mentioned),
                        Cell::Count(m.mentions.into()),
                    ]
                })
                .collect())
        },
        &["year", "iso3", "partner", "count"],
        Message::new("rows-speeches"),
    )
}

type Rows = Vec<Vec<Cell>>;

/// A table of rows for each pair.
fn of_pairs(
    asked: &Asked<'_, '_>,
    id: &'static str,
    rows: impl Fn(&Pair, &AsOf<'_>) -> Result<Rows, EvidenceError>,
    columns: &[&'static str],
    title: Message,
) -> Result<Parts, EvidenceError> {
    let mut tables = Vec::new();
    for between in &asked.assessment.between.pairs {
        let table = WorkedTable::new(id, title.clone(), columns);
        let rows = rows(&between.pair, asked.as_of)?;
        tables.push(table.of_pair(&between.pair).rows(rows));
    }
    Ok(Parts {
        formulas: Vec::new(),
        tables,
    })
}
