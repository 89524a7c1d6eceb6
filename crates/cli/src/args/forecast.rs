//! Arguments of `entente forecast`.

use std::path::PathBuf;

use entente_evidence::Symbol;
use jiff::civil::Date;

use super::{SelectionArgs, TableFormat};
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente forecast USA MEX --as-of 2019-09-01\n  entente forecast USA MEX --issue hr,nu --format json\n  entente forecast USA MEX --resolution A/RES/73/195 --as-of 2019-09-01\n  entente forecast USA --all --as-of 2019-09-01 --format csv -o partners.csv"
)]
pub struct ForecastArgs {
    /// Two or more states: name, ISO code or COW number; with --all one
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// Every partner of the one state given
    #[arg(long)]
    pub all: bool,
    /// How states will vote when this resolution comes back, as A/RES/73/195
    #[arg(long, value_name = "SYMBOL", value_parser = symbol, conflicts_with_all = ["symbol", "title", "important", "adopted_only", "issue", "baskets"])]
    pub resolution: Option<Symbol>,
    #[command(flatten)]
    pub selection: SelectionArgs,
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

fn symbol(word: &str) -> Result<Symbol, String> {
    Symbol::parse(word).ok_or_else(|| "not a resolution symbol; as in A/RES/73/195".to_owned())
}
