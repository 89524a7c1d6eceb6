//! How often leaders travelled, counted.

use entente_states::Ccode;

use crate::import::readers::{iso3, number, optional_count, text, year};
use crate::import::state_codes::named;
use crate::known::end_of_year;
use crate::record::table;

table! {
    /// Trips of heads of state or government between one of five states and another in a year, both ways (Pardee
    /// Institute, COLT, counted).
    ///
    /// The five are China, Germany, Japan, Singapore and the United States; 183 partners. A trip to a meeting of
    /// many counts for its host. A zero is a zero.
    pub struct LeaderTrips in leader_trips {
        /// One of the five.
        ccode1: Ccode = "iso3_a" as iso3,
        /// The other.
        ccode2: Ccode = "iso3_b" as iso3,
        /// Year.
        year: u16 = "year" as year,
        /// Trips, both ways.
        trips: u16 = "leader_trips_both_ways" as number("a number of trips"),
    }
    import {
        word: "colt-pairs",
        about: "Trips of leaders between five states and others (Pardee Institute, COLT, counted)",
    }
    key(t) -> (Ccode, Ccode, u16) { (t.ccode1, t.ccode2, t.year) }
    known(t) { end_of_year(t.year) }
}

table! {
    /// Trips abroad of a state's leaders, and trips that it received, in a year (Pardee Institute, COLT, counted).
    ///
    /// Who is not listed made none. The United States receives who comes to the United Nations in New York.
    pub struct LeaderTravel in leader_travel {
        /// The publisher's name: states, organisations, places in dispute.
        country: String = "country" as text,
        /// The state of that name, if it is one's.
        ccode: Option<Ccode> = "country" as named,
        /// Year.
        year: u16 = "year" as year,
        /// Trips abroad; empty where it is not in the list of those.
        sent: Option<u32> = "trips_sent" as optional_count,
        /// Trips received; empty where it is not in the list of those.
        received: Option<u32> = "trips_received" as optional_count,
    }
    import {
        word: "colt-countries",
        about: "Trips of leaders by country (Pardee Institute, COLT, counted)",
    }
    key(t) -> (String, u16) { (t.country.clone(), t.year) }
    known(t) { end_of_year(t.year) }
}
