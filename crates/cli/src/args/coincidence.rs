//! Arguments of `entente coincidence`.

use std::path::PathBuf;

use entente_measures::{Formula, Index};
use jiff::civil::Date;

use super::{FrameFormat, SelectionArgs};
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente coincidence USA MEX --session 73\n  entente coincidence USA MEX --from 2009 --to 2012 --issue hr --format csv\n  entente coincidence USA MEX --year 2018 --issue all,all-without-me --adopted-only --indices kappa,s\n  entente coincidence --all --year 2018 --format parquet -o pairs.parquet"
)]
pub struct CoincidenceArgs {
    /// Two or more states: name, ISO code or COW number; with --all one or none
    #[arg(required_unless_present = "all", num_args = 0.., value_name = "STATE")]
    pub states: Vec<String>,
    /// Every pair of states, or every partner of the one state given
    #[arg(long)]
    pub all: bool,
    /// Each pair in both directions
    #[arg(long)]
    pub directed: bool,
    /// One regular session
    #[arg(long, value_name = "N", conflicts_with_all = ["year", "from", "to"])]
    pub session: Option<u16>,
    /// One calendar year
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"])]
    pub year: Option<u16>,
    /// From this session, or this year (1946 and above is a year)
    #[arg(long, value_name = "A")]
    pub from: Option<u16>,
    /// To this session or year
    #[arg(long, value_name = "B")]
    pub to: Option<u16>,
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// The formula of voting coincidence, by the reports of the Department of State that use it
    #[arg(long, value_name = "FORMULA", default_value = "2017", value_parser = parse_formula)]
    pub formula: Formula,
    /// Further indices to show in the table, with commas; csv, json and parquet have all
    #[arg(long, value_name = "INDEX", value_delimiter = ',', value_parser = parse_index)]
    pub indices: Vec<Index>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: FrameFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn parse_formula(word: &str) -> Result<Formula, String> {
    Formula::from_word(word).ok_or_else(|| {
        let listed: Vec<String> = Formula::ALL
            .iter()
            .map(|f| format!("  {:10} {}", f.as_str(), f.index().title()))
            .collect();
        format!("no such formula; there are:\n{}", listed.join("\n"))
    })
}

fn parse_index(word: &str) -> Result<Index, String> {
    Index::from_word(word).ok_or_else(|| {
        let listed: Vec<String> = Index::ALL
            .iter()
            .map(|i| format!("  {:22} {}", i.as_str(), i.title()))
            .collect();
        format!("no such index; there are:\n{}", listed.join("\n"))
    })
}
