//! What binds states: joint memberships and alliance obligations.

use std::borrow::Cow;

use entente_states::Ccode;

use crate::known::end_of_year;
use crate::record::table;
use crate::tables::geography::spell_of_years;

table! {
    /// Number of intergovernmental organisations of which both states are full members (Pevehouse et al., COW IGO 3).
    pub struct JointIgo in joint_igos {
        /// The state with the lower COW number.
        ccode1: Ccode,
        /// The state with the higher.
        ccode2: Ccode,
        /// Year.
        year: u16,
        /// Organisations.
        igos: u16,
    }
    key(g) -> (Ccode, Ccode, u16) { (g.ccode1, g.ccode2, g.year) }
    known(g) { end_of_year(g.year) }
}

table! {
    /// A spell of years over which one state's obligations to another did not change (ATOP 5).
    ///
    /// Directed: obligations can differ by direction. The publisher gives one row per year; runs of
    /// equal rows are one spell here. No row means no alliance, within the years the record covers.
    pub struct Alliance in alliances {
        /// The state that is bound.
        ccode1: Ccode,
        /// The state to which it is bound.
        ccode2: Ccode,
        /// First year.
        first_year: u16,
        /// Last year.
        last_year: u16,
        /// To defend it.
        defense: bool,
        /// To join it in attack.
        offense: bool,
        /// To stay neutral.
        neutrality: bool,
        /// Not to attack it.
        nonaggression: bool,
        /// To consult with it.
        consultation: bool,
    }
    key(a) -> (Ccode, Ccode, u16) { (a.ccode1, a.ccode2, a.first_year) }
    known(a) { end_of_year(a.first_year) }
    on(a, day) { spell_of_years(a.first_year, a.last_year, end_of_year, day).map(|last_year| {
        if last_year == a.last_year { Cow::Borrowed(a) } else { Cow::Owned(Alliance { last_year, ..a.clone() }) }
    }) }
    speaks_until(a, day) { end_of_year(a.last_year).min(day) }
}
