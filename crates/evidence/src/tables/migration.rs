//! Migrants and what they send home, as the World Bank estimates them.

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::import::csv_table::Row;
use crate::import::readers::{amount, number, text};
use crate::import::state_codes::named;
use crate::record::table;

/// The matrices of 2017 in their version of April 2018.
const EDITION: Date = date(2018, 4, 30);

/// The last day of the year of which they tell.
const YEAR: Date = date(2017, 12, 31);

/// Sums of rows and columns.
fn world(row: &Row<'_>, columns: [&'static str; 2]) -> bool {
    columns
        .into_iter()
        .any(|column| row.cell(column).text.eq_ignore_ascii_case("world"))
}

fn sent_or_received_by_all(row: &Row<'_>) -> bool {
    world(row, ["sending", "receiving"])
}

fn from_or_in_all(row: &Row<'_>) -> bool {
    world(row, ["origin", "destination"])
}

table! {
    /// Persons born in one country and living in another, 2017 (World Bank, KNOMAD).
    ///
    /// Put together from censuses of different years. No row is no figure, or none.
    pub struct MigrantStock in migrant_stocks {
        /// Where they were born, as the publisher names it: `Other North` and `Other South` are no states.
        origin: String = "origin" as text,
        /// The same, if it is a state.
        origin_ccode: Option<Ccode> = "origin" as named,
        /// Where they live, as the publisher names it.
        destination: String = "destination" as text,
        /// The same, if it is a state.
        destination_ccode: Option<Ccode> = "destination" as named,
        /// Persons.
        persons: u32 = "persons" as number("a number of persons"),
    }
    import {
        word: "worldbank-migrants",
        about: "Migrants by origin and destination, 2017 (World Bank, KNOMAD)",
        raw: "remittances/worldbank_bilateral_migrant_stock_2017.csv.gz",
        leaves_out: from_or_in_all,
    }
    key(m) -> (String, String) { (m.origin.clone(), m.destination.clone()) }
    known(_m) = "from 30 April 2018, the month of its version" { EDITION }
    speaks_until(_m, day) { YEAR.min(day) }
}

table! {
    /// Money that migrants sent from one country to another, 2017 (World Bank, KNOMAD), million US dollars.
    ///
    /// A model, not a record: what a country received in all is shared out by where its migrants live and by
    /// incomes here and there.
    pub struct Remittance in remittances {
        /// Where it was sent from, as the publisher names it.
        sender: String = "sending" as text,
        /// The same, if it is a state.
        sender_ccode: Option<Ccode> = "sending" as named,
        /// Where it went, as the publisher names it.
        receiver: String = "receiving" as text,
        /// The same, if it is a state.
        receiver_ccode: Option<Ccode> = "receiving" as named,
        /// Million US dollars, as estimated.
        amount: f64 = "usd_million" as amount,
    }
    import {
        word: "worldbank-remittances",
        about: "Remittances by sender and receiver, 2017, as modelled (World Bank, KNOMAD)",
        raw: "remittances/worldbank_bilateral_remittances_2017.csv.gz",
        leaves_out: sent_or_received_by_all,
    }
    key(r) -> (String, String) { (r.sender.clone(), r.receiver.clone()) }
    known(_r) = "from 30 April 2018, the month of its version" { EDITION }
    speaks_until(_r, day) { YEAR.min(day) }
}
