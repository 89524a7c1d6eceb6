//! The size and growth of economies.

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::{Code, words};
use crate::import::factbook::state_of_page;
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{amount, code, day, optional_text, text, year};
use crate::known::end_of_year;
use crate::record::table;

words! {
    /// What is measured of an economy.
    pub enum GdpIndicator {
        /// Gross domestic product at official exchange rates, US dollars.
        OfficialRate = "official-rate",
        /// Real gross domestic product at purchasing power parities, US dollars of a base year that differs by edition.
        RealPpp = "real-ppp",
        /// Growth of real gross domestic product, per cent.
        Growth = "growth",
    }
}

/// The publisher's name of what is measured.
fn indicator(cell: &Cell<'_>) -> Result<GdpIndicator, ImportError> {
    match cell.required()? {
        "gdp_official_exchange_rate_usd" => Ok(GdpIndicator::OfficialRate),
        "real_gdp_ppp_usd" => Ok(GdpIndicator::RealPpp),
        "real_gdp_growth_pct" => Ok(GdpIndicator::Growth),
        _ => Err(cell.error("is no indicator of gross domestic product").hint(
            "there are `gdp_official_exchange_rate_usd`, `real_gdp_ppp_usd` and `real_gdp_growth_pct`",
        )),
    }
}

table! {
    /// Gross domestic product of a state in a year, or its growth, in the newest wording of the World Factbook.
    ///
    /// The base year of purchasing power parities changes between editions (2010, 2017, 2021): its years are no
    /// series. Growth is one.
    pub struct Gdp in gdp {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of Kosovo, the European Union and the world.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// What is measured.
        indicator: GdpIndicator = "indicator" as indicator,
        /// Year.
        year: u16 = "year" as year,
        /// US dollars, or per cent.
        value: f64 = "value" as amount,
        /// The wording.
        text: String = "text" as text,
        /// The last snapshot of the Factbook in which it stood.
        last_seen: Date = "last_seen" as day,
    }
    import {
        word: "factbook-gdp",
        about: "Gross domestic product (World Factbook, gathered)",
        raw: "economy/factbook_gdp.csv.gz",
    }
    key(g) -> (Code, GdpIndicator, u16) { (g.gec, g.indicator, g.year) }
    known(g) = "from `last_seen`: when it was first written is not on record" { g.last_seen }
    speaks_until(g, day) { end_of_year(g.year).min(day) }
}
