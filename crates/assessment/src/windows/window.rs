//! A window: an interval in which something can be moved.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// First day.
    pub start: Date,
    /// Last day, itself included; empty where it is open-ended or not known.
    pub end: Option<Date>,
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
    #[serde(skip)]
    pub message: Message,
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
            title,
            certainty,
            conditions: Vec::new(),
            note: String::new(),
            sources: Vec::new(),
            message,
        }
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
