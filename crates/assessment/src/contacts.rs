//! Visits and travels between the parties: the record is the United States' own.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, Contact, ContactLevel, Direction, EvidenceError, TableId};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::Pair;

pub(crate) const UNITED_STATES: Ccode = Ccode(2);
/// The most recent contacts that are listed one by one.
const LISTED: usize = 8;

/// Contacts of every pair of parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Pair by pair.
    pub pairs: Vec<PairContacts>,
}

/// Contacts of one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairContacts {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// Whether the record speaks of this pair at all: only if the United States is in it.
    pub on_record: bool,
    /// First and last year that the record covers, up to the date.
    pub covered: Option<(i16, i16)>,
    /// Years with at least one contact. A covered year that is not here had none.
    pub years: Vec<ContactYear>,
    /// The last contact of leaders, in either direction.
    pub last_leader: Option<ContactEntry>,
    /// The last journey of a secretary of state or visit of a minister.
    pub last_minister: Option<ContactEntry>,
    /// The most recent contacts, latest first.
    pub recent: Vec<ContactEntry>,
}

/// Contacts that began in one year, by level and direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ContactYear {
    /// The year.
    pub year: i16,
    /// Leaders to the United States.
    pub leader_to_us: u32,
    /// Presidents of the United States to the other.
    pub leader_from_us: u32,
    /// Ministers to the United States.
    pub minister_to_us: u32,
    /// Secretaries of state to the other.
    pub minister_from_us: u32,
}

/// One contact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactEntry {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Level.
    pub level: ContactLevel,
    /// Which way.
    pub direction: Direction,
    /// Who travelled.
    pub person: String,
    /// Where, for journeys from the United States.
    pub locale: Option<String>,
    /// What for, in the publisher's words.
    pub occasion: Option<String>,
}

impl ContactSection {
    pub(crate) fn of(
        pairs: &[Pair],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let note = notes.add(
            &[TableId::Contact],
            "visits by foreign leaders to the United States and stops abroad of its presidents and secretaries of state that had ended by the date; records that repeat another are left out",
            "counted by the year in which they began; one record per visitor and per stop, whatever the occasion",
            "the record is the United States' own, and holds neither vice presidents nor other ministers. For a pair without the United States there is none, which is not a record of no contact. A visit to a summit hosted by the United States counts here as a visit.",
        );
        notes.last_is(Message::new("note-contacts"));
        let mut sections = Vec::new();
        for pair in pairs {
            sections.push(PairContacts::of(pair, as_of)?);
        }
        Ok(ContactSection {
            notes: vec![note],
            pairs: sections,
        })
    }
}

impl PairContacts {
    fn of(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let Some(other) = partner(pair) else {
            return Ok(PairContacts {
                pair: pair.clone(),
                on_record: false,
                covered: None,
                years: Vec::new(),
                last_leader: None,
                last_minister: None,
                recent: Vec::new(),
            });
        };
        let (covered, records) = records_with(other, as_of)?;
        let contacts: Vec<ContactEntry> = records.iter().map(ContactEntry::of).collect();
        let last_at = |level| contacts.iter().find(|c| c.level == level).cloned();
        Ok(PairContacts {
            pair: pair.clone(),
            on_record: true,
            covered: covered.map(|(first, last)| (first.year(), last.year())),
            years: by_year(&contacts),
            last_leader: last_at(ContactLevel::Leader),
            last_minister: last_at(ContactLevel::Minister),
            recent: contacts.into_iter().take(LISTED).collect(),
        })
    }

    /// Contacts at one level over some years, both directions.
    pub fn count(&self, level: ContactLevel, years: std::ops::RangeInclusive<i16>) -> u32 {
        self.years
            .iter()
            .filter(|y| years.contains(&y.year))
            .map(|y| match level {
                ContactLevel::Leader => y.leader_to_us + y.leader_from_us,
                ContactLevel::Minister => y.minister_to_us + y.minister_from_us,
                ContactLevel::Other => 0,
            })
            .sum()
    }
}

/// The other of a pair with the United States.
pub(crate) fn partner(pair: &Pair) -> Option<Ccode> {
    match (pair.ccode1, pair.ccode2) {
        (UNITED_STATES, other) | (other, UNITED_STATES) => Some(other),
        _ => None,
    }
}

/// The first and the last day of any.
type Days = Option<(Date, Date)>;

/// The days of which the whole record tells, and its contacts with a state, the latest first; records
/// that repeat another are left out.
pub(crate) fn records_with(
    other: Ccode,
    as_of: &AsOf<'_>,
) -> Result<(Days, Vec<Contact>), EvidenceError> {
    let mut days: Days = None;
    let mut contacts: Vec<Contact> = Vec::new();
    for contact in as_of.rows::<Contact>()? {
        let (first, last) = days.get_or_insert((contact.start, contact.end));
        (*first, *last) = ((*first).min(contact.start), (*last).max(contact.end));
        if contact.ccode == Some(other) && contact.repeat_of.is_none() {
            contacts.push(contact.into_owned());
        }
    }
    contacts.sort_by(|a, b| {
        (b.start, b.end, &b.person, &b.locale).cmp(&(a.start, a.end, &a.person, &a.locale))
    });
    Ok((days, contacts))
}

impl ContactEntry {
    fn of(contact: &Contact) -> Self {
        ContactEntry {
            start: contact.start,
            end: contact.end,
            level: contact.level,
            direction: contact.direction,
            person: contact.person.clone(),
            locale: contact.locale.clone(),
            occasion: contact.occasion.clone(),
        }
    }
}

fn by_year(contacts: &[ContactEntry]) -> Vec<ContactYear> {
    let mut years: BTreeMap<i16, ContactYear> = BTreeMap::new();
    for contact in contacts {
        let year = contact.start.year();
        let counts = years.entry(year).or_insert(ContactYear {
            year,
            ..ContactYear::default()
        });
        match (contact.level, contact.direction) {
            (ContactLevel::Leader, Direction::ToUs) => counts.leader_to_us += 1,
            (ContactLevel::Leader, Direction::FromUs) => counts.leader_from_us += 1,
            (ContactLevel::Minister, Direction::ToUs) => counts.minister_to_us += 1,
            (ContactLevel::Minister, Direction::FromUs) => counts.minister_from_us += 1,
            (ContactLevel::Other, _) => {}
        }
    }
    years.into_values().collect()
}
