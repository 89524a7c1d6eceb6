//! UNHCR's tables of forced displacement.
//!
//! An empty cell is what the publisher left empty; a zero is what it wrote as zero. Counts are
//! persons unless a column says cases. UNHCR rounds small counts to multiples of 5 in some years.
//!
//! Origin and asylum are joined on the ISO columns: UNHCR's own codes differ from ISO. The text
//! `NA` is a code of UNHCR's ("not available") and is kept; among counts it is missing, as are `-` and an empty
//! field. `*` among counts is one to four persons, whose number is not told: no number stands for it, and
//! `one_to_four` says where it stood.

use crate::cell::{Code, Place};
use crate::import::readers::{
    code, few_of_five, few_of_four, few_of_nine, few_of_one, optional_count, persons_or_cases,
    place, year,
};
use crate::known::end_of_year;
use crate::record::table;

table! {
    /// Persons of concern at the end of a year.
    pub struct Population in population {
        /// Year.
        year: u16 = "year" as year,
        /// Where they come from.
        origin: Place = "coo_iso" as place,
        /// Where they stay.
        asylum: Place = "coa_iso" as place,
        /// Refugees.
        refugees: Option<u32> = "refugees" as optional_count,
        /// Asylum-seekers with a case pending.
        asylum_seekers: Option<u32> = "asylum_seekers" as optional_count,
        /// Refugees returned in the year.
        returned_refugees: Option<u32> = "returned_refugees" as optional_count,
        /// Internally displaced persons of concern to UNHCR.
        idps: Option<u32> = "idps" as optional_count,
        /// Internally displaced persons returned in the year.
        returned_idps: Option<u32> = "returned_idps" as optional_count,
        /// Stateless persons.
        stateless: Option<u32> = "stateless" as optional_count,
        /// Others of concern.
        others_of_concern: Option<u32> = "ooc" as optional_count,
        /// Others in need of international protection; empty before 2018.
        others_needing_protection: Option<u32> = "oip" as optional_count,
        /// Host community.
        host_community: Option<u32> = "hst" as optional_count,
        /// Columns in which UNHCR writes `*`, one to four persons, with commas between; their cells are empty.
        one_to_four: Option<String> = "refugees" & "asylum_seekers" & "returned_refugees" & "idps" & "returned_idps" & "stateless" & "ooc" & "oip" & "hst" as few_of_nine(&["refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless", "others_of_concern", "others_needing_protection", "host_community"]),
    }
    import {
        word: "unhcr-population",
        about: "Persons of concern (UNHCR, population)",
        raw: "displacement/population.csv.gz",
    }
    key(p) -> (u16, Place, Place) { (p.year, p.origin, p.asylum) }
    known(p) { end_of_year(p.year) }
}

table! {
    /// Persons newly displaced in a year.
    pub struct Flow in flows {
        /// Year.
        year: u16 = "year" as year,
        /// Where they come from.
        origin: Place = "coo_iso" as place,
        /// Where they arrived.
        asylum: Place = "coa_iso" as place,
        /// Refugees.
        refugees: Option<u32> = "refugees" as optional_count,
        /// Asylum-seekers.
        asylum_seekers: Option<u32> = "asylum_seekers" as optional_count,
        /// Persons in refugee-like situations.
        refugee_like: Option<u32> = "refugee_like" as optional_count,
        /// Others in need of international protection; empty before 2018.
        others_needing_protection: Option<u32> = "oip" as optional_count,
        /// Columns in which UNHCR writes `*`, one to four persons, with commas between; their cells are empty.
        one_to_four: Option<String> = "refugees" & "asylum_seekers" & "refugee_like" & "oip" as few_of_four(&["refugees", "asylum_seekers", "refugee_like", "others_needing_protection"]),
    }
    import {
        word: "unhcr-flows",
        about: "Newly displaced persons (UNHCR, flows)",
        raw: "displacement/flows.csv.gz",
    }
    key(f) -> (u16, Place, Place) { (f.year, f.origin, f.asylum) }
    known(f) { end_of_year(f.year) }
}

table! {
    /// Asylum applications lodged in a year.
    pub struct AsylumApplication in asylum_applications {
        /// Year.
        year: u16 = "year" as year,
        /// Where the applicants come from.
        origin: Place = "coo_iso" as place,
        /// Where they applied.
        asylum: Place = "coa_iso" as place,
        /// G government, U UNHCR, J joint.
        procedure: Code = "procedure_type" as code,
        /// N new, R repeat, A appeal and others; `NA` is UNHCR's "not available".
        application_type: Code = "app_type" as code,
        /// FI first instance, AR administrative review and others; `NA` as above.
        level: Code = "dec_level" as code,
        /// P persons, C cases.
        unit: Code = "app_pc" as persons_or_cases,
        /// Applications, in that unit.
        applied: Option<u32> = "applied" as optional_count,
        /// Columns in which UNHCR writes `*`, one to four persons, with commas between; their cells are empty.
        one_to_four: Option<String> = "applied" as few_of_one(&["applied"]),
    }
    import {
        word: "unhcr-applications",
        about: "Asylum applications (UNHCR)",
        raw: "displacement/asylum_applications.csv.gz",
    }
    key(a) -> (u16, Place, Place, Code, Code, Code, Code) {
        (a.year, a.origin, a.asylum, a.procedure, a.application_type, a.level, a.unit)
    }
    known(a) { end_of_year(a.year) }
}

table! {
    /// Decisions on asylum applications in a year.
    pub struct AsylumDecision in asylum_decisions {
        /// Year.
        year: u16 = "year" as year,
        /// Where the applicants come from.
        origin: Place = "coo_iso" as place,
        /// Where they applied.
        asylum: Place = "coa_iso" as place,
        /// G government, U UNHCR, J joint.
        procedure: Code = "procedure_type" as code,
        /// FI first instance, AR administrative review and others; `NA` is UNHCR's "not available".
        level: Code = "dec_level" as code,
        /// P persons, C cases.
        unit: Code = "dec_pc" as persons_or_cases,
        /// Recognised as refugees.
        recognized: Option<u32> = "dec_recognized" as optional_count,
        /// Given other protection.
        other: Option<u32> = "dec_other" as optional_count,
        /// Rejected.
        rejected: Option<u32> = "dec_rejected" as optional_count,
        /// Otherwise closed.
        closed: Option<u32> = "dec_closed" as optional_count,
        /// All decisions.
        total: Option<u32> = "dec_total" as optional_count,
        /// Columns in which UNHCR writes `*`, one to four persons, with commas between; their cells are empty.
        one_to_four: Option<String> = "dec_recognized" & "dec_other" & "dec_rejected" & "dec_closed" & "dec_total" as few_of_five(&["recognized", "other", "rejected", "closed", "total"]),
    }
    import {
        word: "unhcr-decisions",
        about: "Asylum decisions (UNHCR)",
        raw: "displacement/asylum_decisions.csv.gz",
    }
    key(d) -> (u16, Place, Place, Code, Code, Code) {
        (d.year, d.origin, d.asylum, d.procedure, d.level, d.unit)
    }
    known(d) { end_of_year(d.year) }
}

table! {
    /// Durable solutions in a year.
    pub struct Solution in solutions {
        /// Year.
        year: u16 = "year" as year,
        /// Where the persons come from.
        origin: Place = "coo_iso" as place,
        /// Where they had stayed, or were resettled to.
        asylum: Place = "coa_iso" as place,
        /// Refugees returned.
        returned_refugees: Option<u32> = "returned_refugees" as optional_count,
        /// Refugees resettled.
        resettlement: Option<u32> = "resettlement" as optional_count,
        /// Refugees naturalised.
        naturalisation: Option<u32> = "naturalisation" as optional_count,
        /// Internally displaced persons returned.
        returned_idps: Option<u32> = "returned_idps" as optional_count,
        /// Columns in which UNHCR writes `*`, one to four persons, with commas between; their cells are empty.
        one_to_four: Option<String> = "returned_refugees" & "resettlement" & "naturalisation" & "returned_idps" as few_of_four(&["returned_refugees", "resettlement", "naturalisation", "returned_idps"]),
    }
    import {
        word: "unhcr-solutions",
        about: "Durable solutions (UNHCR)",
        raw: "displacement/solutions.csv.gz",
    }
    key(s) -> (u16, Place, Place) { (s.year, s.origin, s.asylum) }
    known(s) { end_of_year(s.year) }
}
