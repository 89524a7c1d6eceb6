//! Arguments of `entente states`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::TableFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente states México\n  entente states --on 1950-06-25\n  entente states --member-of OAS --on 2021-02-01 --format csv"
)]
pub struct StatesArgs {
    /// A name, ISO code or COW number, or a part of the names of several states
    pub query: Option<String>,
    /// Only states that existed on a date
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    /// Only members of a body (UN, OAS, G20, …) on the date of --on, or today's members on record
    #[arg(long, value_name = "BODY")]
    pub member_of: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
