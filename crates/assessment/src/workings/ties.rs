//! Organisations, pacts, places and bodies.

use entente_evidence::EvidenceError;
use entente_states::memberships;

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable, code};
use crate::interdependence::Organisations;
use crate::note::{Message, Value};
use crate::ties;

const RANK: Formula = Formula {
    id: "formula-rank",
    text: "1 + m",
};

/// Every partner of either state in the year, by joint organisations.
pub(super) fn organisations(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let mut parts = Parts::default();
    for tie in &asked.assessment.ties.pairs {
        let pair = &tie.pair;
        let organisations = Organisations::read(pair, asked.as_of)?;
        let Some((year, joint)) = tie.igo_year.zip(tie.joint_igos) else {
            continue;
        };
        let mut rows = Vec::new();
        for (state, other, rank) in [
            (pair.ccode1, pair.ccode2, tie.rank_for_1),
            (pair.ccode2, pair.ccode1, tie.rank_for_2),
        ] {
            let mut partners = organisations.partners(state, year).to_vec();
            partners.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            let more = partners.iter().filter(|(_, igos)| *igos > joint).count();
            parts.formulas.extend(rank.map(|rank| {
                Worked {
                    what: Message::new("worked-rank")
                        .with("state", Value::State(other))
                        .with("of", Value::State(state)),
                    formula: RANK,
                    terms: vec![("m", more as f64)],
                    result: rank.into(),
                }
            }));
            rows.extend(partners.iter().map(|(partner, igos)| {
                vec![
                    Cell::text(code(state)),
                    Cell::text(code(*partner)),
                    Cell::Whole(year.into()),
                    Cell::Whole((*igos).into()),
                ]
            }));
        }
        let title = Message::new("rows-organisations");
        let columns = ["iso3", "partner", "year", "organisations"];
        let table = WorkedTable::new("organisations", title, &columns);
        parts.tables.push(table.of_pair(pair).rows(rows));
    }
    Ok(parts)
}

/// Every spell of obligations between the two, in force or past.
pub(super) fn pacts(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let mut tables = Vec::new();
    for tie in &asked.assessment.ties.pairs {
        let (last, spells) = ties::pacts(&tie.pair, asked.as_of)?;
        let rows = spells.iter().map(|spell| {
            vec![
                Cell::text(code(spell.ccode1)),
                Cell::text(code(spell.ccode2)),
                Cell::Whole(spell.first_year.into()),
                Cell::Whole(spell.last_year.into()),
                Cell::yes_or_no(spell.defense),
                Cell::yes_or_no(spell.offense),
                Cell::yes_or_no(spell.neutrality),
                Cell::yes_or_no(spell.nonaggression),
                Cell::yes_or_no(spell.consultation),
                Cell::yes_or_no(Some(spell.last_year) == last),
            ]
        });
        let columns = [
            "from_state",
            "to_state",
            "first_year",
            "last_year",
            "defence",
            "offence",
            "neutrality",
            "nonaggression",
            "consultation",
            "in_force",
        ];
        let title = Message::new("rows-pacts");
        let table = WorkedTable::new("pacts", title, &columns).of_pair(&tie.pair);
        tables.push(table.rows(rows));
    }
    Ok(Parts {
        formulas: Vec::new(),
        tables,
    })
}

/// Spells of contiguity and of distance.
pub(super) fn place(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let (mut contiguity, mut distance) = (Vec::new(), Vec::new());
    for tie in &asked.assessment.ties.pairs {
        let pair = &tie.pair;
        let spells = ties::contiguities(pair, asked.as_of)?;
        let rows = spells.map(|c| {
            vec![
                Cell::Whole(c.conttype.into()),
                Cell::Day(c.from),
                Cell::day(c.until),
            ]
        });
        let title = Message::new("rows-contiguity");
        let table = WorkedTable::new("contiguity", title, &["type", "from", "until"]);
        contiguity.push(table.of_pair(pair).rows(rows));
        let rows = ties::distances(pair, asked.as_of)?.map(|d| {
            vec![
                Cell::Number(d.km, 1),
                Cell::Whole(d.first_year.into()),
                Cell::Whole(d.last_year.into()),
            ]
        });
        let title = Message::new("rows-distance");
        let table = WorkedTable::new("distance", title, &["km", "first_year", "last_year"]);
        distance.push(table.of_pair(pair).rows(rows));
    }
    contiguity.extend(distance);
    Ok(Parts {
        formulas: Vec::new(),
        tables: contiguity,
    })
}

/// Every membership of a party in a body that is compiled.
pub(super) fn bodies(asked: &Asked<'_, '_>) -> Parts {
    let date = asked.as_of.date();
    let in_common = &asked.assessment.ties.bodies;
    let rows = memberships::bodies().iter().flat_map(|body| {
        let all = in_common.iter().any(|b| b.id == body.id);
        asked.assessment.parties.iter().flat_map(move |party| {
            let own = memberships::memberships_of(party.ccode).into_iter();
            let own = own
                .filter(|m| m.body == body.id)
                .filter_map(move |m| m.as_of(date));
            own.map(move |m| {
                vec![
                    Cell::text(&body.id),
                    Cell::text(&party.iso3),
                    Cell::Day(m.from),
                    Cell::day(m.until),
                    Cell::yes_or_no(all),
                    Cell::text(&m.source),
                ]
            })
        })
    });
    let title = Message::new("rows-bodies");
    let columns = ["body", "iso3", "from", "until", "all_parties", "sources"];
    Parts {
        formulas: Vec::new(),
        tables: vec![WorkedTable::new("memberships", title, &columns).rows(rows)],
    }
}
