//! Arguments of `entente partners`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::TableFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente partners USA --among \"Latin America\" --as-of 2021-02-01\n  entente partners USA --among OAS --weights \"coincidence > contact, distance <= 0.1\"\n  entente partners MEX --among USA,CAN,BRA,ARG --format csv -o partners.csv"
)]
pub struct PartnersArgs {
    /// The state whose partners they would be: name, ISO code or COW number
    #[arg(value_name = "STATE")]
    pub state: String,
    /// The candidates: a region (Latin America, Africa, Asia, Eastern Europe, Western Europe), a body (OAS, G20), or states with commas
    #[arg(long, value_name = "WHOM")]
    pub among: String,
    /// What is known of the weights: an order or bounds, as "contact > fora, distance <= 0.1" [default: nothing]
    #[arg(
        long,
        value_name = "WORDS",
        default_value = "",
        hide_default_value = true
    )]
    pub weights: String,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
