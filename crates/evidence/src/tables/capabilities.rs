//! What a state has: material capabilities and trade.

use entente_states::Ccode;

use crate::import::readers::{ccode, optional_amount, optional_share, year};
use crate::known::end_of_year;
use crate::record::table;

table! {
    /// National material capabilities of a state in a year (Singer, Bremer and Stuckey 1972; NMC 7.0).
    pub struct Capability in capabilities {
        /// State.
        ccode: Ccode = "ccode" as ccode,
        /// Year.
        year: u16 = "year" as year,
        /// Military expenditure, thousand pounds sterling to 1913, thousand current US dollars after.
        milex: Option<f64> = "milex" as optional_amount,
        /// Military personnel, thousand.
        milper: Option<f64> = "milper" as optional_amount,
        /// Iron and steel production, thousand tons.
        irst: Option<f64> = "irst" as optional_amount,
        /// Primary energy consumption, thousand coal-ton equivalents.
        pec: Option<f64> = "pec" as optional_amount,
        /// Total population, thousand.
        tpop: Option<f64> = "tpop" as optional_amount,
        /// Urban population (cities of 100,000 and more), thousand.
        upop: Option<f64> = "upop" as optional_amount,
        /// Composite index of national capability: the mean share of the world's total in the six, 0 to 1.
        cinc: Option<f64> = "cinc" as optional_share,
    }
    import {
        word: "cow-nmc",
        about: "National material capabilities (Correlates of War, NMC)",
        raw: "capabilities/nmc.csv.gz",
    }
    key(c) -> (Ccode, u16) { (c.ccode, c.year) }
    known(c) { end_of_year(c.year) }
}

table! {
    /// Total imports and exports of a state in a year, million current US dollars.
    pub struct Trade in trade {
        /// State.
        ccode: Ccode = "ccode" as ccode,
        /// Year.
        year: u16 = "year" as year,
        /// Imports; empty is missing.
        imports: Option<f64> = "imports" as optional_amount,
        /// Exports; empty is missing.
        exports: Option<f64> = "exports" as optional_amount,
    }
    import {
        word: "cow-trade",
        about: "Monadic trade (Correlates of War)",
        raw: "capabilities/trade_monadic.csv.gz",
    }
    key(t) -> (Ccode, u16) { (t.ccode, t.year) }
    known(t) { end_of_year(t.year) }
}
