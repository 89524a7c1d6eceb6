//! UNHCR's tables of forced displacement.
//!
//! An empty cell is what the publisher left empty; a zero is what it wrote as zero. Counts are
//! persons unless a column says cases. UNHCR rounds small counts to multiples of 5 in some years.

use crate::cell::{Code, Place};
use crate::known::end_of_year;
use crate::record::table;

table! {
    /// Persons of concern at the end of a year.
    pub struct Population in population {
        /// Year.
        year: u16,
        /// Where they come from.
        origin: Place,
        /// Where they stay.
        asylum: Place,
        /// Refugees.
        refugees: Option<u32>,
        /// Asylum-seekers with a case pending.
        asylum_seekers: Option<u32>,
        /// Refugees returned in the year.
        returned_refugees: Option<u32>,
        /// Internally displaced persons of concern to UNHCR.
        idps: Option<u32>,
        /// Internally displaced persons returned in the year.
        returned_idps: Option<u32>,
        /// Stateless persons.
        stateless: Option<u32>,
        /// Others of concern.
        others_of_concern: Option<u32>,
        /// Others in need of international protection; empty before 2018.
        others_needing_protection: Option<u32>,
        /// Host community.
        host_community: Option<u32>,
    }
    key(p) -> (u16, Place, Place) { (p.year, p.origin, p.asylum) }
    known(p) { end_of_year(p.year) }
}

table! {
    /// Persons newly displaced in a year.
    pub struct Flow in flows {
        /// Year.
        year: u16,
        /// Where they come from.
        origin: Place,
        /// Where they arrived.
        asylum: Place,
        /// Refugees.
        refugees: Option<u32>,
        /// Asylum-seekers.
        asylum_seekers: Option<u32>,
        /// Persons in refugee-like situations.
        refugee_like: Option<u32>,
        /// Others in need of international protection; empty before 2018.
        others_needing_protection: Option<u32>,
    }
    key(f) -> (u16, Place, Place) { (f.year, f.origin, f.asylum) }
    known(f) { end_of_year(f.year) }
}

table! {
    /// Asylum applications lodged in a year.
    pub struct AsylumApplication in asylum_applications {
        /// Year.
        year: u16,
        /// Where the applicants come from.
        origin: Place,
        /// Where they applied.
        asylum: Place,
        /// G government, U UNHCR, J joint.
        procedure: Code,
        /// N new, R repeat, A appeal and others; `NA` is UNHCR's "not available".
        application_type: Code,
        /// FI first instance, AR administrative review and others; `NA` as above.
        level: Code,
        /// P persons, C cases.
        unit: Code,
        /// Applications, in that unit.
        applied: Option<u32>,
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
        year: u16,
        /// Where the applicants come from.
        origin: Place,
        /// Where they applied.
        asylum: Place,
        /// G government, U UNHCR, J joint.
        procedure: Code,
        /// FI first instance, AR administrative review and others; `NA` is UNHCR's "not available".
        level: Code,
        /// P persons, C cases.
        unit: Code,
        /// Recognised as refugees.
        recognized: Option<u32>,
        /// Given other protection.
        other: Option<u32>,
        /// Rejected.
        rejected: Option<u32>,
        /// Otherwise closed.
        closed: Option<u32>,
        /// All decisions.
        total: Option<u32>,
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
        year: u16,
        /// Where the persons come from.
        origin: Place,
        /// Where they had stayed, or were resettled to.
        asylum: Place,
        /// Refugees returned.
        returned_refugees: Option<u32>,
        /// Refugees resettled.
        resettlement: Option<u32>,
        /// Refugees naturalised.
        naturalisation: Option<u32>,
        /// Internally displaced persons returned.
        returned_idps: Option<u32>,
    }
    key(s) -> (u16, Place, Place) { (s.year, s.origin, s.asylum) }
    known(s) { end_of_year(s.year) }
}
