//! Records of visits and travels.

use entente_evidence::{Contact, EvidenceError};

use super::{Asked, Cell, Parts, WorkedTable};
use crate::contacts::{PairContacts, partner, records_with};
use crate::note::Message;

/// The columns of a record.
pub(super) const RECORD: [&str; 8] = [
    "record",
    "start",
    "end",
    "level",
    "direction",
    "person",
    "place",
    "occasion",
];

/// A record by [`RECORD`].
pub(super) fn record(contact: &Contact) -> Vec<Cell> {
    let place = match &contact.locale {
        Some(locale) => format!("{locale} ({})", contact.place),
        None => contact.place.clone(),
    };
    vec![
        Cell::text(format!("{} {}", contact.source.as_str(), contact.id)),
        Cell::Day(contact.start),
        Cell::Day(contact.end),
        Cell::Term(contact.level.as_str()),
        Cell::Term(contact.direction.as_str()),
        Cell::text(&contact.person),
        Cell::text(place),
        Cell::text_or_missing(contact.occasion.as_ref()),
    ]
}

/// Every contact of every pair, and their counts by year.
pub(super) fn of(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let pairs = &asked.assessment.contacts.pairs;
    let mut tables = Vec::new();
    for pair in pairs {
        let records = match partner(&pair.pair) {
            Some(other) => records_with(other, asked.as_of)?.1,
            None => Vec::new(),
        };
        let title = Message::new("rows-contacts");
        let table = WorkedTable::new("contacts", title, &RECORD).of_pair(&pair.pair);
        tables.push(table.rows(records.iter().map(record)));
    }
    tables.extend(pairs.iter().map(years));
    Ok(Parts {
        formulas: Vec::new(),
        tables,
    })
}

fn years(pair: &PairContacts) -> WorkedTable {
    let columns = [
        "year",
        "leader_to_us",
        "leader_from_us",
        "minister_to_us",
        "minister_from_us",
    ];
    let rows = pair.years.iter().map(|year| {
        let counts = [
            year.leader_to_us,
            year.leader_from_us,
            year.minister_to_us,
            year.minister_from_us,
        ];
        let mut row = vec![Cell::Whole(year.year.into())];
        row.extend(counts.map(|n| Cell::Whole(n.into())));
        row
    });
    let title = Message::new("rows-contact-years");
    WorkedTable::new("years", title, &columns)
        .of_pair(&pair.pair)
        .rows(rows)
}
