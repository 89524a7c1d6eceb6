//! Who heads the missions between the United States and others.

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::{Code, words};
use crate::import::dates::given;
use crate::import::factbook::{absence, state_of_page, vacancy};
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{code, day, last_day, optional_text, text};
use crate::partial_date::PartialDate;
use crate::record::table;
use crate::snapshots::{self, CLOSED};

words! {
    /// Whose mission it is.
    pub enum Mission {
        /// The other state's, in the United States.
        InUs = "in-us",
        /// The United States', in the other state.
        FromUs = "from-us",
    }
}

/// In the United States, or from it.
fn mission(cell: &Cell<'_>) -> Result<Mission, ImportError> {
    match cell.required()? {
        "in_us" => Ok(Mission::InUs),
        "from_us" => Ok(Mission::FromUs),
        _ => Err(cell.error("is neither `in_us` nor `from_us`")),
    }
}

table! {
    /// Who headed a state's mission in the United States, or the mission of the United States in it, as one wording
    /// of the World Factbook gave it.
    ///
    /// That nobody did is a fact too, and stands in the wording. Another spelling of a name is another row.
    pub struct ChiefOfMission in chiefs_of_mission {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of Kosovo and the European Union.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// Whose mission.
        mission: Mission = "direction" as mission,
        /// The wording: title and name, a vacancy with who acts, or that there is no mission.
        chief: String = "chief_of_mission" as text,
        /// Whether the post of ambassador was vacant.
        vacant: bool = "chief_of_mission" as vacancy,
        /// Whether there was no mission.
        none: bool = "chief_of_mission" as absence,
        /// Since when, as far as it is given; in three rows a day that lay ahead.
        since: Option<PartialDate> = "since" as given,
        /// The same as written.
        since_text: Option<String> = "since_text" as optional_text,
        /// The first snapshot of the Factbook in which it stood; the list begins on 24 November 2020.
        first_seen: Date = "first_seen" as day,
        /// The last; empty where it stood in the last of all, of 22 January 2026.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-chiefs-of-mission",
        about: "Chiefs of mission in and of the United States (World Factbook, gathered)",
        raw: "diplomacy/factbook_us_chiefs_of_mission.csv.gz",
    }
    key(c) -> (Code, Mission, Date, String) { (c.gec, c.mission, c.first_seen, c.chief.clone()) }
    known(c) = "from `first_seen`; that a wording is gone, from the snapshot after `last_seen`" { c.first_seen }
    on(c, day) { snapshots::on(c, c.first_seen, c.last_seen, day, |c, last| c.last_seen = last) }
    speaks_until(c, day) { snapshots::speaks_until(c.first_seen, c.last_seen, day) }
}
