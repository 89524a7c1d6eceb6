//! Visits to the United States and travels of its presidents and secretaries of state.

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::words;
use crate::record::table;

words! {
    /// Which of the Office of the Historian's lists a record is from.
    pub enum ContactSource {
        /// Visits to the United States by foreign leaders.
        Visits = "visits",
        /// Travels abroad of the President.
        President = "president",
        /// Travels abroad of the Secretary of State.
        Secretary = "secretary",
    }
}

words! {
    /// Who travelled.
    pub enum ContactLevel {
        /// A head of state or of government, in office or elect.
        Leader = "leader",
        /// A foreign minister, or another minister acting for the government.
        Minister = "minister",
        /// An heir, a governor general, an envoy: neither of these.
        Other = "other",
    }
}

words! {
    /// Which way the journey went.
    pub enum Direction {
        /// To the United States.
        ToUs = "to-us",
        /// From the United States.
        FromUs = "from-us",
    }
}

table! {
    /// A visit, or one stop of a journey.
    ///
    /// Known from its last day: only then is it complete.
    pub struct Contact in contacts {
        /// Which list.
        source: ContactSource,
        /// The publisher's number, unique within its list.
        id: u32,
        /// First day.
        start: Date,
        /// Last day.
        end: Date,
        /// Which way.
        direction: Direction,
        /// Who travelled, by level.
        level: ContactLevel,
        /// Who travelled, as the publisher writes it.
        person: String,
        /// The other state, where the publisher's place is (part of) a state.
        ccode: Option<Ccode>,
        /// The publisher's name of the other place.
        place: String,
        /// The publisher's identifier of the other place.
        place_id: String,
        /// Town or towns, for stops abroad.
        locale: Option<String>,
        /// What for, in the publisher's words.
        occasion: Option<String>,
        /// The number of the record that this one repeats, if it does.
        repeat_of: Option<u32>,
    }
    key(c) -> (ContactSource, u32) { (c.source, c.id) }
    known(c) { c.end }
}
