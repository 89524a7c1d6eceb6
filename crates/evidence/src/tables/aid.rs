//! Aid from state to state.

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::cell::{Place, words};
use crate::import::csv_table::Row;
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{
    amount, ccode, iso3, optional_amount, optional_number, place, text, year,
};
use crate::import::state_codes::{state, state_in};
use crate::known::end_of_year;
use crate::record::table;

/// The day of the copy of DAC2A; its prices are those of 2022, so no earlier edition has its figures.
const DAC_COPY: Date = date(2024, 10, 10);

/// The Foreign Aid Explorer as it was in December 2020.
const EXPLORER_EDITION: Date = date(2020, 12, 31);

/// The last fiscal year that was over and reported in that edition.
const LAST_FINISHED: u16 = 2019;

/// Edition 3.0 of Global Chinese Development Finance is of November 2023.
const GCDF_EDITION: Date = date(2023, 11, 30);

table! {
    /// Official development assistance of a donor to a recipient in a year (OECD, DAC2A), million US dollars in
    /// prices of 2022.
    ///
    /// Donors are the members of the OECD's committee and others that report to it. China, India, Brazil and Mexico
    /// do not: no row is not a zero.
    pub struct AidFlow in aid {
        /// The donor.
        donor: Ccode = "donor_iso3" as iso3,
        /// The recipient's ISO 3166 alpha-3 code.
        recipient: Place = "recipient_iso3" as place,
        /// The recipient, if it is a state.
        recipient_ccode: Option<Ccode> = "recipient_iso3" as state,
        /// Year.
        year: u16 = "year" as year,
        /// Net of repayments; may be negative.
        net: Option<f64> = "oda_net" as optional_number,
        /// Gross.
        gross: Option<f64> = "oda_gross" as optional_amount,
        /// The donor's share in what international bodies gave, by its contributions to them; no act between the two.
        imputed_multilateral: Option<f64> = "imputed_multilateral" as optional_amount,
        /// Humanitarian aid, part of it.
        humanitarian: Option<f64> = "humanitarian" as optional_amount,
        /// Technical cooperation, part of it.
        technical: Option<f64> = "technical_cooperation" as optional_amount,
        /// Food aid, part of it.
        food: Option<f64> = "food_aid" as optional_amount,
    }
    import {
        word: "oecd-dac2a",
        about: "Official development assistance (OECD, DAC2A, gathered)",
        raw: "aid/oecd_dac2a_pair_year.csv.gz",
    }
    key(a) -> (Ccode, Place, u16) { (a.donor, a.recipient, a.year) }
    known(a) = "from 10 October 2024, the day of the copy; later years from 31 December of `year`" {
        DAC_COPY.max(end_of_year(a.year))
    }
    speaks_until(a, day) { end_of_year(a.year).min(day) }
}

words! {
    /// A step of aid.
    pub enum AidStep {
        /// Bound by agreement.
        Obligated = "obligated",
        /// Paid out; on record from 2001.
        Disbursed = "disbursed",
    }
}

/// Obligations or disbursements.
fn step(cell: &Cell<'_>) -> Result<AidStep, ImportError> {
    match cell.required()? {
        "Obligations" => Ok(AidStep::Obligated),
        "Disbursements" => Ok(AidStep::Disbursed),
        _ => Err(cell.error("is neither `Obligations` nor `Disbursements`")),
    }
}

/// Whether the fiscal year was over and reported when the edition was made.
fn finished(cell: &Cell<'_>) -> Result<bool, ImportError> {
    cell.year().map(|year| year <= LAST_FINISHED)
}

/// Aid of which the publisher names no recipient.
fn to_nobody(row: &Row<'_>) -> bool {
    row.cell("recipient_iso3").text == "NULL"
}

table! {
    /// Aid of the United States, economic and military, to a recipient in a fiscal year (Foreign Aid Explorer),
    /// million US dollars in prices of 2016.
    ///
    /// A fiscal year ends on 30 September. Not the same as official development assistance: military aid is in it.
    pub struct UsAid in us_aid {
        /// The recipient's code, as written: ISO 3166 alpha-3, `CS-KM` Kosovo.
        recipient: String = "recipient_iso3" as text,
        /// Fiscal year.
        fiscal_year: u16 = "fiscal_year" as year,
        /// The recipient, if it is a state.
        ccode: Option<Ccode> = "recipient_iso3" as state_in(fiscal_year),
        /// Obligated or disbursed.
        step: AidStep = "transaction" as step,
        /// Amount; negative where more was taken back than given.
        amount: f64 = "usd2016_million" as amount,
        /// Whether the year was reported whole when the edition was made; 2020 was not.
        finished: bool = "fiscal_year" as finished,
    }
    import {
        word: "us-foreign-aid",
        about: "Aid of the United States by recipient and fiscal year (USAID, gathered)",
        raw: "aid/us_foreign_aid_country_year.csv.gz",
        leaves_out: to_nobody,
    }
    key(a) -> (String, u16, AidStep) { (a.recipient.clone(), a.fiscal_year, a.step) }
    known(a) = "from 31 December 2020, the month of the edition; later years from 31 December of `fiscal_year`" {
        EXPLORER_EDITION.max(end_of_year(a.fiscal_year))
    }
    speaks_until(a, day) { end_of_fiscal_year(a.fiscal_year).min(day) }
}

/// 30 September of a year.
fn end_of_fiscal_year(year: u16) -> Date {
    date(end_of_year(year).year(), 9, 30)
}

table! {
    /// Official finance that China committed to a state in a year (AidData, Global Chinese Development Finance 3.0),
    /// US dollars; the prices are not stated.
    ///
    /// Commitments, not payments. A state to which nothing was committed in a year has no row.
    pub struct ChineseFinance in chinese_finance {
        /// Recipient.
        ccode: Ccode = "ccode" as ccode,
        /// Year of commitment.
        year: u16 = "year" as year,
        /// Of other official flows.
        other_official: f64 = "oof_amt" as amount,
        /// Of other official flows, adjusted for the type of flow.
        other_official_adjusted: f64 = "oof_adj" as amount,
        /// Like official development assistance.
        aid: f64 = "oda_amt" as amount,
        /// Like official development assistance, adjusted for the type of flow.
        aid_adjusted: f64 = "oda_adj" as amount,
        /// Official, of which it is not clear whether it is aid.
        vague: f64 = "vof_amt" as amount,
        /// Official and not clear, adjusted for the type of flow.
        vague_adjusted: f64 = "vof_adj" as amount,
    }
    import {
        word: "aiddata-china",
        about: "Official finance of China by recipient and year (AidData, from odadata)",
    }
    key(f) -> (Ccode, u16) { (f.ccode, f.year) }
    known(f) = "from 30 November 2023, the month of the edition; later years from 31 December of `year`" {
        GCDF_EDITION.max(end_of_year(f.year))
    }
    speaks_until(f, day) { end_of_year(f.year).min(day) }
}
