//! Arguments of `entente ties`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::TableFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ties USA MEX --as-of 2021-02-01\n  entente ties USA MEX --from 2002 --to 2014\n  entente ties USA MEX CAN --format csv -o ties.csv"
)]
pub struct TiesArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// From this year [default: the first on record]
    #[arg(long, value_name = "YEAR")]
    pub from: Option<u16>,
    /// To this year [default: the last on record]
    #[arg(long, value_name = "YEAR")]
    pub to: Option<u16>,
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
