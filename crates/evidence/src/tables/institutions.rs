//! What binds states: joint memberships and alliance obligations.

use std::borrow::Cow;

use entente_states::Ccode;

use crate::import::readers::{another, ccode, flag, higher, number, year};
use crate::known::end_of_year;
use crate::record::table;
use crate::tables::geography::spell_of_years;

table! {
    /// Number of intergovernmental organisations of which both states are full members (Pevehouse et al., COW IGO 3).
    pub struct JointIgo in joint_igos {
        /// The state with the lower COW number.
        ccode1: Ccode = "ccode1" as ccode,
        /// The state with the higher.
        ccode2: Ccode = "ccode2" as higher("ccode1", ccode1),
        /// Year.
        year: u16 = "year" as year,
        /// Organisations.
        igos: u16 = "dyadigos" as number("a number of organisations"),
    }
    import {
        word: "cow-igo-dyads",
        about: "Joint memberships of organisations (Correlates of War, IGO dyads)",
        raw: "institutions/igo_dyads.csv.gz",
    }
    key(g) -> (Ccode, Ccode, u16) { (g.ccode1, g.ccode2, g.year) }
    known(g) { end_of_year(g.year) }
}

table! {
    /// A spell of years over which one state's obligations to another did not change (ATOP 5).
    ///
    /// Directed: obligations can differ by direction. The publisher gives one row per year; runs of
    /// equal rows are one spell here. A row with none of the five obligations is kept: the publisher
    /// lists an alliance there. No row means no alliance, within the years the record covers.
    pub struct Alliance in alliances {
        /// The state that is bound.
        ccode1: Ccode = "ccode1" as ccode,
        /// The state to which it is bound.
        ccode2: Ccode = "ccode2" as another("ccode1", ccode1),
        /// First year.
        first_year: u16 = "year" as year,
        /// Last year.
        last_year: u16 = "year" as year,
        /// To defend it.
        defense: bool = "atop_defense" as flag,
        /// To join it in attack.
        offense: bool = "atop_offense" as flag,
        /// To stay neutral.
        neutrality: bool = "atop_neutral" as flag,
        /// Not to attack it.
        nonaggression: bool = "atop_nonagg" as flag,
        /// To consult with it.
        consultation: bool = "atop_consul" as flag,
    }
    import {
        word: "atop",
        about: "Alliance obligations (ATOP)",
        raw: "institutions/alliances.csv.gz",
        runs: first_year to last_year,
    }
    key(a) -> (Ccode, Ccode, u16) { (a.ccode1, a.ccode2, a.first_year) }
    known(a) { end_of_year(a.first_year) }
    on(a, day) { spell_of_years(a.first_year, a.last_year, end_of_year, day).map(|last_year| {
        if last_year == a.last_year { Cow::Borrowed(a) } else { Cow::Owned(Alliance { last_year, ..a.clone() }) }
    }) }
    speaks_until(a, day) { end_of_year(a.last_year).min(day) }
}
