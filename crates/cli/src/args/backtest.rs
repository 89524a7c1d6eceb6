//! Arguments of `entente backtest`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{ChartFormat, SelectionArgs};
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente backtest\n  entente backtest --from 65 --to 74 --issue hr,all-without-me\n  entente backtest --format json -o backtest.json\n  entente backtest --format svg -o backtest.svg"
)]
pub struct BacktestArgs {
    /// From this session
    #[arg(long, value_name = "N", default_value_t = 55, value_parser = clap::value_parser!(u16).range(2..))]
    pub from: u16,
    /// To this session
    #[arg(long, value_name = "N", default_value_t = 74, value_parser = clap::value_parser!(u16).range(2..))]
    pub to: u16,
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: ChartFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
