//! Who governs, and the elections that decide it.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::ElectionKind;
use crate::cell::words;
use crate::import::archigos::{ARCHIGOS_END, at_leaving, ccode_on_entry, day_of_leaving, gender};
use crate::import::factbook::{day_stands, office, since_day, state_of_page};
use crate::import::readers::{
    ccode, day, last_day, month, number, optional_month, optional_text, optional_year, text,
    trimmed, year,
};
use crate::import::reign::{
    day_of_entry, election_day, election_state, election_types, event_kind, known_flag, known_year,
    military_career, month_of_leaving, second_round, yes_no_or_neither, yes_or_no,
};
use crate::known::end_of_month;
use crate::record::table;
use crate::snapshots::{self, CLOSED};

/// The edition of REIGN's elections in the bundle: March 2021. What it marks as upcoming was a plan
/// then, and is readable as a plan from the end of that month.
const REIGN_EDITION: Date = date(2021, 3, 31);

table! {
    /// An event around a national election or referendum (REIGN).
    pub struct Election in elections {
        /// State.
        ccode: Ccode = "ccode" & "elecnum" as election_state,
        /// The publisher's number of the election within the state; 0 or negative counts back from where coding began.
        number: i8 = "electionnumber" as number("a whole number from -128 to 127"),
        /// Place in the sequence of events of one election: rounds, announcements.
        sequence: u8 = "sequence" as number("a whole number from 0 to 255"),
        /// The publisher's number of the election in the whole list.
        election: u32 = "elecnum" as number("a number"),
        /// Year.
        year: u16 = "elec_year" as year,
        /// Month.
        month: u8 = "elec_month" as month,
        /// Day; empty where not recorded.
        day: Option<u8> = "elec_day" & "event" as election_day(year, month),
        /// What the row is.
        kind: ElectionKind = "event" as event_kind,
        /// The publisher's words for it, without trailing blanks.
        event: String = "event" as trimmed,
        /// X executive, L legislature, R referendum; combinations occur.
        types: String = "type" as election_types,
        /// Whether the executive is elected directly.
        direct: Option<bool> = "direct" as yes_no_or_neither,
        /// Whether the election was regular.
        regular: Option<bool> = "regular" as yes_or_no,
        /// Whether the incumbent side won.
        incumbent_won: Option<bool> = "victory" as yes_or_no,
        /// Whether the leader changed.
        changed: Option<bool> = "change" as yes_or_no,
        /// Whether it was a second round.
        runoff: Option<bool> = "runoff" as second_round,
    }
    import {
        word: "reign-elections",
        about: "Elections and referendums (REIGN)",
        raw: "leaders/elections.csv.gz",
    }
    key(e) -> (Ccode, u32, u8, u16, u8, String) { (e.ccode, e.election, e.sequence, e.year, e.month, e.event.clone()) }
    known(e) = "from the day of the event, or the last day of its month where the day is not recorded; a plan, from 31 March 2021" { match e.kind {
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
        ccode: Ccode = "ccode" as ccode,
        /// The publisher's identifier of the spell; two occur twice.
        leadid: String = "leadid" as trimmed,
        /// Name as published.
        leader: String = "leader" as trimmed,
        /// Day of entry.
        from: Date = "syear" & "smonth" & "sdate" as day_of_entry,
        /// First day of the month of leaving; empty while in office when the list was closed.
        until_month: Option<Date> = "eyear" & "emonth" as month_of_leaving(from),
        /// Year of birth.
        birth_year: Option<u16> = "birthyear" as known_year,
        /// Whether a man; empty where unknown.
        man: Option<bool> = "gender" as known_flag,
        /// Military career: 0 none, 0.5 partly, 1 yes; empty where unknown.
        military_career: Option<f64> = "militarycareer" as military_career,
        /// Month of the last election, as published.
        election_month: Option<u8> = "l_month" as optional_month,
        /// Year of the last election, as published.
        election_year: Option<u16> = "l_year" as optional_year,
    }
    import {
        word: "reign-leaders",
        about: "Leaders (REIGN)",
        raw: "leaders/leaders.csv.gz",
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
        gwcode: u16 = "gwcode" as number("a Gleditsch-Ward number"),
        /// COW number that goes with it on the day of entry, where there is one.
        ccode: Option<Ccode> = "gwcode" & "startdate" as ccode_on_entry,
        /// The publisher's identifier of the spell.
        obsid: String = "obsid" as text,
        /// The publisher's identifier of the leader.
        leadid: String = "leadid" as text,
        /// Name as published (accents were removed upstream).
        leader: String = "leader" as text,
        /// Year of birth.
        birth_year: Option<u16> = "yrborn" as optional_year,
        /// M or F.
        gender: Option<String> = "gender" as gender,
        /// Day of entry.
        from: Date = "startdate" as day,
        /// Day of leaving; empty if still in office on 31 December 2015.
        until: Option<Date> = "enddate" & "exit" & "exitcode" as day_of_leaving(from),
        /// How the leader entered.
        entry: Option<String> = "entry" as optional_text,
        /// How the leader left; empty before that is known.
        exit: Option<String> = "exit" as at_leaving(until),
        /// The circumstances, in the publisher's code.
        exit_code: Option<String> = "exitcode" as at_leaving(until),
    }
    import {
        word: "archigos",
        about: "Leaders (Archigos)",
        raw: "leaders/archigos.csv.gz",
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
    speaks_until(l, day) { l.until.unwrap_or(ARCHIGOS_END).min(day).max(l.from) }
}

words! {
    /// An office that the World Factbook lists.
    pub enum Office {
        /// The chief of state.
        ChiefOfState = "chief_of_state",
        /// The head of government.
        HeadOfGovernment = "head_of_government",
    }
}

table! {
    /// Who held the office of chief of state or head of government, as the World Factbook named them; deputies too.
    ///
    /// One person can have several rows, one for each wording. The list gives no day of leaving.
    pub struct OfficeHolder in office_holders {
        /// The publisher's code of the country (GEC).
        gec: String = "gec" as text,
        /// State; empty for a place that is no state of its own.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// The office under which the name stands.
        office: Office = "role" as office,
        /// Title and name as published, the family name in capitals.
        holder: String = "holder" as text,
        /// The publisher's words for the day of entry.
        since_text: String = "since_text" as text,
        /// Day of entry as the row gives it, or the first of its month or year where no more is given; empty where nothing is.
        since: Option<Date> = "since" as since_day,
        /// Whether the day of entry is given, and not its month or year alone.
        since_day_known: bool = "since" as day_stands,
        /// The first snapshot in which the row stood.
        first_seen: Date = "first_seen" as day,
        /// The last snapshot in which it stood; empty while it stands in the last one taken by the day of reading.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-leaders",
        about: "Chiefs of state and heads of government (World Factbook)",
        raw: "leaders/factbook_leaders.csv.gz",
    }
    key(h) -> (String, Office, String, String, Date) {
        (h.gec.clone(), h.office, h.holder.clone(), h.since_text.clone(), h.first_seen)
    }
    known(h) = "from the first snapshot in which the row stood; that it stands no more, from the first one without it" { h.first_seen }
    on(h, day) { snapshots::on(h, h.first_seen, h.last_seen, day, |h, last| h.last_seen = last) }
    speaks_until(h, day) { snapshots::speaks_until(h.first_seen, h.last_seen, day) }
}

table! {
    /// The last and the next national vote as the World Factbook gave them: what could be expected on a day.
    pub struct ElectionNotice in election_notices {
        /// The publisher's code of the country (GEC).
        gec: String = "gec" as text,
        /// State; empty for a place that is no state of its own.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// What is elected: executive, legislative, legislative_lower or legislative_upper.
        branch: String = "branch" as text,
        /// The words before the days, which name the chamber; may be empty.
        context: Option<String> = "context" as optional_text,
        /// The last vote, in the publisher's words.
        last_held: Option<String> = "last_held" as optional_text,
        /// The next vote, in the publisher's words.
        next_held: Option<String> = "next_held" as optional_text,
        /// The first snapshot in which the row stood.
        first_seen: Date = "first_seen" as day,
        /// The last snapshot in which it stood; empty while it stands in the last one taken by the day of reading.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-elections",
        about: "Last and next elections (World Factbook)",
        raw: "leaders/factbook_elections.csv.gz",
    }
    key(n) -> (String, String, String, String, String, Date) {
        (
            n.gec.clone(),
            n.branch.clone(),
            n.context.clone().unwrap_or_default(),
            n.last_held.clone().unwrap_or_default(),
            n.next_held.clone().unwrap_or_default(),
            n.first_seen,
        )
    }
    known(n) = "from the first snapshot in which the row stood; that it stands no more, from the first one without it" { n.first_seen }
    on(n, day) { snapshots::on(n, n.first_seen, n.last_seen, day, |n, last| n.last_seen = last) }
    speaks_until(n, day) { snapshots::speaks_until(n.first_seen, n.last_seen, day) }
}
