//! Arguments of `entente machinery`.

use std::path::PathBuf;

use clap::ValueEnum;
use entente_brief::Lang;
use jiff::civil::Date;

use super::brief::language;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente machinery USA MEX --as-of 2021-02-01\n  entente machinery USA MEX --dossier usa-mexico --format json\n  entente machinery USA BRA --format svg -o contacts.svg"
)]
pub struct MachineryArgs {
    /// Two states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// A dossier of mechanisms: one that comes with the program, or a file; `none` for none [default: the one that comes with the program for these two states, if there is one]
    #[arg(long, value_name = "NAME|FILE")]
    pub dossier: Option<String>,
    /// A ledger whose held consultations count as meetings of their mechanism: a SQLite file, or postgres://USER@HOST/NAME [default: none]
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The language of the page, and of the dossier where it is translated
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: MachineryFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How the machinery is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MachineryFormat {
    /// A summary and tables, for reading
    Table,
    /// Comma-separated values with one header line, a line per mechanism
    Csv,
    /// One JSON object
    Json,
    /// A chart of contacts and meetings by year
    Svg,
}
