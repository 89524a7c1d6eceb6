//! The border of the United States: encounters, and crossings from Mexico.

use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::import::dates::first_of_month;
use crate::import::readers::{month, number, text, year};
use crate::import::state_codes::named;
use crate::known::end_of_month;
use crate::record::table;

/// The day of the copy of encounters by citizenship: its months hold revised figures.
const CITIZENSHIP_COPY: Date = date(2024, 1, 29);

/// The day of the copy of crossings by port.
const CROSSINGS_COPY: Date = date(2019, 11, 21);

/// The day from which a month's figures of the Border Patrol are taken as known: the end of the month after.
fn reported(year: u16, month: u8) -> Date {
    let first = first_day(year, month);
    end_of_month(first.checked_add(1.month()).unwrap_or(first))
}

fn first_day(year: u16, month: u8) -> Date {
    let month = i8::try_from(month).unwrap_or(12).clamp(1, 12);
    date(i16::try_from(year).unwrap_or(9999).min(9999), month, 1)
}

table! {
    /// Encounters of the United States Border Patrol in a month, by sector.
    ///
    /// All nationalities together, between ports of entry only. Encounters, not persons: who tries again counts
    /// again. Expulsions under Title 42 are in it from March 2020.
    pub struct BorderPatrolMonth in border_patrol {
        /// Year of the calendar.
        year: u16 = "cy" as year,
        /// Month.
        month: u8 = "month" as month,
        /// Fiscal year, which begins in October of the year before.
        fiscal_year: u16 = "fy" as year,
        /// San Diego sector, California.
        san_diego: u32 = "san_diego" as number("a count"),
        /// El Centro sector, California.
        el_centro: u32 = "el_centro" as number("a count"),
        /// Yuma sector, Arizona.
        yuma: u32 = "yuma" as number("a count"),
        /// Tucson sector, Arizona.
        tucson: u32 = "tucson" as number("a count"),
        /// El Paso sector, Texas and New Mexico.
        el_paso: u32 = "el_paso" as number("a count"),
        /// Big Bend sector, Texas.
        big_bend: u32 = "big_bend" as number("a count"),
        /// Del Rio sector, Texas.
        del_rio: u32 = "del_rio" as number("a count"),
        /// Laredo sector, Texas.
        laredo: u32 = "laredo" as number("a count"),
        /// Rio Grande Valley sector, Texas.
        rio_grande_valley: u32 = "rio_grande_valley" as number("a count"),
        /// The nine sectors of the southwest border together, as published.
        southwest_border: u32 = "southwest_border" as number("a count"),
        /// Blaine sector, northern border.
        blaine: u32 = "blaine" as number("a count"),
        /// Spokane sector, northern border.
        spokane: u32 = "spokane" as number("a count"),
        /// Havre sector, northern border.
        havre: u32 = "havre" as number("a count"),
        /// Grand Forks sector, northern border.
        grand_forks: u32 = "grand_forks" as number("a count"),
        /// Detroit sector, northern border.
        detroit: u32 = "detroit" as number("a count"),
        /// Buffalo sector, northern border.
        buffalo: u32 = "buffalo" as number("a count"),
        /// Swanton sector, northern border.
        swanton: u32 = "swanton" as number("a count"),
        /// Houlton sector, northern border.
        houlton: u32 = "houlton" as number("a count"),
        /// The eight sectors of the northern border together, as published.
        northern_border: u32 = "northern_border" as number("a count"),
        /// Livermore sector, California, counted until September 2005.
        livermore: u32 = "livermore" as number("a count"),
        /// Miami sector, coast.
        miami: u32 = "miami" as number("a count"),
        /// New Orleans sector, coast.
        new_orleans: u32 = "new_orleans" as number("a count"),
        /// Ramey sector, coast.
        ramey: u32 = "ramey" as number("a count"),
        /// The coastal sectors together, as published.
        coastal_border: u32 = "coastal_border" as number("a count"),
        /// All sectors, as published.
        total: u32 = "monthly_total" as number("a count"),
    }
    import {
        word: "usbp-months",
        about: "Encounters of the Border Patrol by month and sector (CBP, from the publisher's list in PDF)",
        raw: "border/usbp_monthly_encounters_fy2000_2020.csv.gz",
    }
    key(b) -> (u16, u8) { (b.year, b.month) }
    known(b) = "from the last day of the month after" { reported(b.year, b.month) }
    speaks_until(b, day) { end_of_month(first_day(b.year, b.month)).min(day) }
}

table! {
    /// Encounters of United States Customs and Border Protection in a month, by citizenship.
    ///
    /// At ports of entry and between them. Encounters, not persons: who tries again counts again, often under
    /// Title 42. 21 citizenships are named, the others are `OTHER`.
    pub struct BorderEncounter in border_encounters {
        /// First day of the month.
        month: Date = "calendar_month" as first_of_month,
        /// `Southwest Land Border`, `Northern Land Border`, or `Other`.
        region: String = "region" as text,
        /// Citizenship, as written.
        citizenship: String = "citizenship" as text,
        /// The state of that citizenship; empty of `OTHER`.
        ccode: Option<Ccode> = "citizenship" as named,
        /// `Single Adults`, `FMUA` (in a family), `UC / Single Minors`, `Accompanied Minors`.
        demographic: String = "demographic" as text,
        /// `Title 8` (immigration law) or `Title 42` (expulsion on grounds of public health).
        authority: String = "authority" as text,
        /// Encounters.
        encounters: u32 = "count" as number("a count"),
    }
    import {
        word: "cbp-encounters",
        about: "Encounters by month and citizenship (CBP, Nationwide Encounters, gathered)",
        raw: "border/cbp_encounters_month_citizenship.csv.gz",
    }
    key(e) -> (Date, String, String, String, String) {
        (e.month, e.region.clone(), e.citizenship.clone(), e.demographic.clone(), e.authority.clone())
    }
    known(e) = "from 29 January 2024, the day of the copy; later months from their last day" {
        CITIZENSHIP_COPY.max(end_of_month(e.month))
    }
    speaks_until(e, day) { end_of_month(e.month).min(day) }
}

table! {
    /// Crossings from Mexico into the United States at a port of entry in a month, in one measure.
    ///
    /// One way only. Trucks and their containers are measures of the same lorries: never add measures.
    pub struct PortCrossing in port_crossings {
        /// Port of entry, as written; names change with time.
        port: String = "port" as text,
        /// The publisher's code of the port.
        port_code: u16 = "port_code" as number("a code of a port"),
        /// State of the United States.
        state: String = "state" as text,
        /// First day of the month.
        month: Date = "month" as first_of_month,
        /// What was counted: `Trucks`, `Pedestrians`, `Personal Vehicles` and nine others.
        measure: String = "measure" as text,
        /// Count.
        count: u32 = "value" as number("a count"),
    }
    import {
        word: "bts-crossings",
        about: "Crossings from Mexico by port and month (Bureau of Transportation Statistics, gathered)",
        raw: "border/bts_us_mexico_crossings_port_month.csv.gz",
    }
    key(c) -> (u16, String, Date) { (c.port_code, c.measure.clone(), c.month) }
    known(c) = "from 21 November 2019, the day of the copy; later months from their last day" {
        CROSSINGS_COPY.max(end_of_month(c.month))
    }
    speaks_until(c, day) { end_of_month(c.month).min(day) }
}
