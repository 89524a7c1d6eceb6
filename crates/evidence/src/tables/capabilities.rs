//! What a state has: material capabilities and trade.

use entente_states::Ccode;

use crate::known::end_of_year;
use crate::record::table;

table! {
    /// National material capabilities of a state in a year (Singer, Bremer and Stuckey 1972; NMC 7.0).
    pub struct Capability in capabilities {
        /// State.
        ccode: Ccode,
        /// Year.
        year: u16,
        /// Military expenditure, thousand pounds sterling to 1913, thousand current US dollars after.
        milex: Option<f64>,
        /// Military personnel, thousand.
        milper: Option<f64>,
        /// Iron and steel production, thousand tons.
        irst: Option<f64>,
        /// Primary energy consumption, thousand coal-ton equivalents.
        pec: Option<f64>,
        /// Total population, thousand.
        tpop: Option<f64>,
        /// Urban population (cities of 100,000 and more), thousand.
        upop: Option<f64>,
        /// Composite index of national capability: the mean share of the world's total in the six, 0 to 1.
        cinc: Option<f64>,
    }
    key(c) -> (Ccode, u16) { (c.ccode, c.year) }
    known(c) { end_of_year(c.year) }
}

table! {
    /// Total imports and exports of a state in a year, million current US dollars.
    pub struct Trade in trade {
        /// State.
        ccode: Ccode,
        /// Year.
        year: u16,
        /// Imports; empty is missing.
        imports: Option<f64>,
        /// Exports; empty is missing.
        exports: Option<f64>,
    }
    key(t) -> (Ccode, u16) { (t.ccode, t.year) }
    known(t) { end_of_year(t.year) }
}
