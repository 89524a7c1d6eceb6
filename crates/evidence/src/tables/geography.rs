//! Where states lie: contiguity, capitals, distance.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::import::readers::{
    another, ccode, day, degrees, higher, kilometres, last_day, text, within, year,
};
use crate::record::table;

/// What the publisher writes as the end of a contiguity that lasted when the record was closed.
const CONTIGUITY_CLOSED: Date = date(2016, 12, 1);

/// What the publisher writes as the end of a capital's spell that lasted when the record was closed.
const CAPITALS_CLOSED: Date = date(2024, 12, 31);

table! {
    /// A spell of contiguity, directed (each pair stands twice).
    ///
    /// The source is monthly; its days mean nothing. An end of 2016-12-01 upstream is the end of
    /// the record, kept here as no end.
    pub struct Contiguity in contiguity {
        /// The one state.
        ccode1: Ccode = "ccode1" as ccode,
        /// The other.
        ccode2: Ccode = "ccode2" as another("ccode1", ccode1),
        /// 1 land or river; 2 to 12, 3 to 24, 4 to 150, 5 to 400 miles of water; 0 none.
        conttype: u8 = "conttype" as within(0..=5, "a type of contiguity"),
        /// First month.
        from: Date = "stdate" as day,
        /// Last month; empty while it lasts.
        until: Option<Date> = "enddate" as last_day(from, CONTIGUITY_CLOSED),
    }
    import {
        word: "cow-contiguity",
        about: "Direct contiguity (Correlates of War)",
        raw: "states/contiguity.csv",
    }
    key(c) -> (Ccode, Ccode, Date) { (c.ccode1, c.ccode2, c.from) }
    known(c) { c.from }
    on(c, day) {
        if c.from > day {
            None
        } else if c.until.is_some_and(|until| until > day) {
            Some(Cow::Owned(Contiguity { until: None, ..c.clone() }))
        } else {
            Some(Cow::Borrowed(c))
        }
    }
    speaks_until(c, day) { c.until.unwrap_or(date(2016, 12, 31)).min(day).max(c.from) }
}

table! {
    /// A capital city. Spells start early and end late on purpose; use them with the state system.
    pub struct Capital in capitals {
        /// State.
        ccode: Ccode = "ccode" as ccode,
        /// City.
        capital: String = "capital" as text,
        /// First day of the spell.
        from: Date = "stdate" as day,
        /// Last day of the spell; empty while it lasts (2024-12-31 upstream is the end of the record).
        until: Option<Date> = "enddate" as last_day(from, CAPITALS_CLOSED),
        /// Latitude, degrees north.
        latitude: f64 = "lat" as degrees(90.0),
        /// Longitude, degrees east.
        longitude: f64 = "lng" as degrees(180.0),
    }
    import {
        word: "capitals",
        about: "Capitals (peacesciencer)",
        raw: "states/capitals.csv",
    }
    key(c) -> (Ccode, Date) { (c.ccode, c.from) }
    known(c) { c.from }
    on(c, day) {
        if c.from > day {
            None
        } else if c.until.is_some_and(|until| until > day) {
            Some(Cow::Owned(Capital { until: None, ..c.clone() }))
        } else {
            Some(Cow::Borrowed(c))
        }
    }
    speaks_until(c, day) { c.until.unwrap_or(date(2024, 12, 31)).min(day).max(c.from) }
}

table! {
    /// A spell of years over which the minimum distance of two states did not change.
    ///
    /// The publisher gives one row per pair and year; runs of equal rows are one spell here, which
    /// loses nothing.
    pub struct Distance in distances {
        /// The state with the lower COW number.
        ccode1: Ccode = "ccode1" as ccode,
        /// The state with the higher.
        ccode2: Ccode = "ccode2" as higher("ccode1", ccode1),
        /// First year: the distance is that of 1 January.
        first_year: u16 = "year" as year,
        /// Last year.
        last_year: u16 = "year" as year,
        /// Kilometres; 0 means touching.
        km: f64 = "mindist" as kilometres,
    }
    import {
        word: "min-distances",
        about: "Minimum distances (peacesciencer, from CShapes)",
        raw: "states/min_distance.csv.gz",
        runs: first_year to last_year,
    }
    key(d) -> (Ccode, Ccode, u16) { (d.ccode1, d.ccode2, d.first_year) }
    known(d) { new_year(d.first_year) }
    on(d, day) { spell_of_years(d.first_year, d.last_year, new_year, day).map(|last_year| {
        if last_year == d.last_year { Cow::Borrowed(d) } else { Cow::Owned(Distance { last_year, ..d.clone() }) }
    }) }
    speaks_until(d, day) { new_year(d.last_year).min(day) }
}

fn new_year(year: u16) -> Date {
    date(i16::try_from(year).unwrap_or(9999).min(9999), 1, 1)
}

/// The last year of a spell that can be read on a day, or `None` if not even the first can.
pub(crate) fn spell_of_years(
    first: u16,
    last: u16,
    known: fn(u16) -> Date,
    day: Date,
) -> Option<u16> {
    if known(first) > day {
        return None;
    }
    let mut year = last.min(u16::try_from(day.year()).unwrap_or(0));
    while year > first && known(year) > day {
        year -= 1;
    }
    Some(year)
}
