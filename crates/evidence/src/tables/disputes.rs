//! Militarised disputes between states, and single acts in them.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::import::located::{Cell, ImportError};
use crate::import::readers::{
    another, ccode, civil, flag, month, number, optional_code, within, year,
};
use crate::known::{end_of_month, end_of_year};
use crate::record::table;

table! {
    /// A militarised dispute of two states in a year, directed: each pair stands twice (Gibler, Miller and Little,
    /// GML MID).
    ///
    /// What is told of the dispute as a whole (its worst act, its length, its outcome) is known when it is over.
    pub struct Dispute in disputes {
        /// The publisher's number of the dispute.
        dispute: u32 = "dispnum" as number("a number"),
        /// The one state.
        ccode1: Ccode = "ccode1" as ccode,
        /// The other.
        ccode2: Ccode = "ccode2" as another("ccode1", ccode1),
        /// Year.
        year: u16 = "year" as year,
        /// Whether it began in the year.
        onset: bool = "onset" as flag,
        /// Whether the one state was on side A, which acted first.
        side_a: bool = "side_a_1" as flag,
        /// The worst act of the dispute, 1 to 21 in the publisher's code; empty before it is over.
        highest_action: Option<u8> = "hiact" as optional_code,
        /// The level of hostility, 1 to 5; empty before it is over.
        hostility: Option<u8> = "hostlev" as optional_code,
        /// Deaths in battle, 0 to 6 in the publisher's classes; empty before it is over, or where not known.
        fatality: Option<u8> = "fatality" as optional_code,
        /// Least length, days; empty before it is over.
        days_at_least: Option<u16> = "mindur" as known_days,
        /// Greatest length, days; empty before it is over.
        days_at_most: Option<u16> = "maxdur" as known_days,
        /// Outcome, 1 to 9 in the publisher's code; empty before it is over, or where not known.
        outcome: Option<u8> = "outcome" as optional_code,
        /// Settlement, 1 to 4 in the publisher's code; empty before it is over, or where not known.
        settlement: Option<u8> = "settle" as optional_code,
        /// Month of the beginning.
        start_month: u8 = "stmon" as month,
        /// Month of the end; empty before it is over.
        end_month: Option<u8> = "endmon" as optional_code,
        /// Whether both sides acted; empty before it is over.
        reciprocated: Option<bool> = "recip" as optional_flag_of_one,
    }
    import {
        word: "gml-mid",
        about: "Militarised disputes (Gibler, Miller and Little, GML MID, directed pairs)",
    }
    key(d) -> (u32, Ccode, Ccode, u16) { (d.dispute, d.ccode1, d.ccode2, d.year) }
    known(d) = "from 31 December of `year`; what tells of the whole, when it is over for certain: `days_at_most` later" {
        end_of_year(d.year)
    }
    on(d, day) {
        if end_of_year(d.year) > day {
            None
        } else if d.over() > day {
            Some(Cow::Owned(d.unfinished()))
        } else {
            Some(Cow::Borrowed(d))
        }
    }
}

impl Dispute {
    /// A day by which the dispute is over for certain: it did not begin after this year.
    fn over(&self) -> Date {
        let end = end_of_year(self.year);
        let days = i32::from(self.days_at_most.unwrap_or(u16::MAX));
        end.checked_add(days.days()).unwrap_or(Date::MAX)
    }

    /// The dispute as it reads while it goes on.
    fn unfinished(&self) -> Dispute {
        Dispute {
            highest_action: None,
            hostility: None,
            fatality: None,
            days_at_least: None,
            days_at_most: None,
            outcome: None,
            settlement: None,
            end_month: None,
            reciprocated: None,
            ..self.clone()
        }
    }
}

/// A number of days, or nothing.
fn known_days(cell: &Cell<'_>) -> Result<Option<u16>, ImportError> {
    number(cell, "a number of days").map(Some)
}

/// 0 or 1.
fn optional_flag_of_one(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    flag(cell).map(Some)
}

/// The first day of an act, or the first of its month where the day is not known.
fn first_day(year: &Cell<'_>, month_cell: &Cell<'_>, day: &Cell<'_>) -> Result<Date, ImportError> {
    Ok(day_of(year, month_cell, day)?.0)
}

/// The last day of an act, or the last of its month where the day is not known.
fn last_day(
    year: &Cell<'_>,
    month_cell: &Cell<'_>,
    day: &Cell<'_>,
    first: Date,
) -> Result<Date, ImportError> {
    let (given, known) = day_of(year, month_cell, day)?;
    let last = if known { given } else { end_of_month(given) };
    if last < first {
        return Err(day.error(format!("ends an act before its first day, {first}")));
    }
    Ok(last)
}

/// The day, and whether it is known; the first of the month where it is not.
fn day_of(
    year: &Cell<'_>,
    month_cell: &Cell<'_>,
    day: &Cell<'_>,
) -> Result<(Date, bool), ImportError> {
    let (year, month) = (year.year()?, month(month_cell)?);
    let number: Option<u8> = optional_code(day)?;
    let given = civil(year, month, number.unwrap_or(1))
        .ok_or_else(|| day.error(format!("is not a day of {year}-{month:02}")))?;
    Ok((given, number.is_some()))
}

/// Whether the first day is known.
fn day_known(day: &Cell<'_>) -> Result<bool, ImportError> {
    optional_code(day).map(|number| number.is_some())
}

table! {
    /// One militarised act of a state against another in a confrontation (Gibler and Miller, MIE 1.0).
    pub struct MilitarizedEvent in militarized_events {
        /// The publisher's number of the confrontation.
        confrontation: u32 = "micnum" as number("a number"),
        /// The number of the act in it.
        event: u32 = "eventnum" as number("a number"),
        /// The state that acts.
        ccode1: Ccode = "ccode1" as ccode,
        /// The state acted upon.
        ccode2: Ccode = "ccode2" as another("ccode1", ccode1),
        /// First day; the first of the month where the day is not known.
        from: Date = "styear" & "stmon" & "stday" as first_day,
        /// Whether the first day is known.
        day_known: bool = "stday" as day_known,
        /// Last day; the last of the month where the day is not known.
        until: Date = "endyear" & "endmon" & "endday" as last_day(from),
        /// Whether the state that acts was on side A of the confrontation.
        side_a: bool = "sidea1" as flag,
        /// The act, in the publisher's code.
        action: u8 = "action" as within(1..=25, "a code of an act"),
        /// The level of hostility, 1 to 5.
        hostility: u8 = "hostlev" as within(1..=5, "a level of hostility"),
        /// Deaths of the state that acts, at least.
        deaths1_at_least: u32 = "fatalmin1" as number("a number of deaths"),
        /// Deaths of the state that acts, at most.
        deaths1_at_most: u32 = "fatalmax1" as number("a number of deaths"),
        /// Deaths of the other, at least.
        deaths2_at_least: u32 = "fatalmin2" as number("a number of deaths"),
        /// Deaths of the other, at most.
        deaths2_at_most: u32 = "fatalmax2" as number("a number of deaths"),
    }
    import {
        word: "mie",
        about: "Militarised acts (Gibler and Miller, MIE)",
    }
    key(e) -> (u32, u32) { (e.confrontation, e.event) }
    known(e) { e.until }
}
