//! Visits to the United States and travels of its presidents and secretaries of state, as the
//! Office of the Historian publishes them in XML.

mod level;
mod places;
mod xml;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::ImportError;
use crate::record::Tables;
use crate::tables::{Contact, ContactLevel, ContactSource, Direction};
use xml::{Entry, Format};

const VISITS: Format = Format {
    root: "visits",
    entry: "visit",
    elements: &[
        "id",
        "start-date",
        "end-date",
        "visitor",
        "from",
        "description",
        "created-by",
        "created-datetime",
        "last-modified-by",
        "last-modified-datetime",
    ],
};

const TRAVELS: Format = Format {
    root: "trips",
    entry: "trip",
    elements: &[
        "id",
        "role",
        "name",
        "start-date",
        "end-date",
        "country",
        "locale",
        "remarks",
        "created-by",
        "created-datetime",
        "last-modified-by",
        "last-modified-datetime",
    ],
};

/// Reads a file of visits to the United States: one record per visitor and visit.
///
/// # Errors
/// The first element that cannot be read.
pub fn visits(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    contacts(file, bytes, &VISITS, visit)
}

/// Reads a file of a president's or a secretary's travels: one record per stop.
///
/// # Errors
/// The first element that cannot be read.
pub fn travels(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    contacts(file, bytes, &TRAVELS, trip)
}

/// The places of contacts that are (part of) no state: identifier, name, number of records.
///
/// Some are none, as the Holy See; others only have a name that nobody knows yet.
pub fn unresolved(tables: &Tables) -> Vec<(String, String, usize)> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for contact in tables.contacts.iter().filter(|c| c.ccode.is_none()) {
        *counts
            .entry((&contact.place_id, &contact.place))
            .or_default() += 1;
    }
    counts
        .into_iter()
        .map(|((id, place), count)| (id.to_owned(), place.to_owned(), count))
        .collect()
}

impl Tables {
    /// The places of contacts that are (part of) no state: identifier, name, number of records.
    pub fn unresolved_places(&self) -> Vec<(String, String, usize)> {
        unresolved(self)
    }
}

fn contacts(
    file: &str,
    bytes: &[u8],
    format: &Format,
    read: fn(&Entry<'_>) -> Result<Contact, ImportError>,
) -> Result<Tables, ImportError> {
    let mut numbers: HashMap<(ContactSource, u32), u64> = HashMap::new();
    let mut contacts = Vec::new();
    for entry in xml::entries(file, bytes, format)? {
        let contact = read(&entry)?;
        if let Some(first) = numbers.insert((contact.source, contact.id), entry.line()) {
            return Err(entry.required("id")?.error(format!(
                "is already the number of the {} on line {first}",
                format.entry
            )));
        }
        contacts.push(contact);
    }
    mark_repeats(&mut contacts);
    Ok(Tables {
        contacts,
        ..Tables::default()
    })
}

fn visit(entry: &Entry<'_>) -> Result<Contact, ImportError> {
    let (start, end) = dates(entry)?;
    let person = entry.required("visitor")?.text;
    let place = entry.required("from")?.text;
    let place_id = entry.attribute_id("from")?;
    Ok(Contact {
        source: ContactSource::Visits,
        id: entry.required("id")?.number("a number")?,
        start,
        end,
        direction: Direction::ToUs,
        level: level::of_visitor(person, place_id),
        person: person.to_owned(),
        ccode: places::state_of(place_id, place, start),
        place: place.to_owned(),
        place_id: place_id.to_owned(),
        locale: None,
        occasion: entry.optional("description").map(str::to_owned),
        repeat_of: None,
    })
}

fn trip(entry: &Entry<'_>) -> Result<Contact, ImportError> {
    let (start, end) = dates(entry)?;
    let (source, level) = role(entry)?;
    let place = entry.required("country")?.text;
    let place_id = entry.attribute_id("country")?;
    Ok(Contact {
        source,
        id: entry.required("id")?.number("a number")?,
        start,
        end,
        direction: Direction::FromUs,
        level,
        person: entry.required("name")?.text.to_owned(),
        ccode: places::state_of(place_id, place, start),
        place: place.to_owned(),
        place_id: place_id.to_owned(),
        locale: entry.optional("locale").map(str::to_owned),
        occasion: entry.optional("remarks").map(str::to_owned),
        repeat_of: None,
    })
}

/// A president travels as a leader, before the inauguration too; a secretary as a minister.
fn role(entry: &Entry<'_>) -> Result<(ContactSource, ContactLevel), ImportError> {
    let cell = entry.required("role")?;
    match cell.text {
        "president" => Ok((ContactSource::President, ContactLevel::Leader)),
        "secretary" => Ok((ContactSource::Secretary, ContactLevel::Minister)),
        _ => Err(cell.error("is neither `president` nor `secretary`")),
    }
}

fn dates(entry: &Entry<'_>) -> Result<(Date, Date), ImportError> {
    let start = entry.required("start-date")?.date()?;
    let end = entry.required("end-date")?;
    let last = end.date()?;
    if last < start {
        return Err(end.error(format!("lies before the start, {start}")));
    }
    Ok((start, last))
}

/// Marks a record that says the very same as an earlier one.
///
/// The same person can be in one place on the same days for a second occasion, and the publisher
/// then has a second record: that is no repeat, so the occasion counts.
fn mark_repeats(contacts: &mut [Contact]) {
    let mut first: HashMap<Content, u32> = HashMap::new();
    for contact in contacts {
        let same = Content::of(contact);
        contact.repeat_of = first.get(&same).copied();
        first.entry(same).or_insert(contact.id);
    }
}

/// All that a record says except its number.
#[derive(PartialEq, Eq, Hash)]
struct Content {
    source: ContactSource,
    days: (Date, Date),
    person: String,
    place: (String, String),
    locale: Option<String>,
    occasion: Option<String>,
}

impl Content {
    fn of(c: &Contact) -> Self {
        Content {
            source: c.source,
            days: (c.start, c.end),
            person: c.person.clone(),
            place: (c.place_id.clone(), c.place.clone()),
            locale: c.locale.clone(),
            occasion: c.occasion.clone(),
        }
    }
}
