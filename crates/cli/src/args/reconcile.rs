//! Arguments of `entente reconcile`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::TableFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente reconcile USA MEX --year 2018\n  entente reconcile USA MEX --session 73 --roll-calls --format csv"
)]
pub struct ReconcileArgs {
    /// Two states: name, ISO code or COW number
    #[arg(required = true, num_args = 2, value_name = "STATE")]
    pub states: Vec<String>,
    /// A calendar year, as the Department of State reports since 2017
    #[arg(
        long,
        value_name = "YEAR",
        conflicts_with = "session",
        required_unless_present = "session"
    )]
    pub year: Option<u16>,
    /// A regular session, as it reported before
    #[arg(long, value_name = "N")]
    pub session: Option<u16>,
    /// A TOML file of named baskets, beside those that come with the program
    #[arg(long, value_name = "FILE")]
    pub baskets: Option<PathBuf>,
    /// Show every roll call, not only those that make a difference
    #[arg(long)]
    pub every_roll_call: bool,
    /// As CSV, the roll calls instead of the grid
    #[arg(long)]
    pub roll_calls: bool,
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
