//! A window: an interval in which something can be moved.

use entente_states::Ccode;
use jiff::civil::{Date, date};
use serde::{Serialize, Serializer};

use crate::note::Message;
use crate::parties::Party;

/// What opens a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowKind {
    /// Several conditions that hold together.
    Opportunity,
    /// Terms of two parties begin close to each other.
    Coincidence,
    /// A term of office, by rule.
    Term,
    /// A leader's time in office, on record.
    Leader,
    /// A polling day, or the time in which it must fall.
    Election,
    /// From a polling day to the day before the new term or leader begins.
    Transition,
    /// An elected or permanent seat on the Security Council.
    Council,
    /// A regular session of the General Assembly.
    Assembly,
    /// The general debate of a session.
    Debate,
    /// A summit of leaders.
    Summit,
    /// A meeting of a mechanism between the parties.
    Meeting,
}

/// How surely a window is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It is on record.
    OnRecord,
    /// A constitution, a law or a rule of procedure fixes it.
    ByRule,
    /// It was announced or planned.
    Announced,
    /// It would come by its own cadence; nobody has announced it.
    Expected,
    /// It was on record until a list ended before the date; what holds since is not known.
    NotKnown,
}

/// A condition of an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// A term of every party began within the last months.
    GovernmentsNew,
    /// A party holds an elected seat on the Security Council.
    OnCouncil,
    /// A summit in which every party takes part is at most six months ahead, or under way.
    SummitNear,
}

/// A window.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// COW numbers of the parties whose window it is, in the order in which they were given.
    pub ccodes: Vec<Ccode>,
    /// Their three-letter codes.
    pub iso3: Vec<String>,
    /// A name that stays the same from run to run and from date to date: kind, parties, and what tells
    /// it from others of its kind.
    pub id: String,
    /// What opens it.
    pub kind: WindowKind,
    /// First day; of a window of which only the year is known, the first of that year.
    pub start: Date,
    /// Last day, itself included; empty where it is open-ended or not known.
    pub end: Option<Date>,
    /// The year of which it is known and no more, as of a summit whose days nobody has announced. Then
    /// `start` and `end` bound it, and neither is to be told: see [`Window::days`].
    pub year: Option<i16>,
    /// What it is, in a line.
    pub title: String,
    /// How surely it is known.
    pub certainty: Certainty,
    /// The conditions that hold, of an opportunity; otherwise empty.
    pub conditions: Vec<Condition>,
    /// What to know; may be empty.
    pub note: String,
    /// Laws, lists and tables that it rests on.
    pub sources: Vec<String>,
    /// The title, to be told in words.
    pub message: Message,
}

/// A window as it is written: without days where only the year is known.
#[derive(Serialize)]
struct Written<'w> {
    ccodes: &'w [Ccode],
    iso3: &'w [String],
    id: &'w str,
    kind: WindowKind,
    start: Option<Date>,
    end: Option<Date>,
    year: Option<i16>,
    title: &'w str,
    certainty: Certainty,
    conditions: &'w [Condition],
    note: &'w str,
    sources: &'w [String],
}

impl Serialize for Window {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days = self.days();
        let written = Written {
            ccodes: &self.ccodes,
            iso3: &self.iso3,
            id: &self.id,
            kind: self.kind,
            start: days.map(|(start, _)| start),
            end: days.and_then(|(_, end)| end),
            year: self.year,
            title: &self.title,
            certainty: self.certainty,
            conditions: &self.conditions,
            note: &self.note,
            sources: &self.sources,
        };
        written.serialize(serializer)
    }
}

impl Window {
    /// A window without conditions, note and sources; its title in English and as a message.
    pub(crate) fn of(
        kind: WindowKind,
        parties: &[&Party],
        id: String,
        days: (Date, Option<Date>),
        (title, message): (String, Message),
        certainty: Certainty,
    ) -> Self {
        Window {
            ccodes: parties.iter().map(|p| p.ccode).collect(),
            iso3: parties.iter().map(|p| p.iso3.clone()).collect(),
            id,
            kind,
            start: days.0,
            end: days.1,
            year: None,
            title,
            certainty,
            conditions: Vec::new(),
            note: String::new(),
            sources: Vec::new(),
            message,
        }
    }

    /// The same, known by its year only.
    pub(crate) fn in_year(mut self, year: i16) -> Self {
        self.start = date(year, 1, 1);
        self.end = Some(date(year, 12, 31));
        self.year = Some(year);
        self
    }

    /// First and last day, where they are known; the last is empty where it is open-ended.
    pub fn days(&self) -> Option<(Date, Option<Date>)> {
        match self.year {
            Some(_) => None,
            None => Some((self.start, self.end)),
        }
    }

    /// Whether it begins after a day, as far as is known: what is announced for a year without a day is
    /// still to come.
    pub fn is_ahead(&self, of: Date) -> bool {
        self.year.is_some() || self.start > of
    }

    /// By what windows are put in order: the first day, or the last of the year where no day is known.
    pub(crate) fn order(&self) -> (Date, WindowKind, &str) {
        let first = match self.year {
            Some(year) => date(year, 12, 31),
            None => self.start,
        };
        (first, self.kind, &self.id)
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    pub(crate) fn source(mut self, source: impl Into<String>) -> Self {
        self.sources.push(source.into());
        self
    }

    /// Whether the window is open on some day of a span, both ends included.
    pub fn touches(&self, from: Date, until: Date) -> bool {
        self.start <= until && self.end.is_none_or(|end| end >= from)
    }
}
