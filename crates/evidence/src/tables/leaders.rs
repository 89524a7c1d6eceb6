//! Who governs, and the elections that decide it.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::cell::words;
use crate::known::end_of_month;
use crate::record::table;

/// The edition of REIGN's elections in the bundle: March 2021. What it marks as upcoming was a plan
/// then, and is readable as a plan from the end of that month.
const REIGN_EDITION: Date = date(2021, 3, 31);

words! {
    /// What a row of the election list is.
    pub enum ElectionKind {
        /// A vote that took place.
        Vote = "vote",
        /// A vote that was planned when the list was closed.
        Plan = "plan",
        /// Anything else: an announcement, a delay, a deadline, an annulment.
        Other = "other",
    }
}

table! {
    /// An event around a national election or referendum (REIGN).
    pub struct Election in elections {
        /// State.
        ccode: Ccode,
        /// The publisher's number of the election within the state; 0 or negative counts back from where coding began.
        number: i8,
        /// Place in the sequence of events of one election: rounds, announcements.
        sequence: u8,
        /// The publisher's number of the election in the whole list.
        election: u32,
        /// Year.
        year: u16,
        /// Month.
        month: u8,
        /// Day; empty where not recorded.
        day: Option<u8>,
        /// What the row is.
        kind: ElectionKind,
        /// The publisher's words for it, without trailing blanks.
        event: String,
        /// X executive, L legislature, R referendum; combinations occur.
        types: String,
        /// Whether the executive is elected directly.
        direct: Option<bool>,
        /// Whether the election was regular.
        regular: Option<bool>,
        /// Whether the incumbent side won.
        incumbent_won: Option<bool>,
        /// Whether the leader changed.
        changed: Option<bool>,
        /// Whether it was a second round.
        runoff: Option<bool>,
    }
    key(e) -> (Ccode, u32, u8, u16, u8, String) { (e.ccode, e.election, e.sequence, e.year, e.month, e.event.clone()) }
    known(e) { match e.kind {
        ElectionKind::Plan => REIGN_EDITION,
        ElectionKind::Vote | ElectionKind::Other => e.date(),
    } }
    speaks_until(e, day) { match e.kind {
        ElectionKind::Plan => REIGN_EDITION.min(day),
        ElectionKind::Vote | ElectionKind::Other => e.date().min(day),
    } }
}

impl Election {
    /// The day, or the last day of the month where the day is not recorded.
    pub fn date(&self) -> Date {
        let year = i16::try_from(self.year).unwrap_or(9999).min(9999);
        let month = i8::try_from(self.month).unwrap_or(12).clamp(1, 12);
        let first = date(year, month, 1);
        let last = end_of_month(first);
        self.day
            .and_then(|d| i8::try_from(d).ok())
            .and_then(|d| Date::new(year, month, d).ok())
            .unwrap_or(last)
    }
}

table! {
    /// A leader's spell in office (REIGN): the day of entry, the month of leaving.
    pub struct Leader in leaders {
        /// State.
        ccode: Ccode,
        /// The publisher's identifier of the spell; two occur twice.
        leadid: String,
        /// Name as published.
        leader: String,
        /// Day of entry.
        from: Date,
        /// First day of the month of leaving; empty while in office when the list was closed.
        until_month: Option<Date>,
        /// Year of birth.
        birth_year: Option<u16>,
        /// Whether a man; empty where unknown.
        man: Option<bool>,
        /// Military career: 0 none, 0.5 partly, 1 yes; empty where unknown.
        military_career: Option<f64>,
        /// Month of the last election, as published.
        election_month: Option<u8>,
        /// Year of the last election, as published.
        election_year: Option<u16>,
    }
    key(l) -> (Ccode, String, Date) { (l.ccode, l.leadid.clone(), l.from) }
    known(l) { l.from }
    on(l, day) {
        if l.from > day {
            None
        } else if l.until_month.is_some_and(|month| end_of_month(month) > day) {
            Some(Cow::Owned(Leader { until_month: None, ..l.clone() }))
        } else {
            Some(Cow::Borrowed(l))
        }
    }
    // The list is monthly: a coming or going tells of its month, and one still in office of nothing
    // later than the entry, for nothing in the row says when the list was closed.
    speaks_until(l, day) { end_of_month(l.until_month.unwrap_or(l.from).max(l.from)).min(day) }
}

table! {
    /// A leader's spell in office with exact days (Archigos 4.1).
    pub struct LeaderSpell in leader_spells {
        /// Gleditsch–Ward number of the state, which is not always the COW number.
        gwcode: u16,
        /// COW number that goes with it on the day of entry, where there is one.
        ccode: Option<Ccode>,
        /// The publisher's identifier of the spell.
        obsid: String,
        /// The publisher's identifier of the leader.
        leadid: String,
        /// Name as published (accents were removed upstream).
        leader: String,
        /// Year of birth.
        birth_year: Option<u16>,
        /// M or F.
        gender: Option<String>,
        /// Day of entry.
        from: Date,
        /// Day of leaving; empty if still in office on 31 December 2015.
        until: Option<Date>,
        /// How the leader entered.
        entry: Option<String>,
        /// How the leader left; empty before that is known.
        exit: Option<String>,
        /// The circumstances, in the publisher's code.
        exit_code: Option<String>,
    }
    key(l) -> (String, String, Date) { (l.obsid.clone(), l.leadid.clone(), l.from) }
    known(l) { l.from }
    on(l, day) {
        if l.from > day {
            None
        } else if l.until.is_some_and(|until| until > day) {
            Some(Cow::Owned(LeaderSpell { until: None, exit: None, exit_code: None, ..l.clone() }))
        } else {
            Some(Cow::Borrowed(l))
        }
    }
    speaks_until(l, day) { l.until.unwrap_or(date(2015, 12, 31)).min(day).max(l.from) }
}
