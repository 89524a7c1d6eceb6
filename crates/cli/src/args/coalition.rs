//! Arguments of `entente coalition`.

use std::path::PathBuf;

use super::TableFormat;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente coalition idb-2020\n  entente coalition idb-2020 --for borrowing\n  entente coalition idb-2020 --for USA,BRA,COL --against ARG,MEX,CHL,CRI\n  entente coalition shares.csv --format csv -o power.csv"
)]
pub struct CoalitionArgs {
    /// A body that comes with the program (idb-2020), or a file of shares in TOML or CSV
    #[arg(value_name = "BODY")]
    pub body: String,
    /// Members that are for: states or groups of the body, with commas
    #[arg(
        long = "for",
        value_name = "MEMBERS",
        value_delimiter = ',',
        num_args = 1
    )]
    pub side_for: Vec<String>,
    /// Members that are against
    #[arg(long, value_name = "MEMBERS", value_delimiter = ',', num_args = 1)]
    pub against: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
