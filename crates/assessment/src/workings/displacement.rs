//! Rows of people hosted, and of applications for asylum.

use std::collections::BTreeSet;

use entente_evidence::{EvidenceError, Place, Population};
use entente_states::Ccode;

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::displacement::{DisplacementSection, Record};
use crate::note::{Message, Value};
use crate::persons::{HostedCount, state_at};

const TOTAL: Formula = Formula {
    id: "formula-hosted",
    text: "r + a + o",
};

/// Persons at the end of the last year.
pub(super) fn hosted(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let section = &asked.assessment.displacement;
    let record = Record::read(&asked.assessment.parties, asked.as_of)?;
    let between = section.between.iter().filter_map(|exchange| {
        let from = Message::new("worked-route")
            .with("origin", Value::State(exchange.origin))
            .with("asylum", Value::State(exchange.asylum));
        Some(total(from, exchange.hosted.as_ref()?))
    });
    let parties = &asked.assessment.parties;
    let through = section.through.iter().flat_map(|origin| {
        let each = parties.iter().zip(&origin.hosted);
        each.map(|(party, count)| {
            let from = Message::new("worked-route-from")
                .with_word("origin", &origin.name)
                .with("asylum", Value::State(party.ccode));
            total(from, count)
        })
    });
    let formulas: Vec<Worked> = between.chain(through).collect();
    let columns = [
        "year",
        "origin",
        "asylum",
        "refugees",
        "asylum_seekers",
        "others_needing_protection",
    ];
    let rows = record.population.iter().map(|row| {
        vec![
            Cell::Whole(row.year.into()),
            Cell::text(row.origin.as_str()),
            Cell::text(row.asylum.as_str()),
            published(row, "refugees", row.refugees),
            published(row, "asylum_seekers", row.asylum_seekers),
            published(
                row,
                "others_needing_protection",
                row.others_needing_protection,
            ),
        ]
    });
    let title = Message::new("rows-population");
    Ok(Parts {
        formulas,
        tables: vec![WorkedTable::new("population", title, &columns).rows(rows)],
    })
}

/// A figure as published: a number, or one to four persons.
fn published(row: &Population, column: &str, number: Option<u32>) -> Cell {
    let few = row.one_to_four.as_deref().unwrap_or_default();
    match few.split(',').any(|name| name == column) {
        true => Cell::text("1–4"),
        false => Cell::count(number),
    }
}

fn total(what: Message, count: &HostedCount) -> Worked {
    let figure = |n: Option<u32>| f64::from(n.unwrap_or(0));
    Worked {
        what,
        formula: TOTAL,
        terms: vec![
            ("r", figure(count.refugees)),
            ("a", figure(count.asylum_seekers)),
            ("o", figure(count.others_needing_protection)),
        ],
        result: count.total().into(),
    }
}

/// New applications for asylum of the people of whom the brief speaks.
pub(super) fn applications(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let section = &asked.assessment.displacement;
    let record = Record::read(&asked.assessment.parties, asked.as_of)?;
    let told = Told::of(section);
    let columns = [
        "year",
        "origin",
        "asylum",
        "procedure",
        "level",
        "unit",
        "applied",
    ];
    let rows = record.applied.iter().filter(|row| told.holds(row.origin));
    let rows = rows.map(|row| {
        vec![
            Cell::Whole(row.year.into()),
            Cell::text(row.origin.as_str()),
            Cell::text(row.asylum.as_str()),
            Cell::text(row.procedure.as_str()),
            Cell::text(row.level.as_str()),
            Cell::text(row.unit.as_str()),
            Cell::count(row.applied),
        ]
    });
    let title = Message::new("rows-applications");
    Ok(Parts {
        formulas: Vec::new(),
        tables: vec![WorkedTable::new("applications", title, &columns).rows(rows)],
    })
}

/// The origins of whom a section speaks.
struct Told {
    states: BTreeSet<Ccode>,
    places: BTreeSet<Place>,
}

impl Told {
    fn of(section: &DisplacementSection) -> Self {
        Told {
            states: section.between.iter().map(|e| e.origin).collect(),
            places: section.through.iter().map(|o| o.origin).collect(),
        }
    }

    fn holds(&self, origin: Place) -> bool {
        let state = state_at(origin);
        self.places.contains(&origin) || state.is_some_and(|s| self.states.contains(&s))
    }
}
